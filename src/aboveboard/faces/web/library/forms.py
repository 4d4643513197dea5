"""The form for a picture's rights."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aboveboard.create.assets.rights import Consent, Rights
from aboveboard.create.models import Asset

CONSENT_WORDS: dict[Consent, object] = {
    "": _("Nothing told"),
    "nobody": _("Nobody can be recognised"),
    "given": _("They agreed"),
    "missing": _("They have not agreed"),
}


class RightsForm(forms.Form):
    """By which right the brand uses a picture, until when, and who agreed."""

    licence = forms.CharField(
        label=_("Licence"),
        max_length=200,
        required=False,
        help_text=_("“Our own”, “CC BY 4.0”, “Agency, one year”."),
    )
    holder = forms.CharField(label=_("Whose it is"), max_length=200, required=False)
    source = forms.CharField(label=_("Where it is from"), max_length=1_000, required=False)
    until = forms.DateField(
        label=_("May be used until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Its last day. You are told two weeks before; after it nothing is approved."),
    )
    consent = forms.ChoiceField(
        label=_("People it shows"), choices=[*CONSENT_WORDS.items()], required=False
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def rights(self) -> Rights:
        return Rights(**self.cleaned_data)


def rights_form(asset: Asset) -> RightsForm:
    """The form filled with what is told of an asset."""
    return RightsForm(
        initial={
            "licence": asset.licence,
            "holder": asset.holder,
            "source": asset.source,
            "until": asset.may_use_until,
            "consent": asset.consent,
            "note": asset.note,
        }
    )
