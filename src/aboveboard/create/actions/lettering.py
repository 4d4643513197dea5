"""Reading the words in pictures that texts show, and how well they stand out."""

from aboveboard.create.assets.files import local_copy
from aboveboard.create.assets.library import unread
from aboveboard.create.models import Asset
from aboveboard.media.errors import NotMedia
from aboveboard.media.lettering import Line
from aboveboard.media.reading import lines_in

MOST_LINES, MOST_LETTERS = 60, 300


def read_shown(most: int = 10) -> int:
    """Read pictures that were not read yet, the newest first; gives how many.

    One that cannot be read has no words, and is not tried again.
    """
    found = list(unread()[:most])
    for asset in found:
        lines = [
            one.model_copy(update={"words": one.words[:MOST_LETTERS]}).model_dump()
            for one in _read(asset)[:MOST_LINES]
        ]
        Asset.objects.filter(pk=asset.pk).update(lettering=lines)
    return len(found)


def _read(asset: Asset) -> list[Line]:
    try:
        with local_copy(asset.file) as path:
            return lines_in(path)
    except (NotMedia, OSError):
        return []
