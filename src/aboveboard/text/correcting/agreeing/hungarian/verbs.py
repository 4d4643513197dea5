"""Hungarian verbs: certain and uncertain objects, persons, number, "nem" and prefixes."""

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.groups import beside
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    conjugated,
    doing,
    in_case,
    is_verb,
    owned,
    plural,
    readings,
    several,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import AGREE, ENDING, FORM
from aboveboard.text.tables import words

_APART = "Words stand apart or together that should not."
_ANY = words(
    "mindenkit valakit valamit semmit senkit mindent bárkit bármit titeket benneteket minket "
    "bennünket engem téged akárkit"
)
_COUNTED = words(
    "egy néhány sok két három négy öt hat nyolc kilenc tíz húsz több pár számos rengeteg "
    "kevés valamilyen bármilyen mindenféle sokféle"
)
_SOME = words("egy két három négy öt hat tíz pár néhány")
_TO_WHOM = words(
    "nektek neked még most ma magadnak mellé meg el ki le fel be össze haza nekünk nálunk is már "
    "holnap hozzá bátran ide"
)
_MEASURES = words(
    "nap hét hónap év óra perc fő ezer forint méter kiló fok fajta féle alkalom hely kör darab "
    "liter deka euró este délután reggel délelőtt"
)
_WARMLY = words("szeretettel örömmel mindig is ma holnap szívesen tárt")
_EGO = {
    "én": "SG_1",
    "te": "SG_2",
    "ti": "PL_2",
    "ők": "PL_3",
    "ő": "SG_3",
    "ön": "SG_3",
    "önök": "PL_3",
    "mi": "PL_1",
    "mindenki": "SG_3",
    "senki": "SG_3",
}
_ADVERBS = words(
    "szeretettel örömmel nagyon már ma is mind mindig szívesen holnap újra ismét nálunk még "
    "tegnap most nem csak gyorsan sokat jól szépen végre idén hamarosan"
)
FREE = words("a az tegnap ma holnap most reggel este délután délelőtt idén hétfőn kedden szerdán")
_STATES = words("nyitva zárva itt ott kint bent tele útban")
_COMING = words(
    "ízlik tetszik érkezik érkezett megérkezett jön jött van volt lesz készül kezdődik elfogyott "
    "maradt elkészült"
)
_HAS = words("van nincs volt lesz vannak nincsenek lenne")
_MIDDLE = words("ezt azt hol mikor miért hogyan mit hova")
_WISHES = ("szeretném,", "szeretnénk,", "örülnék,", "örülnénk,", "jó lenne,")
_NO_OBJECT = words("van volt lesz kell lehet fog szokott tud nincs megy jön indul szabad")
_THAT = words("tud gondol hisz remél ígér lát hall mond állít érez felejt")
_SO = words("annyit annyira úgy olyan így akkor azért arról arra azzal addig olyannyira annyian")
_SEEKS = words(
    "várunk várok keresünk keresek hirdetünk nyitunk kérek kérünk kínálunk szervezünk tartunk "
    "hozunk készítünk sütünk veszünk rendezünk indítunk kapunk hoztunk kaptunk nyitottunk "
    "készítettünk szerveztünk szeretnénk szeretnék nyertél nyersz kapsz kaptál vegyél vegyetek "
    "hozz hozzatok nyerj nyerjetek kérj kérjetek rendelj rendeljetek foglalj foglaljatok válassz "
    "válasszatok küldj küldjetek vettünk ettünk találtunk keres"
)
_FOUND = words(
    "főztünk sütöttünk árulunk ültettünk építettünk festettünk kértünk rendeltünk kerestünk "
    "szereztünk választottunk rendeztünk indítottunk kínáltunk adunk küldünk viszünk építünk "
    "ültetünk kaptam vettem hoztam találtam láttam nyertem nyertünk láttunk kóstoltunk rendeltem "
    "olvastunk próbáltunk írtunk küldtünk felvettünk ajánlunk ajánlok adok hozok viszek küldök "
    "veszek sütök főzök kapsz találsz találtok kaptok nyertek hoztatok kaptatok kaptál vettél "
    "olvass próbálj készíts készítsetek igyál igyatok egyél egyetek süss süssetek főzz főzzetek "
    "írj írjatok rajzolj rajzoljatok keress keressetek adj adjatok vigyél vigyetek tegyél tegyetek "
    "használj szerezz szerezzetek kóstolj kóstoljatok béreltünk bérelj béreljetek béreltek "
    "kölcsönkértünk elvesztettem elvesztettünk elhagytam elhagytunk "
    "igyunk együnk nézzünk keressünk vegyünk hozzunk süssünk kérjünk készítsünk"
)
_WHOLE = words(
    "megengedett befolyásol kirándul felvételizik ellenőriz kifogásol fellebbez feltételez "
    "bevásárol kivitelez felügyel felelős bérel fejleszt fejlődik kísérletezik elemez beszél "
    "belátogat lekvároz előny levelez lehet"
)
_SUBJECTIVE = words("hogy ha ne hadd nehogy kérjük kérem akár bár úgy")


