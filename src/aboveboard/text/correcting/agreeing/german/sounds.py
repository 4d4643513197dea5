"""German words that sound like another one, told from the words around; pairs that go together."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.german.nouns import gender, is_noun, noun_after
from aboveboard.text.correcting.agreeing.german.reading import (
    BE_HAVE,
    MODAL,
    is_finite,
)
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import AGREE, DASS, FORM, OTHER, SEIT, SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_PREPOSITION = "German uses another preposition here."
_PERSONS = words("ich du er sie es wir ihr man")
_SUBJECTS = _PERSONS | words(
    "unser unsere euer eure mein meine dein deine jeder jede alle viele niemand so der die ein "
    "eine euch uns sich heute"
)
_NEUTERS = words("das etwas nichts alles eins eines dieses jenes vieles was manches es")
_COPULA = words("ist sind war waren wird bin seid wurde wurden")
_ARTICLES = words("die der das unsere unser eure euer alle viele")

# A pattern, what stands there instead, and why; all in small letters or as written.
PHRASES: tuple[tuple[str, str, str], ...] = (
    (r"(weder [^.!?,;:\n]{1,50}?) oder (?!(?:[^.!?\n]{0,80} )?noch\b)", r"\1 noch ", OTHER),
    (r"(nicht nur [^.!?,;:\n]{1,40}), aber auch (?!(?:das|die|der|wir|es|ihr)\b)",
     r"\1, sondern auch ", OTHER),
    (r"(stolz) (?:über|für) (?=(?:unser|euer|eure|mein|dein|den|die|das|diese|euch|dich|alle)\w*)",
     r"\1 auf ", _PREPOSITION),
    (r"(gespannt|neugierig) (?:über|für) (?=(?:unser|eure|euer|die|den|das|euch|dich)\w*)",
     r"\1 auf ", _PREPOSITION),
    (r"(interessiert|interessierst|interessieren|interessiere) (sich|euch|dich|uns|mich) "
     r"(?:an|in|über) ", r"\1 \2 für ", _PREPOSITION),
    (r"(zufrieden) (?:über|für) ", r"\1 mit ", _PREPOSITION),
    (r"(lust) für (?=(?:ein|unser|den|das|die|etwas|mehr)\w*)", r"\1 auf ", _PREPOSITION),
    (r"(angst) für ", r"\1 vor ", _PREPOSITION),
    (r"(warten|warte|wartet|gewartet) (?:für|zu) (?=(?:euch|dich|sie|uns|mich|den|die|das|eure|"
     r"deine|unsere)\b)", r"\1 auf ", _PREPOSITION),
    (r"(gratulieren|gratuliere) ((?:\p{L}+ ){1,4})für (?=(?:den|die|das|ihr\w*|eure\w*)\b)",
     r"\1 \2zu ", _PREPOSITION),
    (r"(?<!noch )(verzichten|verzichtet) von ", r"\1 auf ", _PREPOSITION),
    (r"(abhängig) auf ", r"\1 von ", _PREPOSITION),
    (r", den (?=es gibt (?:noch|viel|viele|ein|eine|einen|auch|wieder)\b)", ", denn ", OTHER),
    (r", den (?=dann (?:klappt|ist|gibt|kommt|wird|geht|haben|können|sind)\b)", ", denn ", OTHER),
    (r"(froh|stolz|glücklich|dankbar|schade|schön) das (?=(?:wir|ihr|du|ich)\b)", r"\1, dass ",
     DASS),
    (r"(freuen uns|freue mich) (?:für|zu) (?=(?:euren Besuch|euer Kommen|deinen Besuch|"
     r"eure (?:Anmeldung|Nachricht))\w*)", r"\1 auf ", _PREPOSITION),
    (r"(hilf|helft|helfe|helfen|gefällt|danken|schmeckt) mich", r"\1 mir", FORM),
    (r"(helfe|helfen|gefällt|danken|schmeckt) dich", r"\1 dir", FORM),
    (r"((?:könnt ihr|kannst du|wer kann)) mich helfen", r"\1 mir helfen", FORM),
    (r"(liebe|lieben|vermisse|vermissen) (?:dir|ihm)", r"\1 dich", FORM),
    (r"(alles|nichts|etwas|vieles|das Beste) was (?=(?:ihr|wir|du|man|ich|uns|euch|das|die)\b)",
     r"\1, was ", SLIP),
    (r"(Bescheid|wissen|wisst|weiß|fragt|gespannt|schaut) ob (?=(?:ihr|wir|du|er|ich|es|man)\b)",
     r"\1, ob ", SLIP),
    (r"(?<!\p{L} )(letzte|nächste)n Woche", r"\1 Woche", AGREE),
    (r"jeder sind(?= (?:herzlich )?(?:willkommen|eingeladen))", "jeder ist", FORM),
    (r"alle ist(?= (?:herzlich )?(?:willkommen|eingeladen|dabei))", "alle sind", FORM),
    (r"(verantwortlich) von ", r"\1 für ", _PREPOSITION),
    (r"(das|es|ich|gestern|samstag) wahr (?=(?:ein|eine|der|die|so|super|toll|schön|richtig|"
     r"wirklich|gestern|wieder|echt|unser|unsere|einfach)\b)", r"\1 war ", OTHER),
    (r"(wir|sie) wahren (?=(?:gestern|heute|alle|so|in|im|am|auf|beim|bei|zu|noch|schon|mit|da)\b)",
     r"\1 waren ", OTHER),
    (r"fiel (?=(?:spaß|erfolg|glück|freude|mehr|besser|zu (?:viel|früh|spät))\b)", "viel ", OTHER),
    (r"fielen dank", "vielen Dank", OTHER), (r"fiele grüße", "viele Grüße", OTHER),
    (r"(so|sehr|zu|ganz|wie) fiel(?= (?:\p{Ll}+e |\p{Lu})|[.!?])", r"\1 viel", OTHER),
    (r"ihm (?=(?:Sommer|Winter|Herbst|Frühling|Januar|Februar|März|April|Mai|Juni|Juli|August|"
     r"September|Oktober|November|Dezember|Rahmen|Anschluss|Angebot|Sortiment|Internet)\b)",
     "im ", OTHER),
    (r"(jeder) (von (?:euch|uns|ihnen)) können", r"\1 \2 kann", FORM),
    (r"(sowohl [^.!?,;:\n]{1,40}?) und auch ", r"\1 als auch ", OTHER),
    (r"(mehr|weniger) wie (?=(?:\d|zwei|drei|zehn|zwanzig|hundert|tausend|genug|nur)\w*)",
     r"\1 als ", "After a comparative German says “als”."),
    (r"(nicht so \p{Ll}+|gleich (?:gut|groß|alt|lang|schnell|teuer|hoch|schwer|viel|viele)) als "
     r"(?=(?:der|die|das|bei|im|in|letztes|gestern|wir|ihr|ich|früher|sonst|unser\w*)\b)",
     r"\1 wie ", OTHER),
    (r"(so (?:lecker|gut|schön|groß|voll|früh|spät|schnell|teuer|warm|kalt|viel|viele \p{L}+|"
     r"leicht|gemütlich|beliebt|stark|frisch|günstig)) als (?=(?:bei|beim|letztes|letzte|sonst|"
     r"gestern|im letzten|noch nie|früher|am ersten|in den letzten)\b)", r"\1 wie ", OTHER),
    (r"(?<![.!?] \p{L}{0,9})(die|alle|viele|unsere|eure|keine|mehr|zwei|drei|vier|fünf|beide) "
     r"((?-i:\p{Lu})\p{Ll}+[aeiouylnrt])['’]s(?= (?-i:\p{Ll})|[,.!?])", r"\1 \2s", SLIP),
    (r"wenn (gehört|gehören|gefällt|schmeckt) (?=(?:der|die|das|dieser|diese|dieses)\b[^,.!\n]*\?)",
     r"wem \1 ", FORM),
    (r"seit (gespannt|neugierig|vorsichtig|pünktlich|kreativ|mutig|willkommen|bitte|nett|so lieb|"
     r"so nett|live dabei|herzlich (?:willkommen|eingeladen|gegrüßt))", r"seid \1", SEIT),
    (r"seid wann", "seit wann", SEIT),
    (r"um so (mehr|besser|schöner|größer|leichter|schneller|wichtiger|lieber|weniger)", r"umso \1",
     SLIP),
    (r"(jemanden?), das (?=(?:gut|uns|mir|gerne?|sich|euch|mit|am|im|gerade)\b)", r"\1, der ",
     AGREE),
    (r"((?:bitten|bitte|danken|danke|dank|bedanken uns|freuen uns)[^.!?,\n]{0,20}?"
     r" (?:um|für|auf|über)) (?-i:ihr)(e|en)? (Verständnis|Vertrauen|Interesse|Geduld|Besuch|Anruf|"
     r"Nachricht|Treue|Anfrage|Rückmeldung|Bewerbung|Kommen|Unterstützung)", r"\1 Ihr\2 \3", OTHER),
    (r"(nicht|recht|link|stet|nirgend|aller?ding)['’]s(?= )", r"\1s", SLIP),
)  # fmt: skip
_APOSTROPHE = regex.compile(
    r"(?<![\p{L}\p{N}'’_-])(\p{L}*?(?:(?:mon|diens|donners|frei|sams|sonn|feier)tag|mittwoch|"
    r"(?:vor|nach)?mittag|abend|morgen|info|foto|auto|video|handy|ticket|snack|kid|shirt|cd|dvd|lp|pc|"
    r"party|partie|tattoo|pizza|burger|hobby|cocktail|kindergarten-kid|sofa|bike|tipp|gutschein|"
    r"kilo|news|flyer|shop|event|workshop|team|baby|drink|smoothie|song|hit|sticker|deko|limo|"
    r"café|kino|hotel|konto|logo|studio|büro|mail|link|chip|blog|club|job|talk|reel|kita|azubi|"
    r"profi|fan|star|laptop|tablet|muffin|cookie|donut|bagel|brownie|bowl|lkw|pkw|e-mail|story|"
    r"storie|trainer-?kid|souvenir|gadget|sample|sneaker|top|trend|highlight|special|kurs-?news))"
    r"['’]s(?![\p{L}\p{N}])",
    regex.I,
)


def apostrophes(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """ "Montag's", "Info's": where these stand, and the word without the apostrophe."""
    for match in _APOSTROPHE.finditer(text):
        yield match.span(), f"{match[1]}s"


def that(line: Line, at: int) -> Iterator[Correction]:
    """ "Wusstet ihr, das eine Biene so wenig sammelt?": before it is nothing that “das” tells of.

    A noun before, or a pronoun in the neuter, could be what it tells of.
    """
    if line[at].low != "das" or line[at].before != ", " or line[at].word != "das":
        return
    after = line.low(at + 1)
    stop = line.clause(at)
    last = line[stop - 1]
    if after not in _SUBJECTS or stop - at < 4 or not last.word.islower():
        return
    if not is_finite(last.low) or (line[stop - 2].low == "zu" and last.low.endswith("n")):
        return
    if after in ("ein", "eine", "der") and gender(_noun(line, at + 1)) not in ("f", "m"):
        return
    begin = line.begin(at)
    before = line.tokens[begin:at]
    if any(one.word[:1].isupper() for one in before[1:]) or before[0].word == "":
        return
    if len(before) < 2 and before[0].low not in _ALONE:
        return
    if any(one.low in _NEUTERS for one in before) or before[0].low in ("alles", "das"):
        return
    yield line.fault(at, at + 1, "dass", DASS)


_ALONE = words("schön toll schade super klar klasse gut danke wahnsinn")


def _noun(line: Line, at: int) -> str:
    place = noun_after(line, at, known=False)
    return line[place].word if place >= 0 else ""


def because(line: Line, at: int) -> Iterator[Correction]:
    """ "Kommt früh, den die Schnecken sind bald weg"."""
    if line[at].word != "den" or line[at].before != ", ":
        return
    after = line.low(at + 1)
    if after in _PERSONS:
        place = at + 1
    elif after in _ARTICLES:
        place = noun_after(line, at + 1, known=False)
    else:
        place = at + 1 if is_noun(line[at + 1]) else -1
    if place < 0:
        return
    verb = line.low(place + 1)
    if verb in _COPULA and not line.ends(place + 1) and after not in ("es", "er", "man"):
        yield line.fault(at, at + 1, "denn", OTHER)


def fell(line: Line, at: int) -> Iterator[Correction]:
    """ "In der letzten Minute viel das Tor": a sentence has a verb."""
    if line[at].word != "viel":
        return
    told = line[at - 1].word.istitle() and line.begin(at) == at - 2
    if line.low(at + 1) not in ("das", "der", "die", "uns", "mir") and not (
        told and line[at - 2].low in ("das", "der", "die") and line.low(at + 1) in _FELL
    ):  # fmt: skip
        return
    if line.prev(at) in _SO or line[at].first:
        return
    begin, stop = line.begin(at), line.stop(at)
    row = line.tokens[begin:stop]
    if any(one.before.strip() for one in row[1:]) or row[0].low in ("so", "wie", "wer", "was"):
        return
    if not told and not is_noun(line[at + 2]) and not is_noun(line[at + 3]):
        return
    if not any(one.word.islower() and is_finite(one.low) for one in row if one is not line[at]):
        yield line.fault(at, at + 1, "fiel", OTHER)


_FELL = words("in um leider erst heute gestern am aus kurz auf")
_SO = words("so wie zu sehr recht ziemlich nicht ebenso genauso gleich viel ganz doch")


def since(line: Line, at: int) -> Iterator[Correction]:
    """ "Schön, dass ihr dabei seit.", "seid der Eröffnung", "dass ihr da ward"."""
    one = line[at]
    near = [each.low for each in line.tokens[max(line.begin(at), at - 10) : at]]
    after = line.text[one.end : one.end + 1]
    if one.word == "seit" and after in tuple(".!?,") and "ihr" in near:
        yield line.fault(at, at + 1, "seid", SEIT)
    elif one.word == "ward" and "ihr" in near:
        yield line.fault(at, at + 1, "wart", FORM)
    elif one.word == "seid" and "ihr" not in line.sentence(at) and not one.first:
        told = line.low(at + 1)
        if one.before == " " and (told in _SINCE or told.isdigit()):
            yield line.fault(at, at + 1, "seit", SEIT)


_SINCE = words(
    "der dem dieser diesem einer einem unserer unserem meiner meinem drei vier zwei fünf zehn "
    "zwanzig jahren wochen monaten tagen stunden mehreren einigen vielen anfang ende mitte"
)


def takes_place(line: Line, at: int) -> Iterator[Correction]:
    """ "Das Fest findet am Samstag Stadt"."""
    if line[at].word != "Stadt" or not line.ends(at) or at == 0:
        return
    row = [one.low for one in line.tokens[line.begin(at) : at]]
    if not {"findet", "finden", "fand", "fanden"} & set(row):
        return
    if not line[at - 1].word.islower() or line[at - 1].low in ("wieder", "heute", "hier"):
        yield line.fault(at, at + 1, "statt", OTHER)


def later_verb(line: Line, at: int) -> Iterator[Correction]:
    """ "weil unser Lehrling hat seine Prüfung bestanden": the verb stands at the end there."""
    if line[at].low not in ("weil", "obwohl", "dass") or line[at].first:
        return
    after = line.low(at + 1)
    if after in ("ich", "wir", "du", "ihr", "er", "man"):
        place = at + 1
    elif after in words("der die das unser unsere ein eine mein meine euer eure"):
        place = noun_after(line, at + 1, known=False)
        named = line[place + 1]
        place += place >= 0 and is_noun(named)
    else:
        return
    verb = line.low(place + 1) if place >= 0 else ""
    stop = line.clause(at)
    if verb not in _SECOND or stop - place < 4 or "wie" in line.sentence(at):
        return
    last = line[stop - 1]
    if last.low in BE_HAVE | MODAL or (last.low.endswith(("en", "ern", "eln")) and (
        last.word.islower() and verb in ("haben", "hat", "habe", "hast", "habt", "werden", "wird")
        and not last.low.startswith(("ge", "ver", "be", "er"))
    )):  # fmt: skip
        return
    if last.word.islower() and is_finite(last.low) and not last.low.startswith("ge"):
        return
    row = [one.low for one in line.tokens[place + 2 : stop]]
    if any(one in BE_HAVE | MODAL for one in row):
        return
    moved = line.text[line[place + 2].start : last.end]
    yield line.fault(place + 1, stop, f"{moved} {line[place + 1].word}", SLIP)


_SECOND = words(
    "hat ist habe bin haben sind hast bist habt seid war waren hatte hatten kann können will "
    "wollen muss müssen darf dürfen"
)
