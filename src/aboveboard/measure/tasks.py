"""The house's own work on numbers: each minute it takes in what was sent and reads what is due."""

from procrastinate.contrib.django import app

from aboveboard.measure import actions

# Enough for a minute; what is left has its turn in the next.
_MOST = 1_000


@app.periodic(cron="* * * * *")
@app.task(queue="house", queueing_lock="measure.read_numbers", pass_context=False)
async def read_numbers(timestamp: int) -> None:
    """Two workers may run this at once: each takes rows that the other does not have."""
    await actions.begin_and_read(_MOST)
