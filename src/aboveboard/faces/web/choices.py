"""Choices that several forms offer: languages under their own names, time zones."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

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


class ZoneSelect(forms.Select):
    """Several hundred options, put together once: Django renders a template for each of them."""

    _OPTIONS = format_html_join("", '<option value="{}">{}</option>', ZONES)

    def render(
        self,
        name: str,
        value: Any,
        attrs: "dict[str, Any] | None" = None,
        renderer: Any = None,
    ) -> SafeString:
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        marks = format_html_join(
            "",
            " {}{}",
            (
                (key, "" if said is True else format_html('="{}"', said))
                for key, said in given.items()
                if said is not False and said is not None
            ),
        )
        chosen = format_html('value="{}"', value or "")
        options = self._OPTIONS.replace(chosen, f"{chosen} selected", 1)
        return format_html("<select{}>{}</select>", marks, mark_safe(options))  # noqa: S308


class Zone(forms.ChoiceField):
    """A time zone by its IANA name."""

    widget = ZoneSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages["invalid_choice"] = (
            "There is no time zone of that name. Use one like Europe/Amsterdam."
        )
