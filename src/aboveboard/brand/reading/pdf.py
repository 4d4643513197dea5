"""PDF to passages, page by page. A page without text (a scan) gives none."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PdfReadError, PyPdfError

from aboveboard.brand.reading.documents import Draft, PassageText
from aboveboard.brand.reading.paragraphs import blocks
from aboveboard.kernel.errors import Invalid

MAX_PAGES = 1_000


def read_pdf(name: str, data: bytes) -> Draft:
    """The text of each page. Raises `Invalid` for a broken, locked, endless or scanned file."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Invalid(
                f"“{name}” is locked with a password. Nothing was read.",
                mend="Save a copy without a password and add that.",
            )
        if len(reader.pages) > MAX_PAGES:
            raise Invalid(
                f"“{name}” has more than {MAX_PAGES:,} pages. Nothing was read.",
                mend="Add the pages that matter as a file of their own.",
            )
        title = reader.metadata.title if reader.metadata else None
        passages = [
            PassageText(number, block.text(), f"page {number}", block.shape)
            for number, page in enumerate(reader.pages, start=1)
            for block in blocks(enumerate((page.extract_text() or "").splitlines(), start=1))
        ]
    except Invalid:
        raise
    except (PyPdfError, PdfReadError, ValueError, TypeError, KeyError, IndexError, AttributeError,
            AssertionError, OSError, RecursionError, NotImplementedError, ArithmeticError,
            MemoryError) as error:  # fmt: skip
        # pypdf lets many kinds of error through on a damaged file.
        raise Invalid(
            f"“{name}” is damaged and could not be read as a PDF. Nothing was read.",
            mend="Open it in a PDF viewer, save it again, and add the new copy.",
        ) from error
    if not passages:
        raise Invalid(
            f"“{name}” holds no text, only pictures of it. Nothing was read.",
            mend="Run text recognition (OCR) over it first, or paste the text.",
        )
    return Draft(str(title).strip() if title else None, passages)
