"""Hungarian: endings that fit the vowels, the verb, the number and the place; and small words.

The dictionary says of a word its case, its person, and whether a verb has a certain object. Nothing
is found where a word may be something else as well.
"""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found, chains
from aboveboard.text.correcting.agreeing.hungarian.commas import commas
from aboveboard.text.correcting.agreeing.hungarian.directions import directions
from aboveboard.text.correcting.agreeing.hungarian.forms import forms
from aboveboard.text.correcting.agreeing.hungarian.governed import governed
from aboveboard.text.correcting.agreeing.hungarian.groups import head
from aboveboard.text.correcting.agreeing.hungarian.infinitives import infinitives
from aboveboard.text.correcting.agreeing.hungarian.marks import marks
from aboveboard.text.correcting.agreeing.hungarian.numbers import numbers, relative
from aboveboard.text.correcting.agreeing.hungarian.owners import owners
from aboveboard.text.correcting.agreeing.hungarian.places import places
from aboveboard.text.correcting.agreeing.hungarian.predicates import predicates
from aboveboard.text.correcting.agreeing.hungarian.relatives import relatives
from aboveboard.text.correcting.agreeing.hungarian.verbs import FREE, verbs
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    doing,
    in_case,
    is_verb,
    nominal,
    plural,
    readings,
    spelt,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import AGREE, ENDING
from aboveboard.text.tables import words
from aboveboard.text.voice.background import background

_HARMONY = ENDING
_PARTICLE = "The question particle -e hangs on with a hyphen."
_AZ = "Before a vowel the article is “az”."
_SINGULAR = "After a number this word stays singular."
_VOWELS = "aáeéiíoóöőuúüű"
_PAIRS = (
    ("nkat", "nket"), ("ban", "ben"), ("ba", "be"), ("nak", "nek"), ("ból", "ből"), ("tól", "től"),
    ("ról", "ről"), ("ra", "re"), ("nál", "nél"), ("hoz", "hez"), ("hoz", "höz"), ("hez", "höz"),
    ("val", "vel"), ("al", "el"),
    ("unk", "ünk"), ("juk", "jük"),
    ("ot", "et"), ("ot", "öt"), ("et", "öt"),
    ("unkban", "ünkben"), ("unkba", "ünkbe"), ("unkra", "ünkre"), ("unknak", "ünknek"),
    ("okat", "eket"), ("akat", "eket"), ("okban", "ekben"), ("oknak", "eknek"), ("okkal", "ekkel"),
    ("ának", "ének"), ("nák", "nék"), ("nám", "ném"), ("nánk", "nénk"),
    ("va", "ve"), ("tok", "tek"), ("tok", "tök"),
    ("tek", "tök"),
)  # fmt: skip
_NUMBERS = words(
    "két három négy öt hat nyolc kilenc tíz száz ezer sok több kevés néhány tizenkét húsz "
    "harminc negyven ötven számos rengeteg"
)
_ASKING = words("mi hol hányan hány mikor miért hogyan milyen mennyi merre honnan hova")
_PUTS = words("tedd tegyétek tegyük rakd rakjátok rakjuk dobd dobjátok dobjuk öntsd öntsétek")
_EACH = words("minden mindkét mindegyik")
_PLAIN = words(
    "új nagy kis jó szép finom régi további különböző friss érdekes izgalmas szuper remek "
    "fantasztikus csodás helyi magyar ingyenes boldog lelkes kedves kézműves színes házi "
    "egyedi különleges ízletes édes kisebb nagyobb fiatal"
)
_STATIC = words(
    "sütjük kapható található látható megtekinthető kóstolható lakik lakunk lakom laknak "
    "élünk dolgozik dolgozunk dolgozom dolgoznak működik zajlik kaphatók találhatók tartjuk "
    "tároljuk rendezzük rendezünk árulunk árusítunk árusítjuk láthatók vásárolható elérhető "
    "tartózkodik"
)
_BEING = words(
    "van volt lesz vagyunk voltunk leszünk vannak voltak lesznek voltam vagyok leszek nincs "
    "nincsenek voltatok"
)
_BETWEEN = words("is már még mindig most csak újra ismét továbbra mostantól ma holnap nem")
_SOON = words(
    "hétfő kedd szerda csütörtök péntek szombat vasárnap idő óra nap hét hónap év nyár tél "
    "január február március április május június július augusztus szeptember október november "
    "december keret szezon délelőtt délután este reggel alkalom szünet jövő közeljövő érték "
    "méret ár forma"
)
_COMES = words(
    "gyere gyertek jöjjön jöjjetek jöjj ugorj ugorjatok ugorjon térj térjetek térjen nézz "
    "nézzetek nézzen kukkants kukkantsatok"
)
_HAPPENS = words(
    "elmarad kezdődik elkezdődik indul elindul érkezik megérkezett megnyílt megnyílik elkészült "
    "befejeződött véget folytatódik zajlik szünetel elindult megkezdődött működik készül elmaradt "
    "zárva nyitva várja várják bezár kinyit módosul változik tart elfogyott"
)
_JOINED = (" ", "\u00a0", "\u202f")
_PREFIXES = words("nem meg el ki be fel le át össze vissza már is csak")
_ON = ("Budapest Szeged Pécs Miskolc Kecskemét Szombathely Székesfehérvár Szolnok Siófok Kaposvár "
       "Hódmezővásárhely Zalaegerszeg Keszthely Balatonfüred Nagykanizsa Szentes Cegléd Vác Gyula "
       "Hajdúszoboszló Salgótarján Magyarország Pest Békéscsaba Nyíregyháza Tatabánya Buda "
       "Szentendre Dunaújváros Érd")  # fmt: skip
