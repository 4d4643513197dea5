"""How the invented numbers of a post grow: fast on the first day, hardly after a week (pure)."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from aboveboard.channels.base import Numbers
from aboveboard.demo.script import PostLine
from aboveboard.measure.past import Stand

# After how many hours numbers are told, and after how many two thirds of them are there.
AGES = (1, 2, 4, 7, 12, 18, 24, 36, 48, 72, 96, 120, 168, 216, 264, 336, 432, 552)
TWO_THIRDS = 20.0


def stands(line: PostLine, network: str, sent_at: datetime, now: datetime) -> Sequence[Stand]:
    """The numbers of a post on a network from its first hour until now."""
    ages = [hours for hours in AGES if sent_at + timedelta(hours=hours) < now]
    return [
        Stand(
            at=sent_at + timedelta(hours=hours),
            numbers=_numbers(line, network, 1 - math.exp(-hours / TWO_THIRDS)),
        )
        for hours in ages
    ]


def _numbers(line: PostLine, network: str, grown: float) -> Numbers:
    if network == "site":
        return Numbers(clicks=round(line.clicks * grown) if line.clicks else None)
    part = 0.56 if network == "mastodon" else 0.44
    alone = len([name for name in line.where if name != "site"]) == 1
    likes = line.likes * grown * (1 if alone else part)
    replies = line.replies * grown * (1 if alone else part)
    return Numbers(
        replies=round(replies),
        likes=round(likes),
        reposts=round(likes / 4.5),
        quotes=round(likes / 30) if network == "bluesky" else None,
    )
