"""Realistic AI pictures, or AI text that house policy wants labelled, without a label in the text.

Sources: EU AI Act (Regulation 2024/1689) Art. 50(4) and (5) and Art. 3(60), applied since 2 August
2026. For text the Act asks for a label only on matters of public interest that no person answers
for; here a policy among the evidence decides. That the label is in the post's language and not
behind more than ten hashtags is a house rule. Languages: en, nl, fr, de, hu.
It does not see labels inside pictures, nor what AI made that nobody recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.phrases import Phrases
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.wording import bare_file, bare_phrases, ends_with, tags_before
from aboveboard.text.bare import bare
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

MOST_TAGS = 10
_RULE = "EU AI Act (2024/1689), Art. 50(4)"
# What is on file may be in any language, whatever that of the post.
_SAID = regex.compile(r"[.;!?\n]+(?:\s|$)")
_PART = regex.compile(r"[,:()–—]\s|\s(?:but|while|maar|terwijl|aber|während|mais|tandis|viszont)\s")


@dataclass(frozen=True)
class _UndisclosedAi:
    code: str = "undisclosed_ai"
    title: str = "AI without a label"
    about: str = "Realistic AI pictures, or AI text, without a label."
    usual: tuple[Severity, ...] = (Severity.BLOCK,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        made, shown = case.context.ai, case.content
        policy = policy_on_text(case.context.evidence) if made.text == "generated" else ""
        if made.media != "generated_realistic" and not policy:
            return
        if shown.label.text or any(shown.native.values()):
            return
        found = list(labels(case.text, case.language))
        if any(tags_before(case.text, one.start) <= MOST_TAGS for one in found):
            return
        if found:
            message = "Ten hashtags hide the AI label: put it before them."
        elif made.media == "generated_realistic":
            message = "Say in the post's language that AI made the picture: it could pass as real."
        else:
            message = "Say in the post's language that AI wrote this: your policy asks for it."
        told = policy or "A picture or video that could pass as real is AI's."
        at = found[0] if found else Span(0, len(case.text), case.text)
        yield Remark(
            code=self.code,
            start=at.start,
            end=at.end,
            severity=Severity.BLOCK,
            message=message,
            evidence=(Evidence("what is on file" if policy else "the record", told),),
            rule=_RULE if made.media == "generated_realistic" else "The house policy on AI text",
        )


def policy_on_text(evidence: tuple[str, ...]) -> str:
    """The entry that wants AI-written text labelled, or an empty text."""
    return next((one for one in evidence if any(map(_asks, _SAID.split(bare(one))))), "")


def _asks(said: str) -> bool:
    """Whether a sentence wants AI's texts labelled; of parts that differ, whether one does."""
    known = bare_file("ai_policy")
    said = _without(known, "meant", said)
    if not known.has("ai", said):
        return False
    if known.has("twice", said):
        return _of_text(known, said) and _tells(known, said, must=True)
    parts = _PART.split(said) if known.has("free", said) else [said]
    return any(
        _of_text(known, part) and _tells(known, part, must=known.has("must", part))
        for part in parts
        if not known.has("free", part)
    )


def _of_text(known: Phrases, part: str) -> bool:
    """Whether it is about texts, not about pictures alone."""
    pictured = known.has("picture", part)
    if pictured:
        part = _without(known, "place", part)
    return known.has("text", part) or (not pictured and known.has("either", part))


def _tells(known: Phrases, part: str, *, must: bool) -> bool:
    return known.has("label", part) or (must and known.has("tell", part))


def _without(known: Phrases, section: str, text: str) -> str:
    """The text without the section's phrases."""
    for found in reversed(list(known.find(section, text))):
        text = text[: found.start] + text[found.end :]
    return text


def labels(text: str, language: str) -> Iterator[Span]:
    """The words that say plainly, in this language, that AI made what is shown."""
    known, plain = bare_phrases("undisclosed_ai", language), bare(text)
    lines = None
    for found in known.find("label", plain):
        lines = sentences(text, language) if lines is None else lines
        line = next((one for one in lines if one.start <= found.start < one.end), found)
        asked = text[found.end : line.end].rstrip(" )\"'”»").endswith("?")
        before = plain[line.start : found.start]
        behind = known.find("other", plain, found.end, line.end)
        other = any(one.start <= found.end + 1 for one in behind)
        denied = other or ends_with(known, "no", before)
        if not (asked or denied or known.has("topic", plain, line.start, line.end)):
            yield Span(found.start, found.end, text[found.start : found.end])


undisclosed_ai = _UndisclosedAi()
