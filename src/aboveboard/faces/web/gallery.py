"""Every component in every state on one page, with made-up content, to look at and to test."""

from dataclasses import dataclass, field
from types import SimpleNamespace as Made

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aboveboard.faces.web.templatetags.ui import STATES


@dataclass(frozen=True)
class _Origin:
    kind: str


@dataclass(frozen=True)
class _Passage:
    text: str
    origin: _Origin


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    level: str
    ref: str


@dataclass(frozen=True)
class _Finding:
    ref: str
    level: str
    title: str
    text: str
    source: str = ""
    right: int | None = None
    of: int | None = None
    measurable: bool = True
    settled: bool = False
    acts: list[Made] = field(default_factory=list)


class _Form(forms.Form):
    goes_out = forms.CharField(help_text="In Amsterdam time.")
    label = forms.BooleanField(help_text="Under the text, in its language.", required=False)
    mode = forms.ChoiceField(
        choices=[("never", "Never"), ("assist", "Assist"), ("draft", "Draft")],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(choices=[("en", "English"), ("nl", "Nederlands")])


def _text() -> tuple[list[_Passage], list[_Mark]]:
    pieces = [
        ("Salt takes time. ", "person"),
        ("It is raked at dusk.", "model"),
        (" More than 2,000 people came.\n\n", "person"),
        ("“I tasted the fog in it.”", "pasted"),
        ("\n\n", "person"),
        ("Book a time: brackwater.example/open", "template"),
        ("\n\n", "person"),
        ("Words of which nobody knows", "unknown"),
    ]
    whole = "".join(text for text, _ in pieces)
    place = whole.index("More than")
    marks = [
        _Mark(17, 37, "look", "a"),
        _Mark(place, place + len("More than 2,000 people"), "stop", "1"),
    ]
    return [_Passage(text, _Origin(kind)) for text, kind in pieces], marks


def components(request: HttpRequest) -> HttpResponse:
    """The gallery; the urls show it only while DEBUG is on."""
    passages, marks = _text()
    form = _Form({"goes_out": "Tue 24 Nov 2026, 07:30", "mode": "assist", "language": "en"})
    form.add_error(
        "goes_out",
        "This time has passed by two hours. Nothing was changed. Choose one from 09:45 on.",
    )
    act = Made(url="#", word="Use “about 600”")
    return render(
        request,
        "components.html",
        {
            "states": list(STATES),
            "passages": passages,
            "marks": marks,
            "form": form,
            "findings": [
                _Finding("1", "stop", "A number nobody gave",
                         "2,000 is neither in the brief nor in the knowledge.",
                         "Nearest: open-day.md, line 17", 97, 100,
                         acts=[act, Made(url="#", word="Take out")]),
                _Finding("2", "warn", "Close to last week’s post",
                         "Seven words in a row stood in “Frost on the sluice”.", "", 6, 10,
                         acts=[Made(url="#", word="Leave it, because…")]),
                _Finding("3", "look", "A long sentence", "38 words."),
                _Finding("4", "", "Settled by Marit, 09:52",
                         "Changed to “about 600 guests”, open-day.md, line 17.", settled=True),
            ],
            "shares": {"person": 46, "model": 32, "pasted": 14, "template": 8},
            "all_shares": {"person": 20, "model": 20, "import": 20, "template": 20, "unknown": 20},
            "edges": [{"person": 100}, {"person": 40, "model": 60}, {"model": 100},
                      {"pasted": 100}, {"template": 100}, {"unknown": 100}],
            "previews": [
                Made(network="mastodon", name="Mastodon", author="Brackwater Saltworks",
                     handle="@brackwater@zilt.example", language="en", count=489, limit=500,
                     filled=97.8, over=0, parts=[Made(
                         paragraphs=["How does seawater become salt without a factory? Slowly.",
                                     "On Saturday 5 December you can see it for yourself."],
                         label="Partly made with AI, approved by a person")]),
                Made(network="bluesky", name="Bluesky", language="en", count=309, limit=300,
                     filled=100, over=9, parts=[Made(
                         paragraphs=["…and the lid sticks a little. We know. Warm it in your"],
                         excess="own hand.")]),
                Made(network="instagram", name="Instagram", missing="Needs alt text"),
            ],
            "days": [Made(title="Thursday, 12 November", events=[
                Made(by="person", time="10:02", icon="pen-line", title="Marit wrote the brief",
                     text="“Say what changed about the tins, and prove it.”"),
                Made(by="model", time="10:06", icon="cpu",
                     title="mistral-small, own server, drafted three variants",
                     text="3 facts kept."),
                Made(by="house", time="10:44", icon="file-check",
                     title="Nine guards looked, one spoke"),
                Made(by="person", time="11:02", icon="corner-up-left", title="Femke sent it back",
                     quote="“Say who weighed it. I would ask.”"),
            ]), Made(title="Monday, 16 November", events=[
                Made(by="house", time="09:00", icon="send", title="Sent to two channels, each once",
                     deliveries=[
                         Made(network="site", channel="Site", time="09:00:00", state="sent",
                              url="#"),
                         Made(network="mastodon", channel="Mastodon", time="09:00:01",
                              state="unknown", why="connection closed"),
                     ])])],
        },
    )  # fmt: skip
