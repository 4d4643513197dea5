"""The words of a text in a row, as rules of agreement look at them."""

from collections.abc import Collection
from dataclasses import dataclass

import regex

from aboveboard.text.correcting.correction import Correction, cased
from aboveboard.text.correcting.rules import found

_TOKEN = regex.compile(
    r"[\p{L}\p{M}](?:[\p{L}\p{M}]|['’-](?=\p{L}))*+|\p{N}[\p{L}\p{N}.,:]*(?<=\w)"
)
_ENDS = regex.compile(r"[.!?…\n\p{Extended_Pictographic}\uE000•|→]")


@dataclass(frozen=True, slots=True)
class Token:
    """`low` is the word in small letters, `before` what stands between it and the one before."""

    word: str
    low: str
    start: int
    end: int
    before: str
    # Whether a sentence begins here, and whether a hyphen hangs on ("Kinder- und").
    first: bool
    hangs: bool


NONE = Token("", "", 0, 0, ".", True, False)


class Line:
    """The words of a text; what lies outside is `NONE`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        at = 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            before = text[at:start]
            first = not at or bool(_ENDS.search(before))
            hangs = text[end : end + 1] in "-/*(" if end < len(text) else False
            self.tokens.append(Token(match[0], match[0].lower(), start, end, before, first, hangs))
            at = end
        size = len(self.tokens)
        self._begins, self._clauses = [0] * size, [size] * size
        for n in range(1, size):
            self._begins[n] = n if self.tokens[n].first else self._begins[n - 1]
        for n in range(size - 2, -1, -1):
            joined = self.tokens[n + 1].before == " "
            self._clauses[n] = self._clauses[n + 1] if joined else n + 1

    def __getitem__(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else NONE

    def low(self, at: int) -> str:
        """The word after the one before with nothing but a space between; empty otherwise."""
        one = self[at]
        return one.low if one.before == " " else ""

    def prev(self, at: int) -> str:
        """The word right before, in small letters; empty where a mark or nothing stands."""
        return self[at - 1].low if self[at].before == " " else ""

    def begin(self, at: int) -> int:
        """Where the sentence of this word begins."""
        return self._begins[at] if 0 < at < len(self.tokens) else at

    def stop(self, at: int) -> int:
        """Where the sentence after this word ends: the place of the next one's first word."""
        at += 1
        while at < len(self.tokens) and not self.tokens[at].first:
            at += 1
        return at

    def sentence(self, at: int) -> list[str]:
        """The words of the sentence in small letters."""
        return [one.low for one in self.tokens[self.begin(at) : self.stop(at)]]

    def clause(self, at: int) -> int:
        """The place after the last word that no mark parts from this one."""
        return self._clauses[at] if 0 <= at < len(self.tokens) else at + 1

    def ends(self, at: int) -> bool:
        """Whether no word follows without a mark between."""
        return at + 1 >= len(self.tokens) or self.tokens[at + 1].before != " "

    def fault(self, start: int, stop: int, instead: str, why: str) -> Correction:
        """From the word at `start` to the one before `stop`; the first letter stays as it was."""
        a, b = self.tokens[start].start, self.tokens[stop - 1].end
        return fault(self.text, (a, b), instead, why)


def fault(text: str, span: tuple[int, int], instead: str, why: str) -> Correction:
    """Words of a text that do not agree with others; the first letter stays as it was."""
    start, end = span
    instead = cased(instead, text[start:end])
    return found(text, start, end, instead, kind="agreement", why=why)


def ending(word: str, ends: Collection[str], least: int = 3) -> str:
    """The longest of the words that this one is, or ends with after at least so many letters."""
    if word in ends:
        return word
    for at in range(least, len(word) - 3):
        if word[at:] in ends:
            return word[at:]
    return ""
