"""Errors of the learn stage that callers tell apart."""

from aboveboard.kernel.errors import Conflict


class IdeaTwice(Conflict):
    """Something on the board or already out says the same."""
