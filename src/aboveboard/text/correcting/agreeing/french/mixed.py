"""French: nouns and verbs that sound alike ("travail" and "travaille"), and small slips."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found, together
from aboveboard.text.correcting.agreeing.french.little import HAVE
from aboveboard.text.correcting.agreeing.french.words import (
    adjective,
    conjugated,
    finite,
    infinitive,
    is_only,
    noun,
    persons,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, SOUND
from aboveboard.text.tables import words

_SUBJECTS = words("je il elle on nous vous ils elles tu qui")
_VERBS = {"rappel": "rappelle", "conseil": "conseille", "travail": "travaille", "accueil":
          "accueille", "réveil": "réveille", "détail": "détaille", "appel": "appelle",
          "emploi": "emploie", "soutien": "soutiens", "essai": "essaie"}  # fmt: skip
_NOUNS = {"travaille": "travail", "conseille": "conseil", "accueille": "accueil",
          "réveille": "réveil", "détaille": "détail", "emploie": "emploi"}  # fmt: skip


def _we(c: Chain, i: int) -> Found:
    """ "nous somme", "vous ête", "nous vous attendont", "vous trouverais"."""
    who, j = c.at(i), i + 1
    if not (i == 0 and c.first) and c.at(i - 1) not in ("que", "quand", "si", "et", "car"):
        return
    while j < i + 3 and c.at(j) in ("vous", "nous", "ne", "n’", "y", "en", "les"):
        j += 1
    verb = c.at(j)
    if who == "nous" and verb == "somme":
        yield from c.put(j, j, "sommes", FORM)
    elif who == "vous" and verb in ("est", "ête") and i == 0 and j == 1:
        if verb == "est" and "sg" in tags(c.at(2)):
            return
        yield from c.put(j, j, "êtes", FORM)
    elif who == "vous" and verb.endswith("rais") and is_only(verb, "cond") and j == i + 1:
        yield from c.put(j, j, f"{verb[:-3]}rez", FORM)
    elif who == "je" and verb in _VERBS:
        yield from c.put(j, j, _VERBS[verb], SOUND)


def _work(c: Chain, i: int) -> Found:
    """ "un travaille soigné", "votre accueille": a noun and no verb after its article."""
    if c.at(i - 1) in ("un", "votre", "notre", "du", "au", "son", "mon", "ton", "cet", "ce"):
        yield from c.put(i, i, _NOUNS[c.at(i)], SOUND)


def _works(c: Chain, i: int) -> Found:
    """ "il travail depuis", "je m'appel": a verb and no noun after a pronoun."""
    before = c.at(i - 1)
    me = before in ("m’", "me", "vous") and c.at(i - 2) in ("je", "j’")
    who = before in ("je", "il", "on", "qui") or (before == "elle" and i == 1) or me
    if who and c.at(i) not in ("soutien", "essai", "emploi"):
        yield from c.put(i, i, _VERBS[c.at(i)], SOUND)


def _theirs(c: Chain, i: int) -> Found:
    """ "on leurs souhaite": before a verb stands "leur"."""
    if c.at(i - 1) in _SUBJECTS and finite(c.at(i + 1)):
        yield from c.put(i, i, "leur", SOUND)


def _some(c: Chain, i: int) -> Found:
    """ "quelque places"."""
    if noun(c.at(i + 1))[1] == "pl" and "nb" not in tags(c.at(i + 1)) and not c.named(i + 1):
        yield from c.put(i, i, "quelques", AGREE)


def _summers(c: Chain, i: int) -> Found:
    """ "vous avez étés nombreux"."""
    if c.at(i - 1) in HAVE - {"ai"} or (c.at(i - 1) == "a" and c.at(i - 2) in _SUBJECTS):
        yield from c.put(i, i, "été", SOUND)


def _those(c: Chain, i: int) -> Found:
    """ "ceux qui veut venir", "les places qui reste"."""
    lead, j = c.at(i - 1), i + 1
    while c.at(j) in ("nous", "vous", "se", "s’", "y", "en", "ne", "n’"):
        j += 1
    verb = c.at(j)
    able = persons(verb)
    places = c.at(i - 2) in _MANY and noun(lead)[1] == "pl" and c.at(j + 1) != "tenu"
    near = i < 3 or (i == 3 and c.at(0) in ("voici", "voilà"))
    if "3sg" in able and "3pl" not in able and (
        lead in ("ceux", "celles") or (places and near and c.first)
    ):  # fmt: skip
        yield from c.put(j, j, conjugated(verb, "3pl"), FORM)


def _all_is(c: Chain, i: int) -> Found:
    """ "Tout est prêts", "Tous est prêt"."""
    if i or not c.first or c.at(1) != "est":
        return
    if c.at(0) == "tous":
        yield from c.put(0, 0, "tout", SOUND)
    word = c.at(2)
    if tags(word) & {"adj", "ppas"} and "pl" in tags(word) and not tags(word) & {"sg", "inv"}:
        yield from c.put(2, 2, turned(word, "mas", "sg"), AGREE)


def _these(c: Chain, i: int) -> Found:
    """ "C'est enfants sont adorables"."""
    many = (
        is_only(c.at(2), "nom", "verb") and noun(c.at(2))[1] == "pl" and "3pl" in persons(c.at(3))
    )
    if i == 0 and c.first and c.at(1) == "est" and many:
        yield from c.put(0, 1, "ces", SOUND)


def _begins(c: Chain, i: int) -> Found:
    """ "Sais un plaisir", "Son venus nos amis", "Ont y va"."""
    if i or not c.first:
        return
    word, after = c.at(0), c.at(1)
    if word == "sais" and after in ("un", "une", "le", "la", "notre"):
        yield from c.put(0, 0, "c’est", SOUND)
    elif word == "son" and is_only(after, "ppas") and "pl" in tags(after):
        yield from c.put(0, 0, "sont", SOUND)
    elif word == "ont" and after in ("y", "en") and "3sg" in persons(c.at(2)):
        yield from c.put(0, 0, "on", SOUND)


def _where_to(c: Chain, i: int) -> Found:
    """ "à pied où à vélo"."""
    if c.at(i - 2) == c.at(i + 1) and c.at(i + 1) in _WITH and i + 2 == len(c.low) - 1:
        yield from c.put(i, i, "ou", SOUND)


def _and_is(c: Chain, i: int) -> Found:
    """ "Elle et contente"."""
    word = c.at(i + 1)
    fits = is_only(word, "adj", "ppas") and adjective(word) == ("fem", "sg")
    follows = c.at(i + 2) in _WITH or not c.at(i + 2)
    if i == 1 and c.first and c.at(0) == "elle" and fits and follows:
        yield from c.put(i, i, "est", SOUND)


def _is_and(c: Chain, i: int) -> Found:
    """ "Elle est belle est gentille"."""
    both = all(
        is_only(one, "adj", "ppas", "verb") and "adj" in tags(one)
        for one in (c.at(i - 1), c.at(i + 1))
    )
    asked = c.first and c.at(0).endswith("ez") and "2pl" in tags(c.at(0)) and i < 6
    more = c.at(i + 1) in ("un", "une", "des", "du", "votre", "vos") and noun(c.at(i + 2))[1]
    if asked and more and noun(c.at(i - 1))[1] and not _LINKS & set(c.low[:i]):
        yield from c.put(i, i, "et", SOUND)
    if c.first and both and i in (3, 4) and c.at(i - 2) == "est" and not _LINKS & set(c.low[:i]):
        yield from c.put(i, i, "et", SOUND)


def _told(c: Chain, i: int) -> Found:
    """ "Passer nous voir", "n'hésiter pas": the form of a request."""
    word, after = c.at(i), c.at(i + 1)
    asks = i == 0 and c.first and after in ("nous", "moi") and c.at(2)
    denies = i == 1 and c.first and c.at(0) == "n’" and after == "pas"
    if (asks or denies) and word.endswith("er") and infinitive(word):
        yield from c.put(i, i, turned(word, "2pl", "impe"), SOUND)


def _if_you(c: Chain, i: int) -> Found:
    """ "si vous souhaiter", "Vous chercher un cadeau ?"."""
    word = c.at(i + 1)
    asks = i == 0 and c.first and c.after == "?" and word in _WANT
    meant = (asks or c.at(i - 1) == "si") and "est" not in c.low[i:]
    if meant and word.endswith("er") and infinitive(word):
        yield from c.put(i + 1, i + 1, turned(word, "2pl", "ipre"), SOUND)


_MANY = words("les nos vos mes ces ses leurs")
_WITH = words("à en au aux sur par avec sans de pour chez")
_LINKS = words("qui que qu’ où ce")
_WANT = words("aimer chercher souhaiter préférer rêver hésiter désirer")
_ASKED = words(
    "passer envoyer contacter appeler laisser donner rejoindre hésiter oublier retrouver montrer"
)


MIXED: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(_NOUNS, _work),
    **dict.fromkeys(_VERBS, _works),
    **dict.fromkeys(("nous", "je"), _we),
    **dict.fromkeys(_ASKED, _told),
    **dict.fromkeys(("sais", "son", "ont"), _begins),
    **dict.fromkeys(("tout", "tous"), _all_is),
    "vous": together(_we, _if_you), "qui": _those, "c’": _these, "où": _where_to, "et": _and_is,
    "est": _is_and,
    "leurs": _theirs, "quelque": _some, "étés": _summers,
}  # fmt: skip
