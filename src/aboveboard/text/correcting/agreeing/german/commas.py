"""German commas that every grammar asks for: before and after clauses, and before “um zu”."""

from collections.abc import Iterator

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

_PERSONS = words("ich du er sie es wir ihr man")
_ARTICLES = words(
    "der die das den dem ein eine einen einem unser unsere unseren euer eure euren mein meine "
    "dein deine sein seine jeder jede jedes alle viele niemand jemand"
)
_AFTER = {
    "weil": _PERSONS | _ARTICLES,
    "dass": _PERSONS | _ARTICLES,
    "wenn": _PERSONS | _ARTICLES,
    "obwohl": _PERSONS | _ARTICLES,
    "sobald": _PERSONS | _ARTICLES,
    "nachdem": _PERSONS | _ARTICLES,
    "bevor": _PERSONS | _ARTICLES,
    "falls": _PERSONS | _ARTICLES,
    "sodass": _PERSONS | _ARTICLES,
    "solange": _PERSONS | _ARTICLES,
    "seitdem": _PERSONS | _ARTICLES,
    "ob": _PERSONS | _ARTICLES,
    "damit": words("wir ihr du man ich"),
    "während": words("wir ihr du man ich"),
    "bis": _PERSONS | _ARTICLES - words("einen einem dem den"),
}
# After these a clause may begin without a comma: "nur weil", "auch wenn", "kurz bevor".
_LEADS = words(
    "mal male fall fälle umso desto tage tagen wochen minuten jahre monate stunden sekunden stunde "
    "jahr tag woche monat abend sondern"
)
_PARTICLES = words(
    "vorbei dabei mit ab an ein zurück bescheid gern gerne froh schade schön toll super klar "
    "vor glücklich stolz dankbar traurig wichtig euch uns mir mich dich geschlossen geöffnet zu "
    "offen"
)
_BEFORE_DASS = words(
    "sehr riesig total darauf darüber daran davon dafür dazu wirklich unbedingt natürlich heute "
    "gestern daraus dagegen gesagt gehört gedacht gewusst überzeugt versprochen begeistert"
)
_NO_DASS = words("ohne außer statt anstatt auf so als zu an mit ein ab")
_STARTS = words("wenn falls sobald weil obwohl bevor nachdem solange")
_CALLS = words(
    "kommt komm schreibt schreib meldet melde ruft ruf schaut schau sagt sag bringt bring fragt "
    "frag klickt klick holt hol nutzt nutze bestellt bestell besucht besuch"
)
_ENDS_CLAUSE = words(
    "habt seid wollt könnt möchtet mögt braucht hast bist willst kannst möchtest brauchst magst "
    "sucht suchst"
)
_RELATIVES = words("das die den dem der")
_DATIVES = words("uns euch sich mir dir mich dich")
_SUBORDINATE = words(
    "weil dass wenn ob als da damit bevor nachdem wie was wer wo obwohl falls sobald während bis "
    "warum wann welche welcher welches wen wem"
)
_PREPOSED = words(
    "am im in mit auf bei zum zur beim für nach an von vom gegen über ab vor dem einem gemeinsam "
    "zusammen so besser schnell noch auch hier dort heute morgen dabei sich nicht wieder endlich "
    "möglichst einfach alles mehr mehrere neue ihnen ihm mir dir"
)
_AROUND = words("kümmern bemühen bewerben sorgen streiten bitten beneiden drehen handeln gehen")
_BEFORE_UM = words("rund herum wieder links rechts es geht")


def conjunctions(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir schließen früher weil wir feiern", "Kommt vorbei wenn ihr Zeit habt"."""
    low = line[at].low
    if low not in _AFTER or not line[at].word.islower() or not (before := line.prev(at)):
        return
    if line[at].first or line.low(at + 1) not in _AFTER[low] or before in _LEADS:
        return
    noun = line[at - 1].word.istitle() and not line[at - 1].first and len(before) > 2
    if low == "dass" and before in _BEFORE_DASS:
        pass
    elif before in _PARTICLES:
        if low == "dass" and before in _NO_DASS:
            return
    elif not noun and not (is_finite(before) and line[at - 1].word.islower()):
        return
    if low in ("damit", "während", "bis") and not noun and before not in _PARTICLES:
        return
    stop = line.clause(at)
    if low == "bis" and not any(
        is_finite(one.low) for one in line.tokens[line.begin(at) : at] if one.word == one.low
    ) and not is_finite(line[line.begin(at)].low):  # fmt: skip
        return
    if stop - at >= 3 and _ends_with_verb(line, stop):
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)


def _ends_with_verb(line: Line, stop: int) -> bool:
    last = line[stop - 1]
    return last.word.islower() and is_finite(last.low)


