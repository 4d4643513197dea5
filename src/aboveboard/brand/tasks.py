"""Jobs of the brand stage."""

from uuid import UUID

from procrastinate.contrib.django import app

from aboveboard.brand.knowledge import read_upload, uploader
from aboveboard.people.models import User
from aboveboard.people.queries import actor_for


@app.task(queue="house")
def read_file(upload: str) -> None:
    """Read a file that somebody added to the knowledge."""
    workspace, by = uploader(UUID(upload))
    read_upload(actor_for(User.objects.get(pk=by), workspace), UUID(upload))
