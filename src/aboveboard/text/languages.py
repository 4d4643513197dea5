"""Which of the five languages a text is written in, or that we do not know."""

from functools import cache
from pkgutil import resolve_name
from typing import TYPE_CHECKING

import regex

from aboveboard.text.counting import URL
from aboveboard.text.tables import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = ("en", "nl", "fr", "de", "hu")

_NOISE = regex.compile(r"[@#＠＃][\p{L}\p{N}_.@-]+|(?<![^\s@])[^\s@]+@[^\s@]+")
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?")
_LATIN = regex.compile(r"\p{Latin}")
_SURE = 0.8
_MOST = 20_000

# Short everyday words decide where the letters alone leave a doubt.
COMMON: dict[str, frozenset[str]] = {
    "en": words(
        "the and of to is are with for from our your you we this that it not on at have has be "
        "will new more by or an i my what how"
    ),
    "nl": words(
        "de het een en van te is zijn met voor onze ons jij je jouw wij we dit dat niet op om aan "
        "ook er bij naar uit ik wat hoe nieuwe nog geen"
    ),
    "fr": words(
        "le la les un une et de du des est sont avec pour notre nos votre vos vous nous ce cette "
        "pas sur au aux dans il elle je que qui par plus"
    ),
    "de": words(
        "der die das ein eine und von zu ist sind mit für unser unsere euer ihr wir sie dies "
        "nicht auf im am den dem auch bei aus ich was wie neue noch kein keine"
    ),
    "hu": words(
        "a az egy és van vannak nem is hogy mi ez ezt azt csak már még meg vagy de ha el ki be "
        "minden nálunk új lesz mint kell sem itt ott"
    ),
}


def guess(text: str) -> str | None:
    """The language as a code of `LANGUAGES`; None when the text is short or leaves a doubt."""
    plain = _NOISE.sub(" ", URL.sub(" ", text[:_MOST]))
    found = [word.casefold() for word in _WORD.findall(plain)]
    latin = sum(len(_LATIN.findall(word)) for word in found)
    if len(found) < 2 or latin < 10 or latin < 0.8 * sum(map(len, found)):
        return None
    shares = {
        code: sum(word in common for word in found) / len(found) for code, common in COMMON.items()
    }
    name, sure = _identifier().classify(" ".join(found))
    most = max(shares.values())
    if most and shares[name] == most:
        sure += 0.25
    elif most >= 0.25:
        sure -= 0.25
    return str(name) if sure >= _SURE else None


@cache
def _identifier() -> "LanguageIdentifier":
    # Named, not imported: numpy comes with it, which most processes never need.
    langid = resolve_name("py3langid.langid")
    identifier: LanguageIdentifier = langid.LanguageIdentifier.from_model_file(
        langid.MODEL_FILE, norm_probs=True
    )
    identifier.set_languages(list(LANGUAGES))
    return identifier
