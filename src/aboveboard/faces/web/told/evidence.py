"""Where a finding's evidence is from, and what guards say of it themselves; see `sentences`."""

from django.utils.translation import gettext_noop as _

EVIDENCE = (
    _("the text"),
    _("the record"),
    _("the samples"),
    _("the brief"),
    _("the brand"),
    _("on file"),
    _("what is on file"),
    _("an earlier post"),
    _("measured"),
    _("counted"),
    _("A model wrote words of it."),
    _("Its author is a virtual persona."),
    _("AI suggested wording."),
    _("No label is owed."),
    _("Policy of the house: people write of harm to people themselves"),
    _("The language of the variant"),
    _("Tags that people can use"),
)
