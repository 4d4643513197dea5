"""Jobs of the create stage."""

from uuid import UUID

from procrastinate.contrib.django import app

from aboveboard.create.suggesting import suggest


@app.task(queue="models")
async def fetch_suggestion(suggestion: str) -> None:
    """Fetch a suggestion that somebody asked for."""
    await suggest(UUID(suggestion))
