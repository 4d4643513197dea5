"""The phrases that guards look for, as files: `<guard>.<language>.txt` beside this one.

    # a comment
    [promise]
    cures? (your|the) {ailment}
    guaranteed … results
    doctor~ recommend
    [ailment]
    migraines?

A line is a regular expression, whatever the case. A space stands for any white space; `…` for up to
60 characters of the same sentence; `~` for the rest of a word; `{name}` for the phrases of another
section of the same file. A line begins and ends at the border of a word. Apostrophes may be curly.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import regex

from aboveboard.check.phrases.needed import NAMED, Words, one_of, words_needed, words_of
from aboveboard.text.spans import Span

FAR = 10_000
_SECTION = regex.compile(r"\[(\w+)\]")
_LEFT, _RIGHT = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
# An apostrophe by itself, or a class of characters, in which it needs no brackets of its own.
_APOSTROPHE = regex.compile(r"\[[^\]]*\]|'")
# A full stop within a number ends no sentence.
_GAP = rf"{_RIGHT}(?:[^.!?\n]|(?<=\d)\.(?=\d)){{0,60}}?{_LEFT}"


class Phrases:
    """The sections of one file, each with its phrases as they are written there.

    A phrase becomes a pattern when a text first has a word that it needs.
    """

    def __init__(self, sections: Mapping[str, Sequence[str]]) -> None:
        self.sections = sections
        self._needs: dict[str, list[Words]] = {}
        self._patterns: dict[tuple[str, int], regex.Pattern[str]] = {}
        # By word the phrases that need it, by section and place; of "" those that need none.
        self._by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for name in sections:
            for place, words in enumerate(self._needed(name, ())):
                for word in {""} if words is None else words:
                    self._by_word[word].append((name, place))

    def find(
        self, section: str, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[Span]:
        """Where its phrases stand between two characters, in order; none for no section.

        None begins within another; of two that begin at one place the one written first counts.
        Where an end is told, it is a sentence's: of more than FAR characters the first are read.
        """
        stop = len(text) if end is None else min(end, start + FAR, len(text))
        places = _places(self, text[start:stop]).get(section, ())
        patterns = (self._pattern(section, place) for place in places)
        found = [(one, p) for p in patterns if (one := p.search(text, start, stop))]
        while found:
            first = min((one for one, _ in found), key=lambda one: one.start())
            yield Span(first.start(), first.end(), first.group())
            start = max(first.end(), first.start() + 1)
            # Those that stand behind are where they were.
            found = [
                (again, p)
                for one, p in found
                if (again := one if one.start() >= start else p.search(text, start, stop))
            ]

    def has(self, section: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether one of the section's phrases stands there."""
        return next(self.find(section, text, start, end), None) is not None

    def names(self, section: str, words: str) -> bool:
        """Whether the words are one of the section's phrases and nothing else."""
        return any(found.text == words for found in self.find(section, words))

    def patterns(self, section: str) -> list[regex.Pattern[str]]:
        """All of a section's phrases, as they are tried."""
        return [self._pattern(section, place) for place in range(len(self.sections[section]))]

    def places(self, text: str) -> dict[str, tuple[int, ...]]:
        """By section the places of the phrases that a text has the words for, in their order."""
        found: dict[str, set[int]] = defaultdict(set)
        for word in ("", *(words_of(text) & self._by_word.keys())):
            for section, place in self._by_word[word]:
                found[section].add(place)
        return {section: tuple(sorted(places)) for section, places in found.items()}

    def _pattern(self, section: str, place: int) -> regex.Pattern[str]:
        if (section, place) not in self._patterns:
            pattern = self._line(self.sections[section][place])
            how = regex.IGNORECASE | regex.VERSION0
            try:
                self._patterns[section, place] = regex.compile(pattern, how)
            except regex.error as error:
                raise ValueError(f"[{section}]: {error}") from error
        return self._patterns[section, place]

    def _line(self, line: str) -> str:
        text = _APOSTROPHE.sub(lambda at: at[0].replace("'", "'’") if at[0][1:] else "['’]", line)
        text = text.replace("~", r"[\p{L}\p{M}]*")
        text = regex.sub(r" *… *", "…", text).replace(" ", r"\s+").replace("…", _GAP)
        text = NAMED.sub(lambda found: self._whole(found[1]), text)
        return rf"{_LEFT}(?:{text}){_RIGHT}"

    def _whole(self, section: str) -> str:
        return f"(?:{'|'.join(map(self._line, self.sections[section]))})"

    def _needed(self, section: str, within: tuple[str, ...]) -> list[Words]:
        """The words of which each phrase of a section needs one."""
        if section in within or section not in self.sections:
            wrong = "holds itself" if section in within else "is not there"
            raise ValueError(f"[{section}] {wrong}")

        if section not in self._needs:
            told: list[Words] = []
            for line in self.sections[section]:
                named = NAMED.findall(line)
                others = {name: one_of(self._needed(name, (*within, section))) for name in named}
                try:
                    told.append(words_needed(line, others.__getitem__))
                except ValueError as error:
                    raise ValueError(f"[{section}]: {error} in {line}") from error
            self._needs[section] = told
        return self._needs[section]


# Guards ask of a sentence many times.
_places = lru_cache(maxsize=512)(Phrases.places)


@cache
def phrases(guard: str, language: str) -> Phrases:
    """A guard's phrases in a language. Raises FileNotFoundError where there are none."""
    file = files(__package__).joinpath(f"{guard}.{language}.txt")
    return read(file.read_text(encoding="utf-8"))


def read(text: str) -> Phrases:
    """The phrases of a file's text. Raises ValueError for lines and sections that cannot be.

    What only makes no pattern is told when it is first tried.
    """
    lines: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("# "):
            continue
        if head := _SECTION.fullmatch(line):
            current = lines.setdefault(head[1], [])
        elif current is None:
            raise ValueError(f"line {number} stands in no section")
        else:
            current.append(line)
    if empty := [name for name, found in lines.items() if not found]:
        raise ValueError(f"[{empty[0]}] is empty")
    return Phrases(lines)
