"""A benefit for the environment that is vague, offset, too wide, of the future, or unproven.

Sources: Directive (EU) 2024/825, applied since 27 September 2026, which adds to the UCPD
(2005/29/EC) Annex I no. 2a (labels), 4a (generic claims), 4b (whole product), 4c (offsets) and
Art. 6(2)(d) (future); CAP Code section 11. That a proof stands both in the text and on file is a
house rule, stricter in places. Reads English, Dutch, French, German and Hungarian, by phrases and
by what a sentence means (`check/meant.py`). It does not see claims made by pictures and colours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from aboveboard.brand.rules import LANGUAGES, Severity
from aboveboard.check.meant import meant
from aboveboard.check.phrases import Phrases
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.support import Claim, nearest, precise, speaks_against, support
from aboveboard.check.support_figures import shares
from aboveboard.check.wording import bare_phrases
from aboveboard.text.bare import bare
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

RULES = {
    "label": "UCPD Annex I no. 2a: labels of sustainability",
    "future": "UCPD Art. 6(2)(d): claims about the future",
    "neutral": "UCPD Annex I no. 4c: neutral by offsets",
    "generic": "UCPD Annex I no. 4a: generic environmental claims",
    "specific": "UCPD Art. 6 and Annex I no. 4b: what is claimed, of the whole or of a part",
}
MESSAGES = {
    "label": "This label is nobody's but your own: name a certified one with its number.",
    "future": "A goal needs a plan that is published and verified: file it, or take this out.",
    "neutral": "Offsets make no product neutral: say what was cut, and by how much.",
    "generic": "This says nothing that can be checked: say what is better and by how much.",
    "specific": "Nothing on file supports this: put the proof on file, or take it out.",
}
_PLAN = regex.compile(
    r"\b(\w*plan|plans|plann?en|roadmap|pathway|sbti|feuille de route|trajectoire|routekaart|"
    r"\w*terv\w*|strateg\w+)\b"
)
_CHECKED = regex.compile(
    r"\b(verif\w*|audit\w*|sbti|validat\w*|geverifieerd|gecontroleerd|getoetst|gepruft\w*|"
    r"certified by|zertifiziert\w*|gecertificeerd\w*|verifizier\w*|begutacht\w*|"
    r"valid\w*|controle\w*|hitelesit\w*|ellenorz\w*|auditalt\w*|tuv)\b"
)
_PUBLIC = regex.compile(
    r"\b(publi\w*|gepubliceerd\w*|openba\w*|veroffentlich\w*|kozzetett\w*|kozzetet\w*|"
    r"nyilvanos\w*|online|website)"
)
_MEANT = {kind: f"green.{'offset' if kind == 'neutral' else kind}" for kind in RULES}
# What of a proof bears on such a claim.
TOPICS = frozenset(
    {"recycled", "recyclable", "organic", "renewable", "biodegradable", "compostable", "carbon"}
    | {"water", "energy", "plastic", "waste", "wool", "cotton", "pesticide"}
)
_QUOTED = regex.compile(r"[\"“”„«»]\s?[^\"“”„«»\n]{2,60}?\s?[\"“”„«»]|(?<!\w)'[^'\n]{2,60}?'(?!\w)")
_GREEN = regex.compile(
    r"(?:go(?:es|ing)? |went |(?:ga|gaan|gaat|kies|rij)\w* (?:\w+ )?(?:voor )?|"
    r"(?:moss|legy|elj|valts\w*) )?"
    r"(?:green|greenest|greener|groen\w*|verte?s?|plus verte?s?|grun\w*|zold\w*)",
    regex.IGNORECASE,
)
_YEAR = regex.compile(r"\b20[2-9]\d")


@dataclass(frozen=True)
class _GreenClaim:
    code: str = "green_claim"
    title: str = "Environmental claims"
    about: str = "Vague, offset or unproven claims for the environment."
    usual: tuple[Severity, ...] = (Severity.WARN,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        if case.language not in LANGUAGES:
            return
        words = bare_phrases(self.code, case.language)
        text = bare(case.text)
        parts = sentences(case.text, case.language)
        told = meant(case.text, case.language)
        for number, (sentence, kinds) in enumerate(zip(parts, told, strict=True)):
            if found := _claimed(words, text, sentence, kinds, case.today):
                if words.has("critic", text):
                    return
                kind, span = found
                after = parts[number + 1 : number + 2]
                if span is sentence and any(
                    words.has("denial", text, one.start, one.end) for one in after
                ):
                    # What only its meaning hints at, the next sentence takes back.
                    continue
                core = case.text[span.start : span.end]
                claim = Claim(sentence.text, core, case.text, case.language, TOPICS)
                if not _borne_out(kind, case, claim):
                    yield self._remark(case, kind, span, claim)

    def _remark(self, case: Case, kind: str, span: Span, claim: Claim) -> Remark:
        near = nearest(claim, case.context.evidence)
        return Remark(
            code=self.code,
            start=span.start,
            end=span.end,
            severity=Severity.WARN,
            message=MESSAGES[kind],
            evidence=(Evidence("on file", near),) if near else (),
            rule=RULES[kind],
        )


def _to_come(said: str, today: date | None) -> bool:
    """Whether words about the future name no year, or one that is still to come."""
    years = [int(year) for year in _YEAR.findall(said)]
    return not years or not today or max(years) > today.year


def _claimed(
    words: Phrases, text: str, sentence: Span, kinds: frozenset[str], today: date | None
) -> tuple[str, Span] | None:
    """The first kind of claim that the sentence makes, and where."""
    start, end = sentence.start, sentence.end
    if words.has("denial", text, start, end):
        return None
    others = [(span.start, span.end) for span in words.find("other", text, start, end)]
    for kind in RULES:
        for span in words.find(kind, text, start, end):
            if any(a < span.end and span.start < b for a, b in others):
                continue
            if _coloured(words, text, span):
                others.append((span.start, span.end))
                continue
            if _mentioned(words, text, span):
                continue
            if kind != "future" or _to_come(span.text, today):
                return None if _personal(words, text, sentence) else (kind, span)
    # Where words are meant otherwise, or name nothing of it, what they seem to mean is no claim.
    for kind in () if others or not words.has("matter", text, start, end) else RULES:
        if _MEANT[kind] in kinds and (kind != "future" or _to_come(sentence.text, today)):
            return None if _personal(words, text, sentence) else (kind, sentence)
    return None


def _personal(words: Phrases, text: str, sentence: Span) -> bool:
    """Whether somebody speaks of their own life, or an authority of its own, and sells nothing."""
    own = words.has("private", text, sentence.start, sentence.end) or words.has("public", text)
    return own and not words.has("trader", text)


def _coloured(words: Phrases, text: str, span: Span) -> bool:
    """Whether a word is a colour, of a team too."""
    return bool(
        _GREEN.fullmatch(span.text) and (words.has("sport", text) or words.has("coloured", text))
    )


def _mentioned(words: Phrases, text: str, span: Span) -> bool:
    """Whether a word is talked about within quotation marks."""
    quoted = any(
        found.start() <= span.start and span.end <= found.end() for found in _QUOTED.finditer(text)
    )
    return quoted and words.has("talk", text)


def _borne_out(kind: str, case: Case, claim: Claim) -> bool:
    """Whether what is on file, and in the text where the law wants it there, carries the claim."""
    evidence = case.context.evidence
    if kind == "future":
        return any(_planned(entry, claim, case.today) for entry in evidence)
    if kind == "neutral":
        return False
    return precise_enough(kind, claim) and bool(support(claim, evidence, case.today))


def precise_enough(kind: str, claim: Claim) -> bool:
    """A generic claim needs a figure, or a label with its number, beside it in the text."""
    return kind == "specific" or precise(claim.sentence, claim.language)


def _planned(entry: str, claim: Claim, today: date | None) -> bool:
    """Whether an entry is a published and verified plan for the same years and shares."""
    text = bare(entry).lower()
    return bool(
        not speaks_against(entry, today)
        and _PLAN.search(text)
        and _CHECKED.search(text)
        and _PUBLIC.search(text)
        and set(_YEAR.findall(claim.sentence)) <= set(_YEAR.findall(entry))
        and shares(claim.sentence) <= shares(entry)
    )


green_claim = _GreenClaim()
