"""Forms for what a picture model is asked: in percent of the picture where a part is meant."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aboveboard.ai.pictures import MAX_WORDS, SIZES

# The names of the fields that say where, in the order of `PictureAsk.area`.
AREAS = {
    "fill": ("left", "top", "width", "height"),
    "expand": ("left", "top", "right", "bottom"),
}
_SHAPES = dict(zip(SIZES, (_("Square"), _("Wide"), _("Tall")), strict=True))
_HOW_MANY = [(number, str(number)) for number in (1, 2, 3, 4)]


def _percent(label: object, initial: int) -> forms.FloatField:
    return forms.FloatField(label=label, min_value=0, max_value=100, initial=initial)  # type: ignore[arg-type]


def _words(label: object, *, required: bool) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        required=required,
        max_length=MAX_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class _Many(forms.Form):
    count = forms.ChoiceField(choices=_HOW_MANY, initial=2, label=_("How many proposals"))


class GenerateForm(_Many):
    """A new picture."""

    instruction = _words(_("What shall it show?"), required=True)
    size = forms.ChoiceField(choices=list(_SHAPES.items()), label=_("Shape"))
    field_order = ("instruction", "size", "count")


class FillForm(_Many):
    """A part of a picture, painted anew."""

    instruction = _words(_("What shall be there?"), required=True)
    left = _percent(_("From the left, percent"), 30)
    top = _percent(_("From the top, percent"), 30)
    width = _percent(_("Width, percent"), 40)
    height = _percent(_("Height, percent"), 40)
    field_order = ("instruction", "left", "top", "width", "height", "count")


class ExpandForm(_Many):
    """A picture, continued beyond its edges."""

    instruction = _words(_("What shall be around it?"), required=False)
    left = _percent(_("On the left, percent"), 0)
    top = _percent(_("Above, percent"), 0)
    right = _percent(_("On the right, percent"), 50)
    bottom = _percent(_("Below, percent"), 0)
    field_order = ("instruction", "left", "top", "right", "bottom", "count")


class CutoutForm(_Many):
    """A picture without its background."""

    instruction = _words(_("What stays?"), required=False)
    field_order = ("instruction", "count")


FORMS: dict[str, type[_Many]] = {
    "generate": GenerateForm,
    "fill": FillForm,
    "expand": ExpandForm,
    "cutout": CutoutForm,
}
