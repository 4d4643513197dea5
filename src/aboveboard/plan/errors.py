"""Errors of the plan that callers tell apart."""

from aboveboard.kernel.errors import Conflict


class KeyUsed(Conflict):
    """The key has made a post with other content before."""
