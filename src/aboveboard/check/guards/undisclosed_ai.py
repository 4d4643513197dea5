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
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.wording import bare_phrases, ends_with, tags_before
from aboveboard.text.bare import bare
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

MOST_TAGS = 10
_RULE = "EU AI Act (2024/1689), Art. 50(4)"
# What is on file may be in any language, whatever that of the post.
_AI = regex.compile(r"\b(?:AI|KI|IA|MI|A\.I\.)\b|(?i:artificial|generat|kunstmatig|mesterseges)")
_LABEL = regex.compile(
    r"(?i)label|labell|disclos|\bmark(?:ed|s|ing)?\b|flag|tagged|identif|gekennzeichnet|kennzeichn"
    r"|vermeld|aangeduid|gemarkeerd|mention|etiquet|signal|indiqu|jelol|cimk|feltunt"
)
_WORDS = regex.compile(
    r"(?i)text|cop(?:y|ies)\b|caption|\bposts?\b|writ|wrote|words|content|article|tekst|bericht"
    r"|geschreven|inhoud|bijschrift|geschrieben|beitrag|inhalt|contenu|ecrit|redige|legende"
    r"|publication|szoveg|irt|irott|bejegyzes|poszt|tartal"
)
_NEVER = regex.compile(
    r"(?i)\b(?:no|not|need not|needn't|don't|doesn't|optional|voluntary|unnecessary|exempt"
    r"|without|geen|niet|hoeft|zonder|optioneel|vrijwillig|vrijgesteld|kein\w*|nicht|ohne"
    r"|freiwillig|pas|aucune?|sans|facultati\w+|dispense\w*|nem|nelkul|onkentes|mentes\w*)\b"
)
# "No AI text without a label" asks for one.
_TWICE = regex.compile(
    r"(?i)\b(?:no|not|never|geen|niet|nooit|kein\w*|nicht|nie|pas|aucune?|jamais|nem|soha)\b.*"
    r"\b(?:without|unless|unlabel\w*|zonder|tenzij|ohne|sans|nelkul)\b"
    r"|\b(?:without|zonder|ohne|sans|nelkul)\b.*"
    r"\b(?:no|not|never|geen|niet|nooit|kein\w*|nicht|nie|pas|aucune?|jamais|nem|soha)\b"
)


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
    for entry in evidence:
        for said in regex.split(r"[.;!?\n]+(?:\s|$)", entry):
            plain = bare(said)
            if not (_AI.search(plain) and _LABEL.search(plain) and _WORDS.search(plain)):
                continue
            if not _NEVER.search(plain) or _TWICE.search(plain):
                return entry
    return ""


def labels(text: str, language: str) -> Iterator[Span]:
    """The words that say plainly, in this language, that AI made what is shown."""
    known, plain = bare_phrases("undisclosed_ai", language), bare(text)
    lines = None
    for found in known.find("label", plain):
        lines = sentences(text, language) if lines is None else lines
        line = next((one for one in lines if one.start <= found.start < one.end), found)
        asked = text[found.end : line.end].rstrip(" )\"'”»").endswith("?")
        before = plain[line.start : found.start]
        denied = ends_with(known, "no", before) or known.has("no_after", plain, found.end, line.end)
        if not (asked or denied or known.has("topic", plain, line.start, line.end)):
            yield Span(found.start, found.end, text[found.start : found.end])


undisclosed_ai = _UndisclosedAi()
