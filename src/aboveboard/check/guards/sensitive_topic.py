"""AI had a hand in words about real harm: disaster, death, war, attack, accident, layoffs, crisis.

Rule of the house, no statute: people write of these themselves. It reads English, Dutch, French,
German and Hungarian by words (`text.sensitive`), and takes what `check.meant` tells for it too. It
does not see harm that only a picture shows, nor all that is hinted at or that a name recalls.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.meant import meant
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.sensitive import Mention, sensitive
from aboveboard.text.sentences import sentences


@dataclass(frozen=True)
class _SensitiveTopic:
    code: str = "sensitive_topic"
    title: str = "Sensitive topics"
    about: str = "A model’s words about disaster, death, war and other real harm."
    usual: tuple[Severity, ...] = (Severity.WARN,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        hand = _hand(case)
        found = _found(case) if hand else []
        if not found:
            return
        others = [Evidence("the text", one.text) for one in found[1:4]]
        yield Remark(
            code=self.code,
            start=found[0].start,
            end=found[0].end,
            severity=Severity.WARN,
            message="This speaks of real harm to people, and AI had a hand in it. "
            "Write these words yourself.",
            evidence=(Evidence("the record", hand), *others),
            rule="Policy of the house: people write of harm to people themselves",
        )


def _found(case: Case) -> list[Mention]:
    told = zip(sentences(case.text, case.language), meant(case.text, case.language), strict=True)
    return sensitive(
        case.text, case.language, also=[one for one, kinds in told if "sensitive.harm" in kinds]
    )


def _hand(case: Case) -> str:
    """How AI had a hand in the words; nothing where it had none."""
    if case.by_model(0, len(case.text)) or case.context.ai.text == "generated":
        return "A model wrote words of it."
    if case.context.author == "virtual":
        return "Its author is a virtual persona."
    return "AI suggested wording." if case.context.by_ai else ""


sensitive_topic = _SensitiveTopic()
