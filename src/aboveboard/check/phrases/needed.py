"""Which words a phrase cannot do without, so that most phrases are never tried on a text.

A text with none of them holds no such phrase, and looking words up takes less than trying phrases.
A word is known as a whole, with a space after it, or by how it begins; a sign as it is, and "0"
stands for any figure.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

import regex

# How many letters of a beginning are known, at least and at most.
_LEAST, _MOST = 3, 5
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_FIGURE = regex.compile(r"\d")
_SIGN = regex.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\(?:[pP]\{\^?\w+\}|.)|.", regex.DOTALL)
NAMED = regex.compile(r"\{([a-z]\w*)\}")
_TIMES = regex.compile(r"(?:[?*]|(\+)|\{(\d*),?\d*\})[?+]?")
_OPENING = regex.compile(r"\((?:\?(?::|(<?[=!])))?")
# Kinds of brackets that are not read here.
_UNKNOWN = regex.compile(r"\(\?(?!:|<?[=!])|\[\[:")
_NO_WIDTH = ("^", "$", r"\b", r"\B", r"\m", r"\M")

Words = frozenset[str] | None
"""Words of which one has to be there; None where none is known."""


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """All that phrases may need which a text has."""
    found = set(text)
    # A dotted I is an i to a pattern.
    for word in {word.casefold() for word in _WORD.findall(text.replace("İ", "i"))}:
        found.add(f"{word} ")
        found.update(word[:size] for size in range(_LEAST, min(_MOST, len(word)) + 1))
    if _FIGURE.search(text):
        found.add("0")
    return frozenset(found)


def words_needed(phrase: str, section: Callable[[str], Words]) -> Words:
    """Of which words a phrase needs one; `section` tells what another section's phrases need."""
    if _UNKNOWN.search(phrase):
        return None
    return _Reader(phrase, section).either(begins=True, ends=True).words


def one_of(several: Sequence[Words]) -> Words:
    """What is needed where one of several has to be there."""
    known = [words for words in several if words is not None]
    return frozenset().union(*known) if len(known) == len(several) else None


class _Row:
    """Parts one after another, as far as they are read.

    `word` is what is read of a word, empty where one may begin, None where nothing is known.
    """

    def __init__(self, words: Words, word: str | None) -> None:
        self.words, self.word = words, word

    def add(self, words: Words) -> None:
        """One of these is needed too; the rarer ones are kept."""
        if words is not None and (self.words is None or _cost(words) < _cost(self.words)):
            self.words = words

    def letter(self, letter: str, times: tuple[bool, bool]) -> None:
        surely, again = times
        if surely and self.word is not None:
            self.word += letter
        if again or not surely:
            self.cut()

    def border(self, *, surely: bool) -> None:
        """A word ends here, and another may begin."""
        if not surely and self.word != "":
            self.cut()
            return
        if self.word:
            self.add(frozenset({f"{self.word.casefold()} "}))
        self.word = ""

    def cut(self) -> None:
        """It is not known how the word goes on."""
        if self.word and len(self.word) >= _LEAST:
            self.add(frozenset({self.word.casefold()[:_MOST]}))
        self.word = None


class _Reader:
    """Reads a phrase from its left."""

    def __init__(self, phrase: str, section: Callable[[str], Words]) -> None:
        self._text, self._section = phrase, section
        self._at = 0
        self._closing: dict[int, int] = {}
        opened: list[int] = []
        for sign in _SIGN.finditer(phrase):
            if sign[0] == "(":
                opened.append(sign.start())
            elif sign[0] == ")" and opened:
                self._closing[opened.pop()] = sign.start()
            elif sign[0] == ")":
                opened.append(len(phrase))
        if opened:
            raise ValueError("a bracket is not closed, or not opened")

    def either(self, *, begins: bool, ends: bool) -> _Row:
        """What is needed whichever alternative up here stands there; borders may be around."""
        found = self._row(begins=begins, ends=ends)
        while self._text.startswith("|", self._at):
            self._at += 1
            other = self._row(begins=begins, ends=ends)
            words = one_of([found.words, other.words])
            found = _Row(words, "" if found.word == other.word == "" else None)
        return found

    def _row(self, *, begins: bool, ends: bool) -> _Row:
        row = _Row(None, "" if begins else None)
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            if opening := _OPENING.match(self._text, self._at):
                self._bracket(row, opening, ends=ends)
            elif named := NAMED.match(self._text, self._at):
                surely, _ = self._times(named.end())
                row.cut()
                row.add(self._section(named[1]) if surely else None)
            elif sign := _SIGN.match(self._text, self._at):
                self._sign(row, sign)
        at_border = row.word == ""
        if ends:
            row.border(surely=True)
        else:
            row.cut()
        row.word = "" if at_border else None
        return row

    def _sign(self, row: _Row, found: "regex.Match[str]") -> None:
        sign = found[0]
        times = self._times(found.end())
        surely, _ = times
        if _WORD.fullmatch(sign):
            row.letter(sign, times)
        elif sign in (" ", "…", r"\s"):
            row.border(surely=surely)
        elif not (sign[0] in "[.~" or sign[1:].isalnum() or sign[-1] == "}" or sign in _NO_WIDTH):
            row.border(surely=surely)
            # An apostrophe may be a curly one.
            row.add(frozenset({sign[-1]}) if surely and sign != "'" else None)
        elif sign not in _NO_WIDTH:
            row.cut()
            row.add(frozenset({"0"}) if surely and sign == r"\d" else None)

    def _bracket(self, row: _Row, opening: "regex.Match[str]", *, ends: bool) -> None:
        end = self._closing[self._at] + 1
        surely, again = self._times(end)
        after, begins = self._at, row.word == ""
        if not opening[1]:
            self._at = opening.end()
            ends = self._ends_at(after, ends=ends) and not again
            inside = self.either(begins=begins, ends=ends)
            row.cut()
            row.add(inside.words if surely else None)
            row.word = "" if inside.word == "" and (begins or surely) else None
        self._at = after

    def _ends_at(self, at: int, *, ends: bool) -> bool:
        """Whether a word surely ends before this place."""
        while (look := _OPENING.match(self._text, at)) and look[1]:
            at = self._closing[at] + 1
        if at == len(self._text) or self._text[at] in "|)":
            return ends
        times = _TIMES.match(self._text, at + 1)
        return self._text[at] in " …" and (times is None or times[1] is not None)

    def _times(self, at: int) -> tuple[bool, bool]:
        """Whether what ends here stands there surely, and whether more than once perhaps."""
        self._at = at
        times = _TIMES.match(self._text, at)
        if times is None:
            return True, False
        self._at = times.end()
        if times[1]:
            return True, True
        return (times[2] or "0").strip("0") != "", True


def _cost(words: frozenset[str]) -> int:
    """How likely a text has one of them: short words stand in nearly every text."""
    return sum(_WHOLE.get(len(one), 1) if one[-1] == " " else _BEGUN[len(one)] for one in words)


_WHOLE = {2: 20, 3: 20, 4: 10, 5: 3}
_BEGUN = {1: 5, 3: 3, 4: 2, 5: 1}
