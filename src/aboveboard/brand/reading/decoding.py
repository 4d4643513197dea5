"""Bytes of a text file to text: UTF-8, UTF-16 and Windows-1252, told apart without a guess at
random."""

import codecs

from aboveboard.kernel.errors import Invalid

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_000


def decode(name: str, data: bytes) -> str:
    """The text of the file. Raises `Invalid` when it is no text or holds NUL characters."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _checked(name, _strict(name, data[len(bom) :], codec))
    if b"\x00" in data:
        return _checked(name, _strict(name, data, _wide(name, data)))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes have no meaning in Windows-1252; they are seen in no text.
        text = data.decode("cp1252", "replace")
        if _binary(text):
            raise _no_text(name)
        return text


def _wide(name: str, data: bytes) -> str:
    """Which UTF-16 it is when every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and len(data) % 2 == 0:
        if odd > 0.6 * half and even < 0.1 * half:
            return "utf-16-le"
        if even > 0.6 * half and odd < 0.1 * half:
            return "utf-16-be"
    raise Invalid(
        f"“{name}” holds NUL bytes, so it is not a plain text file. Nothing was read.",
        mend="Save it as UTF-8 text and add it again.",
    )


def _strict(name: str, data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        raise _no_text(name)


def _checked(name: str, text: str) -> str:
    if "\x00" in text or _binary(text):
        raise _no_text(name)
    return text


def _binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(c == "\ufffd" or (ord(c) < 32 and c not in "\t\n\r\f\v") for c in sample)
    return odd > 0.02 * len(sample) + 1


def _no_text(name: str) -> Invalid:
    return Invalid(
        f"“{name}” could not be read as text. Nothing was read.",
        mend="Save it as UTF-8 text and add it again.",
    )
