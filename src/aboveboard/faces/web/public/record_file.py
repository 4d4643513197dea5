"""A brand's whole record as a file, kept for a while: small ones are written at once."""

import os
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from aboveboard.brand.models import Brand
from aboveboard.publish.exporting import export

# So many posts are written within the request; more by a job (about 3 ms a post).
AT_ONCE = 200
# Seconds for which a written file is given out before it is written anew.
FRESH = 600
# Seconds after which nobody writes at an unfinished file any more.
_LEFT = 3_600


def path_of(brand: Brand) -> Path:
    """Where the file is, once it is written."""
    return Path(settings.MEDIA_ROOT) / "records" / f"{brand.pk}.record"


def is_fresh(path: Path) -> bool:
    """Whether a file is there and young enough to be given out."""
    try:
        return time.time() - path.stat().st_mtime < FRESH
    except FileNotFoundError:
        return False


def progress(brand: Brand) -> int:
    """How many posts are written of the file that is being made."""
    try:
        return int(_told(brand).read_text() or 0)
    except FileNotFoundError:
        return 0


def write(brand: Brand) -> None:
    """Have the whole file there, anew; who reads the one from before still can."""
    path = path_of(brand)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    told = _told(brand)
    _sweep(path)
    # Others may be writing theirs at the same time.
    part = path.with_suffix(f".{uuid4().hex}.part")

    def written(posts: int) -> None:
        told.write_text(str(posts))

    try:
        with part.open("w", encoding="utf-8") as stream:
            export(brand, stream, written=written)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
        told.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what a process that was killed left behind."""
    for left in path.parent.glob(f"{path.stem}.*.part"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink()


def _told(brand: Brand) -> Path:
    return path_of(brand).with_suffix(".written")
