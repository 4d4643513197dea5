"""Counts how often people's texts hold each shape of `check.shapes`: check/shape_rates.json.

    .venv/bin/python tools/shape_rates.py VADER [POSTS.json]

English people's texts: VADER's tweets and reviews (MIT; see voice_background.py). Other languages
have no such texts here: their rates are those of the ordinary posts of check/sets/built, mixed with
the English ones as if these were 2,000 words. POSTS.json is a list of generated English posts, to
compare with; they change no rate.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from aboveboard.check import shapes
from aboveboard.text.languages import LANGUAGES
from voice_background import ROOT, vader

OUT = ROOT / "check/shape_rates.json"
MIXED, FLOOR = 2_000, 0.02


def counted(texts: list[str], language: str) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(name for name, _ in shapes.shapes(text, language))
    return counts, sum(len(text.split()) for text in texts)


def ordinary(language: str) -> list[str]:
    path = ROOT / f"check/sets/built/clean.{language}.jsonl"
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line]


def main(folder: Path, generated: Path | None = None) -> None:
    texts = [text for kind in ("tweets", "amazonReviewSnippets") for text in vader(folder, kind)]
    counts, words = counted(texts, "en")
    english = {name: 100 * counts[name] / words for name in shapes.SHAPES}
    told: dict[str, dict[str, object]] = {}
    for language in LANGUAGES:
        own, size = counted(ordinary(language), language)
        if language == "en":
            own, size = own + counts, size + words
        rates = {
            name: round(max(FLOOR, (100 * own[name] + MIXED * share) / (size + MIXED)), 4)
            for name, share in english.items()
        }
        told[language] = {"people": rates, "words": size}
    if generated:
        made, size = counted(json.loads(generated.read_text("utf-8")), "en")
        told["en"]["generated"] = {n: round(100 * made[n] / size, 4) for n in shapes.SHAPES}
    OUT.write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(Path, sys.argv[2:]))
