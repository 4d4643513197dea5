"""What the Dutch dictionary says of a word, and a word in another form that the dictionary has."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from aboveboard.text.correcting.dictionaries import dictionary, place
from aboveboard.text.tables import words

_PREFIXED = regex.compile(r"(?:be|ge|her|ont|ver|er|mis|onder|over)\p{L}{3,}$")
# These are adjectives first, or nouns.
_NO_PAST = words("bekend verkeerd gewend geliefd verwend vereerd verwaand behoud onderscheid "
                 "overheid verstand verband verleid misleid begeleid gemeld bemind bedeeld "
                 "beperkt")  # fmt: skip
# Of a compound the dictionary may take the last letter for an ending: "vijgenkaars".
_CLEAR = regex.compile(
    r"(?:er|el|en|em|je|aar|or|eur|ie|['’])s$(?<!kaars|mens|wens|grens|lens|koers|beurs|laars"
    r"|jeans|waterkers|tuinkers|wijnpers|drukpers|jaars)|(?:workshop|ticket|shop|film|club|team|restaurant|hotel)s$"
)
_OPEN = regex.compile(r"(.*)([aeou])\2([bdfgklmnprst])$")
_SHORT = regex.compile(r"(?:^|[^aeiou])[aeiou][bdfgklmnprst]$")
# Verbs with a stem on -t that form their past otherwise.
_STRONG = words("eten zitten weten laten meten vergeten heten gieten schieten genieten bijten "
                "sluiten besluiten afsluiten fluiten vechten opeten uitlaten verlaten")  # fmt: skip
_VOICED = {"f": "v", "s": "z"}


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[str, ...]:
    path = place("nl")
    return () if path is None else tuple(one.strip() for one in dictionary(path).analyze(word))


@lru_cache(maxsize=20_000)
def known(word: str) -> bool:
    path = place("nl")
    return path is not None and dictionary(path).spell(word)


def third(word: str) -> str:
    """The stem of a verb with -t that is nothing else: "maak" for "maakt"; empty otherwise."""
    read = _readings(word) if word.endswith("t") else ()
    return word[:-1] if read and all(one == f"st:{word[:-1]} ts:VB3" for one in read) else ""


def is_stem(word: str) -> bool:
    """Whether a verb has this stem: with a -t he does it."""
    return any(one == f"st:{word} ts:VB3" for one in _readings(f"{word}t"))


def finite_of(past: str) -> str:
    """What he does, of a word that says what is done: "belooft" for "beloofd"; empty for none."""
    if not past.endswith("d") or past in _NO_PAST or not _PREFIXED.match(past):
        return ""
    finite = f"{past[:-1]}t"
    return finite if third(finite) else ""


def past_of(finite: str) -> str:
    """What is done, of a word that says what he does: "bezorgd" for "bezorgt"."""
    past = f"{finite[:-1]}d"
    return past if finite_of(past) == finite and known(past) else ""


def many(word: str) -> bool:
    """Whether a noun stands for several, and the word is no other form than that."""
    if word.endswith(("kinderen", "clubleden", "teamleden", "koorleden")):
        return True
    if word.endswith("s") and not _CLEAR.search(word):
        return False
    read = [one for one in _readings(word) if " fl:" not in one]
    return bool(read) and all(one.endswith(("ts:NN2", "ts:NN2r")) for one in read)


def noun_of_many(word: str) -> bool:
    return (word.endswith("en") or many(word)) and any("ts:NN2" in one for one in _readings(word))


def single(word: str) -> str:
    """One of what stands for several: "deelnemer" for "deelnemers"."""
    return next((one[3:].split(" ")[0] for one in _readings(word) if "ts:NN2" in one), "")


def may_be_many(word: str) -> bool:
    return any("ts:NN2" in one for one in _readings(word)) or word.endswith(("eren", "eden"))


def compared(word: str) -> bool:
    read = _readings(word) if word.endswith("er") else ()
    return bool(read) and all("ts:AJc" in one for one in read)


def plural(noun: str) -> str:
    """Several of a noun, as the dictionary has it; empty where it does not say."""
    if noun.endswith("kind"):
        return f"{noun}eren"
    for one in _longer(noun, ("s", "en", "'s", "n")):
        if f"st:{noun} ts:NN2" in _readings(one):
            return one.replace("'", "’")
    return ""


def infinitive(stem: str) -> str:
    """ "Maken" for "maak", as the dictionary has it; empty where it does not say."""
    if stem.endswith("kom"):
        return f"{stem}en"
    return next((one for one in _longer(stem, ("en", "n")) if known(one)), "")


def is_infinitive(word: str) -> bool:
    """Whether it is what several do: "serveren"."""
    return word in _STRONG or bool(stem_of(word))


def stem_of(verb: str) -> str:
    """The stem of what several do: "serveer" for "serveren"; empty for no verb."""
    if not verb.endswith("en") or len(verb) < 5:
        return ""
    bare = verb[:-2]
    bare = bare[:-1] + {"v": "f", "z": "s"}.get(bare[-1], bare[-1])
    stems = [bare]
    if len(bare) > 2 and bare[-2] in "aeou":
        stems.append(bare[:-1] + bare[-2:])
    if bare[-1] == bare[-2]:
        stems.append(bare[:-1])
    for one in stems:
        does = is_stem(one) or (one.endswith("t") and past_one(f"{one}ten"))
        if does and infinitive(one) == verb:
            return one
    return ""


def past_of_many(verb: str) -> str:
    """What several did, of what several do: "meldden" for "melden"; empty where it is strong."""
    stem = stem_of(verb)
    return next((one for one in (f"{stem}ten", f"{stem}den") if stem and past_one(one)), "")


def _longer(stem: str, ends: tuple[str, ...]) -> Iterator[str]:
    if "en" in ends:
        bare = stem[:-1] + _VOICED.get(stem[-1], stem[-1])
        if match := _OPEN.match(stem):
            last = _VOICED.get(match[3], match[3])
            yield f"{match[1]}{match[2]}{last}en"
            yield f"{match[1]}{match[2]}{match[3]}en"
        if _SHORT.search(stem):
            yield f"{stem}{stem[-1]}en"
        yield f"{bare}en"
    for end in ends:
        yield stem + end


def is_plural(word: str) -> bool:
    """Whether the dictionary has it as several of a noun: "auto's"."""
    return any("ts:NN2" in one for one in _readings(word))


def adjective(word: str) -> bool:
    """Whether it is an adjective with its -e: "beroemde"."""
    return any("ts:AJe" in one or "ts:VBpe" in one for one in _readings(word))


def in_dictionary(word: str) -> bool:
    """Whether the dictionary has the word itself, not only its parts."""
    return any(one.startswith(f"st:{word}") or "ts:NN2" in one for one in _readings(word)) and not (
        any("pa:" in one for one in _readings(word))
    )


def past_one(word: str) -> str:
    """What one did, of what several did: "verhuurde" for "verhuurden"; empty for none."""
    one = word[:-1]
    several = word.endswith(("den", "ten")) and any("ts:VBh" in each for each in _readings(word))
    return one if several and any("ts:VBh1" in each for each in _readings(one)) else ""


def past_many(word: str) -> str:
    """What several did, of what one did: "verhuurden" for "verhuurde"; empty for none."""
    return f"{word}n" if word.endswith("e") and past_one(f"{word}n") == word else ""


def acts(word: str) -> bool:
    """Whether it may be what one does: "meeneemt"."""
    return word.endswith("t") and any("ts:VB3" in one for one in _readings(word))


def prolonged(word: str) -> str:
    """The participle with -e that is meant by a past: "vergrote" for "vergrootte"."""
    if not word.endswith(("tte", "dde")) or past_one(f"{word}n") != word:
        return ""
    stem = word[:-2]
    found = _OPEN.match(stem)
    return next(
        (one for one in (f"{found[1]}{found[2]}{found[3]}e" if found else "", f"{stem}e")
         if (one and adjective(one)) or one in _DONE), ""
    )  # fmt: skip


_DONE = words("vergrote verkorte verlichte verzachte beantwoorde ontlede")


def superlative(word: str) -> bool:
    """Whether it is the highest degree with its -e: "lekkerste"."""
    return any("ts:AJse" in one for one in _readings(word))
