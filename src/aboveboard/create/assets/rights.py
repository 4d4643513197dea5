"""What people told of a picture's rights, and what follows from it for a day (pure)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

# Whether the people shown agreed: nobody can be recognised, they did, or they did not (yet).
Consent = Literal["", "nobody", "given", "missing"]
CONSENTS: tuple[Consent, ...] = get_args(Consent)
State = Literal["untold", "free", "dated", "ending", "ended", "no_consent"]
STATES: tuple[State, ...] = get_args(State)
# So long before its end people are told.
WARNED = timedelta(days=14)


@dataclass(frozen=True)
class Rights:
    """What is told of a picture's rights. `until` is the last day on which it may be used."""

    licence: str = ""
    holder: str = ""
    source: str = ""
    until: date | None = None
    consent: Consent = ""
    note: str = ""


def state_of(*, licence: str, until: date | None, consent: str, today: date) -> State:
    """The rights as they stand on a day; what forbids the use comes before what is only near."""
    if until and until < today:
        return "ended"
    if consent == "missing":
        return "no_consent"
    if until:
        return "ending" if until - today <= WARNED else "dated"
    return "free" if licence else "untold"
