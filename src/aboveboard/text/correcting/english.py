"""English grammar and spelling by Harper (https://writewithharper.com), in this process.

Harper's dictionary takes some 120 MB and a second to make, once for both dialects; a text then
takes milliseconds.
"""

from collections.abc import Iterator
from functools import cache
from pkgutil import resolve_name
from typing import Any

import regex

from aboveboard.text.correcting.correction import Correction, Sure
from aboveboard.text.correcting.dictionaries import near
from aboveboard.text.correcting.veiled import VEIL
from aboveboard.text.found.names import fold
from aboveboard.text.tables import words

SOURCE = "Harper"
_AMERICAN, _BRITISH = 0, 1
# What Harper calls a lint's kind, and what we say of it to people of any language.
WHY = {
    "Agreement": "These words do not agree with each other.",
    "BoundaryError": "Words stand apart or together that should not.",
    "Capitalization": "This word takes a capital, or none.",
    "Eggcorn": "This sounds like another phrase.",
    "Grammar": "This is not how English builds it.",
    "Malapropism": "This word sounds like another one that is meant.",
    "Miscellaneous": "This is not how English builds it.",
    "Nonstandard": "This is not standard English.",
    "Punctuation": "A mark is missing here, or too much.",
    "Repetition": "This word stands here twice.",
    "Spelling": "This word is not in the dictionary.",
    "Typo": "This looks like a slip of the hand.",
    "Usage": "English uses this word otherwise.",
    "WordChoice": "Another word is meant here, it seems.",
}
# Matters of taste, of headings, or that our own rules say better for posts.
_OFF = words(
    "SentenceCapitalization OrthographicConsistency NumericRangeEnDash LongSentences BoringWords "
    "SpelledNumbers UseTitleCase Spaces UnclosedQuotes AvoidCurses ExpandMinimum ToDoHyphen Dashes "
    "EllipsisLength NoFrenchSpaces DotInitialisms QuoteSpacing UseEllipsisCharacter SplitWords "
    "PhrasalVerbAsCompoundNoun CurrencyPlacement DisjointPrefixes"
)
# Rules of Harper's that were right or silent on 43,500 right sentences of posts and newspapers.
SUREST = words(
    "AccuseOf AdjectiveDoubleDegree AllIntentsAndPurposes AllOfASudden AllReady AllThough AnA "
    "AnAnother AnotherOnes AnotherThings Anywhere AsOfLately AtLestToLeast AwaitFor AwareOf "
    "BareInMind BareWithMe BatedBreath BeenThere BestRegards BewareOf ChampAtTheBit "
    "CompoundSubjectI ComprisesOf DespiteOf DidPast Didnt Discuss DoIAdjective DoMistake "
    "DoToDueTo DontCan DoubleModal EachOthersPossessive EludedTo EverSince Everywhere ExceptOf "
    "ExitedExcitedContext FascinatedBy FewUnitsOfTimeAgo ForTheNthTime GetRidOf GetUsedTo HadOf "
    "HalfAnHour HavePassed HeDos HowItLooksLike IAm IAmAgreement IfWouldve InAHurry InAWhile "
    "InNeedOf InsteadOf InterestedIn IsKnownFor ItsContraction JealousOf KindRegards LaughOfAt "
    "LetMeKnow LetsConfusion LongTimeAgo MakeSense MeansALotTo MissingTo ModalOf MoreBetter "
    "MostOfTheTimes NoLonger NowWay OfCourse PassionateAbout Payed PeaceOfMind PiqueInterest "
    "PleasRequestVerb PleaseTakeALook PronounContraction PronounInflectionBe RelayOnForRely "
    "ResponsibleFor RifeWith RiseTheQuestion SameAs SimilarLike SimplePastToPastParticiple "
    "SinceDuration SneakingSuspicion Somewhere SubjectPronoun SuchShame SupposedTo TakeALookTo "
    "TakePrideIn ThanksALot TheMy TheTheToThatThe TheirToThere TheirToTheyre ThenThan "
    "ThereIsAgreement ThereOwn ThesesThese TheyreConfusions TheyreToTheir ThinkKnowOff "
    "ThisTypeOfThing ThoughThought ToLoseTooLoose TooTo UseToUsedTo VeryKnown WaistWaste WasAloud "
    "WentAheadAndAgreement WhetYourAppetite WinPrize WorseOrWorst WorthToDo WouldNeverHave "
    "WroteToRote YourOutClauseAgreement"
)
_HANGS = regex.compile(r"[-‑]\p{L}")
_SURE = frozenset({"Agreement", "Repetition", "Grammar"})


