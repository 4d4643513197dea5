"""Hungarian infinitives: bare or somebody's, and the verbs and words that ask for one."""

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.words import (
    cases,
    conjugated,
    infinite,
    infinitive,
    is_verb,
    plural,
    readings,
    verb_forms,
)
from aboveboard.text.correcting.agreeing.why import FORM
from aboveboard.text.tables import words

_APART = "Words stand apart or together that should not."
_WHOSE = {
    "nekem": "SG_1", "neked": "SG_2", "neki": "SG_3", "nekünk": "PL_1", "nektek": "PL_2",
    "nekik": "PL_3", "önnek": "SG_3", "önöknek": "PL_3",
}  # fmt: skip
_MUST = words(
    "kell kellett kellene kéne lehet lehetett szabad érdemes illik illett sikerül sikerült tilos "
    "muszáj kötelező elég ideje ajánlott fontos jó"
)
# After these, next to them, stands no verb with a person.
_BEFORE = words("érdemes tilos muszáj kötelező ajánlott felesleges fölösleges")
_WILLING = words("akar tud fog kíván próbál bír mer igyekszik")
# What somebody does alone, and not for another.
_SELF = words(
    "regisztrál jelentkezik iratkozik megy jön érkezik csatlakozik aggódik várakozik siet öltözik "
    "ül áll marad tanul dolgozik tud eszik iszik alszik indul pihen sétál vár utazik edz "
    "vár húz vetkőzik zuhanyzik vigyáz ügyel figyel tornázik sportol kel fekszik késik lép jár "
    "visel kapcsolódik szokik izgul készül válogat mozog csenget kopog "
    "gyakorol úszik fut játszik részesül törődik félek fél emlékszik parkol sorakozik"
)
_NOT_SO = words("vagyok vagyunk vagy van volt lesz lenne volna legyen voltak vannak vagytok tudod")


def infinitives(c: Chain) -> Found:
    for i, word in enumerate(c.low):
        whose = infinite(word)
        if whose and whose != "bare":
            yield from _nobodys(c, i, whose)
        elif whose and i + 1 < len(c.low):
            yield from _prefix(c, i)
        if (
            (word == "kell" and c.at(i - 1) == "nem" and c.at(i + 1)[-2:] in ("sz", "ol", "el"))
            or (word in _BEFORE)
            or (_willing(word) and len(word) > 4)
        ):
            yield from _asked(c, i)
        elif word in ("volna", "lenne") and i:
            yield from _would_have(c, i)


def _willing(word: str) -> bool:
    forms = verb_forms(word)
    would = bool(forms) and all("COND" in one for one in forms)
    return bool(forms) and any(
        one.part == "vrb"
        and not one.prefix
        and not one.made
        and (one.lemma in _WILLING or (one.lemma == "szeret" and would))
        for one in readings(word)
    )


def _nobodys(c: Chain, i: int, whose: str) -> Found:
    """ "szeretnénk megmutatnunk", "nektek kell hoznunk", "önöknek kell bemutatnia"."""
    if not _MUST & set(c.low):
        if any(
            _willing(one) and not any(tag.endswith("SG_3") for tag in verb_forms(one))
            for one in (c.at(i - 1), c.at(i - 2), c.at(i + 1))
        ) and (right := infinitive(c.at(i))):
            yield from c.put(i, i, right, FORM)
        return
    to = [k for k, one in enumerate(c.low) if one in _WHOSE or cases(one) == {"DAT"}]
    if len(to) != 1 or c.at(to[0] + 1) in ("és", "vagy", "meg") or "és" in c.low[: to[0]]:
        return
    name = c.at(to[0])
    person = _WHOSE.get(name) or ("PL_3" if plural(name) else "SG_3")
    if person == whose or name in ("annak", "ennek", "minek", "azoknak"):
        return
    lemmas = {one.lemma for one in readings(c.at(i))}
    third = person.endswith("_3") and whose.endswith("_3")
    if third and name not in _WHOSE and (not c.first or to[0] > 2):
        return
    if third and person == "SG_3" and name not in _WHOSE and not lemmas & _SELF:
        return
    taken = lemmas == {"hoz"} and c.at(to[0] + 1) in ("csak", "nem")
    alone = bool(lemmas & _SELF) and not any(
        infinite(one) and k != i for k, one in enumerate(c.low)
    )
    if (third or alone or taken) and (right := infinitive(c.at(i), person)):
        yield from c.put(i, i, right, FORM)


def _asked(c: Chain, i: int) -> Found:
    """ "érdemes benézel", "szeretnénk megköszönjük"."""
    if c.at(i) in _BEFORE and c.at(i + 1) in ("előre", "időben", "korán", "nálunk", "hozzánk"):
        i += 1
    word, forms = c.at(i + 1), verb_forms(c.at(i + 1))
    if not forms or not is_verb(word) or c.named(i + 1) or word in _NOT_SO or _willing(word):
        return
    if any(infinite(one) for one in c.low) or c.at(i - 1) in ("ha", "ahogy", "amit", "amikor"):
        return
    if c.at(i) in _BEFORE and (
        c.at(i - 1) in ("nem", "a", "az") or not all("PRES" in one for one in forms)
    ):
        return
    if not all("INDIC" in one and "SG_3" not in one and "PRES" in one for one in forms):
        return
    if right := infinitive(word):
        yield from c.put(i + 1, i + 1, right, FORM)


def _prefix(c: Chain, i: int) -> Found:
    """ "jövő héten megnyitni fogjuk"."""
    verb = c.at(i + 1)
    read = [one for one in readings(c.at(i)) if one.prefix]
    if not read or not i or c.after == "," or any(
        one in ("nem", "csak", "hanem", "de", "is", "és") for one in c.low[:i]
    ):  # fmt: skip
        return
    lemma = {one.lemma for one in readings(verb) if one.part == "vrb" and not one.made}
    if "fog" not in lemma or not verb_forms(verb):
        return
    prefix = read[0].prefix
    yield from c.put(i, i + 1, f"{prefix} {verb} {c.at(i).removeprefix(prefix)}", _APART)


def _would_have(c: Chain, i: int) -> Found:
    """ "sikerülne volna", "jött lenne"."""
    word = c.at(i - 1)
    forms = verb_forms(word)
    if not forms or not is_verb(word):
        return
    if c.at(i) == "volna" and all("COND" in one for one in forms):
        person = {"van": "lett", "lesz": "lett", "kell": "kellett"}
        lemmas = {one.lemma for one in readings(word)}
        right = next((person[one] for one in lemmas if one in person), "")
        right = right or conjugated(word, "", "", "PAST_INDIC_")
        if right:
            yield from c.put(i - 1, i - 1, right, FORM)
    elif c.at(i) == "lenne" and all("PAST_INDIC" in one for one in forms):
        yield from c.put(i, i, "volna", FORM)
