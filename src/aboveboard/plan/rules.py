"""Limits and checks of the plan, pure."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.http import http_url
from aboveboard.text.cleaning import clean

MAX_TITLE = 160
MAX_FIELD = 5_000
MAX_MESSAGES = 30
MAX_TAGS, MAX_TAG = 30, 100
MAX_LINK = 1_000
MAX_KEY = 200
MAX_STOCK = 1_000_000_000
# What ties those who speak to what they speak of, as in the law on endorsements (16 CFR 255.5;
# Unfair Commercial Practices Directive 2005/29/EC, Annex I no. 11): money or another return, a
# free product, a share of sales, employment.
RELATIONSHIPS = ("none", "paid", "gifted", "affiliate", "employee")
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


def relationship(value: str) -> str:
    """One of `RELATIONSHIPS`; "" is "none". Raises Invalid."""
    name = value.strip().lower() or "none"
    if name not in RELATIONSHIPS:
        raise Invalid(
            f"“{name[:20]}” is no relationship that we know.",
            mend=f"Use one of {', '.join(RELATIONSHIPS)}.",
            code="relationship",
        )
    return name


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


def stock(left: int | None) -> int | None:
    """How many are left: a whole number from 0 on, or None for not known. Raises Invalid."""
    if left is not None and not 0 <= left <= MAX_STOCK:
        raise Invalid(
            "What is left in stock is a whole number from 0 on.",
            mend="Enter what is really left, or leave it empty.",
            code="stock",
        )
    return left


def link(value: str) -> str:
    """A web address of at most 1,000 characters, or "". Raises Invalid."""
    address = http_url(value) if value.strip() else ""
    if len(address) > MAX_LINK:
        raise Invalid(
            f"The link has {len(address):,} characters; {MAX_LINK:,} is the most.",
            mend="Use a shorter address of the same page.",
            code="link",
        )
    return address


def tags(values: Iterable[str]) -> list[str]:
    """The tags that say something, without their hashes, each once. Raises Invalid."""
    cleaned = (" ".join(clean(value).split()).lstrip("#").strip() for value in values)
    kept = list(dict.fromkeys(tag for tag in cleaned if tag))
    if len(kept) > MAX_TAGS or any(len(tag) > MAX_TAG for tag in kept):
        raise Invalid(
            f"A brief has at most {MAX_TAGS} tags of at most {MAX_TAG} characters.",
            mend="Keep those that matter most.",
            code="tags",
        )
    return kept


def key(value: str | None) -> str | None:
    """A caller's own key for a post: one clean line of at most 200 characters, or None."""
    line = clean(value or "").strip()
    if len(line) > MAX_KEY:
        raise Invalid(
            f"The key has {len(line)} characters; {MAX_KEY} is the most.",
            mend="Use a shorter one, such as a number or a hash.",
            code="key",
        )
    return line or None


def moment(at: datetime) -> datetime:
    """An aware time in UTC. Raises Invalid at the ends of the calendar."""
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise Invalid(
            "The calendar does not reach that far.", mend="Choose another day.", code="day"
        ) from None


def not_past(at: datetime, now: datetime, shown: str) -> None:
    """Raises Invalid for a time that has passed."""
    if at < now - GRACE:
        raise Invalid(
            f"{shown} has passed. Nothing was changed.",
            mend="Choose a later time, or leave it empty: it goes out when it is approved.",
            code="past",
        )
