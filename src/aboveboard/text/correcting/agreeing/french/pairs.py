"""French words that sound alike: ou/où, ce/se, ces/ses/c'est, sa/ça, on/ont, son/sont, and more."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found, together
from aboveboard.text.correcting.agreeing.french.endings import (
    ACCENT,
    ADVERBS,
    DAYS,
    SUBJECTS,
    VERBAL,
    WITH,
    be,
    closes,
    have,
    have_a,
    modal,
    past,
    prepositional,
    to,
)
from aboveboard.text.correcting.agreeing.french.little import HAVE, and_, none_at_all, small
from aboveboard.text.correcting.agreeing.french.words import (
    finite,
    infinitive,
    is_only,
    noun,
    participle,
    persons,
    tags,
)
from aboveboard.text.correcting.agreeing.why import SOUND
from aboveboard.text.tables import words

_LE = words("le la les l’ un une des notre votre nos vos mon ton mes ma ta leur leurs")
_BE = words(
    "est sont sommes êtes suis serons serez serai était étaient sera seront serait seraient "
    "soit soient être"
)
_MODALS = words(
    "va vas vais vont allons allait allaient ira iront peut peux peuvent pourra pourront "
    "pouvait pourrait pourraient pourrez doit dois doivent devons devez devra devront devrait "
    "devraient veut veux veulent voulons pouvons pouvez voulez allez souhaitez souhaite "
    "préférez faut faudra faudrait fallait voudrais"
)
_PLACE = words("endroit lieu moment jour époque année pays rue soir heure instant cas")
_WHERE = words(
    "savoir sais sait savez savent savons dire demander demandez demande devinez voir "
    "regardez vérifier chercher"
)
_LE_VERBS = words("du au un le ce se ces cet notre votre même beau bon gros petit ton mon autre")


def _where(c: Chain, i: int) -> Found:
    """ "où" for "ou"."""
    after = c.at(i + 1)
    j = i + 2 if after in _LE else i + 1
    if c.at(i - 1) == "d’":
        return
    if i == 1 and len(c.low) == 3 and c.first and c.after == "?" and not c.named(2):
        yield from c.put(i, i, "ou", SOUND)
        return
    if (
        c.at(i - 1) and noun(c.at(j)) != ("", "") and not tags(c.at(j)) & {"verb"} and closes(c, j)
    ) or (after in ("non", "plutôt", "bien") and c.at(i - 1) not in ("d’", "")):
        yield from c.put(i, i, "ou", SOUND)


def _or(c: Chain, i: int) -> Found:
    """ "ou" for "où"."""
    before, after = c.at(i - 1), c.at(i + 1)
    clause = after in SUBJECTS or after in ("l’", "c’", "se")
    if (
        (before == "d’" and (clause or finite(after.partition("-")[0])))
        or (before in ("sais-tu", "savez-vous") and after in ("se", "est", "sont", "trouver"))
        or (before == "là" and clause)
        or (before in _PLACE and c.at(i - 2) not in DAYS and clause)
        or (before in ("dites-nous", "dites-moi", "dis-moi", "montrez-nous") and clause)
        or (before == "pas" and c.at(i - 2) in _KNOW and (clause or infinitive(after)))
        or (before in _KNOW and infinitive(after))
        or (before in _WHERE and (clause or after in ("est", "sont")))
        or (before == "cas" and c.at(i - 2) == "au")
        or (before == "importe" and closes(c, i))
        or (
            i == 0
            and c.first
            and c.after == "?"
            and (infinitive(after) or after in ("est", "sont", "se"))
            and len(c.low) > 2
        )
    ):
        yield from c.put(i, i, "où", ACCENT)


def _ce(c: Chain, i: int) -> Found:
    """ "ce" before a verb that is not "être"."""
    before, after = c.at(i - 1), c.at(i + 1)
    if after in _NOT_SE - {"sont", "est"} or (
        finite(after) and tags(after) & {"cond", "ifut"} and not before
    ):
        return
    if before in ("pour", "sur", "et", "") and after in ("faire", "disant", "dit", "sera"):
        return
    if after in ("sont", "est") and (noun(before)[1] == ("pl" if after == "sont" else "sg")):
        j = i + 3 if c.at(i + 2) in ADVERBS else i + 2
        if is_only(c.at(j), "ppas") and (after == "sont") == ("pl" in tags(c.at(j))):
            yield from c.put(i, i, "se" if after == "sont" else "s’", SOUND)
        return
    if before in ("il", "elle", "on", "ils", "elles") and finite(after):
        yield from c.put(i, i, "se", SOUND)
        return
    third = finite(after) and bool(persons(after) & {"3sg", "3pl"})
    able = noun(after)[0] == "fem" or is_only(after, "ipre", "iimp", "ifut", "infi", "cond", "spre")
    could = {"adj", "adv", "ppas"} & tags(after) or (
        noun(after) != ("", "") and noun(after)[0] != "fem"
    )
    known = after in ("passe", "passera", "passait", "trouve", "tient", "termine", "déroule")
    if before and (third or infinitive(after)) and (known or (able and not could)):
        yield from c.put(i, i, "se", SOUND)
    elif after == "son" and c.at(i + 2) in _LE and c.at(i + 2) != "l’":
        yield from c.put(i + 1, i + 1, "sont", SOUND)


_NOT_SE = words(
    "est sont sera serait seraient seront fut furent était étaient soit doit peut pourrait "
    "devrait doivent peuvent ne n’ fût semble pouvait devait devra pourra put dut"
)


def _se(c: Chain, i: int) -> Found:
    """ "se" before what is no verb."""
    after, two = c.at(i + 1), c.at(i + 2)
    gender, number = noun(after)
    if (
        (
            after == "sont"
            and two in _LE - {"l’", "leur"}
            and c.at(i - 1) not in ("ils", "elles", "qui")
        )
        or (
            after in ("n’", "qui", "que", "qu’", "dont")
            and (after != "n’" or two in ("est", "était"))
        )
        or (after in ("sera", "serait") and two in ("le", "la", "un", "une", "notre", "votre"))
    ):
        yield from c.put(i, i, "ce", SOUND)
    elif number == "sg" and is_only(after, "nom", "adj", "adv") and not c.named(i + 1):
        vowel = after[0] in "aeiouéèêâîôh"
        right = "cette" if gender == "fem" else "cet" if vowel else "ce"
        yield from c.put(i, i, right, SOUND)


def _s(c: Chain, i: int) -> Found:
    """ "s'est" for "c'est", and an apostrophe that got lost."""
    after = c.at(i + 2)
    if c.at(i + 1) == "on" and past(c, i + 1) and c.at(i - 1) in ("ils", "elles"):
        yield from c.put(i, i + 1, "se sont", SOUND)
    if c.at(i + 1) != "est":
        return
    before = c.at(i - 1)
    if (before in ("", "que", "et", "mais", "car", "donc")) and (
        after in ("le", "la", "l’", "un", "une", "notre", "votre", "pour", "gratuit", "ici")
         and c.at(i + 3) not in ("plus", "mieux", "moins", "peu", "fois")
    ):  # fmt: skip
        yield from c.put(i, i, "c’", SOUND)


def _c(c: Chain, i: int) -> Found:
    """ "il c'est passé", "avec c'est amis"."""
    if c.at(i + 1) not in ("est", "était"):
        return
    before, after = c.at(i - 1), c.at(i + 2)
    j = i + 2
    while c.at(j) in ADVERBS or c.at(j) == "très":
        j += 1
    own = noun(before)[1] == "sg" and c.at(j) in ("passé", "passée", "déroulé", "déroulée")
    if after in _NEW and noun(c.at(i + 3))[1] == "pl" and c.at(i + 1) == "est":
        yield from c.put(i, i + 1, "ces", SOUND)
    elif own or (before == "qui" and is_only(c.at(j), "ppas")) or (
        before in ("il", "on", "elle") and c.at(i - 2) not in WITH
    ):  # fmt: skip
        yield from c.put(i, i, "s’", SOUND)
    elif (
        before in ("avec", "dans", "sur", "sous", "chez", "par", "tous", "toutes", "de")
        and noun(after)[1] == "pl"
        and c.at(i + 1) == "est"
    ):
        yield from c.put(i, i + 1, "ces", SOUND)


def _these(c: Chain, i: int) -> Found:
    """ "ces" for "c'est", "s'est" and "ses"."""
    before, after = c.at(i - 1), c.at(i + 1)
    if after in (
        "un",
        "une",
        "le",
        "la",
        "notre",
        "votre",
        "pas",
        "l’",
        "pour",
        "mon",
        "très",
        "où",
    ):
        right = "s’est" if before in ("il", "elle", "on") else "c’est"
        yield from c.put(i, i, right, SOUND)
    elif after == "propres" and noun(c.at(i + 2))[1] == "pl":
        yield from c.put(i, i, "ses", SOUND)
    elif before in ("il", "on", "elle") and participle(after):
        yield from c.put(i, i, "s’est", SOUND)
    elif before not in ("de", "d’") and {"chacun", "chacune"} & set(c.low[max(0, i - 4) : i]):
        yield from c.put(i, i, "ses", SOUND)


def _his(c: Chain, i: int) -> Found:
    """ "ses" for "ces" and "c'est"."""
    after = c.at(i + 1)
    if after.endswith(("s-ci", "s-là")) or (
        after == "derniers" and c.at(i + 2) in ("jours", "temps", "mois")
    ) or (after == "dernières" and c.at(i + 2) in ("semaines", "années")):  # fmt: skip
        yield from c.put(i, i, "ces", SOUND)
    elif after in ("un", "une", "le", "la", "notre", "votre", "pas", "mon", "très"):
        yield from c.put(i, i, "c’est", SOUND)


def _sa(c: Chain, i: int) -> Found:
    after = c.at(i + 1)
    fits = noun(after) != ("", "") or tags(after) & {"adj", "ppas", "nb"}
    verb = finite(after) and not fits
    if (
        verb
        or after in ("y", "ne", "n’", "se", "s’", "nous", "vous", "va", "fait", "est", "me", "te")
        or closes(c, i)
    ):
        yield from c.put(i, i, "ça", SOUND)


def _that(c: Chain, i: int) -> Found:
    after = c.at(i + 1)
    if i == 0 and c.first and noun(after)[0] == "fem" and finite(c.at(i + 2)):
        if is_only(after, "nom") and c.at(i + 2) not in ("fait",):
            yield from c.put(i, i, "sa", SOUND)
    elif (
        c.at(i - 1) in ("avec", "dans", "de", "par", "à", "sur", "sous", "chez")
        and noun(after) == ("fem", "sg")
        and is_only(after, "nom")
        and not c.named(i + 1)
    ):
        yield from c.put(i, i, "sa", SOUND)


def _la(c: Chain, i: int) -> Found:
    """ "la" for "là"."""
    before, after = c.at(i - 1), c.at(i + 1)
    here = before in _BE or before in ("toujours", "déjà", "par", "bientôt", "jusque")
    if (
        (here and closes(c, i))
        or (before in _BE and after in ("pour", "depuis", "dès", "aussi", "avec", "jusqu’"))
        or (after == "où" and before not in ("à", "de"))
    ):
        yield from c.put(i, i, "là", ACCENT)
    elif before in ("celui", "celle", "ceux", "celles") and closes(c, i):
        yield from c.put(i - 1, i, f"{before}-là", ACCENT)


def _there(c: Chain, i: int) -> Found:
    after = c.at(i + 1)
    if c.at(i - 1) in ("dans", "sur", "avec", "pour", "sous", "chez", "à", "de") and (
        noun(after) == ("fem", "sg") and is_only(after, "nom") and not c.named(i + 1)
    ):
        yield from c.put(i, i, "la", SOUND)


def _on(c: Chain, i: int) -> Found:
    """ "on" for "ont": no verb comes after it."""
    before, after = c.at(i - 1), c.at(i + 1)
    if before == "l’":
        return
    if before in ("ils", "elles"):
        yield from c.put(i, i, "ont", SOUND)
        return
    many = before == "qui" or noun(before)[1] == "pl" or tags(before) & {"pl"}
    if (
        (past(c, i) or after in ("été", "eu"))
        or (many and i == 2 and c.first and "ppas" in tags(after) and after != "dit")
        or (
            many
            and after
            in ("un", "une", "des", "du", "déjà", "tous", "toutes", "bien", "aussi", "pas")
        )
    ):
        yield from c.put(i, i, "ont" if many else "on a", SOUND)


def _ont(c: Chain, i: int) -> Found:
    after = c.at(i + 1)
    if (
        after in ("vous", "nous", "ne", "n’", "se", "s’")
        or after in ("a", "va", "est", "peut", "sera", "aura", "doit", "veut", "attend", "adore")
        or (is_only(after, "ipre", "ifut", "cond", "impe") and "3sg" in persons(after))
    ):
        yield from c.put(i, i, "on", SOUND)


def _son(c: Chain, i: int) -> Found:
    before, after = c.at(i - 1), c.at(i + 1)
    if before in _LE_VERBS or not after or c.named(i + 1):
        return
    several = c.at(i - 2) in ("les", "nos", "vos", "ces", "mes") and "inv" in tags(before)
    many = noun(before)[1] == "pl" or before in ("ils", "elles", "qui", "où") or several
    clear = after in _THERE
    plural = noun(after) == ("", "") and bool(tags(after) & {"adj", "ppas"} and "pl" in tags(after))
    several = c.at(i - 2) in ("les", "nos", "vos", "ces", "mes", "des")
    if several and {"adj", "ppas"} & tags(after) and "pl" in tags(after):
        clear = True
    if after in ("nos", "vos", "des", "les", "leurs", "une", "un", "mes", "la", "le"):
        clear = many = True
    if (many and (clear or plural)) or before in ("ils", "elles"):
        yield from c.put(i, i, "sont", SOUND)


def _sont(c: Chain, i: int) -> Found:
    after = c.at(i + 1)
    if c.at(i - 1) in WITH and noun(after)[1] == "sg":
        yield from c.put(i, i, "son", SOUND)


def _quelle(c: Chain, i: int) -> Found:
    """ "qu'elle belle journée", "je crois quelle vient"."""
    word, after = c.at(i), c.at(i + 1)
    if (
        word == "qu’"
        and after in ("elle", "elles")
        and (i == 0 or c.at(i - 1) in ("mais", "et", "ah") or is_only(c.at(i + 2), "nom"))
    ):
        then = c.at(i + 2)
        if (is_only(then, "nom", "adj") and then not in ("même", "mêmes", "seule", "seules")) or (
            i == 0 and c.first and then == "est" and c.at(3) in _LE and c.after == "?"
        ):
            yield from c.put(i, i + 1, f"qu{after}", SOUND)
    elif word in ("quelle", "quelles") and (
        after in ("a", "va", "vient", "ont", "vont", "fait", "ait", "soit", "soient")
        or (
            is_only(after, *VERBAL)
            and after not in _BE
            and after[:2] not in ("do", "de", "po", "pe")
        )
        or after in ("ne", "n’", "se", "s’")
    ):
        yield from c.put(i, i, word.replace("quelle", "qu’elle"), SOUND)


_KNOW = words("savoir sais sait savez savent savons")
_THERE = words(
    "là en à très dans disponibles de sur au pas déjà bien tous toutes aussi encore toujours chez"
)
_NEW = words("nouveaux nouvelles petits petites beaux belles derniers dernières premiers premières")
_SMALL = "sur peu peut peux quand ma ta mon ton lieux plus mes près plutôt dés ni"

RULES: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(_MODALS, modal),
    **dict.fromkeys(("venez", "viens", "vient", "viennent", "passez"), modal),
    **dict.fromkeys(HAVE, have),
    **dict.fromkeys(_BE - {"soit"}, be),
    **dict.fromkeys(words(_SMALL), small),
    **dict.fromkeys(("de", "d’", "pour", "sans"), prepositional),
    **dict.fromkeys(("qu’", "quelle", "quelles"), _quelle),
    **dict.fromkeys(("peut", "peux"), together(modal, small)),
    "a": have_a, "à": to, "où": _where, "ou": _or, "ce": _ce, "se": _se, "s’": _s, "c’": _c,
    "ces": _these, "ses": _his, "sa": _sa, "ça": _that, "la": _la, "là": _there, "et": and_,
    "on": together(_on, none_at_all), "son": _son, "sont": together(_sont, be),
    "ont": together(_ont, have),
}  # fmt: skip
