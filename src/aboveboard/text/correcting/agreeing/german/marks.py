"""More German commas: those that a clause or “sondern” asks for, and those that nothing does."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import gender, is_noun, noun_after
from aboveboard.text.correcting.agreeing.german.reading import (
    BE_HAVE,
    MODAL,
    fits,
    is_adjective,
    is_finite,
    is_infinitive,
)
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import MARK, SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_FITS = {"der": ("m", "f"), "die": ("f", "p", ""), "das": ("n",), "den": ("m",), "dem": ("m", "n")}
_NO_NOUN = words(
    "am im in an auf aus bei beim mit nach seit von vom zu zum zur für durch gegen ohne um über "
    "unter vor hinter neben zwischen hier dort heute gestern jetzt immer nicht sich ihr wir ich du "
    "man uns euch mir dir ihn ihm schon noch so auch gerade"
)


def told(line: Line, at: int) -> Iterator[Correction]:
    """ "Der Weg der am Schloss vorbeiführt, ist gesperrt": the clause opens with a comma."""
    low, begin = line[at].low, line.begin(at)
    if low not in _FITS or line[at].before != " " or not line[at].word.islower():
        return
    if line.low(at + 1) not in _NO_NOUN or not is_noun(line[at - 1]):
        return
    place = noun_after(line, begin, known=True)
    if place != at - 1 or line[begin].low not in words("der die das ein eine unser unsere alle"):
        return
    sex = gender(line[at - 1].word)
    if sex and sex not in _FITS[low]:
        return
    stop = line.clause(at)
    last, verb = line[stop - 1], line[stop]
    if stop - at < 4 or not last.word.islower() or not is_finite(last.low):
        return
    if verb.before == ", " and verb.word.islower() and is_finite(verb.low):
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)


def rather(line: Line, at: int) -> Iterator[Correction]:
    """ "nicht nur Brot sondern auch Kuchen"."""
    if line[at].word != "sondern" or line[at].before != " ":
        return
    row = [one.low for one in line.tokens[line.begin(at) : at]]
    if any(one.startswith("kein") or one in ("nicht", "nie") for one in row):
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)


_WITHOUT = words("etwas sich es dabei jemals vorher lange dafür")


def without(line: Line, at: int) -> Iterator[Correction]:
    """ "Ihr könnt stöbern ohne etwas kaufen zu müssen"."""
    if line[at].word not in ("ohne", "um", "statt", "anstatt") or line[at].before != " ":
        return
    stop, after = line.clause(at), line.low(at + 1)
    row = [one.low for one in line.tokens[at + 1 : stop]]
    if len(row) < 2 or row[-2] != "zu" or not is_infinitive(row[-1]) or line[at].first:
        return
    if line.prev(at) in ("und", "oder", "es", "auch", "nur", "aber"):
        return
    if len(row) == 2:
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)
        return
    alone = after in _WITHOUT and line[at].low != "um"
    if alone or (row[-1] in _CAN and row[-3] != "es" and is_infinitive(row[-3])):
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)


_CAN = words("können müssen wollen dürfen lassen")
_FRONT = words(
    "nach vor in im am an seit mit wegen trotz bei beim während ab zum zur aus auf über unter "
    "zwischen dank aufgrund zu von vom durch heute gestern morgen leider dort hier bald endlich "
    "deshalb darum außerdem trotzdem dieses diese diesen nächste nächsten nächstes letzte letzten "
    "letztes jeden jede jedes"
)
_PERSONS = words("wir ihr ich du es er man")
_SUBJECTS = _PERSONS | words("unser der euer mein dein")
_SAID = words(
    "wisst weißt meine denke glaube finde sagt sag sagen meint fragt schreibt erzählt heißt "
    "sagte meinte fragte erzählte erklärt verrät findet schrieb dachte denkst glaubt sage klar"
)
_TURNS = words("ernst gott beispiel wort worten dank scherz fall")


def fronted_part(line: Line, at: int) -> Iterator[Correction]:
    """ "Nach einer langen Pause, öffnet unser Platz": no comma parts it from its verb."""
    verb = line[at]
    if verb.before != ", " or not verb.word.islower() or not is_finite(verb.low):
        return
    begin = line.begin(at)
    row = line.tokens[begin:at]
    if not row or row[0].low not in _FRONT or any(one.before != " " for one in row[1:]):
        return
    if verb.low in _SAID | _FRONT or not (row[-1].word.istitle() or len(row) == 1):
        return
    if (
        any(one.low in _PERSONS for one in row)
        or row[-1].low in _TURNS
        or line[begin - 1].word.isdigit()
    ):
        return
    if row[0].before.strip()[-1:] in tuple(',:;–-„“"»«…'):
        return
    if any(one.word.islower() and _is_verb(one.low) for one in row) or len(row) > 9:
        return
    after = line.low(at + 1)
    helper = verb.low in BE_HAVE | MODAL and after in ("die", "das", "unsere")
    asked = line[line.stop(at)].before.strip()[:1] == "?" and len(row) == 1
    if (after in _SUBJECTS or helper) and not asked:
        yield line.fault(at - 1, at + 1, f"{line[at - 1].word} {verb.word}", MARK)


def _is_verb(low: str) -> bool:
    return is_finite(low) and not is_adjective(low) and low not in _FRONT | _NO_NOUN | _OTHERS


_OTHERS = words("einer einem einen der die das dem den unserer unserem unseren eine zwei drei")
_THAN = words("größer kleiner besser mehr weniger länger kürzer schneller billiger günstiger "
              "schöner stärker lieber öfter höher älter jünger leckerer früher später teurer "
              "leichter einfacher schwerer lauter wärmer kälter voller näher "
               "weiter anders")  # fmt: skip
_ENDED = words("erwartet gedacht geplant gehofft vermutet befürchtet angekündigt üblich sonst "
               "gewöhnlich gewohnt")  # fmt: skip


def compared(line: Line, at: int) -> Iterator[Correction]:
    """ "größer, als erwartet": what is no clause of its own takes no comma."""
    if line[at].word != "als" or line[at].before != ", " or line[at - 1].low not in _THAN:
        return
    row = line.tokens[at + 1 : line.clause(at)]
    ended = len(row) == 1 and row[0].low in _ENDED
    plain = row and not any(one.word.islower() and is_finite(one.low) for one in row)
    if row and row[0].low in _PERSONS | words("sie"):
        return
    if (ended or plain) and line[line.clause(at)].before != ", ":
        yield line.fault(at - 1, at + 1, f"{line[at - 1].word} als", MARK)


def listed(line: Line, at: int) -> Iterator[Correction]:
    """ "Tee, Kuchen, und frische Waffeln": no comma stands before the last of a row."""
    if line[at].word not in ("und", "oder", "sowie") or line[at].before != ", ":
        return
    one, other = line[at - 1], line[at - 2]
    if one.before != ", " or not one.word.istitle() or not other.word.istitle():
        return
    begin = line.begin(at)
    if at - 2 - begin < 2 or not (gender(one.word) or one.word.endswith(("n", "e", "s"))):
        return
    if not any(each.word.islower() and is_finite(each.low) for each in line.tokens[begin : at - 2]):
        return
    place, stop = at + 1, line.clause(at)
    if line[place].word.islower() and is_adjective(line[place].low):
        place += 1
    if not line[place].word.istitle() or line[stop].before == ", ":
        return
    if any(each.word.islower() and is_finite(each.low) for each in line.tokens[place + 1 : stop]):
        return
    if not one.word.endswith(("in", "er", "eur")) and gender(other.word) + gender(line[place].word):
        yield line.fault(at - 1, at + 1, f"{one.word} {line[at].word}", MARK)


_ASKING = words(
    "wisst weißt wissen weiß sagt sag fragt frage fragen zeigen zeigt verraten verrät erfahrt "
    "erklären erklärt erzählt erzählen schreibt schreib überlegt ratet schaut"
)
_W = words("wo wann warum wie was wer welche welcher welches wohin woher wieso weshalb wem wen ob")
_ASKED = words("uns mir euch nicht ihr schon mal hier gerne bitte gespannt genau auch jetzt dir")


def asked_part(line: Line, at: int) -> Iterator[Correction]:
    """ "Sagt uns was ihr euch wünscht": what is asked opens with a comma."""
    if line[at].low not in _W or not line[at].word.islower() or line.prev(at) not in _ASKED:
        return
    begin = at
    while begin > 0 and line[begin].before == " " and not line[begin].first:
        begin -= 1
    row = [one.low for one in line.tokens[begin:at]]
    if not set(row) & _ASKING or len(row) > 6 or line.low(at + 1) not in _PERSONS:
        return
    stop = line.clause(at)
    last = line[stop - 1]
    if stop - at >= 3 and last.word.islower() and is_finite(last.low):
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)


_GETS = words("bekommt erhält gewinnt verpasst verliert spart zahlt kommt kann darf muss mahlt "
              "hilft findet hat ist wird sollte braucht bringt meldet schreibt")  # fmt: skip


def who_does(line: Line, at: int) -> Iterator[Correction]:
    """ "Wer zuerst kommt mahlt zuerst"."""
    one, verb = line[at], line[at + 1]
    begin = line.begin(at)
    if line[begin].low != "wer" or at < begin + 2 or line.low(at + 1) not in _GETS:
        return
    if any(each.before != " " for each in line.tokens[begin + 1 : at + 2]):
        return
    if not one.word.islower() or not verb.word.islower() or line.ends(at + 1):
        return
    row = [each.low for each in line.tokens[begin + 1 : at]]
    if set(row) & (BE_HAVE | MODAL) or one.low == verb.low:
        return
    if one.low.endswith("t") and is_finite(one.low) and not one.low.startswith("ge"):
        yield line.fault(at, at + 1, f"{one.word},", SLIP)


def same_subject(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir backen jeden Tag, und verkaufen bis mittags": one subject, no comma."""
    if line[at].word not in ("und", "oder") or line[at].before != ", ":
        return
    begin, verb = line.begin(at), line.low(at + 1)
    row = line.tokens[begin:at]
    if (
        not row
        or any(one.before != " " for one in row[1:])
        or line[begin].low not in ("wir", "ich")
    ):
        return
    if not fits(verb, row[0].low) or line.low(at + 2) in _PERSONS | {"sie"}:
        return
    if len(row) > 2 and fits(row[1].low, row[0].low) and line.clause(at) - at > 2:
        yield line.fault(at - 1, at + 1, f"{line[at - 1].word} {line[at].word}", MARK)


def subject_part(line: Line, at: int) -> Iterator[Correction]:
    """ "Unser neues Café, öffnet am Montag"."""
    verb = line[at]
    if verb.before != ", " or not verb.word.islower() or not is_finite(verb.low):
        return
    begin = line.begin(at)
    if line[begin].low not in words("unser unsere der das die mein euer eure"):
        return
    if noun_after(line, begin, known=True) != at - 1 or verb.low in _SAID | _FRONT:
        return
    stop = line.clause(at)
    if stop - at < 3 or line[stop].before.strip()[:1] == "," or "?" in line[stop].before:
        return
    called = verb.low in ("kommt", "schaut", "seht", "lasst", "macht", "geht", "holt")
    whom = line.low(at + 1) in _PERSONS | words("mich uns euch")
    if verb.low.endswith("t") and not called and not whom:
        yield line.fault(at - 1, at + 1, f"{line[at - 1].word} {verb.word}", MARK)


RULES = (
    asked_part,
    who_does,
    same_subject,
    subject_part,
    told,
    rather,
    without,
    fronted_part,
    compared,
    listed,
)
