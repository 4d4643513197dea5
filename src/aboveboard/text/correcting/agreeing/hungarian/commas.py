"""Hungarian commas: before the small words that open a clause one always stands.

Source: A magyar helyesírás szabályai, 12th edition, rules 243 and 247. Where the comma may stand
elsewhere ("anélkül hogy", "csak ha") or the word may be another ("te hogy vagy?") nothing is said.
"""

from functools import lru_cache

import regex

from aboveboard.text.correcting.agreeing.chains import Chain, Found
from aboveboard.text.correcting.agreeing.hungarian.words import is_verb, readings, verb_forms
from aboveboard.text.correcting.agreeing.why import MARK
from aboveboard.text.tables import words

_RELATIVE = regex.compile(
    r"(?:a[km]i(?:k|t|ket|nek|knek|vel|kkel|hez|khez|ről|kről|re|kre|ben|kben|be|kbe|től|ktől|"
    r"ért|kért|nél|knél|ből|kből)?"
    r"|amely(?:e[nt]|ek|eke[tn]|ekkel|lyel|nek|eknek|ik|iket|iknek|ikben|ikre|ikkel|"
    r"hez|ekhez|ről|ekről|re|ekre|ben|ekben|be|ekbe|től|ektől|ért|ekért|nél|ből|ekből)?"
    r"|ahol|ahova|ahová|ahonnan|amerre|amikor|amikortól|amióta|ameddig|amíg|ahogy|ahogyan"
    r"|amiért|amilyen|amilyet|amennyi|amennyit|amennyire|ahány|ahányan|ahányszor)"
)
# What joins the word that follows, or goes with it: the comma stands before it, or nowhere.
_JOINS = words(
    "és s meg vagy avagy de hanem mert hogy ha mint sem se csak csakhogy épp éppen pont akár is "
    "nem még már majd főleg különösen kivált kiváltképp pláne legalább legfeljebb talán hát na no "
    "nos jaj ó óh hű hú haj illetve valamint azaz vagyis azonban viszont ám pedig tehát így ezért "
    "azért hiszen hisz ugyanis mivel bár mire amikor mikor miután mielőtt amíg míg holott noha "
    "habár ugye inkább egyszer rögtön mindjárt egyből kivéve beleértve ideértve például mégis sőt "
    "mármint szinte alig pusztán csupán kizárólag elsősorban leginkább akkor ekkor sokszor "
    "közvetlenül nehogy merthogy hogyha hacsak mintha úgyhogy plusz mínusz ne azok bárcsak "
    "mintegy esetleg egyedül valahányszor ahányszor úgymond amennyiben persze naná hogyne "
    "valószínűleg biztosan nyilván egyszerűen részben mindössze főként jobbára többnyire ráadásul "
    "aztán utána általában"
)
_HOW = words(
    "én te ő mi ti ők ez ezek ezt az azok vajon nálatok nálad nektek neked szerinted szerintetek "
    "most ott itt ma holnap tegnap idén eddig mégis ki kik aki akik ön önök tényleg jól"
)
# Before "hogy" these stand for the clause that follows.
_POINTS = words(
    "azt arra arról attól azzal annak azért abban abból annyira úgy olyan az annyi azon ahhoz "
    "afelől aszerint azáltal odáig addig akkora annyit oly olyannyira emiatt amiatt"
)
_INSTEAD = words("ahelyett anélkül amellett")
_TELLS = words(
    "csoda idő ideje fontos jó szuper igaz biztos kár szerencse lényeg öröm örömhír mindegy "
    "természetes egyértelmű nyilvánvaló hihetetlen remek csodálatos lehetetlen tény lényege "
    "célunk kérésünk kérés boldog boldogok büszke büszkék mindenki mindenkit mindenkinek érdekes "
    "fura vicces muszáj felesleges szükséges ajánlott érdemes elképesztő fantasztikus"
)
_JAJ = words(
    "jaj ó óh hű hú juj na hát ah nahát hej aj hogy mert és s is no ejnye haha rio eau nem"
)
_AFTER_DE = words("facto jure luxe la los las paris toilette janeiro france jong jonge")
_DAY = words(
    "hétfő kedd szerda csütörtök péntek szombat vasárnap hétfőn kedden szerdán csütörtökön "
    "pénteken szombaton holnap ma"
)
_MORE = words("több kevesebb többet kevesebbet többen kevesebben inkább előbb később tovább")
_SAME = words(
    "olyan ugyanolyan ugyanaz ugyanúgy ugyanannyi ugyanazt annyi akkora ugyanakkora másképp "
    "másként ugyanolyanok olyanok ugyanannyit"
)
_EVER = words(
    "valaha eddig tavaly bármikor korábban máskor bármelyik gondolnád gondolnánk gondoltuk "
    "gondoltam amennyi amennyit amilyen ahány régen régebben amit ami ahogy amire egykor "
    "gondolnátok hinnéd hinnénk hittük vártuk vártam"
)
_VERBED = words("ha mert nehogy mivel miután mielőtt mintha hogyha merthogy noha habár holott")
_THERE = words("van nincs volt lesz volna lenne vannak nincsenek")
_ASKS = words(
    "mit mi mikor miért melyik melyiket melyikük hány hányan mennyi mennyit milyen milyet hogyan "
    "honnan hova hová merre kinek kit kik mivel mennyire mire miből hányféle mióta meddig "
    "melyikre"
)
_TELL = words(
    "írd írjátok írja mondd mondjátok nézd nézzétek nézze mutasd mutassátok mesélj meséld "
    "meséljétek találd találjátok áruld áruljátok döntsd döntsétek tudd tudjátok tudod kérdezd "
    "tippeld tudja kíváncsi kíváncsiak próbáld jegyezd olvasd olvassátok megmutatjuk eláruljuk "
    "megnézzük elmondjuk tippeljetek tippelj szavazz szavazzatok"
)
_TOLD = words("meg el le nekünk kommentben is hozzászólásban lent bátran nálunk vagyok vagyunk")


