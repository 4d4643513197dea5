"""French: the forms of "tout", and words that lose their last letter before a vowel."""

from collections.abc import Callable, Mapping

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.french.words import finite, is_only, noun, readings
from aboveboard.text.correcting.agreeing.why import AGREE, MARK
from aboveboard.text.tables import words

_ELIDE = "Before a vowel this word loses its last letter."
VOWEL = "aeiouéèêëàâîïôûœ"
NO_ELISION = words(
    "onze oui ouistiti yaourt yoga yacht un une à ou et y a est onzième ouate oh ah eh uhlan "
    "iode ululer"
)


def _several(word: str) -> bool:
    """Whether "tous" after this word may stand by itself: "ils ont tous un vélo"."""
    return finite(word) or word in ("nous", "vous", "pas", "leur")


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
    elif (
        word == "tous"
        and not _several(c.at(i - 1))
        and after
        in (
            "le",
            "la",
            "l’",
            "ce",
            "mon",
            "notre",
            "votre",
            "un",
            "cela",
        )
    ):
        right = "toute" if after == "la" or noun(c.at(noun_at))[0] == "fem" else "tout"
        yield from c.put(i, i, right, AGREE)
    elif word == "toute" and after in ("le", "ce", "ces", "les"):
        yield from c.put(i, i, "tout" if after in ("le", "ce") else "toutes", AGREE)
    elif (
        word == "toutes"
        and after in ("le", "ce", "la", "notre", "votre")
        and not _several(c.at(i - 1))
    ):
        right = "toute" if after == "la" or noun(c.at(noun_at))[0] == "fem" else "tout"
        yield from c.put(i, i, right, AGREE)
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
    if not after or after[0] not in VOWEL or after in NO_ELISION or c.named(i + 1):
        return
    if len(after) > 1 and readings(after) and "-" not in after and not c.at(i - 1).endswith("-"):
        if (word == "la" and noun(after) == ("", "")) or (word == "le" and noun(after) == ("", "")):
            return
        yield from c.put(i, i + 1, f"{word[:-1]}’{c.said(i + 1)}", _ELIDE)


def _lost(c: Chain, i: int) -> Found:
    """ "l atelier", "c est": the apostrophe got lost."""
    word, after = c.at(i), c.at(i + 1)
    if not after or after[0] not in VOWEL + "h" or c.named(i + 1) or not readings(after):
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
        yield from c.put(i, i + 1, f"{word}’{c.said(i + 1)}", MARK)


WHOLE: Mapping[str, Callable[[Chain, int], Found]] = {
    **dict.fromkeys(("tout", "tous", "toute", "toutes"), _all),
    **dict.fromkeys(words("le la de que je ne se me te jusque"), _elided),
    **dict.fromkeys("cldjnsmt", _lost),
}
