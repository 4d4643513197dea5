"""What comes in from people and files, made safe to store, compare and show."""

import unicodedata

import regex

_LINE_ENDS = regex.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# Controls but newline and tab; direction overrides, embeddings and isolates (they can make text
# read otherwise than it is stored; the plain marks U+200E, U+200F and U+061C stay); byte order
# marks, noncharacters and lone surrogates, which UTF-8 cannot carry.
_UNWANTED = regex.compile(
    r"[[\p{Cc}\p{Cs}\uFEFF\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF\uFFF9-\uFFFB]"
    r"--[\n\t]]",
    regex.V1,
)
# Tag characters are invisible; they have a meaning only in flags such as Scotland's.
_TAGS = regex.compile(r"(\U0001F3F4[\U000E0030-\U000E007A]{1,8}\U000E007F)|[\U000E0000-\U000E007F]")


def clean(text: str) -> str:
    """The text in NFC with `\\n` line ends, without what cannot be seen and can do harm.

    Letters of every script, combining marks, joiners and emoji stay. `clean(clean(x))` is
    `clean(x)`.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _UNWANTED.sub("", text)
    text = _TAGS.sub(lambda match: match.group(1) or "", text)
    return unicodedata.normalize("NFC", text)


def first_line(text: str, limit: int | None = None) -> str:
    """The first line that holds something, trimmed; at most `limit` characters, "…" included."""
    line = next((part.strip() for part in text.splitlines() if part.strip()), "")
    if limit is None or len(line) <= limit:
        return line
    cut = line[: max(limit - 1, 0)]
    space = cut.rfind(" ")
    if space > limit // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:.-–—") + "…"
