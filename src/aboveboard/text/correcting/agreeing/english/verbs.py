"""English verbs that do not fit their person, or that stand in the wrong form after another."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.english.words import (
    ADJECTIVES,
    BASE,
    COLLECTIVES,
    MASS,
    MEASURES,
    MODALS,
    OWNERS,
    PARTICIPLE,
    PAST,
    PERSONS,
    PLURAL,
    PURE,
)
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import AGREE, BUILT, FORM
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_JOINS = words("and but because so when while as where since after before though although")
_WISHED = words("if wish wishes wished though unless suppose lest whether")
# What a verb becomes after one that is neither I nor you, and the other way round.
_THIRD = {
    "don't": "doesn't", "don’t": "doesn’t", "have": "has", "are": "is", "am": "is", "were": "was",
    "haven't": "hasn't", "haven’t": "hasn’t", "aren't": "isn't", "aren’t": "isn’t",
    "weren't": "wasn't", "weren’t": "wasn’t",
}  # fmt: skip
_OTHERS = {
    "doesn't": "don't", "doesn’t": "don’t", "has": "have", "is": "are", "was": "were",
    "hasn't": "haven't", "hasn’t": "haven’t", "isn't": "aren't", "isn’t": "aren’t",
    "wasn't": "weren't", "wasn’t": "weren’t", "does": "do", "am": "are",
}  # fmt: skip
_PLAIN = words(
    "make go want love come need get run take bake play know think help say teach bring give "
    "sell keep like live open start look feel"
)
_CAME = {"come": "came", "give": "gave", "run": "ran"}
_ES = {"go": "goes", "teach": "teaches"}
_THIRDS = words(
    "makes loves goes comes needs wants knows thinks gets takes gives says tells sells brings "
    "keeps bakes believes hopes likes works lives opens starts plays looks helps"
)
_PREPOSITIONS = words("of for to with between like about from by than on in at around among near")
_ADVERBS = words("already just never ever also all not now finally recently even always since "
                 "both really only almost sadly")  # fmt: skip
_HAVE = words("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t should've would've "
              "could've should’ve would’ve could’ve i've we've you've they've i’ve we’ve you’ve "
              "they’ve must've must’ve")  # fmt: skip
_ALL = words("everyone everybody someone somebody nobody anyone everything nothing anybody")
_NOT = words("don't doesn't didn't don’t doesn’t didn’t")
_PREP = words("from of in on at for with by around near behind outside inside")
_BARRED = words(
    "that who which we you they i he she it and or is are was were has have had what where when "
    "if how whose will can do does did"
)


def _persons(line: Line, at: int) -> Iterator[Correction]:
    """ "He don't", "we was", "they goes", "everyone are", "she make"."""
    low, who = line[at].low, line.prev(at)
    if not who or line[at].word[0].isupper():
        return
    begins = line[at - 1].first or line[at - 1].before != " " or line.prev(at - 1) in _JOINS
    if line.prev(at - 1) == "and" and line[at - 2].before == " " and low != "don't":
        # "Tom and she have".
        begins = False
    said = line.sentence(at)
    if who in ("he", "she", "it"):
        asked = line.prev(at - 1) in MODALS and line.prev(at - 1) not in ("and", "or", "that", "if")
        if low in _THIRD:
            if asked or (low == "were" and (_WISHED & set(said) or line.prev(at - 1) == "as")):
                return
            odd = line.prev(at - 1) in ("after", "before", "since", "as", "where", "like")
            if low in ("have", "are", "am", "were") and (odd or not begins):
                return
            if low in ("don't", "don’t") and line.low(at + 1) in ("matter", "mean", "get"):
                return
            yield line.fault(at, at + 1, _THIRD[low], FORM)
        elif low in _CAME and {"yesterday", "last"} & set(said) and line[at - 1].first:
            yield line.fault(at, at + 1, _CAME[low], BUILT)
        elif low in _PLAIN and line[at - 1].first and who != "it":
            yield line.fault(at, at + 1, _ES.get(low, f"{low}s"), FORM)
    elif who in ("we", "they", "you", "i"):
        if who in ("you", "i") and not begins and line.prev(at - 1) not in _TELLS:
            return
        if line.prev(at - 1) in _PREPOSITIONS or "what" in said or said[0] == "all":
            return
        if who == "i" and low in ("was", "am", "wasn't", "wasn’t"):
            return
        if low in _OTHERS:
            if who == "i" and low in ("is", "isn't", "isn’t"):
                return
            yield line.fault(at, at + 1, _OTHERS[low], FORM)
        elif low in _THIRDS and line[at - 1].first:
            base = "go" if low == "goes" else low.removesuffix("s")
            yield line.fault(at, at + 1, base, FORM)
        elif who == "i" and low == "are" and line[at - 1].first:
            yield line.fault(at, at + 1, "am", FORM)
    elif who in _ALL and low in _THIRD and low != "am" and begins and not (
        (low == "were" and _WISHED & set(said))
        or (low == "have" and line.low(at + 1) not in ("been", "got", "already", "enjoyed"))
    ):  # fmt: skip
        yield line.fault(at, at + 1, _THIRD[low], FORM)
    elif who in ("nobody", "somebody") and line[at - 1].first and low in _WANT:
        yield line.fault(at, at + 1, f"{low}s", FORM)


_WANT = words("know want like need love think")
_TELLS = words("if that hope think know knew thought glad wish because said says hoping sure")


def _nouns(line: Line, at: int) -> Iterator[Correction]:
    """ "The photos is", "The photos from the gala is", "The baker have", "every candle are"."""
    low = line[at].low
    many, one = low in _OTHERS and low not in ("am", "does"), low in _THIRD and low != "am"
    if not (many or one) or line[at].first or line[at].before != " ":
        return
    begin = line.begin(at)
    clause = at
    while clause > begin and line[clause].before == " ":
        clause -= 1
    if clause != begin and not line[clause - 1].first:
        return
    row = [each.low for each in line.tokens[clause:at]]
    if row[0] in ("because", "but") and clause == begin:
        row, clause = row[1:], clause + 1
    if len(row) < 2 or any(each.hangs for each in line.tokens[clause:at]):
        return
    head = 1
    while head < len(row) - 1 and row[head] in ADJECTIVES:
        head += 1
    noun = row[head]
    if line[clause + head].word[0].isupper():
        return
    if line.text[line[clause + head].end] in "'’":
        return
    alone = head == len(row) - 1
    if many and row[0] in _SHARES and row[1] == "of" and len(row) > 3 and row[2] in OWNERS:
        things = PLURAL.get(row[-1])
        if things and things not in MEASURES and all(one in ADJECTIVES for one in row[3:-1]):
            yield line.fault(at, at + 1, _OTHERS[low], AGREE)
        return
    mine = len(row) == 4 and row[0] in ("my", "our") and row[1] in PERSONS
    if mine and row[2:] == ["and", "i"] and low in ("was", "is", "has"):
        yield line.fault(at, at + 1, _OTHERS[low], AGREE)
        return
    if many and row[0] in OWNERS and noun in PLURAL:
        if PLURAL[noun] in MEASURES or row[0] == "some":
            return
        if not alone and not _joined(row[head + 1 :]):
            return
        yield line.fault(at, at + 1, _OTHERS[low], AGREE)
    elif one and alone and noun in MASS and low != "don't":
        yield line.fault(at, at + 1, _THIRD[low], AGREE)
    elif one and row[0] == "the" and noun in _OF and row[head + 1 : head + 2] == ["of"]:
        if row[-1] in PLURAL and len(row) < head + 6 and not _BARRED & set(row):
            yield line.fault(at, at + 1, _THIRD[low], AGREE)
    elif (
        one
        and alone
        and row[0] in _SINGLE
        and (noun not in COLLECTIVES or row[0] in ("each", "every"))
        and noun in PURE
        and noun not in MEASURES
    ):
        if low in ("don't", "don’t") and noun not in PERSONS:
            return
        yield line.fault(at, at + 1, _THIRD[low], AGREE)


_SHARES = words("all most half some many both several two three four five")
_OF = words("list price smell taste cost sound view sight quality size colour owner box")
_SINGLE = words("the our my this that a an every each his her their your")


def _joined(row: list[str]) -> bool:
    """Whether the words only tell which ones: "from Saturday's gala"."""
    if row[0] not in _PREP or not 2 <= len(row) <= 6:
        return False
    return not any(one in _BARRED for one in row) and row[-1] not in _PREP


def _after_have(line: Line, at: int) -> Iterator[Correction]:
    """ "Has went", "should have came", "was wrote", "didn't went"."""
    low = line[at].low
    if line[at].word[0].isupper():
        return
    seen = at - 1
    while line[seen + 1].before == " " and line[seen].low in _ADVERBS:
        seen -= 1
    if line[seen + 1].before != " ":
        return
    have = line[seen].low
    if have in _NOT and low in BASE and seen == at - 1 and low not in _BASES:
        yield line.fault(at, at + 1, BASE[low], BUILT)
    elif low in PARTICIPLE:
        passive = have in ("been", "being", "be") and low not in ("came", "went", "saw", "broke")
        if passive or (have in _HAVE and _surely_have(line, seen, at)):
            yield line.fault(at, at + 1, PARTICIPLE[low], BUILT)


_BASES = words("found fell felt saw lay left ground wound bore had was were")


def _surely_have(line: Line, seen: int, at: int) -> bool:
    """Not "the ideas we had came from you"."""
    have, who = line[seen].low, line.prev(seen)
    if line[at].low in ("saw", "broke", "drunk") and seen == at - 1 and not who:
        return False
    if "n't" in have or "n’t" in have or "'ve" in have or "’ve" in have:
        return have[0] in "hswcm" or line[seen].first or line.prev(seen) in _JOINS
    if who in ("should", "would", "could", "must", "might", "may", "to", "will", "shouldn't"):
        return True
    if who in ("i", "we", "you", "he", "she", "they", "it"):
        first = line[seen - 1]
        return first.first or first.before != " " or line.prev(seen - 1) in _JOINS | {"if", "that"}
    begin = line.begin(seen)
    row = [one.low for one in line.tokens[begin + 1 : seen]]
    helps = have == "has" or (have == "had" and seen < at - 1)
    return helps and len(row) <= 3 and not any(one in OWNERS | _BARRED for one in row)


_SINCE = words("here to in so working making busy open there waiting")
_DONE = words("seen done begun swum sung rung written taken gone given")


def _since(word: str) -> bool:
    return word in _SINCE or (len(word) > 5 and word.endswith("ing"))


def _alone(line: Line, at: int) -> Iterator[Correction]:
    """ "I seen", "we done", "he come yesterday"."""
    low, who = line[at].low, line.prev(at)
    if low == "come" and who == "who" and line.low(at + 1) in ("yesterday", "last"):
        yield line.fault(at, at + 1, "came", BUILT)
    if who not in ("i", "we", "he", "she", "they"):
        return
    if low in PAST and low in _DONE:
        if not (line[at - 1].first or line.prev(at - 1) in _JOINS | {""}):
            return
        said = [one.low for one in line.tokens[line.begin(at) : at]]
        if any(one in _HAVE or one in ("be", "is", "are", "was", "were") for one in said):
            return
        yield line.fault(at, at + 1, PAST[low], BUILT)
    elif low == "been" and line[at - 1].first and _since(line.low(at + 1)):
        have = "has been" if who in ("he", "she") else "have been"
        yield line.fault(at, at + 1, have, BUILT)
    elif low == "come" and line.low(at + 1) in ("yesterday", "last") and line[at - 1].first:
        yield line.fault(at, at + 1, "came", BUILT)


def _asked(line: Line, at: int) -> Iterator[Correction]:
    """ "Do you wants", "does she has", "has you seen", "was you there", "can sings"."""
    low, who, before = line[at].low, line.prev(at), line.prev(at - 1)
    if low in _THIRDS or (low == "has" and who in _WHO | _NOT):
        base = {"has": "have", "goes": "go", "teaches": "teach"}.get(low, low.removesuffix("s"))
        asked = who in _WHO and before in _DO and (line[at - 2].first or line.prev(at - 2) in _ASK)
        helped = who in _MODAL and before in _WHO
        if asked or helped or (who in _NOT and low != "goes"):
            yield line.fault(at, at + 1, base, FORM)
    elif low in BASE and low not in _BASES and who in _WHO and before == "did":
        if line[at - 2].first:
            yield line.fault(at, at + 1, BASE[low], BUILT)
    elif low in _FIRST and (line[at].first or who in ("what", "where", "why", "how", "when")):
        after = line.low(at + 1)
        if after in _FIRST[low][0] and not line.ends(at + 1):
            yield line.fault(at, at + 1, _FIRST[low][1], FORM)


def _persons_make(line: Line, at: int) -> Iterator[Correction]:
    """ "My mum make the best jam"."""
    low, who = line[at].low, line.prev(at)
    if low not in _BAKE or who not in PERSONS or who not in PURE or not line[at - 2].first:
        return
    if line.low(at + 1) in _AFTER and line.prev(at - 1) in ("my", "our", "the", "his", "her"):
        yield line.fault(at, at + 1, _ES.get(low, f"{low}s"), FORM)


_WHO = words("i you he she we they it anyone anybody everyone everybody someone")
_DO = words("do does did don't doesn't didn't can could will would should must")
_ASK = words("what where why how when who but and so")
_MODAL = words("will can could should must might can't couldn't shouldn't won't")
_FIRST = {
    "has": (words("you we they"), "have"), "was": (words("you we they"), "were"),
    "is": (words("you we they"), "are"),
     "do": (words("he she anyone anybody everyone somebody someone"), "does"),
    "have": (words("he she"), "has"), "are": (words("he she"), "is"),
}  # fmt: skip
_BAKE = words("make get go want love come need bring give think say know sell bake")
_AFTER = words("the a an our my us you to his her it all every at in up that")


def _have_you(line: Line, at: int) -> Iterator[Correction]:
    """ "Have you saw", "has anyone wrote"."""
    low, who, have = line[at].low, line.prev(at), line.prev(at - 1)
    if low not in PARTICIPLE or have not in _HAVE or who not in _WHO or line[at].word[0].isupper():
        return
    if line[at - 2].first and not line.ends(at):
        yield line.fault(at, at + 1, PARTICIPLE[low], BUILT)


def _many_loves(line: Line, at: int) -> Iterator[Correction]:
    """ "The children loves it", "our doors opens at seven"."""
    low, who = line[at].low, line.prev(at)
    if low not in _LOVES or PLURAL.get(who) not in PURE or line[at].word[0].isupper():
        return
    if (
        line[at - 2].first
        and line.prev(at - 1) in OWNERS
        and line.low(at + 1) in _AFTER | ADJECTIVES
    ):
        yield line.fault(at, at + 1, "go" if low == "goes" else low[:-1], FORM)


_LOVES = words("looks loves opens wants comes knows makes goes gets takes gives brings keeps likes")

VERB_RULES = (_have_you, _many_loves, _asked, _persons_make, _persons, _nouns, _after_have, _alone)
