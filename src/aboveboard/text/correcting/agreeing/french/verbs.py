"""French verbs: the person of their subject, "si" and "que", and participles after "être"."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.words import (
    PERSONS,
    SUBJUNCTIVE,
    agreed,
    conjugated,
    finite,
    formed,
    infinitive,
    is_only,
    noun,
    persons,
    tags,
)
from aboveboard.text.correcting.agreeing.why import AGREE, FORM
from aboveboard.text.tables import words

_SI = "After “si” stands no conditional."
PREPS = words("de d’ du des au aux à en pour sur dans avec sans chez par sous entre contre")
_DETS = words(
    "le la l’ les un une des mon ton son ma ta sa mes tes ses notre votre nos vos leur leurs "
    "ce cet cette ces"
)
SEVERAL = words("les des mes tes ses ces nos vos leurs plusieurs quelques")
_ONE = words("le la l’ un une mon ton son ma ta sa notre votre leur ce cet cette chaque")
_CLITICS = words("ne n’ se s’ vous nous y en le la les l’ lui leur me m’ te t’")
_LINKS = words("que qu’ quand si mais et car où donc comme lorsque puisque")
# Heads of phrases that say when, before which the subject may follow the verb; and vague ones.
TIMES = words(
    "jour jours matin matins soir soirs semaine semaines mois année années an ans lundi mardi "
    "mercredi jeudi vendredi samedi dimanche week-end week-ends saison saisons automne hiver "
    "été printemps fois heure heures minute minutes instant moment moments midi nuit nuits "
    "après-midi matinée soirée journée dimanches samedis lundis vendredis mercredis jeudis "
    "mardis veille lendemain suite plupart majorité ensemble partie moitié quart tiers "
    "dizaine douzaine quinzaine vingtaine trentaine centaine foule groupe nombre série reste "
    "tas milliers beaucoup peu côté couple équipe famille"
)
_NUMBERS = words("deux trois quatre cinq six sept huit neuf dix")
_OWN = words("le la l’ les notre nos mon ma mes")
_FRONT = words(
    "nouveau nouvelle nouveaux nouvelles beau belle beaux belles petit petite petits petites "
    "grand grande grands grandes dernier dernière derniers dernières premier première "
    "premiers premières"
)
_ADVERBS = words(
    "très déjà enfin bien toujours aussi encore pas bientôt désormais vraiment maintenant "
    "plus presque trop si jamais tous toutes"
)
_MAY = words("doit doivent peut peuvent va vont devra devront pourra pourront")
_BE = words("est sont était étaient sera seront reste restent serait seraient")
# Words that are nouns or adverbs too, but verbs after a subject.
_SURE_VERBS = words(
    "est a va sera était reste arrive commence continue débute ferme propose attend vous "
    "joue aide coûte compte goûte raconte montre garde cherche change demande partage rêve "
    "offre accueille revient vient ont sont vont seront étaient"
)
_COND_SUBJECTS = words("je j’ tu il elle on nous vous ils elles")
ASKS = words(
    "savoir sais sait savez savons savent demande demander demandez demandons demandait voir "
    "vois dire dis dites ignore question vérifier comprendre regarder même comme pas"
)
_IMPERFECT = {"au": "av", "se": "ét", "pour": "pouv", "voud": "voul", "dev": "dev", "viend": "ven",
              "fe": "fais", "i": "all", "fau": "fall", "tiend": "ten", "ver": "voy",
              "sau": "sav", "prend": "pren", "mett": "mett", "attend": "attend"}  # fmt: skip
_WISHES = words(
    "faut faudra faudrait pour afin avant fallait pourvu voudrais voudrait veux veut voulons "
    "aimerais aimerait souhaite"
)
_ALL = words("tous toutes toute tout")
_WHOLE = words("équipe famille")
_AFTER = words("avant par lundi mardi mercredi jeudi vendredi samedi dimanche demain")
_KNOWN = words("prêt complet content disponible plein")
_COLOURS = words("végane orange marron rose turquoise beige crème prune lilas violet bio sympa")
_GIVEN = words("parlé plu succédé demandé dit téléphoné souri rendu fait écrit permis")


def _pronoun(c: Chain, i: int) -> Found:
    """ "tu peut", "ils vient", "je vas"."""
    who, j = c.at(i), i + 1
    if c.said(i).isupper():
        return
    before = c.at(i - 1)
    if who in ("elle", "elles", "nous", "vous") and not (
        (i == 0 and c.first) or before in ("quand", "si", "car", "puisqu’", "lorsqu’")
    ):
        return
    object_too = who in ("nous", "vous")
    while j < i + 3 and c.at(j) in _CLITICS and not object_too:
        j += 1
    verb = c.at(j)
    able = persons(verb)
    if not finite(verb) or verb in ("tu", "son", "ton", "soit") or c.named(j):
        return
    if who == "nous" and i == 0 and c.first and verb in ("seront", "sont", "vont", "auront"):
        able = able - {"3pl"}
    if (object_too and able & {"3sg", "3pl", PERSONS[who]}) or PERSONS[who] in able:
        return
    if (who == "il" and before in ("-t",)) or tags(verb) & {"mg", "adv", "prep"}:
        return
    if (
        noun(verb) != ("", "")
        and verb not in _SURE_VERBS
        and j == i + 1
        and who in ("elle", "elles")
    ):
        return
    if verb == "ai" and before in ("qu’", "que"):
        yield from c.put(j, j, "ait", FORM)
    elif right := conjugated(verb, PERSONS[who]):
        yield from c.put(j, j, right, FORM)


def _that(c: Chain, i: int) -> Found:
    """ "ça fais", "qui peux"."""
    verb = c.at(i + 1)
    able = persons(verb)
    if c.at(i) == "qui":
        lead = c.at(i - 1)
        focus = c.at(i - 2) in ("est", "sera", "était", "sont")
        person = {"nous": "1pl", "vous": "2pl", "moi": "1sg", "toi": "2sg"}.get(lead, "")
        if person:
            if (
                (focus or (i == 1 and c.first))
                and able & {"3sg", "3pl"}
                and person not in able
                and (right := conjugated(verb, person))
            ):
                yield from c.put(i + 1, i + 1, right, FORM)
            return
        if noun(lead)[1] == "pl" and is_only(lead, "nom") and c.at(i - 2) in SEVERAL - {"des"}:
            if (
                able == {"3sg"}
                and verb not in ("est", "a")
                and c.at(i - 3) not in PREPS
                and (right := conjugated(verb, "3pl"))
            ):
                yield from c.put(i + 1, i + 1, right, FORM)
            return
    if (
        able
        and able <= {"1sg", "2sg"}
        and noun(verb) == ("", "")
        and "mg" not in tags(verb)
        and (right := conjugated(verb, "3sg"))
    ):
        yield from c.put(i + 1, i + 1, right, FORM)


def _if(c: Chain, i: int) -> Found:
    """ "si on aurait"."""
    before, who = c.at(i - 1), c.at(i + 1)
    if before in ASKS or (i == 0 and not c.first and not c.said(0).islower()):
        return
    if c.at(i) == "s’" and who not in ("il", "ils"):
        return
    j = i + 2
    while j < i + 5 and c.at(j) in _CLITICS:
        j += 1
    verb = c.at(j)
    if who in _COND_SUBJECTS and is_only(verb, "cond"):
        if before and before not in ("et", "mais", "que", "donc", "ou", "car"):
            return
        if right := imperfect(verb):
            yield from c.put(j, j, right, _SI)


def imperfect(verb: str) -> str:
    """The past of a conditional; empty where none is found."""
    for end in ("rais", "rait", "rions", "riez", "raient"):
        if verb.endswith(end):
            stem, tail = verb[: -len(end)], end[1:]
            for tried in (
                _IMPERFECT.get(stem, ""),
                _IMPERFECT.get(stem + "r", ""),
                stem,
                stem[:-1],
            ):
                if tried and "iimp" in tags(tried + tail):
                    return tried + tail
    return ""


def _wish(c: Chain, i: int) -> Found:
    """ "il faut que tout le monde vient"."""
    lead, before = c.at(i - 1), c.at(i - 2)
    if not (
        lead in _WISHES
        or (lead == "ce" and before == "à" and c.at(i - 3).startswith("jusqu"))
        or (lead == "condition" and before == "à")
        or (lead == "bien" and i == 1 and c.first)
    ):
        return
    j = i + 1
    if c.low[j : j + 3] == ("tout", "le", "monde"):
        j += 3
    elif c.at(j) in PERSONS or c.at(j) in ("ça", "cela", "chacun", "c’"):
        j += 1
    elif c.at(j) in _DETS and noun(c.at(j + 1)) != ("", ""):
        j += 2
    else:
        return
    while j < i + 6 and c.at(j) in _CLITICS:
        j += 1
    word = c.at(j)
    if word.endswith(("ez", "ons")) and is_only(word, "ipre", "impe") and word not in SUBJUNCTIVE:
        stem, end = (word[:-2], "iez") if word.endswith("ez") else (word[:-3], "ions")
        if "spre" in tags(stem + end):
            yield from c.put(j, j, stem + end, FORM)
    if c.at(j) in SUBJUNCTIVE:
        tail = "s" if "tu" in c.low[i:j] and SUBJUNCTIVE[c.at(j)].endswith("e") else ""
        right = SUBJUNCTIVE[c.at(j)] + tail
        if {"ils", "elles"} & set(c.low[i:j]):
            right = formed(c.at(j), "spre", "3pl") or right
        yield from c.put(j, j, right, FORM)


def sentence(c: Chain) -> Found:
    """A subject at the beginning, and the verb and adjective that go with it."""
    start = 0
    if not c.first and c.at(0) not in _LINKS and c.at(0) not in ("ils", "elles"):
        return
    if c.at(0) in _LINKS or (c.at(0) in _ALL and c.at(1) in _DETS):
        start = 1
    head, gender, number, j = subject(c, start)
    if not head:
        return
    if c.at(j) == "et" and head not in PERSONS and c.at(j + 1) in ("son", "sa", "ses", "leur"):
        other, _, _, k = subject(c, j + 1, joined=True)
        if other:
            gender, number, j = "", "pl", k
    elif c.at(j) == "et" and j == start + 2 and c.at(start) in _OWN and c.at(j + 1) in _OWN:
        other, _, _, k = subject(c, j + 1, joined=True)
        if other and k == j + 3:
            gender, number, j = "", "pl", k
    plain = j
    while j < plain + 3 and c.at(j) in _CLITICS and (c.at(j) not in ("le", "la", "les", "l’") or
                                                    finite(c.at(j + 1))):  # fmt: skip
        j += 1
    verb = c.at(j)
    able = persons(verb)
    only = is_only(verb, *(["ipre", "iimp", "ifut", "cond", "ipsi", "spre", "impe"]))
    if c.named(j) or not able or not (only or verb in _SURE_VERBS):
        return
    person = f"3{number}"
    if person not in able and able & {"3sg", "3pl", "1sg", "2sg"} and "spre" not in able:
        if verb == "a" and (c.at(j + 1) in ("partir", "la") or c.at(j + 1)[:1].isdecimal()):
            return
        if right := conjugated(verb, person):
            yield from c.put(j, j, right, FORM)
    been = c.at(j + 1) == "été" and verb in ("a", "ont", "avait", "avaient")
    if been or (c.at(j + 1) == "être" and verb in _MAY):
        yield from _predicate(c, j + 1, gender, number)
    if verb in _BE:
        yield from _predicate(c, j, gender, number)


def _verb(c: Chain, j: int) -> str:
    """The word after this one and the little pronouns behind it."""
    j += 1
    while c.at(j) in ("vous", "nous", "se", "s’"):
        j += 1
    return c.at(j)


def subject(c: Chain, i: int, *, joined: bool = False) -> tuple[str, str, str, int]:
    """Head, gender, number and where the words of a subject end; "" for none that is clear."""
    none = ("", "", "", i)
    if c.at(i) in ("ils", "elles", "elle") and c.at(i + 1):
        who = c.at(i)
        return who, "fem" if who != "ils" else "", "sg" if who == "elle" else "pl", i + 1
    if (c.at(i) not in SEVERAL and c.at(i) not in _ONE) or (
        c.at(i - 1) in ("et", "ou") and not joined
    ):
        return none
    number = "pl" if c.at(i) in SEVERAL else "sg"
    j = i + 2 if number == "pl" and c.at(i + 1) in _NUMBERS else i + 1
    if (
        tags(c.at(j)) & {"adj"}
        and noun(c.at(j + 1))[1] == number
        and ("verb" not in tags(c.at(j + 1)) or c.at(j) in _FRONT)
    ):
        j += 1
    head = c.at(j)
    gender, many = noun(head)
    if (
        many not in (number, "")
        or not tags(head) & {"nom"}
        or (head in TIMES and not joined and not (head in _WHOLE and is_only(_verb(c, j), "verb")))
        or c.named(j)
    ):
        return none
    if not is_only(head, "nom", "adj", "ppas", "verb"):
        return none
    j += 1
    while c.at(j) and j < i + 9:
        word = c.at(j)
        if word in PREPS and c.at(j + 1) and not c.at(j + 1)[0].isdecimal():
            step = j + 1
            while c.at(step) in _DETS or c.at(step) in ("tous", "toutes"):
                step += 1
            if noun(c.at(step)) == ("", "") and not c.named(step):
                return none
            if (number == "sg" and (noun(c.at(step))[1] != "sg" or c.at(j) == "des")) and c.at(
                i
            ) in ("un", "une"):
                return none
            j = step + 1
        elif is_only(word, "adj", "ppas", "nom") and "verb" not in tags(word) and not c.named(j):
            if many == "sg" and tags(word) & {"pl"} and "sg" not in tags(word):
                return none
            j += 1
        elif c.named(j) and c.at(j + 1) not in ("et", "ou", "", "de", "d’"):
            j += 1
        else:
            break
    return head, gender, number, j


def _predicate(c: Chain, j: int, gender: str, number: str) -> Found:
    """ "la boutique est ouvert", "les photos sont arrivé"."""
    k = j + 1
    while k < j + 3 and c.at(k) in _ADVERBS:
        k += 1
    word = c.at(k)
    after = c.at(k + 1)
    noun_too = ("nom" in tags(word) and after and after not in PREPS) or word in _COLOURS
    if (
        (
            not is_only(word, "adj", "ppas", "verb", "nom")
            or c.named(k)
            or "adv" in tags(word)
            or noun_too
        )
        and word not in _KNOWN
        and "ppas" not in tags(word)
    ):
        return
    if c.at(j - 1) in ("se", "s’") and (after in _DETS or word in _GIVEN):
        return
    if ("verb" in tags(word) and infinitive(after)) or (
        noun(after)[1] and after not in _DETS | _AFTER | {"maison"}
    ):
        return
    if c.at(k + 1) and is_only(c.at(k + 1), "adj", "ppas"):
        return
    if right := agreed(word, gender, number):
        yield from c.put(k, k, right, AGREE)


def _we_are(c: Chain, i: int) -> Found:
    """ "nous sommes ouvert"."""
    k = i + 1
    while k < i + 3 and c.at(k) in _ADVERBS:
        k += 1
    word = c.at(k)
    if (
        c.at(i - 1) == "nous"
        and is_only(word, "adj", "ppas")
        and "nom" not in tags(word)
        and ("adv" not in tags(word) and (right := agreed(word, "", "pl")))
    ):
        yield from c.put(k, k, right, AGREE)


VERBS: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(PERSONS, _pronoun), "qui": _that, "ça": _that, "cela": _that, "si": _if,
    "s’": _if, "que": _wish, "qu’": _wish, "sommes": _we_are,
    **dict.fromkeys(("serons", "étions", "serions"), _we_are),
}  # fmt: skip
