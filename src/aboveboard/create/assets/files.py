"""The one door to the files of assets, on this machine's disk or in a bucket.

What works on a file (ffmpeg, Pillow, a network's upload) needs a path: `local_copy` gives it, on
disk the file's own, from a bucket a copy that goes when the work ends.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile

from aboveboard.create.errors import StorageAway
from aboveboard.media.videos import MAX_BYTES

# Room that stays free beside a copy: the database stands on the same disk more often than not.
SPARE = 500_000_000
# So long no work on a copy takes; one that is older was left by a process that was killed.
_LEFT = 86_400


@contextmanager
def local_copy(file: FieldFile) -> Iterator[Path]:
    """A stored file at a path of this machine, for reading and for as long as the block lasts.

    Raises FileNotFoundError when a bucket does not have it (of a disk, whoever opens it does), and
    StorageAway when it does not answer or there is no room for a copy.
    """
    storage: Any = file.storage
    if isinstance(storage, FileSystemStorage):
        yield Path(file.path)
        return
    size = storage.size(file.name)
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if size > MAX_BYTES or shutil.disk_usage(folder).free < size + SPARE:
        raise StorageAway(
            f"There is no room here for a copy of {size / 1e6:.0f} MB.",
            mend="Make room on the disk of ABOVEBOARD_HOME.",
            code="no_room",
        )
    with NamedTemporaryFile(dir=folder, suffix=Path(str(file.name)).suffix) as copy:
        with storage.part(file.name, 0, size) as source:
            shutil.copyfileobj(source, copy, 1_000_000)
        copy.flush()
        yield Path(copy.name)


def opened(file: FieldFile, first: int, count: int) -> IO[bytes]:
    """A stored file to be read from byte `first`, at most `count` bytes on."""
    storage: Any = file.storage
    if isinstance(storage, FileSystemStorage):
        found: Any = storage.open(str(file.name))
        found.seek(first)
        return found  # type: ignore[no-any-return]
    part: IO[bytes] = storage.part(file.name, first, count)
    return part


def place_shown(file: FieldFile) -> str:
    """Where a file is, for a person: its path, or bucket and key."""
    storage: Any = file.storage
    if isinstance(storage, FileSystemStorage):
        return str(file.path)
    shown: str = storage.shown(file.name)
    return shown


def forget_left_copies(now: datetime) -> int:
    """Delete copies that a killed process left; gives how many."""
    left = [one for one in _folder().glob("*") if one.stat().st_mtime < now.timestamp() - _LEFT]
    for one in left:
        one.unlink(missing_ok=True)
    return len(left)


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "copies"
