"""What the German dictionary says of a word: an inflected adjective, a verb and its form."""

from functools import lru_cache

import regex

from aboveboard.text.correcting.dictionaries import dictionary, place
from aboveboard.text.tables import words

_READING = regex.compile(r"st:(\S+)(?: fl:(\S+))?")
BE_HAVE = words(
    "bin bist ist sind seid war warst waren wart habe hast hat haben habt hatte hattest hatten "
    "hattet werde wirst wird werden werdet wurde wurden wäre wären hätte hätten würde würden "
    "würdet"
)
MODAL = words(
    "kann kannst können könnt konnte konnten könnte könnten könntet will willst wollen wollt "
    "wollte wollten wolltet muss musst müssen müsst musste mussten müsste müssten soll sollst "
    "sollen sollt sollte sollten solltet darf darfst dürfen dürft durfte durften mag magst mögen "
    "mögt möchte möchtest möchten möchtet weiß weißt"
)
MODAL_PLAIN = words("können wollen müssen sollen dürfen mögen lassen sehen hören helfen brauchen")
# Forms of strong verbs, which the dictionary holds as words of their own.
_STRONG = words(
    "läuft trifft isst gibt nimmt liest sieht hilft fährt spricht hält lässt schläft wächst fällt "
    "gefällt enthält erhält behält backt bäckt trägt schlägt wäscht bricht wirft stirbt gilt "
    "vergisst verspricht empfiehlt betritt tritt lädt rät entsteht bläst kam gab lief fiel ging "
    "stand fand half sah trug nahm blieb schrieb las hieß ließ zog bot schloss sang trank gewann "
    "begann sprach brachte dachte wusste kannte rief hing wuchs fuhr flog traf aß saß lag verlor "
    "gefiel bekam erhielt entstand verging gelang"
)
_PREFIXES = words(
    "ab an auf aus bei dar ein fest frei her hin los mit nach statt teil um vor weg weiter wieder "
    "zu zurück zusammen vorbei heraus herein hinaus hinein dabei kennen durch"
)
_OF_VERBS = frozenset("XIYZ")


@lru_cache(maxsize=20_000)
def readings(low: str) -> tuple[tuple[str, str], ...]:
    """The stem and the mark of the ending of each way to read a word; nothing where unknown."""
    path = place("de")
    if path is None or not low.isalpha():
        return ()
    found = (_READING.search(one) for one in dictionary(path).analyze(low))
    return tuple((one[1], one[2] or "") for one in found if one)


@lru_cache(maxsize=20_000)
def is_adjective(low: str) -> bool:
    """Whether it is an adjective with an ending, and nothing else."""
    return low not in _NONE and any(
        mark in ("A", "C", "D") and stem.islower() for stem, mark in readings(low)
    )


_NONE = words(
    "unser unsere unserem unseren unserer unseres euer eure eurem euren eurer eures mein meine "
    "meinem meinen meiner dein deine deinem deinen deiner sein seine seinem seinen seiner ihr "
    "ihre ihrem ihren ihrer kein keine keinem keinen keiner ein eine einem einen einer alle allem "
    "allen aller alles viele vielem vielen vieler vieles einige einigen einiger mehrere mehreren "
    "mehrerer beide beiden beider diese diesem diesen dieser dieses jede jedem jeden jeder jedes "
    "manche manchem manchen mancher welche welchem welchen welcher welches solche solchen wenige "
    "wenigen weniger andere anderem anderen anderer anderes jene jenen jener selbst gerne lange "
    "gegen morgen eben oben unten innen außen sieben zusammen lieber später früher länger weiter "
    "besser näher mehr sicher der die das den dem des etliche sämtliche neben vergebens"
)


@lru_cache(maxsize=20_000)
def is_infinitive(low: str) -> bool:
    if len(low) < 4 or not low.endswith("n"):
        return False
    stem = low[:-2] if low.endswith("en") else low[:-1]
    forms = (stem + "t", stem + "et", stem + "e")
    if any((low, mark) in readings(one) for one in forms for mark in ("X", "I")):
        return True
    return low in MODAL_PLAIN or low in ("haben", "werden", "sein", "tun")


@lru_cache(maxsize=20_000)
def is_finite(low: str) -> bool:
    """Whether it may be a verb with a person; infinitives look like some of them."""
    if low in BE_HAVE or low in MODAL or low in _STRONG or is_infinitive(low):
        return True
    if any(mark in _OF_VERBS and stem.islower() for stem, mark in readings(low)):
        return True
    return any(low[:at] in _PREFIXES and low[at:] in _STRONG for at in range(2, len(low) - 2))


def fits(low: str, person: str) -> bool:
    """Whether a verb is in the form of this person: ich, du, wir, ihr, or er, es, man."""
    if person in ("wir", "sie"):
        plural = ("sind", "waren", "können", "müssen", "dürfen", "haben", "werden")
        return low in plural or is_infinitive(low)
    if person == "du":
        return low.endswith("st") and is_finite(low)
    if person == "ihr":
        return low.endswith(("t", "seid")) and is_finite(low) and low not in ("ist", "hat", "wird")
    if person == "ich":
        return low in ("bin", "kann", "will", "muss") or (low.endswith("e") and is_finite(low))
    singular = BE_HAVE | MODAL | _STRONG
    return (low in singular or low.endswith("t")) and is_finite(low) and not low.endswith("st")
