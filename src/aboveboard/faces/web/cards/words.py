"""What templates, fields and choices of cards are called on the page; a designer's own as it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aboveboard.media.cards.templates import FieldTold, Template

Words = str | Promise

_TITLES: dict[str, tuple[Words, Words]] = {
    "quote": (_("Quote"), _("What somebody said, and who.")),
    "offer": (_("Offer"), _("What there is, for how much, and until when.")),
    "announcement": (_("Announcement"), _("Something new, in a headline and a sentence.")),
    "event": (_("Event"), _("What takes place, when and where.")),
    "review": (_("Customer review"), _("What a customer wrote, with their stars and where.")),
    "chart": (_("Chart"), _("A few numbers as bars or a line, each written out.")),
    "carousel": (_("Carousel"), _("A cover, a slide for each point, and a last one.")),
}
_FIELDS: dict[str, tuple[Words, Words]] = {
    "quote": (_("The words"), ""),
    "who": (_("Who said it"), ""),
    "role": (_("Who that is"), ""),
    "headline": (_("Headline"), ""),
    "price": (_("Price"), ""),
    "before": (_("Price before"), _("As it should read, like “before € 18”.")),
    "terms": (_("Until when, and what else holds"), ""),
    "kicker": (_("Above the headline"), ""),
    "text": (_("Text"), ""),
    "when": (_("When"), ""),
    "where": (_("Where"), ""),
    "stars": (_("Stars"), _("As the customer gave them.")),
    "source": (_("Where it is from"), ""),
    "numbers": (_("Numbers"), _("A label and a number a line, like “Monday: 12”.")),
    "unit": (_("Unit"), _("Behind each number, like kg or %.")),
    "form": (_("Drawn as"), ""),
    "points": (_("Points"), _("Each paragraph becomes a slide; a single one goes by its lines.")),
    "ending": (_("On the last slide"), ""),
}
CHOICES: dict[str, Words] = {"bars": _("Bars"), "line": _("A line")}
SCHEMES: tuple[tuple[str, Words], ...] = (
    ("brand", _("The brand’s colour")),
    ("light", _("Light")),
    ("dark", _("Dark")),
)
ORDER = tuple(_TITLES)


def title_of(template: Template) -> Words:
    return _TITLES[template.name][0] if template.is_own else template.title


def about_of(template: Template) -> Words:
    return _TITLES[template.name][1] if template.is_own else template.told.about


def label_of(name: str, told: FieldTold) -> Words:
    return told.label or _FIELDS.get(name, (name.replace("_", " ").capitalize(), ""))[0]


def hint_of(name: str) -> Words:
    return _FIELDS.get(name, ("", ""))[1]
