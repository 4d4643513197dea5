"""What stands on the network now, for a person who is to say whether one of it is what we sent.

The network is asked while the page is open: what a worker saw earlier would not help.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from asgiref.sync import async_to_sync
from django.conf import settings

from aboveboard.channels.base import Network, Sent, Standing
from aboveboard.channels.errors import ChannelError
from aboveboard.channels.registry import network
from aboveboard.kernel import clock, http
from aboveboard.kernel.errors import AboveboardError, NotFound
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.publish import queries
from aboveboard.publish.accounts import account_of, asked

log = logging.getLogger(__name__)

# Clocks differ, and a network may have been slow to take it.
BEFORE = timedelta(minutes=15)
MOST = 6
_TIME_OUT = 20.0


@dataclass(frozen=True)
class Beside:
    """The account's posts nearest to the last try, those of other deliveries left out.

    `why` when they are not told.
    """

    posts: tuple[Standing, ...] = ()
    why: str = ""


def beside(actor: Actor, delivery_id: UUID) -> Beside:
    """What the account shows since a delivery was last tried. Raises NotFound, Forbidden."""
    require(actor, Right.publish, actor.workspace_id)
    delivery = queries.delivery(actor, delivery_id)
    adapter = network(delivery.channel.network)
    tried = queries.last_tried(delivery.pk) or clock.now()
    if delivery.next_part and not adapter.capabilities.threads:
        return Beside(why=f"{adapter.title} does not tell programs what stands there.")
    try:
        found = async_to_sync(_asked)(adapter, delivery.channel_id, tried - BEFORE)
    except ChannelError as error:
        return Beside(why=f"{adapter.title} could not be asked: {error.why}")
    except TimeoutError:
        return Beside(why=f"{adapter.title} did not answer in time.")
    except AboveboardError as error:
        return Beside(why=error.message)
    except Exception:
        log.exception("Asking %s what stands there failed", adapter.name)
        return Beside(why=f"What {adapter.title} answered could not be understood.")
    if found is None:
        return Beside(why=f"{adapter.title} does not tell programs what stands there.")
    taken = queries.known_there(delivery.channel_id, [one.sent.remote_id for one in found])
    free = [one for one in found if one.sent.remote_id not in taken]
    near = sorted(free, key=lambda one: abs((one.sent.at or tried) - tried))[:MOST]
    return Beside(tuple(one for one in free if one in near))


def chosen(actor: Actor, delivery_id: UUID, remote_id: str) -> Sent:
    """The post of that number, asked for anew. Raises NotFound when it is not among those shown."""
    for post in beside(actor, delivery_id).posts:
        if post.sent.remote_id == remote_id:
            return post.sent
    raise NotFound(
        "This post is not there any more. Nothing was changed.",
        mend="Look at the account, then decide.",
        code="not_there",
    )


async def _asked(adapter: Network, channel: UUID, since: datetime) -> list[Standing] | None:
    async with asyncio.timeout(_TIME_OUT), http.client(allow_hosts=settings.ALLOW_HOSTS) as client:
        standing = partial(adapter.standing, client, since=since)
        found, _account = await asked(client, channel, await account_of(channel), standing)
    return None if found is None else list(found)
