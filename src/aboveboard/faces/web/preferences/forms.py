"""Forms of the settings: oneself, the members, the models."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from aboveboard.ai.registry import kinds
from aboveboard.brand.rules import Task
from aboveboard.create.models import Provider
from aboveboard.faces.web.brands.forms import TASK_WORDS
from aboveboard.faces.web.choices import LANGUAGES, ZONES, Zone
from aboveboard.people.rules import Role

ROLE_WORDS = {
    Role.owner: _("Owner: everything"),
    Role.manager: _("Manager: everything but owners"),
    Role.creator: _("Creator: writes, plans and asks for review"),
    Role.approver: _("Approver: approves, holds and settles"),
    Role.viewer: _("Viewer: reads"),
    Role.client: _("Client: approves what is shown to them"),
}


# How many models can be put in a row for one task.
IN_A_ROW = 3


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of providers there are."""
    return [(kind.name, kind.title) for kind in kinds().values()]


class ProfileForm(forms.Form):
    """Oneself."""

    name = forms.CharField(max_length=120, label=_("Name"))
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Language of the pages"))
    zone = Zone(choices=ZONES, label=_("Time zone"))
    single_keys = forms.BooleanField(
        required=False,
        label=_("Single keys work"),
        help_text=_("J, K, N and the like. Switch them off when you use speech input."),
    )


class InviteForm(forms.Form):
    """Somebody new."""

    email = forms.EmailField(label=_("E-mail"))
    role = forms.ChoiceField(
        choices=[(role.value, words) for role, words in ROLE_WORDS.items()],
        initial=Role.creator.value,
        label=_("Role"),
    )


class TokenForm(forms.Form):
    """A program that may act for oneself."""

    name = forms.CharField(
        max_length=120,
        label=_("Name of the program"),
        help_text=_("Its texts count as a model’s and carry this name in their record."),
    )


class ProviderForm(forms.Form):
    """A place where a model answers."""

    kind = forms.ChoiceField(choices=kind_choices, label=_("Kind"))
    makes = forms.ChoiceField(
        choices=[("text", _("Texts")), ("pictures", _("Pictures"))],
        label=_("What it makes"),
        initial="text",
    )
    name = forms.CharField(max_length=80, label=_("What you call it"))
    base_url = forms.CharField(
        max_length=400,
        required=False,
        label=_("Address"),
        help_text=_(
            "Where its interface begins, often ending in /v1. Anthropic and Google are reached at "
            "their usual address when it is left empty."
        ),
    )
    model = forms.CharField(max_length=160, label=_("Model"))
    api_key = forms.CharField(
        required=False,
        max_length=400,
        label=_("Key"),
        help_text=_("Kept encrypted, never shown again. Local models need none."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class TermsForm(forms.Form):
    """How long one model may take, what it costs, where it stops."""

    first_s = forms.IntegerField(label=_("Seconds to the first word"), min_value=1)
    whole_s = forms.IntegerField(label=_("Seconds in all"), min_value=1)
    price_in = forms.DecimalField(
        required=False, min_value=0, decimal_places=4, label=_("Price of a million tokens sent")
    )
    price_out = forms.DecimalField(
        required=False, min_value=0, decimal_places=4, label=_("Price of a million tokens written")
    )
    monthly_tokens = forms.IntegerField(required=False, min_value=0, label=_("Tokens a month"))
    monthly_money = forms.DecimalField(
        required=False, min_value=0, decimal_places=2, label=_("Money a month")
    )

    def __init__(self, *args: Any, makes: str = "text", **ways: Any) -> None:
        super().__init__(*args, **ways)
        if makes == "pictures":
            self.fields["price_out"].label = _("Price of a picture")
            for name in ("first_s", "price_in", "monthly_tokens"):
                self.fields[name].widget = forms.HiddenInput()


class MonthForm(forms.Form):
    """Where all models together stop."""

    tokens = forms.IntegerField(required=False, min_value=0, label=_("Tokens a month"))
    money = forms.DecimalField(
        required=False, min_value=0, decimal_places=2, label=_("Money a month")
    )
    currency = forms.CharField(max_length=3, min_length=3, label=_("Currency"))


class OrderForm(forms.Form):
    """For each task, who is asked and who stands in."""

    def __init__(
        self, *args: Any, rows: Sequence[Provider], order: Mapping[str, list[str]], **ways: Any
    ) -> None:
        super().__init__(*args, **ways)
        for task, words in TASK_WORDS.items():
            fitting = [r for r in rows if (r.makes == "pictures") == (task is Task.PICTURE)]
            choices = [("", "—"), *((str(row.pk), row.name) for row in fitting)]
            now = [*order.get(task.value, []), *[""] * IN_A_ROW]
            for number in range(min(IN_A_ROW, len(fitting)) if len(fitting) > 1 else 0):
                self.fields[f"{task.value}_{number}"] = forms.ChoiceField(
                    choices=choices,
                    required=False,
                    initial=now[number],
                    label=words if number == 0 else _("then"),
                )

    def lines(self) -> list[list[forms.BoundField]]:
        """The fields of each task together."""
        found: dict[str, list[forms.BoundField]] = {}
        for one in self:
            found.setdefault(one.name.rpartition("_")[0], []).append(one)
        return list(found.values())

    def chosen(self) -> dict[Task, list[UUID]]:
        """What was chosen, by task."""
        order: dict[Task, list[UUID]] = {}
        for name, value in self.cleaned_data.items():
            if value:
                order.setdefault(Task(name.rpartition("_")[0]), []).append(UUID(value))
        return order