_IN = ("Debrecen Győr Sopron Eger Veszprém Esztergom Tihany Tokaj Baja Komárom Szekszárd Gödöllő "
       "Berlin London Bécs Párizs Pozsony Prága Visegrád Kőszeg")  # fmt: skip
_RULED_ON = {"Visegrád", "Kőszeg", "Baja", "Gödöllő", "Vác"}
# Stems of nothing but i take either ending: "hidak", "biciklisek" and "biciklisok".
_VOWELLED = regex.compile("[aáeéoóöőuúüű]")
_ACCENTED = regex.compile("[áéíóöőúüű]")
# Who does something, or what it is done with: "két futók", "három törölközőket".
_DOERS = regex.compile(r"(?<=[óő])k(et|at|nak|nek|kal|kel|hoz|hez|höz|ra|re|ról|ről|ban|ben)?$")
_DONE = {"et": "t", "at": "t", "kal": "val", "kel": "vel", None: ""}
_SORTS = words(
    "hétvégi szombati vasárnapi hétfői keddi szerdai csütörtöki pénteki mai holnapi tegnapi "
    "tavaszi nyári téli következő tavalyi"
)
_DAYS = {
    "hétfőben": "hétfőn", "keddben": "kedden", "szerdában": "szerdán", "péntekben": "pénteken",
    "csütörtökben": "csütörtökön", "szombatban": "szombaton", "vasárnapban": "vasárnap",
}  # fmt: skip
_AFTER_E = words(
    "még már valaki valami kedved kedvetek idő hely szükség olyan a az mindenki nálatok"
)
_GOES = words("menjünk menjetek menj megyünk megyek elmegyünk gyertek gyere jöjjetek jöttök")

_RULES = (verbs, commas, places, numbers, governed, infinitives, owners, predicates,
          directions, forms)  # fmt: skip


def hungarian(text: str) -> Found:
    for c in chains(text):
        for i, word in enumerate(c.low):
            if word in ("a", "az"):
                yield from _article(c, i)
            elif word in _NUMBERS or word in _EACH or word.isdecimal():
                yield from _numbered(c, i)
            elif word in _STATIC or word in _BEING:
                yield from _where(c, i)
            elif word == "e" and c.at(i + 1) in _AFTER_E and is_verb(c.at(i - 1)):
                yield from c.put(i - 1, i, f"{c.at(i - 1)}-e", _PARTICLE)
            elif word in _DAYS and not c.named(i):
                yield from c.put(i, i, _DAYS[word], ENDING)
            elif word in _COMES or word in _GOES or word in _PUTS:
                yield from _into(c, i)
            elif word.endswith("-e"):
                yield from _question(c, i)
            elif len(word) > 4 and c.said(i).islower():
                yield from _harmony(c, i)
            if c.said(i) in _TOWNS:
                yield from c.put(i, i, _TOWNS[c.said(i)], ENDING)
        for rule in _RULES:
            yield from rule(c)
    yield from relatives(text)
    yield from relative(text)
    yield from marks(text)


def _towns() -> Iterator[tuple[str, str]]:
    for name in set(_ON.split()) - _RULED_ON:
        stem = name[:-1] + "á" if name.endswith("a") else name
        back = any(letter in "aáoóuú" for letter in name[-5:].lower())
        end = "n" if name.endswith("a") else "on" if back else "en"
        for wrong in ("ban", "ben"):
            yield stem + wrong, stem + (end if name != "Szentendre" else "n")
    for name in set(_IN.split()) - _RULED_ON:
        back = any(letter in "aáoóuú" for letter in name[-4:].lower())
        for wrong in ("on", "en", "ön"):
            yield name + wrong, name + ("ban" if back else "ben")


