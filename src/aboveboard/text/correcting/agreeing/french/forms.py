"""French: the form a verb takes after another one, and more words that sound alike."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found, together
from aboveboard.text.correcting.agreeing.french.endings import ACCENT, ADVERBS, closes
from aboveboard.text.correcting.agreeing.french.little import HAVE
from aboveboard.text.correcting.agreeing.french.words import (
    adjective,
    conjugated,
    finite,
    infinitive,
    is_only,
    noun,
    participle,
    persons,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, MARK, SOUND, TWO
from aboveboard.text.tables import words

_DETS = words("le la l’ notre votre mon ton son ma ta sa ce cet cette")
_CLITICS = words("vous nous se s’ la les l’ y en me te m’ t’ le lui leur ne n’")
_ASKING = words("si quand comme lorsque que qu’ où puisque dès")
_MOVED = words(
    "que qu’ dont les l’ la le nous vous me te m’ t’ se s’ combien quel quelle quels quelles "
    "laquelle lesquels lesquelles en y"
)
_FOLLOWS = words("avec pour dans donc grâce aussi ici nous vous à en par sur chez")
_SAID = words("parti fini décidé promis prévu terminé gagné noté confirmé")
_TOLD = words(
    "confirme confirmer confirmons informe informer annonce annoncer promets promis précise "
    "rappelle signale"
)
_SAME = words("habitude ordinaire accoutumée")
_UNITS = words("heure heures minutes minute jour jours semaine semaines mois an ans demi-heure")
_MOODS = words(
    "important nécessaire indispensable essentiel dommage préférable temps ravi ravie ravis "
    "ravies heureux heureuse heureuses content contents contente contentes aimerions souhaitons "
    "souhaitez attendant peur faut faudra faudrait pour afin avant sans"
)
_BETWEEN = words("absolument vraiment donc surtout aussi bien impérativement également")
_ASK = words("avez êtes pouvez voulez connaissez savez souhaitez devez aviez seriez auriez")
_TELL = words(
    "dis dites envoyez contactez rejoignez appelez écrivez racontez suivez retrouvez montrez"
)
_NEXT = words("au à par sur dans le la les vos votre tout si en pour avec vite ce des chez dès")
_STAY = words(
    "ouvert ouverte fermé fermée gratuit gratuite offert offerte complet complète prêt prête "
    "disponible libre obligatoire possible accessible limité limitée réservé réservée plein "
    "pleine vide situé située prévu prévue"
)
_STILL = words("enfin déjà toujours désormais encore maintenant très bientôt")


def _written(c: Chain) -> bool:
    """Whether the words begin a sentence."""
    return c.first and bool(c.low)


def _must(c: Chain, i: int) -> Found:
    """ "vous pouvez déposez": no second "vous" is there, so it is the infinitive."""
    j = i + 1
    while j < i + 3 and c.at(j) in _CLITICS:
        j += 1
    word = c.at(j)
    if not (is_only(word, "2pl") and word.endswith("ez")) or _ASKING & set(c.low[:i]):
        return
    if c.at(i - 1) == "vous" or (i == 0 and c.at(i) in ("venez", "passez") and j == i + 1):
        yield from c.put(j, j, turned(word, "infi"), SOUND)


def _asked(c: Chain, i: int) -> Found:
    """ "avez-vous réserver", "voulez-vous gagné"."""
    helper = c.at(i).partition("-")[0]
    j = i + 1
    while j < i + 3 and (c.at(j) in _CLITICS or c.at(j) in ADVERBS):
        j += 1
    word = c.at(j)
    if helper in HAVE and word.endswith("er") and "infi" in tags(word):
        yield from c.put(j, j, turned(word, "ppas", "mas", "sg"), SOUND)
    elif helper not in HAVE and participle(word):
        yield from c.put(j, j, turned(word, "infi"), SOUND)


def _no_mark(c: Chain, i: int) -> Found:
    """ "Avez vous pensé", "Dites nous tout": the hyphen is missing."""
    if i or not _written(c):
        return
    after, two = c.at(1), c.at(2)
    asks = c.at(0) in _ASK and after == "vous" and c.after == "?"
    tells = c.at(0) in _TELL and after in ("nous", "moi") and (two in _NEXT or closes(c, 1))
    if asks or tells:
        yield from c.put(0, 1, f"{c.at(0)}-{after}", MARK)


def _been(c: Chain, i: int) -> Found:
    """ "a été annuler", "ont été vendu"."""
    if c.at(i - 1) not in HAVE and c.at(i - 1) not in ("a", "avoir", "ayant", "pas"):
        return
    j = i + 2 if c.at(i + 1) in ADVERBS or c.at(i + 1).endswith("ment") else i + 1
    word = c.at(j)
    second = is_only(word, "2pl") and word.endswith("ez")
    many = c.at(i - 1) in ("ont", "avons", "avaient", "auront")
    if word.endswith(("er", "ez")) and (second or infinitive(word)):
        gender, number = noun(c.at(i - 2))
        kept = gender if number == ("pl" if many else "sg") else ""
        yield from c.put(j, j, turned(word, "ppas", kept or "mas", "pl" if many else "sg"), SOUND)


def _having(c: Chain, i: int) -> Found:
    """ "d'avoir participer": the participle after "avoir" and "ayant"."""
    j = i + 2 if c.at(i + 1) in ADVERBS else i + 1
    word = c.at(j)
    lead = c.at(i - 1) in ("d’", "après") and not {"que", "qu’"} & set(c.low[:i])
    if lead and word.endswith(("és", "us", "ées")) and "ppas" in tags(word):
        yield from c.put(j, j, turned(word, "ppas", "mas", "sg"), AGREE)
    elif word.endswith("er") and infinitive(word) and "nom" not in tags(word):
        yield from c.put(j, j, turned(word, "ppas", "mas", "sg"), SOUND)


def _kept(c: Chain, i: int) -> Found:
    """ "nos joueuses ont remportées la coupe": nothing before it goes with the participle."""
    j = i + 2 if c.at(i + 1) in ADVERBS else i + 1
    word, before = c.at(j), c.at(i - 1)
    if not word.endswith(("és", "ée", "ées")) or not is_only(word, "ppas"):
        return
    if not _written(c) or not i or "été" in c.low[:i] or (before == "y" or "a" in c.low[:i]):
        return
    if i == 1 and (before, c.at(i)) in (("nous", "avons"), ("vous", "avez")):
        moved = False
    else:
        articles = {at for at in range(i) if noun(c.at(at + 1))[1] and c.at(at) in _MOVED}
        moved = any(c.at(at) in _MOVED for at in range(i) if at not in articles or at == i - 1)
        moved = moved or not (before in ("ils", "elles", "il", "elle", "on", "tu") or
                              noun(before)[1])  # fmt: skip
    if not moved:
        yield from c.put(j, j, turned(word, "ppas", "mas", "sg"), AGREE)


def _is(c: Chain, i: int) -> Found:
    """ "S'est avec fierté que": a sentence does not begin with "s'est"."""
    after = c.at(i + 2)
    if c.at(i + 1) not in ("est", "était") or not after:
        return
    first = i == 0 and c.first
    link = c.at(i - 1) in ("que", "mais", "car", "donc", "et", "quand") and i < 2
    plain = is_only(after, "adj") and "ppas" not in tags(after)
    if (first and (after in _FOLLOWS or after in _SAID)) or ((first or link) and plain):
        yield from c.put(i, i, "c’", SOUND)


def _little(c: Chain, i: int) -> Found:
    """ "on peu encore s'inscrire", "tu peu venir"."""
    before, after, j = c.at(i - 1), c.at(i + 1), i + 1
    while j < i + 5 and (c.at(j) in _CLITICS or c.at(j) in ADVERBS or c.at(j) == "aussi"):
        j += 1
    if not infinitive(c.at(j)) and c.at(j) not in ("être", "avoir"):
        return
    if before in ("je", "tu"):
        yield from c.put(i, i, "peux", SOUND)
    elif before in ("on", "il", "elle", "qui", "ça", "cela") or (
        c.at(i - 2) in _DETS and noun(before)[1] == "sg" and j > i + 1 and after in _CLITICS
    ):
        yield from c.put(i, i, "peut", SOUND)


def _goes_on(c: Chain, i: int) -> Found:
    """ "comment sa marche ?", "et sa continue"."""
    after, before = c.at(i + 1), c.at(i - 1)
    asks = before == "comment" and finite(after) and closes(c, i + 1)
    rest = noun(after)[0] != "fem" and finite(after) and "ppas" not in tags(after)
    only = rest and "adj" not in tags(after) and bool(persons(after) & {"3sg"})
    if asks or (only and (before in ("et", "si", "comme", "comment", "quand", "que") or i == 0)):
        yield from c.put(i, i, "ça", SOUND)


def _verbal(c: Chain, i: int) -> bool:
    """Whether a word may be the verb of its clause; a second noun after "et" is none."""
    if c.at(i - 1) in ("et", "ou") and noun(c.at(i))[1]:
        return False
    return finite(c.at(i)) or infinitive(c.at(i)) or c.named(i)


def _or(c: Chain, i: int) -> Found:
    """ "où plat et dessert": no verb comes, so there is no place where."""
    rest = c.low[i + 1 :]
    if (
        i == 0
        and not c.first
        and 0 < len(rest) < 6
        and c.after in (",", ".", "!", ")")
        and c.said(1).islower()
        and bool({"nom", "adj"} & tags(rest[0]))
        and not any(_verbal(c, at) for at in range(1, len(c.low)))
    ):  # fmt: skip
        yield from c.put(i, i, "ou", SOUND)


def _where(c: Chain, i: int) -> Found:
    """ "un endroit ou dormir", "la région ou nous vivons", "Ou êtes-vous ?"."""
    before, after = c.at(i - 1), c.at(i + 1)
    clause = after in ("je", "j’", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles")
    if (
        (before in ("endroit", "lieu", "endroits", "lieux") and infinitive(after))
        or (before in ("région", "époque", "période", "mesure", "quartier", "partout") and clause)
        or (before in ("endroit", "lieu", "moment", "jour") and after == "tout"
            and finite(c.at(i + 2)))
        or (before == "là" and (clause or after in ("tout", "c’")))
        or (i == 0 and c.first and after in ("êtes-vous", "est-ce", "es-tu", "sommes-nous",
                                            "sont-ils", "trouver", "allez-vous", "en"))
    ):  # fmt: skip
        yield from c.put(i, i, "où", ACCENT)


def _itself(c: Chain, i: int) -> Found:
    """ "La boutique ce refait une beauté": a verb, and no noun for "ce"."""
    after, two = c.at(i + 1), c.at(i + 2)
    if not (c.first and c.at(0) in _DETS and noun(c.at(i - 1))[1] == "sg" and i in (2, 3)):
        return
    if "nom" in tags(after) or not persons(after) & {"3sg"} or any(map(finite, c.low[1 : i - 1])):
        return
    if after not in _NO_SELF and (two in _AFTER or two in ADVERBS or closes(c, i + 1)):
        yield from c.put(i, i, "se", SOUND)


_NO_SELF = words("est était sera serait fut doit peut devrait pourrait devait pouvait a")
_AFTER = words("un une le la les l’ des du au aux à en dans sur avec pour par de d’ chez")


def _most(c: Chain, i: int) -> Found:
    """ "la plupart de nos savons est": the verb is plural."""
    j = i + 1
    if c.at(j) == "de":
        j += 1
    elif c.at(j) != "des":
        return
    j += 1
    if noun(c.at(j))[1] != "pl":
        return
    j += 1
    while c.at(j) in _CLITICS:
        j += 1
    verb = c.at(j)
    if persons(verb) & {"3sg"} and not persons(verb) & {"3pl"}:
        sure = is_only(verb, "ipre", "iimp", "ifut", "cond", "spre", "impe") or verb in ("est", "a")
        if sure and noun(verb) in (("", ""), ("mas", "sg")):
            yield from c.put(j, j, conjugated(verb, "3pl"), FORM)


def _will(c: Chain, i: int) -> Found:
    """ "je vous confirme que je serais": what is told is sure, so it is the future."""
    verb = c.at(i + 1)
    if not verb.endswith("rais") or not is_only(verb, "cond") or "si" in c.low or "s’" in c.low:
        return
    told = c.at(i - 1) == "que" and _TOLD & set(c.low[:i])
    away = (
        i == 0 and c.first and c.after in (".", "!")
        and c.at(2) in ("absent", "absente", "présent", "présente")
        and c.at(3) in ("du", "au", "à", "sur", "samedi", "dimanche", "demain", "ce", "le", "les")
    )  # fmt: skip
    if told or away:
        yield from c.put(i + 1, i + 1, verb[:-1], SOUND)


def _sooner(c: Chain, i: int) -> Found:
    """ "plutôt que d'habitude", "une heure plutôt", "au plutôt"."""
    before, after = c.at(i - 1), c.at(i + 1)
    if (
        (after == "que" and c.at(i + 2) in ("d’", "de", "prévu") and c.at(i + 3) in _SAME)
        or (before in _UNITS and (closes(c, i) or after == "que"))
        or (before in ("au", "le") and (closes(c, i) or after == "possible"))
    ):
        yield from c.put(i, i, "plus tôt", TWO)


def _wished(c: Chain, i: int) -> Found:
    """ "il faut absolument que vous venez": "nous" and "vous" with the indicative."""
    lead = i - 2 if c.at(i - 1) in _BETWEEN else i - 1
    who = c.at(i + 1)
    if c.at(lead) not in _MOODS or who not in ("nous", "vous"):
        return
    if c.at(lead) == "temps" and c.at(lead - 1) not in ("est", "serait", "grand"):
        return
    j = i + 2
    while j < i + 5 and c.at(j) in _CLITICS:
        j += 1
    word = c.at(j)
    irregular = _MOOD.get(word, "")
    stem, end = (word[:-2], "iez") if who == "vous" else (word[:-3], "ions")
    if irregular:
        yield from c.put(j, j, irregular, FORM)
    elif (
        word.endswith("ez" if who == "vous" else "ons")
        and is_only(word, "ipre", "impe")
        and not is_only(word, "spre")
        and "spre" in tags(stem + end)
    ):
        yield from c.put(j, j, stem + end, FORM)


_MOOD = {
    "êtes": "soyez", "sommes": "soyons", "avez": "ayez", "avons": "ayons", "pouvez": "puissiez",
    "faites": "fassiez", "savez": "sachiez", "pouvons": "puissions", "faisons": "fassions",
}  # fmt: skip


def _is_open(c: Chain, i: int) -> Found:
    """ "La terrasse et enfin ouverte": one noun, and an adjective that goes with it."""
    j = i + 1
    while c.at(j) in _STILL:
        j += 1
    word = c.at(j)
    known = "nom" in tags(c.at(1)) and noun(c.at(1))[1] in ("sg", "")
    if not (i == 2 and c.first and c.at(0) in _DETS and known):
        return
    back = c.at(i + 1) == "de" and c.at(i + 2) == "retour"
    fits = word in _STAY or (j > i + 1 and is_only(word, "adj", "ppas") and "nom" not in tags(word))
    gender, number = adjective(word)
    agrees = number == "sg" and gender in ("", noun(c.at(1))[0]) and not noun(c.at(j + 1))[1]
    if back or (fits and agrees and not any(map(finite, c.low[j + 1 :]))):
        yield from c.put(i, i, "est", SOUND)


def _to(c: Chain, i: int) -> Found:
    """ "merci a tous", "vin chaud a volonté"."""
    before, after = c.at(i - 1), c.at(i + 1)
    if c.said(i) == "a" and (
        (before in ("merci", "bienvenue", "bravo", "félicitations") and i == 1)
        or (after in ("volonté", "domicile", "nouveau", "travers", "côté", "vélo", "pied")
            and bool(before) and before not in _WHO and (closes(c, i + 1) or after == "travers"))
    ):  # fmt: skip
        yield from c.put(i, i, "à", ACCENT)


_WHO = words("il elle on qui y n’ l’ m’ t’ ça cela")


FORMS: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(HAVE, _kept),
    **dict.fromkeys(_TELL | _ASK, _no_mark),
    **dict.fromkeys(("pouvez", "devez", "voulez", "souhaitez"), together(_must, _no_mark)),
    "avez": together(_kept, _no_mark),
    **dict.fromkeys(("allez", "pourrez", "devrez", "venez", "passez", "pourriez"), _must),
    **dict.fromkeys(
        ("avez-vous", "as-tu", "aviez-vous", "pouvez-vous", "voulez-vous", "souhaitez-vous"), _asked
    ),
    "été": _been, "avoir": _having, "ayant": _having, "s’": _is, "peu": _little, "sa": _goes_on,
    "où": _or, "ou": _where, "ce": _itself, "plupart": _most, "je": _will, "plutôt": _sooner,
    "que": _wished, "qu’": _wished, "et": _is_open, "a": together(_kept, _to),
}  # fmt: skip
