"""Errors of the create stage that callers tell apart."""

from aboveboard.kernel.errors import Conflict, Invalid


class Outrun(Conflict):
    """Somebody else has changed the text meanwhile; theirs and yours are both kept."""


class TooLong(Invalid):
    """A text is longer than any channel would take."""


class NotAPicture(Invalid):
    """A file is no picture that we can show and send."""
