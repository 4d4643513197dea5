"""Choices that several forms offer: languages under their own names, time zones."""

from typing import Any
from zoneinfo import available_timezones

from django import forms

LANGUAGES = (
    ("en", "English"),
    ("nl", "Nederlands"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("hu", "Magyar"),
)
_ELSE = ("Etc/", "posix/", "right/", "SystemV/")
_NAMES = [n for n in sorted(available_timezones()) if "/" in n and not n.startswith(_ELSE)]
ZONES = (*((name, name.replace("_", " ")) for name in _NAMES), ("UTC", "UTC"))


class Zone(forms.ChoiceField):
    """A time zone by its IANA name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["invalid_choice"] = (
            "There is no time zone of that name. Use one like Europe/Amsterdam."
        )
