"""The guards, in the order in which their findings are told. A package may add its own.

An installed package adds one with an entry point of the group `aboveboard.guards`.
"""

from importlib.metadata import entry_points

from aboveboard.check.guards.alt_text import alt_text
from aboveboard.check.guards.fit import fit
from aboveboard.check.guards.label import label
from aboveboard.check.guards.length import length
from aboveboard.check.guards.link import link
from aboveboard.check.guards.rights import rights
from aboveboard.check.guards.sensitive_topic import sensitive_topic
from aboveboard.check.guards.ungrounded import ungrounded
from aboveboard.check.guards.voice import voice
from aboveboard.check.rules import Guard

_BUILT_IN: tuple[Guard, ...] = (
    length,
    fit,
    ungrounded,
    label,
    rights,
    alt_text,
    link,
    sensitive_topic,
    voice,
)


def guards() -> tuple[Guard, ...]:
    """Every guard, the built-in ones first."""
    return (*_BUILT_IN, *(point.load() for point in entry_points(group="aboveboard.guards")))


GUARDS = guards()
