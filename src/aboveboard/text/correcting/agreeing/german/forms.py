"""German verb forms: imperatives, participles and their helpers; words taken for each other."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import gender, is_noun, is_plural, noun_after
from aboveboard.text.correcting.agreeing.german.reading import (
    BE_HAVE,
    MODAL,
    is_finite,
    is_infinitive,
    readings,
)
from aboveboard.text.correcting.agreeing.german.words import TIMES
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import FORM, OTHER, SEIT, SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_PERSONS = words("ich du er sie es wir ihr man")
_SUBORDINATE = words(
    "weil dass wenn ob als da damit bevor nachdem wie was wer wo obwohl falls sobald während bis "
    "warum wann welche welcher welches wen wem die der das den dem deren dessen"
)
_CALLS = {"vergesse": "vergiss", "gebe": "gib", "nehme": "nimm", "lese": "lies", "esse": "iss",
          "spreche": "sprich", "helfe": "hilf", "werfe": "wirf", "trete": "tritt", "sehe": "sieh",
          "empfehle": "empfiehl", "treffe": "triff", "verspreche": "versprich"}  # fmt: skip
_YOU = words("dir dich dein deine deinen deinem deiner deines du")


def called(line: Line, at: int) -> Iterator[Correction]:
    """ "Vergesse nicht, dich anzumelden!", "Gebe uns eine Bewertung"."""
    low = line[at].low
    if low not in _CALLS or not (line[at].first or line.prev(at) == "bitte"):
        return
    row = line.sentence(at)
    if "ich" in row or line.low(at + 1) in ("ich", ""):
        return
    after = line[line.stop(at)].before if line.stop(at) < len(line.tokens) else line.text[-3:]
    if set(row) & _YOU or (line.low(at + 1) in _AFTER_CALL and "!" in after):
        yield line.fault(at, at + 1, _CALLS[low], FORM)


_AFTER_CALL = words("uns mir jetzt hier mal unser unsere unseren unserem bitte "
                    "doch nicht einen eine ein")  # fmt: skip
_HAVE = words("habe hast hat haben habt hatte hatten")
_DONE = {
    "beginnt": "begonnen", "gewinnt": "gewonnen", "verliert": "verloren", "findet": "gefunden",
    "isst": "gegessen", "trinkt": "getrunken", "schreibt": "geschrieben", "nimmt": "genommen",
    "gibt": "gegeben", "sieht": "gesehen", "liest": "gelesen", "hilft": "geholfen",
    "spricht": "gesprochen", "trifft": "getroffen", "singt": "gesungen", "bringt": "gebracht",
    "denkt": "gedacht", "schließt": "geschlossen", "bietet": "geboten", "versteht": "verstanden",
    "verspricht": "versprochen", "empfiehlt": "empfohlen", "entscheidet": "entschieden",
    "beschließt": "beschlossen", "genießt": "genossen", "zieht": "gezogen",
    "entscheiden": "entschieden", "beginnen": "begonnen", "verlieren": "verloren",
    "gewinnen": "gewonnen", "versprechen": "versprochen", "empfehlen": "empfohlen",
    "beschließen": "beschlossen", "genießen": "genossen", "verstehen": "verstanden",
    "schreiben": "geschrieben", "nehmen": "genommen", "treffen": "getroffen",
    "trinken": "getrunken", "singen": "gesungen", "bringen": "gebracht", "finden": "gefunden",
    "schließen": "geschlossen", "bekommt": "bekommen", "erhält": "erhalten",
    "streichen": "gestrichen", "backen": "gebacken", "lesen": "gelesen", "helfen": "geholfen",
    "sprechen": "gesprochen", "schneiden": "geschnitten", "waschen": "gewaschen",
    "tragen": "getragen", "werfen": "geworfen", "ziehen": "gezogen", "halten": "gehalten",
    "schlafen": "geschlafen", "heben": "gehoben", "leihen": "geliehen", "bitten": "gebeten",
    "bieten": "geboten", "gießen": "gegossen", "streicht": "gestrichen", "wäscht": "gewaschen",
    "trägt": "getragen", "wirft": "geworfen", "schneidet": "geschnitten",
    "backt": "gebacken", "bäckt": "gebacken", "habt": "gehabt",
}  # fmt: skip
_APART = ("ab", "an", "auf", "aus", "ein", "mit", "vor", "um", "weg", "zu", "nach")
_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "ge", "miss", "emp")
_STAYS = words("stehen liegen hängen sitzen stecken lachen reden warten leben kommen gehen sehen "
               "hören lassen machen spielen arbeiten feiern tanzen")  # fmt: skip


def participle_of(low: str) -> str:
    """The participle that a finite form or infinitive is taken for; empty where in doubt."""
    if low in _DONE:
        return _DONE[low]
    if low.startswith(_INSEPARABLE) and low.endswith("en") and is_infinitive(low):
        stem = low[:-2]
        said = f"{stem}{'et' if stem.endswith(('t', 'd', 'n')) else 't'}"
        return said if (said, "") in readings(said) else ""
    if low.startswith(_INSEPARABLE) or low.endswith(("iert", "ieren")) or low in _STAYS:
        return ""
    whole = low if low.endswith("n") else f"{low[:-1]}en"
    for part in _APART:
        if low.startswith(part) and is_infinitive(whole):
            inner = participle_of(low.removeprefix(part))
            if inner.startswith("ge"):
                return part + inner
    stem = low[:-2] if low.endswith("en") else low[:-1]
    if not (low.endswith("t") or (low.endswith("en") and is_infinitive(low))) or len(stem) < 3:
        return ""
    said = f"ge{stem}{'et' if stem.endswith(('t', 'd')) else 't'}"
    other = any(base == low and mark not in tuple("XIYZ") for base, mark in readings(low))
    known = is_infinitive(f"{stem}en") and readings(said)
    return said if known and not (other and low.endswith("t")) else ""


def finished(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir haben gestern viel lernt", "Ich habe mich entscheiden": these need a participle."""
    low, one = line[at].low, line[at]
    if not one.word.islower() or not line.ends(at) or one.before != " ":
        return
    if low in MODAL | BE_HAVE - {"habt"} or not is_finite(low) or not (said := participle_of(low)):
        return
    begin = at
    while begin > 0 and line[begin].before == " " and not line[begin].first:
        begin -= 1
    row = [each.low for each in line.tokens[begin:at]]
    seen = next((n for n, each in enumerate(row) if each in _HAVE | {"wurde", "wurden"}), -1)
    least = 2 if row[-1:] and row[-1] in words("mich uns euch sich dich") else 3
    if seen < 0 or len(row) - seen < least or row[0] in _SUBORDINATE - {"die", "der", "das"}:
        return
    if not line[begin].first and row[0] not in ("aber", "und", "doch", "dann"):
        return
    if set(row) & (MODAL | _JOINED) or any(each in row[seen + 1 :] for each in _SECOND):
        return
    rest = line.tokens[begin + seen + 1 : at]
    if any(is_infinitive(each.low) and each.word.islower() for each in rest):
        return
    if low == "habt" and "ihr" in row:
        return
    if row[seen].startswith("wurde") and low.startswith(_INSEPARABLE):
        return
    yield line.fault(at, at + 1, said, FORM)


