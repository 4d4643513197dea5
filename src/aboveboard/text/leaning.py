"""Sentences that cannot stand without the one before them, or that take something of it back."""

import regex

from aboveboard.text.tables import words

_FIRST = regex.compile(r"[^\p{L}]*([\p{L}]+)")

# "But not on Sundays." restricts what was said; "It closes at four." speaks of something named.
_LEANING = {
    "en": words(
        "and but or however instead otherwise except unless though although yet still only not "
        "neither nor also it its they them their this that these those he she his her then so "
        "because which therefore both either such another others even too likewise"
    ),
    "nl": words(
        "en maar of echter anders behalve tenzij hoewel toch alleen slechts niet noch ook hij "
        "zij ze hem haar hun die dat dit deze dan dus want daarom daarna daar daarvoor beide zelfs "
        "wel evenmin zo"
    ),
    "fr": words(
        "et mais ou cependant toutefois sinon sauf pourtant seulement seul seule uniquement pas ni "
        "aussi il elle ils elles ce cela ça cette ces celui celle ceux leur leurs son sa ses donc "
        "car ensuite puis alors même également or"
    ),
    "de": words(
        "und aber oder jedoch sonst außer doch dennoch nur nicht weder noch auch es er sie ihm ihr "
        "ihnen dies dieser diese dieses dann also denn deshalb darum danach "
        "dort beide sogar ebenso dafür allerdings"
    ),
    "hu": words(
        "és de vagy azonban viszont különben kivéve hacsak csak nem sem is azt ezek azok "
        "ők őket ő neki akkor tehát mert ezért azért utána ott mindkettő sőt szintén ám így pedig"
    ),
}


def leans(sentence: str, lang: str) -> bool:
    """Whether its first word points to the sentence before it, or limits what that one says.

    Words that are articles as well (German "die", Dutch "het", Hungarian "az") are not counted.
    """
    first = _FIRST.match(sentence)
    return first is not None and first.group(1).casefold() in _LEANING.get(lang, _LEANING["en"])
