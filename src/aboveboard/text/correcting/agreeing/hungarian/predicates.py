"""Hungarian sentences: what is said of somebody, "ez a" with its ending, and the order of words."""

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.groups import beside, head, led
from aboveboard.text.correcting.agreeing.hungarian.verbs import turned_round
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    doing,
    is_verb,
    owned,
    plural,
    readings,
    several,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import AGREE, ENDING, OTHER
from aboveboard.text.tables import words

_APART = "Words stand apart or together that should not."
_PARTICLE = "The question particle -e hangs on with a hyphen."
_THIS = {
    "INE": "ebben", "SUE": "ezen", "ILL": "ebbe", "SBL": "erre", "ELA": "ebből", "DEL": "erről",
    "ALL": "ehhez", "ABL": "ettől", "ADE": "ennél", "INSTR": "ezzel", "ACC": "ezt",
}  # fmt: skip
_THAT = {
    "INE": "abban", "SUE": "azon", "ILL": "abba", "SBL": "arra", "ELA": "abból", "DEL": "arról",
    "ALL": "ahhoz", "ABL": "attól", "ADE": "annál", "INSTR": "azzal", "ACC": "azt",
}  # fmt: skip
# Such as stand with "van": "meleg van", "kész van".
_STATES = words(
    "meleg hideg sötét világos kész elég tele szabad késő korán hűvös csend rend jól rosszul jó "
    "rossz közel messze távol együtt biztos igaz muszáj hiány vége eleje baj gond nap hőség fagy "
    "jelen fenn fent lent több kevés sok kevesebb ennyi annyi mennyi pont négy két három öt ilyen "
    "olyan milyen bármilyen más minden egyéb ez az többféle kétféle háromféle sokféle mindenféle "
    "friss új"
)
_VERY = words("nagyon igazán mindig is teljesen elég olyan már most ma még tényleg idén")
_FOR = words("számára részére esetén miatt szerint közben felett alatt")
_WE = words(
    "vagyunk vagytok voltunk voltatok leszünk lesztek lennénk lennétek"
)  # fmt: skip
_LONE = words(
    "hálás büszke kíváncsi elégedett boldog izgatott fáradt szomorú lelkes kedves ügyes éhes "
    "szomjas szerencsés meghatott nyugodt ideges aktív dühös csalódott türelmetlen optimista "
    "magabiztos lenyűgözött bátor rugalmas megbízható türelmes gyors egészséges vidám biztos"
)
_QUICK = words(
    "szép gyors olcsó ingyenes kényelmes finom pontos könnyű egyszerű lassú óvatos udvarias "
    "hangos halk tiszta okos ügyes gondos alapos pontatlan figyelmes bátor kedves rendszeres "
    "folyamatos hivatalos személyes biztonságos zökkenőmentes díjmentes gyönyörű csodálatos"
)
_TONGUES = {
    "angol": "angolul", "magyar": "magyarul", "német": "németül", "francia": "franciául",
    "olasz": "olaszul", "spanyol": "spanyolul", "orosz": "oroszul", "román": "románul",
    "szlovák": "szlovákul", "szerb": "szerbül", "lengyel": "lengyelül", "holland": "hollandul",
    "ukrán": "ukránul", "kínai": "kínaiul", "horvát": "horvátul",
}  # fmt: skip
_ASKS = words("ki kik mikor miért hol hova hová honnan hogyan mit kit kinek mennyiért melyiket")
_BE = words("van lesz volt vannak lesznek voltak lenne")
_TIMES = words("hétvége hét nyár tél tavasz ősz este nap hónap év délután délelőtt")
_PUT = words("van vannak volt voltak lesz lesznek")
_PREFIXES = words("be meg ki el le fel össze elő szét")


