"""Sentences of the guards for readers, groups of people and real harm; see `sentences`."""

from django.utils.translation import gettext_noop as _

PRESSURE = (
    _("Pressure"),
    _("The stock on file does not say that so little is left."),
    _("Leave it out, or enter what is left."),
    _("%(count)s, entered on %(day)s"),
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
    _("Groups of people"),
    _("This runs down a group of people, or makes all of it alike."),
    _("Say it without the group."),
    _("A rule of the house: no group is run down; CAP Code 4.1"),
    _("Directive 2005/29/EC, Art. 6 and Annex I no. 7; “nearly sold out” needs ten or fewer"),
    _("Directive 2005/29/EC, Annex I no. 7"),
    _("Directive 2005/29/EC, Art. 6(1)(d)"),
    _("Directive 2005/29/EC, Art. 6 and Annex I no. 23b; 16 CFR 465"),
    _("Regulation (EU) 2022/2065, Art. 25, and a rule of the house: nobody is shamed"),
    _("Directive 2005/29/EC, Art. 8, 9 and Annex I no. 12"),
)
