"""Whether what is on file supports a claim: the same figures, standards, subject and scope.

Comes in: a claim's sentence, the post that it stands in, and the entries of evidence, each in any
of the five languages. Goes out: the entry that supports it, or nothing. Pure. Figures, standards
and numbers of certificates carry over between languages; words do by `support_words`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from aboveboard.check.support_figures import COUNTS, stands
from aboveboard.check.support_words import (
    AUDIENCES,
    EXCEPT,
    PARTS,
    SAYINGS,
    THINGS,
    VOID,
    WHOLE,
    about,
    proves,
)
from aboveboard.text.bare import bare
from aboveboard.text.languages import guess
from aboveboard.text.quantities import Quantity, quantities

_STANDARD = regex.compile(
    r"\b(?:(?:din|nen|nf|bs|msz)[ -]?)?(?:en|iso|astm|din|nen|msz)(?:[ /-]?(?:en|iso))?"
    r"[ -]?(?:[a-z]\d+|\d{2,5})\b(?:-\d{1,2}\b)?"
    r"|\b(?:(?:un|ece|unece|cee)[ -]?)?r[ -]?(?:129|44|16|17|22|87|112|148)\b"
    r"|\brdw\b|\bdekra\b|\bkiwa\b|\bdvla\b|\butac\b|\bkba\b|\bnkh\b|\bbsi\b|\bvds\b|\bskg\b"
    r"|\b(?:oe|o)ko-?tex\b|\bfsc\b|\bpefc\b|\bgots\b|\bfair ?trade\b|\bb[ -]corp\b|\bcosmos\b"
    r"|\becocert\b|\bmsc\b|\bgrs\b|\bdemeter\b|\bnordic swan\b|\benergy star\b|\btuv\b|\bcradle to"
    r" cradle\b|\brainforest alliance\b|\befsa\b|\bcarbon trust\b|\bgs\b"
    r"|(?P<ecolabel>\b(?:eu[ -]?ecolabel|europees ecolabel|eu-umweltzeichen|ecolabel europeen|"
    r"(?:eu-|unios )okocimke\w*|eu-ecolabel)\b)"
    r"|(?P<angel>\b(?:blue angel|blauer engel|blauen engel|blauwe engel|ange bleu|kek angyal)\b)"
)
_PART = regex.compile(r"(?<=\d)-\d{1,2}$")
_IN = regex.compile(r"\ben (?=\d)")
# Of a licence or certificate: "C123456", "DE/020/123", "20.HDE.41234".
_NUMBER = regex.compile(
    r"\b(?=[\w./-]*\d[\w./-]*\d)(?:[a-z]+[\w./-]*\d[\w./-]*|\d+[./-]\w+[./-]\w+)"
)
_UNTIL = regex.compile(
    r"(?:valid (?:until|to|through)|expires?(?: on)?|until|geldig tot|tot en met|gultig bis|bis|"
    r"valable jusqu'?(?:au|a)?|jusqu'au|ervenyes|lejar\w*)\D{0,14}(\d{4})-(\d{2})-(\d{2})"
    r"|ervenyes\D{0,10}(\d{4})[-. ]{1,2}(\d{2})[-. ]{1,2}(\d{2})|(\d{4})-(\d{2})-(\d{2})-ig"
)
_VOID, _EXCEPT, _WHOLE = regex.compile(VOID), regex.compile(EXCEPT), regex.compile(WHOLE)
# What a proof leaves out, or a claim.
_LEFT_OUT = regex.compile(
    r"\b(?:except|excluding|excl|not|without|other than|behalve|exclusief|zonder|niet|ausser|ohne|"
    r"ausgenommen|nicht|sauf|hors|sans|a l'exception|kiveve|nem)\b[^,;.]*"
    r"|\b\w+ (?:is |are )?(?:not included|not covered|excluded|exclue?|uitgezonderd|ausgenommen|"
    r"niet inbegrepen|niet|nicht enthalten|"
    r"non compris\w*|nelkul|kivetelevel)\b"
)
# Who supplies is no delivery, and a paper mill not the shop.
_SUPPLIER = regex.compile(
    r"\bliefer(?:vertrag|schein|nachweis)\w*|\bszallitasi szerz\w*|\bdelivery note|"
    r"\bbon de livraison|"
    # Vans are things; what they do is no part of another.
    r"\bdelivery (?:vans?|trucks?|bikes?|cars?|fleet)|\b(?:bezorg|liefer)(?:bus|fiets|wagen|auto|"
    r"fahrzeug|flotte|rad)\w*|\b(?:camionnettes?|camions?|velos?|flotte) de livraison|"
    r"\b\w*szallito(?:auto|jarmu|furgon|flotta)\w*|"
    r"\b(?:beliefer|\w*lieferant|\w*beszallit|energieliefer|\w*anliefer|"
    r"\w{3,}(?:fabrik|fabriek|gyar))\w*"
)
_BODY = regex.compile(r"\b(?:bod(?:y|ies)|korpus|corps|romp|palacktest)\b")
_ALL = regex.compile(
    r"\b(?:entire\w*|whole|all|completely|fully|every part|volledig|helemaal|geheel|heel|"
    r"hele|vollstandig|komplett|ganz\w*|gesamt\w*|entier\w*|totalement|tout|toute|teljes\w*|egesz)\b"
)
# All that a shop sells, which a proof for one of its goods does not cover.
_RANGE = regex.compile(
    r"\b(?:collecti\w+|range|assorti?ment\w*|catalog\w*|kollektion\w*|\w*sortiment\w*|gamme|"
    r"kollekcio\w*|\w*kinalat\w*|\w*valasztek\w*)\b"
)
# "four of six": not all.
_NUMERAL = (
    r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|een|twee|drie|vier|vijf|zes|"
    r"zeven|acht|negen|tien|twaalf|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|ein|zwei|"
    r"drei|funf|sechs|sieben|neun|zehn|zwolf)"
)
_COUNTED = regex.compile(
    rf"\b{_NUMERAL} (?:of|out of|van|von|sur) (?:(?:the|our|de|onze|den|unseren|les|nos) )?"
    rf"{_NUMERAL}\b"
)
_YEAR = regex.compile(r"(?:19|20)\d\d\D{0,6}")
# A room in which one sleeps says nothing about sleep.
_ROOM = regex.compile(r"\b(?:slaap|schlaf)(?=kamer|zimmer|raum)")
_WORD = regex.compile(r"\p{L}{5,}")
# So many words that a claim shares with an entry, beside the same share, make them of one thing.
_AGREEING = 2
_MONEY = frozenset({"return", "income", "value"})
_FINANCE = frozenset({"savings", "fund", "course"})
# "model Merel": a proof that names another one is about another one.
_MODEL = regex.compile(r"\b(?:model|modell|modele) (\p{L}{3,})")


@dataclass(frozen=True)
class Claim:
    """A sentence that claims something, the words that do, the post and its language.

    `topics`: the rows of `SAYINGS` that such a claim can be about; None for all.
    """

    sentence: str
    core: str
    post: str
    language: str
    topics: frozenset[str] | None = None


@dataclass(frozen=True)
class _Said:
    """What a text is about and what marks it holds, `text` bare and in lower case."""

    text: str
    things: frozenset[str]
    parts: frozenset[str]
    sayings: frozenset[str]
    standards: frozenset[str]
    numbers: frozenset[str]
    without: frozenset[str]


def support(claim: Claim, evidence: Sequence[str], today: date | None = None) -> str:
    """The entry that supports the claim; empty where none does."""
    if not evidence:
        return ""
    # What stands behind a semicolon is said of something else.
    parts = claim.sentence.split(";") if claim.topics is None else []
    sentence = next((part for part in parts if claim.core in part), claim.sentence)
    said, post = _said(sentence, claim.topics), _said(claim.post, claim.topics)
    figures = [
        one
        for one in _figures(sentence, claim.language)
        # What it costs and how much is in it need no proof, unless they are what is promised.
        if one.kind not in {"price", "measure"}
        # No price is good for the environment.
        or (one.span.text in claim.core and not (one.kind == "price" and claim.topics is not None))
    ]
    # All of it, with no figure: a proof that gives a share is too little.
    every = (
        claim.topics is not None
        and bool(_ALL.search(said.text))
        and not any(one.kind == "percent" for one in figures)
    )
    for entry in evidence:
        if every and (_some(entry) or _narrower(said.text, entry)):
            continue
        of_it = _of_parts(entry, said.parts)
        if not _supports(said, post, of_it, today):
            continue
        stated = _stated(of_it, claim.language) if figures else []
        stood = all(stands(figure, stated) for figure in figures)
        if not stood and claim.topics is None and _same_words(said, _said(of_it)):
            # Of an authorised wording the amount may stand in an analysis.
            stated += [
                figure
                for one in evidence
                if not speaks_against(one, today) and _same_subject(said, post, _said(one))
                for figure in _stated(one, claim.language)
            ]
            stood = all(stands(figure, stated) for figure in figures)
        if stood and _carries(said, post, figures, _said(of_it)):
            return entry
    return ""


def _of_parts(entry: str, parts: frozenset[str]) -> str:
    """An entry without what stands behind a semicolon and is said of other parts alone."""
    if not parts or ";" not in entry:
        return entry
    told = [(one, about(bare(one).lower(), PARTS)) for one in entry.split(";")]
    return ";".join(one for one, of in told if not of or of & parts)


def _some(entry: str) -> bool:
    """Whether an entry proves a share of the whole only."""
    counted = _COUNTED.findall(bare(entry).lower())
    return any(one != other for one, other in counted) or any(
        one.kind == "percent" and one.value != "100"
        for one in _figures(entry, guess(entry) or "en")
    )


def _narrower(said: str, entry: str) -> bool:
    """Whether a whole range of goods is spoken of, but an entry is for some of them."""
    text = bare(entry).lower()
    return bool(_RANGE.search(said)) and not any(one.search(text) for one in (_RANGE, _ALL, _WHOLE))


def nearest(claim: Claim, evidence: Sequence[str]) -> str:
    """The entry that shares most with the claim's words; empty where none shares any."""
    mine = _said(claim.sentence)
    best, entry = 0, ""
    for one in evidence:
        theirs = _said(one)
        shared = len(mine.sayings & theirs.sayings) + 2 * len(mine.standards & theirs.standards)
        shared += len(_stems(mine.text) & _stems(theirs.text))
        if shared > best:
            best, entry = shared, one
    return entry


