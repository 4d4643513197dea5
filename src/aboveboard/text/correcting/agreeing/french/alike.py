"""French: more words that sound alike: "sans" and "s’en", "ni" and "n’y", "près" and "prêt"."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found, together
from aboveboard.text.correcting.agreeing.french.endings import ACCENT, ADVERBS, DAYS, closes
from aboveboard.text.correcting.agreeing.french.words import (
    adjective,
    finite,
    infinitive,
    is_only,
    noun,
    participle,
    persons,
    tags,
)
from aboveboard.text.correcting.agreeing.why import AGREE, OTHER, SOUND
from aboveboard.text.tables import words

_DETS = words("le la l’ les un une des notre nos votre vos mon ma mes son sa ses leur leurs ce cet "
              "cette ces")  # fmt: skip
_SINGLE = words("le la l’ un une notre votre mon ma son sa ce cet cette chaque")
_WITH = words("à en au aux sur avec sans de d’ du des pour chez dans par dès depuis jusqu’")
_WHO = words("je j’ tu il elle on ils elles qui")
_ARE = words(
    "est sont suis êtes sommes sera seront serai serez serons était étaient étais serait seront"
)
_NEAR = words("tout très si trop plus situé située situés situées juste assez aussi habite "
              "habitons trouve trouvent passe")  # fmt: skip
_FIRST = words(
    "nouveau nouvelle bon bonne beau belle petit petite grand grande premier première dernier "
    "dernière prochain prochaine bel nouvel deuxième troisième quatrième cinquième sixième "
    "septième huitième neuvième dixième quinzième vingtième trentième cinquantième centième "
    "propre tout ancien ancienne"
)
_LATER = words("ce cette du le la pour avec avant après depuis dès aussi jusqu’ demain quand à "
               "ni de en")  # fmt: skip
_CLITICS = words("ne n’ se s’ vous nous y en le la les l’ lui leur me m’ te t’")
_SO = words("toujours surtout aussi sans avec pour vous nous les le la l’ un une notre votre il "
            "ils elle elles on tout déjà encore c’ ça ce n’ ne")  # fmt: skip


def _plain(c: Chain, i: int) -> bool:
    """A noun or an adjective in small letters, and no verb."""
    return is_only(c.at(i), "nom", "adj") and not c.named(i)


def _without(c: Chain, i: int) -> Found:
    """ "le village sans réjouit", "on sans occupe"."""
    verb = c.at(i + 1)
    who = c.at(i - 1) in _WHO | {"ne"} or noun(c.at(i - 1))[1]
    only = is_only(verb, "ipre", "iimp", "ifut", "cond", "ipsi") or verb == "va"
    if who and only and not c.named(i + 1) and persons(verb) & {"3sg", "3pl"}:
        yield from c.put(i, i + 1, f"s’en {c.said(i + 1)}", SOUND)


def _of_it(c: Chain, i: int) -> Found:
    """ "s'en gluten", "d'en la cour", "c'en"."""
    lead, after = c.at(i - 1), c.at(i + 1)
    if lead in ("s’", "c’", "d’"):
        thing = after in _DETS and noun(c.at(i + 2)) != ("", "")
        plain = _plain(c, i + 1) and "nom" in tags(after) and lead != "d’"
        if lead == "c’" and after in _ARE | {"est"}:
            return
        if (thing and after != "leur") or (plain and "adv" not in tags(after)):
            yield from c.put(i - 1, i, "dans" if lead == "d’" else "sans", SOUND)
    elif (
        lead == "qu’" and i == 1 and c.first and after in ("il", "on", "vous", "je", "ils", "nous")
    ):
        yield from c.put(i - 1, i, "quand", SOUND)


def _nor(c: Chain, i: int) -> Found:
    """ "sans sucre n'y colorant"; "on ni voit rien"."""
    if c.at(i) == "ni":
        verb = c.at(i + 1)
        if (
            c.at(i - 1) in _WHO
            and c.at(i - 1) != "qui"
            and finite(verb)
            and (noun(verb) == ("", ""))
        ):
            yield from c.put(i, i, "n’y", SOUND)
    elif c.at(i - 1) == "n’":
        after = c.at(i + 1)
        thing = after in (_WITH | _DETS) - {"la", "le", "les", "l’", "en", "à"}
        also = "sans" in c.low[:i] and noun(after) != ("", "")
        if ((is_only(after, "nom", "adj", "ppre") or also) and not c.named(i + 1)) or thing:
            yield from c.put(i - 1, i, "ni", SOUND)


def _if(c: Chain, i: int) -> Found:
    """ "on si promène"; "s'y vous voulez"."""
    after = c.at(i + 1)
    if c.at(i) == "si":
        only = is_only(after, "ipre", "iimp", "ifut", "cond", "impe", "spre")
        third = persons(after) & {"3sg", "3pl"}
        if (c.at(i - 1) in ("on", "il", "elle", "ils", "elles", "qui") and only and third) or (
            c.at(i - 1) in ("pour", "de", "à", "va", "vont", "peut", "peuvent")
            and (infinitive(after))
        ):
            yield from c.put(i, i + 1, f"s’y {c.said(i + 1)}", SOUND)


def _there(c: Chain, i: int) -> Found:
    if c.at(i - 1) != "s’" or (c.at(i - 2) and c.at(i - 2) not in ("et", "mais", "que", "même")):
        return
    after = c.at(i + 1)
    if after in ("vous", "nous", "tu", "on", "je", "j’", "elle", "elles") or (
        after in _SINGLE and noun(c.at(i + 2))[1]
    ):
        yield from c.put(i - 1, i, "si", SOUND)


def _what(c: Chain, i: int) -> Found:
    """ "Quand pensez-vous ?": nothing comes that one may think of doing."""
    ask = c.at(i + 1) in ("pensez-vous", "penses-tu", "dites-vous", "dis-tu")
    if ask and closes(c, i + 1) and c.after == "?" and i == 0 and c.first:
        yield from c.put(i, i + 1, f"qu’en {c.said(i + 1)}", SOUND)


def _but(c: Chain, i: int) -> Found:
    """ "mes les souvenirs restent"; "avec mais amis"."""
    after = c.at(i + 1)
    if c.at(i) == "mes":
        if after in _SO and not (after == "tout" and noun(c.at(i + 2))[1]):
            yield from c.put(i, i, "mais", SOUND)
    elif (
        c.at(i - 1) in ("avec", "dans", "chez", "de", "tous", "toutes", "sur", "pour", "par")
        and _plain(c, i + 1) and noun(after)[1] == "pl"
    ):  # fmt: skip
        yield from c.put(i, i, "mes", SOUND)


def _those(c: Chain, i: int) -> Found:
    """ "merci à ce qui ont aidé": what is many is "ceux"."""
    able = persons(c.at(i + 2))
    j = i + 2
    while c.at(j) in _CLITICS:
        j += 1
    able = persons(c.at(j))
    if c.at(i + 1) == "qui" and "3pl" in able and not able & {"3sg", "1sg", "2sg"}:
        yield from c.put(i, i, "ceux", SOUND)


def _its(c: Chain, i: int) -> Found:
    """ "présente ça nouvelle pièce", "fête ça victoire"."""
    after, two = c.at(i + 1), c.at(i + 2)
    gender, number = noun(after)
    described = after in _FIRST and adjective(after)[0] == "fem" and noun(two) == ("fem", "sg")
    bare = (
        (gender, number) == ("fem", "sg") and is_only(after, "nom")
        and is_only(c.at(i - 1), "ipre", "iimp", "ifut", "impe", "infi", "spre")
    )  # fmt: skip
    if described or (bare and not c.named(i + 1)):
        yield from c.put(i, i, "sa", SOUND)


def _his(c: Chain, i: int) -> Found:
    """ "le club fête sont dixième anniversaire"."""
    before, after, two = c.at(i - 1), c.at(i + 1), c.at(i + 2)
    if (
        noun(before)[1] == "pl"
        or before in ("ils", "elles", "qui", "où", "ce", "")
        or not (finite(before) or infinitive(before) or before in ("et", "de", "à", "pour"))
    ):
        return
    described = after in _FIRST and noun(two)[1] == "sg" and "nom" in tags(two)
    plain = is_only(after, "nom") and noun(after) == ("mas", "sg")
    if described or (plain and is_only(before, "ipre", "iimp", "ifut", "infi", "impe", "spre")):
        yield from c.put(i, i, "son", SOUND)


def _here(c: Chain, i: int) -> Found:
    """ "ne sera plus la lundi", "nous sommes tous la pour vous"."""
    before, after, j = c.at(i - 1), c.at(i + 1), i - 1
    while c.at(j) in ADVERBS | {"plus", "pas", "tous", "toutes", "bien", "déjà", "encore"}:
        j -= 1
    if c.at(j) not in _ARE or (
        c.at(i - 1) in ("tout", "tous") and noun(after)[1] and after not in DAYS
    ):
        return
    later = after in DAYS | {"demain", "aujourd’hui"} or (j < i - 1 and after in _LATER)
    later = later or (before in _ARE and after in words("sur dans avec depuis chez par"))
    if (closes(c, i) and before != "à") or later:
        yield from c.put(i, i, "là", ACCENT)


def _near(c: Chain, i: int) -> Found:
    """ "tout prêt de la fontaine", "prêt de chez vous"."""
    before, after, two = c.at(i - 1), c.at(i + 1), c.at(i + 2)
    place = after in ("du", "des") or (
        after in ("de", "d’") and (two in _DETS | {"chez", "vous", "nous", "toi", "moi"})
    )
    if not place or (two in ("nous", "vous", "le", "la", "les", "l’") and infinitive(c.at(i + 3))):
        return
    if (
        before in _NEAR
        or two == "chez"
        or (before in _ARE and two in ("la", "l’", "notre", "votre") and noun(c.at(i + 3))[1])
    ):
        yield from c.put(i, i, "près", SOUND)


def _rather(c: Chain, i: int) -> Found:
    """ "Vous êtes plus tôt sucré ou salé ?"."""
    if c.at(i + 1) != "tôt":
        return
    word = c.at(i + 2)
    either = c.at(i + 3) == "ou" and "ou" in c.low[i:] and c.at(i - 1) != ""
    are = c.at(i - 1).partition("-")[0] in _ARE
    chosen = (are and "adj" in tags(word) and (either or "ppas" not in tags(word))) or (
        either and c.after == "?" and (are or i == 0) and "nom" in tags(word)
    )
    if chosen or (c.at(i - 1) == "ou" and word == "que"):
        yield from c.put(i, i + 1, "plutôt", SOUND)


def _is_it(c: Chain, i: int) -> Found:
    """ "Ces avec plaisir que", "Ces gratuit"; "ces bottes et son ciré"."""
    after = c.at(i + 1)
    if i == 0 and c.first:
        one = adjective(after)[1] == "sg" and is_only(after, "adj", "ppas", "adv")
        if after in _WITH | {"ici", "bientôt", "maintenant", "aujourd’hui", "parti"} or one:
            yield from c.put(i, i, "c’est", SOUND)
    own = words("son sa ses")
    both = c.at(i + 2) == "et" and c.at(i + 3) in own
    last = c.at(i - 1) == "et" and c.at(i - 3) in own and closes(c, i + 1)
    if (both or last) and noun(after)[1] == "pl" and "chaque" in c.low[:i]:
        yield from c.put(i, i, "ses", SOUND)


def _itself(c: Chain, i: int) -> Found:
    """ "Le chantier c'est achevé", "La fête c'est terminée"."""
    if c.at(i + 1) not in ("est", "était") or c.at(i - 2) not in _SINGLE:
        return
    gender, number = noun(c.at(i - 1))
    j = i + 2
    while c.at(j) in ADVERBS:
        j += 1
    word = c.at(j)
    fem = gender == "fem" and is_only(word, "ppas") and adjective(word) == ("fem", "sg")
    known = word in _HAPPENED or (fem and word.removesuffix("e") in _HAPPENED)
    if number == "sg" and (known or fem) and i in (2, 3) and c.first:
        yield from c.put(i, i, "s’", SOUND)


_HAPPENED = words(
    "achevé déroulé installé agrandi transformé amélioré envolé qualifié inscrit engagé retrouvé "
    "produit écroulé enrichi imposé adapté doté rempli réuni arrêté éteint développé rapproché "
    "poursuivi prolongé effondré écrasé enfui échappé endormi égaré brisé interrompu illuminé"
)


def _has_it(c: Chain, i: int) -> Found:
    """ "il la mangé", "on la rénové": "l'a"."""
    form = {"je": "l’ai", "tu": "l’as"}.get(c.at(i - 1), "l’a")
    if (c.at(i - 1) in ("il", "elle", "on", "qui", "je", "tu") and participle(c.at(i + 1))) and (
        c.at(i - 2) not in ("avec", "chez", "pour", "par")
    ):
        yield from c.put(i, i, form, SOUND)


def _more(c: Chain, i: int) -> Found:
    """ "bien d'avantage", "d'avantage de choix"."""
    if c.at(i - 1) != "d’" or c.at(i - 2) in ("pas", "plus", "peu", "beaucoup", "tant", "moins"):
        return
    if c.at(i + 1) in ("de", "d’", "que", "encore") or closes(c, i):
        yield from c.put(i - 1, i, "davantage", SOUND)


def _which(c: Chain, i: int) -> Found:
    """ "Quel est vos horaires ?", "Quelles sont le programme ?"."""
    verb, j = c.at(i + 1), i + 2
    many = {"est": "sont", "sont": "sont", "sera": "seront", "seront": "seront"}
    if verb not in many or c.at(j) not in _DETS:
        return
    if c.at(j + 1) in _FIRST | {"différents", "différentes", "nouveaux", "nouvelles", "meilleurs"}:
        j += 1
    gender, number = noun(c.at(j + 1))
    if not gender or not number or c.named(j + 1) or not is_only(c.at(j + 1), "nom", "verb", "adj"):
        return
    ask = "quel" if gender == "mas" else "quelle"
    plural = number == "pl"
    right = f"{ask}{'s' if plural else ''}"
    one = {value: key for key, value in many.items() if key != value}
    form = many[verb] if plural else one.get(verb, verb)
    if (right, form) != (c.at(i), verb):
        yield from c.put(i, i + 1, f"{right} {form}", AGREE)


def _us(c: Chain, i: int) -> Found:
    """ "venez leur chercher": with these verbs stands "les"."""
    verb, after = c.at(i + 1), c.at(i + 2)
    ends = closes(c, i + 1) or after in words("avant à au dès chez dans jusqu’ en")
    if verb in _DIRECT or (verb in _DIRECT_TOO and ends):
        yield from c.put(i, i, "les", OTHER)


_DIRECT_TOO = words("chercher voir attendre écouter retrouver")
_DIRECT = words("remercier aider féliciter inviter accueillir encourager soutenir rencontrer "
                "accompagner applaudir admirer héberger")  # fmt: skip


ALIKE: Mapping[str, Callable[[Chain, int], Found]] = {
    "sans": _without, "en": _of_it, "ni": _nor, "y": together(_nor, _there), "si": _if,
    "quand": _what, "mes": _but, "mais": _but, "ce": _those, "ça": _its, "sont": _his,
    "la": together(_here, _has_it), "plus": _rather, "ces": _is_it, "c’": _itself,
    "avantage": _more, "leur": _us,
    **dict.fromkeys(("prêt", "prêts", "prête", "prêtes"), _near),
    **dict.fromkeys(("quel", "quelle", "quels", "quelles"), _which),
}  # fmt: skip
