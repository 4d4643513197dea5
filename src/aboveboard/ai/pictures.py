"""What every picture model is: what is wanted of it, and what it made.

Its bytes are from outside: whoever keeps them looks at them first. An address in the place of a
picture is not followed.
"""

from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from aboveboard.ai.base import Provider
from aboveboard.kernel.errors import Invalid

# Sizes that images endpoints know: https://platform.openai.com/docs/api-reference/images
Size = Literal["1024x1024", "1536x1024", "1024x1536"]
SIZES: tuple[Size, ...] = get_args(Size)
MOST, MAX_WORDS = 4, 2_000
# Four PNGs of 1536 x 1024 in base 64.
MAX_ANSWER_BYTES = 40_000_000


@dataclass(frozen=True)
class Wanted:
    """What a picture model is asked for: `count` pictures of `size`.

    `picture` is a PNG to change; `mask` a PNG of its size, transparent where it may be changed,
    empty for all of it. Raises Invalid when it cannot be asked.
    """

    words: str
    size: Size = "1024x1024"
    count: int = 1
    picture: bytes = b""
    mask: bytes = b""
    transparent: bool = False

    def __post_init__(self) -> None:
        if not self.words.strip() or len(self.words) > MAX_WORDS:
            raise Invalid(
                f"Say in 1 to {MAX_WORDS:,} characters what the picture shall show.",
                mend="Describe it, or shorten it.",
                code="words",
            )
        if self.size not in SIZES or not 1 <= self.count <= MOST:
            raise Invalid(
                f"{self.count} pictures of {self.size} cannot be asked for.",
                mend=f"Ask for 1 to {MOST} of one of: {', '.join(SIZES)}.",
                code="size",
            )


@dataclass(frozen=True)
class Made:
    """The pictures as they came, unlooked at, and what they took; tokens 0 when it does not say."""

    pictures: tuple[bytes, ...]
    model: str
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0


class PictureModel(Protocol):
    """A model that makes pictures. Raises the kinds in `ai.errors`."""

    provider: Provider

    async def make(self, wanted: Wanted) -> Made:
        """The pictures wanted: made anew, or from the one that is given."""
        ...
