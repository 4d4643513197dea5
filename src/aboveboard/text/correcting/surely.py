"""The few faults that nobody would argue about, for guards: quick, and silent where in doubt.

Spelling: an everyday word with one slip of the hand, where the dictionary does not know what stands
there and it is no name, compound or word of another sort. Grammar: rules and phrases that are sure,
and of Harper's rules the surest (`english.SUREST`).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import regex

from aboveboard.text.correcting.correction import Correction, apart_from_each_other
from aboveboard.text.correcting.dictionaries import dictionary, is_right, place, slips
from aboveboard.text.correcting.english import SOURCE, WHY, british_unknown, put, surest
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.rules import rule_corrections
from aboveboard.text.correcting.veiled import VEIL, veiled
from aboveboard.text.voice.background import background

# So much of a text is read, and so much at once: Harper takes more than twice as long for twice
# as much.
MOST, PIECE = 10_000, 2_000
_KINDS = frozenset({"doubled", "phrase"})
_WORD = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}_'’-])\p{Ll}[\p{Ll}\p{M}]{4,29}(?![\p{L}\p{M}\p{N}_'’-])"
)
_NEXT = regex.compile(r" (\p{L}{2,})")
# How often everybody must have written a word; of some languages few texts were counted.
_USUAL = {"en": 2}
_LINKS = ("", "s", "es", "n", "en", "e", "er")


def sure_corrections(text: str, lang: str, *, folder: str = "") -> tuple[Correction, ...]:
    """What is surely wrong in the first MOST characters of a text.

    Loads large libraries, as `reading.read` does.
    """
    plain = veiled(text[: _cut(text, 0, MOST)])
    found: list[Correction] = []
    at = 0
    while at < len(plain):
        end = _cut(plain, at, PIECE)
        found += (
            replace(one, start=at + one.start, end=at + one.end)
            for one in _sure(plain[at:end], lang, folder)
        )
        at = end
    return tuple(found)


def _cut(text: str, start: int, most: int) -> int:
    """Where at most so many characters end: at a line, a sentence or a word, if there is one."""
    stop = start + most
    if stop >= len(text):
        return len(text)
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, start + most // 2, stop)
        if at >= 0:
            return at + len(mark)
    return stop


def _sure(plain: str, lang: str, folder: str) -> list[Correction]:
    found = [
        one
        for one in (*rule_corrections(plain, lang), *phrase_corrections(plain, lang))
        if one.sure == "sure" and one.kind in _KINDS
    ]
    slipped = list(_slipped(plain, lang, folder))
    if lang == "en" and slipped:
        # Hunspell's dictionary is of one kind of English only.
        unknown = british_unknown(plain.replace(VEIL, " "))
        slipped = [one for one in slipped if one.start in unknown]
    found += slipped
    if lang == "en":
        found += _harper(plain)
    return apart_from_each_other(one for one in found if VEIL not in one.words)


def _slipped(text: str, lang: str, folder: str) -> Iterator[Correction]:
    """Everyday words with one slip in them."""
    path = place(lang, folder)
    if path is None:
        return
    everyday = background(lang).counts["words"]
    for match in _WORD.finditer(text):
        word = match[0]
        if word not in everyday and (meant := _meant(word, lang, path)):
            yield Correction(
                match.start(),
                match.end(),
                word,
                (meant,),
                "spelling",
                "This word is not in the dictionary.",
                f"hunspell, {path.stem}",
                "sure",
            )


@lru_cache(maxsize=4096)
def _meant(word: str, lang: str, path: Path) -> str:
    """The everyday word that is one slip away from a wrong one; empty where in doubt."""
    if is_right(path, word, lang) or _foreign(word, lang) or _compound(path, word, lang):
        return ""
    everyday = background(lang).counts["words"]
    usual = _USUAL.get(lang, 1)
    meant = next((one for one in slips(word, lang) if everyday.get(one, 0) >= usual), "")
    return meant if meant.islower() and dictionary(path).spell(meant) else ""


def _foreign(word: str, lang: str) -> bool:
    """Whether everybody uses it in another of our languages."""
    return any(word in background(other).counts["words"] for other in ("en", "nl", "fr", "de", "hu")
               if other != lang)  # fmt: skip


def _compound(path: Path, word: str, lang: str) -> bool:
    """Whether two right words make it, as Dutch, German and Hungarian join them."""
    if lang in ("en", "fr"):
        return False
    for at in range(3, len(word) - 2):
        head, tail = word[:at], word[at:]
        if not is_right(path, tail, lang) and not is_right(path, tail.capitalize(), lang):
            continue
        for link in _LINKS:
            stem = head.removesuffix(link) if link else head
            if len(stem) > 2 and any(is_right(path, one, lang) for one in (stem, stem.title())):
                return True
    return False


def _harper(text: str) -> Iterator[Correction]:
    everyday = background("en").counts["words"]
    for rule, one in surest(text.replace(VEIL, " ")):
        start, end = one.span.start, one.span.end
        after = _NEXT.match(text, end)
        if rule == "AnA" and not (after and after[1].casefold() in everyday):
            # Of what is spelt or abbreviated nobody knows how it is said.
            continue
        said = text[start:end]
        instead = tuple(dict.fromkeys(put(said, each) for each in one.suggestions))
        if instead and instead[0] != said and VEIL not in text[max(0, start - 1) : end + 1]:
            why = WHY.get(one.lint_kind, WHY["Grammar"])
            kind = str(one.lint_kind).lower()
            yield Correction(start, end, said, instead, kind, why, SOURCE, "sure", one.message)
