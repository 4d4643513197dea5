"""Forms of the settings: oneself, the members, the models."""

from django import forms
from django.utils.translation import gettext_lazy as _

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
    """A place where a text model answers."""

    name = forms.CharField(max_length=80, label=_("What you call it"))
    base_url = forms.CharField(
        max_length=400,
        label=_("Address"),
        help_text=_("Where its OpenAI-compatible interface begins, often ending in /v1."),
    )
    model = forms.CharField(max_length=160, label=_("Model"))
    api_key = forms.CharField(
        required=False,
        max_length=400,
        label=_("Key"),
        help_text=_("Kept encrypted, never shown again. Local models need none."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
