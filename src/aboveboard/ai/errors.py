"""What can go wrong between us and a text model, with words for a person.

    AIError
    ├── NotConfigured       nothing is set up, or the set-up cannot be used; nothing was sent
    ├── Unreachable         no connection, or it broke before the answer was whole
    ├── RefusedByProvider   the provider answered, and said no: `reason` tells why
    ├── TooSlow             the time allowed ran out
    ├── BadAnswer           an answer came, but not one that can be used
    └── Cancelled           a person stopped it

No message holds an API key: words of a provider pass `aboveboard.ai.guarded.without_key` first.
A task that is cancelled still sees `asyncio.CancelledError`; `Cancelled` is for a stop button.
"""

from typing import Literal

from aboveboard.kernel.errors import AboveboardError

Reason = Literal["key", "quota", "model", "content", "request", "server"]


class AIError(AboveboardError):
    """Any failure of a text model. What the person wrote is never touched by it."""

    status = 502


class NotConfigured(AIError):
    """Nothing is set up, or the set-up cannot be used; nothing was sent."""

    status = 422


class Unreachable(AIError):
    """No connection, or it broke before the answer was whole.

    `sent` is whether the request may have reached the provider.
    """

    def __init__(self, message: str, *, mend: str = "", code: str = "", sent: bool = True) -> None:
        super().__init__(message, mend=mend, code=code)
        self.sent = sent


class RefusedByProvider(AIError):
    """The provider answered, and said no.

    `http_status` is what it answered with, `wait` the seconds after which it invites another try.
    """

    def __init__(
        self,
        message: str,
        *,
        mend: str,
        reason: Reason,
        http_status: int | None = None,
        wait: float | None = None,
    ) -> None:
        super().__init__(message, mend=mend, code=f"refused_{reason}")
        self.reason = reason
        self.http_status = http_status
        self.wait = wait


class TooSlow(AIError):
    """The time allowed ran out; the provider may still be at work and may charge for it."""

    status = 504


class BadAnswer(AIError):
    """An answer came, but not one that can be used.

    `took` is the tokens in and out that it cost all the same, None where nobody told.
    """

    def __init__(
        self, message: str, *, mend: str = "", code: str = "", took: tuple[int, int] | None = None
    ) -> None:
        super().__init__(message, mend=mend, code=code)
        self.took = took


class Cancelled(AIError):
    """A person stopped it."""

    status = 409