@lru_cache(maxsize=20_000)
def _rules(word: str) -> bool:
    """Whether it is surely a verb of a clause: of no other reading, or of a person of its own."""
    word = word.removesuffix("-e")
    forms = verb_forms(word)
    if not forms:
        return False
    return is_verb(word) or (
        all("SG_3" not in one and "SUBJ" not in one and "PL_3" not in one for one in forms)
        and all(one.part in ("vrb", "noun") for one in readings(word))
    )


def commas(c: Chain) -> Found:
    asked = c.after == "?"
    ruled = False
    for i, word in enumerate(c.low):
        if i and c.said(i).islower() and _wanted(c, i, ruled, asked):
            yield from c.put(i - 1, i, f"{c.said(i - 1)}, {c.said(i)}", MARK)
        ruled = ruled or _rules(word)


def _wanted(c: Chain, i: int, ruled: bool, asked: bool) -> bool:
    word, led = c.low[i], c.at(i - 1)
    if not led[0].isalpha() or (i + 1 >= len(c.low) and word not in ("hogy", "ahogy")):
        return False
    if word == "de":
        return _but(c, i)
    if word == "mint":
        return _than(c, i)
    if word in _ASKS and (word != "mivel" or _asked(c, i)):
        return _asked(c, i)
    if led in _JOINS and not (led == "is" and word == "hogy" and ruled and not asked):
        return False
    if word == "hogy":
        return _that(c, i, ruled, asked)
    if word in _VERBED:
        if word == "mert" and led in ("aki", "ki", "senki"):
            return False
        said = word == "mert" and led in _TELLS
        if word == "mivel" and led in _THERE:
            return False
        return (ruled or said) and led not in _HOW and not _pointing(c, i) and led[-3:] != "val"
    return (
        word[0] == "a"
        and bool(_RELATIVE.fullmatch(word))
        and not _RELATIVE.fullmatch(led)
        and led not in _THERE
        and not (led == "mindenki" and word.startswith("ahogy"))
        and "-" not in led
        and not _pointing(c, i)
        and bool(readings(led))
    )


def _pointing(c: Chain, i: int) -> bool:
    """Whether the comma may stand before the word that points: ", akkor amikor"."""
    led = c.at(i - 1)
    return i == 1 and not c.first and (led in _POINTS or led in _INSTEAD or led[:1] in "aúo")


def _that(c: Chain, i: int, ruled: bool, asked: bool) -> bool:
    led = c.at(i - 1)
    if led in _HOW - {"az"} or led.startswith("kell") or c.at(i + 1) == "hogy" or _pointing(c, i):
        return False
    if ruled:
        return led != "az" or not asked
    if led in _INSTEAD:
        return not c.first or i > 1
    return not asked and (led in _POINTS or led in _TELLS)


def _but(c: Chain, i: int) -> bool:
    led, after = c.at(i - 1), c.at(i + 1)
    return (
        led not in _JAJ
        and led not in _DAY
        and after not in _AFTER_DE
        and bool(after)
        and not after[0].isdecimal()
        and not c.named(i - 1)
        and not c.named(i + 1)
        and bool(readings(led))
        and bool(readings(after))
    )


def _than(c: Chain, i: int) -> bool:
    """ "jobb mint", "olyan mint", "nevezett mint valaha"."""
    led = c.at(i - 1)
    if led in _MORE or led in _JOINS:
        return False
    if led in _SAME or (c.at(i - 2) in _SAME and any(r.part == "adj" for r in readings(led))):
        return True
    compared = any("bb_COMPARATIVE_adj" in one.tags for one in readings(led))
    if compared and not any(
        one.part == "noun" and not one.made for one in readings(led) if led != "jobb"
    ):
        return led[:3] != "leg"
    raised = any(
        one in _MORE or one in _SAME or any("bb_COMPARATIVE_adj" in r.tags for r in readings(one))
        for one in c.low[max(0, i - 6) : i]
    )
    return raised and c.at(i + 1) in _EVER


def _asked(c: Chain, i: int) -> bool:
    """ "írd meg melyik a kedvenced": a question within a sentence."""
    j = i - 1
    while j > 0 and c.at(j) in _TOLD:
        j -= 1
    if c.at(j) not in _TELL or i - j > 4:
        return False
    if c.at(i) == "mi" and any("PL_1" in one for one in _near(c, i)):
        return False
    if c.at(j) in ("tudja", "írja", "nézze") and c.at(j - 1) in ("ki", "senki", "mindenki"):
        return False
    return (
        c.at(i) not in ("mit", "mi") or i + 2 < len(c.low) or c.at(j) not in ("tudod", "tudjátok")
    )


def _near(c: Chain, i: int) -> list[str]:
    return [tag for one in c.low[i + 1 : i + 4] for tag in verb_forms(one)]
