"""English words that do not agree: verbs and persons, one and many, words that sound alike."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.english.building import BUILDING
from aboveboard.text.correcting.agreeing.english.clauses import CLAUSES
from aboveboard.text.correcting.agreeing.english.forms import MARKS, gerund
from aboveboard.text.correcting.agreeing.english.phrases import PHRASES
from aboveboard.text.correcting.agreeing.english.placing import PLACING
from aboveboard.text.correcting.agreeing.english.sounds import SOUNDS
from aboveboard.text.correcting.agreeing.english.tenses import TENSES
from aboveboard.text.correcting.agreeing.english.usage import USAGE
from aboveboard.text.correcting.agreeing.english.verbs import VERB_RULES
from aboveboard.text.correcting.agreeing.english.words import (
    ADJECTIVES,
    MASS,
    MEASURES,
    NUMBERS,
    ORDERED,
    PERSONS,
    PLURAL,
    PURE,
    SINGULAR,
    SMALL,
)
from aboveboard.text.correcting.agreeing.row import Line, fault
from aboveboard.text.correcting.agreeing.why import AGREE, MARK, OTHER, USED
from aboveboard.text.correcting.correction import Correction, cased
from aboveboard.text.tables import words

_ANY = {"no": "any", "nothing": "anything", "nobody": "anybody", "none": "any"}
_MARKED = regex.compile(r"#(\p{L}+)|~(\p{L}+(?: forward| for)?)|amount@|\{(\w+):([^}]*)\}")
_PATTERNS = tuple(
    (
        frozenset(keys.split()),
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}'’_-])(?:{one})(?:(?<=\s)|(?![\p{{L}}\p{{N}}_]|['’-]\p{{L}}))",
            regex.I,
        ),
        put,
        why,
    )
    for keys, one, put, why in (*PHRASES, *USAGE, *BUILDING, *PLACING, *CLAUSES, *SOUNDS)
)


def agreement_en(text: str) -> Iterator[Correction]:
    """What surely does not agree; some may touch each other."""
    line = Line(text)
    said = {one.low for one in line.tokens}
    for keys, pattern, put, why in _PATTERNS:
        if keys and keys.isdisjoint(said):
            continue
        for match in pattern.finditer(text):
            if instead := _instead(match, put):
                yield fault(text, match.span(), instead, why)
    for at, one in enumerate(line.tokens):
        if not one.hangs:
            for rule in _RULES:
                yield from rule(line, at)


def _instead(match: "regex.Match[str]", put: str) -> str:
    said = _MARKED.sub(_marked, match.expand(put)).replace("  ", " ")
    if match[0].endswith(" ") is not said.endswith(" "):
        said = said.strip()
    said = cased(said, match[0])
    return said if said != match[0] else ""


def _marked(match: "regex.Match[str]") -> str:
    if match[1]:
        return _ANY[match[1].lower()]
    if match[2]:
        return gerund(match[2])
    if match[3]:
        return MARKS[match[3]](match[4])
    return "number"


def _small(line: Line, at: int) -> bool:
    """Whether after this word comes none that it could be the first part of."""
    return line.ends(at) or line.low(at + 1) in SMALL


def _noun(line: Line, at: int) -> int:
    """Where the noun stands after words that tell how it is."""
    while line.low(at) in ADJECTIVES and not line.ends(at):
        at += 1
    return at


def _these(line: Line, at: int) -> Iterator[Correction]:
    """ "This photos", "these photo", "several cake", "two photo"."""
    low = line[at].low
    if low not in _BEFORE_MANY and low not in _BEFORE_ONE:
        return
    seen = _noun(line, at + 1)
    word = line.low(seen)
    if line[seen].hangs or not word or not _small(line, seen) or line[seen].word[0].isupper():
        return
    if line.text[line[seen].end : line[seen].end + 1] in ("'", "’"):
        return
    if low in _BEFORE_ONE:
        if (
            word in PLURAL
            and (PLURAL[word] in PURE or low in _EVERY)
            and not (low != "this" and word in MEASURES)
        ):
            if low == "this":
                yield line.fault(at, at + 1, "these", AGREE)
            else:
                yield line.fault(seen, seen + 1, PLURAL[word], AGREE)
        return
    if word not in PURE or (low == "many" and line.low(at + 1) in ("a", "an")):
        return
    if low in NUMBERS and (
        line.prev(at) in ORDERED
        or line.prev(at) in ("a", "an", "the", "per", "one", "this", "that", "every", "each")
        or line.prev(at) in NUMBERS
        or seen > at + 1
        or line[at].hangs
    ):
        return
    if low in ("these", "those") and word in PERSONS and line.low(seen + 1) in ("and", "or"):
        return
    if line.low(seen + 1) in ("and", "or", "to", "by", "a", "an", "the") and low != "several":
        return
    yield line.fault(seen, seen + 1, PURE[word], AGREE)


_EVERY = frozenset(("every", "each"))
_BEFORE_ONE = frozenset(("this", "every", "each", "another"))
_BEFORE_MANY = frozenset(("these", "those", "several", "many", "few", *NUMBERS)) - {"hundred"}


def _one_of(line: Line, at: int) -> Iterator[Correction]:
    """ "Every one of our candles are", "one of the best thing"."""
    if line[at].low not in _PARTS or line.low(at + 1) != "of" or line.low(at + 2) not in _WHOSE:
        return
    every = line.prev(at) in ("every", "each")
    one = line[at].low in ("one", "each")
    seen = at + 3
    while seen < at + 7 and line.low(seen) and line.low(seen) not in SMALL | _TURNED:
        seen += 1
    word = line.low(seen - 1)
    if seen == at + 3 or line[seen - 1].hangs or line.prev(at) in ("than", "in", "if", "nine"):
        return
    follows = line.low(seen)
    if word in PLURAL and one and follows in ("are", "were", "have"):
        if follows == "were" and "if" in line.sentence(at):
            return
        if every or line[at].first or line.prev(at) in ("and", "but", "because", "that"):
            yield line.fault(seen, seen + 1, _ONE[follows], AGREE)
        return
    between = [line.low(one) for one in range(at + 3, seen - 1)]
    if seen == at + 7 and line.low(seen) not in SMALL:
        return
    known = word in PURE or (word in SINGULAR and any(map(_superlative, between)))
    ends = _small(line, seen - 1) or follows in _TURNED
    fits = all(
        one in ADJECTIVES or one in ("most", "of", "very") or _superlative(one) for one in between
    )
    spared = word in _ENOUGH or word == "day" or follows in ("and", "or")
    if known and ends and fits and not spared:
        yield line.fault(seen - 1, seen, SINGULAR[word], AGREE)


_TURNED = words("turned came won said told asked gave left made wrote got became joined")


def _superlative(word: str) -> bool:
    return word in ("best", "favourite", "favorite") or (len(word) > 5 and word.endswith("est"))


_PARTS = frozenset(("one", "each", "both", "many", "several", "few", *NUMBERS))
_WHOSE = frozenset(("the", "our", "my", "these", "those", "your", "his", "her", "their"))
_ONE = {"are": "is", "were": "was", "have": "has", "aren't": "isn't", "weren't": "wasn't"}
_MANY = {"is": "are", "was": "were", "has": "have", "isn't": "aren't", "wasn't": "weren't",
         "hasn't": "haven't", "doesn't": "don't"}  # fmt: skip


def _there(line: Line, at: int) -> Iterator[Correction]:
    """ "There is twelve plates", "are there a table", "is there any tickets"."""
    low = line[at].low
    if low not in ("is", "was", "are", "were", "isn't", "wasn't", "has"):
        return
    after = line.prev(at) == "there"
    if not after and line.low(at + 1) != "there":
        return
    seen = at + (1 if after else 2)
    if low == "has":
        if line.low(seen) != "been":
            return
        seen += 1
    while line.low(seen) in ("still", "only", "now", "also", "just", "already", "currently"):
        seen += 1
    many = line.low(seen)
    noun = _noun(line, seen + 1)
    thing = line.low(noun)
    if line.text[line[noun].end : line[noun].end + 1] in ("'", "’"):
        return
    if low in ("are", "were"):
        if many in ("a", "an", "one") and thing in PURE and _small(line, noun) and after and not (
            {"and", "or"} & set(line.sentence(at)) or line[noun + 1].before != " "
        ) and thing not in _ENOUGH:  # fmt: skip
            yield line.fault(at, at + 1, {"are": "is", "were": "was"}[low], AGREE)
        return
    counted = many in NUMBERS or (many.isdigit() and many not in ("0", "1")) or many in _SEVERAL
    if (
        counted
        and thing in PLURAL
        and thing not in MEASURES
        and PLURAL[thing] not in MEASURES
        and (_small(line, noun) or line.low(noun + 1) in ("free", "left", "available"))
    ):
        yield line.fault(at, at + 1, _MANY[low], AGREE)


_SEVERAL = frozenset(("many", "several", "both", "these", "those", "any", "no", "some", "few"))
_ENOUGH = frozenset(("season", "time", "range", "number", "lot", "date"))


def _here(line: Line, at: int) -> Iterator[Correction]:
    """ "Here is the photos", "these is my favourite cups"."""
    low, who = line[at].low, line.prev(at)
    if low not in ("is", "was", "are", "were") or not line[at - 1].first:
        return
    if who in ("these", "those") and low in _MANY:
        yield line.fault(at, at + 1, _MANY[low], AGREE)
    elif who in ("this", "that") and low in ("are", "were") and line[at - 1].word.istitle():
        yield line.fault(at, at + 1, _ONE[low], AGREE)
    elif who in ("here", "where") and low in _MANY and line.low(at + 1) in _WHOSE | {"some"}:
        noun = _noun(line, at + 2)
        thing = line.low(noun)
        owns = line.text[line[noun].end : line[noun].end + 1] in ("'", "’")
        if PLURAL.get(thing, "day") not in MEASURES and _small(line, noun) and not owns:
            yield line.fault(at, at + 1, _MANY[low], AGREE)


def _which(line: Line, at: int) -> Iterator[Correction]:
    """ "The volunteers which cleared the path"."""
    if line[at].low not in ("which", "what"):
        return
    if line[at].low == "what" and line.prev(at - 1) not in ("the", "those"):
        return
    who, next_ = line.prev(at), line.low(at + 1)
    if who not in PERSONS and PLURAL.get(who) not in PERSONS and who != "someone":
        return
    if next_ not in _DOES and not (len(next_) > 4 and next_.endswith("ed")):
        return
    said = [one.low for one in line.tokens[line.begin(at) : at]]
    if not any(one.startswith(_TELLING) for one in said):
        yield line.fault(at, at + 1, "who", OTHER)


_DOES = words(
    "is are was were has have had will can could would came come made make help gave give took "
    "take got get won love loves want wants work works do does did makes helps stood ran runs "
    "lives bakes sells wins brings plays teaches gives"
)
_TELLING = ("ask", "tell", "told", "show", "remind", "teach", "taught", "know", "guess", "let")


def _much(line: Line, at: int) -> Iterator[Correction]:
    """ "How much scones", "so much people", "how many money", "less people"."""
    low = line[at].low
    if low not in ("much", "many", "less", "fewer"):
        return
    word, before = line.low(at + 1), line.prev(at)
    if line[at + 1].hangs or not (
        _small(line, at + 1) or line[at + 2].word.istitle() or line.low(at + 1) == "people"
    ):
        return
    if low in ("many", "fewer"):
        if word in MASS and (before in ("how", "so", "too", "as", "not") or low == "fewer"):
            yield line.fault(at, at + 1, {"many": "much", "fewer": "less"}[low], USED)
        return
    noun = PLURAL.get(word)
    if noun is None or noun in MEASURES or word in ("times", "dates", "sizes"):
        return
    follows = line.low(at + 2)
    many = before in ("so", "too", "not", "very") and follows not in _GOES
    many = many or (before in _BIG and word in PLURAL and noun in PURE)
    if before == "so" and not follows and line.prev(at - 1) in ("you", "love", "them", "us"):
        many = False
    if before == "how":
        many = line[at + 2].word.istitle() or follows in _WHO
        many = many or (follows in _HELPING and line.low(at + 3) in _WHO)
    if low == "less":
        compared = follows == "than" and line.low(at + 3) in _THAN
        if before not in _NO_LESS and (compared or follows not in ("than", "and")):
            yield line.fault(at, at + 1, "fewer", USED)
    elif many:
        yield line.fault(at, at + 1, "many", USED)


_HELPING = words("do did can could will would should have are")
_THAN = words("last ever before usual we you expected in the normal planned this")
_BIG = words("have has had got need get see with without sell")
_NO_LESS = frozenset(("or", "no", "for", "much", "even", "in"))
_GOES = words("can will could would are is do did have has as")
_WHO = frozenset(("we", "you", "they", "i", "he", "she", "there"))


def _them(line: Line, at: int) -> Iterator[Correction]:
    """ "A few of them lovely boards": those; not "two of them locals" nor "give them cakes"."""
    if line[at].low != "them":
        return
    noun = _noun(line, at + 1)
    if line.low(noun) not in PLURAL and line.low(noun) not in SMALL and noun > at + 1:
        noun += 1
    thing = line.low(noun)
    if PLURAL.get(thing) not in PURE or PLURAL[thing] in PERSONS or not _small(line, noun):
        return
    if thing in MEASURES or PLURAL[thing] in MEASURES:
        return
    begin = line.begin(at)
    plain = all(one.before == " " for one in line.tokens[begin + 1 : at + 1])
    before = line.prev(at)
    if line[at].first or (plain and at > begin and before in _OF_THEM):
        yield line.fault(at, at + 1, "those", OTHER)


_OF_THEM = words("of all about at love loves loved")


def _marked_plural(line: Line, at: int) -> Iterator[Correction]:
    """ "The photo's are up", "many cake's left"."""
    word = line[at].low.replace("’", "'")
    noun = word.removesuffix("'s")
    if noun == word or noun not in SINGULAR or noun in PERSONS or noun in MEASURES:
        return
    counted = line.prev(at) in ("many", "several", "these", "those", *NUMBERS)
    if line.low(at + 1) in ("are", "were", "have") or (counted and _small(line, at)):
        yield line.fault(at, at + 1, SINGULAR[noun], MARK)


def _weekly(line: Line, at: int) -> Iterator[Correction]:
    """ "Two day a week"."""
    low, many = line[at].low, line.prev(at)
    if low not in MEASURES or not (many in NUMBERS or (many.isdigit() and many not in "01")):
        return
    if line.prev(at - 1) in ("a", "an", "the", "our", "your", "this", "one", "every"):
        return
    ago = line.low(at + 1) in ("ago", "later")
    if ago or (line.low(at + 1) == "a" and line.low(at + 2) in ("week", "day", "month", "year")):
        yield line.fault(at, at + 1, SINGULAR[low], AGREE)


_RULES = (
    _here,
    _marked_plural,
    _weekly,
    _these,
    _one_of,
    _there,
    _which,
    _much,
    _them,
    *VERB_RULES,
    *TENSES,
)
