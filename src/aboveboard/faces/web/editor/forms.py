"""Forms of the editor: a new post, and a post's time."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import formats
from django.utils.timesince import timesince
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.faces.web.choices import LANGUAGES, ZONES, Zone
from aboveboard.faces.web.told import error_told
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid
from aboveboard.plan.models import Post
from aboveboard.plan.rules import GRACE

# `plan.rules.RELATIONSHIPS` in words.
RELATIONSHIPS = (
    ("none", _("Nothing")),
    ("paid", _("Money, or something else of worth")),
    ("gifted", _("What it shows, for free or on loan")),
    ("affiliate", _("A share of what is sold through its links")),
    ("employee", _("Employment: who writes works for whom it speaks of")),
)
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
# A time that is offered in place of one that has passed leaves this long to decide, on a full five.
_LEAD = timedelta(minutes=10)


class _Timed(forms.Form):
    """Day and clock, both or neither; on the night when an hour comes twice, which of the two."""

    day = forms.DateField(required=False, label=_("Day"), widget=_DAY)
    clock = forms.TimeField(required=False, label=_("Time"), widget=_CLOCK)
    which = forms.ChoiceField(
        required=False,
        label=_("This hour comes twice that night. Which one?"),
        choices=[("first", _("The first, summer time")), ("second", _("The second, winter time"))],
        widget=forms.RadioSelect,
    )

    moment: datetime | None = None
    asks_which = False

    def the_zone(self) -> str:
        """The IANA name of the zone that the clock is meant in."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        if bool(data.get("day")) != bool(data.get("clock")):
            raise forms.ValidationError(_("Give both a day and a time, or neither."))
        if data.get("day"):
            self.moment = self._resolved(datetime.combine(data["day"], data["clock"]))
        if self.moment and self.moment < clock.now() - GRACE:
            self.add_error("clock", _passed(self.moment, self.the_zone()))
        return data

    def _resolved(self, wall: datetime) -> datetime | None:
        which = self.cleaned_data.get("which")
        try:
            return clock.resolve(wall, self.the_zone())
        except Invalid as error:
            if error.code != "double_time":
                self.add_error("clock", error_told(error))
                return None
        self.asks_which = True
        if not which:
            self.add_error("which", _("Nothing was changed yet. Choose one of the two."))
            return None
        zone = ZoneInfo(self.the_zone())
        return wall.replace(tzinfo=zone, fold=int(which == "second")).astimezone(UTC)


def _passed(moment: datetime, zone: str) -> str:
    now = clock.now()
    step = timedelta(minutes=5)
    offered = now + _LEAD + (datetime.min.replace(tzinfo=UTC) - now - _LEAD) % step
    local = offered.astimezone(ZoneInfo(zone))
    shown = f"{local:%H:%M}"
    if local.date() != now.astimezone(ZoneInfo(zone)).date():
        shown = f"{formats.date_format(local, 'DAY_MONTH')}, {shown}"
    return _now(
        "This time has passed by %(span)s. Nothing was changed. Choose one from %(from)s on."
    ) % {"span": timesince(moment, now, depth=1), "from": shown}


class NewPostForm(_Timed):
    """A blank post."""

    title = forms.CharField(
        max_length=160, label=_("What you call it"), help_text=_("The site shows it as a heading.")
    )
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Language"))
    channels = forms.MultipleChoiceField(label=_("Channels"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, brand: Brand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = brand.zone
        known = list(brands.channels(brand.id))
        field = self.fields["channels"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(c.pk), c.name) for c in known]
        field.initial = [str(c.pk) for c in known]
        self.fields["language"].initial = brand.language

    def the_zone(self) -> str:
        return self.zone


class TimeForm(_Timed):
    """When a post goes out."""

    zone = Zone(choices=ZONES, label=_("In the time of"))

    def __init__(self, data: Any = None, *, post: Post) -> None:
        super().__init__(data, initial={"day": post.day, "clock": post.clock, "zone": post.zone})
        # The zone a post has already may be one that the list leaves out.
        field = self.fields["zone"]
        assert isinstance(field, forms.ChoiceField)
        if post.zone not in dict(ZONES):
            field.choices = [*ZONES, (post.zone, post.zone)]

    def the_zone(self) -> str:
        return str(self.cleaned_data["zone"])