def speaks_against(entry: str, today: date | None = None) -> bool:
    """Whether an entry says that a proof is missing, refused, not there yet or no longer valid."""
    text = bare(entry).lower()
    if today and (found := _UNTIL.search(text)):
        year, month, day = (int(part) for part in found.groups() if part)
        if (year, month, day) < (today.year, today.month, today.day):
            return True
    return bool(_VOID.search(_EXCEPT.sub(" ", _within(text)[0])))


def precise(text: str, language: str) -> bool:
    """Whether a text holds a figure, or a label with its number or standard."""
    said = _said(text)
    return bool(said.numbers or _figures(text, language)) or any(
        any(char.isdigit() for char in standard) for standard in said.standards
    )


def _supports(said: _Said, post: _Said, entry: str, today: date | None) -> bool:
    """Whether an entry is valid and about the same thing, by the same standards and numbers."""
    theirs = _said(entry)
    return (
        not speaks_against(entry, today)
        and _same_subject(said, post, theirs)
        and all(_held(one, theirs.standards) for one in said.standards)
        and all({one, one.removesuffix("s")} & theirs.numbers for one in said.numbers)
        and (not said.standards or _same_kind(post, theirs))
    )


def _held(standard: str, others: frozenset[str]) -> bool:
    """Whether a standard is among others; one of its parts may be named by one side only."""
    whole, dash, _ = standard.partition("-")
    return (
        standard in others
        or whole in others
        or (not dash and any(one.startswith(f"{whole}-") for one in others))
    )


