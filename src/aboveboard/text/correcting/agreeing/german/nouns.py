"""German nouns with their articles: gender, and the cases that prepositions ask for."""

from collections.abc import Iterator
from functools import lru_cache

from aboveboard.text.correcting.agreeing.german.reading import is_adjective, readings
from aboveboard.text.correcting.agreeing.german.words import (
    ADJECTIVES,
    AGENTS,
    FEMININE_ENDS,
    GENDER_ENDS,
    GENDERS,
    MASS,
    NO_ADJECTIVE,
    NOT_FEMININE,
    NUMBERS,
    SAME,
    TO_N,
    WEAK,
)
from aboveboard.text.correcting.agreeing.row import Line, Token, ending
from aboveboard.text.correcting.agreeing.why import AGREE, CASE
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_GENDER = "This noun has another gender."
DATIVE = words("mit bei von zu nach aus seit gegenüber")
ACCUSATIVE = words("für gegen durch ohne")
# What they are without an ending may be wrong after a preposition: "für ein Freund".
_PLAIN_STEMS = ("ein", "mein", "dein", "unser", "eur", "kein")
_STEMS = (
    "mein",
    "dein",
    "sein",
    "unser",
    "eur",
    "ihr",
    "kein",
    "ein",
    "dies",
    "jed",
    "welch",
    "jen",
)
_THE = {"m": ("der", "den", "dem"), "n": ("das", "das", "dem"), "f": ("die", "die", "der"),
        "p": ("die", "die", "den")}  # fmt: skip
_ENDS = {"m": ("er", "en", "em"), "n": ("es", "es", "em"), "f": ("e", "e", "er"),
         "p": ("e", "e", "en")}  # fmt: skip
_FUSED = {"zum": ("m", "n"), "beim": ("m", "n"), "vom": ("m", "n"), "im": ("m", "n"),
          "am": ("m", "n"), "zur": ("f",)}  # fmt: skip
_APART = {"zum": "zur", "beim": "bei der", "vom": "von der", "im": "in der", "am": "an der",
          "zur": "zum"}  # fmt: skip
# Which genders a noun in the singular may have after an article, whatever its case.
_GENDERS_AFTER = {"unserer": "f", "meiner": "f", "deiner": "f", "eurer": "f",
                  "unser": "mn", "euer": "mn", "mein": "mn", "dein": "mn", "kein": "mn",
                  "der": "mf", "die": "f", "das": "n", "den": "m", "dem": "mn", "ein": "mn",
                  "eine": "f", "einen": "m", "einem": "mn", "einer": "f", "keine": "f",
                  "unsere": "f", "meine": "f", "deine": "f", "eure": "f", "keinen": "m",
                  "unseren": "m", "meinen": "m", "deinen": "m", "euren": "m", "diesen": "m",
                  "dieser": "mf", "diese": "f", "dieses": "n", "jede": "f", "jeder": "mf",
                  "jedes": "n", "jeden": "m", "jedem": "mn", "diesem": "mn"}  # fmt: skip
_MANY = words("viele einige mehrere andere wenige alle")
_DATIVE_TOO = words("mit von bei aus nach seit vor")
_SEVERAL = words("allen vielen einigen mehreren")
_WEAKENING = words("die der diese unsere eure meine deine seine ihre alle keine")
_MANY_DATIVE = words("vielen einigen mehreren anderen wenigen allen unseren euren meinen")
_ADJECTIVE_ENDS = ("e", "en", "er", "es", "em")
_BARE = ("unser", "euer", "mein", "dein", "kein")
_STRONG = {"m": "er", "n": "es", "f": "e"}


def gender(noun: str) -> str:
    """m, n or f of a noun in the singular; empty where it is not known."""
    low = noun.lower()
    if low in WEAK:
        return "m"
    if low in GENDERS:
        return GENDERS[low]
    if found := ending(low, GENDER_ENDS):
        return "" if low.endswith(("antwort", "verantwort")) else GENDER_ENDS[found]
    if (
        len(low) > 5
        and low != "schaft"
        and low.endswith(FEMININE_ENDS)
        and not low.endswith(NOT_FEMININE)
    ):
        return "f"
    return "f" if len(low) > 7 and low.endswith(("erin", "istin", "egin", "din")) else ""


