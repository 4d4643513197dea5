"""What `aboveboard doctor` looks at, from the ground upwards."""

from collections.abc import Iterator

from aboveboard.faces.cli.health.data import data
from aboveboard.faces.cli.health.files import files
from aboveboard.faces.cli.health.line import LEVELS, Line
from aboveboard.faces.cli.health.machine import machine
from aboveboard.faces.cli.health.outside import outside

__all__ = ["LEVELS", "Line", "examined"]


def examined() -> Iterator[Line]:
    """Each finding as soon as it is made; without a database what is in it is left out."""
    yield from machine()
    yield from files()
    reached = yield from data()
    yield from outside(with_rows=reached)
