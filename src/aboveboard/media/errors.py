"""Errors of media files."""

from aboveboard.kernel.errors import Invalid


class NotMedia(Invalid):
    """A file is no picture or video that we can show and send."""
