"""Forms about a brand: what it is called, what it may do with AI, how it sounds."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from aboveboard.brand.rules import HIGHEST_LABEL_SHARE, Allowance, Look, Policy, Severity, Task
from aboveboard.channels.base import Field, Network, settings_of
from aboveboard.check.guards import GUARDS
from aboveboard.check.measured import how_often
from aboveboard.faces.web.choices import LANGUAGES, ZONES, Zone
from aboveboard.faces.web.told import told

TASK_WORDS = {
    Task.DRAFT: _("Drafts of posts"),
    Task.REWRITE: _("Rewriting a person’s words"),
    Task.TRANSLATE: _("Translations"),
    Task.ALT_TEXT: _("Words for pictures"),
    Task.REPLY: _("Replies to people"),
    Task.STRATEGY: _("Strategy and plans"),
    Task.PICTURE: _("Making pictures"),
}
_ALLOWANCES = (
    (Allowance.NEVER, _("People only")),
    (Allowance.ASSIST, _("A model may help")),
    (Allowance.DRAFT, _("A model may draft")),
)
_USUAL = "usual"
# What a guard does where the rules say nothing, by the severities of its remarks.
_USUALLY = {
    (Severity.NOTE,): _("As usual: hint"),
    (Severity.WARN,): _("As usual: remark"),
    (Severity.BLOCK,): _("As usual: hold the post"),
    (Severity.NOTE, Severity.WARN): _("As usual: hint or remark"),
    (Severity.WARN, Severity.BLOCK): _("As usual: remark or hold"),
}
_SEVERITIES = (
    (Severity.OFF, _("Off")),
    (Severity.NOTE, _("Hint")),
    (Severity.WARN, _("Remark")),
    (Severity.BLOCK, _("Hold the post")),
)
_APPROVERS = (
    ("owner", _("Owners")),
    ("manager", _("Managers")),
    ("approver", _("Approvers")),
    ("client", _("Clients")),
)
ALWAYS = tuple(guard for guard in GUARDS if guard.must)
# Those that a policy may make stricter, milder or silent.
OPTIONAL_GUARDS = tuple(guard for guard in GUARDS if not guard.must)
JURISDICTION_WORDS = (
    ("eu", _("European Union")),
    ("us", _("United States")),
    ("uk", _("United Kingdom")),
)


_LETTERS = (("serif", "Newsreader"), ("sans", "Instrument Sans"))
LOOK = ("colour", "on_colour", "accent", "letter", "logo")


class Colour(forms.RegexField):
    """A colour as CSS hex, chosen from the browser's own palette."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"type": "color"})
        super().__init__(regex=r"^#[0-9a-fA-F]{6}$", widget=widget, **kwargs)


