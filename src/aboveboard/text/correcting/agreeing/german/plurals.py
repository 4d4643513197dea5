"""German nouns in the accusative after verbs, weak nouns, and plurals with their verbs."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import (
    gender,
    is_noun,
    is_plural,
    noun_after,
    stem_of,
)
from aboveboard.text.correcting.agreeing.german.reading import is_adjective, is_infinitive
from aboveboard.text.correcting.agreeing.german.words import AGENTS, MASS, PLURAL, WEAK
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_SUBJECTS = words("ich du er sie es wir ihr man das der die den ein eine unser unsere für dem")
_MANY_OF = {"ist": "sind", "war": "waren", "kommt": "kommen", "steht": "stehen",
            "liegt": "liegen", "beginnt": "beginnen", "wird": "werden",
            "geht": "gehen", "wurde": "wurden"}  # fmt: skip
_LINKS = words("für von vom aus im am in auf zum zur der")


def objects(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir suchen noch ein Koch": what one looks for or has stands in the accusative."""
    if line[at].low not in ("ein", "kein", "unser", "mein") or not line[at].word.islower():
        return
    if line.prev(at) == "für":
        return
    near: set[str] = set()
    for seen in range(at, at - 4, -1):
        low = line.prev(seen)
        if low not in _BETWEEN and low not in _TRANSITIVE and low not in ("wir", "ich"):
            break
        near.add(low)
    who = {"es"} if "gibt" in near else {"wir", "ich"}
    if not near & _TRANSITIVE or not near & who:
        return
    place = noun_after(line, at, known=True)
    if place < 0 or place > at + 2 or (
        gender(line[place].word) != "m" and not ending(line[place].low, AGENTS)
    ):  # fmt: skip
        return
    if line[place].low in MASS | {"fenster", "zimmer"} or line[place + 1].word[:1].isupper():
        return
    middle = line.low(at + 1) if place == at + 2 else ""
    if middle and not middle.endswith(("er", "en", "e")):
        return
    said = ""
    if middle:
        end = next(one for one in ("er", "en", "e") if middle.endswith(one))
        said = f" {middle.removesuffix(end)}en"
    yield line.fault(at, place, f"{line[at].low}en{said}", AGREE)


_TRANSITIVE = words(
    "suchen suche brauchen brauche haben habe bekommst bekommt wünschen wünsche planen backen gibt "
    "bauen eröffnen besuchen feiern verlosen verschenken kochen machen"
)
_BETWEEN = words("noch wieder heute auch euch dir uns es jetzt dringend bald schon nur sogar dafür")


def weak(line: Line, at: int) -> Iterator[Correction]:
    """ "unseren neuen Praktikant"."""
    one = line[at]
    low = one.low
    if low not in ("den", "dem", "einen", "einem", "diesen", "diesem", "jeden", "jedem") and (
        stem_of(low)[1] not in ("en", "em")
    ):  # fmt: skip
        return
    place = noun_after(line, at, known=False)
    if place < 0 or any(not line[seen].low.endswith("en") for seen in range(at + 1, place)):
        return
    noun = line[place]
    follows = line[place + 1]
    named = follows.before == " " and follows.word[:1].isupper()
    if noun.low in WEAK and (not named or noun.low.endswith(_PEOPLE)):
        end = "n" if noun.low.endswith(("e", "nachbar")) else "en"
        yield line.fault(place, place + 1, noun.word + end, AGREE)


_PEOPLE = ("ist", "graf", "ent", "soph", "loge", "goge", "naut", "kollege", "nachbar")


def plurals(line: Line, at: int) -> Iterator[Correction]:
    """ "Die Karten für das Fest ist", "die neue Bücher"."""
    one = line[at]
    low = one.low
    if low in ("die", "unsere", "alle", "diese", "eure", "meine", "keine") and (
        line[at + 1].word.islower() and line.low(at + 1) and is_noun(line[at + 2])
    ):  # fmt: skip
        word, noun = line.low(at + 1), line[at + 2].low
        known = _is_plural(noun) or (
            is_plural(line[at + 2].word) and not word.endswith("te") and low != "alle"
        )
        if word.endswith("e") and (is_adjective(word) or word == "viele") and known:
            yield line.fault(at + 1, at + 2, f"{word}n", AGREE)
    many = _plural_of(low) if line.low(at + 1) == "sich" else ""
    won = bool(many) or (
        low == "hat"
        and (
            line.low(at + 1) == "sich" or (line.low(at + 1).startswith("ge") and line.ends(at + 1))
        )
    )
    if (low in _MANY_OF or won) and not one.first:
        begin = line.begin(at)
        row = line.tokens[begin:at]
        first = row[0].low
        if first not in ("die", "unsere", "alle", "diese", "eure", "meine", "viele", "beide"):
            return
        if len(row) < 2 or any(token.before != " " for token in [*row[1:], one]):
            return
        noun_at = 1 if row[1].word[:1].isupper() else 2
        if len(row) <= noun_at or not _is_plural(row[noun_at].low) or len(row) > noun_at + 6:
            return
        rest = [token.low for token in row[noun_at + 1 :]]
        if low == "wird" and line.low(at + 1) not in ("immer", "neu", "heute", "morgen", "knapp"):
            return
        if rest and (
            rest[0] not in _LINKS
            or any(word in ("die", "was", "wo", "wie", "deren", "denen") for word in rest)
        ):  # fmt: skip
            return
        follows = line[at + 1]
        if follows.before == " " and (follows.word[:1].isupper() or follows.low in _SUBJECTS):
            return
        yield line.fault(at, at + 1, _MANY_OF.get(low, many or "haben"), AGREE)


def _plural_of(low: str) -> str:
    """The plural of a verb in the third person: "freut"."""
    said = f"{low[:-1]}en"
    return said if low.endswith("t") and low not in ("hat", "ist") and is_infinitive(said) else ""


def _is_plural(noun: str) -> bool:
    return noun in PLURAL or bool(ending(noun, PLURAL))
