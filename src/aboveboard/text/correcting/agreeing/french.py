"""French: what goes with a noun, a verb with its subject, and words that sound alike.

The dictionary says of a word its gender, number and person. Nothing is found where a word may be
something else as well, or where another noun could be meant.
"""

from aboveboard.text.abbreviations import MONTHS
from aboveboard.text.correcting.agreeing.chains import Chain, Found, chains
from aboveboard.text.correcting.agreeing.french_forms import FORMS
from aboveboard.text.correcting.agreeing.french_mixed import MIXED
from aboveboard.text.correcting.agreeing.french_pairs import RULES
from aboveboard.text.correcting.agreeing.french_verbs import VERBS, sentence
from aboveboard.text.correcting.agreeing.french_words import (
    agreed,
    is_only,
    noun,
    readings,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import AGREE, SOUND
from aboveboard.text.tables import words

_MASCULINE, _FEMININE = "This noun is masculine.", "This noun is feminine."
_ELIDE = "Before a vowel this word loses its last letter."
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
    "différentes vieux vieille vieilles"
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
    "facile"
)
_SINGLE = words("nouveau nouvelle bon bonne beau belle petit petite")
_PRONOUNS = words("le la l’ leur")
_COUNTED_TOO = words(
    "entrée place table tarte pièce page marche ferme fête offre tasse danse chaise"
)
_NAMED = words("page salle numéro épisode chapitre partie étape et quai porte ligne tome niveau")
_UNSURE = frozenset({"adv", "adj", "nb", "mg", "pl", "inv"})
_VAGUE = words(
    "fois sorte espèce plupart foule partie moitié dizaine douzaine quinzaine vingtaine "
    "trentaine centaine série type genre façon heure heures chose beaucoup peu tas point gens "
    "air fin côté prix"
)
_AND = words("et ou ni de d’ du des à au aux en avec sans pour sur dans par chez sous que qu’ plus")
_MASC_UNCLEAR = words(
    "socket bitmap espèces auteur professeur chef ingénieur témoin mannequin sauveur "
    "successeur assesseur chèvre proviseur défenseur possesseur procureur entraîneur gourmet "
    "bébé"
)
_VOWEL = "aeiouéèêëàâîïôûœ"
_NO_ELISION = words(
    "onze oui ouistiti yaourt yoga yacht un une à ou et y a est onzième ouate oh ah eh uhlan "
    "iode ululer"
)


def french(text: str) -> Found:
    for c in chains(text):
        yield from sentence(c)
        for i, word in enumerate(c.low):
            if word in RULES:
                yield from RULES[word](c, i)
            if word in VERBS:
                yield from VERBS[word](c, i)
            if word in FORMS:
                yield from FORMS[word](c, i)
            if word in MIXED:
                yield from MIXED[word](c, i)
            if word in _ONE or word in _MANY or word in _NUMBERS or word == "de":
                yield from _noun_phrase(c, i)
            if word.isdecimal() and word not in ("0", "1"):
                yield from _counted(c, i)
            if word in ("quels", "quelles"):
                yield from _which_ones(c, i)
            if word in ("tout", "tous", "toute", "toutes"):
                yield from _all(c, i)
            if word in ("le", "la", "de", "que", "je", "ne", "se", "me", "te", "jusque"):
                yield from _elided(c, i)
            if len(word) == 1 and word in "cldjnsmt":
                yield from _lost(c, i)


def _plain(c: Chain, i: int) -> bool:
    """A word that is only a noun or an adjective, and no name."""
    return not c.named(i) and is_only(c.at(i), "nom", "adj", "ppas") and "nb" not in tags(c.at(i))


def _noun_phrase(c: Chain, i: int) -> Found:
    word, after = c.at(i), c.at(i + 1)
    if not after or c.named(i + 1) or (word in ("un", "une") and c.at(i - 1) == "et"
                                       and "nb" in tags(c.at(i - 2))):  # fmt: skip
        return
    if after in _BEFORE and c.at(i + 2) and not c.named(i + 2):
        found = list(_with_adjective(c, i))
        yield from found
        if found or word == "de":
            return
        if is_only(c.at(i + 2), "nom") and noun(c.at(i + 2))[1]:
            yield from _adjective_after(c, i, 2)
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
    if c.at(i + 2) in ("et", "ou") or c.text[c.spans[i + 1][1] :][:1] in ("(", "·", "/", "."):
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
        elif one := turned(after, "nom", "sg"):
            yield from c.put(i + 1, i + 1, one, AGREE)
        return
    if number != "sg" or not is_only(after, "nom") or after in _MASC_UNCLEAR:
        return
    if gender == "mas" and _ONE[word] == "fem" and word in _MALE:
        right = _MALE[word]
        vowel = after[0] in _VOWEL
        yield from c.put(i, i, "cet" if right == "ce" and vowel else right, _MASCULINE)
    elif gender == "fem" and (_ONE[word] == "mas" or word in ("mon", "ton", "son")):
        if word in ("mon", "ton", "son") and after[0] in _VOWEL + "hy":
            return
        yield from c.put(i, i, _FEMALE[word], _FEMININE)
    elif gender == "mas" and word == "ce" and after[0] in _VOWEL and after not in _NO_ELISION:
        yield from c.put(i, i, "cet", "Before a vowel “ce” becomes “cet”.")
    elif word == "cet" and after[0] not in _VOWEL + "hyw" and gender == "mas":
        yield from c.put(i, i, "ce", AGREE)


