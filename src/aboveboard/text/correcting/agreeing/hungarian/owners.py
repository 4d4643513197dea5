"""Hungarian owners: what somebody has carries an ending, and who has it another."""

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.groups import BESIDE, ENDS, led, owned_by, turned
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    infinite,
    is_verb,
    owned,
    plural,
    readings,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import ENDING
from aboveboard.text.tables import words

_EGO = {"én": "SG_1", "te": "SG_2", "mi": "PL_1", "ti": "PL_2"}
_TO = {
    "én": "nekem", "te": "neked", "ő": "neki", "mi": "nekünk", "ti": "nektek", "ők": "nekik",
}  # fmt: skip
_WHOSE = {
    "nekem": "SG_1", "neked": "SG_2", "neki": "SG_3", "nekünk": "PL_1", "nektek": "PL_2",
    "nekik": "PL_3", "kinek": "SG_3", "akinek": "SG_3",
}  # fmt: skip
_HAVE = words("van nincs volt lesz lenne vannak nincsenek nincsen sincs")
# What one has and cannot have without an owner.
_OWN = words("gazda kedv név születésnap testvér barát férj feleség család gazdi ötlet kérdés")
_LITTLE = words("még már is sajnos most csak sem ma mindig idén végre nagyon rendes saját új")
_MANY = words(
    "két három négy öt hat hét nyolc kilenc tíz húsz harminc negyven ötven száz kétszáz háromszáz "
    "ötszáz ezer kétezer sok több kevés néhány számos rengeteg saját"
)
_HELD = words(
    "kert ház autó kutya macska bolt könyv lakás szoba kabát cipő telefon konyha műhely recept "
    "torta süti sütemény leves gép bicikli üzlet asztal táska kamra garázs terasz balkon"
)
_WHILE = words(
    "során után előtt mellett alatt között helyett nélkül szerint által miatt alapján végén "
    "közben kapcsán révén iránt ellenére érdekében felé köszönhetően óta végeztével láttán"
)
_OURS = regex.compile(r"[uü]k(?P<end>[oö]n|b[ae]n?|r[ae]|r[óő]l|n[ae]k|t[óő]l|b[óő]l)?$")
_AND = regex.compile(r"\p{Lu}\p{Ll}+ és \p{Lu}\p{Ll}+ $")


