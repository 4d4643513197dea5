"""More German cases: the genitive, numbers before adjectives, plurals, and where to."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.german.nouns import (
    ACCUSATIVE,
    article,
    gender,
    is_noun,
    is_plural,
    noun_after,
    stem_of,
)
from aboveboard.text.correcting.agreeing.german.reading import is_adjective, is_finite
from aboveboard.text.correcting.agreeing.german.words import (
    AGENTS,
    MASS,
    NO_ADJECTIVE,
    NUMBERS,
    SAME,
    TIMES,
    TO_N,
    WEAK,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE, CASE, OTHER, TWO
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_GENITIVE = words(
    "trotz wegen aufgrund während anlässlich innerhalb außerhalb oberhalb unterhalb infolge "
    "angesichts mithilfe bezüglich zugunsten inmitten abseits dank statt anstatt"
)
# With these a dative is heard so often that it is right to many.
_DATIVE_TOO = words("trotz wegen dank")


def genitive(line: Line, at: int) -> Iterator[Correction]:
    """ "Aufgrund die Bauarbeiten", "während den Ferien", "trotz den Regen", "wegen eine Feier"."""
    low, before = line[at].low, line.prev(at)
    if before not in _GENITIVE or not line[at].word.islower() or line.prev(at - 1) == "was":
        return
    place = noun_after(line, at, known=False)
    if place < 0 or (before == "während" and _joins(line, at, place)):
        return
    if before.endswith("statt") and not (
        line[at - 1].first and line[place + 1].word.islower() and is_finite(line.low(place + 1))
    ):  # fmt: skip
        return
    noun, stem = line[place].word, stem_of(low)[0]
    sex, small = gender(noun), noun.lower()
    row = [one.low if not one.low.endswith("e") else f"{one.low}n"
           for one in line.tokens[at + 1 : place]]  # fmt: skip
    one = low in ("den", "das", "dem") or (stem and low != "euer" and not low.endswith(("e", "s")))
    if (
        one
        and (low == "unser" or not low.endswith("er"))
        and sex in ("m", "n")
        and small not in WEAK | SAME
    ):
        if (low == "dem" and before == "trotz") or before == "dank" or is_plural(noun):
            return
        short = len(noun) < 5 and not noun.endswith(("e", "er", "el", "en", "o", "a", "i"))
        more = "es" if short or noun.endswith(("ß", "z", "sch", "st", "s", "x")) else "s"
        said = f"{stem}es" if stem else "des"
        yield line.fault(at, place + 1, " ".join([said, *row, f"{noun}{more}"]), CASE)
    elif low == "die" or low == "alle" or (stem and low.endswith("e") and low != "seine"):
        said = "der" if low == "die" else f"{low}r"
        yield line.fault(at, place, " ".join([said, *row]), CASE)
    elif low == "den" and before not in _DATIVE_TOO and noun.endswith(("en", "n")) and (
        sex in ("", "f") and not small.endswith(("chen", "lein")) and small not in WEAK
    ):  # fmt: skip
        yield line.fault(at, at + 1, "der", CASE)


def _joins(line: Line, at: int, place: int) -> bool:
    """Whether “während” joins two sentences here: then a verb ends its part."""
    stop = line.clause(at)
    if line[at - 1].first:
        end = line.stop(at)
        return any(
            line[seen].before.startswith(",") and line[seen - 1].word.islower()
            and is_finite(line[seen - 1].low) for seen in range(place + 1, end)
        )  # fmt: skip
    last = line[stop - 1]
    closed = stop > place + 1 and (is_finite(last.low) or line[place + 1].low != last.low)
    return (closed and last.word.islower()) or line[at - 1].before != " "


_AROUND = words("dem der einem einer unserem unserer eurem eurer")


def around(line: Line, at: int) -> Iterator[Correction]:
    """ "Um dem Dorfteich herum", "rund um der Kirche", "für den Kindern"."""
    low, before = line[at].low, line.prev(at)
    place = noun_after(line, at, known=False)
    if place < 0 or not line[at].word.islower():
        return
    noun = line[place].word
    if before == "um" and low in _AROUND:
        sex = gender(noun) or ("m" if low.endswith("m") else "f")
        turned = "herum" in (line.low(place + 1), line.low(place + 2))
        if turned or line.prev(at - 1) == "rund":
            yield line.fault(at, at + 1, article(low, sex, 1), CASE)
    elif before in ACCUSATIVE and (low == "den" or stem_of(low)[1] == "en"):
        plural = _is_dative(noun)
        if plural and line[at - 1].before != ", ":
            middle = line.text[line[at].end : line[place].start]
            said = article(low, "p", 1)
            yield line.fault(at, place + 1, f"{said}{middle}{noun[:-1]}", CASE)


_DETERMINERS = words("der die den dem des alle allen aller beide beiden unsere unseren unserer "
                     "meine meinen deine deinen eure euren eurer ihre ihren seine seinen diese "
                     "diesen dieser keine keinen jene jenen sämtliche welche")  # fmt: skip


def counted(line: Line, at: int) -> Iterator[Correction]:
    """ "noch drei freien Plätze": after a bare number an adjective ends in -e."""
    one = line[at]
    few = one.low in NUMBERS or (one.word.isdigit() and one.word not in ("0", "1"))
    if not few or not line[at + 1].word.islower() or not is_noun(line[at + 2]):
        return
    word, before = line.low(at + 1), line.prev(at)
    if before in _DETERMINERS or (before.endswith("en") and is_adjective(before)):
        return
    if word.endswith("en") and word not in NO_ADJECTIVE and is_adjective(word):
        ends = line[at + 2].word.endswith(("innen", "ungen", "en"))
        bare = ends and before in _TAKES and not gender(line[at + 2].word)
        if is_plural(line[at + 2].word) or bare:
            yield line.fault(at + 1, at + 2, word[:-1], AGREE)


_TAKES = words("haben habe hat gibt suchen suche sucht brauchen braucht bekommen verkaufen")


def years(line: Line, at: int) -> Iterator[Correction]:
    """ "Kinder unter sechs Jahre", "seit drei Monate"."""
    many = {"Jahre": "Jahren", "Monate": "Monaten", "Tage": "Tagen"}
    one = line[at]
    if one.word not in many or one.before != " ":
        return
    few = line[at - 1].low in NUMBERS or line[at - 1].word.isdigit()
    near, people = line.prev(at - 1), line[at - 3].word
    young = near == "unter" and people.startswith(("Kind", "Jugendliche", "Alle"))
    if few and (near in ("seit", "vor", "nach") or young) and (
        line.low(at + 1) not in ("lang", "alt", "altes")
    ):  # fmt: skip
        yield line.fault(at, at + 1, many[one.word], CASE)


_WITH_PLURAL = words("die unsere eure meine deine alle diese keine viele einige beide mehrere")
_DO = words(
    "haben sind waren hatten werden können wollen müssen freuen machen kommen backen arbeiten "
    "bieten zeigen warten stehen helfen spielen suchen dürfen sollen feiern bekommen treffen"
)


def subjects(line: Line, at: int) -> Iterator[Correction]:
    """ "Unsere Mitarbeitern haben": after these no plural has the -n of the dative."""
    if line[at].low not in _WITH_PLURAL or line[at].before.strip() == ",":
        return
    place = at + 1
    if line[place].word.islower() and line.low(place).endswith(("en", "e")):
        place += 1
    noun = line[place]
    if not is_noun(noun) or not noun.word.endswith("n"):
        return
    if line[at].low == "die" and not (line[at].first and line.low(place + 1) in _DO):
        return
    if _is_dative(noun.word):
        yield line.fault(place, place + 1, noun.word[:-1], AGREE)


_NOT_SO = ("feiern", "steuern", "sorten", "torten", "antworten", "pforten", "kästen")


def _is_dative(noun: str) -> bool:
    """Whether it is a plural with the -n of the dative, and nothing else."""
    bare, small = noun[:-1], noun.lower()
    if not noun.endswith("n") or gender(noun) or small.endswith(_NOT_SO):
        return False
    small = small[:-1]
    known = small in TO_N or bool(ending(small, TO_N)) or bool(ending(small, AGENTS))
    return known or (noun.endswith("ern") and is_plural(bare))


def whose(line: Line, at: int) -> Iterator[Correction]:
    """ "Menschen, dessen Herz", "eine Frau, dessen Hund", "der Mann, deren Hund"."""
    low, one = line[at].low, line[at - 1]
    if low not in ("dessen", "deren") or line[at].before != ", " or at == 0:
        return
    if not is_noun(one) or (not is_noun(line[at + 1]) and not line[at + 1].word.islower()):
        return
    sex, near, noun = gender(one.word), line.prev(at - 1), one.word
    many = is_plural(noun) or noun in ("Menschen", "Leute", "Gästen", "Kindern", "Freunden") or (
        noun.endswith(("innen", "ungen", "heiten"))
    )  # fmt: skip
    # A noun in the genitive or after a preposition may not be the one that is meant.
    if low == "dessen" and (many or (sex == "f" and near in ("eine", "die", "einer", "unsere"))):
        far = [each.low for each in line.tokens[line.begin(at) : at - 1]]
        if not any(each in ("der", "des", "von", "mit", "für") for each in far):
            yield line.fault(at, at + 1, "deren", AGREE)
    elif low == "deren" and near in ("ein", "einen", "einem", "das") and sex in ("m", "n"):
        yield line.fault(at, at + 1, "dessen", AGREE)


_PUT = words("hängt häng hänge stellt stell stelle legt leg lege setzt setz klebt kleb kleben "
             "steckt steck werft wirf schreibt pinnt")  # fmt: skip
_THERE = words("an auf in vor hinter neben unter")
_FUSED = {"am": "ans", "im": "ins"}
_PLACES = words("im in am bei vor auf")


def where_to(line: Line, at: int) -> Iterator[Correction]:
    """ "Hängt eure Wünsche an unserem Baum", "Im Mai geht es in einem neuen Laden"."""
    low, before = line[at].low, line.prev(at)
    stem, end = stem_of(low)
    dative = low == "dem" or (stem and end == "em") or (
        (low == "der" or (stem and end == "er")) and before in _THERE
    )  # fmt: skip
    if before not in _THERE or not dative or not line[at].word.islower():
        return
    place = noun_after(line, at, known=False)
    sex = gender(line[place].word) if place >= 0 else ""
    if not sex or (sex == "f") != low.endswith("r"):
        return
    stop, begin = line.clause(at), line.begin(at)
    if stop > place + 1 and (line.low(place + 1) not in _PLACES or stop == place + 2):
        return
    if any(one.word.islower() and one.low not in _PLACES | words("der dem unserem unserer")
           for one in line.tokens[place + 1 : stop]):  # fmt: skip
        return
    row = [one.low for one in line.tokens[begin : at - 1]]
    whole = all(one.before == " " for one in line.tokens[begin + 1 : at])
    row = row[next((n for n, each in enumerate(row) if n and row[n - 1] in ("und", "bitte")
                    and each in _PUT), 0) :]  # fmt: skip
    put = whole and len(row) >= 2 and row[0] in _PUT and row[1] in (
        "eure", "euren", "euer", "deine", "deinen", "dein", "die", "den", "das", "einen", "eine",
        "ein", "euch", "dich"
    ) and (len(row) > 2 or row[1] in ("euch", "dich")) and not any(
        one in _PLACES and not line.low(begin + n + 1).endswith(("abend", "tag", "morgen"))
        for n, one in enumerate(row[2:], at - 1 - begin - len(row[2:]))
    )  # fmt: skip
    goes = before == "in" and row[-2:] == ["geht", "es"] and not any(
        one in ("wo", "wie", "hier", "worum") for one in row
    )  # fmt: skip
    if put or goes:
        middle = [line[seen].low for seen in range(at + 1, place)]
        if sex == "n" and middle:
            return
        if sex == "f":
            middle = [one.removesuffix("n") for one in middle]
        yield line.fault(at, place, " ".join([article(low, sex, 1), *middle]), CASE)


_HAVE = words("habe haben hat hast habt gibt brauche brauchen")
_NONE = {"m": "keinen", "n": "kein", "f": "keine"}
_AFTER_NO = words("vor hinter im in am an auf mit für bei mehr")
_IDIOMS = words("recht rad auto montag angst uhr")


def no(line: Line, at: int) -> Iterator[Correction]:
    """ "Bei uns gibt es nicht Mindestbestellwert"."""
    one = line[at + 1]
    if line[at].low != "nicht" or not is_noun(one):
        return
    if not line.ends(at + 1) and line.low(at + 2) not in _AFTER_NO:
        return
    near = {one.low for one in line.tokens[max(line.begin(at), at - 5) : at]}
    if not near & _HAVE or not near & {"es", "wir", "ich"} or one.low in TIMES | _IDIOMS:
        return
    if "sondern" in line.text[one.end : one.end + 60]:
        return
    sex = gender(one.word) or ("f" if one.low.endswith(("ung", "heit")) else "")
    if sex or is_plural(one.word):
        yield line.fault(at, at + 1, _NONE.get(sex, "keine"), OTHER)


def then(line: Line, at: int) -> Iterator[Correction]:
    """ "Wir haben für euch denn Stollen gebacken"."""
    if line[at].word != "denn" or line[at].before != " ":
        return
    place = noun_after(line, at, known=False)
    row = set(line.sentence(at))
    if place < 0 or gender(line[place].word) != "m" or line[place].low in MASS - {"kuchen"}:
        return
    if row & words(
        "was wer wie wo warum wann mehr sei wieso welche welcher ist sind als geschweige"
    ):
        return
    after = line[line.stop(at)].before if line.stop(at) < len(line.tokens) else line.text[-2:]
    if "?" not in after and row & words("haben habe hat habt ihr wir ich"):
        yield line.fault(at, at + 1, "den", OTHER)


_AFTER = {"nachdem": "nach dem", "seitdem": "seit dem", "trotzdem": "trotz dem"}


def parted(line: Line, at: int) -> Iterator[Correction]:
    """ "Nachdem Konzert gibt es Sekt": "dem" goes with the noun."""
    low, noun = line[at].low, line[at + 1]
    if low not in _AFTER or not is_noun(noun) or noun.low in MASS:
        return
    after = line[at + 2]
    one = gender(noun.word) in ("m", "n") and not is_plural(noun.word)
    # "Nachdem Frost kam, …": a part of its own, with its verb at the end.
    if one and not line.ends(at + 2) and (
        line.ends(at + 1) or (after.word.islower() and is_finite(after.low))
        or after.low in ("im", "in", "am", "mit", "von")
    ):  # fmt: skip
        yield line.fault(at, at + 1, _AFTER[low], TWO)


def is_told(line: Line, at: int) -> Iterator[Correction]:
    """ "Hier gibt jeden Freitag frischen Fisch": there is “es gibt”."""
    if line[at].word != "gibt" or line.low(at + 1) not in _SOME:
        return
    begin, stop = line.begin(at), line.clause(at)
    row = [one.low for one in line.tokens[begin:at]]
    if not row or not (row[0] in _THEN or (row[0] in _WHERE and 2 <= len(row) <= 4)):
        return
    if set(line.sentence(at)) & words("es er sie man wer was der das ein unser ihr wir ab weiter"):
        return
    things = [one for one in line.tokens[at + 1 : stop] if is_noun(one) and one.low not in TIMES]
    if len(things) == 1 and line.prev(at) != "wer":
        yield line.fault(at, at + 1, "gibt es", OTHER)


_SOME = words("jeden keinen keine kein viele noch frischen frische einen leckere tolle neue")
_THEN = words("hier heute jetzt morgen leider dort dazu")
_WHERE = words("am im bei ab in")


def reason(line: Line, at: int) -> Iterator[Correction]:
    """ "jede Spende, den jeder Euro zählt": no noun before is one that “den” tells of."""
    if line[at].word != "den" or line[at].before != ", " or not is_noun(line[at - 1]):
        return
    after = line.low(at + 1)
    if after not in words("jeder jede jedes das die nur ohne so wir ihr ich unser unsere"):
        return
    nouns = [one.word for one in line.tokens[line.begin(at) : at] if one.word.istitle()][1:]
    if any(gender(one) not in ("f", "n") for one in nouns) or not nouns:
        return
    if line.clause(at) - at >= 4:
        yield line.fault(at, at + 1, "denn", OTHER)


RULES = (
    is_told, reason, genitive, around, counted, years, subjects, whose, where_to, no, then, parted,
)  # fmt: skip