@lru_cache(maxsize=20_000)
def is_plural(noun: str) -> bool:
    """Whether it is a plural that takes an -n in the dative, and no singular."""
    low = noun.lower()
    if not noun.istitle() or not low.endswith(("e", "er", "el")) or low in AGENTS | SAME:
        return False
    if low.endswith(_ONE_ONLY):
        return False
    if low in TO_N:
        return True
    if gender(noun) or any(stem == noun for stem, _mark in readings(noun) if low.endswith("e")):
        return low not in GENDERS and _risen(noun)
    if any(mark in ("E", "R", "p") and stem.istitle() for stem, mark in readings(noun)):
        return True
    return (low.endswith("e") and gender(noun[:-1]) in ("m", "n")) or _risen(noun)


def _risen(noun: str) -> bool:
    """Whether it has an umlaut that its singular has not."""
    plain = noun.translate(_ROUND)
    if plain == noun:
        return False
    if plain.endswith("e"):
        return gender(plain[:-1]) in ("m", "n")
    return gender(plain.removesuffix("er")) == "n" or plain.lower() in GENDERS


_ONE_ONLY = (
    "danke", "buche", "marke", "rutsche", "tiefe", "dividende", "schranke", "note", "rate", "gage",
    "type", "tapete", "pole", "akte", "herde", "schale", "minze", "schotte", "cousine", "pauschale",
    "franke", "schalke", "plane", "rabatte", "hause", "grunde", "zuge", "lehne", "wiege", "weste",
    "paste", "kante", "spitze", "felde", "winde", "stande", "locher", "fahne", "stare", "schmiede",
    "spiel", "schäfer", "bucher", "stellter", "turnier", "sprosse", "klinke",
)  # fmt: skip
_ROUND = str.maketrans("äöüÄÖÜ", "aouAOU")


def is_noun(one: Token) -> bool:
    """Whether it is written as a noun is, and stands by itself."""
    return one.before == " " and len(one.word) > 1 and one.word.istitle() and not one.hangs


def _is_adjective(word: str) -> bool:
    return (
        any(word.endswith(end) and word.removesuffix(end) in ADJECTIVES for end in _ADJECTIVE_ENDS)
        or is_adjective(word)
        or (len(word) > 6 and word.endswith(("igen", "ige", "ichen", "iche", "ischen", "ische")))
    )


def noun_after(line: Line, at: int, *, known: bool) -> int:
    """The place of the noun after an article, with at most two adjectives between; -1 for none."""
    for place in range(at + 1, at + 4):
        one = line[place]
        if one.before != " " or one.hangs:
            return -1
        if is_noun(one):
            # Two in a row are a name, or written apart.
            follows = line[place + 1]
            return -1 if follows.before == " " and follows.word[:1].isdigit() else place
        if not one.word.islower() or one.low in NO_ADJECTIVE or not one.low.endswith(
            ("en", "e", "er", "es", "em") if known else ("en", "e")
        ):  # fmt: skip
            return -1
        if known and not _is_adjective(one.low):
            return -1
    return -1


def stem_of(low: str) -> tuple[str, str]:
    if low == "euer":
        return "eur", ""
    for stem in _STEMS:
        if low.startswith(stem) and low[len(stem) :] in ("", "e", "en", "er", "es", "em"):
            return stem, low[len(stem) :]
    return "", ""


def article(low: str, sex: str, case: int) -> str:
    """The article in another form: of gender m, n, f or p and the case 0, 1 or 2."""
    if low in ("der", "die", "das", "den", "dem", "des"):
        return _THE[sex][case]
    stem, _end = stem_of(low)
    end = _ENDS[sex][case]
    if stem not in ("dies", "jed", "welch", "jen") and (
        (sex == "m" and case == 0) or (sex == "n" and case < 2)
    ):  # fmt: skip
        end = ""
    return "euer" if stem == "eur" and not end else stem + end


