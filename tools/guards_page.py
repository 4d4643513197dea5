"""The pages of the guards: what each is for, its sources, and how often it is right."""

import inspect
import json
import sys
from pathlib import Path
from typing import Any

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.guards import GUARDS
from aboveboard.check.measured import figures
from aboveboard.check.measuring import MEASURED, measured
from aboveboard.check.rules import Guard
from correcting_page import NAMES

ROOT = Path(__file__).resolve().parent.parent
MEASURES = ROOT / "src" / "aboveboard" / "check" / "measured.json"
INDEX = ROOT / "docs" / "guards.md"
PAGES = ROOT / "docs" / "guards"

_HEAD = """# The guards

Guards read a post before a person approves it. They work in English, Dutch, French, German and
Hungarian without a model. A finding shows the words that it is about, the rule and the evidence,
and how often such findings are right. A policy may make a guard stricter, milder or silent; those
marked *always* stay. `aboveboard check` lets them read texts without a database.

The figures are counted on sets of cases in `src/aboveboard/check/sets/`, half of which are hard
negatives in minimal pairs (the same text, one thing changed). *Held out* cases were written by
somebody who had not seen the guards, and were counted after they were built. The interval is one of
95 %. In these sets about half of all posts are such that the guard should speak; where hardly any
is, a larger part of the findings is wrong. `aboveboard bench guards` counts again. Decision 34 says
what these figures are worth: oblique wording is found less often, and a silent guard is no
clearance. What their networks learned from stands in [weights.md](weights.md).

For programs: `aboveboard check --batch FILE.jsonl`, `POST /api/v1/check`, the agents' tool
`check_text`, and in Python:

    from datetime import date
    from aboveboard.check.batch import Text, read

    reading = read(Text(text="Nearly sold out!", lang="en"), today=date.today())
    [(one.code, one.start, one.end, one.message) for one in reading.findings]
"""
_COLUMNS = ("F1", "Precision", "Recall", "Whole pairs", "Cases")


def pages() -> dict[Path, str]:
    """Every page by its place."""
    known = figures()
    found = {INDEX: _index(known)}
    for guard in GUARDS:
        found[PAGES / f"{guard.code}.md"] = _page(guard, known)
    return found


def measure() -> str:
    """What `measured.json` should hold."""
    return json.dumps(measured(), indent=1, ensure_ascii=False) + "\n"


def _index(known: dict[str, Any]) -> str:
    lines = [_HEAD, "| Guard | What it sees | Always |", "| --- | --- | --- |"]
    for guard in GUARDS:
        always = "yes" if guard.must else ""
        lines.append(f"| [`{guard.code}`](guards/{guard.code}.md) | {guard.title} | {always} |")
    lines += ["", "## F1 on held-out cases", ""]
    lines.append(f"| Guard | {' | '.join(NAMES[language] for language in LANGUAGES)} |")
    lines.append("| --- " * (len(LANGUAGES) + 1) + "|")
    for code in MEASURED:
        of = known.get("held", {}).get(code, {})
        cells = [_share(of.get(language, {}).get("f1")) for language in LANGUAGES]
        lines.append(f"| `{code}` | {' | '.join(cells)} |")
    lines += [
        "",
        "## False alarms",
        "",
        "Of ordinary posts, so many had any remark but a hint.",
        "",
    ]
    lines.append(f"| Posts | {' | '.join(NAMES[language] for language in LANGUAGES)} |")
    lines.append("| --- " * (len(LANGUAGES) + 1) + "|")
    for part, name in (("built", "while building"), ("held", "held out")):
        of = known.get(f"{part}_clean", {})
        cells = [_share(of.get(language)) for language in LANGUAGES]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _page(guard: Guard, known: dict[str, Any]) -> str:
    lines = [f"# {guard.title} (`{guard.code}`)", "", _told(guard), ""]
    lines.append("It cannot be switched off.\n" if guard.must else "A policy may switch it off.\n")
    if guard.code == "voice":
        lines.append(
            "How well it tells an author's texts is measured in [voice.md](../voice.md).\n"
        )
        return "\n".join(lines)
    if guard.code not in MEASURED:
        lines.append("No set is kept for it: it repeats what a record or a limit says.\n")
        return "\n".join(lines)
    for part, name in (("held", "Held out"), ("built", "While building")):
        of = known.get(part, {}).get(guard.code, {})
        lines += [f"## {name}", "", f"| Language | {' | '.join(_COLUMNS)} |"]
        lines.append("| --- " * (len(_COLUMNS) + 1) + "|")
        for language in LANGUAGES:
            one = of.get(language, {})
            cells = [_share(one.get(key)) for key in ("f1", "precision", "recall", "pairs")]
            lines.append(f"| {NAMES[language]} | {' | '.join(cells)} | {one.get('cases', 0)} |")
        lines.append("")
    return "\n".join(lines)


def _told(guard: Guard) -> str:
    module = sys.modules[type(guard).__module__]
    return inspect.cleandoc(module.__doc__ or "")


def _share(share: list[float] | None) -> str:
    if not share:
        return "not counted"
    value, low, high, _of = share
    return f"{value:.2f} ({low:.2f} to {high:.2f})"
