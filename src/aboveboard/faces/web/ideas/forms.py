"""Forms of ideas, questions and own days."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aboveboard.brand.models import Brand
from aboveboard.faces.web.choices import LANGUAGES
from aboveboard.plan import queries as plan

_DAY = {"type": "date"}


class IdeaForm(forms.Form):
    """A card in somebody's own words."""

    title = forms.CharField(max_length=160, label=_("Title"))
    angle = forms.CharField(
        required=False,
        label=_("What to say about it"),
        help_text=_("One or two sentences."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    day = forms.DateField(
        required=False, label=_("Day"), widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
    )


class NewIdeaForm(IdeaForm):
    """A new card; `anyway` is offered when something says the same already."""

    campaign = forms.ChoiceField(required=False, label=_("Campaign"))
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Language"))
    anyway = forms.BooleanField(
        required=False,
        label=_("Add it even when something close to it is there"),
    )

    def __init__(self, *args: Any, brand: Brand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["campaign"] = forms.ChoiceField(
            required=False,
            label=_("Campaign"),
            choices=[("", _("None")), *((str(c.pk), c.name) for c in plan.campaigns(brand.id))],
        )


class OwnDayForm(forms.Form):
    """A day of the brand's own."""

    name = forms.CharField(max_length=120, label=_("Name"))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d"))
    yearly = forms.BooleanField(required=False, initial=True, label=_("Every year"))
    quiet = forms.BooleanField(
        required=False,
        label=_("Nothing is promoted on it"),
        help_text=_("For remembrance and mourning."),
    )
