"""French: "qui" and "que", the pronouns "les" and "leur", and adjectives without an article."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.clauses import lemmas
from aboveboard.text.correcting.agreeing.french.endings import DAYS, SUBJECTS, closes
from aboveboard.text.correcting.agreeing.french.little import HAVE
from aboveboard.text.correcting.agreeing.french.words import (
    PERSONS,
    agreed,
    conjugated,
    finite,
    is_only,
    noun,
    persons,
    tags,
)
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, OTHER, SOUND
from aboveboard.text.tables import words

_DETS = words("le la l’ les un une des mon ma mes ton ta tes son sa ses notre nos votre vos leur "
              "leurs ce cet cette ces deux trois quatre plusieurs quelques chaque")  # fmt: skip
_WITH = words("de d’ du à au aux en dans depuis pour sur avec chez par sans sous dès")
_CLITICS = words("nous vous se s’ me m’ te t’ lui leur y en ne n’")
_TIMES = words(
    "matin soir midi jour semaine mois an année fois moment instant heure été hiver printemps "
    "automne week-end nuit après-midi lieu raison façon manière temps"
)
_DIRECT = words(
    "attendre remercier inviter aider accueillir féliciter encourager rencontrer adorer soutenir "
    "écouter applaudir accompagner admirer"
)
_SAID = words("dit demandé proposé promis répondu conseillé permis écrit souhaité")
_ONES = words("chacun chacune aucun aucune")
_ADJECTIVES = words(
    "bon bonne bons bonnes beau belle beaux belles joyeux joyeuse joyeuses grand grande grands "
    "grandes petit petite petits petites nouveau nouvelle nouveaux nouvelles prochain prochaine "
    "prochains prochaines dernier dernière derniers dernières premier première excellent "
    "excellente cher chère chers chères"
)
_LEADS = words("avec en pour sans et par très d’ à")
_SURE = words("a est ont sont fait plaît")
_JOINED = words("mère père tante messe voile rue route place chose peine croix garde parents duc "
                "soif faim peur cœur sœur frère fille fils mal")  # fmt: skip
_WERE = {"j’": "étais", "tu": "étais", "il": "était", "elle": "était", "on": "était",
         "c’": "était", "nous": "étions", "vous": "étiez", "ils": "étaient",
         "elles": "étaient"}  # fmt: skip


def _free_noun(c: Chain, j: int) -> bool:
    """Whether from here on stands a noun that may be who does it: after no preposition."""
    return any(
        (c.at(k) in _DETS or c.named(k)) and c.at(k - 1) not in _WITH | {"tous", "toutes", "tout"}
        for k in range(j, len(c.low))
    )


def _that(c: Chain, i: int) -> Found:
    """ "un livre que parle de la mer", "ce que vous fait plaisir"."""
    head = c.at(i - 1)
    number = noun(head)[1]
    named = number and c.at(i - 2) in _DETS and head not in _TIMES | DAYS
    someone = head == "un" and c.at(i - 2) == "quelqu’" and c.at(i + 2) not in _DETS
    if not (named or someone or head == "ce"):
        return
    if (c.at(0) == "c’" and c.at(2) in _WITH) or (c.at(0) in _WITH and i < 5):
        return
    j = i + 1
    while j < i + 3 and c.at(j) in _CLITICS:
        j += 1
    verb, after = c.at(j), c.at(j + 1)
    able = persons(verb)
    sure = is_only(verb, "ipre", "iimp", "ifut", "cond", "impe") or verb in _SURE
    if not sure or f"3{number or 'sg'}" not in able or able & {"1pl", "2pl"}:
        return
    lone = (j > i + 1 and c.at(i + 1) in ("nous", "vous")) or after in _WITH or someone
    if lone and not _free_noun(c, j + 1):
        yield from c.put(i, i, "qui", OTHER)


def _who(c: Chain, i: int) -> Found:
    """ "le gâteau qui j'ai fait", "ce qui vous voulez"."""
    head, who, j = c.at(i - 1), c.at(i + 1), i + 2
    named = noun(head)[1] and c.at(i - 2) in _DETS and is_only(head, "nom", "verb", "adj")
    if not (named or head == "ce") or who not in SUBJECTS or c.at(i - 3) in _WITH:
        return
    while j < i + 4 and c.at(j) in _CLITICS:
        j += 1
    able = persons(c.at(j))
    own = PERSONS[who] in able
    if own and (who not in ("nous", "vous", "elle", "elles") or not able & {"3sg", "3pl"}):
        if who[0] in "ieo":
            yield from c.put(i, i + 1, f"qu’{c.said(i + 1)}", OTHER)
        else:
            yield from c.put(i, i, "que", OTHER)


def _them(c: Chain, i: int) -> Found:
    """ "je les ai dit de venir": these verbs are said to somebody."""
    if (c.at(i + 1) in HAVE | {"a"} and c.at(i + 2) in _SAID) and (
        c.at(i + 3) in ("de", "d’", "que", "qu’", "si") and c.at(i - 1) in SUBJECTS
    ):
        yield from c.put(i, i, "leur", OTHER)


def _to_them(c: Chain, i: int) -> Found:
    """ "on lui attend", "nous leur remercions"."""
    verb = c.at(i + 1)
    if c.at(i - 1) not in SUBJECTS - {"elle", "elles"} or not finite(verb):
        return
    if not lemmas(verb) & _DIRECT or not (closes(c, i + 1) or c.at(i + 2) in _WITH):
        return
    if c.at(i) == "leur":
        yield from c.put(i, i, "les", OTHER)
    elif verb[0] in "aeiouéê":
        yield from c.put(i, i + 1, f"l’{c.said(i + 1)}", OTHER)


def _each(c: Chain, i: int) -> Found:
    """ "chacun de vous peuvent", "aucun des participants n'ont"."""
    j = i + 2
    if c.at(i + 1) not in ("de", "d’", "des") or c.at(i - 1) in _WITH:
        return
    while c.at(j) in _DETS | {"entre", "nous", "vous", "eux", "elles"}:
        j += 1
    if c.at(j - 1) not in ("nous", "vous", "eux", "elles"):
        if noun(c.at(j))[1] != "pl":
            return
        j += 1
    while c.at(j) in _CLITICS:
        j += 1
    able = persons(c.at(j))
    if "3pl" in able and "3sg" not in able and not noun(c.at(j))[1]:
        yield from c.put(j, j, conjugated(c.at(j), "3sg"), FORM)


def _bare(c: Chain, i: int) -> Found:
    """ "Bon journée", "Belle dimanche": no article, and another gender."""
    word, after, before = c.at(i), c.at(i + 1), c.at(i - 1)
    if not ((i == 0 and c.first) or before in _LEADS) or c.named(i) or c.named(i + 1):
        return
    gender, number = noun(after)
    if not gender or not number or not is_only(after, "nom") or after in _JOINED:
        return
    if c.at(i + 2) in ("et", "ou") or (before == "en" and word in ("premier", "dernier")):
        return
    if right := agreed(word, gender, number):
        yield from c.put(i, i, right, AGREE)


def noticed(c: Chain) -> Found:
    """ "Places limité", "Entrée libres": a noun without an article, as on a notice."""
    gender, number = noun(c.at(0))
    word, after = c.at(1), c.at(2)
    plain = is_only(c.at(0), "nom") or c.at(0) in ("places", "portes", "visite", "visites")
    if not (c.first and plain and gender and number) or c.named(1) or tags(word) & {"adv", "nom"}:
        return
    if is_only(word, "adj", "ppas") and (not after or after in _WITH - {"de", "d’"}):
        yield from c.put(1, 1, agreed(word, gender, number), AGREE)


def couple(c: Chain) -> Found:
    """ "Paul et Marie ouvre": two names."""
    if not (
        c.first and c.at(1) == "et" and c.named(2) and c.said(0).istitle() and not tags(c.at(0))
    ):
        return
    j = 3
    while c.at(j) in _CLITICS:
        j += 1
    verb = c.at(j)
    sure = is_only(verb, "ipre", "iimp", "ifut", "impe") or verb in ("a", "est")
    if sure and "3sg" in persons(verb) and "3pl" not in persons(verb):
        yield from c.put(j, j, conjugated(verb, "3pl"), FORM)


def _those(c: Chain, i: int) -> Found:
    """ "ceux week-end": before a noun stands "ce"."""
    gender, number = noun(c.at(i + 1))
    if is_only(c.at(i + 1), "nom") and number and not c.named(i + 1):
        vowel = c.at(i + 1)[0] in "aeiouéèêh"
        one = "cette" if gender == "fem" else "cet" if vowel else "ce"
        yield from c.put(i, i, one if number == "sg" else "ces", SOUND)


def _itself(c: Chain, i: int) -> Found:
    """ "ils s'ont amusés", "elle s'a trompée"."""
    if c.at(i - 1) == "s’":
        yield from c.put(i - 1, i, "se sont" if c.at(i) == "ont" else "s’est", SOUND)


def _was(c: Chain, i: int) -> Found:
    """ "vous été nombreux"."""
    who = c.at(i - 1)
    if (
        who not in _WERE
        or c.at(i + 1) == "comme"
        or not ((i == 1 and c.first) or c.at(i - 2) in ("si", "que", "qu’", "et"))
    ):
        return
    if who not in ("elle", "elles", "nous", "vous") or i == 1:
        yield from c.put(i, i, _WERE[who], SOUND)


def _which(c: Chain, i: int) -> Found:
    """ "la ville dans lequel on vit"."""
    gender, number = noun(c.at(i - 2))
    own = is_only(c.at(i - 2), "nom") and c.at(i - 3) in _DETS and c.at(i - 4) not in _WITH
    right = {"mas sg": "lequel", "fem sg": "laquelle", "mas pl": "lesquels",
             "fem pl": "lesquelles"}.get(f"{gender} {number}")  # fmt: skip
    if (
        own and right and c.at(i - 1) in ("dans", "sur", "avec", "pour", "sous", "par", "chez")
    ) and (right != c.at(i)):
        yield from c.put(i, i, right, AGREE)


def _far(c: Chain, i: int) -> Found:
    """ "ce jour la, il neigeait"."""
    if c.at(i - 2) in ("ce", "cet", "cette", "ces") and closes(c, i) and noun(c.at(i - 1))[1]:
        yield from c.put(i - 1, i, f"{c.said(i - 1)}-là", "This word has an accent here.")


def _where(c: Chain, i: int) -> Found:
    """ "Vous êtes ou ?", "la ou il y a"."""
    if c.at(i - 1) == "la" and c.at(i + 1) in SUBJECTS | {"tout"}:
        yield from c.put(i - 1, i, "là où", SOUND)
        return
    if closes(c, i) and c.after == "?" and finite(c.at(i - 1)):
        yield from c.put(i, i, "où", SOUND)


def _ready(c: Chain, i: int) -> Found:
    """ "Nous sommes près pour la saison"."""
    if c.at(i + 1) == "pour" and c.at(i - 1) in ("sommes", "êtes", "sont", "suis"):
        yield from c.put(i, i, "prêt" if c.at(i - 1) == "suis" else "prêts", SOUND)


LINKS: Mapping[str, Callable[[Chain, int], Found]] = {
    "la": _far, **dict.fromkeys(("lequel", "laquelle", "lesquels", "lesquelles"), _which),
    "que": _that, "qui": _who, "les": _them, "leur": _to_them, "lui": _to_them, "ceux": _those,
    "ont": _itself, "a": _itself, "été": _was, "ou": _where, "près": _ready,
    **dict.fromkeys(_ONES, _each), **dict.fromkeys(_ADJECTIVES, _bare),
}  # fmt: skip
