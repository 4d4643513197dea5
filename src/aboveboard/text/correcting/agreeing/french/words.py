"""What the French dictionary says of a word, and a word in another form that the dictionary has."""

from functools import lru_cache
from typing import NamedTuple

from aboveboard.text.correcting.dictionaries import dictionary, place
from aboveboard.text.tables import words

FINITE = frozenset({"ipre", "iimp", "ipsi", "ifut", "spre", "simp", "cond", "impe"})
PERSONS = {"je": "1sg", "j’": "1sg", "tu": "2sg", "il": "3sg", "elle": "3sg", "on": "3sg",
           "nous": "1pl", "vous": "2pl", "ils": "3pl", "elles": "3pl"}  # fmt: skip
# Ends of words as they turn into each other: the first that gives a right form is taken.
_ENDS = (
    ("", "s"), ("", "x"), ("", "e"), ("", "es"), ("s", ""), ("x", ""), ("es", ""), ("e", ""),
    ("al", "aux"), ("al", "ale"), ("al", "ales"), ("aux", "al"), ("ail", "aux"), ("aux", "ale"),
    ("eau", "elle"), ("eaux", "elle"), ("eau", "elles"), ("eaux", "elles"), ("elle", "eau"),
    ("elle", "eaux"), ("elles", "eau"), ("elles", "eaux"),
    ("el", "elle"), ("el", "elles"), ("elle", "el"), ("elle", "els"), ("els", "elles"),
    ("en", "enne"), ("en", "ennes"), ("enne", "en"), ("enne", "ens"), ("on", "onne"),
    ("on", "onnes"), ("onne", "on"), ("onne", "ons"), ("onnes", "ons"), ("as", "asse"),
    ("os", "osse"), ("os", "osses"), ("osse", "os"), ("osses", "os"), ("er", "ère"),
    ("er", "ères"), ("ère", "er"), ("ère", "ers"), ("ères", "er"), ("ères", "ers"),
    ("eux", "euse"), ("eux", "euses"), ("euse", "eux"), ("euses", "eux"),
    ("f", "ve"), ("f", "ves"), ("ve", "f"), ("ve", "fs"), ("ves", "fs"), ("et", "ette"),
    ("et", "ettes"), ("et", "ète"), ("et", "ètes"), ("ète", "et"), ("ètes", "ets"),
    ("c", "che"), ("c", "ches"), ("che", "c"), ("ches", "cs"), ("ais", "aîche"),
    ("ais", "aîches"), ("aîche", "ais"), ("aîches", "ais"), ("c", "que"), ("c", "ques"),
    ("eur", "euse"), ("eur", "rice"), ("ieux", "ieille"), ("eille", "eux"), ("ou", "olle"),
    ("il", "ille"), ("il", "illes"), ("s", "es"), ("es", "s"), ("us", "ues"), ("is", "ise"),
    ("ong", "ongue"), ("ong", "ongues"), ("ous", "oute"), ("s", "se"), ("s", "ses"), ("s", "sses"),
    ("oux", "ouce"), ("oux", "ouces"), ("x", "sse"), ("x", "sses"),
    # Verbs.
    ("e", "ent"), ("ent", "e"), ("t", "ent"), ("it", "issent"), ("issent", "it"), ("t", "ssent"),
    ("ent", "t"), ("d", "dent"), ("dent", "d"), ("ait", "aient"), ("aient", "ait"), ("a", "ont"),
    ("ont", "a"), ("a", "èrent"), ("a", "as"), ("as", "a"), ("ts", "t"), ("t", "s"), ("s", "t"),
    ("x", "t"), ("t", "x"), ("t", "tent"), ("tent", "t"), ("et", "ettent"), ("ettent", "et"),
    ("ient", "iennent"), ("iennent", "ient"), ("oit", "oivent"), ("oivent", "oit"),
    ("rend", "rennent"), ("rennent", "rend"), ("eut", "euvent"), ("eut", "eulent"),
    ("euvent", "eut"), ("eulent", "eut"), ("ait", "avent"), ("avent", "ait"), ("çoit", "çoivent"),
    ("rt", "rtent"), ("rtent", "rt"), ("rt", "rvent"), ("rvent", "rt"), ("aît", "aissent"),
    ("aissent", "aît"), ("it", "isent"), ("isent", "it"), ("it", "vent"), ("oit", "oient"),
    ("e", "es"), ("er", "é"), ("é", "er"), ("ez", "er"), ("e", "ons"), ("ent", "ons"), ("t", "ons"),
    ("t", "vons"), ("it", "issons"), ("e", "ez"), ("ent", "ez"), ("it", "issez"), ("er", "ez"),
    ("er", "ons"), ("er", "ées"), ("er", "ée"), ("er", "és"), ("rait", "t"), ("d", "ds"),
    ("ds", "d"), ("ent", "es"), ("ais", "ait"), ("ait", "ais"), ("ez", "é"), ("rt", "rs"),
    ("t", "issent"), ("as", "ont"), ("ais", "aient"),
    ("ens", "ennent"), ("es", "e"), ("es", "ent"), ("e", "s"),
    ("eux", "euvent"), ("eux", "eulent"), ("iens", "iennent"), ("is", "issent"), ("ons", "e"),
)  # fmt: skip
_IRREGULAR = {
    ("être", "ipre"): ("suis", "es", "est", "sommes", "êtes", "sont"),
    ("avoir", "ipre"): ("ai", "as", "a", "avons", "avez", "ont"),
    ("aller", "ipre"): ("vais", "vas", "va", "allons", "allez", "vont"),
    ("faire", "ipre"): ("fais", "fais", "fait", "faisons", "faites", "font"),
    ("dire", "ipre"): ("dis", "dis", "dit", "disons", "dites", "disent"),
}
# The subjunctive of what has one of its own.
SUBJUNCTIVE = {
    "est": "soit", "sont": "soient", "a": "ait", "ont": "aient", "vient": "vienne", "fait": "fasse",
    "va": "aille", "peut": "puisse", "sait": "sache", "peuvent": "puissent", "font": "fassent",
    "vont": "aillent", "êtes": "soyez", "sommes": "soyons", "avez": "ayez", "avons": "ayons",
    "pouvez": "puissiez", "suis": "sois", "ai": "aie", "devient": "devienne", "revient": "revienne",
    "prend": "prenne", "savent": "sachent", "savez": "sachiez", "faites": "fassiez",
    "part": "parte",
    "peux": "puisse", "sort": "sorte", "met": "mette", "finit": "finisse", "doit": "doive",
    "tient": "tienne", "dit": "dise", "vas": "ailles", "as": "aies", "allez": "alliez",
    "voit": "voie", "reçoit": "reçoive", "attend": "attende", "devez": "deviez", "perd": "perde",
    "fais": "fasse", "vais": "aille", "sais": "sache", "viens": "vienne", "prends": "prenne",
    "mets": "mette", "tiens": "tienne", "dois": "doive", "viennent": "viennent",
}  # fmt: skip
_ORDER = ("1sg", "2sg", "3sg", "1pl", "2pl", "3pl")
_NONE: frozenset[str] = frozenset()


