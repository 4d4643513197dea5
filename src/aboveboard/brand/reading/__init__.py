"""Reading a brand's own files: a name and bytes come in, passages and facts come out."""

from aboveboard.brand.reading.documents import Document, PassageText
from aboveboard.brand.reading.reader import KINDS, MAX_BYTES, MAX_PASSAGES, read
from aboveboard.brand.reading.stated import Fact, facts

__all__ = ["KINDS", "MAX_BYTES", "MAX_PASSAGES", "Document", "Fact", "PassageText", "facts", "read"]
