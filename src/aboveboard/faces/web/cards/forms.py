"""The form of a card: the fields of its template, its colours, photo and formats."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aboveboard.create.actions import Card
from aboveboard.create.models import Asset
from aboveboard.faces.web.cards import words
from aboveboard.faces.web.choices import LANGUAGES
from aboveboard.faces.web.told import told
from aboveboard.media.cards.errors import Problem
from aboveboard.media.cards.formats import FORMATS
from aboveboard.media.cards.templates import FieldTold, Template

MAX_TEXT = 4_000


class CardForm(forms.Form):
    """A card to be. The fields of the template come first, under their names with `f-` before."""

    def __init__(
        self,
        data: Any = None,
        *,
        template: Template,
        photos: Sequence[Asset],
        initial: dict[str, Any],
    ) -> None:
        super().__init__(data, initial=initial, auto_id="card-%s")
        self.template = template
        self.photos = photos if template.told.photo else ()
        for name, one in template.told.fields.items():
            self.fields[f"f-{name}"] = _field(name, one)
        if template.told.photo:
            choices = [("", _("None")), *((str(one.pk), one.name) for one in photos)]
            self.fields["photo"] = forms.ChoiceField(
                choices=choices,
                required=False,
                label=gettext_lazy("Photo"),
                widget=forms.RadioSelect,
            )
        self.fields["scheme"] = forms.ChoiceField(
            choices=words.SCHEMES, label=gettext_lazy("Colours"), widget=forms.RadioSelect
        )
        self.fields["formats"] = forms.MultipleChoiceField(
            choices=[(name, name) for name in FORMATS],
            label=gettext_lazy("Formats"),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": gettext_lazy("Choose at least one format.")},
        )
        self.fields["language"] = forms.ChoiceField(choices=LANGUAGES, widget=forms.HiddenInput)
        self.fields["mends"] = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def own(self) -> Iterable[forms.BoundField]:
        """The template's own fields."""
        return [self[f"f-{name}"] for name in self.template.told.fields]

    def format_choices(self) -> Iterable[tuple[forms.boundfield.BoundWidget, dict[str, float]]]:
        """Each format with the rectangle that shows its shape within 20 by 20."""
        for one in self["formats"]:
            form = FORMATS[str(one.data["value"])]
            scale = 16 / max(form.width, form.height)
            width, height = form.width * scale, form.height * scale
            x, y = (20 - width) / 2, (20 - height) / 2
            sizes = {"x": x, "y": y, "width": width, "height": height}
            yield one, {name: round(size, 2) for name, size in sizes.items()}

    def card(self) -> Card:
        """What the form asks for, whether it is whole or not."""
        given = self.data if self.is_bound else self.initial
        photo = next((one.pk for one in self.photos if str(one.pk) == given.get("photo")), None)
        return Card(
            template=self.template.name,
            fields={name: given.get(f"f-{name}") or "" for name in self.template.told.fields},
            scheme=given.get("scheme") or "brand",
            photo=photo,
            language=given.get("language") or "",
            mends=given.get("mends") in ("on", "true", "True", True),
        )

    def shown_formats(self) -> list[str]:
        """The formats that are chosen and known, in their order."""
        given = self["formats"].value() or ()
        return [name for name in FORMATS if name in given]

    def say(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong beside the field it is about."""
        for one in dict.fromkeys(problems):
            name = f"f-{one.field}" if one.field else None
            self.add_error(name, told(f"{one.message} {one.mend}"))


def _field(name: str, one: FieldTold) -> forms.Field:
    label, hint = str(words.label_of(name, one)), str(words.hint_of(name))
    if one.kind == "choice":
        choices = [(value, words.CHOICES.get(value, value)) for value in one.choices]
        return forms.ChoiceField(
            choices=choices, label=label, required=False, widget=forms.RadioSelect
        )
    if one.kind == "stars":
        choices = [("", _("None")), *((str(n), str(n)) for n in range(1, 6))]
        return forms.ChoiceField(
            choices=choices, label=label, help_text=hint, required=False, widget=forms.RadioSelect
        )
    rows = {"line": 0, "text": 2, "points": 6, "numbers": 5}[one.kind]
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, help_text=hint, required=one.required, max_length=MAX_TEXT, widget=widget
    )
