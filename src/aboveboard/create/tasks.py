"""Jobs of the create stage."""

import contextlib
from uuid import UUID

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from aboveboard.create.actions.clips import clips_to_take_up
from aboveboard.create.actions.lettering import read_shown
from aboveboard.create.actions.library import compare_older, forget_removed_assets
from aboveboard.create.actions.uploads import forget_old_uploads
from aboveboard.create.assets import clips
from aboveboard.create.assets.ending import tell_of_ending
from aboveboard.create.assets.files import forget_left_copies
from aboveboard.create.assets.picturing import fetch_pictures
from aboveboard.create.words.proposing import propose
from aboveboard.create.words.suggesting import suggest
from aboveboard.kernel import clock


@app.task(queue="models")
async def fetch_suggestion(suggestion: str) -> None:
    """Fetch a suggestion that somebody asked for."""
    await suggest(UUID(suggestion))


@app.task(queue="clips", pass_context=True)
def make_clip(context: JobContext, clip: str) -> None:
    """Make a clip that somebody asked for, unless the worker is to end before."""
    clips.make_clip(UUID(clip), context.should_abort)


def begin_making(clip: UUID) -> None:
    """Put a clip in line, once."""
    with contextlib.suppress(AlreadyEnqueued):
        make_clip.configure(queueing_lock=f"create.clip.{clip}").defer(clip=str(clip))


@app.periodic(cron="* * * * *")
@app.task(queue="house", queueing_lock="create.take_up_clips", pass_context=False)
def take_up_clips(timestamp: int) -> None:
    """Begin clips anew whose worker was killed, and those whose job was lost."""
    for clip in clips_to_take_up(clock.now()):
        begin_making(clip)


@app.task(queue="models")
async def fetch_asked_pictures(ask: str) -> None:
    """Fetch pictures, or words for one, that somebody asked for."""
    await fetch_pictures(UUID(ask))


@app.task(queue="models")
async def fetch_proofs(variant: str) -> None:
    """Fetch what a model would correct."""
    await propose(UUID(variant))


@app.periodic(cron="23 * * * *")
@app.task(queue="house", queueing_lock="create.sweep_uploads", pass_context=False)
def sweep_uploads(timestamp: int) -> None:
    """Delete files that stopped coming days ago."""
    forget_old_uploads(clock.now())
    forget_left_copies(clock.now())


@app.periodic(cron="37 3 * * *")
@app.task(queue="house", queueing_lock="create.sweep_removed_assets", pass_context=False)
def sweep_removed_assets(timestamp: int) -> None:
    """Delete what was removed from the library 30 days ago and nothing needs."""
    forget_removed_assets(clock.now())


@app.periodic(cron="*/5 * * * *")
@app.task(queue="house", queueing_lock="create.compare_assets", pass_context=False)
def compare_assets(timestamp: int) -> None:
    """Look at assets that came before the library could tell what is alike."""
    compare_older()


@app.periodic(cron="* * * * *")
@app.task(queue="house", queueing_lock="create.read_pictures", pass_context=False)
def read_pictures(timestamp: int) -> None:
    """Read the words in pictures that texts show, a few at a time."""
    read_shown()


@app.periodic(cron="11 * * * *")
@app.task(queue="house", queueing_lock="create.tell_of_ending", pass_context=False)
def tell_of_ending_rights(timestamp: int) -> None:
    """Mail people of pictures that may not be used for much longer."""
    tell_of_ending()
