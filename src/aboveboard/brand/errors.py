"""Errors of the brand stage that callers tell apart."""

from aboveboard.kernel.errors import Conflict, Forbidden, NotFound


class NoSuchBrand(NotFound):
    """There is no brand of that name or id in this workspace."""


class NameTaken(Conflict):
    """Another one of that name exists already."""


class ModelNotAllowed(Forbidden):
    """The brand's policy keeps this task to people."""