def relatives(line: Line, at: int) -> Iterator[Correction]:
    """ "das Rezept das ihr euch gewünscht habt", "an alle die dabei waren"."""
    low, before = line[at].low, line.prev(at)
    if low not in _RELATIVES or not before or not line[at].word.islower():
        return
    stop = line.clause(at)
    if stop - at < 3 or not _ends_with_verb(line, stop):
        return
    after = line.low(at + 1)
    if before in ("alle", "allen", "jeden", "jedem", "diejenigen", "alles"):
        told = line[at + 1].word.islower() and not is_adjective(after)
        if low not in ("die", "der", "das") or not told or line.prev(at - 1) not in (
            "an", "für", "von", "bei", "mit", "und"
        ):  # fmt: skip
            return
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)
        return
    if not line[at - 1].word.istitle() or line[at - 1].first:
        return
    article = line.prev(at - 1)
    if article not in _ARTICLES | _DEFINITE and not is_adjective(article):
        return
    begin = at
    while begin > max(at - 40, 0) and line[begin].before == " " and not line[begin].first:
        begin -= 1
    if any(one.low in _SUBORDINATE for one in line.tokens[begin:at]):
        return
    last = line[stop - 1].low
    if after == "ihr" and not fits(last, "ihr"):
        return
    if after in _DATIVES and (is_adjective(line.low(at + 2)) or stop - at < 4):
        return
    if after in ("ich", "wir", "du", "man", "ihr") or after in _DATIVES:
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)


_DEFINITE = words(
    "im am zum zur vom beim des diesem diesen dieser dieses diese eurem eurer unserem unserer "
    "einer eines allen jedem jeden"
)


def purposes(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir brauchen zehn Freiwillige um am Samstag den Platz zu streichen"."""
    if line[at].low not in ("um", "statt", "anstatt") or not line[at].word.islower():
        return
    before = line.prev(at)
    if not before or line[at].first or before in _BEFORE_UM:
        return
    stop = line.clause(at)
    after = line.low(at + 1)
    plain = line[stop - 1].low in _TRANSITIVE and after in _ARTICLES
    named = after in _NAMED and line.low(at + 2) in _PREPOSED | _ARTICLES
    if after not in _PREPOSED and not plain and not named:
        return
    row = [one.low for one in line.tokens[at + 1 : stop]]
    last = row[-1] if row else ""
    if len(row) < 3 or last in _AROUND or not line[stop - 1].word.islower():
        return
    if row[-2] == "zu" and is_infinitive(last):
        yield line.fault(at - 1, at, f"{line[at - 1].word},", SLIP)


_TRANSITIVE = words(
    "testen bauen feiern sehen unterstützen kaufen holen probieren genießen erleben entdecken "
    "retten schützen füttern finanzieren renovieren verschönern verbessern streichen pflanzen "
    "besuchen treffen finden machen lernen backen öffnen planen besprechen verabschieden begrüßen "
    "eröffnen bekommen erreichen schaffen gewinnen zeigen vorbereiten reparieren sichern"
)
_NAMED = words("euch uns dich es sie ihn das die den eure unsere unseren deine")


def fronted(line: Line, at: int) -> Iterator[Correction]:
    """ "Wenn ihr uns besucht bekommt ihr Kuchen", "Wenn ihr Fragen habt schreibt uns"."""
    if not line[at].first or line[at].low not in _STARTS or not line.low(at + 1):
        return
    stop = line.clause(at)
    for seen in range(at + 4, stop):
        verb, last = line[seen], line[seen - 1]
        if not verb.word.islower() or not last.word.islower() or not is_finite(last.low):
            continue
        person = line.low(seen + 1)
        asked = person in _PERSONS - {"sie"} and fits(verb.low, person)
        called = last.low in _ENDS_CLAUSE and verb.low in _CALLS and seen + 1 < stop
        if (asked and _is_last(last.low)) or called:
            yield line.fault(seen - 1, seen, f"{last.word},", SLIP)
            return


def two_verbs(line: Line, at: int) -> Iterator[Correction]:
    """ "Wer Lust hat kommt vorbei", "Die Frau die den Kuchen gebacken hat heißt Eva"."""
    one, verb = line[at], line.low(at + 1)
    if one.low not in _CLOSES or verb not in _OPENS_NEXT or not one.word.islower():
        return
    if one.low == verb or line.begin(at) > at - 2 or line[at + 1].word != verb:
        return
    begin = at
    while begin > max(at - 40, 0) and line[begin].before == " " and not line[begin].first:
        begin -= 1
    row = {token.low for token in line.tokens[begin:at]}
    if row & (_RELATIVES | _SUBORDINATE) and not line.ends(at + 1):
        yield line.fault(at, at + 1, f"{one.word},", SLIP)


_CLOSES = words(
    "hat ist war waren sind habt seid will kann muss möchte hast bist wollt hatte hatten möchtet "
    "habe bin haben wollen können müssen möchten mag mögt könnt müsst darf wurde wurden wird"
)
_OPENS_NEXT = words(
    "ist sind war waren hat heißt kommt gibt geht findet steht wird kann darf muss soll kostet "
    "zahlt bringt meldet freut macht liegt sollte bleibt darf schaut schreibt "
    "passt hängt schmeckt erscheint gewinnt bekommt erhält läuft startet öffnet"
)


def _is_last(low: str) -> bool:
    """Whether a clause may end with it: a verb, and none of the words that look like one."""
    return low in BE_HAVE | MODAL or (is_finite(low) and not is_adjective(low))
