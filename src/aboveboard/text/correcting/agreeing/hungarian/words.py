"""What the Hungarian dictionary says of a word, and a word with another ending that it has."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from aboveboard.text.correcting.dictionaries import dictionary, place
from aboveboard.text.tables import words

# Endings by case and by vowels: of each the first that gives a right form is taken.
_CASES = {
    "INE": ("ban", "ben"), "ILL": ("ba", "be"), "ACC": ("t", "ot", "et", "öt", "at"),
    "DAT": ("nak", "nek"), "SUE": ("n", "on", "en", "ön"), "SBL": ("ra", "re"),
    "NOM": ("",), "INSTR": ("val", "vel"), "ALL": ("hoz", "hez", "höz"),
}  # fmt: skip
_PRESENT = {
    "DEF_SG_1": ("om", "em", "öm"), "DEF_SG_2": ("od", "ed", "öd"), "DEF_SG_3": ("ja", "i"),
    "DEF_PL_1": ("juk", "jük"), "DEF_PL_2": ("játok", "itek"), "DEF_PL_3": ("ják", "ik"),
    "INDEF_SG_1": ("ok", "ek", "ök"), "INDEF_SG_2": ("sz", "ol", "el", "asz", "esz"),
    "INDEF_SG_3": ("", "ik"), "INDEF_PL_1": ("unk", "ünk"),
    "INDEF_PL_2": ("tok", "tek", "tök", "otok", "etek"),
    "INDEF_PL_3": ("nak", "nek", "anak", "enek"),
}  # fmt: skip
_PAST = {
    "DEF_SG_1": ("am", "em"), "DEF_SG_2": ("ad", "ed"), "DEF_SG_3": ("a", "e"),
    "DEF_PL_1": ("uk", "ük"), "DEF_PL_2": ("átok", "étek"), "DEF_PL_3": ("ák", "ék"),
    "INDEF_SG_1": ("am", "em"), "INDEF_SG_2": ("ál", "él"), "INDEF_SG_3": ("",),
    "INDEF_PL_1": ("unk", "ünk"), "INDEF_PL_2": ("atok", "etek"), "INDEF_PL_3": ("ak", "ek"),
}  # fmt: skip
_COND = {
    "DEF_SG_1": ("nám", "ném"), "DEF_SG_2": ("nád", "néd"), "DEF_SG_3": ("ná", "né"),
    "DEF_PL_1": ("nánk", "nénk"), "DEF_PL_2": ("nátok", "nétek"), "DEF_PL_3": ("nák", "nék"),
    "INDEF_SG_1": ("nék",), "INDEF_SG_2": ("nál", "nél"), "INDEF_SG_3": ("na", "ne"),
    "INDEF_PL_1": ("nánk", "nénk"), "INDEF_PL_2": ("nátok", "nétek"),
    "INDEF_PL_3": ("nának", "nének"),
}  # fmt: skip
_SUBJECTIVE = {
    "INDEF_SG_1": ("jak", "jek"), "INDEF_SG_3": ("jon", "jen", "jön"),
    "INDEF_PL_1": ("junk", "jünk"), "INDEF_PL_2": ("jatok", "jetek"),
    "INDEF_PL_3": ("janak", "jenek"),
}  # fmt: skip
_DOUBLE = ("sz", "zs", "cs", "gy", "ny", "ty", "ly")
_TENSES = ("PRES_INDIC_", "PAST_INDIC_", "PRES_COND_", "SUBJ/IMPER_")


_IRREGULAR = {
    ("jön", "PRES_INDIC_INDEF_SG_2"): "jössz", ("megy", "PRES_INDIC_INDEF_SG_2"): "mész",
    ("megy", "PRES_COND_INDEF_SG_1"): "mennék", ("van", "PRES_INDIC_INDEF_PL_3"): "vannak",
    ("van", "PRES_INDIC_INDEF_SG_1"): "vagyok", ("van", "PRES_INDIC_INDEF_SG_2"): "vagy",
    ("van", "PAST_INDIC_INDEF_PL_3"): "voltak", ("lesz", "PRES_INDIC_INDEF_PL_3"): "lesznek",
    ("van", "PRES_INDIC_INDEF_SG_3"): "van", ("van", "PRES_INDIC_INDEF_PL_2"): "vagytok",
}  # fmt: skip


_INFINITIVES = {
    "": ("ni",), "SG_1": ("nom", "nem", "nöm"), "SG_2": ("nod", "ned", "nöd"),
    "SG_3": ("nia", "nie"), "PL_1": ("nunk", "nünk"), "PL_2": ("notok", "netek", "nötök"),
    "PL_3": ("niuk", "niük"),
}  # fmt: skip
_STEMS = {"jön": ("jö",), "megy": ("men",), "van": ("vol",), "lesz": ("le",), "nyílik": ("nyíl",),
          "visz": ("vin", "vi"), "vesz": ("ven", "ve"), "tesz": ("ten", "te"),
          "hisz": ("hin", "hi"), "eszik": ("en",), "iszik": ("in",)}  # fmt: skip


class Reading(NamedTuple):
    """One way to read a word: its stem, its part of speech, what its endings say, its prefix."""

    lemma: str
    part: str
    tags: frozenset[str]
    prefix: str
    made: bool


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    path = place("hu")
    return () if path is None else tuple(map(_reading, dictionary(path).analyze(word)))


def _reading(said: str) -> Reading:
    parts = [part.partition(":") for part in said.split()]
    last = {key: value for key, _, value in reversed(parts)}
    tags = frozenset(value for key, _, value in parts if key == "is")
    made = any(key == "ds" for key, _, _ in parts)
    if not tags and not made:
        tags = frozenset(value for key, _, value in parts if key == "ts" and "_" in value)
    return Reading(last.get("st", ""), last.get("po", ""), tags, last.get("sp", ""), made)


@lru_cache(maxsize=20_000)
def spelt(word: str) -> bool:
    path = place("hu")
    return path is None or dictionary(path).spell(word)


@lru_cache(maxsize=20_000)
def verb_forms(word: str) -> frozenset[str]:
    """The tense, kind and person of each way to read it as a verb."""
    return frozenset(
        tag for one in readings(word) if one.part == "vrb" and not one.made
        for tag in one.tags if tag.startswith(_TENSES)
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether each reading is a finite verb."""
    read = readings(word)
    return bool(read) and all(
        (one.part == "vrb" or one.made) and any(tag.startswith(_TENSES) for tag in one.tags)
        for one in read
    )


