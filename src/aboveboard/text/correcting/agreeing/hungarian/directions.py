"""Hungarian directions: where, where to and where from, as the verb of the sentence says."""

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.groups import led, turned
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    doing,
    infinite,
    is_verb,
    nominal,
    readings,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import ENDING, OTHER
from aboveboard.text.tables import words

# What one is on, in Hungarian, and what goes on there.
_ON = (
    "piac", "helyszín", "tér", "strand", "udvar", "utca", "színpad", "pálya", "stand", "állomás",
    "emelet", "rendezvény", "fesztivál", "koncert", "oldal", "honlap", "weboldal", "weblap",
    "meccs", "vásár", "verseny", "előadás", "kiállítás", "tanfolyam", "foglalkozás", "edzés",
    "megnyitó", "táncház", "buli", "bál", "est", "délután", "délelőtt", "esemény", "egyetem",
    "repülőtér", "parkoló", "farm", "tanya", "nyaralás", "szülinap", "születésnap", "esküvő",
    "bemutató", "workshop", "börze", "gyűlés", "találkozó", "túra", "kirándulás", "recepció",
    "terasz", "sziget", "telep", "vacsora", "ebéd", "reggeli", "program", "nap", "ünnepség",
    "hegy", "lelátó", "balkon", "folyosó", "posta", "polc", "asztal",
)  # fmt: skip
_IN = (
    "bolt", "üzlet", "szalon", "műhely", "kert", "park", "terem", "csarnok", "iskola", "óvoda",
    "könyvtár", "múzeum", "étterem", "kávézó", "cukrászda", "pékség", "központ", "áruház", "mozi",
    "színház", "templom", "szoba", "konyha", "pince", "belváros", "város", "falu", "klub",
    "stúdió", "galéria", "rendelő", "uszoda", "fürdő", "szálloda", "iroda", "söröző", "borozó",
    "pavilon", "sátor", "ház", "kocsma", "patika", "vendéglő", "teaház", "lakás", "tábor",
    "bisztró", "fagyizó", "pizzéria", "állatkert", "pláza", "erdő", "bölcsőde", "menhely", "kör",
    "sportcsarnok", "tornaterem", "csoport",
)  # fmt: skip
_STAYS = words(
    "megvásárolhatók megvásárolható kapható kaphatók elérhető elérhetők található találhatók "
    "megtekinthető megtekinthetők látható láthatók kóstolható kóstolhatók átvehető átvehetők "
    "vásárolható vásárolhatók árulunk árulok árusítunk találkozunk találkoztunk kiállítunk "
    "fellépünk kipróbálható kipróbálhatók rendelhető megtalálható megtalálhatók "
    "olvasható olvashatók"
)
_BE = words(
    "leszünk leszek lesztek vagyunk vagyok vagytok voltunk voltam voltatok van volt lesz vannak "
    "voltak lesznek"
)
_BETWEEN = words("is már még mindig most csak újra ismét ma holnap idén ott jelen nem")
_TIME = words(
    "hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap holnap ma este délután reggel "
    "délelőtt holnapután is idén hétvégén te ti bátran nyugodtan önök minél gyakrabban hozzánk "
    "mindenki jövő héten velünk ön családostul gyerekekkel barátaiddal"
)
_COMES = words(
    "gyere gyertek jöjjön jöjjetek jöjj jöjjenek ugorj ugorjatok ugorjon térj térjetek térjen "
    "nézz nézzetek nézzen kukkants kukkantsatok látogass látogassatok látogasson fáradj "
    "fáradjatok fáradjon menj menjetek menjünk látogassanak nézzenek térjenek"
)
_AWAY = words("el be le át ki fel vissza")
_HOLDERS = (
    "tea", "kávé", "leves", "tál", "bögre", "pohár", "doboz", "kosár", "zsák", "zacskó", "fazék",
    "lábos", "serpenyő", "sütő", "hűtő", "mikró", "táska", "zseb", "fiók", "szekrény", "kuka",
    "persely", "urna", "tészta", "víz", "tej", "krém", "csésze", "turmix", "saláta", "láda",
    "edény", "kád", "borítékt", "boríték", "hátizsák", "kocsi", "csomagtartó", "forma", "levél",
    "kancsó", "gép", "postaláda", "limonádé", "szendvics", "joghurt", "vödör", "konténer",
)  # fmt: skip
_PUTS = frozenset({"tesz", "rak", "önt", "dob", "szór", "tölt", "csepegtet", "kever", "csomagol"})
_POSTS = frozenset({"tesz", "rak", "tölt", "posztol", "oszt"})
_PAGES = ("oldal", "honlap", "weboldal", "weblap", "fal", "profil", "csatorna", "polc", "asztal")
_GOING = frozenset({"megy", "utazik", "indul", "költözik", "siet"})
_STAYING = frozenset(
    {"van", "lakik", "dolgozik", "nyaral", "találkozik", "parkol", "vacsorázik", "ebédel", "alszik"}
)
_ARRIVES = frozenset({"érkezik", "jön", "származik", "utazik", "költözik", "indul", "megy"})
_FROM_HIM = frozenset({"vesz", "vásárol", "kap", "kér", "rendel", "tanul", "hall"})
_GIVER = words(
    "termelő gazda barát eladó tulajdonos orvos gyártó kereskedő szomszéd edző tanár barátnő "
    "anyuka apuka nagymama nagypapa kolléga szerelő kertész méhész sajtkészítő őstermelő pék "
    "vevő vendég szakember mester oktató pultos pincér futár szülő ügyfél"
)
_ON_TOWNS = words(
    "Budapest Szeged Pécs Miskolc Kecskemét Szombathely Székesfehérvár Szolnok Siófok Kaposvár "
    "Hódmezővásárhely Zalaegerszeg Keszthely Balatonfüred Nagykanizsa Szentes Cegléd Gyula "
    "Hajdúszoboszló Magyarország Békéscsaba Nyíregyháza Érd"
)
_IN_TOWNS = words(
    "Debrecen Győr Sopron Eger Veszprém Esztergom Tihany Tokaj Komárom Szekszárd Berlin London "
    "Bécs Párizs Pozsony Prága Róma Ausztria Németország Olaszország"
)
_ENDED = regex.compile(r"(?P<stem>\p{Lu}\p{Ll}+?)(?P<end>ba|be|ra|re|[bt][óő]l|r[óő]l)$")
_FAR = words("km kilométer kilométerre percre óra órányira messze távol kilométerről közel északra")