_JOINED = words("zu oder wer was wie wo lassen und")
_SECOND = words("ist sind war hat haben wird werden")
_AS_HAVE = {"bin": "habe", "bist": "hast", "sind": "haben", "seid": "habt"}
_EATEN = words(
    "gegessen getrunken gebacken gekocht gekauft gelesen geschrieben gehört gelernt gearbeitet "
    "geschlafen getanzt gespielt gesungen gelacht gebastelt gewartet gefrühstückt gegrillt "
    "genossen bekommen gemalt genäht gesammelt gepflanzt gebaut gedacht gewusst gesagt gemacht"
)


def had(line: Line, at: int) -> Iterator[Correction]:
    """ "Gestern sind wir Pizza gegessen": this verb forms its past with “haben”."""
    if (
        line[at].low not in _EATEN
        or not (line.ends(at) or line.low(at + 1) == "und")
        or not line[at].word.islower()
    ):
        return
    for seen in range(at - 1, max(at - 14, -1), -1):
        if line[seen + 1].before != " " or line[seen + 1].first:
            return
        if line[seen].low in _AS_HAVE:
            break
    else:
        return
    person = {"bin": "ich", "bist": "du", "sind": "wir", "seid": "ihr"}[line[seen].low]
    if person not in (line.prev(seen), line.low(seen + 1)) or at - seen < 3:
        return
    row = [one.low for one in line.tokens[seen + 1 : at]]
    if set(row) & words("zu aus davon wie von dafür dazu gut nicht so für satt zum"):
        return
    if "und" in row and not set(row) & _EATEN:
        return
    yield line.fault(seen, seen + 1, _AS_HAVE[line[seen].low], FORM)


