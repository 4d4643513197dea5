"""Spelling by hunspell's dictionaries: the machine's own, else those that setup brings.

A folder holds a .dic and an .aff of the same name for each language, as Debian's packages put them
into /usr/share/hunspell. Setup copies those of English, Dutch, French and Hungarian from packages;
of German there is none that may be copied, only a list of forms. A word is looked up in
milliseconds; words to put in its place are our own guesses of one slip of the hand first, since
hunspell takes a hundred times as long for its own.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from pkgutil import resolve_name
from typing import Protocol

import regex

from aboveboard.text.correcting.correction import Correction, Sure
from aboveboard.text.correcting.veiled import VEIL
from aboveboard.text.found.names import fold
from aboveboard.text.sentences import sentences

# Where setup copies the packaged ones.
PACKAGED = Path(__file__).with_name("packaged")
# The German one is a list of forms made into a dictionary (`tools/german.py`): what it lacks may be
# right, nouns stand in it in small letters, and words are not joined.
LIST = PACKAGED / "de_forms.dic"
_OFTEN = PACKAGED / "de_often.txt"
FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling", str(PACKAGED))
NAMES = {
    "en": ("en_GB", "en_US", "en"),
    "nl": ("nl", "nl_NL"),
    "fr": ("fr", "fr_FR", "fr-classique"),
    "de": ("de_DE", "de_DE_frami", "de"),
    "hu": ("hu_HU", "hu"),
}
PACKAGES = {
    "en": "hunspell-en-us",
    "nl": "hunspell-nl",
    "fr": "hunspell-fr",
    "de": "hunspell-de-de",
    "hu": "hunspell-hu",
}
# Of one text, so many unknown words are looked at: a text of only such is in another language.
MOST = 40
_WORD = regex.compile(r"(?<![\p{L}\p{M}\p{N}_'’-])\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*")
_LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyz'",
    "nl": "abcdefghijklmnopqrstuvwxyzëïé'",
    "fr": "abcdefghijklmnopqrstuvwxyzéèêëàâîïôûùçœ",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "hu": "abcdefghijklmnopqrstuvwxyzáéíóöőúüű",
}

# Letters that are taken for each other, since they sound the same.
_SOUND = {
    "en": (("ph", "f"), ("ie", "ei"), ("que", "cue"), ("ance", "ence"), ("able", "ible")),
    "nl": (("sch", "sg"), ("ch", "g"), ("ij", "ei"), ("au", "ou"), ("que", "cue"), ("dt", "d")),
    "fr": (("ph", "f"), ("an", "en"), ("ss", "ç"), ("ai", "é"), ("ance", "ence")),
    "de": (("tz", "z"), ("ck", "k"), ("ai", "ei"), ("äu", "eu"), ("ie", "ih"), ("ss", "ß")),
    "hu": (("ly", "j"),),
}


class Dictionary(Protocol):
    """As much of hunspell as is used."""

    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...

    def analyze(self, word: str) -> tuple[str, ...]: ...


def place(lang: str, folder: str = "") -> Path | None:
    """The dictionary's .dic file: in `folder`, where systems keep them or of setup; else None."""
    for directory in (folder, *FOLDERS):
        for name in NAMES[lang] if directory else ():
            path = Path(directory, f"{name}.dic")
            if path.is_file() and path.with_suffix(".aff").is_file():
                return path
    return LIST if lang == "de" and FOLDERS and LIST.is_file() else None


def whole(lang: str, folder: str = "") -> bool:
    """Whether all that a dictionary can tell is there: setup's list of German forms tells less."""
    return place(lang, folder) not in (None, LIST)


def source(path: Path) -> str:
    """Where a dictionary's word comes from, for people."""
    return "Wikidata, forms of words" if path == LIST else f"hunspell, {path.stem}"


@cache
def often() -> Mapping[str, float]:
    """German words in small letters, by powers of ten among a thousand million: 3 and more."""
    if not _OFTEN.is_file():
        return {}
    pairs = (line.split() for line in _OFTEN.read_text("utf-8").splitlines())
    return {word: float(size) for word, size in pairs}


@cache
def dictionary(path: Path) -> Dictionary:
    """Takes some 10 MB and up to a third of a second, once."""
    # Named, not imported: who only writes needs none of it.
    made: Dictionary = resolve_name("hunspell:Hunspell")(
        path.stem, hunspell_data_dir=str(path.parent)
    )
    return made


