"""Which row of meaning a word of one of the five languages belongs to, told by its beginning.

A row holds words of like meaning, one column a language; its first English word names it. In the
columns `_` joins the words of a phrase, a final `.` asks for the very word, a final `_` gives way
to a plain word that is written the same; a row that begins with `-` means the opposite.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

import regex
from babel import Locale

from aboveboard.text.found.names import fold
from aboveboard.text.languages import LANGUAGES

# Names of the CLDR that are everyday words in one of the languages.
_NO_PLACES = frozenset({"EZ", "UN", "QO", "XA", "XB", "ZZ", "EU", "TD", "BL", "PM"})
_TONGUES = frozenset(
    [
        "ar",
        "bg",
        "bs",
        "ca",
        "cs",
        "cy",
        "da",
        "el",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "ga",
        "he",
        "hi",
        "hr",
        "id",
        "is",
        "it",
        "ja",
        "ko",
        "lt",
        "lv",
        "mk",
        "mt",
        "nb",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "tr",
        "uk",
        "vi",
        "zh",
    ]
)
_ROWS = ("trade", "place", "goods", "people", "more")
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*")
# Endings that an inflected word may carry, for shorter beginnings; longer ones take any.
_ENDINGS = {
    "en": r"s|es|ed|d|ing|er|ers|y",
    "nl": r"s|e|n|en|t|d|de|den|te|ten|er|ers|je|jes|ing|ingen|end|ende|st",
    "fr": r"s|x|e|es|r|er|ez|ent|ons|ee|ees|ant|ait|aient|ation|ations|ement|eur|euse|age|it|is",
    "de": r"s|e|n|en|es|er|em|ern|t|te|ten|st|et|ung|ungen|in|innen|lich|bar|end|ende",
    "hu": r"(?:k|[aeo]k|i|ja|je|juk|uk|unk|nk|[aeo]m|m|[aeo]d|d|[aeo]?t|b[ae]n|b[ae]|bol|rol|tol|"
    r"r[ae]|[oe]?n|an|n[ae]k|v[ae]l|\p{L}?[ae]l|hoz|hez|ert|ig|kent|ul|[aeo]?s|ni|va|ve|o|e|a|"
    r"it|ink|[oe]nta|ente|it[oe]l|etek|atok|ve|jen|jon|het|hat|sz|l)+",
}
_SHORT = {"en": r"s", "nl": r"s|en|e|t|je", "fr": r"s|x", "de": r"s|e|en|es|n|er",
          "hu": _ENDINGS["hu"]}  # fmt: skip
_PLAIN = {"en": r"s|es|ed|d|ing", "nl": r"e|en|t|s|n|de|te", "fr": r"s|e|es|ent|ons|ez|er",
          "de": r"e|en|t|s|n|st|te|er|es|em", "hu": _ENDINGS["hu"]}  # fmt: skip
# How long a plain word has to be for its inflections to be plain.
_LEAST = {"en": 4, "nl": 4, "fr": 4, "de": 4, "hu": 3}
# From this length on a beginning takes any ending of at most this length.
_LONG = {"en": (6, 5), "nl": (6, 4), "fr": (5, 5), "de": (6, 4), "hu": (5, 9)}
_PREFIXES = {
    "nl": ("aan", "af", "op", "uit", "in", "mee", "over", "terug", "toe", "weg", "na", "be", "ge"),
    "de": ("an", "ab", "auf", "aus", "ein", "mit", "vor", "zu", "los", "her", "hin", "um", "weg",
           "vorbei", "zuruck", "bei", "be", "ver", "ge"),
    "hu": ("be", "ki", "le", "fel", "meg", "el", "at", "vissza", "ossze", "oda", "ide", "haza"),
    "en": ("re", "over", "out"),
    "fr": ("re", "r"),
}  # fmt: skip
_LINKS = {"nl": ("", "s", "en", "e"), "de": ("", "s", "n", "en", "er", "es"), "hu": ("",),
          "en": ("",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word carries: the names of its rows, those meant as the opposite; or nothing."""

    names: frozenset[str] = frozenset()
    opposite: bool = False
    plain: bool = False
    fond: bool = False

    @property
    def known(self) -> bool:
        return bool(self.names) or self.plain or self.fond


