"""Sentences of the guards for readers and groups of people: pressure; see `sentences`."""

from django.utils.translation import gettext_noop as _

PRESSURE = (
    _("Pressure"),
    _("The stock on file does not say that so little is left."),
    _("Leave it out, or enter what is left."),
    _("No such end is on file."),
    _("Leave the time limit out, or enter the real end."),
    _("Nothing on file says that the price rises then."),
    _("Leave it out, or put the new price on file."),
    _("No record on file counts these people."),
    _("Leave the claim out, or put the record on file."),
    _("This shames those who decline."),
    _("Let them say a plain no."),
    _("This threatens those who do not buy."),
    _("Say what the offer does instead."),
)