_TOWNS = {**dict(_towns()), "Budapestben": "Budapesten", "Magyarországban": "Magyarországon"}


def _article(c: Chain, i: int) -> Found:
    """ "a 5.", "a SMS", "az haladó"."""
    word, after = c.at(i), c.at(i + 1)
    if not after:
        return
    if word == "a" and c.said(i) in ("a", "A") and not (i and c.said(i) == "A"):
        figure = after.isdecimal() and (
            after[0] == "5" or (after[0] == "1" and len(after) in (1, 4, 7))
        )
        follows = c.text[c.spans[i + 1][1] : c.spans[i + 1][1] + 1]
        letters = regex.match(r"[FLMNRSX][BCDFGHJKLMNPQRSTVWXZ]+$", c.said(i + 1))
        if (figure and follows not in ("/", "%", ":", "+")) or letters:
            yield from c.put(i, i, "az", _AZ)
    elif word == "az" and after.isdecimal():
        follows = c.text[c.spans[i + 1][1] : c.spans[i + 1][1] + 5]
        vowel = after[0] == "5" or (after[0] == "1" and len(after) in (1, 4, 7))
        if not vowel and regex.match(r"\. \p{Ll}|-(?:[aeoö]s|i) ", follows):
            yield from c.put(i, i, "a", AGREE)
    elif (
        (word == "az" and after[0].isalpha() and after[0] not in _VOWELS + "y" and (i or c.first))
        and c.said(i + 1).islower()
        and _article_for_sure(c, i)
    ):
        yield from c.put(i, i, "a", AGREE)


def _article_for_sure(c: Chain, i: int) -> bool:
    """Whether "az" is no "that": a noun with an ending follows, or a verb other than "be" leads."""
    after = c.at(i + 1)
    kinds = cases(after)
    soon = after == "jövő" and c.at(i + 2) in ("heti", "havi", "évi")
    if (soon or after in _SORTS or _most(after)) and i + 2 < len(c.low):
        noun = c.at(head(c, i + 1))
        done = [one for one in c.low[i + 2 :] if is_verb(one) and one not in _BEING]
        return bool(done) or cases(noun) <= {"SUE", "INE", "SBL", "ILL", "ACC"}
    later = c.at(i + 2) in ("után", "előtt", "miatt", "alatt", "mellett", "során", "helyett")
    if later and kinds == {"NOM"} and c.at(i + 3) and c.at(i + 3) not in _BEING:
        return True
    if "" in kinds or not kinds or any(one.part == "noun_pron" for one in readings(after)):
        return False
    held = any("_DEF_" in one for word in c.low for one in verb_forms(word))
    if kinds == {"ACC"} and not held:
        return False
    if kinds <= {"ACC", "INE", "ILL", "ELA", "ALL", "ABL", "ADE", "SBL"} and not _soon(after):
        if verb_forms(c.at(i + 2)) and kinds != {"ACC"}:
            return False
        if any(one.part != "noun" or one.made for one in readings(after)):
            return False
        return not _BEING & set(c.low)
    if kinds == {"NOM"} and _happens(c, i):
        return True
    if not i:
        return False
    if kinds <= {"NOM", "ACC"} and all("POSS" in str(one.tags) for one in readings(after)):
        return True
    led = is_verb(c.at(i - 1)) or any(
        "PAST_INDIC_INDEF_SG_3" in one for one in verb_forms(c.at(i - 1))
    )
    return (
        led
        and c.at(i - 1) not in _BEING
        and kinds == {"NOM"}
        and c.at(i - 1) not in ("nem", "lenne", "legyen", "mert", "ért")
    )


def _most(word: str) -> bool:
    return word.startswith("leg") and any(
        "bb_COMPARATIVE_adj" in one.tags for one in readings(word)
    )


def _happens(c: Chain, i: int) -> bool:
    """ "az rendelés csütörtökön elmarad": what happens to a thing, so that it is no "that is"."""
    if any(one.part != "noun" and not one.made for one in readings(c.at(i + 1))):
        return False
    j = i + 2
    while c.at(j) and (c.at(j) in _BETWEEN or cases(c.at(j)) <= {"SUE", "INE", "TEMP", "TERM"}):
        j += 1 if c.at(j) in _BETWEEN or cases(c.at(j)) else 9
    return c.at(j) in _HAPPENS


def _soon(word: str) -> bool:
    return any(one.lemma in _SOON for one in readings(word))


