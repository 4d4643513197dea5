"""Errors of making clips.

NotMedia
└── NotMade     what was asked for cannot be made of this video
Stopped         somebody stopped it; nothing is left of it
"""

from aboveboard.kernel.errors import Conflict
from aboveboard.media.errors import NotMedia


class NotMade(NotMedia):
    """What was asked for cannot be made of this video."""


class Stopped(Conflict):
    """Somebody stopped it; nothing is left of it."""

    def __init__(self) -> None:
        super().__init__("It was stopped. Nothing was kept of it.", code="stopped")
