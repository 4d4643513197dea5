"""Dates and times as readers of each language write them, in a brand's own zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_skeleton

from aboveboard.brand.models import Brand

# English as Europe writes it: day before month, hours to 24.
_LOCALES = {"en": "en_GB"}


def locale_of(language: str) -> str:
    return _LOCALES.get(language, language)


def local(brand: Brand, moment: datetime) -> datetime:
    """A moment as the brand's clocks show it."""
    return moment.astimezone(ZoneInfo(brand.zone))


def long_day(brand: Brand, moment: datetime, language: str) -> str:
    """23 November 2026."""
    return str(format_date(local(brand, moment), "long", locale=locale_of(language)))


def exact(brand: Brand, moment: datetime, language: str) -> str:
    """23 Nov 2026, 17:00:04."""
    there = locale_of(language)
    return str(format_datetime(moment, "medium", tzinfo=ZoneInfo(brand.zone), locale=there))


def short_day(brand: Brand, moment: datetime, language: str) -> str:
    """23 Nov 2026."""
    return _by("yMMMd", local(brand, moment), language)


def day_and_hour(brand: Brand, moment: datetime, language: str) -> str:
    """23 Nov, 17:00."""
    there = local(brand, moment)
    return f"{_by('MMMd', there, language)}, {_by('Hm', there, language)}"


def month(first: date, language: str) -> str:
    """November 2026."""
    return _by("yMMMM", first, language)


def month_name(first: date, language: str) -> str:
    """Nov."""
    return str(format_date(first, "LLL", locale=locale_of(language)))


def _by(skeleton: str, value: date, language: str) -> str:
    tzinfo = value.tzinfo if isinstance(value, datetime) else None
    return str(format_skeleton(skeleton, value, tzinfo=tzinfo, locale=locale_of(language)))
