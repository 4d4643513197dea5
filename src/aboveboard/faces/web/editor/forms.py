"""Forms of the editor: a new post, and a post's time."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.faces.web.choices import LANGUAGES, ZONES, Zone
from aboveboard.plan.models import Post

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def _wall(data: dict[str, Any]) -> datetime | None:
    if not data.get("day"):
        return None
    return datetime.combine(data["day"], data["clock"], tzinfo=None).replace(
        fold=int(data.get("second", False))
    )


class _Timed(forms.Form):
    """Day and clock, both or neither."""

    day = forms.DateField(required=False, label=_("Day"), widget=_DAY)
    clock = forms.TimeField(required=False, label=_("Time"), widget=_CLOCK)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("day")) != bool(data.get("clock")) and not self.errors:
            raise forms.ValidationError(_("Give both a day and a time, or neither."))
        return data

    def wall(self) -> datetime | None:
        """The wall-clock time that was chosen (naive), None for no time."""
        return _wall(self.cleaned_data)


class NewPostForm(_Timed):
    """A blank post."""

    title = forms.CharField(
        max_length=160, label=_("What you call it"), help_text=_("The site shows it as a heading.")
    )
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Language"))
    channels = forms.MultipleChoiceField(label=_("Channels"), widget=forms.CheckboxSelectMultiple)
    field_order = ("title", "channels", "language", "day", "clock")

    def __init__(self, *args: Any, brand: Brand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = list(brands.channels(brand.id))
        field = self.fields["channels"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(c.pk), c.name) for c in known]
        field.initial = [str(c.pk) for c in known]
        self.fields["language"].initial = brand.language


class TimeForm(_Timed):
    """When a post goes out."""

    zone = Zone(choices=ZONES, label=_("In the time of"))
    second = forms.BooleanField(
        required=False,
        label=_("The second time that hour comes"),
        help_text=_("Only on the night when the clock goes back."),
    )

    def __init__(self, data: Any = None, *, post: Post) -> None:
        super().__init__(
            data,
            initial={
                "day": post.day,
                "clock": post.clock,
                "zone": post.zone,
                "second": post.second,
            },
        )
