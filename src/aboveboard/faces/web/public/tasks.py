"""The house's work for the public pages: the hub hears of new posts, long records are written."""

from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

from asgiref.sync import sync_to_async
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from aboveboard.brand.models import Brand
from aboveboard.faces.web.public import feeds, hub, record_file


@app.periodic(cron="* * * * *")
@app.task(queue="house", pass_context=False)
async def look_for_news(timestamp: int) -> None:
    """Give each brand that published in this tick's minute a job of its own."""
    if not feeds.hub():
        return
    since, until = hub.minute_of(datetime.fromtimestamp(timestamp, UTC))
    for brand in await sync_to_async(hub.sent_within)(since, until):
        # One that waits already will find this news in the feed as well.
        with suppress(AlreadyEnqueued):
            await tell_hub.configure(queueing_lock=f"hub.{brand.slug}").defer_async(slug=brand.slug)


@app.task(queue="house", retry=RetryStrategy(max_attempts=5, exponential_wait=5))
async def tell_hub(slug: str) -> None:
    """Ping the hub, again after 5, 25, 125 and 625 seconds when it is silent."""
    await hub.ping(slug)


def have_written(brand: UUID) -> None:
    """Ask for a brand's record as a file, unless that is asked for already."""
    lock = f"record.{brand}"
    with suppress(AlreadyEnqueued):
        write_record.configure(queueing_lock=lock, lock=lock).defer(brand=str(brand))


@app.task(queue="house")
def write_record(brand: str) -> None:
    """Write the file, unless whoever had the lock before has just done so."""
    found = Brand.objects.filter(pk=brand).first()
    if found and not record_file.is_fresh(record_file.path_of(found)):
        record_file.write(found)
