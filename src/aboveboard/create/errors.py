"""Errors of the create stage that callers tell apart, and the database's word that it is out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from aboveboard.kernel.errors import AboveboardError, Conflict, Invalid


class Outrun(Conflict):
    """Somebody else has changed the text meanwhile; theirs and yours are both kept."""


class TooLong(Invalid):
    """A text is longer than any channel would take."""


class Spent(Conflict):
    """A month's limit for models does not cover what is asked."""


class NotAgreed(Conflict):
    """A brand's texts would go to a host outside, and nobody has agreed to that yet."""


class StorageAway(AboveboardError):
    """The place where the library's files are does not answer, or has no room."""

    status = 503


class IsOut(Conflict):
    """What is out, or on its way, is not edited any more."""


@contextmanager
def unless_out() -> Iterator[None]:
    """Raises IsOut where the database refuses an edit of what is out (SQLSTATE AB010)."""
    try:
        yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") != "AB010":
            raise
        raise IsOut(
            "It is already out, or on its way. Nothing was changed.",
            mend="Make a new post from it.",
            code="already_out",
        ) from error


@contextmanager
def unless_bound(why: Callable[[], Conflict]) -> Iterator[None]:
    """Raises `why` where the database refuses to let go of what is approved or out (AB014)."""
    try:
        yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") != "AB014":
            raise
        raise why() from error
