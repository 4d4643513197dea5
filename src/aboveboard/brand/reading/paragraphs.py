"""Lines of plain text put together into paragraphs, list items and headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from aboveboard.brand.reading.documents import PassageText, Shape

_ITEM = regex.compile(r"^\s*(?:[-*+•‣▪◦–—·]|\(?\d{1,3}[.)]|[a-z]\))\s+(?=\S)")
_ENDED = regex.compile(r"[.!?:;…][)\]\"'”’»]*$")
_WRAPS_FROM = 55


@dataclass
class Block:
    """Lines that are becoming one passage."""

    line: int
    shape: Shape
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The lines, joined where the break was only the width of the page."""
        return unwrap(self.lines)


def unwrap(lines: Iterable[str]) -> str:
    """Hard-wrapped lines joined by a space; lines that stand for themselves keep their break.

    A line goes on when the next begins in lower case, or when it is as long as a wrapped line
    and ends without a mark.
    """
    out = ""
    last = ""
    for line in (part.strip() for part in lines):
        if not out:
            out = line
        elif line[:1].islower() or (len(last) >= _WRAPS_FROM and not _ENDED.search(last)):
            joined = out[:-1] + line if _hyphenated(out, line) else f"{out} {line}"
            out = joined
        elif len(last) >= _WRAPS_FROM:
            out = f"{out} {line}"
        else:
            out = f"{out}\n{line}"
        last = line
    return out


def _hyphenated(out: str, line: str) -> bool:
    return len(out) > 2 and out[-1] in "-\u00ad" and out[-2].isalpha() and line[:1].islower()


def blocks(lines: Iterable[tuple[int, str]]) -> Iterator[Block]:
    """Paragraphs and list items from numbered lines; an empty line or a new item ends one."""
    current: Block | None = None
    for number, line in lines:
        if not line.strip():
            if current:
                yield current
            current = None
            continue
        if item := _ITEM.match(line):
            if current:
                yield current
            current = Block(number, "item", [line[item.end() :]])
        elif current is None:
            current = Block(number, "text", [line])
        else:
            current.lines.append(line)
    if current:
        yield current


def plain_passages(text: str) -> list[PassageText]:
    """The passages of a plain text file."""
    lines = enumerate(text.splitlines(), start=1)
    return [
        PassageText(block.line, block.text(), f"line {block.line}", block.shape)
        for block in blocks(lines)
    ]


def placed(place: str, heading: str) -> str:
    """A locator: the place, with the heading it stands under."""
    return f"{place}, “{heading}”" if heading else place
