"""French: what goes with a noun, a verb with its subject, and words that sound alike.

The dictionary says of a word its gender, number and person. Nothing is found where a word may be
something else as well, or where another noun could be meant.
"""

from aboveboard.text.abbreviations import MONTHS
from aboveboard.text.correcting.agreeing.chains import Chain, Found, chains
from aboveboard.text.correcting.agreeing.french.alike import ALIKE
from aboveboard.text.correcting.agreeing.french.amounts import AMOUNTS
from aboveboard.text.correcting.agreeing.french.clauses import (
    CLAUSES,
    PEOPLE,
    formerly,
    opening,
    parted,
    unreal,
)
from aboveboard.text.correcting.agreeing.french.endings import VERBAL
from aboveboard.text.correcting.agreeing.french.forms import FORMS
from aboveboard.text.correcting.agreeing.french.governed import GOVERNED
from aboveboard.text.correcting.agreeing.french.links import LINKS, couple, noticed
from aboveboard.text.correcting.agreeing.french.mixed import MIXED
from aboveboard.text.correcting.agreeing.french.pairs import RULES
from aboveboard.text.correcting.agreeing.french.past import PAST
from aboveboard.text.correcting.agreeing.french.verbs import VERBS, sentence
from aboveboard.text.correcting.agreeing.french.whole import NO_ELISION, VOWEL, WHOLE
from aboveboard.text.correcting.agreeing.french.words import (
    agreed,
    is_only,
    noun,
    persons,
    readings,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import AGREE, SOUND
from aboveboard.text.tables import words

_MASCULINE, _FEMININE = "This noun is masculine.", "This noun is feminine."
_MANY = words(
    "les des mes tes ses ces nos vos leurs plusieurs quelques aux certains certaines "
    "différents différentes"
)
_NUMBERS = words(
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante "
    "cinquante soixante cent"
)
# What is counted in figures; other words after a figure may belong to an address or a name.
_COUNTED = words(
    "euro minute heure jour semaine personne an année kilo litre mètre kilomètre participant "
    "atelier seconde centime enfant bénévole recette photo produit exposant panier bouteille "
    "part séance ticket billet livre siècle cours"
)
_ONE = {
    "un": "mas", "une": "fem", "le": "mas", "la": "fem", "ce": "mas", "cet": "mas", "cette": "fem",
    "du": "mas", "au": "mas", "ma": "fem", "ta": "fem", "sa": "fem", "mon": "", "ton": "",
    "son": "", "notre": "", "votre": "", "leur": "", "chaque": "", "quel": "mas", "quelle": "fem",
    "l’": "", "aucun": "mas", "aucune": "fem",
}  # fmt: skip
_MALE = {"une": "un", "la": "le", "cette": "ce", "ma": "mon", "ta": "ton", "sa": "son",
         "quelle": "quel", "aucune": "aucun"}  # fmt: skip
_FEMALE = {"un": "une", "le": "la", "ce": "cette", "cet": "cette", "du": "de la", "au": "à la",
           "quel": "quelle", "aucun": "aucune", "mon": "ma", "ton": "ta", "son": "sa"}  # fmt: skip
_BEFORE = words(
    "nouveau nouvelle nouveaux nouvelles nouvel beau belle beaux belles bel bon bonne bons "
    "bonnes petit petite petits petites grand grande grands grandes dernier dernière derniers "
    "dernières premier première premiers premières prochain prochaine prochains prochaines "
    "joli jolie jolis jolies ancien ancienne anciens anciennes meilleur meilleure meilleurs "
    "meilleures gros grosse grosses long longue longs longues délicieux délicieuse "
    "délicieuses excellent excellente excellents excellentes autre autres jeune jeunes "
    "magnifique magnifiques principal principale principales différent différente différents "
    "différentes vieux vieille vieilles nombreux nombreuses"
)
# Adjectives that stay as they are, or belong to something else than the noun before them.
_STAYS = words(
    "tel telle bleu vert rouge rose blanc noir gris jaune brun marron orange violet clair "
    "foncé haut fort compris passé vu excepté inclus mini maxi super extra bio standard pile "
    "sympa chic tout même court net cher juste plein seul ci-joint demi nu possible vidéo "
    "maison dit dû sauf fini terminé premier second dernier entier turquoise beige bas droit "
    "accompagné grand gros nouveau bon beau mauvais petit public privé commun mobile test"
)
_ADJECTIVES = words(
    "local locale régional spécial spéciale original originale national passionné engagé simple "
    "facile doux frais gourmand"
)
_SEVERAL = words("nombreux nombreuses nouveaux nouvelles beaux belles bons bonnes petits petites "
                 "grands grandes")  # fmt: skip
_SINGLE = words("nouveau nouvelle bon bonne beau belle petit petite")
_OURS = {"notre": "nos", "votre": "vos", "mon": "mes", "ma": "mes", "son": "ses", "sa": "ses"}
# Of which one has several.
_OWNED = words(
    "gants bottes chaussures clés lunettes affaires vêtements idées questions photos coordonnées "
    "enfants amis commandes clients retours messages skis baskets chaussons outils bagages papiers "
    "félicitations remerciements condoléances horaires réponses suggestions envies"
)
_PRONOUNS = words("le la l’ leur")
_COUNTED_TOO = words(
    "entrée place table tarte pièce page marche ferme fête offre tasse danse chaise"
)
_NAMED = words("page salle numéro épisode chapitre partie étape et quai porte ligne tome niveau")
_UNSURE = frozenset({"adv", "adj", "nb", "mg", "pl", "inv"})
_VAGUE = words(
    "fois sorte espèce plupart foule partie moitié dizaine douzaine quinzaine vingtaine "
    "trentaine centaine série type genre façon heure heures chose beaucoup peu tas point gens "
    "air fin côté prix chèvre"
)
_AND = words("et ou ni de d’ du des à au aux en avec sans pour sur dans par chez sous que qu’ plus")
_MASC_UNCLEAR = words(
    "socket bitmap espèces auteur professeur chef ingénieur témoin mannequin sauveur "
    "successeur assesseur chèvre proviseur défenseur possesseur procureur entraîneur gourmet "
    "bébé"
)
_TABLES = (
    RULES,
    VERBS,
    FORMS,
    MIXED,
    GOVERNED,
    ALIKE,
    CLAUSES,
    PEOPLE,
    AMOUNTS,
    LINKS,
    PAST,
    WHOLE,
)


def french(text: str) -> Found:
    row = list(chains(text))
    yield from parted(row)
    yield from unreal(row)
    for c in row:
        yield from sentence(c)
        yield from opening(c)
        yield from formerly(c)
        yield from noticed(c)
        yield from couple(c)
        for i, word in enumerate(c.low):
            for rules in _TABLES:
                if word in rules:
                    yield from rules[word](c, i)
            if word in _ONE or word in _MANY or word in _NUMBERS or word == "de":
                yield from _noun_phrase(c, i)
            if word.isdecimal() and word not in ("0", "1"):
                yield from _counted(c, i)
            if word in ("quels", "quelles"):
                yield from _which_ones(c, i)


def _plain(c: Chain, i: int) -> bool:
    """A word that is only a noun or an adjective, and no name."""
    return not c.named(i) and is_only(c.at(i), "nom", "adj", "ppas") and "nb" not in tags(c.at(i))


def _noun_phrase(c: Chain, i: int) -> Found:
    word, after = c.at(i), c.at(i + 1)
    if (word == "son" and noun(c.at(i - 1))[1] == "pl") or (word == "ces" and after == "parti"):
        # "Sont" and "c’est" are meant.
        return
    if not after or c.named(i + 1) or (word in ("un", "une") and c.at(i - 1) == "et"
                                       and "nb" in tags(c.at(i - 2))):  # fmt: skip
        return
    if after in _BEFORE and c.at(i + 2) and not c.named(i + 2):
        found = list(_with_adjective(c, i))
        yield from found
        if found:
            return
        if is_only(c.at(i + 2), "nom") and noun(c.at(i + 2))[1]:
            yield from _adjective_after(c, i, 2)
        if word == "de":
            return
    elif word == "de":
        return
    if word == "leurs" and is_only(after, "ipre", "iimp", "ifut", "cond", "infi"):
        yield from c.put(i, i, "leur", SOUND)
    elif word in _NUMBERS and (after in _COUNTED or _counts(c, i)):
        yield from c.put(i + 1, i + 1, turned(after, "nom", "pl"), AGREE)
    elif word in ("plusieurs", "quelques") and after == "personne":
        yield from c.put(i + 1, i + 1, "personnes", AGREE)
    elif word in _MANY:
        yield from _one_after_many(c, i)
    elif word in _ONE:
        yield from _after_one(c, i)
    if is_only(after, "nom") or (
        noun(after) != ("", "") and word not in ("le", "la", "l’", "leur")
    ):
        yield from _adjective_after(c, i)


def _counts(c: Chain, i: int) -> bool:
    """Whether the number goes with the word after it, which is one."""
    after = c.at(i + 1)
    if c.at(i - 1) in _NAMED or after in MONTHS["fr"] or tags(after) & _UNSURE:
        return False
    return noun(after)[1] == "sg" and (is_only(after, "nom") or after in _COUNTED_TOO)


def _verbal(word: str) -> bool:
    return "verb" in tags(word)


def _one_after_many(c: Chain, i: int) -> Found:
    """ "nos panier": the noun takes an -s."""
    word, after = c.at(i), c.at(i + 1)
    behind = c.text[c.spans[i + 1][1] :][:2]
    if (
        c.at(i + 2) in ("et", "ou")
        or behind[:1] in ("(", "·", "/")
        or (behind[:1] == "." and behind[1:].isalpha())
    ):
        return
    if (word == "les" and _verbal(after)) or (word in ("leurs", "aux") and _verbal(after)):
        return
    if (word == "des" and after in ("plus", "tout")) or after in (
        "plus",
        "moins",
        "demi",
        "mi",
        "tout",
    ):
        return
    read = readings(after)
    if "nom" not in tags(after) or tags(after) & {"pl", "inv", "adv", "nb", "mg", "prep"}:
        return
    if noun(after)[1] != "sg" or (
        noun(c.at(i + 2))[1] == "pl" and "adj" in tags(after) and "adj" not in tags(c.at(i + 2))
    ):
        return
    if all(one.tags & {"nom", "adj", "ppas", "verb"} for one in read):
        yield from c.put(i + 1, i + 1, turned(after, "nom", "pl"), AGREE)


def _after_one(c: Chain, i: int) -> Found:
    """ "notre paniers", "un table"."""
    word, after = c.at(i), c.at(i + 1)
    gender, number = noun(after)
    if not _plain(c, i + 1) and not (word not in ("le", "la", "l’", "leur", "ce") and number):
        return
    if tags(after) & {"adv", "nb", "mg", "prep"}:
        return
    if number == "pl" and "sg" not in tags(after) and is_only(after, "nom", "adj", "ppas", "verb"):
        if word in _PRONOUNS and not is_only(after, "nom", "adj", "ppas"):
            return
        if word == "leur":
            yield from c.put(i, i, "leurs", AGREE)
        elif word == "ce" or word == "cette":
            yield from c.put(i, i, "ces", AGREE)
        elif word in _OURS and (persons(c.at(i + 2)) == {"3pl"} or after in _OWNED):
            yield from c.put(i, i, _OURS[word], AGREE)
        elif one := turned(after, "nom", "sg"):
            yield from c.put(i + 1, i + 1, one, AGREE)
        return
    strict = word not in _PRONOUNS | {"ce", "votre", "notre"} and after != "est"
    strict = strict and c.at(i - 1) not in ("l’", "d’", "quelqu’")
    only = is_only(after, "nom", "verb") if strict else is_only(after, "nom")
    if number != "sg" or not only or after in _MASC_UNCLEAR:
        return
    if gender == "mas" and _ONE[word] == "fem" and word in _MALE:
        right = _MALE[word]
        vowel = after[0] in VOWEL
        yield from c.put(i, i, "cet" if right == "ce" and vowel else right, _MASCULINE)
    elif gender == "fem" and (_ONE[word] == "mas" or word in ("mon", "ton", "son")):
        if word in ("mon", "ton", "son") and after[0] in VOWEL + "hy":
            return
        yield from c.put(i, i, _FEMALE[word], _FEMININE)
    elif gender == "mas" and word == "ce" and after[0] in VOWEL and after not in NO_ELISION:
        yield from c.put(i, i, "cet", "Before a vowel “ce” becomes “cet”.")
    elif word == "cet" and after[0] not in VOWEL + "hyw" and gender == "mas":
        yield from c.put(i, i, "ce", AGREE)


def _with_adjective(c: Chain, i: int) -> Found:
    """ "de nouveau modèles", "un belle journée", "la nouveau table"."""
    word, mid, last = c.at(i), c.at(i + 1), c.at(i + 2)
    gender, number = noun(last)
    kinds = (
        ("nom", "verb", "ppas", "adj")
        if word == "de" and mid in _SINGLE - {"nouveau"}
        else ("nom", "verb")
    )
    if word == "de" and number == "sg" and mid in _SEVERAL and is_only(last, "nom"):
        yield from c.put(i + 2, i + 2, turned(last, "nom", "pl"), AGREE)
    if not number or not is_only(last, *kinds) or tags(last) & {"adv", "mg", "nb"}:
        return
    if word in ("un", "une", "notre", "votre", "ce", "cette", "mon", "ma") and number == "pl":
        if "sg" in tags(mid) and "verb" not in tags(last) and (one := turned(last, "nom", "sg")):
            yield from c.put(i + 2, i + 2, one, AGREE)
        return
    several = word in _MANY or word in _NUMBERS
    if (word in _ONE and number == "pl") or (several and number == "sg"):
        if several and "pl" in tags(mid) and "sg" not in tags(mid) and word != "leurs":
            yield from c.put(i + 2, i + 2, turned(last, "nom", "pl"), AGREE)
        return
    if word == "de" and (number != "pl" or mid not in _SINGLE):
        return
    if word in _ONE and _ONE[word] not in ("", gender):
        if gender == "mas" and _fits(mid, "mas") and word in _MALE:
            yield from c.put(i, i, _MALE[word], _MASCULINE)
        elif gender == "fem" and _fits(mid, "fem") and word in _FEMALE:
            yield from c.put(i, i, _FEMALE[word], _FEMININE)
        elif gender == "fem" and word in _FEMALE and agreed(mid, "fem", "sg"):
            both = f"{_FEMALE[word]} {agreed(mid, 'fem', 'sg')}"
            yield from c.put(i, i + 1, both, _FEMININE)
        return
    if gender == "mas" and number == "sg" and mid in ("bel", "nouvel", "vieil"):
        return
    if right := agreed(mid, gender, number):
        yield from c.put(i + 1, i + 1, right, AGREE)


def _fits(word: str, gender: str) -> bool:
    return bool(tags(word) & {gender, "epi"})


def _adjective_after(c: Chain, i: int, far: int = 1) -> Found:
    """ "une soirée exceptionnel": only where no other noun can be meant."""
    before, head, word = c.at(i - 1), c.at(i + far), c.at(i + far + 1)
    if not word or head in _VAGUE or word in _STAYS or c.named(i + far + 1) or before in _AND:
        return
    if before in ("tout", "toute", "tous", "toutes") or (
        c.at(i) in ("des", "du", "au", "aux") and before and not is_only(before, "verb")
    ):
        return
    gender, number = noun(head)
    if (c.at(i) in _ONE and number != "sg") or (c.at(i) not in _ONE and number != "pl"):
        return
    after = c.at(i + far + 2)
    lively = (
        word.endswith("ant") and "prep" not in tags(word) and (not after or is_only(after, *VERBAL))
    )
    usual = "adj" in tags(word) and (
        word in _ADJECTIVES
        or lively
        or word.endswith(("eux", "el", "if", "ique", "al", "ien", "ienne"))
    )
    if not usual and (not is_only(word, "adj", "ppas") or "nom" in tags(word)):
        return
    if (tags(word) & {"adv", "nb"} and word not in _ADJECTIVES) or (
        "inv" in tags(word) and "mas" not in tags(word)
    ):
        return
    if noun(c.at(i + far + 2)) != ("", "") and c.at(i + far + 2) in (
        "ciel",
        "marine",
        "pastel",
        "foncé",
    ):
        return
    right = agreed(word, gender, number)
    if right and right != word:
        yield from c.put(i + far + 1, i + far + 1, right, AGREE)


def _which_ones(c: Chain, i: int) -> Found:
    """ "quels belles photos"."""
    j = i + 2 if c.at(i + 1) in _BEFORE else i + 1
    gender, number = noun(c.at(j))
    right = {"mas": "quels", "fem": "quelles"}.get(gender, "")
    if number == "pl" and is_only(c.at(j), "nom") and right:
        yield from c.put(i, i, right, AGREE)


def _counted(c: Chain, i: int) -> Found:
    after = c.at(i + 1)
    if after in _COUNTED and not c.named(i + 1) and c.at(i - 1) not in ("numéro", "n", "article"):
        if c.text[c.spans[i][1]] != " " and c.text[c.spans[i][1]] not in "\u00a0\u202f":
            return
        if (many := turned(after, "nom", "pl")) and many != after:
            yield from c.put(i + 1, i + 1, many, AGREE)