def _with_adjective(c: Chain, i: int) -> Found:
    """ "de nouveau modèles", "un belle journée", "la nouveau table"."""
    word, mid, last = c.at(i), c.at(i + 1), c.at(i + 2)
    gender, number = noun(last)
    if not number or not is_only(last, "nom", "verb") or tags(last) & {"adv", "mg", "nb"}:
        return
    if word in ("un", "une", "notre", "votre", "ce", "cette", "mon", "ma") and number == "pl":
        if "sg" in tags(mid) and "verb" not in tags(last) and (one := turned(last, "nom", "sg")):
            yield from c.put(i + 2, i + 2, one, AGREE)
        return
    if (word in _ONE and number == "pl") or (word in _MANY and number == "sg"):
        if word in _MANY and "pl" in tags(mid) and "sg" not in tags(mid) and word != "leurs":
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
    usual = "adj" in tags(word) and (word in _ADJECTIVES or word.endswith(("eux", "el", "if")))
    if not usual and (not is_only(word, "adj", "ppas") or "nom" in tags(word)):
        return
    if tags(word) & {"adv", "nb"} or ("inv" in tags(word) and "mas" not in tags(word)):
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


def _all(c: Chain, i: int) -> Found:
    word, after, noun_at = c.at(i), c.at(i + 1), i + 2
    if after in ("les", "nos", "vos", "mes", "tes", "ses", "ces"):
        gender, number = noun(c.at(noun_at))
        clear = is_only(c.at(noun_at), "nom") and number == "pl"
        if word == "tout" and c.at(i - 1) not in ("malgré", "après", "de", "est", "a"):
            if clear and gender:
                right = "toutes" if gender == "fem" else "tous"
                yield from c.put(i, i, right, f"The plural is “{right}”.")
        elif word == "tous" and clear and gender == "fem":
            yield from c.put(i, i, "toutes", "The plural is “toutes”.")
        elif word == "toutes" and clear and gender == "mas":
            yield from c.put(i, i, "tous", "The plural is “tous”.")
    elif word == "tous" and after in (
        "le",
        "la",
        "l’",
        "ce",
        "mon",
        "notre",
        "votre",
        "un",
        "cela",
    ):
        right = "toute" if after == "la" or noun(c.at(noun_at))[0] == "fem" else "tout"
        yield from c.put(i, i, right, AGREE)
    elif word == "toute" and after in ("le", "ce", "ces", "les"):
        yield from c.put(i, i, "tout" if after in ("le", "ce") else "toutes", AGREE)
    elif word == "tout" and after in ("ceux", "celles"):
        yield from c.put(i, i, "tous" if after == "ceux" else "toutes", AGREE)
    elif (
        word == "tout"
        and after == "la"
        and is_only(c.at(noun_at), "nom")
        and noun(c.at(noun_at)) == ("fem", "sg")
    ):
        yield from c.put(i, i, "toute", AGREE)


def _elided(c: Chain, i: int) -> Found:
    """ "le atelier", "que il", "je arrive"."""
    word, after = c.at(i), c.at(i + 1)
    if not after or after[0] not in _VOWEL or after in _NO_ELISION or c.named(i + 1):
        return
    if len(after) > 1 and readings(after) and "-" not in after and not c.at(i - 1).endswith("-"):
        if (word == "la" and noun(after) == ("", "")) or (word == "le" and noun(after) == ("", "")):
            return
        yield from c.put(i, i + 1, f"{word[:-1]}’{c.said(i + 1)}", _ELIDE)


def _lost(c: Chain, i: int) -> Found:
    """ "l atelier", "c est": the apostrophe got lost."""
    word, after = c.at(i), c.at(i + 1)
    if not after or after[0] not in _VOWEL + "h" or c.named(i + 1) or not readings(after):
        return
    if (c.said(i).isupper() and not (i == 0 and c.first)) or c.at(i - 1)[-1:].isdecimal():
        return
    fits = {
        "c": after in ("est", "était", "étaient"),
        "j": after in ("ai", "aime", "adore", "avais", "arrive", "aurais", "étais", "espère"),
        "n": after in ("est", "a", "ont", "avons", "avez", "y", "hésitez", "oubliez", "attendez"),
        "s": after in ("est", "il", "ils", "en", "y"),
        "l": (noun(after)[1] == "sg" and len(after) > 2) or after == "on",
        "d": after in ("un", "une", "autres", "abord") or (noun(after)[1] != "" and len(after) > 3),
        "m": after in ("a", "ont"),
        "t": after in ("as", "es"),
    }[word]
    if fits and c.at(i - 1) not in ("taille", "vitamine", "groupe", "lettre", "plan", "le", "la"):
        yield from c.put(
            i, i + 1, f"{word}’{c.said(i + 1)}", "A mark is missing here, or too much."
        )