def predicates(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        if word in ("ez", "az") and c.at(i + 1) in ("a", "az"):
            yield from _this(c, i)
        elif word in _WE:
            yield from _we(c, i)
        elif word in _QUICK:
            yield from _how(c, i)
        elif word in _TONGUES and c.at(i - 1) not in ("a", "az", "egy", "minden", "és", "sok"):
            j = i + 2 if c.at(i + 1) in ("is", "nem", "jól", "csak") else i + 1
            lemmas = {one.lemma for one in readings(c.at(j)) if one.part == "vrb"}
            if (
                lemmas == {"beszél"}
                and not doing(c.at(j))
                and not all("SG_3" in one for one in verb_forms(c.at(j)))
            ):
                yield from c.put(i, i, _TONGUES[word], ENDING)
        elif word in _PUT and c.at(i - 1) in _PREFIXES:
            yield from _done(c, i)
        elif word.endswith("-e") and is_verb(c.at(i - 1)) | (c.at(i - 1) in _BE):
            lead = word[:-2]
            when = lead in ("most", "holnap", "ma", "este", "vasárnap")
            if lead not in _BE and (when or (cases(lead) and c.at(i - 1) in _BE)):
                yield from c.put(i - 1, i, f"{c.at(i - 1)}-e {lead}", _PARTICLE)
    if c.first:
        yield from _is(c)
        yield from _many(c)
        if c.after == "?" or "?" in c.text[c.spans[-1][1] :][:40].partition(".")[0]:
            yield from _asked(c)


def _this(c: Chain, i: int) -> Found:
    """ "ez a szombaton tartunk", "a táska ez a színben is kapható"."""
    j = head(c, i + 1)
    noun, kinds = c.at(j), cases(c.at(j))
    table = _THIS if c.at(i) == "ez" else _THAT
    if any(one.part == "adj_num" for one in readings(noun)):
        kinds -= {""}
    if len(kinds) != 1 or not kinds <= set(table) or c.named(j) or not readings(noun):
        return
    if (
        any(one.part not in ("noun", "adj_num") for one in readings(noun))
        or plural(noun)
        or doing(c.at(j + 1))
    ):
        return
    rest = [verb_forms(one) for one in c.low[j + 1 :]]
    person = any(
        forms and all(tag[-4:] in ("SG_1", "PL_1", "SG_2", "PL_2") for tag in forms)
        for forms in rest
    ) or bool({"leszünk", "leszek", "lesztek"} & set(c.low))
    person = person and not {"vagyunk", "vagyok", "vagy"} & set(c.low)
    before = c.at(i - 1)
    inside = (
        i > 1
        and kinds != {"ACC"}
        and cases(before) in ({"NOM"}, {"ACC"})
        and any(one.part == "noun" for one in readings(before))
    )
    time = kinds == {"SUE"} and any(one.lemma in _TIMES for one in readings(noun))
    last, verb = c.at(len(c.low) - 1), c.at(len(c.low) - 2)
    verb = c.at(len(c.low) - 3) if verb in ("a", "az") else verb
    there = time and verb in ("lesz", "volt", "van", "kezdődik", "indul", "nyílik")
    there = there and cases(last) == {"NOM"} and c.after in ".!?" and c.first and not i
    if not (inside or there or (person and i == 0 and c.first)):
        return
    if not owned(noun):
        yield from c.put(i, i, table[next(iter(kinds))], AGREE)


def _we(c: Chain, i: int) -> Found:
    """ "nagyon hálás vagyunk"."""
    j = i - 1
    word = c.at(j)
    if word not in _LONE or c.at(j - 1) in ("egy", "a", "az") or word == "biztos":
        return
    if right := _several(word):
        yield from c.put(j, j, right, AGREE)


def _several(word: str) -> str:
    """The adjective of several."""
    if word in ("boldog", "fiatal", "nagy", "szabad", "gazdag"):
        return f"{word}ok"
    stems = [word]
    if word[-1] in "ae":
        stems.insert(0, word[:-1] + ("á" if word[-1] == "a" else "é"))
    ends = ("k",) if word[-1] in "óő" else ("ak", "ek", "ok", "ök", "k")
    tries = (stem + end for stem in stems for end in ends)
    return next((one for one in tries if plural(one)), "")


def _how(c: Chain, i: int) -> Found:
    """ "szép becsomagoljuk"."""
    verb = c.at(i + 1)
    forms = verb_forms(verb)
    if not forms or not is_verb(verb) or not i or c.named(i):
        return
    if any("SG_3" in one or "PL_3" in one for one in forms):
        return
    if any(one.lemma in ("van", "lesz", "marad", "tart", "talál") for one in readings(verb)):
        return
    if c.at(i - 1) in ("a", "az", "egy", "és", "ha", "mi", "ti", "de") or "ha" in c.low[:i]:
        return
    word = c.at(i)
    stems = [word]
    if word[-1] in "ae":
        stems.insert(0, word[:-1] + ("á" if word[-1] == "a" else "é"))
    for tried in (stem + end for stem in stems for end in ("an", "en", "on", "n")):
        if any(one.made or "An_MODE_adv" in one.tags for one in readings(tried)):
            yield from c.put(i, i, tried, ENDING)
            return


def _done(c: Chain, i: int) -> Found:
    """ "be vannak keretezett"."""
    word = c.at(i + 1)
    read = [one for one in readings(word) if one.part == "vrb" and not one.prefix]
    made = any(one.made for one in read)
    if not made or not all("PAST_INDIC_INDEF_SG_3" in verb_forms(word) for _ in read):
        return
    stem = word.removesuffix("ett").removesuffix("ott").removesuffix("ött").removesuffix("t")
    lemma = read[0].lemma
    for tried in (one + end for one in (lemma, lemma.removesuffix("ik"), stem)
                  for end in ("va", "ve")):  # fmt: skip
        if any("vA_PART_adv" in one.tags for one in readings(tried)):
            yield from c.put(i + 1, i + 1, tried, ENDING)
            return


def _is(c: Chain) -> Found:
    """ "a belépés ingyenes van", "ez a torta van a kedvencünk"."""
    last = len(c.low) - 1
    if cases(c.at(last)) == {"DAT"}:
        last -= 2 if c.at(last - 1) in ("a", "az") else 1
    if c.at(0) in ("ez", "ezek"):
        j = head(c, 1) + 1 if c.at(1) in ("a", "az") else 1
        if c.at(j) in ("van", "vannak") and c.at(j + 1) in ("a", "az"):
            k = j + 2
            while led(c.at(k)) and k < last:
                k += 1
            if k == last and owned(c.at(k)) and "NOM" in cases(c.at(k)) and c.after in ".!?,":
                yield from c.put(j - 1, j, c.at(j - 1), OTHER)
        return
    if c.at(last) not in ("van", "vannak") or last < 3 or c.at(0) not in ("a", "az"):
        return
    word = c.at(last - 1)
    read = [one for one in readings(word) if not one.made]
    if word in _STATES or not read or any(one.part != "adj" for one in read):
        return
    if cases(word) != {"NOM"} or any(cases(one) in ({"INE"}, {"SUE"}) for one in c.low):
        return
    j = head(c, 0)
    noun = c.at(j)
    if "NOM" not in cases(noun) or not any(
        one.part == "noun" or one.made for one in readings(noun)
    ):
        return
    between = c.low[j + 1 : last - 1]
    if j >= last - 1:
        return
    if all(
        one in _VERY or one in _FOR or one in ("mindenki", "minden") or cases(one) == {"DAT"}
        for one in between
    ):  # fmt: skip
        yield from c.put(last - 1, last, word, OTHER)


def _many(c: Chain) -> Found:
    """ "ezek a cipők nagyon kényelmes"."""
    i = 1 if c.at(0) in ("ezek", "azok") else 0
    if c.at(i) not in ("a", "az"):
        return
    j = i + 1
    while led(c.at(j)) and not several(c.at(j)):
        j += 1
    if not several(c.at(j)) or cases(c.at(j)) != {"NOM"} or c.named(j):
        return
    k = beside(c, j + 1)
    word = c.at(k)
    if k != len(c.low) - 1 or not word or word in _STATES or word == "eladó":
        return
    if c.after == "," and not (i and c.at(k - 1) == "nagyon"):
        return
    if c.after not in ".!?,":
        return
    read = readings(word)
    bare = any(one.part == "adj" and not one.made and not one.tags for one in read)
    able = word.endswith(("ható", "hető")) and cases(word) == {"NOM"} and c.after != ","
    if (bare or able) and (right := _several(word)):
        yield from c.put(k, k, right, AGREE)


def _asked(c: Chain) -> Found:
    """ "ki megnézte már a filmet?": a question parts the prefix from its verb."""
    i = 1 if c.at(0) in ("és", "de", "na") else 0
    word = c.at(i + 1)
    done = is_verb(word) or (verb_forms(word) and c.at(i + 2) in ("a", "az"))
    if c.at(i) not in _ASKS or not done or c.after == ",":
        return
    if right := turned_round(word):
        yield from c.put(i + 1, i + 1, right, _APART)
