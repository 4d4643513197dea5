"""Jobs of the create stage."""

from uuid import UUID

from procrastinate.contrib.django import app

from aboveboard.create.actions.uploads import forget_old_uploads
from aboveboard.create.proposing import propose
from aboveboard.create.suggesting import suggest
from aboveboard.kernel import clock


@app.task(queue="models")
async def fetch_suggestion(suggestion: str) -> None:
    """Fetch a suggestion that somebody asked for."""
    await suggest(UUID(suggestion))


@app.task(queue="models")
async def fetch_proofs(variant: str) -> None:
    """Fetch what a model would correct."""
    await propose(UUID(variant))


@app.periodic(cron="23 * * * *")
@app.task(queue="house", queueing_lock="create.sweep_uploads", pass_context=False)
def sweep_uploads(timestamp: int) -> None:
    """Delete files that stopped coming days ago."""
    forget_old_uploads(clock.now())
