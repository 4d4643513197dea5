"""Trains the network that tells what a sentence claims (`text/network/kinds.py`).

    .venv/bin/python tools/train_kinds.py [--minutes N] [--on] [--public FOLDER]

Needs torch, which is none of our packages: install it beside them, then remove it. Learns from
`tools/kinds/*.tsv` (kind, language, sentence; `-` is none of the file's kinds), which were written
for this project; `ordinary.tsv` are sentences of ordinary posts, `states.tsv` and the drafts of
`tools/sheets.jsonl` tell what states nothing. A fifth, in blocks of neighbouring lines, is left
out: on it the chances were chosen from which on a kind is said (`LEAST`). With `--public` it learns
from two public sets too, as the file was last made (`tools/public_sets.py`, which measures on what
is held out of them). Writes `text/network/kinds.npz`; with `--on` it goes on from what stands
there.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from aboveboard.text.network.base import Base
from aboveboard.text.network.kinds import LONGEST, NOTHING, UPPER
from aboveboard.text.network.layers import LOW
from aboveboard.text.network.pieces import Pieces
from aboveboard.text.sentences import sentences
from network_layers import Layers, installed
from public_sets import dark_patterns, hatecheck
from sheets import cases

ROOT = Path(__file__).resolve().parent.parent
LINES, TRAINED = ROOT / "tools/kinds", ROOT / "src/aboveboard/text/network/kinds.npz"
RANK, RATE, BATCH, HIDDEN = 16, 8e-4, 32, 128
# The chances from which on a kind is said, chosen by hand on what was left out and on 8,000 plain
# sentences of posts and of shops' facts, of which one in a thousand is said to be of a kind.
LEAST = {
    "green.future": 0.7, "green.generic": 0.6, "green.label": 0.6, "green.offset": 0.8,
    "green.specific": 0.8, "persons.demeaning": 0.93, "persons.lived": 0.6,
    "pressure.crowd": 0.9, "pressure.scarcity": 0.93, "pressure.shame": 0.65,
    "pressure.threat": 0.75, "pressure.time": 0.8, "sensitive.harm": 0.75, NOTHING: 0.95,
    "unsafe.absolute": 0.88, "unsafe.health": 0.9, "unsafe.money": 0.92, "unsafe.safety": 0.8,
}  # fmt: skip
FOLDS, BLOCK = 5, 60
SHORTEST = 14
# So many facts of shops and clubs are taken from `tools/sheets.jsonl`, and what is idle there: none
# is of these kinds. Of the others some may be, so nothing is learned of them there.
SHEETS, STATES = 15_000, ("sheets", "states")
NEVER = ("persons.", "sensitive.", "pressure.shame", "pressure.threat", "unsafe.")
# Told by its own lines alone: others, of which nobody asked it, may be lived too.
LIVED = "persons.lived"
# Of so many lines one is read together with another, as sentences of a post are.
JOINED = 4


@dataclass(frozen=True)
class Line:
    """Some sentences with their kinds, none for no kind of the file's."""

    kinds: frozenset[str]
    file: str
    language: str
    said: tuple[str, ...]
    held_out: bool

    def with_another(self, other: "Line") -> "Line":
        """Both in a row."""
        said = (*self.said, *other.said)
        held_out = self.held_out or other.held_out
        return Line(self.kinds | other.kinds, self.file, self.language, said, held_out)


