"""Trains the network that tells chained words from written ones (`text/network/writing.py`).

    .venv/bin/python tools/train_chained.py VADER [--minutes N] [--on]

Needs torch, which is none of our packages: install it beside them, then remove it. Learns from the
sentences of `tools/kinds` and `tools/sheets.jsonl`, which were written for this project, and from
half of VADER's English texts (MIT; see `voice_background.py`), as if each run of neighbouring ones
were an author's: what people wrote, and what the machines of `imitators.py` made of it. Writes
`text/network/chained.npz`. Every fifth run is left out; of these it prints the areas under the ROC
curve, language by language.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.network.pieces import Pieces
from aboveboard.text.network.writing import LONGEST
from imitators import imitations
from network_layers import installed
from sheets import cases
from train_kinds import FOLDS, LINES, ROOT, Net, chances, learn
from voice_background import vader
from voice_measure import area
from voice_weights import FILES

TRAINED = ROOT / "src/aboveboard/text/network/chained.npz"
# So many posts make an author, by chance. Of these a share is learned, and of each machine a share
# of as many texts.
SIZES, OWN, MADE = (60, 100, 150, 300, 800), 0.5, 0.16
SENTENCES = (1, 1, 2, 2, 3)


def runs(folder: Path, chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Posts of neighbours in a file, with their language: what is taken for an author's."""
    for lang in LANGUAGES:
        for file in sorted(LINES.glob("*.tsv")):
            rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
            yield from _cut(lang, [text for _, one, text in rows if one == lang], chance)
        said = (case["text"][case["start"] : case["end"]] for case in cases()
                if case["lang"] == lang and not case["fires"])  # fmt: skip
        yield from _cut(lang, list(dict.fromkeys(said)), chance)
    for name in FILES:
        for posts in _runs(vader(folder, name)[::2], chance):
            yield "en", posts


def _cut(lang: str, sentences: list[str], chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    posts = []
    while sentences:
        size = chance.choice(SENTENCES)
        posts.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    for run in _runs(posts, chance):
        yield lang, run


def _runs(posts: Sequence[str], chance: random.Random) -> Iterator[list[str]]:
    at = 0
    while len(posts) - at >= SIZES[0]:
        size = chance.choice(SIZES)
        yield list(posts[at : at + size])
        at += size


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("vader", type=Path)
    options.add_argument("--minutes", type=float, default=12)
    options.add_argument("--on", action="store_true", help="go on from what was learned before")
    given = options.parse_args()
    torch.manual_seed(0)
    chance = random.Random(0)
    random.seed(0)
    base = installed()
    found: list[tuple[str, str, str, bool]] = []
    for number, (lang, posts) in enumerate(runs(given.vader, chance)):
        out = number % FOLDS == 0
        found += [(post, lang, "", out) for post in chance.sample(posts, int(OWN * len(posts)))]
        made = imitations(posts, int(MADE * len(posts)), chance)
        found += [(post, lang, name, out) for name, texts in made.items() for post in texts]
    net = Net(base, ["chained"])
    if given.on:
        net.take(TRAINED, ["chained"])
    read = net.read(Pieces.of(base), sorted({(text, LONGEST) for text, *_ in found}))
    states = [read[text, LONGEST] for text, *_ in found]
    right = torch.tensor([[float(bool(kind))] for _, _, kind, _ in found])
    learned = [n for n, (*_, out) in enumerate(found) if not out]
    print(f"{len(learned):,} texts, {right.mean():.0%} of machines", flush=True)
    learn(net, states, right, learned, given.minutes)
    left_out = [n for n, (*_, out) in enumerate(found) if out]
    said = chances(net, [states[n] for n in left_out])[:, 0]
    told = [(found[n][1], found[n][2], float(one)) for n, one in zip(left_out, said, strict=True)]
    for lang in LANGUAGES:
        people = [one for tongue, kind, one in told if tongue == lang and not kind][:1_000]
        for name in sorted({kind for _, kind, _ in told} - {""}):
            machine = [one for tongue, kind, one in told if tongue == lang and kind == name]
            print(f"{lang} {name:20} {area(machine[:1_000], people):.3f}")
    net.write(TRAINED, names=np.array(["chained"]))


if __name__ == "__main__":
    main()