def without_zu(line: Line, at: int) -> Iterator[Correction]:
    """ "Ihr könnt die Karten online zu kaufen"."""
    low = line[at].low
    if low != "zu" or not line.ends(at + 1) or not is_infinitive(line.low(at + 1)):
        return
    begin = at
    while begin > 0 and line[begin].before == " " and not line[begin].first:
        begin -= 1
    row = line.tokens[begin:at]
    if not line[begin].first or len(row) < 3 or line[at + 1].word.istitle():
        return
    if any(one.low in ("um", "ohne", "statt", "anstatt") for one in row):
        return
    verb = next((n for n, one in enumerate(row) if one.low in _CAN), -1)
    if verb < 0 or not {row[verb - 1].low, row[min(verb + 1, len(row) - 1)].low} & _PERSONS:
        return
    if any(one.word.islower() and is_finite(one.low) for one in row[verb + 1 :]):
        return
    yield line.fault(at, at + 2, line[at + 1].word, SLIP)


_CAN = words("kann kannst können könnt muss müssen müsst soll sollen sollt dürfen dürft darf "
             "möchte möchten möchtet wollen wollt will")  # fmt: skip
_TIME_NOUNS = TIMES | words("vorstand vorsitz")


def when(line: Line, at: int) -> Iterator[Correction]:
    """ "Wen ihr Fragen habt", "Wenn dürfen wir begrüßen?", "Seid wir hier sind", "So bald"."""
    low, after = line[at].low, line.low(at + 1)
    opens = line[at].first or line[at].before == ", "
    if not opens:
        return
    stop = line.clause(at)
    end = line[stop - 1]
    closed = end.word.islower() and is_finite(end.low)
    if low == "wen" and after in _PERSONS and closed and stop - at > 3:
        things = [place for place in range(at + 2, stop - 1) if is_noun(line[place])]
        if things and end.low in _WANT:
            near = line.prev(things[0])
            bare = near in _PERSONS or near in ("keine", "eine", "einen", "ein", "noch", "lust")
            if bare and not any(line[place].low in _TIME_NOUNS for place in things):
                yield line.fault(at, at + 1, "wenn", OTHER)
    elif low == "wenn" and after in _ASKS and line[at].first:
        mark = line[line.stop(at)].before if line.stop(at) < len(line.tokens) else line.text
        row = [one.low for one in line.tokens[at + 2 : line.stop(at)]]
        if line.low(at + 2) in _PERSONS and "?" in mark and line.clause(at) == line.stop(at):
            whom = set(row[1:]) & words("euch dich sie uns mich den die das einen eine es")
            seen = row[-1] in words("begrüßen treffen sehen einladen fragen kennt wählen besuchen")
            yield line.fault(at, at + 1, "wen" if seen and not whom else "wann", OTHER)
    elif low == "seid" and closed and stop - at > 2 and after in _NOT_YOU:
        if line[stop].before == ", " or line[at].before == ", ":
            yield line.fault(at, at + 1, "seit", SEIT)
    elif low == "so" and after == "lange" and closed and line[at].first and stop - at > 3:
        if line.low(at + 2) in words("der die das unser unsere"):
            yield line.fault(at, at + 2, "solange", OTHER)
    elif low == "so" and after in ("bald", "fern") and closed and stop - at > 4 and (
        line.low(at + 2) in _PERSONS | words("der die das unser unsere alle")
    ):  # fmt: skip
        yield line.fault(at, at + 2, f"so{after}", OTHER)


