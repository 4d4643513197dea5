"""German verbs far from what they go with: their number, their place, and their time."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import gender, is_noun
from aboveboard.text.correcting.agreeing.german.reading import (
    MODAL,
    is_adjective,
    is_infinitive,
    readings,
)
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, WITH_SEIN
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

ONE = {"sind": "ist", "waren": "war", "haben": "hat", "werden": "wird", "gehen": "geht",
        "kommen": "kommt", "können": "kann", "müssen": "muss", "stehen": "steht",
        "liegen": "liegt", "beginnen": "beginnt", "starten": "startet", "finden": "findet",
        "freuen": "freut", "warten": "wartet", "bleiben": "bleibt", "laufen": "läuft",
        "fließen": "fließt", "kosten": "kostet", "dauern": "dauert", "wurden": "wurde",
        "hatten": "hatte", "sollen": "soll", "dürfen": "darf", "wollen": "will",
        "zeigen": "zeigt", "bieten": "bietet", "öffnen": "öffnet", "führen": "führt",
        "entfallen": "entfällt", "enden": "endet", "fallen": "fällt", "passen": "passt",
        "schmecken": "schmeckt", "wünschen": "wünscht", "suchen": "sucht", "danken": "dankt",
        "feiern": "feiert", "verkaufen": "verkauft", "bekommen": "bekommt", "brauchen": "braucht",
        "spielen": "spielt", "singen": "singt", "arbeiten": "arbeitet", "kochen": "kocht",
        "eröffnen": "eröffnet", "stellen": "stellt", "sorgen": "sorgt", "laden": "lädt",
        "helfen": "hilft", "treffen": "trifft", "präsentieren": "präsentiert",
        "reichen": "reicht", "machen": "macht", "wissen": "weiß"}  # fmt: skip
_LINKS = words(
    "an am auf aus bei beim bis für im in ins mit nach über um unter vom von vor zu zum zur der "
    "des unserer unseres eurer gegen seit"
)
_PREPOSITIONS = words(
    "in im an am auf bei beim mit von vom zu zum zur nach aus vor über unter für durch ohne um "
    "gegen seit hinter neben zwischen ab bis ins ans trotz wegen"
)
_TOO_MANY = words("und oder sowie wie als die das wir sie ihr ich alle viele beide mehrere")
_NOUN_ARTICLES = {"der": "m", "dieser": "m", "das": "n", "dieses": "n", "die": "f",
                  "diese": "f", "eine": "f", "unsere": "f", "eure": "f", "meine": "f",
                  "ein": "mn", "unser": "mn", "euer": "mn", "mein": "mn"}  # fmt: skip
_EACH = words("jeder jede jedes niemand jemand keiner einer eine eines")


def distant(line: Line, at: int) -> Iterator[Correction]:
    """ "Der Erlös aus dem Verkauf der Sterne gehen", "Jeder von euch können"."""
    low = line[at].low
    if low not in ONE or line[at].before != " " or line[at].first or not line[at].word.islower():
        return
    begin = line.begin(at)
    row = line.tokens[begin:at]
    if not 2 <= len(row) <= 14 or any(one.before != " " for one in row[1:]):
        return
    first = row[0].low
    if first in _EACH:
        if any(one.low in MODAL for one in row):
            return
        if len(row) >= 3 and row[1].low in ("von", "der", "aus", "unserer") and (
            first in ("jeder", "niemand", "jemand", "keiner") or line.low(at + 1) not in _TOO_MANY
        ):  # fmt: skip
            yield line.fault(at, at + 1, ONE[low], AGREE)
        return
    place = 1 if row[1].word[:1].isupper() else 2
    if first not in _NOUN_ARTICLES or len(row) <= place or not is_noun(row[place]):
        return
    if place == 2 and not is_adjective(row[1].low):
        return
    sex = gender(row[place].word)
    if not sex or sex not in _NOUN_ARTICLES[first] or row[place].word.endswith(("en", "ern")):
        return
    rest = row[place + 1 :]
    if any(one.hangs or one.low in _TOO_MANY for one in rest):
        return
    if rest and rest[0].low not in _LINKS:
        return
    if rest and not _told(line, begin + place + 1, at):
        return
    plain = low in ("sind", "haben", "freuen") and line.low(at + 1) in _REST
    if not rest and first != "der" and not plain:
        # "Das Fest feiern wir": too little to say who does it.
        return
    told = low in _WISHES and line.low(at + 1) in ("euch", "dir", "uns", "allen", "sich", "ihnen")
    if not (told and row[place].low in _GROUPS) and is_subject_later(
        line, at, copula=low in ("sind", "waren", "werden", "wurden")
    ):
        return
    yield line.fault(at, at + 1, ONE[low], AGREE)


_WISHES = words("wünschen danken freuen bieten zeigen laden helfen")
_GROUPS = words("team chor verein vorstand crew mannschaft familie redaktion leitung gruppe")
_REST = words("sich schon jetzt heute wieder fertig da bereit sehr so auf in im am")


def _told(line: Line, start: int, stop: int) -> bool:
    """Whether it is nouns after prepositions and in the genitive, and no verb is among it."""
    return not any(
        (one.word.islower() and one.low in ONE) or one.low in MODAL
        for one in line.tokens[start:stop]
    ) and line[stop - 1].word[:1].isupper()  # fmt: skip


def is_subject_later(line: Line, at: int, *, copula: bool) -> bool:
    """Whether what follows the verb may be what it goes with."""
    stop = line.clause(at)
    for seen in range(at + 1, stop):
        one = line[seen]
        counted = one.word[:1].isdigit() or one.low in _TOO_MANY
        if counted and line.prev(seen) not in _PREPOSITIONS:
            return True
        if one.word[:1].isupper():
            near = {line.prev(place) for place in range(seen, max(seen - 3, at), -1)}
            if not near & _PREPOSITIONS and line.prev(seen) not in ("des", "der", "dieses"):
                return True
    return copula and line[stop].before.strip() == ":"


_NOW = words("heute morgen gestern jetzt dann danach hier übermorgen vorgestern endlich")
_DAYS = words(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende januar februar märz "
    "april mai juni juli august september oktober november dezember sommer winter herbst frühling"
)
_WEEKS = words("woche jahr monat sommer winter wochenende samstag sonntag freitag herbst mal")
_LAST = words("letzte letztes letzten vergangene vergangenes vergangenen")
_NEXT = words("nächste nächstes nächsten diese dieses diesen jede jedes jeden kommende kommenden")


def _opening(line: Line, at: int) -> int:
    """How many words tell when, at the beginning of a sentence."""
    low, after = line[at].low, line.low(at + 1)
    if low in _NOW:
        return 1
    if (low, after) in (("ab", "sofort"), ("bei", "uns"), ("seit", "gestern"), ("ab", "heute"),
                        ("ab", "morgen"), ("bis", "dahin"), ("zum", "glück")):  # fmt: skip
        return 2
    if low in ("am", "im", "ab", "seit") and after in _DAYS:
        return 2
    if low in _LAST | _NEXT and after in _WEEKS:
        return 2
    return 0


_PAST = {"kommen": "kamen", "gehen": "gingen", "backen": "backten", "finden": "fanden",
         "fahren": "fuhren", "laufen": "liefen", "treffen": "trafen", "gewinnen": "gewannen",
         "singen": "sangen", "essen": "aßen", "trinken": "tranken", "bringen": "brachten",
         "helfen": "halfen", "schreiben": "schrieben", "nehmen": "nahmen", "geben": "gaben",
         "stehen": "standen", "beginnen": "begannen", "sehen": "sahen", "lesen": "lasen",
         "verlieren": "verloren", "ziehen": "zogen", "bekommen": "bekamen",
         "fallen": "fielen"}  # fmt: skip


def past(line: Line, at: int) -> Iterator[Correction]:
    """ "Letzte Woche pflanzen unsere Kinder Bäume": what was is not told in the present."""
    low = line[at].low
    if not line[at].first or low not in _LAST | {"gestern", "vorgestern"}:
        return
    if not (told := _opening(line, at)):
        return
    place = at + told
    verb = line.low(place)
    if verb in ("haben", "werden", "sein") or verb in MODAL or not line[place].word.islower():
        return
    if not is_infinitive(verb) or line.low(place + 1) not in _WHO or line.ends(place + 1):
        return
    # What ends so may be a past already, or part of another tense.
    if any(mark == "Y" or mark == "Z" for _stem, mark in readings(verb)):
        return
    said = _PAST.get(verb)
    if said is None:
        stem = verb[:-2] if verb.endswith("en") else verb[:-1]
        weak = f"{stem}{'e' if stem.endswith(('t', 'd', 'ffn', 'chn')) else ''}ten"
        if not any(mark == "Y" for _stem, mark in readings(weak)):
            return
        said = weak
    if line[line.stop(at)].before.strip().startswith("?"):
        return
    yield line.fault(place, place + 1, said, FORM)


_WHO = words("wir unsere die sie eure alle viele zwei drei zehn einige")


def went(line: Line, at: int) -> Iterator[Correction]:
    """ "Unser Azubi hat gestern allein zum Kunden gefahren": nobody is taken there."""
    if line[at].low not in _GOES or not line.ends(at):
        return
    for seen in range(at - 1, max(at - 14, -1), -1):
        if line[seen + 1].before != " " or line[seen + 1].first:
            return
        if line[seen].low in ("hat", "haben", "habe", "habt", "hast"):
            break
    else:
        return
    between = [one.low for one in line.tokens[seen + 1 : at]]
    begin = line.begin(seen)
    opening = line[begin].low
    if opening in ("den", "einen", "unseren", "diesen", "meinen", "was", "wen", "welche", "die"):
        return
    if seen == begin or not set(between) & words("nach zum zur zu ins in an ans"):
        return
    if any(one in _OBJECTS for one in between) or _is_subject_later_than(line, seen, at):
        return
    said = {"hat": "ist", "haben": "sind", "habe": "bin", "habt": "seid", "hast": "bist"}
    yield line.fault(seen, seen + 1, said[line[seen].low], WITH_SEIN)


_GOES = words("gefahren geflogen gelaufen gesegelt geradelt gepaddelt gezogen gerannt")
_OBJECTS = words(
    "ihn euch dich mich sie es das die den einen eine alle uns ihr wir er ich du man sich alles"
)


def _is_subject_later_than(line: Line, seen: int, at: int) -> bool:
    for place in range(seen + 1, at):
        if line[place].word[:1].isupper():
            near = {line.prev(one) for one in range(place, max(place - 3, seen), -1)}
            if not near & _PREPOSITIONS:
                return True
    return False
