"""Errors of the review that callers tell apart."""

from aboveboard.kernel.errors import Conflict


class Changed(Conflict):
    """The content is no longer what was shown."""


class Holds(Conflict):
    """An open finding holds the post."""


class NotAsked(Conflict):
    """The last word about the post was a no, or it was taken back; nobody has asked since."""
