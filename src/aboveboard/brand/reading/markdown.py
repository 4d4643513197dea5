"""Markdown to passages: headings, paragraphs, list items and table rows, without the marks."""

from collections.abc import Iterator

import regex

from aboveboard.brand.reading.documents import Draft, PassageText, Shape
from aboveboard.brand.reading.paragraphs import Block, blocks, placed
from aboveboard.brand.reading.rows import joined_row

_HEADING = regex.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = regex.compile(r"^ {0,3}(=+|-{2,})\s*$")
_RULE = regex.compile(r"^ {0,3}([-*_])(?:\s*\1){2,}\s*$")
_FENCE = regex.compile(r"^ {0,3}(`{3,}|~{3,})")
_TABLE_RULE = regex.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_COMMENT = regex.compile(r"<!--.*?(?:-->|\Z)", regex.DOTALL)
_TITLE = regex.compile(r"^title\s*:\s*[\"']?(.*?)[\"']?\s*$", regex.IGNORECASE)
_IMAGE = regex.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+[^)]*)?\)")
_LINK = regex.compile(r"\[([^\]]+)\]\(<?([^)\s>]+)>?(?:\s+[^)]*)?\)")
_AUTO = regex.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_TAG = regex.compile(r"</?[a-zA-Z][^>]*>")
_STRONG = regex.compile(r"(\*\*\*|\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = regex.compile(r"(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])")
_CODE = regex.compile(r"(`+)(.+?)\1")
_ESCAPE = regex.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")


def read_markdown(text: str) -> Draft:
    """The passages of a Markdown file; its title is the front matter's or the first heading's."""
    text = _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)
    lines = list(enumerate(text.splitlines(), start=1))
    title, lines = _front_matter(lines)
    passages: list[PassageText] = []
    heading = ""
    for piece in _pieces(lines):
        text = inline(piece.text())
        if not text:
            continue
        if piece.shape == "heading":
            heading = text
            title = title or text
        above = "" if piece.shape == "heading" else heading
        place = placed(f"line {piece.line}", above)
        passages.append(PassageText(piece.line, text, place, piece.shape, above))
    return Draft(title, passages)


def inline(text: str) -> str:
    """The text without Markdown's marks; a link becomes "words (address)"."""
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(_link, text)
    text = _AUTO.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _CODE.sub(r"\2", text)
    for _ in range(2):
        text = _STRONG.sub(r"\2", text)
        text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text).strip()


def _link(match: regex.Match[str]) -> str:
    words, address = match.group(1), match.group(2).removeprefix("mailto:")
    if address.startswith("#") or words == address:
        return words
    return f"{words} ({address})"


def _front_matter(lines: list[tuple[int, str]]) -> tuple[str | None, list[tuple[int, str]]]:
    if not lines or lines[0][1].strip() != "---":
        return None, lines
    title = None
    for at, (_, line) in enumerate(lines[1:200], start=1):
        if line.strip() in ("---", "..."):
            return title, lines[at + 1 :]
        if found := _TITLE.match(line):
            title = found.group(1) or None
    return None, lines


def _pieces(lines: list[tuple[int, str]]) -> Iterator[Block]:
    waiting: list[tuple[int, str]] = []
    fence = ""
    at = 0
    while at < len(lines):
        number, line = lines[at]
        at += 1
        if fence:
            if line.strip().startswith(fence):
                fence = ""
                line = ""
            waiting.append((number, line))
            continue
        line = regex.sub(r"^ {0,3}(?:> ?)+", "", line)
        if found := _FENCE.match(line):
            fence = found.group(1)
            waiting.append((number, ""))
        elif found := _HEADING.match(line):
            yield from _flush(waiting)
            yield Block(number, "heading", [found.group(2)])
        elif _UNDERLINE.match(line) and waiting and waiting[-1][1].strip():
            above = waiting.pop()
            yield from _flush(waiting)
            yield Block(above[0], "heading", [above[1]])
        elif _RULE.match(line):
            waiting.append((number, ""))
        elif "|" in line and at < len(lines) and _TABLE_RULE.match(lines[at][1]):
            yield from _flush(waiting)
            header = _cells(line)
            at += 1
            while at < len(lines) and "|" in lines[at][1]:
                yield _row(lines[at][0], header, _cells(lines[at][1]))
                at += 1
        else:
            waiting.append((number, line))
    yield from _flush(waiting)


def _flush(waiting: list[tuple[int, str]]) -> Iterator[Block]:
    yield from blocks(waiting)
    waiting.clear()


def _row(number: int, header: list[str], cells: list[str]) -> Block:
    shape: Shape = "row"
    return Block(number, shape, [joined_row(header, cells)])


def _cells(line: str) -> list[str]:
    parts = regex.split(r"(?<!\\)\|", line.strip().strip("|"))
    return [part.strip() for part in parts]
