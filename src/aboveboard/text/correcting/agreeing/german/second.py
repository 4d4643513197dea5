"""The place of the German verb: second in a sentence, last in a part that is joined to it."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import is_noun, noun_after
from aboveboard.text.correcting.agreeing.german.reading import (
    BE_HAVE,
    MODAL,
    fits,
    is_adjective,
    is_finite,
    is_infinitive,
)
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_NOW = words(
    "heute gestern morgen vorgestern jetzt nun hier leider endlich bald dort danach dann deshalb "
    "deswegen darum daher außerdem trotzdem natürlich manchmal oft immer samstags sonntags "
    "montags nachmittags abends morgens vielleicht hoffentlich normalerweise zuerst zunächst "
    "schließlich seitdem inzwischen mittlerweile übrigens damals dieses nächstes letztes"
)
_DAYS = words(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende sommer winter herbst "
    "frühling januar februar märz april mai juni juli august september oktober november dezember "
    "abend nachmittag vormittag mittag morgen anfang ende montagmorgen freitagabend samstagabend "
    "sonntagmorgen juni oktober ersten ostern weihnachten"
)
_WHEN = words("letzte letzten letztes vergangene vergangenen nächste nächstes nächsten diese "
              "dieses diesen jede jedes jeden kommende kommenden")  # fmt: skip
_SPANS = _DAYS | words("woche jahr monat mal tag nacht saison")
_PAIRS = frozenset({
    ("ab", "sofort"), ("bei", "uns"), ("seit", "gestern"), ("ab", "heute"), ("ab", "morgen"),
    ("bis", "dahin"), ("zum", "glück"), ("zum", "schluss"), ("ab", "jetzt"), ("am", "ende"),
    ("im", "moment"), ("zur", "zeit"), ("seit", "heute"), ("mit", "euch"), ("für", "euch"),
    ("heute", "abend"), ("morgen", "früh"), ("gestern", "abend"), ("heute", "morgen"),
    ("heute", "nachmittag"), ("nach", "feierabend"), ("vor", "ort"), ("in", "zukunft"),
})  # fmt: skip
_PERSONS = words("ich du er sie es wir ihr man")
_ARTICLES = words("der die das unser unsere mein meine euer eure ein eine alle")
_PLURAL = words(
    "sind waren haben hatten werden können müssen dürfen wollen sollen möchten freuen kommen "
    "stehen warten feiern finden beginnen starten bleiben öffnen suchen gibt brauchen"
)
_PREPOSITIONS = words("in im am an auf bei beim mit nach seit vor zum zur für ab aus trotz wegen")
_DETERMINERS = _PREPOSITIONS | words(
    "der die das den dem des ein eine einen einem einer unser unsere unserem unserer unseren euer "
    "eure eurem eurer euren diesem dieser diesen jedem jeder jeden letzten nächsten kommenden von"
)
_SECOND = words(
    "hat ist habe bin haben sind hast bist habt seid war waren hatte hatten kann können will "
    "wollen muss müssen darf dürfen wird werden gibt möchte möchten könnt wollt möchtet"
)


def _opening(line: Line, at: int) -> int:
    """How many words tell when or where, at the beginning of a sentence."""
    low, after = line[at].low, line.low(at + 1)
    if (low, after) in _PAIRS:
        return 2
    if low in ("am", "im", "ab", "seit", "bis", "zu") and after in _DAYS:
        follows = line.low(at + 2)
        return 3 if follows.isdigit() and len(follows) == 4 else 2
    if low in _WHEN and after in _SPANS:
        return 2
    if (
        low in ("in", "seit", "an", "ab")
        and after in _WHEN | {"diesem", "dieser"}
        and line.low(at + 2) in _SPANS
    ):
        return 3
    if low in _NOW:
        return 1
    return _part(line, at) if low in _PREPOSITIONS else 0


def _part(line: Line, at: int) -> int:
    """How many words a beginning with a preposition has, where a person stands after it."""
    for seen in range(at + 1, at + 8):
        one = line[seen]
        if not line.low(seen) or one.hangs:
            return 0
        if is_noun(one) and (line.low(seen + 1) in ("wir", "ich", "du", "ihr") or (
            line.low(seen + 1) in ("unser", "unsere", "die", "das")
            and line.low(noun_after(line, seen + 1, known=True) + 1) in _SECOND
        )):  # fmt: skip
            return seen + 1 - at
        if one.word.islower() and not (is_adjective(one.low) or one.low in _DETERMINERS):
            return 0
    return 0


def second(line: Line, at: int) -> Iterator[Correction]:
    """ "Ab sofort ihr könnt", "Heute unser Chor probt", "Leider der Ausflug muss"."""
    if not line[at].first or not (told := _opening(line, at)):
        return
    start, stop = at + told, line.clause(at)
    person = line.low(start)
    if person in _PERSONS:
        place = start + 1
        fit = fits(line.low(place), "er" if person in ("es", "man") else person)
        if person in ("er", "sie", "es", "man"):
            fit = line.low(place) in _SECOND | words("kommt geht macht steht findet kostet")
        if person == "ihr":
            fit = fit and not line.low(place).startswith("ge")
    else:
        if person not in _ARTICLES or not line[start].word.islower():
            return
        noun = noun_after(line, start, known=True)
        if (
            noun < 0
            or (line[at].low in _WHEN and person in ("der", "die", "das"))
            or (person == "der" and is_noun(line[start - 1]))
        ):
            return
        place = noun + 1
        if line.low(place) in ("zum", "zur", "im", "am", "für", "von", "mit", "in"):
            place += 1
            while line.low(place) and not is_noun(line[place]) and line[place].word.islower():
                place += 1
            place += 1
        verb = line.low(place)
        fit = verb in _SECOND | _PLURAL or (
            verb.endswith("t") and is_finite(verb) and not is_adjective(f"{verb}e")
            and not verb.startswith(("ge", "ver", "be", "er", "ent", "zer"))
        )  # fmt: skip
    verb = line.low(place)
    if not fit or not verb or not line[place].word.islower() or stop - place < 2:
        return
    # "Heute ihr wisst schon wo": a verb at the end belongs to a part that is joined.
    last = line[stop - 1]
    if last.word.islower() and last.low in BE_HAVE | MODAL and verb not in _SECOND:
        return
    middle = line.text[line[start].start : line[place - 1].end]
    yield line.fault(start, place + 1, f"{verb} {middle}", SLIP)


_JOIN = words(
    "wenn falls sobald weil obwohl nachdem bevor solange während seitdem damit da als seit"
)


def main_after(line: Line, at: int) -> Iterator[Correction]:
    """ "Wenn ihr kommt, ihr bekommt Kuchen": the verb stands before its person there."""
    person, verb = line[at].low, line.low(at + 1)
    if person not in ("wir", "ihr", "ich", "du", "er", "man") or line[at].before != ", ":
        return
    if line.clause(at) - at < 3 or not fits(verb, "er" if person == "man" else person):
        return
    begin = line.begin(at)
    if line[begin].before == ". " and line[begin - 1].word.isdigit():
        # "vor dem 1. Mai": no sentence ends there.
        begin = line.begin(begin - 1)
    row = line.tokens[begin:at]
    last = row[-1] if row else line[at]
    if len(row) < 3 or row[0].low not in _JOIN or not last.word.islower():
        return
    if any("," in one.before or (one.before.strip()[:1] in tuple("–-:;") and one.before.strip())
           for one in row[1:]):  # fmt: skip
        return
    if not is_finite(last.low) or verb in ("weiß", "wisst", "weißt", "glaube", "denke", "finde"):
        return
    end = line[line.clause(at) - 1]
    if end.word.islower() and end.low in BE_HAVE | MODAL:
        return
    if verb.startswith("ge") and line.ends(at + 1):
        return
    if line[line.clause(at)].before == ", ":
        return
    yield line.fault(at, at + 2, f"{verb} {person}", SLIP)


_LATER = words("weil obwohl dass wenn damit ob nachdem sobald bevor falls da solange seitdem")


def verb_last(line: Line, at: int) -> Iterator[Correction]:
    """ "Obwohl es war so kalt, kamen 80": in a part that is joined the verb stands last."""
    if line[at].low not in _LATER or not line.low(at + 1):
        return
    if line[at].low == "da" and not (line[at].first or line[at].before == ", "):
        return
    place, stop = at + 2, line.clause(at)
    if line.low(at + 1) not in _PERSONS:
        if line.low(at + 1) not in _ARTICLES or (line[at].low in ("dass", "weil", "obwohl") and (
            not line[at].first
        )):  # fmt: skip
            return
        place = noun_after(line, at + 1, known=True) + 1
    verb = line.low(place) if place else ""
    if verb not in _SECOND or stop - place < 2 or not line[place].word.islower():
        return
    if line[at].first and line[stop].before != ", ":
        return
    rest = line.tokens[place + 1 : stop]
    last = rest[-1]
    if verb in MODAL and last.word.islower() and is_infinitive(last.low):
        rest = rest[:-1]
    if any(one.word.islower() and (one.low in BE_HAVE | MODAL or is_finite(one.low))
           and not one.low.startswith("ge") and not is_adjective(one.low)
           for one in rest if one.low not in _SMALL):  # fmt: skip
        return
    if last.low in ("und", "oder") or (line[at].low == "dass" and line.prev(at) == "so"):
        return
    moved = line.text[line[place + 1].start : last.end]
    yield line.fault(place, stop, f"{moved} {verb}", SLIP)


_SMALL = words("so zu euch uns sich ein eine einen viel gern gerne mit am im bei auf an neu alle "
               "weit fest frei offen voll leer wieder heute morgen")  # fmt: skip
_ASKING = words(
    "wisst weißt wissen weiß wusstet wusstest sagt sag sagen überlegt fragt frage fragen zeigen "
    "zeigt erfahrt erfahren schreibt schreib verraten verrät erklären erklärt "
    "erzählt erzählen schaut seht lest"
)
_W = words("wo wann warum wie was wer welche welcher welches wohin woher wieso weshalb")
_ASKED = words("ist sind war waren hat haben kann können wird werden muss müssen gibt "
               "wollt könnt möchtet müsst dürft willst kannst bist seid habt hast")  # fmt: skip


def asked(line: Line, at: int) -> Iterator[Correction]:
    """ "Wisst ihr, wie alt ist unsere Linde?": asked within a sentence, the verb stands last."""
    if line[at].low not in _W or line[at].before != ", ":
        return
    begin = line.begin(at)
    row = [one.low for one in line.tokens[begin:at]]
    if not set(row) & _ASKING or len(row) > 6 or not set(row) & (_PERSONS | {"uns", "sie"}):
        return
    place = at + 1
    if line[at].low in ("wie", "welche", "welcher", "welches") and line.low(place) not in _ASKED:
        place += 1
    verb, stop, told = line.low(place), line.clause(at), line.low(place + 1)
    fit = told in ("ihr", "wir", "du", "ich") and fits(verb, told) and line[at].low != "wer"
    if (verb not in _ASKED and not fit) or stop - place < 2:
        return
    if told not in _PERSONS | words("der die das unser unsere euer eure mein meine dein deine"):
        return
    if told not in _PERSONS and noun_after(line, place + 1, known=False) < 0:
        return
    rest = line.tokens[place + 1 : stop]
    if any(one.low in BE_HAVE | MODAL for one in rest):
        return
    last = rest[-1]
    ended = last.word.islower() and is_finite(last.low) and not last.low.startswith("ge")
    if ended and not (fit and len(rest) == 1) and not (verb in MODAL and is_infinitive(last.low)):
        return
    moved = line.text[rest[0].start : last.end]
    yield line.fault(place, stop, f"{moved} {verb}", SLIP)


RULES = (second, main_after, verb_last, asked)