class BrandForm(forms.Form):
    """What a brand is called and how it looks."""

    name = forms.CharField(max_length=120, label=_("Name"))
    about = forms.CharField(
        required=False,
        label=_("About it, in a sentence or two"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = forms.ChoiceField(choices=LANGUAGES, label=_("It writes in"))
    zone = Zone(choices=ZONES, label=_("Its clock shows the time of"))
    colour = Colour(label=_("Colour"))
    on_colour = Colour(label=_("What is written on it"))
    accent = Colour(label=_("Colour for what is small or drawn, on cards"))
    letter = forms.ChoiceField(
        choices=_LETTERS, label=_("Headings on cards"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, logos: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["logo"] = forms.ChoiceField(
            choices=[("", _("None: its name stands there")), *logos],
            required=False,
            label=_("Logo on cards"),
            help_text=_("A picture of the library; best a PNG without a background."),
        )

    def look(self, before: Look) -> Look:
        """The look that the form asks for."""
        given = {name: self.cleaned_data[name] for name in LOOK}
        return Look.model_validate({**before.model_dump(), **given, "logo": given["logo"] or None})


class PolicyForm(forms.Form):
    """The brand's rules, as `brand.rules.Policy`."""

    approvers = forms.MultipleChoiceField(
        choices=_APPROVERS, label=_("Who approves"), widget=forms.CheckboxSelectMultiple
    )
    own_work = forms.BooleanField(required=False, label=_("Authors may approve their own posts"))
    keep_sensitive = forms.BooleanField(
        required=False,
        label=_("Sensitive topics are written by people alone"),
        help_text=_(
            "Disasters, deaths, war, attacks, accidents, self-harm, layoffs, crises with victims: "
            "no model is given such a text, nor asked for one."
        ),
    )
    label_from = forms.IntegerField(
        min_value=1,
        max_value=HIGHEST_LABEL_SHARE,
        label=_("A post says it was partly made with AI from this share of a model’s words, in %"),
        help_text=_("50 at the most: a post that a model mostly wrote always says so."),
    )
    label_people = forms.BooleanField(
        required=False, label=_("Posts that people alone wrote say so too")
    )
    jurisdictions = forms.MultipleChoiceField(
        choices=JURISDICTION_WORDS,
        label=_("Whose law its labels follow"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Where the brand’s readers are. Law adds to a label and never takes from it."),
    )

    def __init__(self, data: Any = None, *, policy: Policy, language: str) -> None:
        initial: dict[str, Any] = {
            "approvers": sorted(policy.approvers),
            "keep_sensitive": policy.keep_sensitive,
            "own_work": policy.own_work,
            "label_from": policy.label_from,
            "label_people": policy.label_people,
            "jurisdictions": sorted(policy.jurisdictions),
        }
        for task in Task:
            initial[f"ai_{task}"] = policy.ai[task].value
        for guard in OPTIONAL_GUARDS:
            initial[f"guard_{guard.code}"] = policy.guards.get(guard.code, _USUAL)
        super().__init__(data, initial=initial)
        for task in Task:
            self.fields[f"ai_{task}"] = forms.ChoiceField(
                choices=_ALLOWANCES, label=TASK_WORDS[task]
            )
        for guard in OPTIONAL_GUARDS:
            often = how_often(guard.code, language)
            right = (
                now("Right %(right)s of %(of)s times, counted on test cases.") % vars(often)
                if often
                else now("Not measured yet")
            )
            self.fields[f"guard_{guard.code}"] = forms.ChoiceField(
                choices=((_USUAL, _USUALLY[guard.usual]), *_SEVERITIES),
                label=told(guard.title),
                help_text=format_html("{}<br>{}", told(guard.about), right),
            )

    @property
    def tasks(self) -> list[forms.BoundField]:
        return [self[f"ai_{task}"] for task in Task]

    @property
    def always(self) -> list[tuple[str, str]]:
        """The guards that no policy changes: their titles, and what they look for."""
        return [(told(guard.title), told(guard.about)) for guard in ALWAYS]

    @property
    def guards(self) -> list[forms.BoundField]:
        return [self[f"guard_{guard.code}"] for guard in OPTIONAL_GUARDS]

    def policy(self) -> Policy:
        """What the form says, as a value."""
        data = self.cleaned_data
        return Policy(
            ai={task: Allowance(data[f"ai_{task}"]) for task in Task},
            approvers=frozenset(data["approvers"]),
            keep_sensitive=data["keep_sensitive"],
            own_work=data["own_work"],
            label_from=data["label_from"],
            label_people=data["label_people"],
            jurisdictions=frozenset(data["jurisdictions"]),
            guards={
                guard.code: Severity(data[f"guard_{guard.code}"])
                for guard in OPTIONAL_GUARDS
                if data[f"guard_{guard.code}"] != _USUAL
            },
        )


class VoiceForm(forms.Form):
    """A sample of the brand's own words."""

    name = forms.CharField(max_length=200, label=_("What it is from"))
    text = forms.CharField(label=_("The words"), widget=forms.Textarea(attrs={"rows": 5}))


class _Asking(forms.Form):
    """Asks what a network's fields say."""

    def ask(self, fields: Sequence[Field]) -> None:
        kept = _("Kept encrypted, never shown again.")
        for one in fields:
            secret = forms.PasswordInput(attrs={"autocomplete": "off"}, render_value=False)
            help_text = told(one.help)
            if one.secret:
                help_text = f"{help_text} {kept}".strip()
            self.fields[one.name] = forms.CharField(
                max_length=4_000,
                label=told(one.label),
                help_text=help_text,
                required=one.required and not one.default,
                initial=one.default,
                widget=secret if one.secret else forms.TextInput(),
            )


class ChannelForm(_Asking):
    """A new channel; what is asked is what the network's own `fields` say."""

    name = forms.CharField(
        max_length=120, label=_("What you call it"), help_text=_("Shown in the studio only.")
    )

    def __init__(self, data: Any = None, *, network: Network) -> None:
        super().__init__(data, initial={"name": network.title})
        self.ask(network.fields)

    @property
    def given(self) -> dict[str, str]:
        """What was given, by the names of the network's fields."""
        return {name: value for name, value in self.cleaned_data.items() if name != "name"}


class SettingsForm(_Asking):
    """What a channel is to be like, asked before somebody signs in at the network."""

    def __init__(self, data: Any = None, *, network: Network) -> None:
        super().__init__(data, auto_id="there-%s")
        self.ask(settings_of(network))
