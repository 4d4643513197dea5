"""The few faults that nobody would argue about, for guards: quick, and silent where in doubt.

Spelling: an everyday word with one slip of the hand, or a long one with a slip of a common sort,
where the dictionary does not know what stands there and it is no name, compound or foreign word.
Tags: several words run together. Grammar: rules and phrases that are sure, and of Harper's rules
the surest (`english.SUREST`).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path

import regex

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import Correction, apart_from_each_other
from aboveboard.text.correcting.dictionaries import (
    LIST,
    alike,
    dictionary,
    first_letter,
    is_right,
    often,
    place,
    slips,
    sounding,
    source,
)
from aboveboard.text.correcting.english import SOURCE, WHY, british_unknown, put, surest
from aboveboard.text.correcting.joined import joined
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.rules import rule_corrections
from aboveboard.text.correcting.veiled import VEIL, veiled
from aboveboard.text.found.names import fold
from aboveboard.text.sentences import sentences
from aboveboard.text.voice.background import background

# So much of a text is read, and so much at once: Harper takes more than twice as long for twice
# as much.
MOST, PIECE = 10_000, 2_000
_KINDS = frozenset({"doubled", "phrase"})
# A word by itself, or after an article that lost its vowel ("l'accueil").
_WORD = regex.compile(
    r"(?:(?<![\p{L}\p{M}\p{N}_'’-])|(?<=(?<![\p{L}\p{M}\p{N}_'’-])[LlDdNnSsCcJjMmTt]['’]))"
    r"\p{L}[\p{Ll}\p{M}]{3,29}(?![\p{L}\p{M}\p{N}_'’-])"
)
# From so many letters on a word of the dictionary is likely meant, though not everybody wrote it.
_LONG = 7
# Of a word with fewer letters the first one is right.
_SHORT = 6
# In powers of ten: how common a word is taken to be that the list of such lacks, how much commoner
# one has to be that is meant, and from where on a word is none of the usual slips.
_SELDOM, _COMMONER, _COMMON = 2.5, 1.3, 3.3
_NEXT = regex.compile(r" (\p{L}{2,})")
# As people talk; dictionaries leave it out.
_SPOKEN = {
    "de": ("rauf", "drauf", "rüber", "drüber", "runter", "drunter", "grad", "nix", "nich", "biste",
           "haste", "gibts", "gehts", "wars", "ists", "sowas", "bissl", "hinterm", "überm",
           "unterm")
}  # fmt: skip
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
    return (*found, *joined(text[:MOST], lang, folder=folder))


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
    found += agreement(plain, lang)
    slipped = list(slipped_words(plain, lang, folder))
    if lang == "en" and slipped:
        # Hunspell's dictionary is of one kind of English only.
        unknown = british_unknown(plain.replace(VEIL, " "))
        slipped = [one for one in slipped if one.start in unknown]
    found += slipped
    if lang == "en":
        found += _harper(plain)
    return apart_from_each_other(one for one in found if VEIL not in one.words)


def slipped_words(text: str, lang: str, folder: str) -> Iterator[Correction]:
    """Everyday words with one slip in them. What has a capital within a sentence is a name."""
    path = place(lang, folder)
    if path is None:
        return
    starts: set[int] | None = None
    for match in _WORD.finditer(text):
        word = match[0]
        lowered = word[0].isupper() and lang != "de"
        if lowered:
            if starts is None:
                starts = {first_letter(one.start, text) for one in sentences(text, lang)}
            if match.start() not in starts or is_right(path, word, lang):
                continue
            word = word.lower()
        if meant := _meant(word, lang, path) or _two(word, lang, path):
            meant = meant.capitalize() if lowered else meant
            yield Correction(
                match.start(),
                match.end(),
                match[0],
                (meant,),
                "spelling",
                "This word is not in the dictionary.",
                source(path),
                "sure",
            )


@lru_cache(maxsize=4096)
def _meant(word: str, lang: str, path: Path) -> str:
    """The word that is one slip away from a wrong one; empty where in doubt."""
    if is_right(path, word, lang) or word in _SPOKEN.get(lang, ()) or _is_common(word, lang):
        return ""
    spell = dictionary(path).spell
    tries = [one for one in dict.fromkeys(slips(word, lang)) if one != word]
    if len(word) < _SHORT:
        # "Rauf" is no slip for "auf".
        tries = [one for one in tries if one[0].lower() == word[0].lower()]
    likely = [one for one in tries if _likely(word, one) and spell(one)]
    likely += (one for one in sounding(word, lang) if spell(one) and one not in likely)
    # Asked last: it takes the dictionaries of the other languages.
    if not (found := _one_of(word, lang, path, tries, likely)) or not _foreign(word, lang, path):
        return found
    # With other accents, or none, a word may look like one of another language.
    return next((one for one in likely if word.islower() and fold(one) == fold(word)), "")


def _one_of(word: str, lang: str, path: Path, tries: list[str], likely: list[str]) -> str:
    """Of the words that may be meant the one that is; empty where in doubt."""
    everyday, spell = background(lang).counts["words"], dictionary(path).spell
    often = 3 * everyday.get(word.lower(), 0) + 1
    usual = next((one for one in likely if everyday.get(one.lower(), 0) > often), "")
    if usual or word.lower() in everyday:
        return usual
    if lang == "de" and (usual := _usual(word, likely)) and not _compound(path, word, lang):
        return usual
    if path == LIST:
        return _one_of_list(word, lang, likely)
    if _compound(path, word, lang):
        # A long one that is nearly a word of the dictionary's own is that.
        own = [one for one in likely if not _made_up(path, one, lang)]
        sure = len(word) > _LONG and len(own) == 1 and _within(word, own[0], lang)
        return own[0] if sure else ""
    least = _USUAL.get(lang, 1)
    if word.islower():
        for one in tries:
            if everyday.get(one, 0) >= least and one.islower() and spell(one):
                return one
    if len(word) < _LONG:
        near = chain(likely, _twice(word, lang))
        return next((one for one in near if fold(one) == fold(word) and spell(one)
                     and (lang == "hu" or one in everyday)), "")  # fmt: skip
    if not word.islower():
        # Names of things that the dictionary lacks ("Krapfen") are near to others ("Karpfen"):
        # only accents, double letters and everyday words are meant for sure.
        likely = [one for one in likely if one.lower() in everyday or _same_letters(one, word)]
    likely = [*likely, *(one for one in _twice(word, lang) if spell(one))]
    return next((one for one in likely if not _made_up(path, one, lang)), "")


def _one_of_list(word: str, lang: str, likely: list[str]) -> str:
    """The only word that may be meant, where a list of forms lacks many that are right."""
    if not word.islower() or len(word) <= _LONG:
        return ""
    own = [one for one in likely if one[-1] == word[-1] and _is_listed(one)]
    sure = len(own) == 1 and (_within(word, own[0], lang) or not _compound(LIST, word, lang))
    return own[0] if sure else ""


def _is_common(word: str, lang: str) -> bool:
    """Whether a word is written too often to be a slip; known of German."""
    return lang == "de" and often().get(word.lower(), 0) >= _COMMON


def _usual(word: str, likely: list[str]) -> str:
    """The commonest word that may be meant, where it is so much commoner; empty for none."""
    if len(word) < _SHORT - 1:
        return ""
    least = often().get(word.lower(), _SELDOM) + _COMMONER
    found = [one for one in likely if one[-1] == word[-1] and often().get(one.lower(), 0) >= least]
    if len(word) < _SHORT and not word.islower():
        # A name of five letters is near to many words: only swapped ones are a slip for sure.
        found = [one for one in found if sorted(one.lower()) == sorted(word.lower())]
    return max(found, key=lambda one: often()[one.lower()], default="")


def _is_listed(word: str) -> bool:
    """Whether the list itself has a form, and not only a rule that makes forms which it lacks."""
    return any(_MADE.isdisjoint(_FLAG.findall(one)) for one in dictionary(LIST).analyze(word))


_FLAG, _MADE = regex.compile(r"fl:(\w)"), frozenset("VMOLC")


@lru_cache(maxsize=4096)
def _two(word: str, lang: str, path: Path) -> str:
    """Two small words that stand as one: "garnicht", "quelquechose"; empty for none."""
    everyday = background(lang).counts["words"]
    if is_right(path, word, lang) or word.lower() in everyday:
        return ""
    firsts, seconds = _APART.get(lang, (frozenset(), frozenset()))
    for at in range(2, len(word) - 1):
        head, tail = word[:at], word[at:]
        if head in firsts and len(tail) > 3 and is_right(path, tail, lang):
            return f"{head} {tail}"
        if tail in seconds and (head in everyday or (len(head) > 3 and is_right(path, head, lang))):
            return f"{head} {tail}"
    return ""


# Words that nothing is joined with: such as come first, and such as come second.
_APART = {
    "en": (frozenset({"a"}), frozenset({"lot", "well", "fact", "least"})),
    "nl": (frozenset({"van", "te"}), frozenset({"niet", "wel", "veel"})),
    "fr": (frozenset({"quelque", "parce", "tout"}), frozenset({"chose", "que", "même", "pas"})),
    "de": (frozenset({"gar", "zur", "zum"}), frozenset({"nicht", "kein", "keine", "sind", "ist"})),
    "hu": (frozenset({"nem", "még", "már", "és", "sem", "ne"}), frozenset({"sem"})),
}


def _same_letters(one: str, other: str) -> bool:
    """Whether two words differ in accents, or in a letter that is double in one of them."""
    one, other = fold(one.lower()), fold(other.lower())
    return one == other or (len(one) != len(other) and set(one) == set(other))


def _twice(word: str, lang: str) -> Iterator[str]:
    """The word with two letters doubled, single or accented otherwise: "tommorow"."""
    if word.islower():
        for once in dict.fromkeys(alike(word, lang)):
            yield from alike(once, lang)


def _likely(word: str, meant: str) -> bool:
    """Whether a slip is of a common sort: a letter doubled, single, swapped, missing, or alike."""
    if word[0].isupper() != meant[0].isupper() or not meant[1:].islower():
        return False
    long = len(word) >= _LONG and word.islower()
    if len(word) < len(meant):
        return True
    if len(word) > len(meant):
        return long or any(a == b for a, b in pairwise(word))
    apart = [(a, b) for a, b in zip(word, meant, strict=True) if a != b]
    if len(apart) == 2:
        return True
    one, other = fold(apart[0][0]), fold(apart[0][1])
    vowels = long and one in _VOWELS and other in _VOWELS
    return one == other or vowels or frozenset((one, other)) in _ALIKE


def _within(word: str, meant: str, lang: str) -> bool:
    """Whether a letter too many or too few within a word, no ending, makes the difference."""
    if len(word) == len(meant):
        return lang == "hu" and fold(word) == fold(meant)
    return word[-1] == meant[-1] and not word[0].isupper()


def _made_up(path: Path, word: str, lang: str) -> bool:
    """Whether a dictionary takes it only because it takes any two words for one."""
    read = dictionary(path).analyze(word)
    if not all("pa:" in one for one in read):
        return False
    everyday = background(lang).counts["words"]
    return not any(
        word[:at].lower() in everyday and word[at:].lower() in everyday
        for at in range(3, len(word) - 2)
    )


_VOWELS = frozenset("aeiou")
_ALIKE = frozenset(map(frozenset, ("ck", "dt", "sz", "fv", "iy", "ei", "bp", "gk", "ea")))


def _foreign(word: str, lang: str, path: Path) -> bool:
    """Whether it is a word of another of our languages."""
    others = [other for other in ("en", "nl", "fr", "de", "hu") if other != lang]
    if any(word.lower() in background(other).counts["words"] for other in others):
        return True
    known = (place(other, str(path.parent)) for other in others)
    return any(file is not None and dictionary(file).spell(word) for file in known)


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


# What some of the surest rules say of right sentences too.
_UNSURE = frozenset(
    {
        ("PronounContraction", "you're"),
        ("LetsConfusion", "let"),
        ("MissingTo", "need"),
        ("InAWhile", "in while"),
    }
)


def _harper(text: str) -> Iterator[Correction]:
    everyday = background("en").counts["words"]
    for rule, one in surest(text.replace(VEIL, " ")):
        start, end = one.span.start, one.span.end
        after = _NEXT.match(text, end)
        if rule == "AnA" and not (after and after[1].casefold() in everyday):
            # Of what is spelt or abbreviated nobody knows how it is said.
            continue
        said = text[start:end]
        if (rule, said.lower().replace("’", "'")) in _UNSURE:
            continue
        instead = tuple(dict.fromkeys(put(said, each) for each in one.suggestions))
        if instead and instead[0] != said and VEIL not in text[max(0, start - 1) : end + 1]:
            why = WHY.get(one.lint_kind, WHY["Grammar"])
            kind = str(one.lint_kind).lower()
            yield Correction(start, end, said, instead, kind, why, SOURCE, "sure", one.message)
