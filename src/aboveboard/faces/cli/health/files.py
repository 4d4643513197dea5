"""Where the library's files are: whether it takes one, gives it back, and lets it go."""

from collections.abc import Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from aboveboard.faces.cli.health.line import Line
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.ids import new_id

_SAID = b"The doctor was here."


def files() -> Iterator[Line]:
    """One line. What it writes it deletes."""
    place = f"doctor/{new_id().hex}.txt"
    try:
        kept = default_storage.save(place, ContentFile(_SAID))
        with default_storage.open(kept) as file:
            same = file.read() == _SAID
        default_storage.delete(kept)
    except FileNotFoundError:
        yield Line("mend", "files", "The bucket is not there.", "Look at ABOVEBOARD_S3_BUCKET.")
    except AboveboardError as error:
        yield Line("mend", "files", error.message, "Look at the settings ABOVEBOARD_S3_….")
    except OSError as error:
        yield Line("mend", "files", f"They cannot be written: {error}.", "Look at the folder.")
    else:
        if same:
            yield Line("ok", "files", "A file was kept, read and deleted.")
        else:
            yield Line("mend", "files", "A file came back changed.", "Look at what keeps them.")
