"""One thing that happened to a post, as its story tells it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Event:
    """One thing that happened. `by`: person, model or house."""

    at: datetime
    by: str
    icon: str
    title: str
    text: str = ""
    quote: str = ""
    tone: str = ""
    url: str = ""
    word: str = ""
    deliveries: tuple[dict[str, Any], ...] = ()
    time: str = ""
    at_iso: str = ""