def _carries(said: _Said, post: _Said, figures: list[Quantity], theirs: _Said) -> bool:
    """Whether an entry that holds all the figures says what the claim says."""
    if not said.standards and _same_words(said, theirs):
        return True
    shares = any(one.kind == "percent" for one in figures)
    if shares and len(_stems(said.text) & _stems(theirs.text)) >= _AGREEING:
        return True
    stems = _stems(post.text) & _stems(theirs.text)
    if _of_money(said, figures) and (stems or said.things & theirs.things):
        return True
    if not said.sayings <= theirs.sayings and not (
        said.standards and (said.sayings & theirs.sayings or not theirs.sayings)
    ):
        return False
    if said.standards or said.numbers:
        return True
    shared = said.sayings or stems or post.things & theirs.things
    return bool(shared) and (bool(figures) or proves(theirs.text))


def _stated(entry: str, language: str) -> list[Quantity]:
    """The amounts of an entry, read as its own language, the claim's and English write them."""
    readings = dict.fromkeys((guess(entry) or "en", language, "en"))
    return [figure for one in readings for figure in _figures(entry, one)]


def _same_words(said: _Said, theirs: _Said) -> bool:
    """Whether an entry is nothing but the claim's own words, as a register of them holds."""
    entry = _stems(theirs.text)
    shared = entry & _stems(said.text)
    return len(shared) >= 4 and len(shared) >= 0.7 * len(entry)


