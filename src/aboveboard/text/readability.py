"""How easily a text is read, by the published formula of its language.

English: Flesch, J. Applied Psychology 32 (1948). Dutch: Douma, De leesbaarheid van
landbouwbladen (1960). French: Kandel and Moles, Cahiers d'études de radio-télévision 19 (1958).
German: Amstad, Wie verständlich sind unsere Zeitungen? (1978). For Hungarian there is none of this
kind: Björnsson's LIX (Läsbarhet, 1968) takes its place. Syllables are counted as groups of vowels.
"""

from dataclasses import dataclass

import regex

from aboveboard.text.correcting.veiled import VEIL, veiled
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

# base, what a word in a sentence takes off, what a syllable in a word takes off
_FLESCH = {
    "en": (206.835, 1.015, 84.6, "Flesch (1948)"),
    "nl": (206.84, 0.93, 77.0, "Flesch-Douma (1960)"),
    "fr": (207.0, 1.015, 73.6, "Kandel-Moles (1958)"),
    "de": (180.0, 1.0, 58.5, "Flesch-Amstad (1978)"),
}
# Flesch calls below 30 very difficult. In LIX above 60 is; Hungarian words are longer than the
# Swedish ones that it was made for, so that only what is far above counts (a house number).
HARD, HARD_LIX = 20.0, 80.0
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*")
_VOWELS = {
    "en": regex.compile(r"[aeiouy]+", regex.I),
    "nl": regex.compile(r"ij|[aeiouyéëïóöüáà]+", regex.I),
    "fr": regex.compile(r"[aeiouyàâéèêëîïôöùûüœæ]+", regex.I),
    "de": regex.compile(r"[aeiouyäöü]+", regex.I),
}
_SILENT = {"en": regex.compile(r"(?<![aeiouyl])e(?:s|d)?$", regex.I),
           "fr": regex.compile(r"(?<![aeiouyéèê])e(?:s|nt)?$", regex.I)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """`score` by `formula` (higher is easier, for LIX the other way); `longest` is a sentence."""

    score: float
    formula: str
    hard: bool
    words: int
    sentences: int
    longest: Span
    longest_words: int


def readability(text: str, language: str) -> Reading | None:
    """A text's reading ease; None when it has no words."""
    plain = veiled(text).replace(VEIL, " ")
    whole = [(span, _WORD.findall(span.text)) for span in sentences(plain, language)]
    whole = [(span, words) for span, words in whole if words]
    if not whole:
        return None
    words = [word for _span, found in whole for word in found]
    length = len(words) / len(whole)
    longest, most = max(whole, key=lambda one: len(one[1]))
    if language in _FLESCH:
        base, per_word, per_syllable, name = _FLESCH[language]
        syllables = sum(_syllables(word, language) for word in words) / len(words)
        score = base - per_word * length - per_syllable * syllables
        hard = score < HARD
    else:
        name = "LIX (Björnsson 1968)"
        score = length + 100 * sum(len(word) > 6 for word in words) / len(words)
        hard = score > HARD_LIX
    return Reading(score, name, hard, len(words), len(whole), longest, len(most))


def _syllables(word: str, language: str) -> int:
    count = len(_VOWELS[language].findall(word))
    if count > 1 and language in _SILENT and _SILENT[language].search(word):
        count -= 1
    return max(1, count)