def cases(line: Line, at: int) -> Iterator[Correction]:
    """ "mit den Kinder", "mit eure Freunde", "für dem Basar", "trotz den Regen"."""
    one, before = line[at], line.prev(at)
    low, (stem, end) = one.low, stem_of(one.low)
    if not before or not one.word.islower() or (line[at - 1].before.strip() == "," and one.low in (
        "dem", "der", "den", "das", "die"
    )):  # fmt: skip
        return
    plain = stem in _PLAIN_STEMS and not end and before in ("über", "um")
    if (before not in DATIVE | ACCUSATIVE and not plain) or line.prev(at - 1) == "was":
        return
    place = noun_after(line, at, known=False)
    if place < 0:
        return
    noun = line[place].word
    sex = gender(noun)
    middle = line.text[one.end : line[place].start]
    apart = line[place + 1].word[:1].isupper() and line[place + 1].before == " "
    if stem in _PLAIN_STEMS and not end:
        right = article(low, sex, 2 if before in DATIVE else 1) if sex else low
        if right != low and place == at + 1 and before not in ("seit", "zu") and noun != "Uhr":
            yield line.fault(at, at + 1, right, CASE)
        return
    if before in DATIVE and (low == "der" or (stem and end == "er")) and sex in ("m", "n"):
        if noun.lower() not in SAME and before not in ("seit", "zu") and not apart:
            yield line.fault(at, at + 1, article(low, sex, 2), CASE)
        return
    if (before in DATIVE and before != "seit") or (
        before in DATIVE and (low in ("den", "diesen", "einen") or end == "en")
    ):
        yield from _dative(line, at, place, sex, middle, apart=apart)
    elif before in ACCUSATIVE and low == "der" and sex and place == at + 1:
        yield line.fault(at, at + 1, article(low, sex, 1), CASE)
    elif before in ACCUSATIVE and sex == "f" and (low == "der" or (stem and end == "er")):
        if not apart:
            yield line.fault(at, at + 1, article(low, sex, 1), CASE)
    elif before in ACCUSATIVE and (low == "dem" or (stem and end == "em")):
        if line.prev(at - 1) == "was" or (before == "ohne" and "zu" in "".join(
            token.low for token in line.tokens[place : line.stop(place)]
        )):  # fmt: skip
            return
        yield line.fault(at, at + 1, article(low, sex or "m", 1), CASE)


def plural_datives(line: Line, at: int) -> Iterator[Correction]:
    """ "aus fünf Leute", "mit vielen Gäste", "in den letzten Jahre", "mit viele Freunden"."""
    one, before = line[at], line.prev(at)
    low = one.low
    if not before or "," in line[at - 1].before:
        return
    few = low in NUMBERS or (one.word.isdigit() and len(low) < 4)
    many = low in _SEVERAL and before not in _WEAKENING
    inner = many or low == "den" or before in _DATIVE_TOO
    several = few and low not in ("0", "1")
    weak = before in ("letzten", "ersten", "nächsten", "vergangenen")
    if several and (before == "den" or (weak and line.prev(at - 1) == "den")):
        inner = True
    if inner and (low == "den" or few or low in _MANY_DATIVE or _is_adjective(low)):
        place = at + 1
        if line.low(place).endswith("en") and _is_adjective(line[place].word):
            place += 1
        noun = line[place]
        small = noun.low
        whole = (is_noun(noun) and one.word.islower()) or one.word.isdigit()
        if whole and is_noun(noun) and low not in NO_ADJECTIVE | {"vielen dank"}:
            found = small if small in TO_N else ending(small, TO_N)
            agent = found in AGENTS and many
            if agent or (found and found not in AGENTS and gender(noun.word) == ""):
                yield line.fault(place, place + 1, f"{noun.word}n", CASE)
    if before in ("mit", "von", "bei", "aus") and low.endswith("e") and one.word.islower():
        noun = line[at + 1]
        if is_noun(noun) and (low in _MANY or low[:-1] in ADJECTIVES or is_adjective(low)):
            sex = gender(noun.word)
            small = noun.low
            end = {"f": "r", "m": "m", "n": "m"}.get(sex, "n")
            more = "n" if end == "n" and (small in TO_N or ending(small, TO_N)) else ""
            if low in _MANY or sex or more or small.endswith("n"):
                yield line.fault(at, at + 2, f"{one.word}{end} {noun.word}{more}", CASE)