def lines() -> Iterator[Line]:
    """Those of the files; every sentence once, a fifth left out.

    Blocks are counted file by file, so that lines added at a file's end change no other block.
    """
    seen = set()
    for file in sorted(LINES.glob("*.tsv")):
        for number, line in enumerate(file.read_text("utf-8").splitlines()):
            kind, language, said = line.split("\t")
            if said not in seen:
                seen.add(said)
                kinds = frozenset() if kind == "-" else frozenset({f"{file.stem}.{kind}"})
                parts = tuple(part.text for part in sentences(said, language))
                yield Line(kinds, file.stem, language, parts, number // BLOCK % FOLDS == 0)


def told() -> Iterator[Line]:
    """The sentences of the sheets' drafts that state nothing, and some that state something."""
    found = {case["text"][case["start"] : case["end"]]: case["fact"] for case in cases()}
    said = sorted(sentence for sentence in found if len(sentence) >= SHORTEST)
    facts = [sentence for sentence in said if found[sentence]]
    for sentence in random.sample(facts, SHEETS):
        yield Line(frozenset(), "sheets", "", (sentence,), held_out=False)
    for sentence in said:
        if not found[sentence]:
            yield Line(frozenset({NOTHING}), "sheets", "", (sentence,), held_out=False)


class Net(Layers):
    """The network of `text/network/kinds.py`, to be learned."""

    def __init__(self, base: Base, names: Sequence[str]) -> None:
        super().__init__(base, LOW + UPPER, RANK)
        self.head = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(2 * base.size, HIDDEN), nn.Tanh(), nn.Dropout(0.3),
            nn.Linear(HIDDEN, len(names)),
        )  # fmt: skip
        nn.init.constant_(self.head[4].bias, -2.5)

    def forward(self, states: Sequence[Tensor]) -> Tensor:
        longest = max(map(len, states))
        x, there = (
            torch.zeros(len(states), longest, self.base.size),
            torch.zeros(len(states), longest),
        )
        for row, state in enumerate(states):
            x[row, : len(state)] = state.float()
            there[row, : len(state)] = 1
        x = self.through(self.upper, x, there)
        seen = there[..., None]
        most = (x + (seen - 1) * 1e4).max(1).values
        out: Tensor = self.head(torch.cat([(x * seen).sum(1) / seen.sum(1), most], -1))
        return out


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=15)
    options.add_argument("--on", action="store_true", help="go on from what was learned before")
    options.add_argument("--public", type=Path, help="the folder of the two public sets")
    given = options.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    base = installed()
    own = list(lines())
    if given.public:
        for one in (*hatecheck(given.public), *dark_patterns(given.public)):
            kinds = frozenset({one.kind} - {"-"})
            own.append(Line(kinds, "public", one.language, (one.text,), one.held_out))
    plain = [one for one in own if one.file == "ordinary"]
    claiming = [one for one in own if one.file not in STATES]
    joined = [
        one.with_another(random.choice(plain))
        for one in random.sample(claiming, len(claiming) // JOINED)
    ]
    found = [*own, *joined, *told()]
    names = sorted({kind for one in own for kind in one.kinds})
    net = Net(base, names)
    if given.on:
        net.take(TRAINED, names)
    texts = sorted({(said, LONGEST) for one in found for said in one.said})
    read = net.read(Pieces.of(base), texts)
    states = [torch.cat([read[said, LONGEST] for said in one.said]) for one in found]
    right = torch.tensor([[float(name in one.kinds) for name in names] for one in found])
    counts = torch.tensor([[float(_counts(one, name)) for name in names] for one in found])
    left_out = [n for n, one in enumerate(own) if one.held_out and one.file != "public"]
    learned = [n for n, one in enumerate(found) if not one.held_out]
    learn(net, states, right, learned, given.minutes, counts=counts)
    said = chances(net, [states[n] for n in left_out]) * counts[left_out].numpy()
    kept = least(names, said, right[left_out].numpy())
    net.write(TRAINED, names=np.array(names), least=kept)


def _counts(line: Line, kind: str) -> bool:
    """Whether a line tells that it is of a kind or not."""
    if kind == NOTHING:
        return line.file in STATES
    if kind == LIVED:
        return line.file in ("persons", "sheets")
    return line.file not in STATES or kind.startswith(NEVER)


def learn(
    net: Net,
    states: Sequence[Tensor],
    right: Tensor,
    learned: list[int],
    minutes: float,
    *,
    counts: Tensor | None = None,
) -> None:
    """Steps for so many minutes over the texts of these numbers, at a rate that falls.

    `right` has a row a text and a column a kind, `counts` how much each of these counts.
    """
    stepping = net.stepping(RATE)
    rates = [group["lr"] for group in stepping.param_groups]
    began, step, done = time.monotonic(), 0, 0.0
    while done < 1:
        for batch in batches(learned, states):
            done = (time.monotonic() - began) / (60 * minutes)
            if done >= 1:
                break
            for group, rate in zip(stepping.param_groups, rates, strict=True):
                group["lr"] = rate * min((step + 1) / 40, max(0.02, 1 - done))
            weights = None if counts is None else counts[batch]
            said = net([states[n] for n in batch])
            loss = F.binary_cross_entropy_with_logits(said, right[batch], weights)
            stepping.zero_grad()
            # Few kinds are right of many: without this the steps would be small.
            (right.shape[1] * loss).backward()
            nn.utils.clip_grad_norm_(net.learned(), 1.0)
            stepping.step()
            step += 1
            if step % 200 == 0:
                print(f"{done:.0%}, loss {loss.item():.3f}", flush=True)


def chances(net: Net, states: Sequence[Tensor]) -> np.ndarray:
    """For each sentence a row, for each kind its chance."""
    net.eval()
    with torch.no_grad():
        some = [net(states[at : at + 64]) for at in range(0, len(states), 64)]
    return torch.sigmoid(torch.cat(some)).numpy()


def batches(learned: list[int], states: Sequence[Tensor]) -> list[list[int]]:
    """Sentences of like length together, in a new order each time."""
    random.shuffle(learned)
    found = []
    for at in range(0, len(learned), 40 * BATCH):
        some = sorted(learned[at : at + 40 * BATCH], key=lambda n: len(states[n]))
        found += [some[n : n + BATCH] for n in range(0, len(some), BATCH)]
    random.shuffle(found)
    return found


def least(names: Sequence[str], chances: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The chance from which on each kind is said; prints how often that is right and found."""
    kept = np.array([LEAST[name] for name in names], "f")
    for n, name in enumerate(names):
        said, is_it = chances[:, n] >= kept[n], right[:, n] > 0
        hit = int((said & is_it).sum())
        print(f"{name:22} right {hit} of {said.sum()} said, found {hit} of {is_it.sum()}")
    return kept


if __name__ == "__main__":
    main()
