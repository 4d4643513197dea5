"""Hungarian groups of words: a noun with what leads it, and its form with another ending or owner.

Places of words go in, the place behind a group comes out.
"""

from collections.abc import Iterator
from functools import lru_cache

from aboveboard.text.correcting.agreeing.chains import Chain
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    doing,
    in_case,
    owned,
    plural,
    readings,
    spelt,
    verb_forms,
)
from aboveboard.text.tables import words

ENDS = {
    "ACC": ("t", "ot", "et", "öt", "at"), "INE": ("ban", "ben"), "ILL": ("ba", "be"),
    "ELA": ("ból", "ből"), "SUE": ("n", "on", "en", "ön"), "SBL": ("ra", "re"),
    "DEL": ("ról", "ről"), "ADE": ("nál", "nél"), "ALL": ("hoz", "hez", "höz"),
    "ABL": ("tól", "től"), "DAT": ("nak", "nek"), "INSTR": ("val", "vel"), "TERM": ("ig",),
    "CAUS/FIN": ("ért",), "NOM": ("",),
}  # fmt: skip
_OWNER = {
    "SG_1": ("m", "om", "em", "öm", "am"), "SG_2": ("d", "od", "ed", "öd", "ad"),
    "SG_3": ("ja", "je", "a", "e"), "PL_1": ("nk", "unk", "ünk"),
    "PL_2": ("tok", "tek", "tök", "otok", "etek", "ötök", "atok"),
    "PL_3": ("juk", "jük", "uk", "ük"),
}  # fmt: skip
_CUT = {
    **ENDS, "INSTR": ("val", "vel", "al", "el"), "ACC": ("ot", "et", "öt", "at", "t"),
    "SUE": ("on", "en", "ön", "n"),
}  # fmt: skip
BESIDE = words(
    "is már ma tegnap holnap nagyon most csak idén tavaly jövőre szépen újra végre együtt nálunk "
    "nálatok nálam nálad még mind mindig szívesen ismét este reggel délután délelőtt éjjel nem "
    "gyorsan sokat jól hamarosan itt ott különösen szeretettel örömmel naponta hetente évente "
    "ilyenkor vasárnap megint velünk veletek hozzánk hozzátok otthon kint bent mindenhol gyakran "
    "általában online"
)
_ABLE = ("ató", "ető")
_ASIDE = words("ACC INE ILL ELA SUE SBL DEL ADE ALL ABL INSTR TEMP TERM CAUS/FIN ESS FOR TRANS")


def led(word: str) -> bool:
    """Whether it may lead a noun: a bare adjective or noun, or one such as "hétvégi"."""
    kinds = cases(word)
    read = readings(word)
    return (kinds == {"NOM"} and not owned(word)) or (
        kinds == {""} and bool(read) and all(one.part == "adj_num" for one in read)
    )


def head(c: Chain, i: int) -> int:
    """The place of the noun of a group that begins here, with or without an article."""
    j = i + 1 if c.at(i) in ("a", "az", "egy") else i
    while led(c.at(j)) and (led(c.at(j + 1)) or "" not in (cases(c.at(j + 1)) or {""})):
        j += 1
    return j


def beside(c: Chain, i: int) -> int:
    """The place behind adverbs and groups with endings, which are surely no subject or verb."""
    while c.at(i):
        if c.at(i) in BESIDE or any("TEMP" in one.tags for one in readings(c.at(i))):
            i += 1
            continue
        j = i + 1 if c.at(i) in ("a", "az", "egy", "minden") else i
        while j < i + 4 and led(c.at(j)) and not verb_forms(c.at(j)) and _plain(c.at(j)):
            j += 1
        if not _aside(c, j):
            return i
        i = j + 1
    return i


def _plain(word: str) -> bool:
    return word != "című" and any(one.part != "noun" or one.made for one in readings(word))


def _aside(c: Chain, i: int) -> bool:
    kinds = cases(c.at(i))
    if all(one.part in ("noun", "adj", "adj_num") for one in readings(c.at(i))):
        kinds -= {""}
    return (
        bool(kinds)
        and kinds <= _ASIDE
        and not c.named(i)
        and (not doing(c.at(i + 1)) or (i + 2 == len(c.low) and c.at(i + 1)[-3:] in _ABLE))
        and not any(
            (one.part == "vrb" and not one.made) or "POSS_SG_3" in one.tags
            for one in readings(c.at(i))
        )
    )


@lru_cache(maxsize=4_000)
def turned(word: str, was: str, case: str) -> str:
    """The word in another case, its plural and its owner kept; empty where none is found."""
    for cut in _CUT[was]:
        if not word.endswith(cut):
            continue
        stems = [word.removesuffix(cut)]
        if was == "INSTR" and stems[0][-1:] == stems[0][-2:-1]:
            stems.insert(0, stems[0][:-1])
        if was == "INSTR" and stems[0][-3:-2] == stems[0][-2:-1]:
            stems.insert(0, stems[0][:-2] + stems[0][-1])
        if case == "NOM" and stems[0][-1:] in ("á", "é"):
            stems.insert(0, stems[0][:-1] + ("a" if stems[0][-1] == "á" else "e"))
        if was == "NOM" and word[-1:] in ("a", "e"):
            stems.insert(0, word[:-1] + ("á" if word[-1] == "a" else "é"))
        for stem in stems:
            for end in ENDS[case]:
                ends = (end, stem[-1] + end[1:]) if case == "INSTR" else (end,)
                for tried in (stem + one for one in ends):
                    if spelt(tried) and case in cases(tried):
                        return tried
    read = readings(word)
    return in_case(read[0].lemma, case) if read and not owned(word) and not plural(word) else ""


@lru_cache(maxsize=4_000)
def owned_by(lemma: str, person: str, case: str = "NOM") -> str:
    """What this person has, in the singular and in this case; empty where none is found."""
    for tried in _owned(lemma, person, case):
        if any({f"POSS_{person}", case} <= one.tags for one in readings(tried)):
            return tried
    return ""


def _owned(lemma: str, person: str, case: str) -> Iterator[str]:
    stems = [lemma]
    if lemma[-1:] in ("a", "e"):
        stems.insert(0, lemma[:-1] + ("á" if lemma[-1] == "a" else "é"))
    if lemma[-2:-1] in ("é", "á"):
        stems.append(lemma[:-2] + ("e" if lemma[-2] == "é" else "a") + lemma[-1])
    for stem in stems:
        for end in _OWNER[person]:
            one = stem + end
            if case != "NOM" and one[-1] in "ae":
                one = one[:-1] + ("á" if one[-1] == "a" else "é")
            for last in ENDS.get(case, ()):
                if case == "INSTR" and one[-1] not in "áéaeiou":
                    last = one[-1] + last[1:]
                yield one + last
