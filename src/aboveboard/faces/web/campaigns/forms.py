"""Forms of campaigns and briefs."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.faces.web.choices import LANGUAGES
from aboveboard.plan import queries as plan
from aboveboard.plan.actions import BriefFields
from aboveboard.plan.models import Brief
from aboveboard.plan.rules import MAX_STOCK

_DAY = {"type": "date"}
_AREA = {"rows": 2}


class CampaignForm(forms.Form):
    """A campaign: an aim over some weeks."""

    name = forms.CharField(max_length=160, label=_("Name"))
    goal = forms.CharField(required=False, label=_("Goal"), widget=forms.Textarea(attrs=_AREA))
    starts_on = forms.DateField(
        required=False, label=_("From"), widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
    )
    ends_on = forms.DateField(
        required=False, label=_("To"), widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
    )


class BriefForm(forms.Form):
    """A brief; what it asks is what a draft is made of."""

    title = forms.CharField(max_length=160, label=_("Title"))
    campaign = forms.ChoiceField(required=False, label=_("Campaign"))
    goal = forms.CharField(
        required=False,
        label=_("Goal"),
        help_text=_("For us, not for the post: what should have happened afterwards."),
        widget=forms.Textarea(attrs=_AREA),
    )
    audience = forms.CharField(
        required=False, label=_("For whom"), widget=forms.Textarea(attrs=_AREA)
    )
    messages = forms.CharField(
        required=False,
        label=_("What to say"),
        help_text=_("A message a line, the most important first. Drafts use your sentences."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    facts = forms.MultipleChoiceField(
        required=False, label=_("Facts to use"), widget=forms.CheckboxSelectMultiple
    )
    ask = forms.CharField(
        required=False,
        max_length=500,
        label=_("What to ask of them"),
        help_text=_("The call to action, like “Book a time”."),
    )
    link = forms.CharField(
        required=False, max_length=1000, label=_("Link"), widget=forms.URLInput()
    )
    tags = forms.CharField(
        required=False, max_length=400, label=_("Tags"), help_text=_("Separated by commas.")
    )
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Language"))
    starts_on = forms.DateField(
        required=False, label=_("From"), widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
    )
    ends_on = forms.DateField(
        required=False,
        label=_("To"),
        help_text=_("The real end, where there is one. “Only until Friday” is held against it."),
        widget=forms.DateInput(attrs=_DAY, format="%Y-%m-%d"),
    )
    stock = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MAX_STOCK,
        label=_("Left in stock"),
        help_text=_("How many are really left, or nothing. “Only 3 left” is held against it."),
        widget=forms.NumberInput(attrs={"step": 1, "inputmode": "numeric"}),
    )
    channels = forms.MultipleChoiceField(label=_("Channels"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, brand: Brand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["campaign"] = forms.ChoiceField(
            required=False,
            label=_("Campaign"),
            choices=[("", _("None")), *((str(c.pk), c.name) for c in plan.campaigns(brand.id))],
        )
        self.known_facts = list(brands.facts(brand.id)[:600])
        self.fields["facts"].choices = [  # type: ignore[attr-defined]
            (str(fact.pk), fact.text) for fact in self.known_facts
        ]
        channels = [(str(channel.pk), channel.name) for channel in brands.channels(brand.id)]
        self.fields["channels"].choices = channels  # type: ignore[attr-defined]
        # A new brief speaks everywhere until somebody says otherwise.
        self.fields["channels"].initial = [pk for pk, _name in channels]

    @property
    def fact_rows(self) -> list[dict[str, Any]]:
        """Facts with where they stand, one row for each sentence that states one."""
        chosen = set(self["facts"].value() or [])
        seen: set[str] = set()
        rows = []
        for fact in self.known_facts:
            if fact.text not in seen:
                seen.add(fact.text)
                rows.append(
                    {
                        "pk": str(fact.pk),
                        "text": fact.text,
                        "where": fact.passage.where,
                        "chosen": str(fact.pk) in chosen,
                    }
                )
        return rows

    def brief(self) -> BriefFields:
        """What the form says, as a value."""
        data = self.cleaned_data
        return BriefFields(
            title=data["title"],
            goal=data["goal"],
            audience=data["audience"],
            messages=data["messages"].splitlines(),
            facts=[UUID(fact) for fact in data["facts"]],
            ask=data["ask"],
            link=data["link"],
            tags=data["tags"].split(","),
            language=data["language"],
            channels=[UUID(channel) for channel in data["channels"]],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            stock=data["stock"],
            campaign=UUID(data["campaign"]) if data["campaign"] else None,
        )


def initial_of(brief: Brief) -> dict[str, Any]:
    """A brief as the form shows it."""
    return {
        "title": brief.title,
        "campaign": str(brief.campaign_id or ""),
        "goal": brief.goal,
        "audience": brief.audience,
        "messages": "\n".join(brief.messages),
        "facts": [str(pk) for pk in brief.facts.values_list("pk", flat=True)],
        "ask": brief.ask,
        "link": brief.link,
        "tags": ", ".join(brief.tags),
        "language": brief.language,
        "starts_on": brief.starts_on,
        "ends_on": brief.ends_on,
        "stock": brief.stock,
        "channels": [str(pk) for pk in brief.channels.values_list("pk", flat=True)],
    }
