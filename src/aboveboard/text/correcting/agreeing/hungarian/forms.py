"""Hungarian forms that another word has too: "mézel" for "mézzel", "innák" for "innék"."""

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.groups import beside, led
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    conjugated,
    in_case,
    infinite,
    is_verb,
    owned,
    readings,
    several,
    spelt,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import AGREE, ENDING, FORM, OTHER
from aboveboard.text.tables import words

_SOUND = "This is written as it is formed, not as it sounds."
_DOUBLE = ("sz", "zs", "cs", "gy", "ny", "ty", "ly")
# Verbs in -ik that nobody who minds their language says otherwise.
_IK = {
    "eszek": "eszem", "iszok": "iszom", "alszok": "alszom", "fekszek": "fekszem",
    "lakok": "lakom", "dolgozok": "dolgozom", "játszok": "játszom", "emlékszek": "emlékszem",
    "haragszok": "haragszom", "gondolkozok": "gondolkozom", "gondolkodok": "gondolkodom",
    "vágyok": "vágyom", "utazok": "utazom", "érkezek": "érkezem", "megérkezek": "megérkezem",
    "kételkedek": "kételkedem", "megeszek": "megeszem", "elalszok": "elalszom",
    "jelentkezek": "jelentkezem", "foglalkozok": "foglalkozom", "csatlakozok": "csatlakozom",
    "találkozok": "találkozom", "igyekszek": "igyekszem", "aggódok": "aggódom",
    "gyönyörködök": "gyönyörködöm", "álmodok": "álmodom", "öltözök": "öltözöm",
    "törekszek": "törekszem", "unatkozok": "unatkozom", "imádkozok": "imádkozom",
}  # fmt: skip
_FACTS = words("jelenleg régóta általában gyakran többnyire rendszerint tavaly")
_SO = words("hogy hadd ne nehogy kérjük kérem bár bárcsak akkor hát inkább ha")
_NOBODY = words("senki senkit senkinek semmi semmit soha sehol sehova sehonnan semelyik egyik")
_NOT = words("egyszer kis kevés csak más hanem igazán is")
_ONE = {"hívünk": "hívunk", "írek": "írok", "sírünk": "sírunk", "bírek": "bírok"}
_SURE = words("melyiket melyikőtöket mindegyiket valamennyit melyikünket bármelyiket")
_TOGETHER = words("ketten hárman négyen öten hatan heten nyolcan tízen sokan többen kevesen páran")
_COMES = words("jön megy tud van lesz kell")