def _of_money(said: _Said, figures: list[Quantity]) -> bool:
    """Whether a claim is of money, where the same figure of the same thing says all."""
    if not any(one.kind in {"percent", "price"} for one in figures):
        return False
    return bool(said.sayings & _MONEY or said.things & _FINANCE)


def _same_kind(post: _Said, theirs: _Said) -> bool:
    """Whether a proof is for the same model and the same people as what the post shows."""
    mine, others = about(post.text, AUDIENCES), about(theirs.text, AUDIENCES)
    if mine and others and not mine & others:
        return False
    return all(name in post.text for name in _MODEL.findall(theirs.text))


def _same_subject(said: _Said, post: _Said, theirs: _Said) -> bool:
    things = said.things or post.things
    if things and theirs.things and not things & theirs.things:
        return False
    if theirs.without and not said.without and not _BODY.search(said.text):
        return False
    if not theirs.parts or _WHOLE.search(theirs.text):
        return True
    # A thing that is sold may itself be what elsewhere is a part: a bottle, a bag.
    return (
        bool(said.parts)
        and said.parts <= theirs.parts
        and not (said.things and not said.things & theirs.things and _ALL.search(said.text))
    )


def _said(text: str, topics: frozenset[str] | None = None) -> _Said:
    # "en 2020" is French and Dutch for "in 2020", "EN 71" a standard.
    plain = _IN.sub("in ", bare(text)).lower().replace("ß", "ss").replace("₂", "2")
    plain = _ROOM.sub(lambda room: " " * len(room[0]), plain)
    standards = set()
    for match in _STANDARD.finditer(plain):
        part = _PART.search(match.group())
        written = _PART.sub("", match.group())
        name = match.lastgroup or regex.sub(r"[\s/-]", "", written) + (part[0] if part else "")
        name = regex.sub(r"^(?:unece|ece|un|cee)(?=r\d)", "", name)
        standards.add(
            regex.sub(r"^(?:din|nen|nf|bs|msz)(?=en|iso)", "", name).replace("oeko", "oko")
        )
    left = _STANDARD.sub(" ", plain)
    numbers = {match.group().strip("./-") for match in _NUMBER.finditer(left)} - {"co2"}
    within, without = _within(plain)
    sayings = about(plain, SAYINGS)
    kept = {number for number in numbers if sum(char.isdigit() for char in number) >= 3}
    return _Said(
        text=plain,
        things=about(plain, THINGS),
        parts=about(_SUPPLIER.sub(" ", within), PARTS),
        sayings=sayings if topics is None else sayings & topics,
        standards=frozenset(standards),
        numbers=frozenset(kept),
        without=without,
    )


def _within(plain: str) -> tuple[str, frozenset[str]]:
    """A text without the parts that it leaves out, and those."""
    left: frozenset[str] = frozenset()

    def blank(match: regex.Match[str]) -> str:
        nonlocal left
        parts = about(match.group(), PARTS)
        left |= parts
        return " " if parts else match.group()

    return _LEFT_OUT.sub(blank, plain), left


def _figures(text: str, language: str) -> list[Quantity]:
    """Amounts in a text, without those that belong to standards and certificates."""
    plain = bare(text).lower()
    hidden = [match.span() for match in _STANDARD.finditer(plain)]
    hidden += [match.span() for match in _NUMBER.finditer(plain)]
    return [
        one
        for one in quantities(text, language)
        if one.kind in COUNTS
        and not any(start < one.span.end and one.span.start < end for start, end in hidden)
        and any(char.isdigit() for char in one.span.text)
        and not _YEAR.fullmatch(one.span.text)
    ]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _WORD.findall(text))
