"""A paid, gifted, affiliate or employee's post that does not plainly say so where it is read first.

Sources: FTC 16 CFR 255.0(f) and 255.5; UCPD 2005/29/EC Art. 7(2), Annex I no. 11 and 22; UK CAP
Code 2.1 to 2.4; Germany § 5a(4) UWG; France law 2023-451 Art. 5; the Dutch Reclamecode Social
Media; Hungary GVH. The 125 characters, three hashtags and two line breaks are house numbers for
"before the fold". Languages: en, nl, fr, de, hu. Whether a post promotes anything is read from the
names and words of the evidence and from praise, offers and showing; it does not see irony, nor a
partner that no evidence names and no word praises.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.promoting import masked, promoted
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.wording import bare_phrases, ends_with, tags_before
from aboveboard.text.bare import bare
from aboveboard.text.spans import Span

FOLD = 125
MOST_TAGS = 3
MOST_BREAKS = 1
_RULE = "FTC 16 CFR 255.5; UCPD 2005/29/EC, Annex I no. 11"
_WEAK = regex.compile(
    r"(?i)#(?:sp|spon|collab\w*|samenwerking|együttműködés|kooperation|cooperation|partner\w*"
    r"|ambassad\w+|nagykövet|botschafter\w*|gifted|pr|prsample|invited|affiliate|afflinks?)\b"
    r"|\b(?:aff|affiliate)[ -]?links?\b"
)
# A label, if in whatever language.
_OTHERS = regex.compile(
    r"(?i)#(?:ad|werbung|anzeige|reclame|advertentie|pub|publicité|hirdetés|reklám)\b"
    r"|^(?:ad|werbung|anzeige|reclame|advertentie|publicité|hirdetés|reklám)\b"
)
# What a label stands after: the beginning of a line or sentence, a bracket, a bar; emoji besides.
_OPENS = regex.compile(
    r"(?:^|[\n.!?|(\[{*:•·–—/-]|\p{Extended_Pictographic}\uFE0F?|[@#][\w.]+)\s*$"
)
_CLOSES = regex.compile(
    r"\s*(?:$|[\n.,:;!?|)\]}*•·–—/+&-]|\p{Extended_Pictographic}|[@#]"
    r"|(?:with|by|for|from|met|voor|door|van|avec|par|pour|de|mit|für|von|wegen|durch|és)\b)"
)


@dataclass(frozen=True)
class _HiddenAd:
    code: str = "hidden_ad"
    title: str = "Hidden advertising"
    about: str = "Posts for a gift or for pay that do not plainly say so at their start."
    usual: tuple[Severity, ...] = (Severity.BLOCK,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        tie = case.context.relationship
        if tie == "none" or case.content.label.opening or any(case.content.native_paid.values()):
            return
        told = list(disclosures(case.text, case.language, tie, case.context.evidence))
        if any(_in_place(case.text, one) for one in told):
            return
        weak = _WEAK.search(case.text) or _OTHERS.search(case.text)
        known = bare_phrases("hidden_ad", case.language)
        plain = bare(case.text)
        denied = any(known.has(one, plain) for one in ("denied", "nobody"))
        # Who speaks of the tie at all has something to sell; so has who is paid and names a stall.
        hint = 2 if told or weak or denied else int(tie == "paid" and known.has("sells", plain))
        shown = promoted(case.text, case.language, case.context.evidence, hint=hint)
        if not shown:
            return
        if told:
            at = told[0]
            message = "Say that this is advertising at the very start, before anything else."
        elif weak:
            at = Span(weak.start(), weak.end(), weak.group())
            message = "These words are not plain: say at the start that this is advertising."
        else:
            at = shown
            message = "Say at the start, in the post's language, that this is advertising."
        proof = [Evidence("the record", f"Relationship to the partner or employer: {tie}")]
        proof += [Evidence("what is on file", one) for one in case.context.evidence[:3]]
        yield Remark(
            code=self.code,
            start=at.start,
            end=at.end,
            severity=Severity.BLOCK,
            message=message,
            evidence=tuple(proof),
            rule=_RULE,
        )


def disclosures(
    text: str, language: str, tie: str, evidence: tuple[str, ...] = ()
) -> Iterator[Span]:
    """Where the text says plainly that it is advertising, or states this very tie; in order.

    In sentences that are told by who does what, the partner goes by its names on file.
    """
    known, plain = bare_phrases("hidden_ad", language), bare(text)
    found = [
        one
        for one in known.find("term", plain)
        if _is_label(text, one) and not ends_with(known, "about", plain[: one.start])
    ]
    found += known.find("says", plain)
    stated = list(known.find(tie, plain))
    stated += known.find(f"{tie}_by", masked(text, evidence))
    found += stated
    for one in sorted(found, key=lambda span: span.start):
        if ends_with(known, "no", plain[max(0, one.start - 40) : one.start]):
            continue
        # "I have not paid for it" denies no gift.
        gift = tie == "gifted" and one in stated
        if not gift and known.has("denied", plain[max(0, one.start - 40) : one.end + 20]):
            continue
        # No fee was paid, it says: right for a gift, wrong for a fee.
        if tie in ("paid", "affiliate") and (
            known.has("unpaid", plain) or known.has("nobody", plain)
        ):
            continue
        yield one


def _is_label(text: str, found: Span) -> bool:
    """Whether a word as "ad" stands as a label, not within a sentence about ads."""
    before = text[: found.start]
    if before.endswith("#"):
        return True
    return bool(_OPENS.search(before) and _CLOSES.match(text, found.end))


def _in_place(text: str, found: Span) -> bool:
    at = found.start - 1 if text[: found.start].endswith("#") else found.start
    return (
        found.end <= FOLD
        and tags_before(text, at) <= MOST_TAGS
        and text.count("\n", 0, at) <= MOST_BREAKS
    )


hidden_ad = _HiddenAd()