def _dative(
    line: Line, at: int, place: int, sex: str, middle: str, *, apart: bool
) -> Iterator[Correction]:
    low, noun = line[at].low, line[place].word
    stem, end = stem_of(low)
    plural = noun.lower() in TO_N or bool(ending(noun.lower(), TO_N))
    if low == "den" or (stem and stem != "ein" and end == "en"):
        # What ends in -n or -s may be a plural; others that are more than one are foreign.
        if noun.endswith(("n", "s", "a", "i", "o", "u", "y", "é")) or apart:
            return
        if line[at - 1].low == "seit" and not sex and not plural:
            return
        if sex and not (plural and noun.lower() not in GENDERS):
            yield line.fault(at, at + 1, article(low, sex, 2), CASE)
        elif plural:
            yield line.fault(at, place + 1, f"{line[at].word}{middle}{noun}n", CASE)
    elif (
        low in ("die", "das") or (stem and end in ("e", "es") and low != "eines") or low == "einen"
    ):
        if middle.strip().endswith(("sten", "ste")) or low == "seine":
            return
        if low in ("die", "das") and not (sex or plural or noun.endswith("n")):
            return
        if plural and noun.lower() not in GENDERS and not noun.endswith("n"):
            yield line.fault(at, place + 1, f"{article(low, 'p', 2)}{middle}{noun}n", CASE)
        else:
            sex = sex or ("p" if noun.endswith("n") and low != "einen" else "m")
            sex = "f" if low == "eine" and sex in "p" else sex
            yield line.fault(at, at + 1, article(low, sex, 2), CASE)


def genders(line: Line, at: int) -> Iterator[Correction]:
    """ "der Kinderprogramm", "einen Woche", "zum Feier", "ein neuer Regal"."""
    one, before = line[at], line.prev(at)
    low = one.low
    if (low not in _GENDERS_AFTER and low not in _FUSED) or not (one.word.islower() or one.first):
        return
    if one.before.strip() not in ("", ".", "!", "?", "–", "-", "„", ":") and not one.first:
        return
    place = noun_after(line, at, known=True)
    if place < 0 or (
        low in ("eine", "einen") and before in ("das", "der", "die", "den", "dem", "dieser")
    ):
        return
    noun = line[place].word
    sex, small = gender(noun), noun.lower()
    joined = ("und", "oder") if low in ("eine", "einen", "ein") else ("für", "und", "oder")
    if not sex or line.low(place + 1) in joined or small in ("frau", "herr", "uhr"):
        return
    following = line[place + 1]
    if following.before == " " and following.word[:1].isupper() and not (
        noun.endswith("in") and low in (*_BARE, "ein")
    ):  # fmt: skip
        return
    if low in _FUSED:
        if sex not in _FUSED[low] and small not in MASS and small not in SAME:
            yield line.fault(at, at + 1, _APART[low], _GENDER)
        return
    middle = [token.low for token in line.tokens[at + 1 : place]]
    if sex in _GENDERS_AFTER[low]:
        yield from _endings(line, at, place, sex)
        return
    if ending(small, SAME) and low not in ("ein", "eine", "einen", "einem", "einer", "das", "dem"):
        return
    bare = not middle and before not in DATIVE | ACCUSATIVE and not one.first
    if small in MASS and (not middle or low == "das"):
        return
    if (low == "das" and small.endswith("en")) or small == "tag":
        return
    if low in ("das", "dieses", "jedes") and not one.first and before not in ACCUSATIVE:
        return
    if low in ("ein", "die") and bare and small in MASS:
        return
    if (low in ("den", "die", "das") and before in DATIVE) or (
        low == "dem" and before in ACCUSATIVE
    ):
        return
    case = 2 if before in DATIVE or low in ("dem", "einem", "einer") else 1
    if low in ("der", "ein", "dieser", "jeder", *_BARE) and before not in DATIVE:
        case = 0
    mends = [article(low, sex, case)]
    yield line.fault(at, at + 1, mends[0], _GENDER)


def _endings(line: Line, at: int, place: int, sex: str) -> Iterator[Correction]:
    """The adjective between an article and a noun that fit: "ein neuer Regal"."""
    low, small = line[at].low, line[place].low
    for seen in range(at + 1, place):
        word = line[seen].low
        end = next(one for one in ("en", "er", "es", "em", "e") if word.endswith(one))
        stem = word.removesuffix(end)
        if stem not in ADJECTIVES and not is_adjective(word):
            continue
        right = end
        if low in ("ein", *_BARE):
            right = _STRONG[sex]
        elif low in ("eine", "meine", "deine", "unsere", "eure", "keine", "diese", "jede"):
            right = "e"
        elif low in ("einen", "einem", "einer", "dem", "den", "keinen", "unseren", "diesem"):
            right = "en"
        elif end == "en" and low in ("das", "dieses") and small not in SAME:
            right = "e"
        if right != end:
            yield line.fault(seen, seen + 1, stem + right, AGREE)
