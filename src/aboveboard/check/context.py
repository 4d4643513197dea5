"""What is known about a post besides its words: who gave what, who wrote, what is on file."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MAX_EVIDENCE = 200
MAX_PIECE = 4_000


class Hand(BaseModel):
    """What AI had a hand in: the words, and the pictures or videos.

    `assisted`: it polished or suggested wording for a person's own text. `generated_realistic`:
    what could pass as a real person, place, thing or event. `edited`: light work, as brightness.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Literal["none", "assisted", "generated"] = "none"
    media: Literal["none", "edited", "generated_realistic", "generated_artistic"] = "none"


class Context(BaseModel):
    """The circumstances that a post is judged in.

    `relationship` is that between the author and the partner or employer named in `evidence`;
    `author` is virtual for a persona whose profile says so; `stock` is what is really left, as
    counted on `stock_on` (None: today), and `deadline` the real end (None: there is none that is
    known); `evidence` is all that is on file:
    certificates, logs, consents, partners' names, house policies. What is not there does not exist.
    `today` is the day to judge by.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    relationship: Literal["none", "paid", "gifted", "affiliate", "employee"] = "none"
    author: Literal["human", "virtual"] = "human"
    ai: Hand = Hand()
    stock: Annotated[int, Field(ge=0)] | None = None
    stock_on: date | None = None
    deadline: date | None = None
    evidence: tuple[Annotated[str, Field(max_length=MAX_PIECE)], ...] = Field(
        default=(), max_length=MAX_EVIDENCE
    )
    today: date | None = None

    @property
    def by_ai(self) -> bool:
        """Whether AI had any hand in the words."""
        return self.author == "virtual" or self.ai.text != "none"


# Nothing is known besides the words.
UNTOLD = Context()
