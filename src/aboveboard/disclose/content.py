"""What will go out, whole and exact: the value that an approval binds and a delivery carries.

Its canonical JSON is hashed by Python and by the database alike.
"""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from aboveboard.create.words.threads import thread_of
from aboveboard.disclose.rules import Label
from aboveboard.kernel.digest import canonical, sha256

__all__ = ["Content", "LinkCard", "Picture", "thread_of", "with_label"]


class LinkCard(BaseModel):
    """What stands on the card of a link besides its picture."""

    model_config = ConfigDict(frozen=True)

    url: str
    title: str
    description: str = ""


class Picture(BaseModel):
    """A picture or video of the library: SHA-256 of its file, the words for who cannot see it.

    With a `link` it is the picture on that link's card.
    """

    model_config = ConfigDict(frozen=True)

    asset: str
    digest: str
    alt: str
    video: bool = False
    link: LinkCard | None = None


class Content(BaseModel):
    """All that a network will be given.

    `parts` are the texts of a thread (one for most posts), the label's words included;
    `at` is the moment in UTC as ISO 8601, or "" for as soon as it is approved;
    `native` the value of the network's own field for AI, `native_paid` of that for paid
    partnerships, by their names; `relationship` one of `plan.rules.RELATIONSHIPS`; `revision` the
    revision's digest.
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
    native_paid: dict[str, bool] = {}
    relationship: str = "none"
    revision: str

    @property
    def label_in_words(self) -> bool:
        """Whether the label's words close the first part; else a network's field says it."""
        return bool(self.label.text) and self.parts[0].endswith(self.label.text)

    @property
    def opens_with_words(self) -> bool:
        """Whether the words on a paid partnership open the first part."""
        return bool(self.label.opening) and not any(self.native_paid.values())

    @property
    def bare_parts(self) -> tuple[str, ...]:
        """The texts as people wrote them: without the words that the studio put there."""
        first, *rest = self.parts
        if self.opens_with_words:
            first = first.removeprefix(self.label.opening).lstrip("\n")
        if self.label_in_words:
            first = first.removesuffix(self.label.text).rstrip()
        return (first, *rest)

    @property
    def card(self) -> LinkCard | None:
        """The card of a link, which stands in the place of pictures."""
        return self.pictures[0].link if self.pictures else None

    @property
    def canonical(self) -> str:
        return canonical(self.model_dump(mode="json", exclude_none=True))

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON, 64 hex digits."""
        return sha256(self.canonical)


def with_label(
    parts: Sequence[str], label: Label, *, native: bool, native_paid: bool = False
) -> tuple[str, ...]:
    """The parts with the label's words around the first one.

    The first part is what people see and share. What is paid for is said before all else, where
    no network cuts it off; what AI did stands at the end. A native field takes the words' place.
    """
    opening = "" if native_paid or not label.opening else f"{label.opening}\n"
    closing = "" if native or not label.text else f"\n\n{label.text}"
    if not opening and not closing:
        return tuple(parts)
    return (f"{opening}{parts[0]}{closing}".strip(), *parts[1:])
