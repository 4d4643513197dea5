"""Counting that networks share: grapheme clusters, URLs in running text, UTF-8 offsets."""

from collections.abc import Iterator

import regex

_URL = regex.compile(r"(?<![\w@/.$#])https?://[^\s<>\"\p{Cc}]+", regex.IGNORECASE)
_CLOSING = {")": "(", "]": "["}


def graphemes(text: str) -> int:
    """How many characters a person sees: extended grapheme clusters (UAX #29)."""
    return len(text) if text.isascii() and "\r" not in text else len(regex.findall(r"\X", text))


def urls(text: str) -> Iterator[tuple[int, int]]:
    """Where the http(s) URLs stand, as (start, end) in characters.

    Punctuation that ends a sentence and brackets opened before the URL do not belong to it.
    """
    for match in _URL.finditer(text):
        start, end = match.span()
        while end > start and _hangs_over(text, start, end):
            end -= 1
        host = text[start:end].split("://", 1)[1]
        if host and (host[0].isalnum() or host[0] == "["):
            yield start, end


def _hangs_over(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    if last in _CLOSING:
        return text.count(last, start, end) > text.count(_CLOSING[last], start, end)
    return last in ".,;:!?'*…“”‘’»«" or last in "。、，！？"


def byte_offset(text: str, at: int) -> int:
    """The place in the text's UTF-8 bytes of a place in its characters."""
    return len(text[:at].encode())


def utf16(text: str) -> int:
    """How many UTF-16 units a text has: what JavaScript and some networks count."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
