"""A promise of health, weight, money or safety that nothing on file supports.

Sources: Directive 2005/29/EC (UCPD) Art. 6 and Annex I no. 17; Regulation (EC) 1924/2006 (health
claims for food); Directive 2001/83/EC Art. 86 ff. (advertising of medicines); CAP Code sections 12
to 15; the FTC's substantiation doctrine. How hedges and figures of speech count is a house rule.
Reads English, Dutch, French, German and Hungarian, by phrases and by what a sentence means
(`check/meant.py`). It does not see claims made by pictures or by names of products alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import LANGUAGES, Severity
from aboveboard.check.meant import meant
from aboveboard.check.phrases import Phrases
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.support import Claim, nearest, support
from aboveboard.check.wording import bare_phrases
from aboveboard.text.bare import bare
from aboveboard.text.openings import asks
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

RULE = "UCPD (2005/29/EC) Art. 6 and Annex I no. 17: what is promised needs proof"
ABSOLUTE = "No proof can carry a promise like this: take it out."
UNPROVEN = "Nothing on file supports this: put the proof on file, or take it out."
_KINDS = frozenset({"unsafe.health", "unsafe.money", "unsafe.safety"})
_NEVER = frozenset(f"not unsafe.{kind}" for kind in ("absolute", "health", "money", "safety"))
# The apostrophe is none of these: it stands within words.
_QUOTED = regex.compile(r"[\"“„”«»][^\"“„”«»\n]{3,200}[\"“”«»]|(?<!\w)'[^'\n]{8,200}'(?!\w)")


@dataclass(frozen=True)
class _UnsafeClaim:
    code: str = "unsafe_claim"
    title: str = "Promises of health, money or safety"
    about: str = "Promises about health, weight, money or safety without a proof on file."
    usual: tuple[Severity, ...] = (Severity.WARN, Severity.BLOCK)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        if case.language not in LANGUAGES:
            return
        words = bare_phrases(self.code, case.language)
        text = bare(case.text)
        parts = sentences(case.text, case.language)
        told = meant(case.text, case.language)
        for number, (sentence, kinds) in enumerate(zip(parts, told, strict=True)):
            span = (sentence.start, sentence.end)
            worded = next(words.find("absolute", text, *span), None)
            absolute = worded or (sentence if "unsafe.absolute" in kinds else None)
            found = absolute or _claimed(words, text, sentence)
            hinted = not kinds.isdisjoint(_KINDS)
            found = found or (sentence if hinted else None)
            if found is sentence and not _worded(
                words, text, sentence, parts, absolute=bool(absolute)
            ):
                continue
            if not found or _excused(words, text, sentence) or words.has("warn", text):
                continue
            figures = any(char.isdigit() for char in sentence.text)
            if kinds >= _NEVER and found.text.isalpha() and not figures:
                # One word that promises elsewhere: "retired", "Kater".
                continue
            if _quoted_to_reject(words, text, found) or _refuted(words, text, parts[number:]):
                continue
            if absolute:
                # What only its meaning tells holds no post: the network may be wrong.
                severity = Severity.BLOCK if worded else Severity.WARN
                yield self._remark(case, absolute, severity, ABSOLUTE, "")
                continue
            if asks(sentence.text) and not figures:
                continue
            if words.has("hedge", text, *span) and words.has("professional", text):
                continue
            advised = words.has("advice", text, *span)
            offered = _offered(words, text, sentence)
            if (advised and not offered) or not (hinted or words.has("offer", text)):
                continue
            core = case.text[found.start : found.end]
            # What only the meaning hints at, without a figure, may be said in the sentences beside.
            whole = found is sentence and not any(char.isdigit() for char in core)
            said = case.text if whole else sentence.text
            claim = Claim(said, core, case.text, case.language)
            if not support(claim, case.context.evidence, case.today):
                near = nearest(claim, case.context.evidence)
                yield self._remark(case, found, Severity.WARN, UNPROVEN, near)

    def _remark(
        self, case: Case, found: Span, severity: Severity, message: str, near: str
    ) -> Remark:
        return Remark(
            code=self.code,
            start=found.start,
            end=found.end,
            severity=severity,
            message=message,
            evidence=(Evidence("on file", near),) if near else (),
            rule=RULE,
        )


def _claimed(words: Phrases, text: str, sentence: Span) -> Span | None:
    """The words that claim a result, or the ailment that is said to change or is yours."""
    span = (sentence.start, sentence.end)
    if found := next(words.find("claim", text, *span), None):
        return found
    ailment = next(words.find("ailment", text, *span), None)
    if not ailment or words.has("neutral", text, *span):
        return None
    if words.has("change", text, *span):
        return ailment
    # Something on offer beside somebody's own ailment, or a time that it takes.
    owned = words.has("offer", text, *span) and words.has("owned", text, *span)
    return ailment if owned else None


def _worded(
    words: Phrases, text: str, sentence: Span, parts: Sequence[Span], *, absolute: bool
) -> bool:
    """Whether words bear out what only the meaning of a sentence tells.

    It, or a sentence of the text, names what claims are about; what is absolute may say so.
    """
    start, end = sentence.start, sentence.end
    if absolute:
        return words.has("universal", text, start, end) or words.has("matter", text, start, end)
    if words.has("sensed", text, start, end):
        return False
    return words.has("figure", text, start, end) or any(
        words.has("matter", text, one.start, one.end)
        and not words.has("sensed", text, one.start, one.end)
        for one in parts
    )


def _excused(words: Phrases, text: str, sentence: Span) -> bool:
    """Whether the sentence denies, or only speaks in pictures."""
    span = (sentence.start, sentence.end)
    return words.has("denial", text, *span) or words.has("figurative", text, *span)


def _offered(words: Phrases, text: str, sentence: Span) -> bool:
    """Whether something is on offer there beside what is advised: "wear a helmet" sells none."""
    span = (sentence.start, sentence.end)
    advised = list(words.find("advice", text, *span))
    return any(
        not any(one.start <= offer.start and offer.end <= one.end for one in advised)
        for offer in words.find("offer", text, *span)
    )


def _refuted(words: Phrases, text: str, parts: Sequence[Span]) -> bool:
    """Whether the first of the sentences asks or says what others say, and is then denied."""
    first, last = parts[0], parts[:2][-1]
    if not (asks(first.text) or words.has("reported", text, first.start, first.end)):
        return False
    start = first.end if asks(first.text) else first.start
    return words.has("refuted", text, start, last.end)


def _quoted_to_reject(words: Phrases, text: str, found: Span) -> bool:
    """Whether the claim ends within quotation marks and the words around them reject it."""
    for quote in _QUOTED.finditer(text):
        if quote.start() < found.end <= quote.end():
            return words.has("reject", text[: quote.start()] + "\n" + text[quote.end() :])
    return False


unsafe_claim = _UnsafeClaim()
