"""The guards, in the order in which their findings are told. A package may add its own.

An installed package adds one with an entry point of the group `aboveboard.guards`.
"""

from importlib.metadata import entry_points

from aboveboard.check.guards.ai_testimony import ai_testimony
from aboveboard.check.guards.alt_text import alt_text
from aboveboard.check.guards.contrast import contrast_guard
from aboveboard.check.guards.fit import fit
from aboveboard.check.guards.grammar import grammar
from aboveboard.check.guards.green_claim import green_claim
from aboveboard.check.guards.hidden_ad import hidden_ad
from aboveboard.check.guards.label import label
from aboveboard.check.guards.language import language
from aboveboard.check.guards.length import length
from aboveboard.check.guards.link import link
from aboveboard.check.guards.manipulation import manipulation
from aboveboard.check.guards.readability import readability_guard
from aboveboard.check.guards.rights import rights
from aboveboard.check.guards.sameness import sameness
from aboveboard.check.guards.sensitive_topic import sensitive_topic
from aboveboard.check.guards.spelling import spelling
from aboveboard.check.guards.stereotype import stereotype
from aboveboard.check.guards.tag import tag
from aboveboard.check.guards.undisclosed_ai import undisclosed_ai
from aboveboard.check.guards.ungrounded import ungrounded
from aboveboard.check.guards.unsafe_claim import unsafe_claim
from aboveboard.check.guards.voice import voice
from aboveboard.check.rules import Guard

_BUILT_IN: tuple[Guard, ...] = (
    length,
    fit,
    ungrounded,
    label,
    hidden_ad,
    undisclosed_ai,
    unsafe_claim,
    green_claim,
    manipulation,
    ai_testimony,
    sensitive_topic,
    stereotype,
    rights,
    alt_text,
    contrast_guard,
    link,
    language,
    spelling,
    grammar,
    readability_guard,
    tag,
    voice,
    sameness,
)


def guards() -> tuple[Guard, ...]:
    """Every guard, the built-in ones first."""
    return (*_BUILT_IN, *(point.load() for point in entry_points(group="aboveboard.guards")))


GUARDS = guards()
