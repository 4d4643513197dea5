"""Limits and checks of the plan, pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from aboveboard.kernel.errors import Invalid
from aboveboard.text.cleaning import clean

MAX_TITLE = 160
MAX_FIELD = 5_000
MAX_MESSAGES = 30
# How far in the past a time may lie and still count as now (a form takes time to fill in).
GRACE = timedelta(minutes=2)


def title(value: str) -> str:
    """One clean line of 1 to 160 characters. Raises Invalid."""
    line = " ".join(clean(value).split())
    if not line:
        raise Invalid("This has no title yet.", mend="Give it one.", code="title")
    if len(line) > MAX_TITLE:
        raise Invalid(
            f"The title has {len(line)} characters; {MAX_TITLE} is the most.",
            mend="Shorten it.",
            code="title",
        )
    return line


def field(value: str, what: str) -> str:
    """A clean text of at most 5,000 characters. Raises Invalid naming `what`."""
    text = clean(value).strip()
    if len(text) > MAX_FIELD:
        raise Invalid(
            f"{what} has {len(text):,} characters; {MAX_FIELD:,} is the most.",
            mend="Put longer material into the brand's knowledge.",
            code="too_long",
        )
    return text


def messages(values: Iterable[str]) -> list[str]:
    """The messages that say something, at most 30. Raises Invalid when there are more."""
    kept = [text for value in values if (text := field(value, "A message"))]
    if len(kept) > MAX_MESSAGES:
        raise Invalid(
            f"There are {len(kept)} messages; {MAX_MESSAGES} is the most.",
            mend="Keep those that matter most.",
            code="messages",
        )
    return kept


def not_past(at: datetime, now: datetime, shown: str) -> None:
    """Raises Invalid for a time that has passed."""
    if at < now - GRACE:
        raise Invalid(
            f"{shown} has passed. Nothing was changed.",
            mend="Choose a later time, or leave it empty: it goes out when it is approved.",
            code="past",
        )
