"""The cases of `ungrounded` to learn from: sheets of knowledge with drafts, and the sets."""

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import regex

from aboveboard.text.grounding import Index, Judged, Source, judged
from aboveboard.text.languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
SHEETS = ROOT / "tools/sheets.jsonl"
SETS = ROOT / "src/aboveboard/check/sets"
_WORD = regex.compile(r"(?<![\p{L}\p{N}'’-])\p{L}{4,}(?![\p{L}\p{N}'’-])")
# So many of a language's sheets may hold a word that is exchanged: what most hold is grammar.
_COMMON = 0.2


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


def exchanged(found: Iterable[dict[str, Any]], most: int) -> Iterator[dict[str, Any]]:
    """Twins with one word of a true sentence exchanged for one of another sheet that looks alike.

    Where it is exchanged in the sentence alone, or in the knowledge alone, nothing bears the
    sentence out any more; where it is in both, all is as before. So what tells twins apart is what
    the knowledge says, and not how likely a sentence sounds.
    """
    cases = [case for case in found if case["knowledge_lang"] == case["lang"]]
    holding: dict[tuple[str, str], set[int]] = {}
    sheets: dict[str, dict[int, str]] = {}
    for case in cases:
        whole = "\n".join(case["knowledge"])
        number = hash(whole)
        if number not in sheets.setdefault(case["lang"], {}):
            sheets[case["lang"]][number] = whole
            for word in set(_WORD.findall(whole)):
                holding.setdefault((case["lang"], word), set()).add(number)
    like: dict[tuple[str, str, bool], list[str]] = {}
    for (lang, word), numbers in sorted(holding.items()):
        if len(numbers) < _COMMON * len(sheets[lang]):
            like.setdefault((lang, word[-3:], word.istitle()), []).append(word)
    true = [case for case in cases if case["fact"] and not case["fires"]]
    random.shuffle(true)
    made = 0
    for case in true:
        whole, said = "\n".join(case["knowledge"]), case["text"][case["start"] : case["end"]]
        shared = [
            (word, random.choice(others))
            for word in dict.fromkeys(_WORD.findall(said))
            for others in (like.get((case["lang"], word[-3:], word.istitle()), []),)
            if word in others and regex.search(rf"\b{word}\b", whole)
        ]
        for word, other in random.sample(shared, min(2, len(shared))):
            if other in whole or made >= most:
                continue
            twins = [(True, False, True), (True, True, False)]
            if random.random() < 0.5:
                twins = [(False, True, True), (False, False, False)]
            for in_said, in_known, fires in twins:
                known = _instead(whole, word, other) if in_known else whole
                new = _instead(said, word, other) if in_said else said
                yield case | {
                    "text": case["text"][: case["start"]] + new + case["text"][case["end"] :],
                    "end": case["start"] + len(new),
                    "knowledge": known.split("\n"),
                    "fires": fires,
                    "pair": f"exchanged {made}",
                }
            made += 1


def _instead(text: str, word: str, other: str) -> str:
    return str(regex.sub(rf"\b{word}\b", other, text))


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
