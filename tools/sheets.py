"""The cases of `ungrounded` to learn from: sheets of knowledge with drafts, and the sets."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from aboveboard.text.grounding import Index, Judged, Source, judged
from aboveboard.text.languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
SHEETS = ROOT / "tools/sheets.jsonl"
SETS = ROOT / "src/aboveboard/check/sets"


def cases() -> Iterator[dict[str, Any]]:
    """The cases of the sheets, as those of the sets are written."""
    for line in SHEETS.read_text("utf-8").splitlines():
        sheet = json.loads(line)
        for draft in sheet["drafts"]:
            for number, item in enumerate(draft["items"]):
                for place, said in enumerate(item["said"]):
                    above = [one for one in (draft["title"], item.get("before", "")) if one]
                    text = "\n".join([*above, said])
                    yield {
                        "lang": draft["lang"],
                        "knowledge": sheet["knowledge"],
                        "knowledge_lang": sheet["lang"],
                        "text": text,
                        "start": len(text) - len(said),
                        "end": len(text),
                        "sheet": sheet["sheet"],
                        "pair": f"{sheet['sheet']} {draft['lang']} {number}"
                        if item["kind"] == "pair"
                        else "",
                        "fires": item["kind"] == "bad" or (item["kind"] == "pair" and place == 1),
                        "fact": item["kind"] != "idle",
                    }


def kept(part: str) -> Iterator[dict[str, Any]]:
    """The cases of the sets."""
    for lang in LANGUAGES:
        for line in (SETS / part / f"ungrounded.{lang}.jsonl").read_text("utf-8").splitlines():
            yield json.loads(line)


def judgements(found: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Judged | None]]:
    """Each case with its sentence as the studio judges it, None where it does not."""
    indexes: dict[str, Index] = {}
    for case in found:
        lang, lines = case["knowledge_lang"], [text.lstrip("# ") for text in case["knowledge"]]
        key = "\n".join([lang, *lines])
        if key not in indexes:
            sources = [Source(str(n), text, lang, f"line {n}") for n, text in enumerate(lines, 1)]
            indexes[key] = Index(sources)
        said = judged(case["text"], indexes[key], case["lang"])
        inside = (o for o in said if o.said.start < case["end"] and case["start"] < o.said.end)
        yield case, next(inside, None)