_WANT = words("habt hast haben habe hat sucht suchst braucht brauchst wollt willst plant mögt")
_ASKS = words("dürfen können haben habt hast sollen wollen möchtet möchten müssen seht kommt")
_NOT_YOU = words("wir ich er es man unser unsere der die das mein meine")
_PLACE = words("in im am auf bei mit für zu von aus an")


def formal(line: Line, at: int) -> Iterator[Correction]:
    """ "Bitte reservieren Sie ihren Tisch", "Ihr Bad, während sie im Urlaub sind"."""
    low, one = line[at].low, line[at]
    if not one.word.islower() or one.before.strip() not in ("", ","):
        return
    if low in ("ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen"):
        near = [line[at - 1], line[at - 2]]
        place = next((n for n, each in enumerate(near) if each.word == "Sie"), -1)
        verb = line[at - place - 2]
        asks = verb.first or line.prev(at - place - 2) == "bitte"
        if place < 0 or not asks or not is_infinitive(verb.low):
            return
        if any(line[seen].before != " " for seen in range(at - place, at + 1)):
            return
        if place == 1 and near[0].low not in _SOFT:
            return
        row = line.tokens[line.begin(at) : at - place - 2]
        if (
            low == "ihnen"
            or (low == "ihr" and not is_noun(line[at + 1]))
            or any(each.low in ("die", "der", "frau") for each in row)
        ):
            return
        yield line.fault(at, at + 1, low.capitalize(), OTHER)
    elif low == "sie" and line[at - 1].first and line.low(at + 1) in _POLITE:
        mark = line[line.stop(at)].before if line.stop(at) < len(line.tokens) else line.text[-2:]
        if is_infinitive(line.prev(at)) and "?" not in mark and not _others(line, at):
            yield line.fault(at, at + 1, "Sie", OTHER)
    elif low == "sie" and any(
        each.word.startswith("Ihr") and each.before == " "
        for each in line.tokens[at + 1 : line.stop(at)]
    ) and line.prev(at) in _TO_YOU and not _others(line, at):  # fmt: skip
        yield line.fault(at, at + 1, "Sie", OTHER)
    elif low == "sie" and line.prev(at) in ("ob", "wann", "wenn", "falls"):
        row = line.tokens[line.begin(at) : at]
        last = line[line.clause(at) - 1].low
        plural = last in BE_HAVE | MODAL - {"ist", "hat"} or is_infinitive(last)
        polite = any(each.word == "Sie" and n for n, each in enumerate(row))
        if polite and plural and not _others(line, at) and not last.endswith("t"):
            yield line.fault(at, at + 1, "Sie", OTHER)
    elif low == "sie" and one.before == " " and line.prev(at) in _WHILE:
        row = line.tokens[line.begin(at) : at - 1]
        yours = [n for n, each in enumerate(row) if each.word.startswith("Ihr") and n]
        if not yours or line[at - 1].before != ", ":
            return
        rest = row[yours[0] + 1 :]
        if len(rest) == 1 and gender(rest[0].word) in ("m", "n") and not any(
            is_noun(each) for each in row[: yours[0]]
        ):  # fmt: skip
            end = line[line.clause(at) - 1].low
            if end in words("sind haben möchten wollen können waren") or is_infinitive(end):
                yield line.fault(at, at + 1, "Sie", OTHER)


