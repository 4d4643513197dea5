"""Writes src/aboveboard/text/voice/backgrounds/: how everybody writes, counted.

    .venv/bin/python tools/voice_background.py VADER

English: VADER's tweets, product reviews and editorials (Hutto and Gilbert, ICWSM 2014; MIT; the
folder `hutto_ICWSM_2014` in the source distribution of vaderSentiment 3.3.2). Every language: the
repo's own sets of posts, its messages, and Django's (BSD). Only counts are kept, and of English
only what is there more than once.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import django.conf
from babel.messages.pofile import read_po

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.voice.background import COMMON, counted
from aboveboard.text.voice.kinds import tokens

ROOT = Path(__file__).resolve().parent.parent / "src/aboveboard"
OUT = ROOT / "text/voice/backgrounds"
REVIEWS = 800


def vader(folder: Path, kind: str, most: int | None = None) -> list[str]:
    """The texts of one of VADER's files."""
    path = folder / f"{kind}_GroundTruth.txt"
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    texts = [line.rsplit("\t", 1)[-1] for line in lines]
    # Every so manieth: neighbours are of one text.
    return texts[:: max(1, len(texts) // most)][:most] if most else texts


def ours(language: str) -> Iterator[str]:
    """What the repo itself holds in a language: posts of its sets, messages."""
    for path in sorted((ROOT / "check/sets/built").glob(f"*.{language}.jsonl")):
        yield from (json.loads(line)["text"] for line in path.read_text().splitlines() if line)
    if language != "en":
        yield from _messages(ROOT / f"locale/{language}/LC_MESSAGES/django.po")


def of_django(language: str) -> Iterator[str]:

    for path in sorted(Path(django.conf.__file__).parent.glob(f"locale/{language}/**/django.po")):
        yield from _messages(path)


def _messages(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for message in read_po(file):
            text = message.string
            if isinstance(text, str) and "%" not in text and "{" not in text and " " in text:
                yield text


def main(folder: Path) -> None:
    OUT.mkdir(exist_ok=True)
    for language in LANGUAGES:
        texts = [*ours(language), *of_django(language)]
        if language == "en":
            texts += vader(folder, "tweets")
            for kind in ("amazonReviewSnippets", "nytEditorialSnippets"):
                texts += vader(folder, kind, REVIEWS)
        words = Counter(word for text in texts for word in tokens(text, ()).of["words"])
        common = sorted(word for word, _ in words.most_common(COMMON))
        made = counted(texts, common, least=2 if language == "en" else 1)
        told = {"common": common, "sums": made.sums, "counts": made.counts}
        packed = gzip.compress(json.dumps(told, ensure_ascii=False).encode(), mtime=0)
        (OUT / f"{language}.json.gz").write_bytes(packed)
        print(f"{language}: {len(texts):,} texts, {len(packed):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
