"""Small pictures of assets for lists, made once and kept on disk beside the library.

They can be deleted at any time: they are made again when they are asked for. One is made at a
time in each process, so that a page of pictures nobody has seen yet costs time and not memory.
"""

import os
from contextlib import nullcontext
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock

from django.conf import settings

from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.media.errors import NotMedia
from aboveboard.media.likeness import likeness
from aboveboard.media.small import make_small

# By its name in an address: the longest side in pixels. A grid's, and that of an asset's own page.
EDGES = {"small": 480, "page": 1600}
_one_at_a_time = Lock()


def rendition(asset: Asset, size: str = "small", *, source: Path | None = None) -> Path:
    """Where the rendition of a size is; it is made when it is not there. Raises NotMedia.

    `source` is the asset's file where it is at hand, as before it is in the library.
    """
    place = place_of(asset.digest, size)
    if not place.exists():
        with _one_at_a_time:
            if not place.exists():
                _make(asset, place, EDGES[size], source)
    return place


def place_of(digest: str, size: str) -> Path:
    folder = Path(settings.MEDIA_ROOT) / "renditions" / digest[:2]
    return folder / f"{digest}-{EDGES[size]}.webp"


def _make(asset: Asset, place: Path, edge: int, source: Path | None) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, suffix=".part", delete=False) as part:
        new = Path(part.name)
    try:
        with nullcontext(source) if source else local_copy(asset.file) as path:
            make_small(path, new, asset.mime, edge=edge, seconds=asset.seconds)
        os.replace(new, place)
    finally:
        new.unlink(missing_ok=True)


def take_likeness(asset: Asset, source: Path | None = None) -> None:
    """Note what an asset is compared by; the row is not saved. A file of which no small picture
    can be made is not compared, and not looked at again.
    """
    try:
        seen = likeness(rendition(asset, source=source))
    except (NotMedia, OSError):
        asset.likeness, asset.colours = None, b""
    else:
        asset.likeness, asset.colours = seen.bits, seen.colours
