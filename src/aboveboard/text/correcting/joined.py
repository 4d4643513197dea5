"""Tags of several words in small letters, which screen readers read as one.

Dutch, German and Hungarian join words into one; what might be such a word is none of these: not
what the dictionary takes, and of the rest only what has a small word, an ending or a place in it
that a joined word has not.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.dictionaries import LIST, dictionary, place, source
from aboveboard.text.counting import hashtags
from aboveboard.text.voice.background import background

# A tag with fewer letters can be made out; English and French join what dictionaries do not know.
_LEAST = {"en": 12, "fr": 10, "nl": 10, "de": 10, "hu": 8}
# A short piece is a word of the dictionary that was counted more than once.
_SHORT, _OFTEN = 3, 2
_LONGEST = 20
# What stands between words, and within no joined one.
_SMALL = {
    "nl": frozenset(
        ("de", "het", "een", "en", "of", "voor", "met", "van", "in", "op", "uit", "aan", "bij",
         "is", "zijn", "wij", "we", "je", "jij", "jullie", "ons", "onze", "niet", "ik", "jou",
         "mij", "er", "die", "dat", "om", "te")
    ),
    "de": frozenset(
        ("der", "die", "das", "des", "dem", "den", "ein", "eine", "einen", "und", "oder", "für",
         "mit", "von", "vom", "zum", "zur", "im", "in", "am", "an", "auf", "aus", "bei", "ist",
         "sind", "wir", "ihr", "ich", "du", "dich", "euch", "uns", "mich", "mir", "dir", "nicht",
         "es", "wie", "was", "so")
    ),
}  # fmt: skip
# Endings by which a word before another is an adjective of its own.
_ENDINGS = {"nl": ("e",), "de": ("e", "er", "es", "en", "em")}


def joined(text: str, lang: str, *, folder: str = "") -> Iterator[Correction]:
    """The tags that are surely several words, each with a capital for each word."""
    path = place(lang, folder)
    if path in (None, LIST):
        return
    for tag in hashtags(text):
        word = tag.text[1:]
        if word.islower() and word.isalpha() and (parts := _parts(word, lang, path)):
            better = "#" + "".join(part.capitalize() for part in parts)
            yield Correction(
                tag.start,
                tag.end,
                tag.text,
                (better,),
                "joined",
                "Screen readers take this tag for one word.",
                source(path),
                "sure",
            )


@lru_cache(maxsize=2_000)
def _parts(word: str, lang: str, path: Path) -> tuple[str, ...]:
    """The words that a tag surely consists of, as few as may be; none for one word."""
    spell = dictionary(path).spell
    everyday = background(lang).counts["words"]
    if len(word) < _LEAST[lang] or word in everyday or spell(word) or spell(word.capitalize()):
        return ()

    def is_word(piece: str) -> bool:
        if len(piece) <= _SHORT:
            return piece == "à" or (
                len(piece) > 1 and everyday.get(piece, 0) >= _OFTEN and spell(piece)
            )
        return spell(piece) or spell(piece.capitalize())

    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            if before is None or (best[end] and len(before) + 1 >= len(best[end] or ())):
                continue
            if is_word(word[start:end]):
                best[end] = (*before, word[start:end])
    found = best[-1] or ()
    return found if len(found) > 1 and _apart(found, lang, spell) else ()


def _apart(parts: tuple[str, ...], lang: str, spell: Callable[[str], bool]) -> bool:
    """Whether such words stand apart in this language, not joined into one."""
    if lang not in _ENDINGS:
        return True
    small = not _SMALL[lang].isdisjoint(parts)
    described = any(
        part.endswith(ending) and spell(part) and (lang == "nl" or spell(part[: -len(ending)]))
        for part in parts[:-1]
        if len(part) > _SHORT
        for ending in _ENDINGS[lang]
    )
    # Nouns are what the German dictionary does not take in small letters.
    told = lang == "de" and len(parts[-1]) > _SHORT and spell(parts[-1])
    return (small and len(parts) > 2) or described or told
