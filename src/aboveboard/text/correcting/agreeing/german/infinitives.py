"""German infinitives with “zu”: where it is missing, and “um” that another word stands for."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.reading import BE_HAVE, MODAL, is_infinitive
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import OTHER, SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_PERSONS = words("ich du er wir ihr sie es man")
# After these and a comma a group with “zu” may stand, but other clauses as well.
_WISH = words(
    "uns darauf mich lust zeit gelegenheit möglichkeit chance idee spaß freude mut ehre vergesst "
    "vergiss nicht daran dazu darum bereit ziel"
)
# After these nothing else can stand but such a group, or a clause with a word of its own.
_MUST = words(
    "beschlossen entschlossen entschieden vorgenommen versucht angeboten geplant angefangen "
    "begonnen möglich erlaubt verboten gebeten geschafft vorgeschlagen vor lohnt notwendig nötig "
    "versuchen planen beschließen vorhaben empfehlen beabsichtigen versprochen verpflichtet"
)
# After these too, where “es ist” stands before.
_GOOD = words(
    "wichtig schön toll leicht schwer einfach gut sinnvoll spannend großartig herrlich ratsam "
    "hilfreich gelungen schade besser lieber üblich traum wunsch anliegen ehre freude ziel"
)
_WISHED = words(
    "mit uns mich bei am im in den das die einen eine euch dabei etwas mal gemeinsam zusammen "
    "ein unser unsere eure euren heute morgen dich sich für auf an nach zum zur neue viele mehr "
    "auch einfach selbst wieder vorher bis ihn sie ihm ihnen mir dir mein meine deine"
)
_RELATIVES = words("der die das den dem denen deren dessen")
_CLAUSES = words(
    "dass wenn ob wie was wo wer wem wen weil denn aber sondern und oder da damit als um ohne "
    "statt anstatt sodass bevor nachdem sobald während falls also so doch dann warum wann"
)
_APART = words(
    "ab an auf aus bei dar ein fest frei her hin los mit nach statt teil vor weg weiter zu zurück "
    "zusammen vorbei heraus herein hinaus hinein dabei kennen herum runter raus rein hoch"
)
_PURPOSE = words(
    "mit euch uns dich gemeinsam zusammen das die ein eine einen neue dabei etwas mehr unser "
    "unsere unseren euer eure euren den mich sich ihn mein meine dein deine sie es"
)
_AROUND = words("see welt ecke haus baum dorf stadt kirche feuer tisch hals wette uhr zeit block")
_OBJECTS = words(
    "einen ein eine den das die unser unsere unseren euer eure euren mein meine dein deine"
)
_BUY = words(
    "kaufen retten reparieren finanzieren bezahlen renovieren unterstützen bekommen erreichen "
    "verbessern schützen sanieren erneuern eröffnen ersetzen verhindern vermeiden sparen "
    "gewinnen verschönern beschaffen anzuschaffen anschaffen"
)


_BUILD = ("zubauen", "zubereiten", "zuschaffen", "zurichten", "zuräumen", "zukaufen", "zustellen")


def with_zu(low: str) -> str:
    """The infinitive with “zu”, within it where its first part stands apart: "anzumelden"."""
    for at in range(2, len(low) - 3):
        if low[:at] in _APART and is_infinitive(low[at:]):
            return f"{low[:at]}zu{low[at:]}"
    return f"zu {low}"


def _has_zu(row: list[str]) -> bool:
    return any(one == "zu" or (one.endswith("n") and "zu" in one[2:-3]) for one in row)


def missing(line: Line, at: int) -> Iterator[Correction]:
    """ "Habt ihr Lust, mit uns den Teich sauber machen?", "möglich, Karten online buchen"."""
    low, first = line[at].low, line[at + 1].low
    row = set(line.sentence(at)) if low in _GOOD or low == "ein" else frozenset()
    must = low in _MUST or (low in _GOOD and "es" in row and bool(row & _IS))
    if low in ("hoffen", "hoffe") and first in _CALM:
        must = True
    must = must or (low == "sich" and line.prev(at) == "lohnt")
    must = must or (low == "ein" and bool(row & words("lade laden lädt ladet")))
    if not (must or low in _WISH) or line[at + 1].before != ", ":
        return
    if first in _CLAUSES or (not must and first not in _WISHED):
        return
    if first in _RELATIVES and line[at].word[:1].isupper():
        return
    stop = line.clause(at + 1)
    told = [one.low for one in line.tokens[at + 1 : stop]]
    if len(told) < 2 or not line[stop - 1].word.islower() or not is_infinitive(told[-1]):
        return
    if _has_zu(told) or any(one in _NOT_SO for one in told[(told[0] == "alle") : -1]):
        return
    if told[-1] in BE_HAVE | MODAL and told[-1] not in ("haben", "sein"):
        return
    if is_infinitive(told[-2]) and line[stop - 2].word.islower():
        return
    if low == "vor" and not {"haben", "habe", "hat", "nehmen", "nehme"} & set(line.sentence(at)):
        return
    yield line.fault(stop - 1, stop, with_zu(told[-1]), SLIP)


_CALM = words("euch dich sie bald mit am im auch noch viele damit uns")
_IS = words("ist war wäre bleibt wird")
_NOT_SO = _PERSONS | BE_HAVE | MODAL | {"und", "oder", "alle"}


def purpose(line: Line, at: int) -> Iterator[Correction]:
    """ "Kommt, um mit uns feiern": after "um" an infinitive has "zu"."""
    low = line[at].low
    if low not in ("um", "ohne") or line[at].before != ", " or line.low(at + 1) not in _PURPOSE:
        return
    stop = line.clause(at)
    row = [one.low for one in line.tokens[at + 1 : stop]]
    if len(row) < 2 or not is_infinitive(row[-1]) or _has_zu(row):
        return
    if not line[stop - 1].word.islower() or any(one in _AROUND | _PERSONS - {"sie", "es"}
                                                for one in row):  # fmt: skip
        return
    if is_infinitive(row[-2]) or row[-1] in MODAL | BE_HAVE:
        return
    yield line.fault(stop - 1, stop, with_zu(row[-1]), SLIP)


def meant(line: Line, at: int) -> Iterator[Correction]:
    """ "zum die Umwelt zu schonen", "Spenden, für ein Dach zu kaufen", "um zu kaufen ein Dach"."""
    low, after = line[at].low, line.low(at + 1)
    stop = line.clause(at)
    row = [one.low for one in line.tokens[at + 1 : stop]]
    if len(row) < 2 or not line[at].word.islower():
        return
    closed = row[-2] == "zu" and is_infinitive(row[-1])
    if low == "zum" and closed and after in _PURPOSE | {"zu"} - {"mit", "neue", "mehr"}:
        yield line.fault(at, at + 1, "um", OTHER)
    elif low == "für" and line[at].before == ", " and row[-1].endswith(_BUILD):
        if after in _OBJECTS and len(row) < 7 and line[at - 1].low not in _WISH | _MUST:
            yield line.fault(at, at + 1, "um", OTHER)
    elif low == "für" and closed and after == "zu":
        yield line.fault(at, at + 1, "um", OTHER)
    elif low == "für" and closed and line[at].before == ", " and row[-1] in _BUY:
        if after in _OBJECTS and len(row) < 7 and line[at - 1].low not in _WISH | _MUST:
            yield line.fault(at, at + 1, "um", OTHER)
    elif low == "um" and after == "zu" and is_infinitive(line.low(at + 2)) and (
        len(row) < 8 and line.low(at + 3) in _OBJECTS and row[-1] not in MODAL | BE_HAVE
    ):  # fmt: skip
        told = line.text[line[at + 3].start : line[stop - 1].end]
        said = line.text[line[at + 1].start : line[at + 2].end]
        yield line.fault(at + 1, stop, f"{told} {said}", SLIP)


RULES = (missing, purpose, meant)
