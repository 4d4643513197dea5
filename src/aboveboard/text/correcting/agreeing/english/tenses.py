"""English tenses that do not go with the time that is told, and verbs far from their person."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.english.forms import (
    DONES,
    GERUNDS,
    PASTS,
    THIRDS,
    VERBS,
    participle,
    past,
    third,
)
from aboveboard.text.correcting.agreeing.english.words import (
    ADJECTIVES,
    COLLECTIVES,
    MEASURES,
    OWNERS,
    PERSONS,
    PLURAL,
    PURE,
    SINGULAR,
    SMALL,
)
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import AGREE, BUILT, FORM
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_PERSON = words("i we you they he she it")
_LASTS = words(
    "night week weekend month year spring summer autumn winter christmas easter season monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december"
)
_STOPS = words(
    "since until till than from that what which who where how and but or before after by as "
    "because "
    "if when while though although why whether whose not never ever like per every each"
)
_PUT_IN = words("just recently finally also already now all both officially even")
_MODAL = words("can could will would should must may might to not never cannot shall ought i'll")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday january february march "
     "april "
              "june july august september october november december childhood last easter "
              "christmas "
              "school university lockdown")  # fmt: skip
_NUMBERS = words("two three four five six seven eight nine ten twelve fifteen twenty thirty forty "
                 "fifty many several")  # fmt: skip


def _time(line: Line, at: int) -> int:
    """The place after words that tell a time in the past, if they stand here; else 0."""
    low = line[at].low
    if low == "yesterday":
        return at + 1
    if low == "last" and line.low(at + 1) in _LASTS and line.prev(at) not in _OUR:
        return at + 2
    if low == "in" and _YEAR.fullmatch(line.low(at + 1)):
        return at + 2
    number = low in _NUMBERS or low.isdigit() or low in ("a", "an")
    return at + 3 if number and line.low(at + 2) == "ago" else 0


_OUR = words("the this these those our your my his her their every each of for on than")


def _later(line: Line, at: int, most: int, barred: frozenset[str]) -> int:
    """Where past time is told within so many words with no other clause between; else 0."""
    seen = at
    while seen < at + most and line.low(seen):
        if end := _time(line, seen):
            return end if line.ends(end - 1) or line.low(end) in _GOES_ON else 0
        if line.low(seen) in barred:
            return 0
        seen += 1
    return 0


_GOES_ON = words("with in on at for and by to but so because when thanks")
_BARRED = (
    _STOPS
    | words("i we they he she")
    | words("is are was were has have had will can do did does been being be")
)


def _perfect(line: Line, at: int) -> Iterator[Correction]:
    """ "We have opened our shop yesterday", "last week she has won a prize"."""
    low = line[at].low
    regular = len(low) > 4 and low.endswith("ed")
    if not (regular or low in DONES or low in ("been", "had")) or line[at].word[0].isupper():
        return
    seen = at - 1 if line.prev(at) not in _PUT_IN else at - 2
    have, who = line[seen].low.replace("’", "'"), line.prev(seen)
    asked = have in _PERSON and who in ("have", "has") and line[seen - 1].first
    if line[at].before != " " or line[seen + 1].before != " ":
        return
    if not asked and have not in ("have", "has", "we've", "i've", "you've", "they've"):
        return
    if not asked and have in ("have", "has") and (not who or who in _MODAL | _STOPS):
        return
    if "'" in who or "’" in who or (who in ("there", "ones") and have in ("have", "has")):
        return
    if have == "have" and not asked and who not in _PERSON and who not in PLURAL:
        return
    if low == "had" and have in ("have", "has") and line.low(at + 1) == "to":
        return
    begin = line.begin(at)
    told = _time(line, begin) if begin < seen - 1 else 0
    first = seen if "'" in have else seen - 1
    if not (told and told == first and line[first].low.partition("'")[0] in _PERSON) and not _later(
        line, at + 1, 9, _BARRED - {"by"} | frozenset(DONES) | {"due", "dated"}
    ):
        return
    if asked:
        base = {"been": "be", "had": "have"}.get(low) or DONES.get(low, "be")
        if base != "be":
            yield line.fault(seen - 1, at + 1, f"did {line[seen].word} {base}", BUILT)
        return
    pronoun = line[seen].word.replace("’", "'").partition("'")[0] if "'" in have else ""
    one = have == "has" or (pronoun or who) == "i"
    done = (
        ("was" if one else "were")
        if low == "been"
        else low
        if low == "had"
        else past(DONES[low])
        if low in DONES
        else low
    )
    between = [line[each].word for each in range(seen + 1, at)]
    yield line.fault(seen, at + 1, " ".join(one for one in (pronoun, *between, done) if one), BUILT)


def _present(line: Line, at: int) -> Iterator[Correction]:
    """ "Yesterday we finish the wall", "we see him last week"."""
    low, who = line[at].low, line.prev(at)
    base = low if low in VERBS else THIRDS.get(low, "") if who in ("he", "she", "it") else ""
    if who not in _PERSON or not base or past(base) == base or base in ("lay", "find", "wind"):
        return
    begin = line.begin(at)
    told = at - 1 > begin and _time(line, begin) == at - 1
    if told and not line.ends(at) and "?" not in line.text[line[at].end : line[at].end + 80]:
        yield line.fault(at, at + 1, past(base), BUILT)
    elif line[at - 1].first and line.low(at + 1) not in ("to", "that"):
        end = _later(line, at + 1, 8, _BARRED | VERBS | frozenset(PASTS) | {"to", "about", "of"})
        if end and line.ends(end - 1):
            yield line.fault(at, at + 1, past(base), BUILT)


def _since(line: Line, at: int) -> Iterator[Correction]:
    """ "I know Marta for ten years", "we live here since 2010", "she is baking since March"."""
    low, who = line[at].low, line.prev(at)
    pronoun, _, short = who.replace("’", "'").partition("'")
    now = short in ("m", "re") and (low in GERUNDS or low in _STATES)
    if (
        not now
        and low not in _LASTING
        and THIRDS.get(low) not in _LASTING
        and low not in ("am", "is", "are")
    ):
        return
    if (
        pronoun not in _PERSON
        or (short and not now)
        or not (line[at - 1].first or line.prev(at - 1) in ("and", "but", "because"))
    ):
        return
    seen = at + 1
    while seen < at + 8 and line.low(seen) and line.low(seen) not in _STOPS | {"for"}:
        if line[seen].low.replace("’", "'").partition("'")[0] in _PERSON:
            return
        seen += 1
    then, after = line.low(seen), line.low(seen + 1)
    be = now or low in ("am", "is", "are")
    if low in ("have", "has") and line.low(at + 1) in {*GERUNDS, *DONES, "been", "had", *_PUT_IN}:
        return
    years = (
        then == "for" and (after in _NUMBERS or after.isdigit()) and line.low(seen + 2) == "years"
    )
    long = then == "since" and (bool(_YEAR.fullmatch(after)) or after in _DAYS)
    if be and not now and not (line.low(at + 1) in GERUNDS or line.low(at + 1) in _STATES):
        return
    if not long and not (years and line.ends(seen + 2) and (low in ("know", "knows") or be)):
        return
    if now:
        said = line[at - 1].word.replace("’", "'").partition("'")[0]
        yield line.fault(at - 1, at, f"{said} have been", BUILT)
        return
    have = "has" if who in ("he", "she", "it") else "have"
    done = (
        "been" if be else participle(THIRDS.get(low, low)) if low not in ("have", "has") else "had"
    )
    yield line.fault(at, at + 1, f"{have} {done}", BUILT)


_LASTING = words("know live work own have run teach bake make sell play sing grow love dance serve")
_STATES = words("open here closed married together shut available ill away friends neighbours")


def _who(line: Line, at: int) -> Iterator[Correction]:
    """ "The people who lives here", "a neighbour who bake", "everyone who comes get a cake"."""
    low, who = line[at].low, line.prev(at - 1)
    if line.prev(at) != "who" or line[at].word[0].isupper() or line.prev(at - 2) == "of":
        return
    begin = line.begin(at)
    before = [one.low for one in line.tokens[begin : at - 1]]
    if PLURAL.get(who) in PERSONS or who in ("people", "those"):
        if {"of", "one", "only"} & set(before[-5:]):
            return
        if low in THIRDS and low not in _NOUNS:
            yield line.fault(at, at + 1, THIRDS[low], FORM)
        elif low in ("is", "was", "has", "doesn't", "isn't", "wasn't", "hasn't"):
            yield line.fault(at, at + 1, _MANY[low], FORM)
    elif who in PERSONS and PURE.get(who) and line.prev(at - 2) in ("a", "an", "every", "each"):
        if {"and", "or"} & set(before):
            return
        if low in _WORKS:
            yield line.fault(at, at + 1, third(low), FORM)
        elif low in ("are", "have"):
            yield line.fault(at, at + 1, {"are": "is", "have": "has"}[low], FORM)
    elif who in ("everyone", "anyone", "everybody"):
        if low in _WORKS or low in ("are", "have"):
            one = {"are": "is", "have": "has"}.get(low) or third(low)
            yield line.fault(at, at + 1, one, FORM)
        elif line[at - 2].first:
            yield from _gets(line, at)


def _gets(line: Line, at: int) -> Iterator[Correction]:
    """The verb of "everyone who signs up today receive a bag"."""
    for seen in range(at + 1, min(at + 7, line.clause(at))):
        low = line[seen].low
        if low in _STOPS | {"to", "we", "you", "they", "i", "us", "them"}:
            return
        if low in _GETS and line.low(seen + 1) in _ARTICLES and line.prev(seen) not in OWNERS:
            yield line.fault(seen, seen + 1, {"have": "has", "are": "is"}.get(low,
     "") or third(low),
                             FORM)  # fmt: skip
            return


_GETS = words("receive get win need deserve want know have take")
_ARTICLES = words("a an the our free one two your this")
_NOUNS = words("works plans prints shows offers parks plants matches shops walks")
_WORKS = words(
    "live work have make bake need want love like know sell teach go bring sign think say"
)
_MANY = {"is": "are", "was": "were", "has": "have", "doesn't": "don't", "isn't": "aren't",
         "wasn't": "weren't", "hasn't": "haven't"}  # fmt: skip


def _together(line: Line, at: int) -> Iterator[Correction]:
    """ "My husband and I runs this place", "my mum and dad was here"."""
    low, who = line[at].low, line.prev(at)
    if line.prev(at - 1) == "and" and who == "i" and (low in THIRDS or low in ("is", "has")):
        if line.prev(at - 2) and line.prev(at - 2) not in {"you", "me", *_STOPS}:
            yield line.fault(at, at + 1, THIRDS.get(low) or _MANY[low], FORM)
        return
    if who not in PERSONS or (low not in THIRDS and low not in _MANY) or low in _NOUNS:
        return
    seen = at - 2 if line.prev(at - 1) == "and" else at - 3
    if line.prev(seen + 1) != "and" or line.prev(seen) not in PERSONS:
        seen -= 1
    if line[seen + 1].low != "and" or line[seen].low not in PERSONS:
        return
    if line.prev(seen) in ("my", "our", "his", "her", "the") and line[seen - 1].first:
        yield line.fault(at, at + 1, _MANY.get(low) or THIRDS[low], AGREE)


def _of_these(line: Line, at: int) -> Iterator[Correction]:
    """ "The quality of these tools speak for itself", "the box of old photographs were found"."""
    low, begin = line[at].low, line.begin(at)
    if low not in _SPEAKS and low not in ("are", "were", "have"):
        return
    row = [one.low for one in line.tokens[begin:at]]
    if (
        not 4 <= len(row) <= 8
        or row[0] not in ("the", "this", "our", "my", "a")
        or "of" not in row[2:4]
    ):
        return
    if any(one.before != " " for one in line.tokens[begin + 1 : at + 1]) or _LINKED & set(row):
        return
    head, last = row[row.index("of") - 1], row[-1]
    many = last in PLURAL or (last.endswith("s") and len(last) > 4 and not last.endswith("ss"))
    alone = row.index("of") == 2 or row[1] in ADJECTIVES
    if head not in _HEADS or not many or not alone:
        return
    one = {"are": "is", "were": "was", "have": "has"}.get(low) or third(low)
    yield line.fault(at, at + 1, one, AGREE)


_LINKED = _STOPS | words("is are was were in on at for to with we you they i it he she us our's")
_SPEAKS = words("speak need take make come go tell depend mean matter remain seem help become vary")
_HEADS = words(
    "list price smell taste cost sound view sight quality size colour owner box level standard "
    "design history story start end opening launch value purpose aim goal result name date address "
    "deadline author founder use making delivery beauty arrival success popularity importance "
    "state condition length height weight age future heart centre top back front edge roof door "
    "key "
    "lid label picture photo painting copy recipe book bag basket crate tin jar tray feel look "
    "choice secret strength reputation reason point idea song sale cost crown charm warmth"
)


def _thing_takes(line: Line, at: int) -> Iterator[Correction]:
    """ "This recipe take ten minutes", "our cakes comes from Ana"."""
    low = line[at].low
    often = line.prev(at) in ("always", "never", "often", "usually", "really", "still", "also")
    noun = at - 2 if often else at - 1
    who, seen = line[noun].low, noun - 1
    while line[seen].low in ADJECTIVES and not line[seen].first:
        seen -= 1
    if not line[seen].first or line[at].word[0].isupper() or line.prev(at) == "":
        return
    if (
        not noun > 0
        or line[noun].word[0].isupper()
        or any(line[n].before != " " for n in range(seen + 1, at))
    ):
        return
    follows = line.low(at + 1)
    if follows not in _FOLLOWS and not follows.isdigit() and follows not in ADJECTIVES:
        return
    single = line[seen].low in ("this", "the", "our", "my", "that", "every", "each", "your")
    lives = low in _TAKES or (low in ("live", "work") and who in PERSONS)
    lives = lives or (low in _SMELLS and follows in ADJECTIVES | _DELICIOUS)
    lives = lives or (often and low in VERBS and past(low) != low and who not in COLLECTIVES)
    if lives and who in SINGULAR and who not in MEASURES and single:
        yield line.fault(at, at + 1, third(low), FORM)
    elif (
        low in _TAKES_3
        and PLURAL.get(who, "day") not in MEASURES
        and line[seen].low in (OWNERS | {"your"}) - {"this"}
    ):
        yield line.fault(at, at + 1, THIRDS[low], FORM)


_TAKES = words("take make bring give keep include contain become go come need know want love serve "
               "belong begin teach sell open start tell say add")  # fmt: skip
_TAKES_3 = frozenset(map(third, _TAKES)) | words("looks likes needs gets opens knows closes feels "
     "costs "
                                                 "lives plays sings works offers does")  # fmt: skip
_SMELLS = words("smell taste look feel sound")
_DELICIOUS = words("amazing delicious gorgeous fantastic incredible divine like so very")
_FOLLOWS = (
    SMALL
    | _DELICIOUS
    | words("ten two three five us you me them free up out back down all very off away")
)

TENSES = (_perfect, _present, _since, _who, _together, _of_these, _thing_takes)
