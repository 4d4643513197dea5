"""Errors of the publish stage that callers tell apart, and those that the database raises."""

from aboveboard.kernel.errors import Conflict, Invalid


class NotInThisState(Conflict):
    """The delivery has moved on, or its state does not allow this."""


class AlreadyOut(Conflict):
    """What is out, or on its way, is not changed any more."""


class NotApproved(Conflict):
    """No person has approved exactly this."""


class NotConnected(Invalid):
    """The account could not be signed in to."""


# The SQLSTATE values of migration 0002.
_OUT, _MOVE, _UNAPPROVED = "AB010", "AB011", "AB012"


def from_database(error: BaseException) -> Conflict | None:
    """What a refusal of the database's guards means for a person; None for other errors.

    `error` is Django's or psycopg's.
    """
    cause = error if hasattr(error, "sqlstate") else error.__cause__
    state = getattr(cause, "sqlstate", None)
    if state == _OUT:
        return AlreadyOut(
            "It is already out, or on its way. Nothing was changed.",
            mend="Make a new post from it.",
            code="already_out",
        )
    if state == _MOVE:
        return NotInThisState(
            "This delivery has moved on meanwhile. Nothing was changed.",
            mend="Look at where it stands now.",
            code="moved_on",
        )
    if state == _UNAPPROVED:
        return NotApproved(
            "No person has approved exactly this. Nothing was changed.",
            mend="Approve it as it stands now.",
            code="not_approved",
        )
    return None
