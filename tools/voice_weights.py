"""Learns weights.json of `text.voice`: how people build texts and machines do not.

    .venv/bin/python tools/voice_weights.py VADER

From VADER's English texts (MIT; see voice_background.py) groups are formed as if each were one
author: 100 samples, 100 unseen texts, and 130 from which the machines of imitators.py learn. What
is counted as everybody's comes from other texts than these. A logistic regression tells unseen
texts from imitations by the figures of `kinds.build`, measured against the samples.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from aboveboard.text.voice.background import Background, background, counted
from aboveboard.text.voice.kinds import BUILD
from aboveboard.text.voice.likeness import Profile
from imitators import imitations
from voice_background import vader

OUT = Path(__file__).resolve().parent.parent / "src/aboveboard/text/voice/weights.json"
FILES = ("tweets", "amazonReviewSnippets", "nytEditorialSnippets", "movieReviewSnippets")
SAMPLES, UNSEEN, READ, EACH = 100, 100, 130, 40
# People's texts weigh as much as all imitations; the penalty holds the weights small.
PEOPLE, PENALTY, STEPS = 1.6, 30.0, 600
Figures = NDArray[np.float64]


def groups(
    folder: Path, ground: Background, chance: random.Random
) -> Iterator[tuple[Figures, ...]]:
    """The figures of unseen texts and of imitations, group by group."""
    for file in FILES:
        texts = vader(folder, file)[1::2][:3_000]
        chance.shuffle(texts)
        size = SAMPLES + UNSEEN + READ
        for at in range(0, len(texts) - size, size):
            samples, unseen = texts[at : at + SAMPLES], texts[at + SAMPLES : at + SAMPLES + UNSEEN]
            read = texts[at + SAMPLES + UNSEEN : at + size]
            profile = Profile(samples, "en", ground=ground)
            made = [text for each in imitations(read, EACH, chance).values() for text in each]
            yield figures(profile, unseen), figures(profile, made)


def figures(profile: Profile, texts: list[str]) -> Figures:
    plain = np.array([list(profile.likeness(text).built.values()) for text in texts])
    return np.hstack([plain, np.abs(plain)])


def main(folder: Path) -> None:
    OUT.write_text(
        json.dumps({"plain": dict.fromkeys(BUILD, 0), "either": dict.fromkeys(BUILD, 0)})
    )
    chance = random.Random(7)
    others = [text for file in FILES for text in vader(folder, file)[::2]]
    ground = counted(others, background("en").common, least=2)
    pairs = list(groups(folder, ground, chance))
    rows = np.vstack([one for pair in pairs for one in pair])
    people = np.concatenate([[1.0] * len(a) + [0.0] * len(b) for a, b in pairs])
    weigh = np.where(people == 1, PEOPLE, 1.0)
    found, bias = np.zeros(rows.shape[1]), 0.0
    for _ in range(STEPS):
        off = weigh * (1 / (1 + np.exp(-(rows @ found + bias))) - people)
        found -= 0.5 * (rows.T @ off + PENALTY * found) / len(rows)
        bias -= 0.5 * off.mean()
    half = len(BUILD)
    told = {
        "plain": dict(zip(BUILD, found[:half].round(3).tolist(), strict=True)),
        "either": dict(zip(BUILD, found[half:].round(3).tolist(), strict=True)),
    }
    OUT.write_text(json.dumps(told, indent=2) + "\n")
    print(f"{len(pairs)} groups, {len(rows):,} texts")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
