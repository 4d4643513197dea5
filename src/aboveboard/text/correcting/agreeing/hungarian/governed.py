"""Hungarian verbs and adjectives that ask for one ending, and objects that lack theirs."""

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.groups import turned
from aboveboard.text.correcting.agreeing.hungarian.ruled import RULED
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    doing,
    in_case,
    is_verb,
    owned,
    plural,
    readings,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import ENDING, OTHER
from aboveboard.text.tables import words

_ME = {"SBL": "rám", "DAT": "nekem", "ALL": "hozzám", "DEL": "rólam", "INSTR": "velem",
       "INE": "bennem", "ABL": "tőlem", "ACC": "engem"}  # fmt: skip
_YOU = {"SBL": "rád", "DAT": "neked", "ALL": "hozzád", "DEL": "rólad", "INSTR": "veled",
        "INE": "benned", "ABL": "tőled", "ACC": "téged"}  # fmt: skip
_THEE = {"SBL": "rátok", "DAT": "nektek", "ALL": "hozzátok", "DEL": "rólatok", "INSTR": "veletek",
         "INE": "bennetek", "ABL": "tőletek", "ACC": "titeket"}  # fmt: skip
_US = {"SBL": "ránk", "DAT": "nekünk", "ALL": "hozzánk", "DEL": "rólunk", "INSTR": "velünk",
       "INE": "bennünk", "ABL": "tőlünk", "ACC": "minket"}  # fmt: skip
_IT = {"SBL": "arra", "DAT": "annak", "ALL": "ahhoz", "DEL": "arról", "INSTR": "azzal",
       "INE": "abban", "ABL": "attól", "CAUS/FIN": "azért"}  # fmt: skip
_PERSONS = (
    (_ME, {"ACC": "engem", "DAT": "nekem", "INSTR": "velem", "DEL": "rólam", "ABL": "tőlem"}),
    (_YOU, {"ACC": "téged", "DAT": "neked", "INSTR": "veled", "DEL": "rólad", "ABL": "tőled"}),
    (_THEE, {"ACC": "titeket benneteket", "DAT": "nektek", "INSTR": "veletek", "DEL": "rólatok",
             "ABL": "tőletek"}),
    (_US, {"ACC": "minket bennünket", "DAT": "nekünk", "INSTR": "velünk", "DEL": "rólunk"}),
    ({"SBL": "magatokra"}, {"ACC": "magatokat", "DAT": "magatoknak"}),
    ({"SBL": "magadra"}, {"ACC": "magad magadat", "DAT": "magadnak"}),
    (_IT, {"ACC": "azt", "DAT": "annak", "INSTR": "azzal", "DEL": "arról", "ABL": "attól",
           "SBL": "arra"}),
)  # fmt: skip
_BETWEEN = words(
    "két három négy öt egy néhány több sok pár vagyok vagyunk vagytok vannak voltunk is nagyon a "
    "az ma már minden nagy bátran van volt lesz lenne szívből mindig"
)
_DAYS = words("hétfő kedd szerda csütörtök péntek szombat vasárnap")
_ON_DAYS = {"kedden": "kedd", "csütörtökön": "csütörtök", "pénteken": "péntek",
            "szombaton": "szombat"}  # fmt: skip
