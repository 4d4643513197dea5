"""What reading gives: a document and its passages, each with the place where it stands."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["heading", "text", "item", "row"]


@dataclass(frozen=True, slots=True)
class PassageText:
    """A paragraph, list item, row or heading.

    `line` counts from 1: the source line where the passage begins; in a PDF the page, in a Word
    file the paragraph. `locator` says the same in words ("line 12", "page 3", "row 5", with the
    heading it stands under). `heading` is that heading, "" for none.
    """

    line: int
    text: str
    locator: str
    shape: Shape = "text"
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. `lang` is None when the language is none of the five or unclear."""

    title: str
    passages: list[PassageText]
    lang: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one reader found, before cleaning and limits; `title` is None when it names none."""

    title: str | None
    passages: list[PassageText]
