"""Hungarian "aki" and "ami": of people and of things, of one and of several, and whose they are."""

import regex

from aboveboard.text.correcting.agreeing.chains import Found
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    owned,
    plural,
    readings,
    several,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import AGREE, OTHER
from aboveboard.text.correcting.rules import found
from aboveboard.text.tables import words

_PERSONS = words(
    "kislány kisfiú fiú lány gyerek gyermek ember nő férfi vevő vendég tanár önkéntes szülő "
    "néni bácsi kolléga barát vásárló játékos olvasó szakember személy munkatárs diák tanuló "
    "felnőtt hölgy úr látogató résztvevő futó edző sportoló táncos zenész fellépő előadó dolgozó "
    "szakács pincér eladó orvos ápoló nővér lakó szomszéd támogató jelentkező nagyszülő unoka "
    "anyuka apuka kisgyerek kisgyermek baba utas túrázó versenyző győztes nyertes művész író költő "
    "fotós festő segítő rajongó követő ügyfél vállalkozó gazdi nyugdíjas kezdő érdeklődő turista "
    "úszó kerékpáros bringás tűzoltó mentős rendőr pedagógus óvónő tanító énekes színész néző "
    "testvér házaspár nagymama nagypapa gazda szerelő fodrász kézműves termelő árus alkotó hallgató"
)
_THINGS = words(
    "könyv bolt termék ajánlat program tárgy cipő ház recept étel nap film játék kép kenyér "
    "torta autó kabát táska csomag esemény tanfolyam dolog szoba asztal leves sütemény süti kávé "
    "tea bor sör sajt lekvár méz pogácsa rétes fagyi fagylalt pizza kifli csoki csokoládé saláta "
    "bögre tányér pohár kanna szék ágy lámpa szekrény polc kert park játszótér épület műhely terem "
    "üzlet pékség könyvtár múzeum kiállítás tárlat koncert előadás fesztivál vásár verseny túra "
    "kirándulás tábor edzés óra foglalkozás hely helyszín utca híd út tó strand medence pálya "
    "kerékpár bicikli roller busz vonat jegy bérlet levél üzenet hír cikk videó fotó dal zene "
    "lemez ötlet terv álom élmény emlék ajándék virág növény fa rózsa ruha póló sapka sál kesztyű "
    "nadrág szoknya gyűrű nyaklánc kulcs telefon gép szerszám festék bútor szőnyeg függöny pénz "
    "akció kedvezmény szolgáltatás kérdés probléma feladat munka projekt nyár tél évszak íz illat"
)
_AKI = regex.compile(
    r"(?<!\p{L})(?:az(?= az? )|azt|azok|azokat|annak|azoknak|azzal|azon|olyan|olyat|ilyen) "
    r"(?:az? )?(?P<noun>\p{Ll}+)(?: \p{Ll}+)?, "
    r"(?P<who>ami|aki|amik|akik|amit|akit|amiket|akiket|aminek|akinek)"
    r"(?!\p{L})",
    regex.I,
)
_THOSE = regex.compile(r"(?<!\p{L})(?P<noun>\p{L}+), (?P<who>aki|akit|akinek)(?!\p{L})")
_WHAT = regex.compile(
    r"(?<!\p{L})(?P<noun>\p{L}+), (?P<who>ami(?P<end>k|ket|knek|kkel|kről|kre|ktől|khez|kért)|"
    r"amelye(?P<last>k|ket|knek|kkel|kről|kre))(?!\p{L})"
)
_THING = regex.compile(
    r"(?<!\p{L})(?:az?|egy|új|kis|szép) (?P<noun>\p{Ll}+), (?P<who>aki(?:t|k|ket|vel|ről|re|ben)?)"
    r"(?=[^,.!?\p{L}][^,.!?]*[.!?])"
)
_WHOSE = regex.compile(
    r", (?P<who>aki(?:k)?) (?:az? )(?P<noun>\p{Ll}+) (?P<after>\p{Ll}+)(?P<rest>[^,.!?]*)"
)
_WHILE = words(
    "nélkül miatt mellett helyett után előtt szerint által volt lesz lett végén közben alatt "
    "vagyok lenne mint és is"
)


def relatives(text: str) -> Found:
    """ "azt a kislányt, ami", "a gyerekek, aki", "a futóknak, amik", "aki a kabátja"."""
    for match in _AKI.finditer(text):
        lemmas = {one.lemma for one in readings(match["noun"])}
        who = match["who"]
        if lemmas & _PERSONS and who.startswith("ami"):
            right = f"aki{who[3:]}"
        elif _is_thing(match["noun"]) and who.startswith("aki"):
            right = f"ami{who[3:]}"
        else:
            continue
        yield found(text, *match.span("who"), right, kind="agreement", why=OTHER)
    for match in _THOSE.finditer(text):
        noun = match["noun"].lower()
        those = noun in ("azok", "azokat", "azoknak", "azokkal")
        person = {one.lemma for one in readings(noun)} & _PERSONS
        if those or (person and plural(noun) and not owned(noun)):
            right = {"aki": "akik", "akit": "akiket", "akinek": "akiknek"}[match["who"]]
            yield found(text, *match.span("who"), right, kind="agreement", why=AGREE)
    for match in _WHAT.finditer(text):
        noun = match["noun"].lower()
        if {one.lemma for one in readings(noun)} & _PERSONS and several(noun):
            right = f"aki{match['end'] or match['last']}"
            yield found(text, *match.span("who"), right, kind="agreement", why=OTHER)
    for match in _THING.finditer(text):
        if _is_thing(match["noun"]) and ("k" in match["who"][3:]) == several(match["noun"]):
            right = f"ami{match['who'][3:]}"
            yield found(text, *match.span("who"), right, kind="agreement", why=OTHER)
    for match in _WHOSE.finditer(text):
        yield from _whose(text, match)


def _is_thing(word: str) -> bool:
    lemmas = {one.lemma for one in readings(word) if one.part == "noun" and not one.made}
    return bool(lemmas) and lemmas <= _THINGS and not owned(word)


def _whose(text: str, match: "regex.Match[str]") -> Found:
    """ "a fiú, aki a kabátja nálunk maradt"."""
    noun, after = match["noun"], match["after"]
    read = [one for one in readings(noun) if one.part != "vrb" or one.made]
    if not read or "NOM" not in cases(noun) or not all("POSS_SG_3" in one.tags for one in read):
        return
    if after in _WHILE | {"marad", "maradt"} or (owned(after) and cases(after) == {"NOM"}):
        return
    rest = regex.findall(r"\p{L}+", f"{after}{match['rest']}")
    done = [one for one in rest if verb_forms(one)]
    if _WHILE & set(rest) or any(cases(one) == {"ACC"} for one in rest):
        return
    if len(done) == 1 and all("INDEF_SG_3" in one for one in verb_forms(done[0])):
        right = "akinek" if match["who"] == "aki" else "akiknek"
        yield found(text, *match.span("who"), right, kind="agreement", why=OTHER)