class Reading(NamedTuple):
    """One way to read a word: what it is a form of, and which."""

    lemma: str
    tags: frozenset[str]


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    path = place("fr")
    if path is None:
        return ()
    read = [_reading(said) for said in dictionary(path).analyze(word)]
    # Setup's dictionary has some words twice, once without what they are.
    return tuple(one for one in read if one.tags - {""}) or tuple(read)


def _reading(said: str) -> Reading:
    parts = [part.partition(":") for part in said.split()]
    lemma = next((value for key, _, value in parts if key == "st"), "")
    tags = frozenset(value.rstrip("!") if key in ("po", "is") else "" for key, _, value in parts)
    verb = bool(tags & (FINITE | {"infi", "ppre"}))
    return Reading(lemma, tags | {"verb"} if verb else tags)


@lru_cache(maxsize=20_000)
def tags(word: str) -> frozenset[str]:
    """All that a word may be."""
    return _NONE.union(*(one.tags for one in readings(word)))


@lru_cache(maxsize=20_000)
def is_only(word: str, *kinds: str) -> bool:
    """Whether each reading of a known word is of one of these kinds."""
    read = readings(word)
    return bool(read) and all(any(kind in one.tags for kind in kinds) for one in read)


def infinitive(word: str) -> bool:
    """An infinitive and no noun, but for those of the kitchen and the like."""
    return is_only(word, "infi") or (word.endswith("er") and word in _NO_NOUN)


def participle(word: str) -> bool:
    """A participle in -é, and nothing else."""
    return word.endswith("é") and is_only(word, "ppas")


@lru_cache(maxsize=20_000)
def finite(word: str) -> bool:
    return bool(tags(word) & FINITE)