_FROM = words("hétfőtől keddtől szerdától csütörtöktől péntektől szombattól vasárnaptól")
_FOUL = words("idő időjárás eső hideg szél hőség kánikula meleg köd havazás vihar nehézségek zápor")
_HELD = words("véd óv jó segít küzd szigetel felkészül harcol védekezik véd. tesz ernyő biztosít")
_OBJECT = words(
    "kapsz kaptok kapunk kapok kérek kérünk veszünk sütünk hozunk adunk viszünk készítünk nyersz "
    "nyerhetsz nyerhettek választhatsz választhattok találsz találtok kínálunk indítunk "
    "szervezünk keresünk rendezünk főzünk ajándékozunk vihetsz vihettek kaphatsz kaphattok "
    "kaptunk sütöttünk hoztunk készítettünk szerveztünk adtunk vettünk rendeltünk viszel visztek"
)
_GIFTS = words(
    "ajándék kupon kedvezmény utalvány kávé oklevél póló érem meglepetés sütemény könyv matrica "
    "bögre üdítő pogácsa tea fagylalt fagyi kóstoló térkép ajándékcsomag ajándékutalvány serleg "
    "plakát lufi táska csoki"
)
_GETS = words("kap kapnak kaphat kaphatnak nyer nyerhet vihet választhat kapott kaptak")
_GETTERS = words(
    "aki akik mindenki vásárló vendég résztvevő jelentkező nevező csapat gyerek gyermek látogató "
    "futó vevő játékos vásárlónk vendégünk tag tagunk"
)
_THANKS = words(
    "köszönjük köszönöm várjuk keressük szeretjük szeretem imádjuk imádom hozzátok hozd hozzuk "
    "mutatjuk megköszönjük kérjük nézzétek nézd megnyertük elhoztuk megtaláltuk"
)
_GOOD = words(
    "segítség támogatás részvétel türelem bizalom megértés érdeklődés ajándék visszajelzés "
    "adomány felajánlás meghívás lehetőség kitartás szervezés fogadtatás"
)
_TIMES = words("nap hét hónap év óra perc este reggel délután délelőtt éjszaka alkalom pillanat")