def misspelt(
    text: str, lang: str, *, known: frozenset[str], folder: str = ""
) -> Iterator[Correction]:
    """Words of a veiled text that the dictionary does not hold.

    Words in capitals, with a capital inside or within a sentence (names; German nouns are looked
    at) and those in `known` (folded) are passed over. Without a dictionary nothing comes.
    """
    path = place(lang, folder)
    if path is None:
        return
    english = place("en", folder) if lang != "en" else None
    starts = {first_letter(sentence.start, text) for sentence in sentences(text, lang)}
    unknown = 0
    for match in _WORD.finditer(text):
        word = match[0].replace("’", "'")
        named = word[0].isupper() and match.start() not in starts and lang != "de"
        if len(word) < 3 or named or not (word.islower() or word.istitle() or "'" in word):
            continue
        if fold(word) in known or is_right(path, word, lang):
            continue
        unknown += 1
        if unknown > MOST:
            return
        instead = _instead(path, word, lang)
        close = bool(instead) and near(word, instead[0])
        if english and not close and word.islower() and dictionary(english).spell(word):
            continue
        if word[0].isupper() and not close:
            continue
        sure: Sure = "sure" if close and (word.islower() or lang == "de") else "perhaps"
        yield Correction(
            match.start(),
            match.end(),
            match[0],
            instead,
            "spelling",
            "This word is not in the dictionary.",
            source(path),
            sure,
        )


def first_letter(start: int, text: str) -> int:
    """Where the first letter from a place on stands."""
    while start < len(text) and not text[start].isalpha():
        start += 1
    return start


@lru_cache(maxsize=20_000)
def is_right(path: Path, word: str, lang: str) -> bool:
    """Whether the dictionary, or a part of the word for each part, has it."""
    spell = dictionary(path).spell
    if spell(word) or (word[0].isupper() and spell(word.lower())):
        return True
    if lang == "fr" and "'" in word:
        head, _, tail = word.partition("'")
        return spell(tail) and head.lower() in {"l", "d", "j", "n", "s", "c", "m", "t", "qu",
                                                "jusqu", "lorsqu", "puisqu", "aujourd"}  # fmt: skip
    if word.endswith(("'s", "'")):
        return spell(word.rpartition("'")[0])
    parts = word.split("-")
    # "e-bikes", "zee-zout", "Salz-Karamell": a hyphen joins what is right by itself.
    return len(parts) > 1 and all(
        len(part) < 3 or spell(part) or spell(part.capitalize()) for part in parts
    )


@lru_cache(maxsize=4_000)
def _instead(path: Path, word: str, lang: str) -> tuple[str, ...]:
    """At most five words that could have been meant, the likeliest first."""
    spell = dictionary(path).spell
    tries = dict.fromkeys(slips(word, lang))
    found = [one for one in tries if one != word and spell(one)][:5]
    if not found:
        found = [one for one in dictionary(path).suggest(word) if VEIL not in one][:5]
    return tuple(dict.fromkeys(found))


def alike(word: str, lang: str) -> Iterator[str]:
    """The word with one letter accented otherwise, doubled, or single where it is double."""
    return chain(_accented(word, lang), _doubled(word), _single(word))


def sounding(word: str, lang: str) -> Iterator[str]:
    """The word with letters in it for others that sound the same: "muszály", "nieuwschierig"."""
    for these, those in _SOUND.get(lang, ()):
        for one, other in ((these, those), (those, these)):
            at = word.find(one)
            while at >= 0:
                yield word[:at] + other + word[at + len(one) :]
                at = word.find(one, at + 1)


def _accented(word: str, lang: str) -> Iterator[str]:
    return (word[:n] + other + word[n + 1 :] for n in range(len(word))
            for other in _LETTERS[lang] if fold(other) == fold(word[n].lower()))  # fmt: skip


def _doubled(word: str) -> Iterator[str]:
    return (word[:n] + word[n] + word[n:] for n in range(len(word)))


def _single(word: str) -> Iterator[str]:
    return (word[:n] + word[n + 1 :] for n in range(1, len(word)) if word[n] == word[n - 1])


def slips(word: str, lang: str) -> Iterator[str]:
    """The word without one slip of the hand, the commonest slips first."""
    letters = _LETTERS[lang]
    if word.islower():
        yield word.capitalize()
    yield from _accented(word, lang)
    plural = (word[:-1] + "'s",) if word.endswith("s") and "'" in letters else ()
    swapped = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
    yield from chain(plural, _doubled(word), _single(word), swapped)
    yield from (word[:n] + other + word[n:] for n in range(len(word) + 1) for other in letters)
    vowels = [letter for letter in letters if fold(letter) in "aeiouy"]
    yield from (word[:n] + other + word[n + 1 :] for n in range(len(word))
                for other in vowels if fold(word[n].lower()) in "aeiouy")  # fmt: skip
    yield from (word[:n] + word[n + 1 :] for n in range(len(word)))
    yield from (word[:n] + other + word[n + 1 :] for n in range(len(word)) for other in letters)


def near(word: str, other: str) -> bool:
    """Whether one slip, or its accents alone, make the difference."""
    a, b = fold(word), fold(other)
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1 or " " in b:
        return False
    head = next((n for n, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]),
                min(len(a), len(b)))  # fmt: skip
    rest_a, rest_b = a[head:], b[head:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[2:] == rest_b[2:] and rest_a[:2] == rest_b[:2][::-1])
    )
