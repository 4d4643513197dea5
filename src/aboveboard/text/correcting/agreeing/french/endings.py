"""French: "a" and "à", and the ends -er, -é and -ez, which sound the same.

Each rule looks at one word and its neighbours, and is silent where both could stand.
"""

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.words import (
    finite,
    infinitive,
    is_only,
    noun,
    participle,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import SOUND
from aboveboard.text.tables import words

ACCENT = "This word has an accent here."
VERBAL = ("ipre", "iimp", "ifut", "cond", "impe", "spre")
_TIME = regex.compile(r"(?:[7-9]|1\d|2[0-3])(?:h\d*)?$")
SUBJECTS = words("je j’ tu il elle on nous vous ils elles")
ADVERBS = words(
    "encore déjà toujours bien enfin aussi beaucoup tous toutes tout vraiment même récemment "
    "jamais pas plus souvent"
)
_CLITICS = words("vous nous se s’ la les l’ y en me te m’ t’ le")
_BEFORE_DE = words(
    "merci temps possible envie avant afin train besoin plaisir occasion moyen facile oublié "
    "fini choisi décidé essayé impossible lieu obligé prévu ravi ravis heureux contents "
    "content"
)
_USUAL = words(
    "fallu venu ouvert reçu perdu vendu tenu rendu connu attendu répondu entendu disparu plu "
    "offert choisi réussi grandi servi rempli su vu voulu pu dû"
)
_SUBJECT_OF = words("le la l’ notre votre mon ton son ma ta sa cette cet ce")
_HELPED = words("êtes sera seront a ai as avons avez ont est été sont sommes")
_RELATED = words("qui que qu’ dont où")
_DETS = words("le la les l’ un une notre nos votre vos mon ma mes ton ta tes son sa ses")
_OWN = words("hâte envie besoin faim soif lieu")
WITH = words("avec dans de pour à par sur chez sans")
_END = frozenset(".!?…,;:)»")


def closes(c: Chain, i: int) -> bool:
    return i == len(c.low) - 1 and c.after in _END and bool(c.after)


def past(c: Chain, i: int) -> bool:
    """Whether a participle comes next, perhaps after an adverb."""
    j = i + 2 if c.at(i + 1) in ADVERBS else i + 1
    word = c.at(j)
    usual = word.endswith("é") or word in _USUAL or is_only(word, "ppas")
    return usual and "ppas" in tags(word) and not finite(word)


def _a(c: Chain, i: int) -> Found:
    """ "a" for "à"."""
    before, after = c.at(i - 1), c.at(i + 1)
    if c.said(i) != "a" or not after:
        return
    two = c.at(i - 2)
    # Of "ce que vous lisez a du charme" the verb is "a"; "Marie" is a verb and a name.
    related = bool(_RELATED & set(c.low[: i - 1])) or (i == 1 and c.said(0).istitle())
    if infinitive(after) and before not in ("y", "l’"):
        verb = before in SUBJECTS or before in ("qui", "n’") or noun(before)[1] == "sg"
        if verb and after.endswith("er") and before not in ("rien", "temps", "fois", "facile"):
            yield from c.put(i + 1, i + 1, turned(after, "ppas", "mas", "sg") or "", SOUND)
        else:
            yield from c.put(i, i, "à", ACCENT)
    elif (
        (before in SUBJECTS - {"nous", "vous"} or before in ("y", "qui", "n’", "l’", "m’", "t’"))
        or not before
        or after in ("été", "eu")
    ):
        return
    elif (
        (_TIME.match(after) and ("h" in after or c.at(i + 2) in ("h", "heures")))
        or after in ("midi", "minuit", "bientôt", "demain")
        or before in ("grâce", "quant", "face", "jusqu’", "suite", "rapport", "prêts", "prêtes")
        or (before == "rendez-vous" and after in ("la", "l’"))
        or (after == "partir" and c.at(i + 2) in ("de", "du", "des", "d’"))
        or (before == after and is_only(before, "nom", "adj", "adv"))
        or (is_only(before, "2pl") and before.endswith("ez") and (not related or i == 1))
        or (infinitive(before) and before not in ("cause",) and not related)
        or (is_only(before, *VERBAL) and before not in ("va", "vas") and not related)
        or (
            after in ("nous", "vous", "les", "en", "se", "s’")
            and (
                infinitive(c.at(i + 2))
                or (infinitive(c.at(i + 3)) and c.at(i + 2) in ("le", "la", "les", "y"))
            )
        )
        or (
            is_only(before, "ppas")
            and c.at(i - 2) in _HELPED
            and after in ("la", "l’", "notre", "nos")
        )
        or (before == "tout" and after in ("fait", "coup", "l’"))
        or (two in ("du", "de") and is_only(before, "nom", "adv") and _day(before) and _day(after))
    ):
        yield from c.put(i, i, "à", ACCENT)


def _day(word: str) -> bool:
    return word in DAYS


DAYS = words("lundi mardi mercredi jeudi vendredi samedi dimanche")


def to(c: Chain, i: int) -> Found:
    """ "à" for "a", and what stands after "à"."""
    before, after = c.at(i - 1), c.at(i + 1)
    subject = before in ("il", "on", "ça", "qui", "n’", "l’", "m’", "t’") or (
        before == "elle" and c.at(i - 2) not in WITH and c.at(i - 2) not in ("chez", "et", "qu’")
    )
    if (
        (after in _OWN and before not in ("", "de", "et"))
        or (before in ("n’", "l’", "m’", "t’") and past(c, i))
        or (
            (
                before in ("il", "on", "elle", "qui")
                and subject
                and (
                    past(c, i)
                    or after in ("été", "eu", "fait", "pris", "un", "une", "des", "du", "pas")
                )
            )
            or (before == "y" and c.at(i - 2) in ("il", "n’"))
        )
    ):
        yield from c.put(i, i, "a", SOUND)
    elif past(c, i) and after not in ("pas", "plus", "bien"):
        verb = bool(tags(before) & {"1sg", "2sg", "1pl", "2pl", "3pl", "infi"})
        own = noun(before)[1] != "pl" and noun(before) != ("", "") and c.at(i - 2) in _SUBJECT_OF
        if own or (
            noun(before)[1] == "sg" and not verb and participle(c.at(i + 1)) | (after in ADVERBS)
        ):
            yield from c.put(i, i, "a", SOUND)
        elif participle(after):
            yield from c.put(i + 1, i + 1, turned(after, "infi"), SOUND)
    else:
        yield from prepositional(c, i)


def prepositional(c: Chain, i: int) -> Found:
    """After "de", "pour", "à" and "sans" stands the infinitive."""
    word, before, after = c.at(i), c.at(i - 1), c.at(i + 1)
    j = i + 2 if after in ("en", "y", "les", "la", "l’", "le", "se", "s’") else i + 1
    if (
        word in ("à", "de") and after in ("nous", "vous", "me", "te", "lui", "leur")
        and before not in ("merci", "grâce", "autour", "près", "côté", "loin", "part")
    ):  # fmt: skip
        j = i + 2
    if is_only(c.at(j), "2pl") and c.at(j).endswith("ez") and not c.named(j):
        yield from c.put(j, j, turned(c.at(j), "infi"), SOUND)
    elif (
        word != "à"
        and participle(after)
        and (
            word not in ("de", "d’")
            or before in _BEFORE_DE
            or is_only(before, "verb")
            or (before == "pas" and c.at(i - 2).endswith(("ez", "er")))
        )
        and (noun(c.at(i + 2)) == ("", "") or c.at(i + 2) in _DETS)
        and not c.named(i + 1)
    ):
        yield from c.put(i + 1, i + 1, turned(after, "infi"), SOUND)


def modal(c: Chain, i: int) -> Found:
    """ "on va fermé", "il faut réservez": the infinitive after these verbs."""
    j = i + 1
    while j < i + 3 and (c.at(j) in _CLITICS or c.at(j) in ("pas", "plus", "aussi", "tous")):
        j += 1
    word = c.at(j)
    if c.at(i - 1) in ("c’", "que", "qu’") and c.at(i) in ("va", "vas"):
        return
    passed = word.endswith("é") and "ppas" in tags(word) and word not in ("été", "marché")
    plain = (
        participle(word) or (passed and j == i + 1 and c.at(i) not in ("va", "vas", "vont"))
    ) and not (c.at(i) in ("va", "vont") and c.at(j - 1) in ("bien", "plus"))
    second = is_only(word, "2pl") and word.endswith("ez") and not c.at(i).endswith("ez")
    if plain or (second and c.at(j - 1) not in ("vous",)) or (second and j == i + 1):
        yield from c.put(j, j, turned(word, "infi"), SOUND)


def have(c: Chain, i: int) -> Found:
    """ "ont trouver", "avez réservez": the participle after "avoir"."""
    yield from _helped(c, i)
    j = i + 1
    while j < i + 3 and (c.at(j) in ADVERBS or c.at(j).endswith("ment")):
        j += 1
    word = c.at(j)
    second = is_only(word, "2pl") and word.endswith("ez")
    if (second or infinitive(word)) and word.endswith(("er", "ez")):
        yield from c.put(j, j, turned(word, "ppas", "mas", "sg"), SOUND)
    elif c.at(i + 1) == "du" and infinitive(c.at(i + 2)):
        yield from c.put(i + 1, i + 1, "dû", ACCENT)


def _helped(c: Chain, i: int) -> Found:
    """ "a était", "ai mit", "aurez choisit": the participle after "avoir"."""
    word = c.at(i + 1)
    if word in ("était", "étais", "étaient"):
        yield from c.put(i + 1, i + 1, "été", SOUND)
    elif word.endswith("ut") and is_only(word, "ipre", "ipsi"):
        right = "dû" if word == "dut" else word[:-1]
        yield from c.put(i + 1, i + 1, right if "ppas" in tags(right) else "", SOUND)
    elif word.endswith("it") and is_only(word, "ipre", "ipsi"):
        right = next((one for one in (word[:-1], word[:-1] + "s") if "ppas" in tags(one)), "")
        yield from c.put(i + 1, i + 1, right, SOUND)


def have_a(c: Chain, i: int) -> Found:
    yield from _helped(c, i)
    if c.at(i + 1) == "du" and infinitive(c.at(i + 2)):
        yield from c.put(i + 1, i + 1, "dû", ACCENT)
    second = is_only(c.at(i + 1), "2pl") and c.at(i + 1).endswith("ez")
    if second and c.said(i) == "a":
        yield from c.put(i + 1, i + 1, turned(c.at(i + 1), "ppas", "mas", "sg"), SOUND)
    yield from _a(c, i)


def be(c: Chain, i: int) -> Found:
    """ "est fermer": the participle after "être"."""
    j = i + 2 if c.at(i + 1) in ADVERBS or c.at(i + 1).endswith("ment") else i + 1
    word, before = c.at(j), c.at(i - 1)
    second = is_only(word, "2pl") and word.endswith("ez")
    if (
        word.endswith(("er", "ez"))
        and (second or infinitive(word))
        and before not in ("c’", "ce", "n’", "qu’", "l’", "")
        and not infinitive(before)
        and not is_only(c.at(j + 1), "nom")
        and (before != "s’" or second or c.at(i - 2))
    ):
        number = "pl" if c.at(i) in ("sont", "sommes", "étaient", "seront") else "sg"
        _, many = noun(before)
        gender = noun(before)[0] if many == number else ""
        yield from c.put(j, j, turned(word, "ppas", gender or "mas", number), SOUND)
