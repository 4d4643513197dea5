"""Jobs of the learn stage."""

from uuid import UUID

from procrastinate.contrib.django import app

from aboveboard.learn.suggesting import suggest


@app.task(queue="models")
async def fetch_ideas(search: str) -> None:
    """Fetch the ideas that somebody asked a model for."""
    await suggest(UUID(search))