def forms(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        if word.endswith(("al", "el")) and len(word) > 3:
            yield from _with(c, i)
        elif word in _IK and not c.named(i) and c.at(i - 1) not in ("a", "az", "nem"):
            if word != "eszek" or i:
                yield from c.put(i, i, _IK[word], FORM)
        elif word.endswith("nák") and (is_verb(word) or not readings(word)):
            yield from _i_would(c, i)
        elif word in _ONE and c.at(i - 1) not in ("a", "az", "egy", "minden", "és", "mi"):
            if not c.named(i) and not led(c.at(i - 1)):
                yield from c.put(i, i, _ONE[word], ENDING)
        elif word == "nem":
            yield from _not(c, i)
        elif word in _TOGETHER:
            yield from _they(c, i)
        elif word == "és" and i:
            yield from _both(c, i)
        elif word in _SURE or word in ("melyik", "bármelyik"):
            yield from _which(c, i)
        elif word in ("azt", "ezt", "azokat", "ezeket") and c.at(i + 1) in ("a", "az"):
            yield from _that(c, i)
        elif word == "is" and i == len(c.low) - 1 and "mellett" in c.low:
            yield from _too(c, i)
        found = verb_forms(word)
        if found and all(one.startswith("SUBJ/IMPER_DEF") for one in found) and is_verb(word):
            yield from _fact(c, i)
        elif found and cases(c.at(i + 1)) == {"ACC", "NOM"} | cases(c.at(i + 1)):
            yield from _our_own(c, i)


def _they(c: Chain, i: int) -> Found:
    """ "ketten nyert"."""
    j = i + 2 if c.at(i + 1) in ("is", "már", "ma") else i + 1
    found = verb_forms(c.at(j))
    if found and all("INDIC" in one and one.endswith("SG_3") for one in found):
        sure = is_verb(c.at(j)) or j == len(c.low) - 1
        if sure and (right := conjugated(c.at(j), "", "PL_3")):
            yield from c.put(j, j, right, AGREE)


def _both(c: Chain, i: int) -> Found:
    """ "cipő és egy kulacs vizet hozzatok", "vizet és egy alma hozz"."""
    one, j = c.at(i - 1), i + 1
    counted = c.at(j) in ("egy", "két", "három", "néhány", "pár") or c.at(j).isdecimal()
    j = j + 1 if counted else j
    while led(c.at(j)) and (led(c.at(j + 1)) or cases(c.at(j + 1)) == {"ACC"}):
        j += 1
    other, read = c.at(j), readings(one)
    if not read or any(each.part != "noun" for each in (*read, *readings(other))):
        return
    if cases(one) == {"NOM"} and cases(other) == {"INSTR"} and i == 1 and c.first:
        if len(other) - len(readings(other)[0].lemma) < 4 and (right := in_case(one, "INSTR")):
            yield from c.put(0, 0, right, ENDING)
        return
    done = [each for each in c.low if is_verb(each)]
    ours = [
        tag[-4:] in ("SG_1", "SG_2", "PL_1", "PL_2") for each in done for tag in verb_forms(each)
    ]
    if (
        not ours
        or len(done) > 1
        or not all(ours)
        or c.named(i - 1)
        or c.named(j)
        or owned(one)
        or owned(other)
    ):
        return
    if cases(one) == {"NOM"} and cases(other) == {"ACC"}:
        if (counted or len(other) - len(readings(other)[0].lemma) < 3) and (
            right := in_case(one, "ACC")
        ):
            yield from c.put(i - 1, i - 1, right, ENDING)
    elif cases(one) == {"ACC"} and cases(other) == {"NOM"} and counted:
        ends = j == len(c.low) - 1 and c.after in ".!?"
        if ends and (right := in_case(other, "ACC")):
            yield from c.put(j, j, right, ENDING)


def _with(c: Chain, i: int) -> Found:
    """ "mézel édesítjük", "hitel és szorgalommal"."""
    word = c.at(i)
    stem, end = word[:-2], word[-2:]
    if stem[-1] in "aáeéiíoóöőuúüű" or stem[-2:-1] == stem[-1] or c.named(i):
        return
    twice = stem[:-1] + stem[-2:] if stem.endswith(_DOUBLE) else stem + stem[-1]
    right = twice + end
    if stem.endswith("lm") and not spelt(right):
        right = f"{stem[:-1]}{'e' if end == 'el' else 'o'}mm{end}"
    if not spelt(right) or not any(
        one.part == "noun" and "INSTR" in one.tags and len(one.lemma) > 2 for one in readings(right)
    ):
        return
    if not readings(word) and not spelt(word):
        if len(word) < 6 or not c.said(i).islower():
            return
        yield from c.put(i, i, right, ENDING)
        return
    if any(one.tags & {"INSTR"} for one in readings(word)) or c.at(i - 1) == "nem":
        return
    k = i + 2
    while led(c.at(k)) and k < i + 4:
        k += 1
    before = c.at(i - 1) in ("és", "vagy") and cases(c.at(i - 2)) == {"INSTR"}
    after = c.at(i + 1) in ("és", "vagy") and cases(c.at(k)) == {"INSTR"}
    done = [k for k, one in enumerate(c.low) if k != i and is_verb(one)]
    lone = bool(verb_forms(word)) and len(done) == 1 and done[0] == i + 1 and i > 0
    ours = lone and any(tag[-4:-2] == "PL" or tag[-1] == "1" for tag in verb_forms(c.at(i + 1)))
    if (before or after) or (ours and not any("INSTR" in cases(one) for one in c.low)):
        yield from c.put(i, i, right, ENDING)


def _i_would(c: Chain, i: int) -> Found:
    """ "én szívesen innák", "innák egy kávét"."""
    mine = False
    if "én" in c.low[:i]:
        k = c.low.index("én")
        j = beside(c, k + 1)
        mine = j == i and c.at(k - 1) not in ("az", "és", "mint")
    some = c.at(i + 1) == "egy"
    if some:
        j = i + 2
        while led(c.at(j)):
            j += 1
        some = cases(c.at(j)) == {"ACC"} and not owned(c.at(j))
    if mine or (some and i and c.at(i - 1) == "szívesen"):
        right = f"{c.at(i)[:-3]}nék"
        if any("INDEF_SG_1" in one for one in verb_forms(right)):
            yield from c.put(i, i, right, FORM)


def _not(c: Chain, i: int) -> Found:
    """ "senki sem nem marad", "vasárnap is nem leszünk"."""
    if c.at(i - 1) in ("sem", "se") and c.at(i - 2) in _NOBODY:
        yield from c.put(i - 1, i, c.at(i - 1), OTHER)
        return
    if c.at(i - 1) != "is" or i < 2 or c.at(i + 1) in _NOT:
        return
    if "hanem" in c.text[c.spans[i][1] : c.spans[i][1] + 80] or {"ha", "akár"} & set(c.low[:i]):
        return
    ours = any(one[-4:] in ("PL_1", "SG_1") for one in verb_forms(c.at(i + 1)))
    verb = (
        ours
        or is_verb(c.at(i + 1))
        or c.at(i + 1) in ("leszünk", "lesz", "lesznek", "volt", "voltak")
    )
    if verb and c.at(i - 2) not in ("nem", "meg", "ki", "el", "be", "le", "fel"):
        yield from c.put(i - 1, i, "sem", OTHER)


def _which(c: Chain, i: int) -> Found:
    """ "melyiket választasz"."""
    j = i
    if c.at(i) not in _SURE:
        j = i + 1
        while led(c.at(j)):
            j += 1
        if cases(c.at(j)) != {"ACC"}:
            return
    j += 1
    while c.at(j) in ("is", "ma", "most", "te", "ti", "szívesen"):
        j += 1
    found = verb_forms(c.at(j))
    if not found or not is_verb(c.at(j)) or any(infinite(one) for one in c.low):
        return
    if not all("INDEF_" in one and "SG_3" not in one and "SG_1" not in one for one in found):
        return
    if any(one.lemma in _COMES for one in readings(c.at(j))):
        return
    if right := conjugated(c.at(j), "DEF", ""):
        yield from c.put(j, j, right, AGREE)


def _that(c: Chain, i: int) -> Found:
    """ "keresünk azt a kislányt"."""
    j = i + 2
    while led(c.at(j)):
        j += 1
    k = i - 1
    while c.at(k) in ("is", "most", "már", "még", "ma", "meg", "el", "ki"):
        k -= 1
    found = verb_forms(c.at(k))
    if cases(c.at(j)) != {"ACC"} or not found or any(infinite(one) for one in c.low):
        return
    if c.at(k) in ("fogunk", "vagyunk") or any(
        one.lemma in _COMES for one in readings(c.at(k)) if one.part == "vrb"
    ):
        return
    if not all("INDEF_" in one and one[-1] != "3" and "PAST_INDIC_INDEF_SG_1" not in one
               for one in found):  # fmt: skip
        return
    if right := conjugated(c.at(k), "DEF", ""):
        yield from c.put(k, k, right, AGREE)


def _our_own(c: Chain, i: int) -> Found:
    """ "várunk vendégeinket": what somebody has is certain."""
    word = c.at(i + 1)
    if not owned(word) or "ACC" not in cases(word) or "NOM" in cases(word):
        return
    found = verb_forms(c.at(i))
    if not is_verb(c.at(i)) or any(infinite(one) for one in c.low):
        return
    if not all("PRES_INDIC_INDEF" in one and one[-4:] in ("PL_1", "PL_2") for one in found):
        return
    if right := conjugated(c.at(i), "DEF", ""):
        yield from c.put(i, i, right, AGREE)


def _too(c: Chain, i: int) -> Found:
    """ "készpénz mellett kártyával fizethettek is"."""
    if cases(c.at(i - 2)) == {"INSTR"} and is_verb(c.at(i - 1)) and c.at(i - 3) == "mellett":
        yield from c.put(i - 2, i, f"{c.at(i - 2)} is {c.at(i - 1)}", OTHER)


def _fact(c: Chain, i: int) -> Found:
    """ "jelenleg három önkéntes sétáltassa", "mi is lássuk, hogy"."""
    before = c.text[max(0, c.spans[0][0] - 200) : c.spans[i][0]].lower()
    if _SO & set(before.replace(",", " ").replace(".", " ").split()) or c.at(i - 1) == "ne":
        return
    told = c.text[c.spans[-1][1] :].startswith(", hogy")
    if not all(one.lemma.endswith("t") for one in readings(c.at(i)) if not one.made):
        return
    whose = c.at(i - 1) if c.at(i - 1) not in ("nap", "héten") else c.at(i - 3)
    ours = c.first and c.at(0) in ("a", "az") and 1 < i < 5 and c.after == "."
    ours = ours and any({"NOM", "POSS_PL_1"} <= one.tags for one in readings(whose))
    ours = ours and not several(whose) and all("SG_3" in one for one in verb_forms(c.at(i)))
    seen = c.first and c.low[:2] == ("mi", "is") and i == 2 == len(c.low) - 1 and told
    fact = bool(_FACTS & set(c.low)) and c.after != "!" and i > 1
    if (seen or fact or ours) and (right := conjugated(c.at(i), "", "", "PRES_INDIC_")):
        yield from c.put(i, i, right, _SOUND)