def verbs(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        forms = verb_forms(word) if len(word) > 2 else frozenset()
        if forms:
            yield from _certain(c, i, forms)
            yield from _subjunctive(c, i, forms)
        if word in _EGO:
            yield from _person(c, i)
        if word in _COMING and i == len(c.low) - 3 and c.at(i + 1) in ("a", "az"):
            last = c.at(i + 2)
            if (
                plural(last)
                and cases(last) == {"NOM"}
                and not c.named(i + 2)
                and c.after in ".!?"
                and (right := conjugated(word, "", "PL_3"))
            ):
                yield from c.put(i, i, right, AGREE)
        if word in ("nem", "ne"):
            yield from _prefixed(c, i)
        if word in _SEEKS | _FOUND:
            yield from _nothing_sought(c, i)
    yield from _would(c)
    if c.first:
        yield from _several(c)


def _infinitive(word: str) -> bool:
    return any("INFINITIVE" in tag for one in readings(word) for tag in one.tags)


def _certain(c: Chain, i: int, forms: frozenset[str]) -> Found:
    """ "várunk a vendégeket", "várjuk mindenkit"."""
    word, after = c.at(i), c.at(i + 1)
    open_ = all("INDEF_" in one for one in forms)
    closed = all("_DEF_" in one for one in forms) and is_verb(word)
    if open_ and after in ("a", "az") and not any(map(_infinitive, c.low[i:])):
        j = i + 2
        while j < i + 5 and cases(c.at(j)) == {"NOM"}:
            j += 1
        third = any("SG_3" in one for one in forms)
        if third and (not is_verb(word) or word in _NO_OBJECT or j != i + 2):
            return
        fits = is_verb(word) or any("PL_1" in one or "PAST" not in one for one in forms)
        if (
            cases(c.at(j)) == {"ACC"}
            and not any(one.lemma in ("gratulál", "örül", "kell") for one in readings(word))
            and fits
            and not doing(c.at(j + 1))
            and (right := conjugated(word, "DEF", ""))
        ):
            yield from c.put(i, i, right, AGREE)
    elif open_ and c.text[c.spans[i][1] :].startswith((", hogy ", " volna, hogy ")):
        lemmas = {one.lemma for one in readings(word) if one.part == "vrb"}
        if (
            lemmas <= _THAT
            and not _SO & set(c.low)
            and not any("ACC" in cases(one) or one[:2] in ("am", "ak") for one in c.low[:i])
            and not any("SG_3" in one for one in forms)
            and (right := conjugated(word, "DEF", ""))
        ):
            yield from c.put(i, i, right, AGREE)
    elif closed and word not in ("mondjuk", "tudod", "látod", "nézd"):
        j = i + 2 if after in _WARMLY else i + 1
        uncertain = c.at(j) in _ANY
        if c.at(j) in _COUNTED:
            k = j + 1
            while k < j + 4 and cases(c.at(k)) == {"NOM"}:
                k += 1
            uncertain = cases(c.at(k)) == {"ACC"} and not owned(c.at(k))
        k = i - 2 if c.at(i - 1) in _WARMLY else i - 1
        if (uncertain or (c.at(k) in _ANY and c.at(i + 1) not in ("a", "az", "hogy"))) and (
            right := conjugated(word, "INDEF", "")
        ):
            yield from c.put(i, i, right, AGREE)


def _would(c: Chain) -> Found:
    """ "örülnénk, ha eljöttök": after a wish stands the conditional."""
    lead = c.text[: c.spans[0][0]].rstrip().lower()
    if c.at(0) != "ha" or not lead.endswith(_WISHES):
        return
    j = 1
    while j < 4 and (c.at(j) in _ADVERBS or c.at(j) in ("ti", "te", "mindenki")):
        j += 1
    forms = verb_forms(c.at(j))
    if (
        forms
        and is_verb(c.at(j))
        and all(one.startswith("PRES_INDIC") for one in forms)
        and (right := conjugated(c.at(j), "", "", "PRES_COND_"))
    ):
        yield from c.put(j, j, right, FORM)


def _subjunctive(c: Chain, i: int, forms: frozenset[str]) -> Found:
    """ "évek óta nálunk tartsa", "nem lássa"."""
    if not all(one.startswith("SUBJ/IMPER_DEF") for one in forms) or not is_verb(c.at(i)):
        return
    led = c.at(i - 1) in ("nem", "ha", "amikor", "mivel") or "óta" in c.low[:i]
    if (
        led
        and not (_SUBJECTIVE - {"ha"}) & set(c.low[:i])
        and (right := conjugated(c.at(i), "", "", "PRES_INDIC_"))
    ):
        yield from c.put(i, i, right, "This is written as it is formed, not as it sounds.")


def _person(c: Chain, i: int) -> Found:
    """ "én látnák", "mindenki jönnek"."""
    if c.at(i - 1) in ("az", "a", "és", "meg", "vagy", "mint", "s", "se", "sem") or c.named(i):
        return
    if c.at(i) == "mi" and c.at(i + 1) != "is":
        return
    j = i + 1
    while j < i + 6 and (c.at(j) in _MIDDLE or beside(c, j) > j):
        j = max(j + 1, beside(c, j))
    forms, person = verb_forms(c.at(j)), _EGO[c.at(i)]
    if (
        not forms
        or c.at(j).endswith(("lak", "lek"))
        or any(one.endswith(person) for one in forms)
        or not is_verb(c.at(j))
    ):
        return
    if c.at(j) in _HAS and any(owned(one) and "NOM" in cases(one) for one in c.low[j + 1 :]):
        return
    if c.at(i) in ("mindenki", "senki") and not all(one.endswith("PL_3") for one in forms):
        return
    kind = "INDEF" if c.at(j).endswith(("nák", "nék")) and c.at(j - 1) not in ("ezt", "azt") else ""
    if right := conjugated(c.at(j), kind, person):
        yield from c.put(j, j, right, FORM)


def _prefixed(c: Chain, i: int) -> Found:
    """ "nem megérkezett": after "nem" the prefix goes behind the verb."""
    word, after = c.at(i + 1), c.at(i + 2)
    if c.named(i + 1):
        return
    if "hanem" in c.text[c.spans[i][1] : c.spans[i][1] + 80] or c.at(i - 1) in ("vagy", "ha"):
        return
    if not is_verb(word) and after not in ("a", "az") and c.at(i - 1) not in ("még", "már"):
        return
    if right := turned_round(word):
        yield from c.put(i, i + 1, f"{c.at(i)} {right}", _APART)


def turned_round(word: str) -> str:
    """A verb with its prefix behind it: "megnézte" gives "nézte meg"; empty for no such verb."""
    read = [one for one in readings(word) if one.part == "vrb" and one.prefix and not one.made]
    if not read or not all(one.prefix or one.part == "adj" for one in readings(word)):
        return ""
    if any(word.startswith(one) or read[0].lemma == one for one in _WHOLE):
        return ""
    bare = word.removeprefix(read[0].prefix)
    fits = bare != word and verb_forms(word) and verb_forms(bare)
    return f"{bare} {read[0].prefix}" if fits else ""


def _nothing_sought(c: Chain, i: int) -> Found:
    """ "keresünk egy lelkes önkéntes": an object ends in -t."""
    while c.at(i + 1) in _TO_WHOM:
        i += 1
    if c.at(i + 1) not in _SOME or c.at(i - 1) in ("ami", "aki", "amit"):
        return
    j = i + 2
    while (cases(c.at(j)) == {"NOM"} and not c.named(j)) or c.at(j) in ("szelet", "süti"):
        j += 1
    last = c.at(j - 1)
    ends = (
        not c.at(j)
        or c.at(j) in ("a", "az", "és", "vagy")
        or cases(c.at(j)) <= {"INE", "SUE", "ILL", "SBL"}
    )
    if (
        j == i + 2
        or not ends
        or not cases(last)
        or owned(last)
        or not (c.at(j) or c.after in ".!?")
    ):
        return
    if any(cases(one) == {"ACC"} or _infinitive(one) for one in c.low[j:]):
        return
    if not any(one.part == "noun" or last == "önkéntes" or one.made for one in readings(last)):
        return
    if c.at(i + 1) != "egy" and any(one.lemma in _MEASURES for one in readings(last)):
        return
    if right := in_case(last, "ACC"):
        yield from c.put(j - 1, j - 1, right, ENDING)


def _several(c: Chain) -> Found:
    """ "A gyerekek nagyon örült"."""
    if c.at(0) not in ("a", "az"):
        return
    j = 1
    while j < 4 and c.at(j) and not several(c.at(j)) and (
        "NOM" in cases(c.at(j)) <= {"NOM", ""} or not readings(c.at(j))
    ):  # fmt: skip
        j += 1
    head = c.at(j)
    if not several(head) or cases(head) != {"NOM"} or c.named(j):
        return
    j += 1
    while j < 7 and (c.at(j) in _STATES or beside(c, j) > j):
        j = max(j + 1, beside(c, j))
    word = c.at(j)
    forms = verb_forms(word)
    if not forms and j == len(c.low) - 1 and c.after in (".", "!", "?"):
        read = readings(word)
        if any(one.part == "adj" and not one.made and not one.tags for one in read):
            tries = (word + end for end in ("ak", "ek", "ok", "ök", "k"))
            for tried in tries if word not in ("eladó", "kész", "tele") else ():
                if plural(tried):
                    yield from c.put(j, j, tried, AGREE)
                    return
    if c.text[c.spans[-1][1] :].startswith(", hogy"):
        return
    if not forms or not all(one.endswith("SG_3") for one in forms):
        return
    if any(owned(one) for one in c.low[j + 1 :]) or "aki" in c.low:
        return
    if (
        not is_verb(word)
        and any(one.part == "noun" for one in readings(word))
        and c.at(j + 1) not in _ANY
        and not (c.at(j + 1) and beside(c, j + 1) == len(c.low))
    ):
        return
    if not is_verb(word) and "NOM" in cases(c.at(j + 1)) and c.at(j + 1) not in FREE:
        return
    if right := conjugated(word, "", "PL_3"):
        yield from c.put(j, j, right, AGREE)