def owners(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        if word in _EGO and c.at(i - 1) in ("a", "az"):
            yield from _ours(c, i)
        elif word in _TO and (c.at(i + 1) == "is" or word != "mi"):
            yield from _to_us(c, i)
        elif (
            word in _WHOSE
            or (cases(word) == {"DAT"} and not plural(word))
            or (word.endswith(("nak", "nek")) and not readings(word) and c.said(i).istitle())
        ):
            yield from _without(c, i)
        if word in _HELD:
            yield from _relatives(c, i)
        if word.endswith(tuple("aáeéktnl")) and i:
            yield from _theirs(c, i)
    if c.first:
        yield from _has(c)


def _of(word: str, person: str) -> bool:
    return any(f"POSS_{person}" in one.tags for one in readings(word))


def _noun(word: str) -> bool:
    return all(one.part in ("noun", "vrb") for one in readings(word))


def _ours(c: Chain, i: int) -> Found:
    """ "a mi csapat", "az én házban"."""
    if c.at(i + 1) == "" or (verb_forms(c.at(i - 2)) and c.at(i) in ("te", "ti")):
        return
    j = i + 1
    while led(c.at(j)) and "" not in (cases(c.at(j + 1)) or {""}) and not _noun(c.at(j)):
        j += 1
    word = c.at(j)
    read = [one for one in readings(word) if one.part == "noun" and not one.made]
    kinds = (cases(word) - {""}) & set(ENDS)
    if not read or owned(word) or plural(word) or len(kinds) != 1 or c.named(j):
        return
    if any(one.part in ("noun_pron", "adj", "adv", "post") for one in readings(word)) or any(
        "nk" in one or owned(one) for one in c.low[i + 1 : i + 6]
    ):
        return
    if right := owned_by(read[0].lemma, _EGO[c.at(i)], next(iter(kinds))):
        yield from c.put(j, j, right, ENDING)


def _to_us(c: Chain, i: int) -> Found:
    """ "már mi is van weboldalunk"."""
    person = {"ő": "SG_3", "ők": "PL_3"}.get(c.at(i)) or _EGO[c.at(i)]
    j = i + 1
    while c.at(j) in _LITTLE:
        j += 1
    if c.at(j) not in _HAVE - {"lenne"} or c.at(i - 1) in ("a", "az", "és", "mint", "meg"):
        return
    rest = c.low[j + 1 :]
    if any(_of(one, person) and "NOM" in cases(one) for one in rest) and person[-1] != "3":
        yield from c.put(i, i, _TO[c.at(i)], ENDING)


def _without(c: Chain, i: int) -> Found:
    """ "Bodrinak még nincs gazda"."""
    j = i + 1
    while c.at(j) in _LITTLE:
        j += 1
    if c.at(j) not in ("nincs", "van", "volt", "lesz"):
        return
    j += 1
    while c.at(j) in _LITTLE:
        j += 1
    person = _WHOSE.get(c.at(i), "SG_3")
    if (
        c.at(j) in _OWN
        and (not c.at(j + 1) or infinite(c.at(j + 1)) or c.at(j + 1) in ("a", "az"))
        and (right := owned_by(c.at(j), person))
    ):
        yield from c.put(j, j, right, ENDING)


def _relatives(c: Chain, i: int) -> Found:
    """ "a nagymamám kert tele van"."""
    who = c.at(i - 1)
    if not any(
        one.tags >= {"NOM", "POSS_SG_1"} or one.tags >= {"NOM", "POSS_PL_1"}
        for one in readings(who)
    ) or c.at(i - 2) not in ("a", "az", "kedves", "drága"):
        return
    after = c.at(i + 1)
    if (after in BESIDE | {"tele", "nyitva", "zárva"} or is_verb(after)) and (
        right := owned_by(c.at(i), "SG_3")
    ):
        yield from c.put(i, i, right, ENDING)


def _theirs(c: Chain, i: int) -> Found:
    """ "a diákok munkájuk nyert", "Anna és Péter esküvőjükön fotóztunk"."""
    word = c.at(i)
    if not _of(word, "PL_3") or c.named(i) or c.at(i + 1) in _WHILE or not readings(word):
        return
    if any("PLUR" in one.tags or "POSS_PL_3" not in one.tags for one in readings(word)):
        return
    many = plural(c.at(i - 1)) and cases(c.at(i - 1)) == {"NOM"} and c.at(i - 2) in ("a", "az")
    two = bool(_AND.search(c.text, max(0, c.spans[i][0] - 40), c.spans[i][0]))
    if not (many or two) or c.after not in ".!?":
        return
    forms = [verb_forms(one) for k, one in enumerate(c.low) if k != i]
    done = [one for one in forms if one]
    if not done or any(tag.endswith("PL_3") for one in done for tag in one):
        return
    lone = any(all(tag.endswith("SG_3") for tag in one) for one in done)
    if lone and "NOM" not in cases(word):
        return
    read = readings(word)[0]
    case = next((one for one in sorted(read.tags, reverse=True) if one in ENDS), "NOM")
    right = owned_by(read.lemma, "SG_3", case) if not read.made else _his(word, case)
    if right:
        yield from c.put(i, i, right, ENDING)


def _his(word: str, case: str) -> str:
    """What one has instead of several: "kérésük" gives "kérése"."""
    match = _OURS.search(word)
    if match is None:
        return ""
    end = (match["end"] or "").removeprefix("o").removeprefix("ö")
    for vowel in ("á", "é") if end else ("a", "e"):
        tried = word[: match.start()] + vowel + end
        if any({"POSS_SG_3", case} <= one.tags for one in readings(tried)):
            return tried
    return ""


def _has(c: Chain) -> Found:
    """ "a klub már kétszáz tagja van", "a kutya még nincs gazdája"."""
    if c.at(0) not in ("a", "az"):
        return
    j = 1
    while led(c.at(j)) and led(c.at(j + 1)) and c.at(j + 1) not in _MANY:
        j += 1
    who = c.at(j)
    if not any(one.part == "noun" for one in readings(who)) or "NOM" not in cases(who):
        return
    if _of(who, "SG_3") or _of(who, "PL_3") or verb_forms(who):
        return
    k = j + 1
    while c.at(k) in _LITTLE - {"új", "saját", "rendes"}:
        k += 1
    if c.at(k) in ("nincs", "nincsen"):
        had, last = c.at(k + 1), k + 1
        if c.at(last) in _LITTLE:
            had, last = c.at(k + 2), k + 2
    elif c.at(k) in _MANY or c.at(k).isdecimal():
        last = k + 1
        while led(c.at(last)):
            last += 1
        had = c.at(last)
        last += 1
        if c.at(last) not in _HAVE:
            return
    else:
        return
    if (
        _of(had, "SG_3")
        and "NOM" in cases(had)
        and last == len(c.low) - 1
        and c.after in ".!?"
        and (right := turned(who, "NOM", "DAT"))
    ):
        yield from c.put(j, j, right, ENDING)
