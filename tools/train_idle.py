"""Trains the network that tells sentences that state nothing of a brand (`idle.npz`).

    .venv/bin/python tools/train_idle.py [--minutes N] [--on]

Needs torch, which is none of our packages: install it beside them, then remove it. Learns from the
drafts of `tools/sheets.jsonl` and from `tools/idle.tsv` (`idle` or `fact`, language, sentence),
which were written for this project. Every fifth sheet and every fifth block of lines is left out;
of these it prints how many are said to be idle from each chance on. Writes
`text/network/idle.npz`, which `text/network/kinds.py` reads.
"""

import argparse
import random
from collections.abc import Iterator

import numpy as np
import torch

from aboveboard.text.network.kinds import LONGEST
from aboveboard.text.network.pieces import Pieces
from network_layers import installed
from sheets import cases
from train_kinds import BLOCK, FOLDS, ROOT, Net, chances, learn

LINES, TRAINED = ROOT / "tools/idle.tsv", ROOT / "src/aboveboard/text/network/idle.npz"
# Of facts there are many: so many for each idle sentence; lines written for this count thrice.
FACTS, TIMES = 2.2, 3


def told() -> Iterator[tuple[str, bool, bool]]:
    """Each sentence of the sheets, whether it is idle, and whether it is left out."""
    sheets: dict[str, int] = {}
    for case in cases():
        number = sheets.setdefault(case["sheet"], len(sheets))
        said = case["text"][case["start"] : case["end"]]
        yield said, not case["fact"], number % FOLDS == 0


def lines() -> Iterator[tuple[str, bool, bool]]:
    """The same of the lines that were written for this."""
    for number, line in enumerate(LINES.read_text("utf-8").splitlines()):
        kind, _language, said = line.split("\t")
        yield said, kind == "idle", number // BLOCK % FOLDS == 0


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=8)
    options.add_argument("--on", action="store_true", help="go on from what was learned before")
    given = options.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    base = installed()
    drafts = list(dict.fromkeys(told()))
    idle = [one for one in drafts if one[1]]
    facts = [one for one in drafts if not one[1]]
    facts = random.sample(facts, min(len(facts), int(FACTS * len(idle))))
    own = list(lines())
    found = [*idle, *facts, *(one for one in own for _ in range(1 if one[2] else TIMES))]
    net = Net(base, ["idle"])
    if given.on:
        net.take(TRAINED, ["idle"])
    read = net.read(Pieces.of(base), sorted({(said, LONGEST) for said, _, _ in found}))
    states = [read[said, LONGEST] for said, _, _ in found]
    right = torch.tensor([[float(one)] for _, one, _ in found])
    learned = [n for n, (_, _, out) in enumerate(found) if not out]
    print(f"{len(learned):,} sentences, {right.mean():.0%} idle", flush=True)
    learn(net, states, right, learned, given.minutes)
    out = [n for n, (_, _, left) in enumerate(found) if left]
    said = chances(net, [states[n] for n in out])[:, 0]
    is_it = np.array([found[n][1] for n in out])
    hard = np.array([n >= len(idle) + len(facts) for n in out])
    for over in (0.5, 0.7, 0.8, 0.9, 0.95, 0.98):
        for name, some in (("sheets", ~hard), ("lines", hard)):
            share = [(said[some & (is_it == kind)] >= over).mean() for kind in (True, False)]
            print(f"{over} {name}: of idle ones {share[0]:.3f}, of facts {share[1]:.3f}")
    net.write(TRAINED, names=np.array(["idle"]))


if __name__ == "__main__":
    main()
