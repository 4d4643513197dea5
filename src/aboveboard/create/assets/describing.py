"""Words proposed for those who cannot see a picture. A person reads them before they stand for it.

The one place that proposes: a way that sees the picture itself (a vision model) comes first in
`proposals` where there is one; without any it is what the picture says of itself, and the brief.
"""

from dataclasses import dataclass
from typing import Literal

from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.kernel.errors import NotFound
from aboveboard.media.describing import described
from aboveboard.plan.models import Brief
from aboveboard.text.cleaning import clean, first_line

_MOST = 300


@dataclass(frozen=True)
class Proposal:
    """Words, and whence: the file itself ("picture"), the brief, or a "model" named in `by`."""

    text: str
    source: Literal["picture", "brief", "model"]
    by: str = ""


def proposals(asset: Asset, *, language: str, brief: Brief | None = None) -> tuple[Proposal, ...]:
    """Proposals, the best first; none where nothing is known. Raises NotFound without its file."""
    found = []
    if not asset.is_video:
        try:
            with local_copy(asset.file) as path:
                words = clean(described(path, language)).strip()
        except FileNotFoundError:
            raise NotFound(
                f"The file of {asset.name} is not where it was put.",
                mend="Add it once more, or look into your backup.",
            ) from None
        if words:
            found.append(Proposal(words, "picture"))
    if brief and brief.title:
        said = next((line for line in brief.messages if line.strip()), "")
        about = f"{brief.title.rstrip('.')}. {said}".strip()
        found.append(Proposal(first_line(about, _MOST), "brief"))
    return tuple(found)
