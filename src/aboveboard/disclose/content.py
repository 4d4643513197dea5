"""What will go out, whole and exact: the value that an approval binds and a delivery carries.

Its canonical JSON is hashed by Python and by the database alike.
"""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from aboveboard.create.threads import thread_of
from aboveboard.disclose.rules import Label
from aboveboard.kernel.digest import canonical, sha256

__all__ = ["Content", "Picture", "thread_of", "with_label"]


class Picture(BaseModel):
    """A picture of the library: SHA-256 of its file, and the words for those who cannot see."""

    model_config = ConfigDict(frozen=True)

    asset: str
    digest: str
    alt: str


class Content(BaseModel):
    """All that a network will be given.

    `parts` are the texts of a thread (one for most posts), the label's words included;
    `at` is the moment in UTC as ISO 8601, or "" for as soon as it is approved;
    `native` the values of the network's own fields; `revision` the revision's digest.
    """

    model_config = ConfigDict(frozen=True)

    variant: str
    channel: str
    network: str
    language: str
    title: str
    at: str
    parts: tuple[str, ...]
    pictures: tuple[Picture, ...]
    label: Label
    native: dict[str, bool]
    revision: str

    @property
    def label_in_words(self) -> bool:
        """Whether the label's words close the first part; else a network's field says it."""
        return bool(self.label.text) and self.parts[0].endswith(self.label.text)

    @property
    def canonical(self) -> str:
        return canonical(self.model_dump(mode="json"))

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON, 64 hex digits."""
        return sha256(self.canonical)


def with_label(parts: Sequence[str], label: Label, *, native: bool) -> tuple[str, ...]:
    """The parts with the label's words at the end of the first one.

    The first part is what people see and share; a native field takes the words' place.
    """
    if native or not label.text:
        return tuple(parts)
    return (f"{parts[0]}\n\n{label.text}".strip(), *parts[1:])
