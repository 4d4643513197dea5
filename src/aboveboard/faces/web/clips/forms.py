"""What a person asks of a clip, as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aboveboard.create.assets.clipping import MAX_SUBTITLES, ClipFields
from aboveboard.faces.web.choices import LANGUAGES
from aboveboard.media.clips.framing import SHAPES
from aboveboard.media.clips.subtitles import MAX_BYTES, NotSubtitles, parse, srt


class Moment(forms.CharField):
    """Seconds, or minutes and hours before them with colons; gives seconds or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=16, **options)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        told = (super().to_python(value) or "").strip().replace(",", ".")
        if not told:
            return None
        try:
            parts = [float(part) for part in told.split(":")]
            if len(parts) > 3 or any(not 0 <= part < 1e6 for part in parts):
                raise ValueError(told)
        except ValueError:
            raise forms.ValidationError(_("This is no time. Write 75.5, or 1:15.5.")) from None
        seconds = 0.0
        for part in parts:
            seconds = seconds * 60 + part
        return seconds

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, (int, float)) else value

    def run_validators(self, value: Any) -> None:
        """Seconds are checked by the action; the text's own rules do not apply to them."""


def clock(seconds: float) -> str:
    """Seconds as people write them: 7.5, 1:15.5."""
    minutes, rest = divmod(round(seconds, 2), 60)
    told = f"{rest:05.2f}" if minutes else f"{rest:.2f}"
    told = told.rstrip("0").rstrip(".") if "." in told else told
    return f"{minutes:.0f}:{told}" if minutes else told


class ClipForm(forms.Form):
    """A clip. `channels` are given with the form: those of the brand that take videos."""

    start = Moment(required=False, label=_("From"))
    end = Moment(required=False, label=_("To"))
    length = Moment(required=False, label=_("Cut to a length at scene changes"))
    take = forms.ChoiceField(
        choices=[
            ("spread", _("Scenes from all over")),
            ("onward", _("From the start on")),
        ],
        initial="spread",
        widget=forms.RadioSelect,
        label=_("Which scenes"),
    )
    shape = forms.ChoiceField(
        choices=[("", _("As it is")), *((shape, shape) for shape in SHAPES)],
        required=False,
        widget=forms.RadioSelect,
        label=_("Shape"),
    )
    focus = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    subtitles = forms.CharField(
        required=False,
        max_length=MAX_SUBTITLES,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "true"}),
        label=_("Subtitles"),
    )
    subtitles_file = forms.FileField(
        required=False,
        widget=forms.FileInput(attrs={"accept": ".srt,.vtt,text/vtt,application/x-subrip"}),
        label=_("Load an SRT or WebVTT file"),
    )
    words = forms.ChoiceField(
        choices=[
            ("", _("Leave them out")),
            ("attach", _("Attach them, to be switched on and off")),
            ("burn", _("Burn them into the picture")),
        ],
        required=False,
        widget=forms.RadioSelect,
        label=_("What becomes of them"),
    )
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Their language"))
    loudness = forms.BooleanField(
        required=False,
        label=_("Bring the sound to −14 LUFS"),
        help_text=_("As loud as the networks’ players make it; no peak above −1 dBTP."),
    )
    channels = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=_("Make it fit for")
    )

    def clean_focus(self) -> tuple[float, float] | None:
        told = self.cleaned_data["focus"]
        if not told:
            return None
        try:
            x, y = (float(part) for part in told.split(","))
        except ValueError:
            return None
        return x, y

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        file = told.get("subtitles_file")
        try:
            if file:
                told["subtitles"] = srt(parse(file.read(MAX_BYTES + 1)))
        except NotSubtitles as error:
            self.add_error("subtitles_file", str(error))
        return told

    def fields_told(self) -> ClipFields:
        told = self.cleaned_data
        has_words = bool(told["subtitles"].strip())
        return ClipFields(
            start=told["start"] or 0.0,
            end=told["end"],
            length=told["length"],
            spread=told["take"] == "spread",
            shape=told["shape"] or None,
            focus=told["focus"] if told["shape"] else None,
            subtitles=told["subtitles"],
            burn=has_words and told["words"] == "burn",
            attach=has_words and told["words"] == "attach",
            language=told["language"],
            loudness=told["loudness"],
            channels=tuple(told["channels"]),
        )


def initial(told: ClipFields) -> dict[str, Any]:
    """What the form shows for these fields."""
    return {
        "start": told.start or None,
        "end": told.end,
        "length": told.length,
        "take": "spread" if told.spread else "onward",
        "shape": told.shape or "",
        "focus": "{:.4f},{:.4f}".format(*told.focus) if told.focus else "",
        "subtitles": told.subtitles,
        "words": "burn" if told.burn else "attach" if told.attach else "",
        "language": told.language,
        "loudness": told.loudness,
        "channels": list(told.channels),
    }
