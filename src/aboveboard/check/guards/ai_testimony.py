"""Lived human experience, claimed as its own by a virtual persona or by generated text.

Sources: FTC 16 CFR 255.1 and 255.2 (the honest experience of who endorses) and 465.2 (reviews by
somebody who does not exist); UCPD 2005/29/EC Annex I no. 22 and 23c. Languages: en, nl, fr, de, hu.
What counts: body, senses, use of a product, family, childhood, work, feelings at an event, with or
without the word "I". What does not: facts, instructions, questions, "imagine", who says that it
lives no such thing, a quote whose speaker's consent is on file, what an organisation decided.
Found by phrases and by what a sentence means (`check/meant.py`). It does not see experience that is
told in the third person or between the lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.meant import meant
from aboveboard.check.phrases import Phrases
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.wording import bare_phrases
from aboveboard.text.bare import bare
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

_RULE = "FTC 16 CFR 255.2 and 465.2; UCPD 2005/29/EC, Annex I no. 23c"
_QUOTED = regex.compile(
    r"[“„\"«»‟][^“”„\"«»\n]{8,}[”“\"»«]|(?<=^|\s)[‘‚'][^‘’‚\n]{12,}[’‘'](?!\p{L})"
)
_AGREED = regex.compile(
    r"(?i)consent|permission|agreed|approved|release|toestemming|akkoord|ingestemd|goedgekeurd"
    r"|einwillig|zugestimmt|zustimmung|einverstanden|freigegeben|freigabe|accord|consent|autoris"
    r"|hozzajarul|beleegyez|engedely|jovahagy"
)
_REFUSED = regex.compile(
    r"(?i)\b(?:no|not|without|withdrawn|revoked|pending|refused|geen|niet|zonder|ingetrokken"
    r"|keine?|nicht|ohne|widerrufen|aucune?|pas|sans|retire\w*|refuse\w*|nem|nincs|nelkul"
    r"|visszavon\w*)\b"
)
_NAME = regex.compile(r"\b\p{Lu}\p{Ll}+\b")
# "futok" is I run, "futók" are runners: here the accent counts.
_PLURAL = regex.compile(r"(?i)[óő]k$")
_PARTS = regex.compile(r"[;:–—]\s|,\s+(?:but|maar|aber|mais|de|sondern|hanem)\s")


@dataclass(frozen=True)
class _AiTestimony:
    code: str = "ai_testimony"
    title: str = "Experience that nobody had"
    about: str = "Experience told as lived, by a model or an invented person."
    usual: tuple[Severity, ...] = (Severity.WARN,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        context = case.context
        if context.author != "virtual" and context.ai.text != "generated":
            return
        who = "A virtual persona" if context.author == "virtual" else "A model"
        found = testimony(case.text, case.language, context.evidence)
        if found is None:
            return
        yield Remark(
            code=self.code,
            start=found.start,
            end=found.end,
            severity=Severity.WARN,
            message="Nobody lived this: say it as a fact, or let a person tell it and agree to it.",
            evidence=(Evidence("the record", f"{who} wrote this."),),
            rule=_RULE,
        )


def testimony(text: str, language: str, evidence: Sequence[str]) -> Span | None:
    """The first words that claim lived experience as the author's own."""
    known, plain = bare_phrases("ai_testimony", language), bare(text)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    vouched = bool(quoted) and _vouched(text, quoted, evidence)
    parts = sentences(text, language)
    for line, kinds in zip(parts, meant(text, language), strict=True):
        if plain[line.start : line.end].rstrip(" )\"'”»").endswith("?"):
            continue
        for start, end in _clauses(plain, line):
            found = _claimed(known, text, plain, start, end)
            if not found or known.has("none", plain, start, end):
                continue
            if vouched and any(a <= found.start and found.end <= b for a, b in quoted):
                continue
            return Span(found.start, found.end, text[found.start : found.end])
        if taught := next(known.find("taught", plain, line.start, line.end), None):
            return Span(taught.start, taught.end, text[taught.start : taught.end])
        silent = any(known.has(one, plain, line.start, line.end) for one in ("none", "house"))
        if "persons.lived" in kinds and not silent:
            inside = any(a <= line.start < b or line.start <= a < line.end for a, b in quoted)
            if not (vouched and inside):
                return line
    return None


def _clauses(plain: str, line: Span) -> Iterator[tuple[int, int]]:
    at = line.start
    for match in _PARTS.finditer(plain, line.start, line.end):
        yield at, match.start()
        at = match.start()
    yield at, line.end


def _claimed(known: Phrases, text: str, plain: str, start: int, end: int) -> Span | None:
    """What in a clause is lived: plain words for it, or what one says of oneself."""
    for found in known.find("lived", plain, start, end):
        return found
    for found in known.find("told", plain, start, end):
        # "Woke up with sore legs": nobody is named, and it opens the clause.
        if not any(char.isalpha() for char in plain[start : found.start]):
            return found
    for found in known.find("self", plain, start, end):
        # What a program can say of itself too: "I list", "I recommend", "I cannot taste".
        around = max(start, found.start - 25), min(end, found.end + 70)
        if _PLURAL.search(text, found.start, found.end):
            continue
        if not any(found.overlaps(one) for one in known.find("said", plain, *around)):
            return found
    return None


def _vouched(text: str, quoted: Sequence[tuple[int, int]], evidence: Sequence[str]) -> bool:
    """Whether who is quoted agreed to it, by what is on file."""
    outside = text
    for start, end in reversed(quoted):
        outside = outside[:start] + outside[end:]
    named = {bare(name) for name in _NAME.findall(outside)}
    for entry in evidence:
        plain = bare(entry)
        if _AGREED.search(plain) and not _REFUSED.search(plain):
            others = {bare(name) for name in _NAME.findall(entry)[1:]}
            if named & {bare(name) for name in _NAME.findall(entry)} or not others:
                return True
    return False


ai_testimony = _AiTestimony()
