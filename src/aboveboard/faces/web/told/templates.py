"""Sentences of designers' templates of cards: why one is not used; see `sentences`."""

from django.utils.translation import gettext_noop as _

TEMPLATES = (
    _("This template is not used."),
    _("There is no TOML file of the same name beside it."),
    _("It is larger than 500 KB."),
    _("Its TOML cannot be read: %(said)s."),
    _("Its TOML is not as it should be at “%(other)s”: %(said)s."),
    _("It has a DOCTYPE or entities, which a template does not need."),
    _("It is no XML that can be read: %(said)s."),
    _("It is no SVG."),
    _("It has more than %(most)s elements."),
    _("It has a processing instruction, which a template does not need."),
    _("It has a <%(name)s>, which a card does not draw."),
    _("It has a script in “%(name)s”."),
    _("It refers to something outside in “%(name)s”."),
    _("It has a placeholder “{%(name)s}” that nobody fills."),
    _("“data-%(name)s” stands at something that is no <rect>."),
    _("A box has no number or percentage in “%(name)s”."),
    _("A box does not say in “data-%(name)s” which of our colours that is."),
    _("A box names a face that there is not."),
    _("A box has no number in “data-%(name)s”."),
    _("“%(name)s” is no picture of a card."),
    _("Something in it is for a shape that there is not."),
    _("A box is for the field “%(name)s”, which its TOML does not have."),
    _("The field “%(name)s” has no box in the shape %(other)s."),
    _("A box reaches beyond the card."),
    _("Behind a box is something else than “data-on” says."),
    _("This card could not be rendered: %(said)s"),
    _("Mend its template, or choose another."),
)
