"""How one text holds the posts of a thread: a line of three dashes begins the next one."""

import re

THREAD_BREAK = "\n---\n"
# The line's end is not taken, since it may begin the next break.
_BREAK = re.compile(r"\n[ \t]*---[ \t]*(?=\n)")


def thread_of(text: str) -> tuple[str, ...]:
    """The parts of a text, trimmed; those without a word are left out. One at the least."""
    parts = tuple(part.strip() for part in _BREAK.split(f"\n{text}\n"))
    return tuple(part for part in parts if part) or ("",)
