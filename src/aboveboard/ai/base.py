"""What every text model is: who is asked (`Provider`), what (`Instruction`), what comes back.

A text model is stateless between calls but for what it learnt of the server's abilities. It makes
no request twice because a connection failed; retrying is for a person to decide.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol, TypeVar

from aboveboard.ai.results import MAX_DRAFTS, Result
from aboveboard.kernel.errors import Invalid

R = TypeVar("R", bound=Result)

# How a typed answer is asked for: a schema that the server holds the model to, the arguments of
# a tool, or words in the prompt. Every answer is validated all the same.
Structured = Literal["schema", "tool", "prompt"]
QuoteKind = Literal["brief", "knowledge", "feed", "voice", "text", "comment"]

# Told the text so far, as it is written, again and again.
Hears = Callable[[str], Awaitable[None]]

MAX_INPUT = 60_000
MAX_LIMIT = 20_000
# A thinking model spends tokens before it writes; the texts themselves come on top.
THINKING_TOKENS = 2_000
MAX_TOKENS = 8_000
LANGUAGES = {
    "en": "English",
    "nl": "Dutch",
    "fr": "French",
    "de": "German",
    "hu": "Hungarian",
}


@dataclass(frozen=True)
class Provider:
    """Who we talk to.

    `name` is the people's own name for it, `kind` one of `registry.kinds()`. `base_url` ends where
    the API's paths begin, often in /v1. `timeout_s` (seconds) covers a whole call, `first_s` the
    wait for the first word of an answer that is streamed. `allow_hosts` holds private hosts that
    may be reached, as `name` or `name:port`. `structured` keeps what `check` found out, None when
    nobody has looked.
    """

    name: str
    kind: str
    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    timeout_s: float = 60.0
    first_s: float = 60.0
    allow_hosts: frozenset[str] = frozenset()
    structured: Structured | None = None


@dataclass(frozen=True)
class Quote:
    """Text from outside, given to a model as material. It is never an instruction."""

    kind: QuoteKind
    text: str


@dataclass(frozen=True)
class Instruction(Generic[R]):
    """What a model is asked for.

    `task` and `rules` are this program's own words; whatever a person, a file, a feed or another
    model wrote belongs into `brief` and `quotes`. `picture` is a small JPEG to look at, empty for
    none. `limit` is in characters and holds for each text, `count` says how many texts are wanted.
    Raises Invalid when it is too large to send.
    """

    task: str
    rules: tuple[str, ...]
    brief: str
    language: str
    limit: int
    wants: type[R]
    quotes: tuple[Quote, ...] = ()
    count: int = 1
    picture: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        size = len(self.brief) + sum(len(quote.text) for quote in self.quotes)
        if size > MAX_INPUT:
            raise Invalid(
                f"This is {size:,} characters for a model; {MAX_INPUT:,} is the most.",
                mend="Shorten the brief, or choose fewer passages.",
                code="input_size",
            )
        if self.language not in LANGUAGES:
            raise Invalid(
                f"A model is not asked for texts in “{self.language[:20]}”.",
                mend=f"Choose one of: {', '.join(LANGUAGES)}.",
                code="language",
            )
        if not (1 <= self.limit <= MAX_LIMIT and 1 <= self.count <= MAX_DRAFTS):
            raise Invalid(
                f"{self.count} texts of {self.limit} characters cannot be asked for.",
                mend=f"Ask for 1 to {MAX_DRAFTS} texts of 1 to {MAX_LIMIT:,} characters.",
                code="limit",
            )

    @property
    def most_tokens(self) -> int:
        """The most tokens that one answer may take."""
        return min(MAX_TOKENS, THINKING_TOKENS + self.limit * self.count)


@dataclass(frozen=True)
class Answer(Generic[R]):
    """What a model wrote, and what it took.

    `model` is the name that the server gave, which may differ from the one asked for. `left_out`
    counts texts that were longer than the limit. Tokens cover every request of the call, as the
    server counted them; 0 when it does not tell. `requests` is how many requests the call made,
    `call` the id under which it was counted, empty where nobody counts.
    """

    data: R
    model: str
    provider: str
    tokens_in: int
    tokens_out: int
    seconds: float
    requests: int = 1
    left_out: int = 0
    call: str = ""


@dataclass(frozen=True)
class Ability:
    """What a check found: the models on offer, and how typed answers are to be asked for.

    `listed` is whether the provider's model is among `models`; None when the server lists none.
    `usable` is False when it answers, but too weakly to keep to the form asked for.
    """

    models: tuple[str, ...]
    listed: bool | None
    structured: Structured
    usable: bool
    seconds: float


class TextModel(Protocol):
    """A model that can be asked. Every method may raise one of the kinds in `ai.errors`."""

    provider: Provider

    async def write(self, instruction: Instruction[R], *, hears: Hears | None = None) -> Answer[R]:
        """One typed answer, validated, within the limits of the instruction.

        With `hears` it is streamed; what is heard on the way has not been looked at.
        """
        ...

    async def models(self) -> list[str]:
        """The names of the models on offer, sorted. Needs no model to be chosen."""
        ...

    async def check(self) -> Ability:
        """Ask for a word, to learn whether everything works and how to ask. Costs some tokens."""
        ...
