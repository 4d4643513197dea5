"""What is nobody's spelling (addresses, handles, hashtags), veiled before a text is read."""

import regex

from aboveboard.text.counting import URL

_NOT_WORDS = regex.compile(
    r"(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]++@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+"
    r"|[@#＠＃][\p{L}\p{M}\p{N}_.·@-]+"
    r"|`[^`\n]+`"
    # Addresses too that are not written as they should (`text.addresses`).
    r"|(?<!\p{L})(?i:h[tps]{2,5}[:;.]?[/\\]+|www[.,])[^\s<>\"“”„«»]+"
)
VEIL = "\ue000"


def veiled(text: str) -> str:
    """The text, as long as it was, each character of an address, handle or hashtag a VEIL."""
    for pattern in (URL, _NOT_WORDS):
        text = pattern.sub(lambda match: VEIL * len(match.group()), text)
    return text