def governed(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        for lemma, prefix, case, wrong, nouns in RULED:
            if word[:3] == lemma[:3] and _is_ruler(c, i, lemma, prefix):
                yield from _ruled(c, i, prefix, case, wrong.split(), nouns)
                yield from _led(c, i, case, wrong.split(), nouns)
        if word in _FROM:
            yield from _until(c, i)
        elif word in ("képest", "szemben") and cases(c.at(i - 1)) == {"DAT"} and not c.named(i - 1):
            right = turned(c.at(i - 1), "DAT", "ALL" if word == "képest" else "INSTR")
            if right and (word == "képest" or i + 1 < len(c.low)):
                yield from c.put(i - 1, i - 1, right, ENDING)
        elif (word == "alig" or (word == "nagyon" and c.at(i + 2) == "már")) and c.at(i + 1) in (
            "várjuk",
            "várom",
            "várják",
            "vártuk",
            "vártam",
        ):
            yield from _awaited(c, i)
        elif word == "ellen":
            yield from _despite(c, i)
        elif word in _OBJECT or word in _GETS:
            yield from _object(c, i)
        elif word in _THANKS:
            yield from _thanked(c, i)
        elif word == "hagy" and any("SUBJ" in one for one in verb_forms(c.at(i + 1))):
            yield from c.put(i, i, "hadd", OTHER)
        elif word in ("nekünk", "nekem") and c.at(i - 1) in (
            "támogass", "támogassatok", "támogasson", "kövess", "kövessetek"
        ):  # fmt: skip
            yield from c.put(i, i, "minket" if word == "nekünk" else "engem", ENDING)


def _is_ruler(c: Chain, i: int, lemma: str, prefix: str) -> bool:
    read = readings(c.at(i))
    if lemma == "szükség":
        return c.at(i) in ("szükségünk", "szükségem", "szükség") and c.at(i + 1) in (
            "van", "volt", "lesz", "lenne"
        )  # fmt: skip
    if lemma in ("büszke", "kíváncsi", "elégedett", "hálás", "boldog"):
        return c.at(i + 1) in ("vagyok", "vagyunk", "vagytok", "voltunk", "vannak") and any(
            one.lemma == lemma or c.at(i) == lemma for one in read
        ) | c.at(i).startswith(lemma)
    if not any(one.part == "vrb" and one.lemma == lemma and not one.made for one in read):
        return False
    if lemma == "fél" and c.at(i) not in ("félek", "félsz", "félünk", "féltek", "félnek"):
        return False
    if prefix:
        return any(one.prefix == prefix for one in read) or c.at(i + 1) == prefix
    return all(not one.prefix for one in read) and c.at(i + 1) not in ("meg", "ki", "el", "be")


def _ruled(c: Chain, i: int, prefix: str, case: str, wrong: list[str], nouns: str) -> Found:
    j = i + 1
    if prefix and c.at(j) == prefix:
        j += 1
    while j < i + 6 and (c.at(j) in _BETWEEN or cases(c.at(j)) == {"NOM"}):
        j += 1
    word = c.at(j)
    for right, those in _PERSONS:
        for one in wrong:
            if word and case in right and word in those.get(one, "").split():
                if right is _IT and not c.text.startswith(", h", c.spans[j][1]):
                    continue
                if c.at(j + 1) == "együtt" or (c.at(j + 1) and is_verb(c.at(j + 1))):
                    continue
                yield from c.put(j, j, right[case], ENDING)
                return
    read = [one for one in readings(word) if "An_MODE_adv" not in one.tags]
    kinds = cases(word) if len(read) == len(readings(word)) else cases(word) - {"NOM"}
    if len(kinds) != 1 or not kinds <= set(wrong) or c.named(j):
        return
    if any(one.part not in ("noun", "vrb", "adj") for one in read) or case in kinds:
        return
    if doing(c.at(j + 1)):
        return
    if nouns and not any(one in word for one in nouns.split()):
        return
    if any(
        verb_forms(one) or any("INF" in tag for each in readings(one) for tag in each.tags)
        for one in c.low[j + 1 :]
    ):
        return
    if any(cases(one) == {case} for one in c.low) or (not nouns and _timed(word)):
        return
    if right_word := turned(word, next(iter(kinds)), case):
        yield from c.put(j, j, right_word, ENDING)


def _led(c: Chain, i: int, case: str, wrong: list[str], nouns: str) -> Found:
    """ "a legkisebbeket is gondoltunk": what is ruled stands before."""
    k = i - 1
    while c.at(k) in ("is", "már", "még", "mindig", "nagyon"):
        k -= 1
    word, kinds = c.at(k), cases(c.at(k))
    if c.at(i).startswith("gondol"):
        wrong = ["ACC", "DEL"]
    elif "DEL" in kinds:
        return
    allowed = {"ACC", "DAT", "ALL", "ABL", "DEL"} & set(wrong)
    if len(kinds) != 1 or not kinds <= allowed or c.named(k):
        return
    j = k - 1
    while j > 0 and cases(c.at(j)) == {"NOM"}:
        j -= 1
    forms = verb_forms(c.at(i))
    if c.at(j) not in ("a", "az") or not forms or _timed(word):
        return
    if not all("INDEF_PL_1" in one or "INDEF_SG_1" in one for one in forms):
        return
    if nouns and not any(one in word for one in nouns.split()):
        return
    if any(cases(one) == {case} or any("INF" in tag for each in readings(one) for tag in each.tags)
           for one in c.low):  # fmt: skip
        return
    if right := turned(word, next(iter(kinds)), case):
        yield from c.put(k, k, right, ENDING)


def _awaited(c: Chain, i: int) -> Found:
    """ "alig várjuk már a tavaszra"."""
    j = i + 2
    while j < i + 7 and (c.at(j) in ("már", "a", "az") or cases(c.at(j)) == {"NOM"}):
        j += 1
    if cases(c.at(j)) == {"SBL"} and not c.at(j + 1) and not c.named(j):
        summer = c.at(j) == "nyárra"
        if right := "nyarat" if summer else turned(c.at(j), "SBL", "ACC"):
            yield from c.put(j, j, right, ENDING)


def _timed(word: str) -> bool:
    return any(one.lemma in _TIMES or one.lemma in _DAYS for one in readings(word))


def _until(c: Chain, i: int) -> Found:
    """ "hétfőtől péntek nyitva"."""
    day, after = c.at(i + 1), c.at(i + 2)
    ends = not after and c.after in (".", "!")
    if day in _ON_DAYS:
        if after in ("vagyunk", "tartunk", "várunk", "nyitva", "zárva", "tart"):
            yield from c.put(i + 1, i + 1, f"{_ON_DAYS[day]}ig", ENDING)
        return
    if day in _DAYS and not after.endswith("ig") and not c.at(i + 3).endswith("ig") and (
        after in ("nyitva", "zárva", "várunk", "várjuk", "vagyunk", "között", "tartunk", "is")
        or ends or after.isdecimal() or (after and (is_verb(after) or after in ("a", "az")))
    ):  # fmt: skip
        yield from c.put(i + 1, i + 1, f"{day}ig", ENDING)


def _despite(c: Chain, i: int) -> Found:
    """ "a rossz idő ellen eljöttetek"."""
    if c.at(i - 1) not in _FOUL or c.at(i - 2) not in ("a", "az", "rossz", "borús", "esős", "zord"):
        return
    if any(one.startswith(tuple(_HELD)) for one in c.low[i + 1 :]) or i > 4:
        return
    came = [
        one
        for one in c.low[i + 1 :]
        for tag in verb_forms(one)
        if "PAST_INDIC" in tag and ("PL_2" in tag or "PL_3" in tag or "INDEF_PL_1" in tag)
    ]
    bare = not any("ACC" in cases(one) and not verb_forms(one) for one in c.low[i + 1 :])
    if came and bare and c.low[0] in ("a", "az"):
        yield from c.put(i, i, "ellenére", OTHER)


def _object(c: Chain, i: int) -> Found:
    """ "egy apró ajándék is kap", "egy kupon kapsz"."""
    j = i - 2 if c.at(i - 1) == "is" else i - 1
    noun = c.at(j)
    k = j
    while k > 0 and cases(c.at(k)) == {"NOM"} and c.at(k) != "egy":
        k -= 1
    read = readings(noun)
    if (
        c.at(k) != "egy"
        or c.at(k - 1) in ("mint", "még", "a", "az", "és")
        or cases(noun) != {"NOM"}
        or owned(noun)
        or not read
        or any(one.part != "noun" for one in read)
        or _timed(noun)
        or any("ACC" in cases(one) for one in c.low)
        or any(one in ("amit", "akit", "mit", "ezt", "azt") for one in c.low)
    ):
        return
    if c.at(i) in _GETS:
        lead = c.text[max(0, c.spans[0][0] - 60) : c.spans[j][0]].lower().split()
        if noun not in _GIFTS or not any(one.strip(",.") in _GETTERS for one in lead):
            return
    if right := in_case(noun, "ACC"):
        yield from c.put(j, j, right, ENDING)


def _thanked(c: Chain, i: int) -> Found:
    """ "köszönjük a segítség": an object that lacks its -t, at the end of a sentence."""
    last = c.low[-1]
    helped = "köszön" in c.at(i) and len(c.low) == i + 3 and cases(last) == {"CAUS/FIN"}
    if (
        "köszön" in c.at(i)
        and c.at(i + 1) in ("a", "az")
        and cases(last) & {"DAT", "DEL", "INSTR"}
        and any(one.lemma in _GOOD for one in readings(last))
    ):
        if right := turned(last, next(iter(sorted(cases(last)))), "ACC"):
            yield from c.put(len(c.low) - 1, len(c.low) - 1, right, ENDING)
        return
    if c.at(i + 1) not in ("a", "az") or c.after not in (".", "!") or len(c.low) > i + 5:
        return
    if helped and not c.named(i + 2):
        tries = (last[:-3] + end for end in ("t", "et", "ot", "at"))
        right = next((one for one in tries if cases(one) == {"ACC"}), "")
        yield from c.put(i + 2, i + 2, right, ENDING)
        return
    if any(cases(one) != {"NOM"} for one in c.low[i + 2 :]) or len(c.low) < i + 3:
        return
    at = len(c.low) - 1
    read = readings(last)
    if owned(last) or any(one.part != "noun" and not one.made for one in read) or c.named(at):
        return
    right = f"{last}at" if plural(last) else in_case(last, "ACC")
    if plural(last) and cases(right) != {"ACC"}:
        right = f"{last}et"
    if cases(right) == {"ACC"}:
        yield from c.put(at, at, right, ENDING)
