"""Dutch nouns with their articles, adjectives and relatives."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.dutch.words import (
    ADVERBS,
    COMMON,
    COMMON_ENDS,
    DETERMINERS,
    FEMININE_ENDS,
    NEUTER,
    NEUTER_ENDS,
    PEOPLE,
    PERSONS,
    PREPOSITIONS,
    inflected,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_DE, _HET = "This noun takes “de”.", "This noun takes “het”."
_VERBS = words("is was wordt start begint staat hangt ligt heeft gaat komt kost opent kan")
_JOINS = words("en of na aan om voor uit")
_EACH = {"elke": "elk", "iedere": "ieder", "welke": "welk", "deze": "dit", "onze": "ons"}
_ONE = {"elk": "elke", "ieder": "iedere", "welk": "welke", "dit": "deze", "ons": "onze"}
_NO_DIMINUTIVE = regex.compile(r".{2,}[bcdfghklmnprstvwz]je$")
_LIKE_ONE = words("oranje franje kastanje")
_NO_ADJECTIVE = words("twee drie beide alle elke iedere deze die de je me ze we te hele")
_FOLLOWS = words("je we wij ik jij hij ze zij jullie u gisteren vandaag")
# Of a person "een goed vriend" is right as well, not so these.
_NEAR = words("nieuw leuk lief gezellig vrolijk")
_THINGS = words("fiets jas trui taart auto stoel tafel lamp tas mok kaars jurk broek kast boot "
                "tuin kamer telefoon verjaardag")  # fmt: skip


def neuter(word: str) -> bool:
    if not word:
        return False
    return word in NEUTER or bool(ending(word, NEUTER_ENDS)) or _small_thing(word)


def _small_thing(word: str) -> bool:
    return bool(_NO_DIMINUTIVE.match(word)) and not word.endswith(tuple(_LIKE_ONE))


def _common(word: str) -> bool:
    return (
        word in COMMON
        or bool(ending(word, COMMON_ENDS))
        or (len(word) > 7 and word.endswith(FEMININE_ENDS) and not word.endswith("afscheid"))
    )


def nouns(line: Line, at: int) -> Iterator[Correction]:
    """Article, adjective and noun: "de boekje", "dat jas", "een mooie huis", "een klein tas"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if not after or (line[at + 1].hangs and low not in DETERMINERS):
        return
    longer = after.endswith("e") and after not in _NO_ADJECTIVE | PERSONS
    between = after if plain(after) or (longer and not _common(after)) else ""
    place = at + 2 if between and not _small_thing(between) else at + 1
    noun = line[place]
    name = line.low(place)
    if noun.hangs or not name or not noun.word.islower():
        return
    said = f" {line[at + 1].word}" if place == at + 2 else ""
    known = place == at + 1 or after.endswith("ste") or plain(after) or _small_thing(name)
    best = before == "van" and line.prev(at - 1) in ("een", "één")
    if low == "de" and known and neuter(name) and not best:
        yield line.fault(at, place, f"het{said}", _HET)
    elif low in _EACH and known and neuter(name) and name != "lid":
        yield line.fault(at, place, _EACH[low] + said, _HET)
    elif low == "die" and place == at + 1 and neuter(name) and line.low(at + 2) not in _JOINS:
        if line[at].first or before in PREPOSITIONS:
            yield line.fault(at, at + 1, "dat", _HET)
    elif low == "het" and place == at + 1 and line[at].first and _common(name):
        if line.low(at + 2) in _VERBS:
            yield line.fault(at, at + 1, "de", _DE)
    elif low == "het" and place == at + 1 and before in PREPOSITIONS and _common(name):
        # Of a blanket some say “het” as well.
        lone = line.ends(at + 1) or line.low(at + 2) in PREPOSITIONS | {"en", "is", "staat"}
        if lone and not name.endswith("deken"):
            yield line.fault(at, at + 1, "de", _DE)
    elif low in ("een", "geen") and plain(after) and place == at + 2 and neuter(name):
        yield line.fault(at + 1, place, plain(after), AGREE)
    elif (
        low in ("een", "geen")
        and inflected(after)
        and after not in ADVERBS
        and not line[at + 1].hangs
    ):
        noun, name = line[at + 2], line.low(at + 2)
        if _common(name) and not noun.hangs and noun.word.islower() and (
            name not in PEOPLE or after in _NEAR or name in _THINGS
        ):  # fmt: skip
            yield line.fault(at + 1, at + 2, inflected(after), AGREE)
    elif (
        low in _ONE and place == at + 1 and _common(name) and (low != "ons" or not line.low(at + 2))
    ):
        yield line.fault(at, at + 1, _ONE[low], _DE)
    elif low in ("het", "dit", "dat") and plain(after) and place == at + 2 and _common(name):
        if low == "het" and (line[at].first or before in PREPOSITIONS):
            yield line.fault(at, place, f"de{said}", _DE)
        elif low == "dit":
            yield line.fault(at, place, f"deze{said}", _DE)
    elif low == "dat" and place == at + 1 and name in COMMON and line.low(at + 2) not in _JOINS:
        shown = line[at].first or before in ("past", "hangt", "staat", "is")
        if shown or before in PREPOSITIONS:
            yield line.fault(at, at + 1, "die", _DE)


def relative(line: Line, at: int) -> Iterator[Correction]:
    """ "Het schip die je ziet", "de fiets dat je kiest"."""
    low = line[at].low
    if low not in ("die", "dat") or line[at].before not in (" ", ", ") or line[at].first:
        return
    if line.low(at + 1) not in _FOLLOWS:
        return
    noun = line[at - 1].low
    start = at - 2
    if plain(line.prev(at - 1)) or inflected(line.prev(at - 1)):
        start -= 1
    article = line[start].low if line[start + 1].before == " " else ""
    if low == "die" and article in ("het", "ons", "een", "dit") and neuter(noun):
        if line.prev(start) not in PREPOSITIONS or start - 1 == line.begin(at):
            yield line.fault(at, at + 1, "dat", _HET)
    elif low == "dat" and article in ("de", "een") and noun in _THINGS and line[at].before == " ":
        yield line.fault(at, at + 1, "die", _DE)
