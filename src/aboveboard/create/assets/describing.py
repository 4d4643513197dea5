"""Words proposed for those who cannot see a picture. A person reads them before they stand for it.

The one place that proposes: a way that sees the picture itself (a vision model) comes first in
`proposals` where there is one; without any it is what the picture says of itself, the words that
stand in it, and the brief.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.kernel.errors import NotFound
from aboveboard.media.describing import described
from aboveboard.media.errors import NotMedia
from aboveboard.media.reading import lines_in
from aboveboard.plan.models import Brief
from aboveboard.text.cleaning import clean, first_line

_MOST, _MOST_WRITTEN = 300, 1_000


@dataclass(frozen=True)
class Proposal:
    """Words, and whence: the file itself ("picture"), what stands written in the picture ("words"),
    the brief, or a "model" named in `by`.
    """

    text: str
    source: Literal["picture", "words", "brief", "model"]
    by: str = ""


def proposals(asset: Asset, *, language: str, brief: Brief | None = None) -> tuple[Proposal, ...]:
    """Proposals, the best first; none where nothing is known. Raises NotFound without its file."""
    found = []
    if not asset.is_video:
        try:
            with local_copy(asset.file) as path:
                words = clean(described(path, language)).strip()
                written = _written(asset, path)
        except FileNotFoundError:
            raise NotFound(
                f"The file of {asset.name} is not where it was put.",
                mend="Add it once more, or look into your backup.",
            ) from None
        if words:
            found.append(Proposal(words, "picture"))
        if written and written.casefold() != words.casefold():
            found.append(Proposal(written, "words"))
    if brief and brief.title:
        said = next((line for line in brief.messages if line.strip()), "")
        about = f"{brief.title.rstrip('.')}. {said}".strip()
        found.append(Proposal(first_line(about, _MOST), "brief"))
    return tuple(found)


def _written(asset: Asset, path: Path) -> str:
    """What stands written in a picture; "" also where it is too much to be read."""
    try:
        lines = lines_in(path) if asset.lettering is None else asset.lines
    except NotMedia:
        return ""
    return clean(" ".join(line.words for line in lines)).strip()[:_MOST_WRITTEN]