def english_corrections(text: str, *, known: frozenset[str]) -> Iterator[Correction]:
    """What Harper says of a veiled text; a word counts as misspelt when no dialect has it."""
    plain = text.replace(VEIL, " ")
    british = _lints(_BRITISH, plain)
    unknown = {one.span.start for _rule, one in american(plain)
               if one.lint_kind == "Spelling"}  # fmt: skip
    for rule, one in british:
        kind, start, end = one.lint_kind, one.span.start, one.span.end
        if rule in _OFF or kind not in WHY or VEIL in text[max(0, start - 1) : end + 1]:
            continue
        said = text[start:end]
        instead = tuple(dict.fromkeys(put(said, each) for each in one.suggestions))
        if kind == "Repetition" and said.casefold().split()[0] in ("that", "had"):
            continue
        sure: Sure = "sure" if kind in _SURE else "likely"
        if kind == "Spelling":
            if start not in unknown or fold(said) in known or _named(text, start, said):
                continue
            # "Eco-friendly": what hangs before a hyphen need be no word by itself.
            if _HANGS.match(text, end):
                continue
            close = bool(instead) and near(said, instead[0])
            if said[:1].isupper() and not close:
                continue
            sure = "sure" if close and said.islower() else "perhaps"
        if instead and instead[0] != said:
            yield Correction(
                start, end, said, instead, kind.lower(), WHY[kind], SOURCE, sure, one.message
            )


def _named(text: str, start: int, word: str) -> bool:
    """A capital within a sentence, or all in capitals: a name, or nothing for a dictionary."""
    if not word[:1].isupper():
        return any(character.isdigit() for character in word)
    before = text[:start].rstrip()
    return not word.istitle() or bool(before and (before[-1].isalnum() or before[-1] in ",’'&-"))


def put(before: str, suggestion: Any) -> str:
    """What the words become: Harper replaces, removes, or adds after them."""
    said = str(suggestion.replacement_text)
    if int(suggestion.kind) == 2:
        return before + said
    if int(suggestion.kind) == 1:
        return ""
    # Harper writes "AN" for the article "A".
    return said.capitalize() if before.istitle() and said.isupper() and len(said) < 4 else said


def american(text: str) -> list[tuple[str, Any]]:
    """What Harper's rules say of a text, each with its rule's name."""
    return _lints(_AMERICAN, text)


def surest(text: str) -> list[tuple[str, Any]]:
    """What the rules of SUREST say of a text; a thirtieth of the time that all rules take."""
    by_rule = _surest_linter().organized_lints(text, language="plaintext")
    return [(rule, one) for rule, found in by_rule.items() for one in found]


def british_unknown(text: str) -> frozenset[int]:
    """Where words begin that are not in Harper's British dictionary."""
    found = _lints(_BRITISH, text)
    return frozenset(one.span.start for _rule, one in found if one.lint_kind == "Spelling")


def _lints(dialect: int, text: str) -> list[tuple[str, Any]]:
    by_rule = _linter(dialect).organized_lints(text, language="plaintext")
    return [(rule, one) for rule, found in by_rule.items() for one in found]


@cache
def _linter(dialect: int) -> Any:
    return resolve_name("harper:Linter")(dialect)


@cache
def _surest_linter() -> Any:
    linter = resolve_name("harper:Linter")(_AMERICAN)
    linter.set_lint_config({rule: rule in SUREST for rule in linter.get_lint_config()})
    return linter