_TO_YOU = words("beraten bitten informieren unterstützen begleiten erwarten begrüßen wir für laden")
_POLITE = words("uns sich bitte hier jetzt einfach mir gerne unsere unser unseren noch heute")


def _others(line: Line, at: int) -> bool:
    """Whether somebody else may be meant by “sie”."""
    return any(
        is_noun(one) and (one.word.endswith(("n", "s", "e", "er")) or gender(one.word) == "f")
        and one.low not in ("fragen", "damen", "herren", "sie", "ihre", "ihren")
        for one in line.tokens[:at]
    )  # fmt: skip


_SOFT = words("bitte uns gern gerne jetzt einfach noch heute rechtzeitig auch")
_WHILE = words("während wenn falls damit sobald bevor nachdem solange")
_WOULD = {"waren": "wären", "hatten": "hätten", "war": "wäre", "hatte": "hätte",
          "wurden": "würden", "wurde": "würde"}  # fmt: skip


def unreal(line: Line, at: int) -> Iterator[Correction]:
    """ "Ohne euch waren wir heute nicht da, wo wir sind", "Gibt Fragen dazu?"."""
    low = line[at].low
    if low == "gibt" and line[at].first:
        mark = line[line.stop(at)].before if line.stop(at) < len(line.tokens) else line.text
        told = is_noun(line[at + 1]) and (is_plural(line[at + 1].word) or line.low(at + 1) in (
            "fragen", "karten", "tickets", "interesse", "probleme", "wünsche", "ideen"
        ))  # fmt: skip
        told = told or line.low(at + 1) in ("noch", "hier", "bei")
        if told and "?" in mark[:3] and "es" not in line.sentence(at):
            yield line.fault(at, at + 1, f"{line[at].word} es", SLIP)
        return
    if low not in _WOULD or line[line.begin(at)].low != "ohne" or at - line.begin(at) > 4:
        return
    row = [one.low for one in line.tokens[at + 1 : line.stop(at)]]
    now = row[1:3] == ["heute", "nicht"] and row[0] in ("wir", "ich")
    never = row[:1] and row[0] in ("wir", "ich", "das", "es") and set(row) & words(
        "nie niemals undenkbar unmöglich"
    )  # fmt: skip
    if now or (never and row[-1] in words("möglich geschafft können gelungen gekommen da hier "
                                          "undenkbar unmöglich geworden entstanden")):  # fmt: skip
        yield line.fault(at, at + 1, _WOULD[low], FORM)


_THOUGHTS = words(
    "gefühl problem glück versprechen ziel risiko zeichen wissen vertrauen argument gerücht "
    "ergebnis wunder recht versehen signal verständnis ereignis erlebnis schicksal motto feedback "
    "geheimnis fazit angebot interesse"
)


def which(line: Line, at: int) -> Iterator[Correction]:
    """ "Das Rezept, dass ihr euch gewünscht habt, findet ihr hier"."""
    if line[at].word != "dass" or line[at].before != ", " or not is_noun(line[at - 1]):
        return
    begin = line.begin(at)
    place = noun_after(line, begin, known=True)
    if place != at - 1 or gender(line[place].word) != "n" or line[place].low in _THOUGHTS:
        return
    if line[begin].low not in words("das ein unser euer mein dieses jedes dein"):
        return
    stop = line.clause(at)
    last, verb = line[stop - 1], line[stop]
    if not last.word.islower() or not is_finite(last.low) or verb.before != ", ":
        return
    if verb.word.islower() and is_finite(verb.low):
        yield line.fault(at, at + 1, "das", OTHER)


RULES = (called, finished, had, without_zu, when, formal, unreal, which)
