"""LinkedIn's “little text”: what has a meaning there is escaped, so that words stay words.

Source: learn.microsoft.com/linkedin, little text format. Tags are written out as they are, since
`#word` is understood.
"""

import regex

_MEANS_SOMETHING = regex.compile(r"[|{}@\[\]()<>\\*_~]|#(?![\p{L}\p{N}])")
_ESCAPED = regex.compile(r"\\([|{}@\[\]()<>#\\*_~])")


def escaped(text: str) -> str:
    """The text as `commentary` takes it."""
    return _MEANS_SOMETHING.sub(lambda found: "\\" + found[0], text)


def plain(commentary: str) -> str:
    """The text that a commentary stands for."""
    return _ESCAPED.sub(r"\1", commentary)
