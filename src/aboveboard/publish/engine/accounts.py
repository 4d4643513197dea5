"""The state of connections: waits that a network asks for, fresh secrets, dead tokens."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta

import psycopg

from aboveboard.channels.base import Account, Network
from aboveboard.channels.errors import ChannelError, SignInAgain, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.kernel import clock
from aboveboard.publish.accounts import HELD
from aboveboard.publish.engine.context import Context
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.lanes import Lane

_WAIT = """
UPDATE publish_connection SET not_before = greatest(not_before, %(until)s)
WHERE channel_id = %(channel)s OR rate_key <> '' AND rate_key = %(key)s
"""
_READ = "SELECT sealed, state, refreshed_at FROM publish_connection WHERE channel_id = %s"
_FRESH = """
UPDATE publish_connection
SET sealed = %s, refreshed_at = %s, checked_at = %s, expires_at = %s, state = 'ok', why = ''
WHERE channel_id = %s AND sealed = %s
"""
# As `publish.accounts` does it: one at a time, in whatever process.
_BEGIN = """
UPDATE publish_connection SET renewing_until = clock_timestamp() + make_interval(secs => %s)
WHERE channel_id = %s AND (renewing_until IS NULL OR renewing_until <= clock_timestamp())
"""
_END = "UPDATE publish_connection SET renewing_until = NULL WHERE channel_id = %s"
_DEAD = """
UPDATE publish_connection SET state = 'dead', why = %s, checked_at = %s, warned_at = NULL
WHERE channel_id = %s AND sealed = %s
"""


async def leave_alone(context: Context, lane: Lane, seconds: float) -> None:
    """Ask nothing of this channel for so long, in this worker and in every other.

    Where the network counts by the app, none of the app's channels is asked.
    """
    context.lanes.close(lane, seconds)
    until = clock.now() + timedelta(seconds=seconds)
    values = {"until": until, "channel": lane.channel_id, "key": lane.rate_key}
    await _write(context, _WAIT, values)


async def sign_in_again(
    context: Context, lane: Lane, job: Claimed, network: Network, error: SignInAgain
) -> bool:
    """Get fresh secrets if that can be done without a person; False marks the channel as dead.

    One at a time per channel: whoever comes second finds the secrets changed already.
    Raises TryLater when the server could not be asked.
    """
    used = bytes(job.sealed)
    async with lane.sign_in_lock:
        async with context.pool.connection() as db:
            row = await (await db.execute(_READ, [job.channel_id])).fetchone()
        if row is None:
            return False
        if bytes(row[0]) != used:
            return True
        now = clock.now()
        age = timedelta(seconds=context.options.refresh_again)
        if error.refreshable and (row[2] is None or now - row[2] > age):
            async with context.pool.connection() as db:
                held = HELD.total_seconds()
                if not (await db.execute(_BEGIN, [held, job.channel_id])).rowcount:
                    raise TryLater("Somebody else is renewing the sign-in.", wait=1)
            try:
                account = await _refreshed(context, lane.account(job, context.vault), network)
                if account is not None:
                    sealed = context.vault.seal(account.secrets)
                    ends = moment_of(account.secrets.get("expires_at", ""))
                    await _write(context, _FRESH, [sealed, now, now, ends, job.channel_id, used])
                    return True
            finally:
                await _write(context, _END, [job.channel_id])
        await _write(context, _DEAD, [error.why, now, job.channel_id, used])
        return False


async def _refreshed(context: Context, account: Account, network: Network) -> Account | None:
    try:
        async with asyncio.timeout(context.options.request):
            fresh = await network.refresh(context.http, account)
    except SignInAgain:
        return None
    except TimeoutError:
        raise TryLater("The server did not answer while signing in anew.") from None
    except TryLater:
        raise
    except ChannelError as error:
        raise TryLater(error.why, status=error.status) from error
    return fresh if fresh.secrets != account.secrets else None


async def _write(
    context: Context, statement: str, values: Sequence[object] | Mapping[str, object]
) -> None:
    """Fresh secrets exist only here until they are stored, so this does not give up."""
    wait = 0.1
    while True:
        try:
            async with context.pool.connection() as db:
                await db.execute(statement, values)
            return
        except (psycopg.OperationalError, psycopg.InterfaceError):
            await asyncio.sleep(wait)
            wait = min(wait * 2, context.options.reconnect_most)
