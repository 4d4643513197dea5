"""German words that do not agree: das and dass, cases and genders, words that sound alike."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.german import articles, forms, governed, infinitives, marks
from aboveboard.text.correcting.agreeing.german import persons as people
from aboveboard.text.correcting.agreeing.german import second as places
from aboveboard.text.correcting.agreeing.german.cases import bought, endings, thanks, whom
from aboveboard.text.correcting.agreeing.german.commas import (
    conjunctions,
    fronted,
    purposes,
    relatives,
    two_verbs,
)
from aboveboard.text.correcting.agreeing.german.nouns import (
    cases,
    gender,
    genders,
    is_noun,
    plural_datives,
)
from aboveboard.text.correcting.agreeing.german.order import distant, past, went
from aboveboard.text.correcting.agreeing.german.plurals import objects, plurals, weak
from aboveboard.text.correcting.agreeing.german.sounds import (
    PHRASES,
    apostrophes,
    because,
    fell,
    later_verb,
    since,
    takes_place,
    that,
)
from aboveboard.text.correcting.agreeing.german.words import ADJECTIVES, MASS, NUMBERS, PLURAL
from aboveboard.text.correcting.agreeing.row import Line, fault
from aboveboard.text.correcting.agreeing.why import (
    AGREE,
    DASS,
    FORM,
    OTHER,
    SEIT,
    SLIP,
    TWICE,
    WITH_SEIN,
)
from aboveboard.text.correcting.correction import Correction, cased
from aboveboard.text.tables import words

_CAPITAL = "As a noun this word takes a capital."
_WHO = "ich|du|er|sie|es|wir|ihr|man"
_BEFORE_DASS = (
    "weiß|weißt|wissen|wisst|wusstet|glaube|glauben|glaubt|denke|denken|denkt|hoffe|hoffen|hofft|"
    "finde|finden|findet|meine|meinen|schade|toll|schön|super|klar|froh|sicher|wichtig|stolz|"
    "glücklich|dankbar|gut|sage|sagen|sagt|sagte|so|darauf|darüber|daran|dafür|davon|dazu|bedeutet|"
    "heißt|zeigt|merkt|merken|gemerkt|Bescheid|versprochen|gehört|erfahren|gedacht|gesagt|gewusst|"
    "sehr|spüren|hören|verraten|versprechen|überzeugt|Danke|Dank|danke|"
    "Hauptsache|kein Wunder|Zeit|Hoffnung|vorausgesetzt|angenommen|"
    "begeistert|traurig|Glück|Wahnsinn|großartig"
)
_COMPARED = (
    "heller dunkler breiter schmaler wärmer kälter stärker schwächer leichter schwerer lauter "
    "ruhiger bunter gemütlicher frischer knuspriger saftiger cremiger süßer spannender lustiger "
    "netter weiter näher tiefer voller leerer dicker dünner gesünder einfacher schlimmer toller "
    "feiner weicher härter fröhlicher beliebter wichtiger schöner größer kleiner besser neuer "
    "jünger reifer"
).replace(" ", "|")
_SHOWN = "ist|war|wird|sind|waren|kann|geht|macht|klingt|passt|gibt|hat|heißt|schmeckt|freut"
_CLOSE = r"(?=[ ,.!?]|$)"

_PHRASES: tuple[tuple[str, str, str], ...] = (
    (rf"({_BEFORE_DASS}), das ({_WHO}|unser|unsere|euer|eure|jeder|alle|niemand|viele)",
     r"\1, dass \2", DASS),
    (rf"(freu\w* (?:uns|mich|euch|sich)(?: so| sehr| riesig| total| schon)?), das ({_WHO}|so|alle)",
     r"\1, dass \2", DASS),
    (r"(hoffe|hoffen|glaube|glauben|denke|denken|weiß|wissen|beschlossen|wünschen uns) das "
     r"(ich|du|er|wir|ihr|man)", r"\1, dass \2", DASS),
    (rf"({_COMPARED}) als wie", r"\1 als", "This says the same twice."),
    (r"schönen wochenende", "schönes Wochenende", AGREE),
    (r"optimalste(n|r|s|m)?", r"optimale\1", OTHER),
    (r"in keinster weise", "in keiner Weise", OTHER),
    (r", den (?=es (?:kommt|geht|regnet|schneit|wird) \p{L})", ", denn ", OTHER),
    (rf"ohne das (?=(?:{_WHO})\b)", "ohne dass ", DASS),
    (r"((?:ist|war|wird) (?:das|ein|dieses|unser|mein|kein|euer) (?:\p{Ll}+es? )?"
     r"(?:Buch|Haus|Fest|Kleid|Hemd|Rad|Fahrrad|"
     r"Auto|Brot|Rezept|Café|Restaurant|Museum|Dorf|Boot|Lied|Spiel|Gericht|Regal|Sofa|Geschäft)), "
     rf"dass (?=(?:{_WHO})\b)", r"\1, das ", OTHER),
    (r"(mit|von|bei|an|für|zu|unserem|unseren|den|dem) Herr (?=\p{Lu}\p{Ll})",
     r"\1 Herrn ", AGREE),
    (r"((?:genauso|ebenso|doppelt so|halb so|dreimal so) \p{Ll}+) als", r"\1 wie", OTHER),
    (r"((?:mehr|weniger|bessere|größere) \p{L}+) wie(?= (?:letztes|letzten|im|am|sonst|je|gestern|"
     r"vorher|gedacht|beim|früher)\b)", r"\1 als", "After a comparative German says “als”."),
    (r"man (?:haben|habt)", "man hat", FORM), (r"man können", "man kann", FORM),
    (r"man müssen", "man muss", FORM), (r"man sollen", "man soll", FORM),
    (r"man sind", "man ist", FORM), (r"man werden", "man wird", FORM),
    (rf"dass (?={_SHOWN}\b)", "das ", OTHER),
    (r"ihr seit (?=(?:die|das|so|herzlich|alle|toll|super|klasse|großartig|spitze|mega|einfach|"
     r"wirklich|eingeladen|willkommen|dabei|unsere|auch|immer|nicht|der Hammer|ein tolles|eine)\b)",
     "ihr seid ", SEIT),
    (r"(wo|wann|wie|warum|was) seit ihr", r"\1 seid ihr", SEIT),
    (r"seit ihr (bereit|dabei|auch dabei|schon dabei|schon gespannt|neugierig)(?=\?)",
     r"seid ihr \1", SEIT),
    (r"(?<!ihr )(?<!wir )seid (?=(?:einem|einer|dem|letzter|letztem|letzten|vielen|wenigen|"
     r"mehreren|über|Anfang|Ende|Mitte|Ostern|Weihnachten|Januar|Februar|März|April|Mai|Juni|Juli|August|"
     r"September|Oktober|November|Dezember|Dienstag|Mittwoch|Donnerstag|Freitag|dieser Woche)\b)",
     "seit ", SEIT),
    (r"(für|mit|in|durch|gegen) denn(?= \p{Lu}\p{Ll}| \p{Ll}+en \p{Lu})", r"\1 den", OTHER),
    (r"(zu|vorbei|mit|ein|an|dabei|euch|schnell|früh|rein|her), den "
     r"(?=(?:von|für|bei|mit|in|im|am|ab|zum|heute|morgen|jetzt|hier|da|dann|so|nur)\b[^,.!?]{0,40}?"
     r" (?:haben|gibt|sind|ist|kann|könnt|wird|werden|warten|hat) (?:wir|es|ihr|man|sie|er|nur)\b)",
     r"\1, denn ", OTHER),
    (r", den (?=(?:wir sind|ich bin|ihr seid|es ist|er ist|es wird|es war|das ist|das wird) \p{L})",
     ", denn ", OTHER),
    (rf"(?<!egal )wen (?=(?:{_WHO})\b[^,.!?\n]{{0,50}} (?:kommt|kommen|komme|kommst|seid|sind|ist|"
     r"bin|bist|regnet|klappt|schneit|scheint|passt|"
     r"(?:Fragen|Lust|Zeit|Hunger) (?:habt|hast)|dabei seid)"
     r"[,.!?])", "wenn ", OTHER),
    (r"wen (?=(?:es|die Sonne|das Wetter) (?:regnet|schneit|scheint|passt|klappt)\b)", "wenn ",
     OTHER),
    (r"(dass|kann|sollte|muss|darf) Mann (?=(?!und|oder|mit|für|gegen)\p{Ll})", r"\1 man ", OTHER),
    (r"(mein|dein) man(?= \p{Ll})", r"\1 Mann", OTHER),
    (r"(immer|schon|endlich|bald|heute|hin und|nie|sind|bin|gerne) wider", r"\1 wieder", OTHER),
    (r"nicht war(?=\?)", "nicht wahr", OTHER),
    (r"ihr ward", "ihr wart", FORM),
    (r"(vielen|herzlichen|lieben|besten) dank", r"\1 Dank", _CAPITAL),
    (r"(herzlichen) glückwunsch", r"\1 Glückwunsch", _CAPITAL),
    (r"(liebe|viele|herzliche|schöne) grüße", r"\1 Grüße", _CAPITAL),
    (r"(viel) (spaß|erfolg|glück|freude)" + _CLOSE, r"\1 ^\2", _CAPITAL),
    (r"(schönes|schönen) (wochenende|abend|sonntag|samstag|feierabend)", r"\1 ^\2", _CAPITAL),
    (r"(alles) (gute|liebe)(?= (?:zum|für|euch|dir)\b|[.!])", r"\1 ^\2", _CAPITAL),
    (r"(morgen) (abend|mittag|nachmittag|vormittag|nacht)", r"\1 ^\2", _CAPITAL),
    (r"(im|am|zum|vom|beim) (sommer|winter|herbst|frühling|laden|markt|haus|garten|team|verein|"
     r"kuchen|wetter|konzert|festival|eingang|bahnhof|museum|theater)" + _CLOSE,
     r"\1 ^\2", _CAPITAL),
    (r"(auf|in|an|Auf|In|An) den (\p{Lu}\p{Ll}+[a-mo-rt-z]) "
     r"(?=gibt es|findet ihr|wartet|warten (?:die|auf|viele|unsere)|steht|stehen)",
     r"\1 dem \2 ", "This preposition asks for another case."),
    (rf"((?:viel|noch|etwas|deutlich|ist|war|sind|schmeckt|schmecken|wird|werden)"
     rf"(?: es| heute| das| jetzt)? (?:{_COMPARED})) "
     r"wie(?= (?:der|die|das|den|im|am|in|bei|vor|ein|eine|unser|letztes|gestern|sonst|je|früher|"
     r"du|ich|er|wir|ihr|gedacht|erwartet)\b)", r"\1 als",
     "After a comparative German says “als”."),
    (r"(um|auf|mit|von|für|bei|nach|wir|ich|und) \1(?= (?!sich))", r"\1", TWICE),
    (r"(ich) (?:kommt|kommst)", r"\1 komme", FORM),
    (r"(ich) (?:geht|gehst)", r"\1 gehe", FORM),
    (r"(ich) (?:freut|freust)", r"\1 freue", FORM),
    (r"(ich) (?:macht|machst)", r"\1 mache", FORM),
    (r"(?<!bei )(?<!mit )(wir) freut", r"\1 freuen", FORM),
    (r"(?<!bei )(?<!mit )(wir) kommt", r"\1 kommen", FORM),
    (r"(?<!bei )(?<!mit )(wir) macht", r"\1 machen", FORM),
    (r"(?<!bei )(?<!mit )(wir) geht", r"\1 gehen", FORM),
    (r"(wir) (?:sucht|suche)", r"\1 suchen", FORM),
    (r"geschreibt", "geschrieben", FORM), (r"gesingt", "gesungen", FORM),
    (r"getrinkt", "getrunken", FORM), (r"gelest", "gelesen", FORM),
    (r"gebringt", "gebracht", FORM), (r"geschwimmt", "geschwommen", FORM),
    (r"gegesst|geesst", "gegessen", FORM), (r"genehmt", "genommen", FORM),
    (r"gefindet", "gefunden", FORM), (r"gehelft", "geholfen", FORM),
    (r"gewinnt gehabt", "gewonnen", FORM), (r"gewaschen geworden", "gewaschen worden", FORM),
    (r"gegebt", "gegeben", FORM), (r"geseht", "gesehen", FORM),
)  # fmt: skip
_RISES = regex.compile(r"\^(\p{L})")
_CASED = ("Mann", "man(", "-mo-", "Herr", "(um|auf", r"\p{Lu}")
_PATTERNS = tuple(
    (
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}'’_-])(?:{one})(?:(?<=\s)|(?![\p{{L}}\p{{N}}_]))",
            0 if "(?-i:" not in one and any(mark in one for mark in _CASED) else regex.I,
        ),
        put,
        why,
    )
    for one, put, why in (*_PHRASES, *PHRASES, *governed.GOVERNED)
)
_IMPERATIVES = {"les": "lies", "nehm": "nimm", "geb": "gib", "ess": "iss", "sprech": "sprich",
                "helf": "hilf", "werf": "wirf", "vergess": "vergiss", "tret": "tritt",
                "seh": "sieh", "versprech": "versprich", "empfehl": "empfiehl"}  # fmt: skip
_AFTER_IMPERATIVE = words(
    "mal dir uns doch nicht bitte dein deine die das den ein eine einen jetzt hier auch ihn es "
    "sie mir mit dich einfach deinen deinem deiner heute selbst weiter alle schnell gleich vor"
)
_HAVE = {"habe": "bin", "hast": "bist", "hat": "ist", "haben": "sind", "habt": "seid"}
_GONE = words(
    "gegangen gekommen geblieben geworden angekommen gewachsen gereist gewandert gewesen "
    "verreist aufgewacht eingeschlafen passiert erschienen entstanden aufgestanden heimgekommen "
    "zurückgekommen mitgekommen vorbeigekommen ausgegangen mitgegangen losgegangen "
    "aufgetreten abgereist verschwunden eingetroffen gelungen zurückgekehrt hingefallen umgefallen "
    "ausgefallen gescheitert abgefahren losgefahren abgeflogen gestorben aufgewachsen gestiegen "
    "geschehen gelandet gesunken aufgetaucht geplatzt verwelkt losgelaufen weggelaufen zugelaufen "
    "entlaufen untergegangen zurückgegangen hergekommen reingekommen hereingekommen"
)
_PERSONS = words("ich du er wir ihr sie es")
_WHERE = words("nach an in ans ins zu zum zur auf")


def agreement_de(text: str) -> Iterator[Correction]:
    """What surely does not agree; some may touch each other."""
    for pattern, put, why in _PATTERNS:
        for match in pattern.finditer(text):
            said = _RISES.sub(lambda rise: rise[1].upper(), match.expand(put))
            if cased(said, match[0]) != match[0]:
                yield fault(text, match.span(), said, why)
    for span, said in apostrophes(text):
        yield fault(text, span, said, SLIP)
    line = Line(text)
    for at, one in enumerate(line.tokens):
        if not one.hangs:
            for rule in _RULES:
                yield from rule(line, at)


def _that(line: Line, at: int) -> Iterator[Correction]:
    """ "Dass neue Buch ist da": after "dass" a noun with "das" would have another ending."""
    if line[at].low != "dass" or not line.low(at + 1):
        return
    word = line.low(at + 1)
    if word.endswith("e") and word[:-1] in ADJECTIVES and is_noun(line[at + 2]):
        noun = line[at + 2].word
        if gender(noun) == "n" and not noun.endswith(("er", "en", "el")):
            yield line.fault(at, at + 1, "das", OTHER)
    elif is_noun(line[at + 1]) and line[at].first and gender(word) == "n" and word not in MASS:
        follows = line.low(at + 2)
        if follows in ("ist", "war", "hat", "wird", "beginnt", "kommt", "findet", "steht"):
            yield line.fault(at, at + 1, "das", OTHER)


def _imperatives(line: Line, at: int) -> Iterator[Correction]:
    low = line[at].low
    if low in _IMPERATIVES and line[at].first and line.low(at + 1) in _AFTER_IMPERATIVE:
        yield line.fault(at, at + 1, _IMPERATIVES[low], FORM)


def _gone(line: Line, at: int) -> Iterator[Correction]:
    """ "haben wir an die Ostsee gefahren"."""
    low = line[at].low
    if (low not in _GONE and low != "gefahren") or not line.ends(at):
        return
    for seen in range(at - 1, max(at - 12, -1), -1):
        if line[seen + 1].before != " " or line[seen + 1].first:
            return
        have = line[seen].low
        if have in _HAVE:
            persons = (line.prev(seen), line.low(seen + 1))
            if not any(one in _PERSONS for one in persons) and low == "gefahren":
                return
            between = [one.low for one in line.tokens[seen + 1 : at]]
            if low == "gefahren" and not _goes_somewhere(between):
                return
            if "sich" in between or "uns" in between:
                return
            yield line.fault(seen, seen + 1, _HAVE[have], WITH_SEIN)
            return


def _goes_somewhere(between: list[str]) -> bool:
    """Whether a place is told, and nobody and nothing is taken there."""
    if not any(one in _WHERE for one in between):
        return False
    for before, one in zip(["", *between], between, strict=False):
        if one in ("ihn", "euch", "dich", "mich", "alle"):
            return False
        if one in ("die", "den", "das", "einen", "eine") and before not in _WHERE | {"durch", "um"}:
            return False
    return True


def _there_are(line: Line, at: int) -> Iterator[Correction]:
    """ "Es ist noch zwölf Karten da"."""
    low = line[at].low
    if low not in ("ist", "war") or "es" not in (line.prev(at), line.low(at + 1)):
        return
    seen = at + 1
    while line.low(seen) in ("es", "noch", "nur", "schon", "jetzt", "heute", "wieder", "leider"):
        seen += 1
    many, thing = line.low(seen), line.low(seen + 1)
    counted = many in NUMBERS or many == "viele" or (many.isdigit() and many not in ("0", "1"))
    if counted and thing in PLURAL and thing not in ("tage", "wochen", "jahre"):
        yield line.fault(at, at + 1, {"ist": "sind", "war": "waren"}[low], AGREE)


_RULES = (
    objects,
    weak,
    plurals,
    _there_are,
    cases,
    plural_datives,
    genders,
    _that,
    _imperatives,
    _gone,
    conjunctions,
    relatives,
    purposes,
    fronted,
    two_verbs,
    that,
    because,
    fell,
    since,
    takes_place,
    later_verb,
    endings,
    bought,
    whom,
    thanks,
    distant,
    past,
    went,
    *articles.RULES,
    *infinitives.RULES,
    *marks.RULES,
    *places.RULES,
    *forms.RULES,
    *people.RULES,
    *governed.RULES,
)