@lru_cache(maxsize=20_000)
def persons(word: str) -> frozenset[str]:
    """The persons that a word may go with as a verb."""
    return _NONE.union(
        *(one.tags & PERSON for one in readings(word) if one.tags & FINITE - {"impe"})
    )


@lru_cache(maxsize=20_000)
def noun(word: str) -> tuple[str, str]:
    """Gender ("mas", "fem" or "") and number ("sg", "pl" or "") of what may be a noun."""
    read = [one.tags for one in readings(word) if "nom" in one.tags]
    return _shared(read)


@lru_cache(maxsize=20_000)
def adjective(word: str) -> tuple[str, str]:
    return _shared([one.tags for one in readings(word) if one.tags & {"adj", "ppas"}])


def _shared(read: list[frozenset[str]]) -> tuple[str, str]:
    if not read:
        return "", ""
    genders = _NONE.union(*(one & {"mas", "fem", "epi"} for one in read))
    numbers = _NONE.union(*(one & {"sg", "pl", "inv"} for one in read))
    [gender] = genders if len(genders) == 1 else ("",)
    [number] = numbers if len(numbers) == 1 else ("",)
    return gender.replace("epi", ""), number.replace("inv", "")


@lru_cache(maxsize=4_000)
def turned(word: str, *wanted: str) -> str:
    """The same word in the form that has these tags; empty where none is found."""
    lemmas = {one.lemma for one in readings(word)}
    for end, other in _ENDS:
        if word.endswith(end):
            tried = word[: len(word) - len(end)] + other
            for one in readings(tried):
                if one.lemma in lemmas and all(_has(one.tags, want) for want in wanted):
                    return tried
    return ""


def _has(found: frozenset[str], want: str) -> bool:
    if want in ("mas", "fem"):
        return bool(found & {want, "epi"})
    if want in ("sg", "pl"):
        return bool(found & {want, "inv"})
    return want in found


@lru_cache(maxsize=4_000)
def conjugated(word: str, person: str) -> str:
    """The verb's form of the same tense for another person; empty where none is found."""
    for one in readings(word):
        for tense in one.tags & FINITE:
            row = _IRREGULAR.get((one.lemma, tense))
            if row:
                return row[_ORDER.index(person)]
    for tense in ("ipre", "iimp", "ifut", "cond"):
        if tense in tags(word) and (found := turned(word, tense, person)):
            return found
    return turned(word, "ipre", person) if tags(word) & {"spre"} else ""


@lru_cache(maxsize=4_000)
def formed(word: str, tense: str, person: str) -> str:
    """The form of a verb, of which any form is given, in a tense; empty where none is found."""
    for lemma in {one.lemma for one in readings(word) if "verb" in one.tags or "ppas" in one.tags}:
        for at in range(len(lemma) - 1, -1, -1):
            for tail in _TAILS:
                for one in readings(lemma[:at] + tail):
                    if one.lemma == lemma and {tense, person} <= one.tags:
                        return lemma[:at] + tail
    return ""


@lru_cache(maxsize=4_000)
def agreed(word: str, gender: str, number: str) -> str:
    """An adjective or participle as it goes with this gender and number; "" for as it was."""
    wanted = tuple(one for one in (gender, number) if one)
    own = [one.tags for one in readings(word) if one.tags & {"adj", "ppas"}]
    if not own or any(all(_has(tag, want) for want in wanted) for tag in own):
        return ""
    kept = adjective(word)
    gender, number = gender or kept[0] or "mas", number or kept[1]
    return turned(word, *(one for one in (gender, number) if one))


PERSON = frozenset(_ORDER)
# With what a stem is tried; the longest stem comes first.
_TAILS = (
    "", "e", "es", "ent", "ons", "ez", "s", "t", "x", "it", "is", "issent", "ient", "iens",
    "iennent", "ne", "nes", "nent", "ienne", "iennes", "isse", "isses", "asse", "asses", "assent",
    "aille", "ailles", "aillent", "ache", "aches", "achent", "euille", "euillent", "oit", "ois",
    "oivent", "oive", "oie", "oient", "eut", "eux", "euvent", "uisse", "uisses", "uissent", "ait",
    "ais", "aient", "eait", "eais", "eaient", "issait", "issais", "issaient", "ve", "vent",
)  # fmt: skip
_NO_NOUN = words("manger toucher parler savoir penser aller lever")
