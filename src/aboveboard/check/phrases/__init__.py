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

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from aboveboard.text.spans import Span

FAR = 10_000
_SECTION = regex.compile(r"\[(\w+)\]")
_NAMED = regex.compile(r"\{([a-z]\w*)\}")
_LEFT, _RIGHT = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
# An apostrophe by itself, or a class of characters, in which it needs no brackets of its own.
_APOSTROPHE = regex.compile(r"\[[^\]]*\]|'")
# A full stop within a number ends no sentence.
_GAP = rf"{_RIGHT}(?:[^.!?\n]|(?<=\d)\.(?=\d)){{0,60}}?{_LEFT}"


@dataclass(frozen=True)
class Phrases:
    """The sections of one file, each one pattern."""

    sections: dict[str, regex.Pattern[str]]

    def find(
        self, section: str, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[Span]:
        """Where its phrases stand between two characters, in order; none for no section.

        Where an end is told, it is a sentence's: of more than FAR characters the first are read.
        """
        if pattern := self.sections.get(section):
            stop = len(text) if end is None else min(end, start + FAR, len(text))
            for match in pattern.finditer(text, start, stop):
                yield Span(match.start(), match.end(), match.group())

    def has(self, section: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether one of the section's phrases stands there."""
        return next(self.find(section, text, start, end), None) is not None

    def names(self, section: str, words: str) -> bool:
        """Whether the words are one of the section's phrases and nothing else."""
        return any(found.text == words for found in self.find(section, words))


@cache
def phrases(guard: str, language: str) -> Phrases:
    """A guard's phrases in a language. Raises FileNotFoundError where there are none."""
    file = files(__package__).joinpath(f"{guard}.{language}.txt")
    return read(file.read_text(encoding="utf-8"))


def read(text: str) -> Phrases:
    """The phrases of a file's text. Raises ValueError naming the line that cannot be."""
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
    made: dict[str, str] = {}
    return Phrases({name: _compiled(name, lines, made) for name in lines})


def _compiled(name: str, lines: dict[str, list[str]], made: dict[str, str]) -> regex.Pattern[str]:
    try:
        # Every line asks for a border first: asked once in front, most places fail at once.
        whole = _LEFT + _section(name, lines, made, ())
        return regex.compile(whole, regex.IGNORECASE | regex.VERSION0)
    except regex.error as error:
        raise ValueError(f"[{name}]: {error}") from error


def _section(
    name: str, lines: dict[str, list[str]], made: dict[str, str], within: tuple[str, ...]
) -> str:
    if name in within or name not in lines:
        raise ValueError(f"[{name}] {'holds itself' if name in within else 'is not there'}")
    if name not in made:
        whole = [_line(line, lines, made, (*within, name)) for line in lines[name]]
        made[name] = f"(?:{'|'.join(whole)})"
    return made[name]


def _line(
    line: str, lines: dict[str, list[str]], made: dict[str, str], within: tuple[str, ...]
) -> str:
    text = _APOSTROPHE.sub(lambda at: at[0].replace("'", "'’") if at[0][1:] else "['’]", line)
    text = text.replace("~", r"[\p{L}\p{M}]*")
    text = regex.sub(r" *… *", "…", text).replace(" ", r"\s+").replace("…", _GAP)
    text = _NAMED.sub(lambda found: _section(found[1], lines, made, within), text)
    return rf"{_LEFT}(?:{text}){_RIGHT}"
