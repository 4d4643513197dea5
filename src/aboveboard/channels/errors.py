"""What can go wrong on a network, in five kinds; the stage `publish` acts on the kind alone.

ChannelError
├── TryLater         nothing took effect; try again after `wait` seconds
├── SignInAgain      the token or session is dead; nothing took effect;
│                    `refreshable` when `Network.refresh` may mend it without a person
├── Refused          the network will not take this content; `why` in its words
├── Gone             the account, server or channel is no longer there
└── OutcomeUnknown   the request may have taken effect: read back before anything else
"""


class ChannelError(Exception):
    """`why` is for a person and holds no secret; `status` the HTTP status where there was one."""

    def __init__(self, why: str, *, status: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


class TryLater(ChannelError):
    """Nothing took effect; try again after `wait` seconds (None: the caller chooses).

    `stale`: what was uploaded or prepared is no longer there; it is to be made anew.
    """

    def __init__(
        self,
        why: str,
        *,
        wait: float | None = None,
        status: int | None = None,
        stale: bool = False,
    ) -> None:
        super().__init__(why, status=status)
        self.wait = wait
        self.stale = stale


class SignInAgain(ChannelError):
    """The token or session is dead; nothing took effect.

    `refreshable`: `Network.refresh` may mend it without a person.
    """

    def __init__(self, why: str, *, refreshable: bool = False, status: int | None = None) -> None:
        super().__init__(why, status=status)
        self.refreshable = refreshable


class Refused(ChannelError):
    """The network will not take this content."""


class Gone(ChannelError):
    """The account, server or channel is no longer there."""


class OutcomeUnknown(ChannelError):
    """The request may have taken effect: read back before anything else."""
