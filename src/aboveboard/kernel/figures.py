"""What a benchmark measured, beside the limit that it is held to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from aboveboard.kernel.digest import Json


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    `figure` and `limit` are in `unit`; `ratio` says how far the limit is kept: 1 just keeps
    it, 2 does twice as well. `extra` holds what explains the figure, ready for JSON.
    """

    name: str
    figure: float
    unit: str
    limit: float
    ratio: float
    extra: Mapping[str, Json] = field(default_factory=dict)

    @classmethod
    def at_most(
        cls,
        name: str,
        figure: float,
        unit: str,
        *,
        limit: float,
        extra: Mapping[str, Json] | None = None,
    ) -> Self:
        """A figure of which less is better, such as a time."""
        ratio = limit / figure if figure else float("inf")
        return cls(name, figure, unit, limit, ratio, extra or {})

    @classmethod
    def at_least(
        cls,
        name: str,
        figure: float,
        unit: str,
        *,
        limit: float,
        extra: Mapping[str, Json] | None = None,
    ) -> Self:
        """A figure of which more is better, such as a rate."""
        ratio = figure / limit if limit else float("inf")
        return cls(name, figure, unit, limit, ratio, extra or {})

    def as_json(self) -> dict[str, Json]:
        """The figure as a mapping for one line of JSON, numbers rounded to four digits."""
        return {
            "name": self.name,
            "figure": _rounded(self.figure),
            "unit": self.unit,
            "limit": _rounded(self.limit),
            "ratio": _rounded(self.ratio),
            "extra": dict(self.extra),
        }


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")