def directions(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        kinds = cases(word)
        if kinds == {"SBL"} and not c.named(i) and _at(word, _ON):
            yield from _on(c, i)
        elif word in _COMES:
            yield from _come(c, i)
        elif word in ("hol", "hova", "hová"):
            yield from _where(c, i)
        elif word == "itt":
            yield from _hither(c, i)
        elif kinds == {"INE"} and _at(word, _HOLDERS) and word.endswith("n"):
            yield from _put_into(c, i)
        elif kinds == {"SUE"} and _at(word, _PAGES):
            yield from _put_on(c, i)
        elif kinds == {"ELA"}:
            yield from _from_him(c, i)
        if c.said(i)[:1].isupper() and (match := _ENDED.match(c.said(i))):
            yield from _town(c, i, match)


def _at(word: str, places: tuple[str, ...]) -> bool:
    """Whether it is one of these places, or ends with one: "tornaterem"."""
    long = tuple(one for one in places if len(one) > 5)
    return any(
        nominal(one) and (one.lemma in places or one.lemma.endswith(long)) for one in readings(word)
    )


def _lemmas(word: str) -> set[str]:
    return {one.lemma for one in readings(word) if one.part == "vrb" and not one.made}


def _on(c: Chain, i: int) -> Found:
    """ "a helyszínre megvásárolhatók", "a piacra leszünk"."""
    j = i + 1
    while c.at(j) in _BETWEEN:
        j += 1
    ends = j == len(c.low) - 1
    stays = c.at(j) in _STAYS
    be = c.at(j) in _BE and (ends or c.at(j) in ("leszünk", "leszek", "lesztek"))
    if (
        (be and c.at(j)[-1] in "kmn" and ends)
        or (stays and (c.at(i + 1) == "is" or ends) and not _tickets(c, i))
    ) and (right := turned(c.at(i), "SBL", "SUE")):
        yield from c.put(i, i, right, ENDING)


def _tickets(c: Chain, i: int) -> bool:
    """ "jegyek a koncertre kaphatók": for a place, not at one."""
    passes = ("jegy", "belép", "bérlet", "karsz", "nevez", "hely")
    here = _at(c.at(i), ("helyszín", "honlap", "oldal", "weboldal", "recepció", "pult"))
    return not here and any(one.startswith(passes) for one in c.low)


def _come(c: Chain, i: int) -> Found:
    """ "gyere el szombaton a könyvtárban", "gyertek el a meccsen"."""
    j = i + 1
    if c.at(j) in _AWAY:
        j += 1
    elif c.at(i)[:2] not in ("gy", "jö", "me"):
        return
    while c.at(j) in _TIME or (c.at(j).isdecimal() and c.at(j + 1) in _TIME):
        j += 1
    if c.at(j) not in ("a", "az"):
        return
    j += 1
    while led(c.at(j)):
        j += 1
    word, kinds = c.at(j), cases(c.at(j))
    if c.named(j) or doing(c.at(j + 1)) or (c.at(j + 1) and c.at(j + 1) not in ("és", "vagy")):
        return
    if c.at(j + 1) and not is_verb(c.at(j + 2)):
        return
    if kinds == {"INE"} and _at(word, _IN):
        yield from c.put(j, j, word[:-1], ENDING)
    elif (
        kinds == {"SUE"} and _at(word, _ON) and not _at(word, ("nap", "délután", "délelőtt", "est"))
    ) and (right := turned(word, "SUE", "SBL")):
        yield from c.put(j, j, right, ENDING)


def _where(c: Chain, i: int) -> Found:
    """ "hol menjünk kirándulni", "hova voltatok nyaralni"."""
    verb, lemmas = c.at(i + 1), _lemmas(c.at(i + 1))
    forms = verb_forms(verb)
    aims = verb == "mentek" and infinite(c.at(i + 2)) == "bare"
    if not forms or c.low.count("hol") > 1 or not all(
        aims or one[-4:] in ("SG_1", "SG_2", "PL_1", "PL_2") for one in forms
    ):  # fmt: skip
        return
    if any(one.prefix for one in readings(verb)) or c.at(i + 2) in _AWAY | {"össze", "tovább"}:
        return
    if c.at(i) == "hol" and lemmas and (aims or lemmas <= _GOING):
        yield from c.put(i, i, "hova", OTHER)
    elif c.at(i) == "hol" or not lemmas or not lemmas <= _STAYING:
        return
    elif not {"hivatalos", "valók", "való", "valósi"} & set(c.low):
        yield from c.put(i, i, "hol", OTHER)


def _hither(c: Chain, i: int) -> Found:
    """ "gyertek itt hozzánk"."""
    comes = c.at(i - 1) in ("gyere", "gyertek", "jöjjetek", "jöjjön", "jöjj")
    brings = c.at(i - 1) in ("hozzátok", "hozd", "küldd", "küldjétek") and i == 1
    comes = comes or (brings and c.first and c.at(2) in ("a", "az"))
    to_us = c.at(i + 1) == "hozzánk" and (not i or is_verb(c.at(i - 1)))
    if to_us or (comes and c.at(i + 1) in ("hozzánk", "", "el", "a", "az")):
        yield from c.put(i, i, "ide", OTHER)


def _put_into(c: Chain, i: int) -> Found:
    """ "tegyél mézet a teában"."""
    later = c.at(i + 1) in ("egy", "fél", "két") and cases(c.at(i + 2)) == {"SBL"}
    if (c.at(i + 1) and c.at(i + 1) != "is" and not later) or any(infinite(one) for one in c.low):
        return
    j = i - 1
    while j >= 0 and (c.at(j) in ("a", "az", "egy") or cases(c.at(j)) == {"NOM"}):
        j -= 1
    if cases(c.at(j)) != {"ACC"}:
        return
    for k, one in enumerate(c.low[:j]):
        if verb_forms(one) and _lemmas(one) & _PUTS and not any(r.prefix for r in readings(one)):
            if c.at(k + 1) not in ("meg", "el", "össze", "ki", "fel", "hozzá", "le", "össze"):
                yield from c.put(i, i, c.at(i)[:-1], ENDING)
            return


def _put_on(c: Chain, i: int) -> Found:
    """ "feltettük a fotókat az oldalunkon"."""
    if c.at(i + 1) or any(one.startswith(("kérdés", "téma", "elérhet")) for one in c.low):
        return
    if sum(bool(verb_forms(one)) and is_verb(one) for one in c.low) > 1:
        return
    for k, one in enumerate(c.low[:i]):
        up = c.at(k + 1) in ("fel", "ki") or any(
            r.prefix in ("fel", "ki") and r.part == "vrb" for r in readings(one)
        )
        if up and verb_forms(one) and _lemmas(one) & (_POSTS - {"oszt"}):
            if not any(cases(each) == {"ACC"} for each in c.low[k + 1 : i]):
                return
            if right := turned(c.at(i), "SUE", "SBL"):
                yield from c.put(i, i, right, ENDING)
            return


def _from_him(c: Chain, i: int) -> Found:
    """ "vegyél mézet a termelőből"."""
    lemmas = {one.lemma for one in readings(c.at(i)) if nominal(one)}
    if not (lemmas | {c.at(i)[:-3]}) & _GIVER:
        return
    if c.named(i) or not any(_lemmas(one) & _FROM_HIM for one in c.low if verb_forms(one)):
        return
    if right := turned(c.at(i), "ELA", "ABL"):
        yield from c.put(i, i, right, ENDING)


def _town(c: Chain, i: int, match: "regex.Match[str]") -> Found:
    """ "Debrecentől érkeztek", "Szegedbe utazunk"."""
    stem, end = match["stem"], match["end"]
    if stem[-1] in "áé":
        stem = stem[:-1] + ("a" if stem[-1] == "á" else "e")
    on, inside = stem in _ON_TOWNS, stem in _IN_TOWNS
    if not (on or inside) or _FAR & set(c.low):
        return
    near = (c.at(i + 1), c.at(i + 2), c.at(i + 3), c.at(i - 1))
    if not any(_lemmas(one) & _ARRIVES and verb_forms(one) for one in near):
        return
    if any(one in ("szerelmes", "vetett", "fektetett", "büszke", "hír", "hírek") for one in c.low):
        return
    back = end[-2] in "óa" or end[-1] == "a"
    if end[0] == "t" and any(_lemmas(one) & {"indul", "megy"} for one in near):
        return
    if end in ("ba", "be", "ra", "re"):
        right = ("ra" if back else "re") if on else ("ba" if back else "be")
    else:
        right = ("ról" if back else "ről") if on else ("ból" if back else "ből")
    if right != end:
        yield from c.put(i, i, match["stem"] + right, ENDING)
