"""Which label results from which origin under which rule: the page `docs/labels.md`."""

from collections.abc import Iterable
from datetime import date

from aboveboard.brand.rules import LANGUAGES, Policy
from aboveboard.create.words.origins import GENERATED, WORKS, Shares
from aboveboard.disclose.duties import facts_of, laws, owed
from aboveboard.disclose.rules import MOST_WORKS, label_for

# The day for which the page is written; the rules below say themselves from when they apply.
DAY = date(2026, 12, 31)
_SHARES = (
    ("people alone", Shares()),
    ("people, a model less than the policy's share", Shares(people=90, model=10)),
    ("people and a model", Shares(people=60, model=40)),
    ("a model", Shares(people=0, model=100)),
    ("a template", Shares(people=0, template=100)),
    ("pasted or imported", Shares(people=0, pasted=100)),
)
_TIES = ("none", "paid", "gifted", "affiliate", "employee")

_HEAD = f"""# Labels

Which label results from which origin, under which rule. The label follows from the record (who
wrote which words, where pictures come from, what somebody gave for it), the brand's policy and the
law in force on the day a post goes out. Nobody types it, and nobody can weaken it: policy and law
may each ask for more words than the studio puts there by itself, and neither for fewer. `make docs`
writes this page from the code, for {DAY.isoformat()} and the default policy (from 20 % on).

The words stand at the end of a post's first part, in the post's language, after all shortening.
What was given for it stands before all else. Where a network has a field of its own, that is set in
their place; a field that speaks of media only leaves the words of a text's label where they are.

What AI was for stands in brackets where the record knows it of every word of a model's: “Made with
AI (translation), approved by a person”. It is known of what the studio asked a model for by name (a
draft, another tone, another channel, shorter, another language, corrections), together with what
was done to the text that it was made of: a model's draft that a model translated is “drafting,
translation”. It is not known of what agents send, of an instruction in one's own words, which may
ask for anything, and of words from before this was kept; then the label is without, as where more
than {MOST_WORKS} kinds come together. The database reckons the same from the passages
and lets nothing else be approved.

## From origin to label
"""
_RULES_HEAD = """## The rules

They are data: `src/aboveboard/disclose/law/*.toml`. A folder named by `ABOVEBOARD_LAW` may hold
newer ones. A brand's policy says whose rules hold; by default all three. Every post is approved
by a person; where somebody also holds editorial responsibility, the AI Act asks for no label on
text, and the studio gives it all the same. Links lead to the primary text; what we say was compared
with stored copies and quotations of it, not with the live text. Whether a rule covers a post of
yours is for a lawyer to say.
"""


def labels_page() -> str:
    """The page, from the code that labels posts."""
    rows = [
        "| Words by | Picture by a model | Given for it | The record | On the post | By rule |",
        "| --- " * 6 + "|",
    ]
    for written, shares in _SHARES:
        rows += [_row(written, shares, made, "none") for made in (False, True)]
    rows += [
        _row("people alone", Shares(), made, tie) for tie in _TIES[1:] for made in (False, True)
    ]
    rows += ["", "## In five languages", "", "| What | " + " | ".join(LANGUAGES) + " |"]
    rows.append("| --- " * (len(LANGUAGES) + 1) + "|")
    rows += _languages()
    rows += ["", _RULES_HEAD]
    rows += [
        "| Rule | Where | Applies from | What it asks for | When | Source |",
        "| --- " * 6 + "|",
    ]
    for law in laws():
        for rule in law.rule:
            when = " and ".join(rule.when) + (
                f", unless {' or '.join(rule.unless)}" if rule.unless else ""
            )
            until = f" until {rule.until}" if rule.until else ""
            rows.append(
                f"| `{rule.code}` | {law.title} | {rule.applies_from}{until} | {rule.says} | "
                f"`{when}` | [{rule.name}]({rule.source}), compared {rule.read_on} |"
            )
    return _HEAD + "\n" + "\n".join(rows) + "\n"


def _row(written: str, shares: Shares, made: bool, tie: str) -> str:
    law = owed(
        facts_of(model_share=shares.model, generated_media=made, relationship=tie),
        Policy().jurisdictions,
        DAY,
    )
    label = label_for(
        shares,
        Policy(),
        "en",
        media_origins=frozenset({GENERATED} if made else ()),
        relationship=tie,
        law=law,
    )
    said = " … ".join(_marked([label.opening, label.text])) or "nothing"
    codes = ", ".join(f"`{rule.code}`" for rule in law.rules)
    return (
        f"| {written} | {'yes' if made else 'no'} | {tie} | {label.kind} | {said} | "
        f"{codes or ('the house' if label.ai else 'none')} |"
    )


def _marked(texts: Iterable[str]) -> list[str]:
    return [f"“{text}”" for text in texts if text]


def _languages() -> list[str]:
    cases: list[tuple[str, Shares, frozenset[str]]] = [
        ("partly", Shares(people=60, model=40), frozenset()),
        ("generated", Shares(people=0, model=100), frozenset()),
        ("picture", Shares(), frozenset({GENERATED})),
    ]
    found = []
    for name, shares, media in cases:
        texts = [label_for(shares, Policy(), one, media_origins=media).text for one in LANGUAGES]
        found.append(f"| {name} | {' | '.join(texts)} |")
    for work in WORKS:
        texts = [
            label_for(Shares(people=0, model=100), Policy(), one, works=[work]).text
            for one in LANGUAGES
        ]
        found.append(f"| {work} | {' | '.join(texts)} |")
    for tie in _TIES[1:]:
        texts = [label_for(Shares(), Policy(), one, relationship=tie).opening for one in LANGUAGES]
        found.append(f"| {tie} | {' | '.join(texts)} |")
    return found