def _numbered(c: Chain, i: int) -> Found:
    """ "három új ízek": no plural after a number."""
    if c.at(i - 1) in ("és", "a", "az") and c.at(i) in ("több", "ezer"):
        return
    if c.at(i).isdecimal() and c.text[c.spans[i][1] :][:1] not in _JOINED:
        return
    j = i + 1
    while c.at(j) in _PLAIN:
        j += 1
    word = c.at(j)
    if not word or c.named(j) or not plural(word):
        return
    read = readings(word)
    if any(one.lemma == "idő" for one in read) and c.at(i) == "minden":
        return
    if made := _DOERS.search(word):
        right = word[: made.start()] + _DONE.get(made[1], made[1])
        if cases(right) == cases(word):
            yield from c.put(j, j, right, _SINGULAR)
        return
    if not any(one.part == "noun" for one in read) or any(
        one.made or one.part == "vrb" for one in read
    ):
        return
    case = next(iter(cases(word)), "NOM") if len(cases(word)) == 1 else "NOM"
    if (one := in_case(read[0].lemma, case)) and one != word:
        yield from c.put(j, j, one, _SINGULAR)


def _where(c: Chain, i: int) -> Found:
    """ "a boltba kapható": where, not where to."""
    if c.at(i) in _BEING and (
        ("NOM" in cases(c.at(i + 1)) and c.at(i + 1) not in FREE)
        or c.at(i + 1).endswith(("va", "ve"))
        or c.at(i - 1).endswith(("va", "ve"))
    ):
        return
    j = i - 1
    while c.at(j) in _BETWEEN:
        j -= 1
    if not c.at(j) and c.at(i) in _STATIC:
        j = i + 2 if c.at(i + 1) in ("a", "az") else i + 1
        j = j if "ILL" in cases(c.at(j)) or cases(c.at(j)) != {"NOM"} else j + 1
    word = c.at(j)
    if (
        cases(word) == {"ILL"}
        and word.endswith(("ba", "be"))
        and not c.named(j)
        and not any(
            one.lemma in ("baj", "idő", "pénz", "szó", "sor", "figyelem") for one in readings(word)
        )
    ):
        yield from c.put(j, j, f"{word}n", ENDING)


def _into(c: Chain, i: int) -> Found:
    """ "ugorjatok be a műhelyben": where to, not where."""
    put = c.at(i) in _PUTS
    bare = (put or c.at(i) in _GOES) and c.at(i + 1) in ("a", "az")
    if c.at(i + 1) not in ("be", "le", "el", "át", "vissza") and not bare:
        return
    j = i + 2
    while j < i + 6 and (c.at(j) in ("a", "az", "hozzánk", "egy") or cases(c.at(j)) == {"NOM"}):
        j += 1
    word = c.at(j)
    if (
        cases(word) == {"INE"}
        and word.endswith("n")
        and not c.named(j)
        and not _soon(word)
        and not doing(c.at(j + 1))
        and (c.at(i + 1) == "be" or not c.at(j + 1) or (put and c.at(j + 1) in ("a", "az")))
    ):
        yield from c.put(j, j, word[:-1], ENDING)


def _question(c: Chain, i: int) -> Found:
    """ "nem-e jön", "meg-e jött": -e hangs on the verb."""
    lead, after = c.at(i)[:-2], c.at(i + 1)
    if lead in _ASKING:
        yield from c.put(i, i, lead, _PARTICLE)
    elif lead in _PREFIXES and verb_forms(after):
        apart = lead in ("nem", "már", "is", "csak")
        yield from c.put(i, i + 1, f"{lead}{' ' if apart else ''}{after}-e",
                         _PARTICLE)  # fmt: skip


def _harmony(c: Chain, i: int) -> Found:
    """ "kertban", "fiúknek", "késvel"."""
    word = c.at(i)
    if c.named(i) or readings(word) or spelt(word) or "-" in word or spelt(c.said(i)):
        return
    if any(word in background(other).counts["words"] for other in ("en", "nl", "fr", "de")):
        return
    for pair in _PAIRS:
        for end, other in (pair, pair[::-1]):
            if not _VOWELLED.search(word[: -len(end)]):
                continue
            if word.endswith(end) and (len(end) > 2 or _ACCENTED.search("".join(c.low))):
                tried = word[: -len(end)] + other
                if any((nominal(one) and one.tags) or verb_forms(tried) for one in readings(tried)):
                    yield from c.put(i, i, tried, _HARMONY)
                    return
    if word.endswith(("val", "vel")) and word[-4] not in _VOWELS:
        for end in ("al", "el"):
            tried = word[:-3] + word[-4] + end
            if any("INSTR" in one.tags for one in readings(tried)):
                yield from c.put(i, i, tried, ENDING)
                return