def nominal(one: Reading) -> bool:
    return (
        one.part in ("noun", "adj", "noun_prs", "vrb")
        and not any(tag.startswith(_TENSES) or "INF" in tag or "PART" in tag for tag in one.tags)
        and (one.part != "vrb" or one.made)
    )


@lru_cache(maxsize=20_000)
def cases(word: str) -> frozenset[str]:
    """The cases a word may stand in; NOM for a bare one; empty for what is no noun or adjective."""
    found: set[str] = set()
    for one in readings(word):
        if nominal(one):
            found |= one.tags & _ALL or {"NOM"}
        else:
            found.add("")
    return frozenset(found)


def owned(word: str) -> bool:
    return any("POSS" in tag for one in readings(word) for tag in one.tags)


def doing(word: str) -> bool:
    """Whether it says what somebody or something does, as "lévő" and "néző" before a noun."""
    return (
        word.endswith(("ó", "ő")) and any(one.part == "vrb" and one.made for one in readings(word))
    ) or word in ("lévő", "levő", "való")


@lru_cache(maxsize=20_000)
def several(word: str) -> bool:
    """Whether it is surely several, somebody's or not."""
    read = readings(word)
    return bool(read) and all(nominal(one) and "PLUR" in one.tags for one in read)


@lru_cache(maxsize=20_000)
def plural(word: str) -> bool:
    """Whether it is surely several, and nobody's."""
    read = readings(word)
    return (
        bool(read) and all(nominal(one) and "PLUR" in one.tags for one in read) and not owned(word)
    )


_ALL = words(
    "NOM ACC DAT INE ILL ELA SUE SBL DEL ADE ALL ABL INSTR CAUS/FIN TRANS TERM FOR TEMP ESS"
)


