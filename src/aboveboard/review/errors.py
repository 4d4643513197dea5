"""Errors of the review that callers tell apart."""

from aboveboard.kernel.errors import Conflict


class Changed(Conflict):
    """The content is no longer what was shown."""


class Holds(Conflict):
    """An open finding holds the post."""
