"""French: the participle after "avoir" goes with what stands before it, and with nothing after."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.verbs import PREPS, SEVERAL, TIMES
from aboveboard.text.correcting.agreeing.french.words import (
    PERSONS,
    is_only,
    noun,
    readings,
    tags,
    turned,
)
from aboveboard.text.correcting.agreeing.why import AGREE
from aboveboard.text.tables import words

_KEPT = words("pu dû voulu su laissé fallu cru permis été aidé demandé")


def _which(c: Chain, i: int) -> Found:
    """ "les photos que nous avons pris": the participle goes with the noun before."""
    gender, number = noun(c.at(i - 1))
    det, j = c.at(i - 2), i + 2
    one = number == "sg" and gender == "fem" and det in ("la", "cette", "une", "l’", "ma", "sa")
    if one and c.at(i - 3) in PREPS:
        return
    if not (one or (number == "pl" and det in SEVERAL)) or not is_only(
        c.at(i - 1), "nom", "adj", "verb"
    ):
        return
    if c.at(i + 1) not in ("nous", "vous", "on", "j’", "tu", "il", "elle", "ils", "elles"):
        return
    while c.at(j) in ("nous", "vous", "m’", "t’", "lui", "leur"):
        j += 1
    word, after = c.at(j + 1), c.at(j + 2)
    if c.at(j) not in ("avons", "avez", "a", "ai", "as", "ont", "avait", "avaient"):
        return
    if word in _KEPT or after in ("à", "de", "d’", "que") or "infi" in tags(after):
        return
    if (
        any("ppas" in one.tags for one in readings(word))
        and c.at(i - 1) not in TIMES
        and (right := turned(word, "ppas", gender or "mas", number))
    ) and (not ({number, "inv"} & tags(word) and (gender or "mas") in tags(word))):
        yield from c.put(j + 1, j + 1, right, AGREE)


def _done(c: Chain, i: int) -> Found:
    """ "ont préparés une surprise": the noun comes after."""
    word = c.at(i + 1)
    before = c.at(i - 1)
    if (
        c.at(i + 2) in ("un", "une", "des", "du", "notre", "votre")
        and "ppas" in tags(word)
        and (
            word.endswith(("és", "ée", "ées", "is", "us", "ie", "ue", "ues", "faite", "faites"))
            and (before in PERSONS or noun(before)[1])
            and not {"que", "qu’", "dont"} & set(c.low[:i])
        )
    ):
        if {"mas"} & tags(word) and {"inv"} & tags(word):
            return
        yield from c.put(i + 1, i + 1, turned(word, "ppas", "mas", "sg"), AGREE)


PAST: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(("ont", "avons", "avez", "ai", "a"), _done),
    **dict.fromkeys(("que", "qu’"), _which),
}