@lru_cache(maxsize=4_000)
def in_case(lemma: str, case: str) -> str:
    """A noun in the singular in this case; empty where none is found."""
    stems = [lemma]
    if lemma[-1:] in ("a", "e") and case != "NOM":
        stems.insert(0, lemma[:-1] + ("á" if lemma[-1] == "a" else "é"))
    ends = _CASES.get(case, ())
    if case == "INSTR" and lemma[-1] not in "aáeéiíoóöőuúüű":
        ends = tuple(lemma[-1] + end[1:] for end in ends)
    for stem in stems:
        for end in ends:
            if any(case in one.tags or case == "NOM" for one in readings(stem + end)):
                return stem + end
    return ""


@lru_cache(maxsize=4_000)
def conjugated(word: str, kind: str, person: str, tense: str = "") -> str:
    """The verb in another form: `kind` is DEF or INDEF, `person` SG_1 to PL_3; "" for as it was."""
    for one in readings(word):
        for tag in sorted(one.tags):
            lead = next((lead for lead in _TENSES if tag.startswith(lead)), "")
            if one.part != "vrb" or not lead or one.made:
                continue
            was = tag.removeprefix(lead).split("_", 1)
            wanted = f"{tense or lead}{kind or was[0]}_{person or was[1]}"
            lemma = one.lemma
            if "hAt_MODAL_vrb" in one.tags:
                at = max(word.rfind("hat"), word.rfind("het"))
                lemma = word[len(one.prefix) : at + 3]
            if lemma != one.lemma and wanted == "PRES_INDIC_INDEF_SG_3":
                return one.prefix + lemma
            if irregular := _IRREGULAR.get((one.lemma, wanted)):
                return one.prefix + irregular
            for tried in _forms(lemma, wanted):
                tried = one.prefix + tried
                if any(
                    wanted in each.tags and each.prefix == one.prefix for each in readings(tried)
                ):
                    return tried
    return ""


@lru_cache(maxsize=4_000)
def infinitive(word: str, person: str = "") -> str:
    """The infinitive of a verb, with the ending of a person or none; empty where none is found."""
    for one in readings(word):
        if one.part != "vrb" or one.made:
            continue
        short = one.lemma.removesuffix("ik")
        irregular = {"van": "len", "jön": "jön", "megy": "men"}.get(one.lemma, "")
        stems = (irregular, short, short + "a", short + "e", short[:-2] + short[-1:],
                 short[:-1] + "n")  # fmt: skip
        for stem in filter(None, stems):
            for end in _INFINITIVES[person]:
                tried = one.prefix + stem + end
                wanted = f"INF_{person}" if person else "ni_INFINITIVE_inf"
                if any(
                    each.lemma == one.lemma and each.prefix == one.prefix and wanted in each.tags
                    for each in readings(tried)
                ):
                    return tried
    return ""


def infinite(word: str) -> str:
    """Whose infinitive it is: SG_1 to PL_3, "bare" for nobody's; empty for no infinitive."""
    tags = sorted({tag for one in readings(word) for tag in one.tags})
    owner = next((tag[4:] for tag in tags if tag.startswith("INF_")), "")
    return owner or ("bare" if "ni_INFINITIVE_inf" in tags else "")


def _forms(lemma: str, wanted: str) -> Iterator[str]:
    lead = next(lead for lead in _TENSES if wanted.startswith(lead))
    person = wanted.removeprefix(lead)
    stems = [lemma.removesuffix("ik"), lemma]
    short = stems[0]
    stems += _STEMS.get(lemma, ())
    if short[-2:-1] in ("e", "o", "ö"):
        stems.append(short[:-2] + short[-1])
    for stem in stems:
        if not stem:
            continue
        if lead == "PAST_INDIC_":
            for link in ("t", "tt", "ott", "ett", "ött"):
                yield from (stem + link + end for end in _PAST.get(person, ()))
        elif lead == "PRES_COND_":
            for link in ("", "a", "e"):
                yield from (stem + link + end for end in _COND.get(person, ()))
        else:
            ends = _PRESENT.get(person, ())
            if lead == "SUBJ/IMPER_":
                ends = (*_SUBJECTIVE.get(person, ()), *ends)
            yield from (stem + end for end in ends)
            twice = stem[:-2] + stem[-2] + stem[-2:] if stem.endswith(_DOUBLE) else stem + stem[-1]
            yield from (twice + end.removeprefix("j") for end in ends if end[:1] in ("j",))
