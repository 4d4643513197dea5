"""HTML to passages: the text of blocks, in order, without scripts, menus or the network."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, PreformattedString, Tag

from aboveboard.brand.reading.documents import Draft, PassageText, Shape
from aboveboard.brand.reading.paragraphs import placed
from aboveboard.brand.reading.rows import joined_row
from aboveboard.kernel.errors import Invalid

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "svg", "head", "button", "select"}
    | {"textarea", "iframe", "object", "canvas", "audio", "video", "datalist"}
)
_BLOCKS = frozenset(
    {"p", "li", "div", "section", "article", "main", "header", "footer", "aside", "blockquote"}
    | {"figcaption", "figure", "dt", "dd", "dl", "ul", "ol", "table", "tr", "td", "th", "caption"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "pre", "address", "form", "label", "body", "html"}
    | {"summary", "details", "tbody", "thead", "tfoot", "hr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MAX_DEPTH = 400


@dataclass
class _Flow:
    """The text gathered since the last block began or ended."""

    line: int = 0
    shape: Shape = "text"
    parts: list[str] = field(default_factory=list)

    def text(self) -> str:
        lines = "".join(self.parts).split("\n")
        return "\n".join(flat for line in lines if (flat := " ".join(line.split())))


def read_html(name: str, text: str) -> Draft:
    """The passages of a page; `line` is the line of the source where the block begins.

    Raises `Invalid` when its elements are nested more than 400 deep.
    """
    try:
        # The standard library's parser is the one that tells source lines, and fetches nothing.
        soup = BeautifulSoup(text, "html.parser")
        title = soup.title.get_text(" ", strip=True) if soup.title else None
        passages = list(_headed(_walk(name, soup)))
    except RecursionError:
        raise _too_deep(name)
    first = next((p.text for p in passages if p.shape == "heading"), None)
    return Draft(title or first, passages)


def _headed(pieces: Iterator[_Flow]) -> Iterator[PassageText]:
    heading = ""
    for piece in pieces:
        text = piece.text()
        if not text:
            continue
        if piece.shape == "heading":
            heading = text
        above = "" if piece.shape == "heading" else heading
        place = placed(f"line {piece.line}", above)
        yield PassageText(piece.line, text, place, piece.shape, above)


def _walk(name: str, soup: BeautifulSoup) -> Iterator[_Flow]:
    """Blocks in document order, by a stack: pages are nested deeper than calls may be."""
    flow = _Flow()
    header: list[str] = []
    stack: list[tuple[PageElement | None, int]] = [(soup, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > _MAX_DEPTH:
            raise _too_deep(name)
        if node is None:
            yield flow
            flow = _Flow()
        elif isinstance(node, Tag):
            if node.name in _SKIPPED or node.has_attr("hidden"):
                continue
            if node.name == "br":
                flow.parts.append("\n")
                continue
            if node.name == "table":
                header = []
            if node.name == "tr":
                yield flow
                flow = _Flow()
                cells = node.find_all(["td", "th"], recursive=False)
                values = [cell.get_text(" ", strip=True) for cell in cells]
                if cells and not header and all(cell.name == "th" for cell in cells):
                    header = values
                else:
                    row = joined_row(header, values)
                    yield _Flow(node.sourceline or 0, "row", [row])
                continue
            if node.name in _BLOCKS:
                yield flow
                flow = _Flow(node.sourceline or 0, _shape(node))
                stack.append((None, depth))
            elif node.name == "img":
                alt = node.get("alt")
                flow.parts.append(f" {alt} " if isinstance(alt, str) else "")
            stack.extend((child, depth + 1) for child in reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(
            node, (Comment, PreformattedString)
        ):
            if not flow.line and node.strip():
                flow.line = _line_of(node)
            flow.parts.append(node.replace("\n", " "))


def _shape(tag: Tag) -> Shape:
    if tag.name in _HEADINGS:
        return "heading"
    return "item" if tag.name in ("li", "dt", "dd") else "text"


def _line_of(node: NavigableString) -> int:
    parent = node.parent
    return (parent.sourceline or 1) if parent else 1


def _too_deep(name: str) -> Invalid:
    return Invalid(
        f"“{name}” has elements nested more than {_MAX_DEPTH} deep. Nothing was read.",
        mend="Save the page's text as .txt or .md and add that.",
    )
