"""Lived human experience that a virtual persona or a generated text claims as its own.

Body, senses, use of a product, family, childhood, work, feelings at an event, with or without the
word "I", where `author` is virtual or the text is generated. Questions, suppositions and a speaker
who says that it has no such experience claim nothing; a quotation passes where consent to it is on
file. Languages: en, nl, fr, de, hu. Not seen: experience told in the third person, and
turns that no phrase file holds.
Sources: 16 CFR 255.1 and 255.2 (the endorser's honest experience), 465.2 (reviews by somebody who
does not exist, AI included); Directive 2005/29/EC Annex I no. 22 and 23c.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.phrases import Phrases
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.wording import bare, bare_phrases
from aboveboard.text.openings import asks
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

_CLAIMS = ("past", "present", "anywhere", "mine", "ours")
_QUOTED = regex.compile(r"“[^”]{3,}”|„[^“”]{3,}[“”]|«[^»]{3,}»|\"[^\"]{3,}\"|‘[^’]{12,}’")
_LETTERS = regex.compile(r"[\p{L}\p{N}]")
_NAME = regex.compile(r"\p{Lu}\p{L}{2,}")
_ANY = ("en", "nl", "fr", "de", "hu")


@dataclass(frozen=True)
class _AiTestimony:
    code: str = "ai_testimony"
    title: str = "Experience nobody had"
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        virtual = case.context.author == "virtual"
        if not virtual and case.context.ai.text != "generated":
            return
        for span in claims(case.text, case.language, _consents(case)):
            yield Remark(
                code=self.code,
                start=span.start,
                end=span.end,
                severity=Severity.WARN,
                message="Nobody lived this: say it as a fact, or let a person tell it.",
                evidence=(
                    Evidence(
                        "the record",
                        "The author is a virtual persona."
                        if virtual
                        else "A model wrote this text.",
                    ),
                ),
                rule="16 CFR 255.1 and 465.2; Directive 2005/29/EC, Annex I no. 22",
            )


def claims(text: str, language: str, consents: tuple[str, ...] = ()) -> Iterator[Span]:
    """Where a text claims experience of its own, a place for each sentence at the most.

    `consents` are entries on file by which somebody agreed to be quoted.
    """
    known, plain = bare_phrases("ai_testimony", language), bare(text)
    if known.has("denied", plain):
        return
    plain = _unquoted(plain, text, consents)
    for sentence in sentences(text, language):
        if asks(sentence.text) or known.has("supposed", plain, sentence.start, sentence.end):
            continue
        if found := _claim(known, plain, sentence):
            yield Span(found.start, found.end, text[found.start : found.end])


def _claim(known: Phrases, plain: str, sentence: Span) -> Span | None:
    first = _LETTERS.search(plain, sentence.start, sentence.end)
    for span in known.find("opening", plain, sentence.start, sentence.end):
        if first and span.start == first.start():
            return span
    for section in _CLAIMS:
        for span in known.find(section, plain, sentence.start, sentence.end):
            return span
    harmless = list(known.find("harmless", plain, sentence.start, sentence.end))
    for span in known.find("self", plain, sentence.start, sentence.end):
        if not any(one.start <= span.start and span.end <= one.end for one in harmless):
            return span
    return None


def _consents(case: Case) -> tuple[str, ...]:
    return tuple(
        entry
        for entry in case.context.evidence
        if any(bare_phrases("ai_testimony", lang).has("consent", bare(entry)) for lang in _ANY)
    )


def _unquoted(plain: str, text: str, consents: tuple[str, ...]) -> str:
    """The text without quotations of people whose consent, by their name, is on file."""
    names = {bare(name).casefold() for entry in consents for name in _NAME.findall(entry)}
    outside = _QUOTED.sub(" ", text)
    if not any(bare(name).casefold() in names for name in _NAME.findall(outside)):
        return plain
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), plain)


ai_testimony = _AiTestimony()
