"""What each guard looks for, in a line, as the page of the rules tells it; see `sentences`."""

from django.utils.translation import gettext_noop as _

GUARDING = (
    _("Sensitive topics"),
    _("Experience told as lived, by a model or an invented person."),
    _("Pictures without words for those who cannot see them."),
    _("Words in pictures that are hard to read on what lies behind them."),
    _("Pictures of a weight, kind or shape that the network does not take."),
    _("Doubled words, commas, endings and mixed-up phrases."),
    _("Vague, offset or unproven claims for the environment."),
    _("Posts for a gift or for pay that do not plainly say so at their start."),
    _("A label that is owed and does not reach the reader whole."),
    _("Text in another language than the post’s."),
    _("Words, pictures and videos beyond what the network takes."),
    _("Scarcity, time limits and crowds that nothing on file bears out."),
    _("Very hard sentences, and letters that screen readers cannot say."),
    _("Pictures whose use has ended, or whose people did not agree."),
    _("Texts nearly as before, and turns that many generated texts have."),
    _("A model’s words about disaster, death, war and other real harm."),
    _("Words with a common slip in them."),
    _("Groups of people run down or made all alike."),
    _("Tags that stand twice, are too many, cut off or not to be read aloud."),
    _("Realistic AI pictures, or AI text, without a label."),
    _("Figures, dates, names and claims that neither brief nor knowledge says."),
    _("Promises about health, weight, money or safety without a proof on file."),
    _("Words and sentences that are not like the brand’s samples."),
)
