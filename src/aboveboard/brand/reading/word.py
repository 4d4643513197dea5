"""Word files (docx) to passages: paragraphs, list items, headings and table rows, in order."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from aboveboard.brand.reading.documents import Draft, PassageText, Shape
from aboveboard.brand.reading.paragraphs import placed
from aboveboard.brand.reading.rows import joined_row
from aboveboard.kernel.errors import Invalid

MAX_UNPACKED = 200_000_000
MAX_PARTS = 5_000


def read_word(name: str, data: bytes) -> Draft:
    """The passages of a docx file; `line` counts its paragraphs and rows.

    Raises `Invalid` for a file that is none, is locked, or unpacks to over 200 MB.
    """
    _check_archive(name, data)
    try:
        document = docx.Document(io.BytesIO(data))
        title = (document.core_properties.title or "").strip() or None
        passages = list(_passages(document))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError,
            zipfile.BadZipFile, RecursionError, NotImplementedError) as error:  # fmt: skip
        # lxml's parse errors are SyntaxErrors.
        raise _broken(name) from error
    title = title or next((p.text for p in passages if p.shape == "heading"), None)
    return Draft(title, passages)


def _check_archive(name: str, data: bytes) -> None:
    """Counts what the archive unpacks to, without trusting the sizes it declares alone."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if "word/document.xml" not in archive.namelist():
                raise _broken(name)
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise _bomb(name)
            if any(part.flag_bits & 1 for part in parts):
                raise _broken(name)
            left = MAX_UNPACKED
            for part in parts:
                with archive.open(part) as stream:
                    while chunk := stream.read(1 << 20):
                        left -= len(chunk)
                        if left < 0:
                            raise _bomb(name)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        raise _broken(name)


def _passages(document: WordDocument) -> Iterator[PassageText]:
    heading = ""
    number = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = [[cell.text for cell in row.cells] for row in block.rows]
            header = rows[0] if len(rows) > 1 else []
            for cells in rows[1:] if header else rows:
                number += 1
                if text := joined_row(header, cells):
                    place = placed(f"paragraph {number}", heading)
                    yield PassageText(number, text, place, "row", heading)
            continue
        number += 1
        text = block.text.strip()
        if not text:
            continue
        style = _style(block)
        if style.startswith(("heading", "title")):
            heading = text
            yield PassageText(number, text, f"paragraph {number}", "heading")
        else:
            place = placed(f"paragraph {number}", heading)
            shape: Shape = "item" if style.startswith("list") else "text"
            yield PassageText(number, text, place, shape, heading)


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "").casefold() if style is not None else ""


def _broken(name: str) -> Invalid:
    return Invalid(
        f"“{name}” is not a Word file that can be read (damaged, locked or of another kind). "
        "Nothing was read.",
        mend="Save it as .docx without a password and add it again.",
    )


def _bomb(name: str) -> Invalid:
    return Invalid(
        f"“{name}” unpacks to more than {MAX_UNPACKED // 1_000_000} MB. Nothing was read.",
        mend="Save it again without its pictures, or paste the text.",
    )
