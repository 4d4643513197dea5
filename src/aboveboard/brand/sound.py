"""How a brand sounds in a language, as values; `voice` makes them from rows."""

from dataclasses import dataclass, field
from datetime import datetime

from aboveboard.text.voice.measures import Example, Measures


@dataclass(frozen=True)
class Told:
    """One line as it holds: measured (`says`), in people's own words (`said`), or off."""

    key: str
    says: str
    rule: str
    examples: tuple[Example, ...] = ()
    said: str = ""
    on: bool = True
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Voice:
    """A brand's voice in a language. `names` and `texts` are those of the samples."""

    language: str
    measures: Measures
    lines: tuple[Told, ...]
    never: tuple[str, ...] = ()
    besides: str = ""
    names: tuple[str, ...] = field(default=())
    texts: tuple[str, ...] = field(default=(), repr=False)

    @property
    def counted(self) -> frozenset[str]:
        """The lines that are measured and stand as they were measured."""
        return frozenset(line.key for line in self.lines if line.on and not line.said)
