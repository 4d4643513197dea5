"""French: the verb in its clause: after "si" and "que", in requests, before its subject."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.endings import DAYS
from aboveboard.text.correcting.agreeing.french.verbs import ASKS, imperfect, subject
from aboveboard.text.correcting.agreeing.french.words import (
    FINITE,
    PERSONS,
    conjugated,
    finite,
    formed,
    infinitive,
    is_only,
    noun,
    participle,
    persons,
    readings,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import FORM, MARK, MISSING, SOUND
from aboveboard.text.tables import words

_SI = "After “si” stands no conditional."
_DETS = words("le la l’ les un une des du mon ma mes ton ta tes son sa ses notre nos votre vos ce "
              "cet cette ces")  # fmt: skip
_MANY = words("les des nos vos mes ses ces leurs tes plusieurs quelques deux trois quatre cinq six")
_CLITICS = words("ne n’ se s’ vous nous y en le la les l’ lui leur me m’ te t’")
_POLITE = words(
    "aimer vouloir pouvoir devoir souhaiter préférer dire apprécier adorer désirer falloir penser "
    "croire conseiller"
)
_LATER = regex.compile(
    r"\b(?:demain|bientôt|prochaine?s?|ce soir|cet après-midi|à mon retour|tout à l['’]heure|"
    r"du \d{1,2}(?: \p{L}+)? au \d|dès (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)",
    regex.I,
)
_UNREAL = regex.compile(
    r"\b(?:si|s['’]ils?|sinon|sans (?:vous|toi|eux|lui|elle|cela|ça)|place|même|cas|hier|"
    r"dernière?|rêve|rêvais|idéal|sauf)\b",
    regex.I,
)
_FORMER = regex.compile(r"\b(?:hier|autrefois|jadis|avant-hier|dernière?|à l['’]époque)\b", regex.I)
_WISHES = words(
    "faut faudra faudrait fallait afin avant pourvu voudrais voudrait veux veut voulons voulez "
    "aimerais aimerait aimerions aimeriez souhaite souhaitons souhaitez souhaiterais souhaiterait "
    "souhaiterions préfère préférons préférez préférerais sans dommage content contente contents "
    "contentes heureux heureuse heureuses ravi ravie ravis ravies important nécessaire essentiel "
    "indispensable possible souhaitable préférable utile étonnant logique normal rare suffit "
    "attendons attendant attends doute peur vaut mieux"
)
# What is felt, and what is done, in "je serais ..."; being away or closed is neither.
_GLAD = words(
    "bien ravi ravis ravies ravie heureux heureuse très content contente contents curieux curieuse "
    "plus plutôt d’ prêt prête"
)
_SHUT = words("absent absente absents fermé fermée fermés fermées ouvert ouverts")
_PLACES = words("à au aux dans sur sous en derrière devant ici là où parmi chez entre autour près")
_STANDS = words(
    "trouve trouvait trouvera cache cachait tient tiendra déroule déroulera déroulait niche dresse"
)
_ALONE = words("figure arrive revient pousse règne commence apparaît défile")
_MISHEARD = {
    "pouvait": "pouvez", "pouvais": "pouvez", "pouvaient": "pouvez", "devait": "devez",
    "devais": "devez", "voulait": "voulez", "voulais": "voulez", "allait": "allez",
    "allais": "allez", "savait": "savez", "souhaitait": "souhaitez", "cherchait": "cherchez",
    "aimait": "aimez", "aimerait": "aimeriez", "pourrait": "pourriez", "pourrais": "pourriez",
    "devrait": "devriez", "devrais": "devriez", "pourra": "pourrez", "pourras": "pourrez",
    "peut": "pouvez", "peuvent": "pouvez", "devra": "devrez", "veut": "voulez",
}  # fmt: skip
_ASK = words("que qu’ comment où quand pourquoi combien quel quelle quels quelles à")
_TO_YOU = {"prend": "prends", "vient": "viens", "met": "mets", "fait": "fais", "dit": "dis",
           "écrit": "écris", "attend": "attends", "apprend": "apprends"}  # fmt: skip
_DENIES = words(
    "pas plus rien jamais que qu’ guère aucun aucune aucuns aucunes personne ni point nulle nul "
    "qui pu cessé nullement goutte mot"
)
_NO_DENIAL = words("cesser oser pouvoir savoir craindre bouger avoir douter déplaire manquer")


def around(c: Chain) -> str:
    """The sentence that the words stand in, marks and all."""
    start = max(c.text.rfind(mark, 0, c.spans[0][0]) for mark in ".!?\n") + 1
    end = min((at for at in (c.text.find(mark, c.spans[-1][1]) for mark in ".!?\n") if at >= 0),
              default=len(c.text))  # fmt: skip
    return c.text[start:end]


def lemmas(word: str) -> frozenset[str]:
    return frozenset(one.lemma for one in readings(word) if one.tags & (FINITE | {"infi", "ppas"}))


def _past_clitics(c: Chain, j: int) -> int:
    stop = j + 3
    while j < stop and c.at(j) in _CLITICS:
        j += 1
    return j


def _if(c: Chain, i: int) -> Found:
    """ "si le temps le permettra", "si le temps serait beau", "si vous viendrez"."""
    before, who = c.at(i - 1), c.at(i + 1)
    if before and before not in ("et", "mais", "que", "donc", "ou", "car"):
        return
    if before in ASKS or (i == 0 and not c.first and not c.said(0).islower()):
        return
    if who in PERSONS:
        j = i + 2
    else:
        head, _, _, j = subject(c, i + 1)
        if not head:
            return
    j = _past_clitics(c, j)
    verb = c.at(j)
    if is_only(verb, "ifut") and persons(verb):
        [person, *_] = sorted(persons(verb))
        yield from c.put(j, j, conjugated_now(verb, person), FORM)
    elif who not in PERSONS and is_only(verb, "cond") and (right := imperfect(verb)):
        yield from c.put(j, j, right, _SI)


def conjugated_now(verb: str, person: str) -> str:
    """The present of a verb; empty where none is found."""
    known = {"être": ("suis", "es", "est", "sommes", "êtes", "sont"),
             "avoir": ("ai", "as", "a", "avons", "avez", "ont"),
             "aller": ("vais", "vas", "va", "allons", "allez", "vont")}  # fmt: skip
    order = ("1sg", "2sg", "3sg", "1pl", "2pl", "3pl")
    for lemma in lemmas(verb):
        if lemma in known:
            return known[lemma][order.index(person)]
        if lemma == "faire" and person == "2pl":
            return "faites"
    return formed(verb, "ipre", person)


def _would(c: Chain, i: int) -> Found:
    """ "J'aimerai vous remercier": a wish is no future."""
    word = c.at(i + 1)
    if (word in ("aimerai", "voudrai", "souhaiterai", "désirerai", "préférerai")) and (
        infinitive(c.at(_past_clitics(c, i + 2))) or c.at(i + 2) in ("être", "avoir", "savoir")
    ):
        yield from c.put(i + 1, i + 1, f"{word}s", SOUND)


def unreal(row: Sequence[Chain]) -> Found:
    """ "Si j'étais vous, je viendrai": what is only thought of stands in the conditional."""
    for one, c in pairwise(row):
        if one.at(0) not in ("si", "s’") or not one.first or one.after != "," or c.first:
            continue
        j = _past_clitics(c, 1)
        verb = c.at(j)
        past = [word for word in one.low[1:5] if "iimp" in tags(word)]
        if past and c.at(0) in PERSONS and is_only(verb, "ifut"):
            for end, other in _THOUGHT:
                if verb.endswith(end):
                    yield from c.put(j, j, verb[: -len(end)] + other, FORM)
                    break


_THOUGHT = (("rai", "rais"), ("ras", "rais"), ("ra", "rait"), ("rons", "rions"), ("rez", "riez"),
            ("ront", "raient"))  # fmt: skip


def _during(c: Chain, i: int) -> Found:
    """ "En attendent le printemps"."""
    word = c.at(i + 1)
    right = f"{word[:-3]}ant"
    if i == 0 and word.endswith("ent") and is_only(word, *FINITE) and "ppre" in tags(right):
        yield from c.put(i + 1, i + 1, right, SOUND)


def _will(c: Chain, i: int) -> Found:
    """ "Demain, je vous montrerais": what will be is no wish."""
    j = _past_clitics(c, i + 1)
    verb = c.at(j)
    end = "rions" if c.at(i) == "nous" else "rais"
    if not verb.endswith(end) or not is_only(verb, "cond") or lemmas(verb) & _POLITE:
        return
    after = c.at(j + 1)
    done = "ppas" in tags(after) and after not in _SHUT
    said = around(c)
    if after in _GLAD or done or c.at(i - 1) in ("que", "qu’", "pourquoi", "comment", "dont", "où"):
        return
    if _LATER.search(said) and not _UNREAL.search(said) and not said.rstrip().endswith("…"):
        yield from c.put(j, j, verb[:-1] if end == "rais" else f"{verb[:-4]}ons", SOUND)


def _wish(c: Chain, i: int) -> Found:
    """ "avant que l'été finit", "à moins qu'il pleut", "bien que le vent souffle"."""
    lead, before = c.at(i - 1), c.at(i - 2)
    fits = (
        lead in _WISHES
        or (lead == "moins" and before == "à")
        or (lead == "quoi" and i == 1)
        or (lead == "ce" and before == "à" and c.at(i - 3).startswith("jusqu"))
        or (lead == "condition" and before == "à")
        or (lead == "temps" and before in ("est", "serait"))
        or (lead == "bien" and (i == 1 or (noun(before)[1] and not finite(before))))
        or (lead == "pour" and before not in ("c’", "est"))
        or (i == 0 and c.at(0) == "quoique")
    )
    if not fits or (lead == "avant" and before == "plus"):
        return
    if lead == "mieux" and before not in ("vaut", "vaudrait"):
        return
    who = c.at(i + 1)
    if c.low[i + 1 : i + 4] == ("tout", "le", "monde"):
        j, person = i + 4, "3sg"
    elif who in PERSONS or who in ("chacun", "chacune", "cela", "ça", "personne", "rien"):
        j, person = i + 2, PERSONS.get(who, "3sg")
    else:
        head, _, number, j = subject(c, i + 1)
        if not head:
            return
        person = f"3{number}"
    j = _past_clitics(c, j)
    verb = c.at(j)
    if person in ("1pl", "2pl") or person not in persons(verb):
        return
    now = is_only(verb, "ipre", "impe") or verb in ("est", "a", "fait") or is_only(verb, "ifut")
    if now and (right := _subjunctive(verb, person)) and right != verb:
        yield from c.put(j, j, right, FORM)


def _subjunctive(verb: str, person: str) -> str:
    if "être" in lemmas(verb):
        return {"1sg": "sois", "2sg": "sois", "3sg": "soit"}.get(person, "soient")
    if "avoir" in lemmas(verb):
        return {"1sg": "aie", "2sg": "aies", "3sg": "ait"}.get(person, "aient")
    return formed(verb, "spre", person)


def _stands(c: Chain, i: int) -> Found:
    """ "À l'étage se trouve les ateliers", "Où est les clés ?"."""
    word, j = c.at(i), i + 1
    place = c.at(0) in _PLACES and (c.first or c.at(0) == "où")
    alone = (word in _ALONE and noun(c.at(i - 1))[1] and i < 5) or (word in _ALONE and i == 1)
    fits = (c.at(i - 1) == "se" and word in _STANDS) or (word == "est" and c.at(0) == "où") or alone
    lead = i - 2 if c.at(i - 1) == "se" else i - 1
    if not (place and fits) or c.at(lead) in PERSONS or {"qui", "que", "qu’"} & set(c.low[:i]):
        return
    if any(is_only(one, *FINITE) for one in c.low[: lead + 1]) or (word == "est" and i != 1):
        return
    several = "pl" in (noun(c.at(j + 1))[1], noun(c.at(j + 2))[1])
    if c.at(j) in ("deux", "trois", "quatre") or (c.at(j) in _MANY and several):
        yield from c.put(i, i, conjugated(word, "3pl"), FORM)


def _takes_place(c: Chain, i: int) -> Found:
    """ "Samedi a lieu les portes ouvertes"."""
    if c.at(i - 1) == "a" and c.at(i - 2) in DAYS | {"demain", "où", "ici", "aujourd’hui"} and (
        c.at(i + 1) in _MANY and noun(c.at(i + 2))[1] == "pl"
    ) and c.at(i + 2) not in DAYS:  # fmt: skip
        yield from c.put(i - 1, i - 1, "ont", FORM)


def opening(c: Chain) -> Found:
    """What a sentence begins with: a request, or who does it."""
    if not c.first:
        return
    yield from _told(c)
    word, after = c.at(0), c.at(1)
    if word.endswith("ez") and after == "vous" and "2pl" in tags(word) and "-" not in word:
        verb_next = word != "laissez" and (
            infinitive(c.at(2)) or c.at(2) in ("y", "en", "être", "faire", "rendre")
        )
        if not verb_next and not (c.after != "?" and not tags(word) & {"impe"}):
            yield from c.put(0, 1, f"{word}-vous", MARK)
    if c.low[:2] == ("est", "ce") and c.at(2) in ("que", "qu’") and c.after == "?":
        yield from c.put(0, 1, "est-ce", MARK)
    if word in ("n’", "ne"):
        yield from _not(c, 1)
    elif word in PERSONS and word != "on" and after in ("n’", "ne") and c.after in (".", "!"):
        yield from _not(c, 2)


def _told(c: Chain) -> Found:
    """ "Manges des légumes", "Donnes-moi", "N'oublies pas", "Prend ton vélo"."""
    at = 1 if c.at(0) in ("n’", "ne") else 0
    word, after = c.at(at), c.at(at + 1)
    head, _, tail = word.partition("-")
    own = (after in _DETS | words("bien vite avec nous à au dans ici pas plus")
           or tail in ("moi", "le", "la", "les", "nous", "lui", "toi", "leur"))  # fmt: skip
    second = head.endswith("es") and is_only(head, *FINITE) and "2sg" in persons(head)
    if second and own and c.after != "?" and "1sg" in persons(head[:-1]) and (
        at == 0 or after in ("pas", "plus", "rien", "jamais")
    ):  # fmt: skip
        yield from c.put(at, at, head[:-1] + word[len(head) :], FORM)
    elif (
        at == 0
        and word in _TO_YOU
        and (after in ("ton", "ta", "tes", "toi") or (after == "nous" and infinitive(c.at(2))))
    ):
        yield from c.put(0, 0, _TO_YOU[word], FORM)


def _not(c: Chain, i: int) -> Found:
    """ "N'oubliez votre gourde", "Nous n'ouvrons le lundi."."""
    i = _past_clitics(c, i)
    verb = c.at(i)
    said = set(regex.findall(r"[\p{L}-]+['’]?", around(c).lower().replace("'", "’")))
    if said & _DENIES or not c.at(i + 1) or lemmas(verb) & _NO_DENIAL or not finite(verb):
        return
    if c.at(0) in ("n’", "ne") and not (is_only(verb, *FINITE) and verb.endswith(("ez", "ons"))):
        return
    if not _BLANK.search(around(c)):
        yield from c.put(i, i, f"{verb} pas", MISSING)


_BLANK = regex.compile(r"[(:;]")


def _you(c: Chain, i: int) -> Found:
    """ "Vous pouvait réserver", "Vous cherché un cadeau ?"."""
    asked = c.first and c.after == "?" and c.at(0) in _ASK and "2pl" in persons(c.at(i - 1))
    if asked and "vous" not in c.low[:i] and not infinitive(c.at(i + 1)):
        yield from c.put(i - 1, i, f"{c.said(i - 1)}-vous", MARK)
    if not (i == 0 and c.first) and c.at(i - 1) not in ("si", "quand", "que", "où", "comme"):
        return
    verb, after = c.at(i + 1), c.at(i + 2)
    j = _past_clitics(c, i + 2)
    if verb in _MISHEARD and (infinitive(c.at(j)) or c.at(j) in ("être", "avoir", "faire")):
        yield from c.put(i + 1, i + 1, _MISHEARD[verb], FORM)
    elif participle(verb) and (after in _DETS or infinitive(after)) and after != "du":
        yield from c.put(i + 1, i + 1, turned(verb, "2pl", "ipre"), SOUND)


def _person(c: Chain, i: int) -> Found:
    """ "il chanter tous les soirs", "on mangé dehors": the end sounds like that of the past."""
    verb, before = c.at(i + 1), c.at(i - 1)
    begins = (i == 0 and c.first) or before in ("quand", "que", "qu’", "si", "car", "et", "où")
    if not begins or (c.at(i) in ("elle", "elles") and before in ("et", "que", "qu’")):
        return
    if (verb.endswith("er") and infinitive(verb)) or (
        participle(verb) and turned(verb, "infi").endswith("er")
    ):
        yield from c.put(i + 1, i + 1, formed(verb, "iimp", PERSONS[c.at(i)]), SOUND)


def formerly(c: Chain) -> Found:
    """ "Hier, le public chanter encore"."""
    head, _, number, j = subject(c, 0) if c.first or c.said(0).islower() else ("", "", "", 0)
    verb = c.at(j)
    named = head and head not in PERSONS and "infi" not in tags(head)
    if not named or not verb.endswith("er") or not infinitive(verb):
        return
    if _FORMER.search(around(c)) and not any(map(finite, c.low[1:j])):
        yield from c.put(j, j, formed(verb, "iimp", f"3{number}"), SOUND)


def parted(row: Sequence[Chain]) -> Found:
    """ "Les enfants, accompagnés de leur animatrice, a visité": verb and subject between commas."""
    for one, mid, c in zip(row, row[1:], row[2:], strict=False):
        if not one.first or one.after != "," or mid.after != "," or mid.first or c.first:
            continue
        head, _, number, j = subject(one, 0)
        lead = tags(mid.at(0))
        fits = ("ppas" in lead and number in lead) or mid.at(0) == "avec"
        verb = c.at(0)
        sure = is_only(verb, "ipre", "iimp", "ifut", "cond", "ipsi") or verb in ("a", "est")
        if not head or j != len(one.low) or not fits or not sure or "verb" in lead:
            continue
        if persons(verb) & {"3sg", "3pl"} and f"3{number}" not in persons(verb):
            yield from c.put(0, 0, conjugated(verb, f"3{number}"), FORM)


CLAUSES: Mapping[str, Callable[[Chain, int], Found]] = {
    "si": _if, "s’": _if, "que": _wish, "qu’": _wish, "quoique": _wish, "lieu": _takes_place,
    "vous": _you, **dict.fromkeys(_STANDS | _ALONE | {"est"}, _stands),
}  # fmt: skip


def _first(c: Chain, i: int) -> Found:
    yield from _will(c, i)
    yield from _would(c, i)
    if c.at(i) == "je":
        yield from _person(c, i)


PEOPLE: Mapping[str, Callable[[Chain, int], Found]] = {
    "je": _first, "j’": _first, "nous": _will, "en": _during,
    **dict.fromkeys(words("tu il elle on ils elles"), _person),
}  # fmt: skip
