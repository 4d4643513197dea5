"""The door to all readers: checks size and kind, reads, cleans, and holds to the limits."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from pkgutil import resolve_name

from aboveboard.brand.reading.decoding import decode
from aboveboard.brand.reading.documents import Document, Draft, PassageText
from aboveboard.brand.reading.markdown import read_markdown
from aboveboard.brand.reading.paragraphs import plain_passages
from aboveboard.brand.reading.rows import read_csv
from aboveboard.kernel.errors import Invalid
from aboveboard.text.cleaning import clean, first_line
from aboveboard.text.languages import guess
from aboveboard.text.splitting import split

KINDS = ("md", "txt", "pdf", "docx", "html", "csv")
MAX_BYTES = 20_000_000
MAX_PASSAGES = 5_000
MAX_PASSAGE = 2_000
"""Characters; a longer paragraph becomes several passages of the same line."""

_ALIASES = {"markdown": "md", "text": "txt", "htm": "html", "xhtml": "html", "tsv": "csv"}
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office file",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a rich text file",
}


def read(name: str, data: bytes) -> Document:
    """The passages of a file, which `name` tells the kind of by its ending.

    Raises `Invalid`, with the mend, for a kind that is not in `KINDS`, a file that is empty, over
    20 MB, damaged, locked or not what its name says, and for more than 5,000 passages.
    """
    kind = _kind(name)
    _check(name, kind, data)
    draft = _read(name, kind, data)
    passages = list(_cleaned(draft.passages))
    if not passages:
        raise Invalid(f"“{name}” holds no text. Nothing was read.", mend="Add a file with text.")
    if len(passages) > MAX_PASSAGES:
        raise Invalid(
            f"“{name}” has {len(passages):,} passages; at most {MAX_PASSAGES:,} fit in one file. "
            "Nothing was read.",
            mend="Split it into several files.",
        )
    title = first_line(clean(draft.title or ""), 200) or PurePath(name).stem
    return Document(title, passages, guess("\n".join(p.text for p in passages[:400])))


def _kind(name: str) -> str:
    ending = PurePath(name).suffix.removeprefix(".").casefold()
    kind = _ALIASES.get(ending, ending)
    if kind not in KINDS:
        every = ", ".join(f".{known}" for known in KINDS)
        raise Invalid(
            f"“{name}” is of a kind that cannot be read. Nothing was read.",
            mend=f"Use one of these kinds: {every}.",
        )
    return kind


def _check(name: str, kind: str, data: bytes) -> None:
    if not data.strip():
        raise Invalid(f"“{name}” is empty. Nothing was read.", mend="Add a file with text in it.")
    if len(data) > MAX_BYTES:
        raise Invalid(
            f"“{name}” is {len(data) / 1e6:.1f} MB; at most {MAX_BYTES // 1_000_000} MB are read. "
            "Nothing was read.",
            mend="Leave out its pictures or split it.",
        )
    found = next((what for magic, what in _MAGIC.items() if data.startswith(magic)), None)
    # A PDF may begin with a few stray bytes.
    if kind == "pdf":
        fits = b"%PDF-" in data[:1024]
    elif kind == "docx":
        fits = data.startswith(b"PK\x03\x04")
    else:
        fits = found is None
    if not fits:
        raise Invalid(
            f"“{name}” is not what its name says: inside it is {found or 'something else'}. "
            "Nothing was read.",
            mend="Give it the ending that fits, or save it again in the kind you meant.",
        )


def _read(name: str, kind: str, data: bytes) -> Draft:
    match kind:
        case "pdf":
            return _heavy("pdf:read_pdf", name, data)
        case "docx":
            return _heavy("word:read_word", name, data)
    text = decode(name, data).removeprefix("\ufeff")
    match kind:
        case "md":
            return read_markdown(text)
        case "html":
            return _heavy("page:read_html", name, text)
        case "csv":
            return read_csv(name, text)
    return Draft(None, plain_passages(text))


def _heavy(reader: str, name: str, given: bytes | str) -> Draft:
    """Named, not imported: their libraries take 17 MB of every process that loads them."""
    draft: Draft = resolve_name(f"aboveboard.brand.reading.{reader}")(name, given)
    return draft


def _cleaned(passages: list[PassageText]) -> Iterator[PassageText]:
    for passage in passages:
        text = clean(passage.text).strip()
        if not any(character.isalnum() for character in text):
            continue
        heading = clean(passage.heading)
        for part in split(text, lambda part: len(part) <= MAX_PASSAGE):
            yield replace(passage, text=part, heading=heading)