@dataclass(slots=True)
class Lexicon:
    """One language's words."""

    lang: str
    rows: dict[str, set[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(set))
    exact: set[str] = field(default_factory=set)
    yielding: set[str] = field(default_factory=set)
    phrases: dict[str, list[tuple[tuple[str, ...], str, bool]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    plain: frozenset[str] = frozenset()
    outright: frozenset[str] = frozenset()
    fond: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    jests: frozenset[str] = frozenset()

    def phrase(self, tokens: list[str], at: int) -> tuple[int, Sense] | None:
        """The longest phrase that begins at a token, with the number of its words."""
        best: tuple[int, Sense] | None = None
        for said, name, opposite in self.phrases.get(tokens[at], ()):
            size = len(said)
            if _alike(said, tokens[at : at + size]) and (best is None or size > best[0]):
                names = frozenset({name} if name not in ("", "*") else ())
                best = size, Sense(names, opposite, plain=not name, fond=name == "*")
        return best


def _alike(said: tuple[str, ...], words: list[str]) -> bool:
    """Whether the words are the phrase; its last word may be inflected."""
    if len(words) < len(said) or list(said[:-1]) != words[:-1]:
        return False
    last, word = said[-1], words[-1]
    return word == last or (len(last) >= 4 and word.startswith(last) and len(word) - len(last) <= 4)


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text with their places, without accents; what an apostrophe parts is two."""
    for match in _TOKEN.finditer(text):
        yield match.start(), match.end(), fold(match.group())


@lru_cache(maxsize=60_000)
def sense(word: str, lang: str) -> Sense:
    """What one folded word means in a language; an empty `Sense` for an unknown one."""
    lexicon = lexicon_of(lang)
    rows = lexicon.rows.get(word)
    if word in lexicon.outright:
        return Sense(plain=True)
    if word in lexicon.plain and (not rows or word in lexicon.yielding):
        return Sense(plain=True)
    if rows:
        return _of(rows)
    if word in lexicon.fond:
        return Sense(fond=True)
    if found := _compound(lexicon, word, whole=True):
        return found
    if found := _begun(lexicon, word):
        return found
    if "-" in word:
        parts = [sense(part, lang) for part in word.split("-")]
        if all(part.known for part in parts):
            return _joined(parts)
    if found := _compound(lexicon, word):
        return found
    for prefix in _PREFIXES.get(lexicon.lang, ()):
        # "mitbringen", "behozni": what is done with a plain verb is plain.
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 3 and (meant := sense(rest, lang)).known:
            return meant
    return Sense()


def _begun(lexicon: Lexicon, word: str) -> Sense | None:
    """By the longest beginning of the word that a row, or a list of plain words, holds."""
    for size in range(len(word) - 1, 1, -1):
        start, rest = word[:size], word[size:]
        whole = start in lexicon.rows and start not in lexicon.exact
        if whole and _fits(lexicon.lang, size, rest):
            return _of(lexicon.rows[start])
        if start in lexicon.fond and _fits(lexicon.lang, size, rest):
            return Sense(fond=True)
        if (
            size >= _LEAST[lexicon.lang]
            and start in lexicon.plain
            and _ends(_PLAIN[lexicon.lang], rest)
        ):
            return Sense(plain=True)
    return None


def _compound(lexicon: Lexicon, word: str, *, whole: bool = False) -> Sense | None:
    """Two words written as one: "Kinderkarte" is about children and cards.

    `whole` asks for two long parts that both have rows.
    """
    if lexicon.lang == "fr" or len(word) < (8 if whole else 7):
        return None
    if whole and lexicon.lang == "en":
        return None
    for size in range(len(word) - (4 if whole else 3), 3 if whole else 2, -1):
        head, tail = word[:size], word[size:]
        first = next(
            (
                lexicon.rows[head[: len(head) - len(link)]]
                for link in _LINKS[lexicon.lang]
                if head.endswith(link) and head[: len(head) - len(link)] in lexicon.rows
            ),
            None,
        )
        if first is None:
            continue
        rows = lexicon.rows.get(tail)
        second = _of(rows) if rows else _begun(lexicon, tail)
        if second is not None and (second.names or (second.plain and not whole)):
            return _joined([_of(first), second])
    return None


@lru_cache(maxsize=20_000)
def parts(word: str, lang: str) -> frozenset[str]:
    """The rows of long words with which an unknown word begins or ends: "koffieautomaat"."""
    lexicon = lexicon_of(lang)
    if len(word) < 9 or lang in ("en", "fr"):
        return frozenset()
    found: set[str] = set()
    for size in range(4, len(word) - 3):
        found |= {name for name, opposite in lexicon.rows.get(word[:size], ()) if not opposite}
        tail = word[-size:]
        rows = lexicon.rows.get(tail)
        meant = _of(rows) if rows else _begun(lexicon, tail)
        if meant and not meant.opposite:
            found |= meant.names
    return frozenset(found)


def _joined(parts: list[Sense]) -> Sense:
    names = frozenset(name for part in parts for name in part.names)
    return Sense(names, any(part.opposite for part in parts), plain=not names)


def _of(rows: set[tuple[str, bool]]) -> Sense:
    return Sense(frozenset(name for name, _ in rows), all(opposite for _, opposite in rows))


def _fits(lang: str, size: int, rest: str) -> bool:
    least, most = _LONG[lang]
    if size >= least:
        return len(rest) <= most
    return _ends((_ENDINGS if size >= 4 else _SHORT)[lang], rest)


@lru_cache(maxsize=20_000)
def _ends(pattern: str, rest: str) -> bool:
    return regex.fullmatch(pattern, rest) is not None


@cache
def lexicon_of(lang: str) -> Lexicon:
    """The words of a language; of English for another one than the five."""
    lang = lang if lang in LANGUAGES else "en"
    column = LANGUAGES.index(lang)
    lexicon = Lexicon(lang)
    for said in _lines(*_ROWS):
        cells = [cell.split() for cell in said.split("|")]
        opposite = cells[0][0].startswith("-")
        name = cells[0][0].lstrip("-").rstrip("._")
        for entry in cells[column]:
            _take(lexicon, entry.lstrip("-"), name, opposite)
    for code, name in Locale(lang).territories.items():
        if len(code) == 2 and code not in _NO_PLACES:
            _take(lexicon, "_".join(token for _, _, token in tokens(name)), f"@{code}", False)
    for code, name in Locale(lang).languages.items():
        if code in _TONGUES:
            _take(lexicon, "_".join(token for _, _, token in tokens(name)), f"@{code}", False)
    lexicon.plain = _listed("plain", lang, lexicon) | _listed("plain2", lang, lexicon)
    lexicon.fond = _listed("opinion", lang, lexicon)
    lexicon.outright = _listed("outright", lang, None)
    lexicon.moves = _listed("moves", lang, None)
    lexicon.jests = _listed("jokes", lang, None)
    return lexicon


def _take(lexicon: Lexicon, entry: str, name: str, opposite: bool) -> None:
    bare = entry.rstrip("._0123456789") if entry.rstrip("._") != "24/7" else entry
    words = tuple(token for _, _, token in tokens(bare.replace("_", " ")))
    if not words:
        return
    if len(words) > 1:
        lexicon.phrases[words[0]].append((words, name, opposite))
        return
    if entry.endswith("_") and words[0] in lexicon.rows:
        return
    lexicon.rows[words[0]].add((name, opposite))
    if entry.endswith("."):
        lexicon.exact.add(words[0])
    if entry.endswith("_"):
        lexicon.yielding.add(words[0])


def _listed(name: str, lang: str, lexicon: Lexicon | None) -> frozenset[str]:
    """The words of one list; phrases of it go to the lexicon as plain ones."""
    line = next(said for said in _lines(name) if said.startswith(f"{lang}:"))
    found = set()
    for entry in line.partition(":")[2].split():
        if entry.endswith("_") and lexicon and fold(entry.rstrip("_")) in lexicon.rows:
            continue
        words = tuple(token for _, _, token in tokens(entry.replace("_", " ")))
        if len(words) == 1:
            found.add(words[0])
        elif lexicon is not None:
            kind = "*" if name == "opinion" else ""
            lexicon.phrases[words[0]].append((words, kind, False))
            found.add(" ".join(words))
        else:
            found.add(" ".join(words))
    return frozenset(found)


def _lines(*names: str) -> Iterator[str]:
    folder = files("aboveboard.text.meaning") / "rows"
    for name in names:
        for line in (folder / f"{name}.txt").read_text("utf-8").splitlines():
            said = line.strip().removeprefix("~ ")
            if said and not said.startswith("#"):
                yield said
