"""French: nothing, much and many: "pas de", "aucun", "aussi" and "autant", and what is counted."""

from collections.abc import Callable, Mapping

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.clauses import around, lemmas
from aboveboard.text.correcting.agreeing.french.governed import prepositioned
from aboveboard.text.correcting.agreeing.french.words import (
    adjective,
    is_only,
    noun,
    participle,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import AGREE, OTHER
from aboveboard.text.tables import words

_AFTER_MANY = "After this word of quantity stands “de”."
_HAVING = words(
    "avoir vendre proposer contenir utiliser acheter servir rester mettre ajouter manger boire "
    "employer produire fabriquer faire prendre recevoir accepter livrer organiser cultiver"
)
_FIXED = words("tout jour coup point fait reste moins jamais milliers tonnes millions centaines "
               "masses heures ans kilos plus mal même monde")  # fmt: skip
_NO = words("ne n’")
_ARE = words("été est sont était étaient sera seront suis sommes êtes pas jamais")
_QUANTITY = words("beaucoup trop assez plein tellement tant peu combien plus moins autant dizaines "
                  "centaines milliers dizaine centaine quantité")  # fmt: skip
_COUNTS = words(
    "client cliente personne visiteur visiteuse enfant bénévole photo recette question idée livre "
    "jeu atelier message commande participant participante ami voisin surprise cadeau personne "
    "adhérent exposant kilo heure jour année spectateur visiteur objet vélo arbre"
)
_SEVERAL = words("les nos vos mes ses leurs")


def _none(c: Chain, i: int) -> Found:
    """ "n'avons plus des croissants", "n'y aura pas du feu", "n'avons pas de la farine"."""
    after, at = c.at(i + 1), i - 1
    if participle(c.at(at)) or c.at(at) in ("vous", "nous"):
        at -= 1
    if participle(after) or after in ("eu", "reçu", "vendu", "fait"):
        at, i = i + 1, i + 1
        after = c.at(i + 1)
    denied = bool(_NO & set(c.low[max(0, at - 5) : at]))
    if not denied or not lemmas(c.at(at)) & _HAVING or "en" in c.low[max(0, at - 2) : at]:
        return
    if "pas" in c.low[: i + 1] and _AGAINST.search(around(c)):
        return
    if after in ("des", "du"):
        j = i + 2
    elif after == "de" and c.at(i + 2) in ("la", "l’") and "avoir" in lemmas(c.at(at)):
        j = i + 3
    else:
        return
    if c.at(j) in _FIXED or noun(c.at(j)) == ("", "") or c.named(j):
        return
    if not is_only(c.at(j), "nom", "adj", "verb") or (after == "des" and noun(c.at(j))[1] == "sg"):
        return
    yield from c.put(i + 1, j, prepositioned("de", c.said(j)), OTHER)


_AGAINST = regex.compile(r"\b(?:mais (?:d[eu]\b|des|d['’])|juste|seulement|plutôt|que)\b", regex.I)


def _no_one(c: Chain, i: int) -> Found:
    """ "ne contiennent pas aucun parfum"."""
    after = c.at(i + 1)
    if (after in ("aucun", "aucune") or (after == "personne" and not c.at(i + 2))) and (
        _NO & set(c.low[max(0, i - 4) : i])
    ):
        yield from c.put(i, i + 1, after, "This says the same twice.")


def _as_much(c: Chain, i: int) -> Found:
    """ "jamais été autant frais", "autant grand que"."""
    before, after = c.at(i - 1), c.at(i + 1)
    plain = "adj" in tags(after) and not tags(after) & {"ppas", "mg", "verb"}
    if before in _ARE and plain and ("que" not in c.low[i:] or c.at(i + 2) in ("que", "qu’")):
        yield from c.put(i, i, "aussi", OTHER)


def _much(c: Chain, i: int) -> Found:
    yield from _as_much(c, i)
    yield from _many(c, i)


def _many(c: Chain, i: int) -> Found:
    """ "beaucoup de client", "des dizaines de photo"; "beaucoup du monde"."""
    word, after, j = c.at(i), c.at(i + 1), i + 2
    if after in ("de", "d’") and c.at(j) in _COUNTS and c.at(i - 1) not in ("ni", "n’"):
        if c.at(j) == "personne" and c.at(j + 1) in ("ne", "n’"):
            return
        yield from c.put(j, j, turned(c.at(j), "nom", "pl"), AGREE)
    elif after in ("du", "des") and word in ("trop", "assez", "tellement", "beaucoup", "moins"):
        sure = c.at(j) in _MASS if word in ("beaucoup", "moins") else is_only(c.at(j), "nom")
        if sure and c.at(j + 1) not in ("qui", "que", "qu’", "de", "du", "d’", "dont", "des"):
            yield from c.put(i + 1, j, prepositioned("de", c.said(j)), _AFTER_MANY)


_MASS = words("monde travail temps bruit plaisir succès choix soleil vent courage bonheur sucre")


def _most(c: Chain, i: int) -> Found:
    """ "les plus belle plages", "nos meilleur moments"."""
    word = c.at(i + 1)
    one = c.at(i - 1) == "des" and c.at(i - 2) in ("un", "une")
    if not (c.at(i - 1) in _SEVERAL or one) or c.named(i + 1) or not is_only(word, "adj", "ppas"):
        return
    gender, number = adjective(word)
    if number == "sg" and noun(c.at(i + 2))[1] == "pl" and "nom" in tags(c.at(i + 2)):
        yield from c.put(i + 1, i + 1, turned(word, gender or "mas", "pl"), AGREE)


def _garnished(c: Chain, i: int) -> Found:
    """ "une assiette bonne garnie": "bien" goes with a participle."""
    past = is_only(c.at(i + 1), "ppas") and "nom" not in tags(c.at(i + 1))
    if noun(c.at(i - 1)) != ("", "") and past and "adj" not in tags(c.at(i - 1)):
        yield from c.put(i, i, "bien", OTHER)


def _both(c: Chain, i: int) -> Found:
    yield from _none(c, i)
    if c.at(i) == "pas":
        yield from _no_one(c, i)
    if c.at(i) == "plus":
        yield from _most(c, i)
        yield from _many(c, i)


AMOUNTS: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(_QUANTITY, _many), **dict.fromkeys(("pas", "plus", "jamais"), _both),
    "autant": _much, **dict.fromkeys(("bon", "bonne", "bons", "bonnes"), _garnished),
}  # fmt: skip
