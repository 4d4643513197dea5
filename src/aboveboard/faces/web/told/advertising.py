"""What the guards on advertising and on AI say, to translate."""

from django.utils.translation import gettext_noop as _

HONEST = (
    _("Hidden advertising"),
    _("Say that this is advertising at the very start, before anything else."),
    _("These words are not plain: say at the start that this is advertising."),
    _("Say at the start, in the post's language, that this is advertising."),
    _("FTC 16 CFR 255.5; UCPD 2005/29/EC, Annex I no. 11"),
    _("AI without a label"),
    _("Ten hashtags hide the AI label: put it before them."),
    _("Say in the post's language that AI made the picture: it could pass as real."),
    _("Say in the post's language that AI wrote this: your policy asks for it."),
    _("A picture or video that could pass as real is AI's."),
    _("EU AI Act (2024/1689), Art. 50(4)"),
    _("The house policy on AI text"),
    _("Experience that nobody had"),
    _("Nobody lived this: say it as a fact, or let a person tell it and agree to it."),
    _("FTC 16 CFR 255.2 and 465.2; UCPD 2005/29/EC, Annex I no. 23c"),
    _("Relationship to the partner or employer: %(tie)s"),
    _("%(who)s wrote this."),
    _("A virtual persona"),
    _("A model"),
)
