"""The cases of `ungrounded` to learn from: sheets of knowledge with drafts, and the sets."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
