"""Draws a card: a template with a person's words, numbers and pictures in it, as an SVG.

In: a template and what is wanted. Out: `Drawn`, with every problem by the field it is about; a card
that has problems is shown, never kept. Text is escaped by lxml; nothing in it refers outside.
"""

import base64
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from aboveboard.media.cards.charts import Area, Inks, bars, line
from aboveboard.media.cards.contrast import LARGE, nearest, ratio
from aboveboard.media.cards.errors import Problem
from aboveboard.media.cards.fonts import Face, missing
from aboveboard.media.cards.formats import FORMATS, Format
from aboveboard.media.cards.marks import Anchor, lines_of, stars
from aboveboard.media.cards.numbers import numbers
from aboveboard.media.cards.palette import (
    Pair,
    Scheme,
    Style,
    colours,
    mended,
    unread,
    wanted,
)  # fmt: skip
from aboveboard.media.cards.photos import Picture, show_what_matters
from aboveboard.media.cards.setting import Room, TooLong, set_text, tidy
from aboveboard.media.cards.templates import GIVEN, HREF, Template, filled, shown_in

# x, y, width and height, in units.
Box = tuple[float, float, float, float]
_OURS = "data-"
_ENDS = tuple(".!?…:”“»")
# The mark that opens a quotation, as each language writes it; a low one is raised.
_OPENING = {"en": "“", "nl": "“", "fr": "«", "de": "”", "hu": "”"}


@dataclass(frozen=True)
class Wanted:
    """What a card is to be. `fields` by name; `brand` is how the brand is called.

    `mends`: colours that cannot be read give way to the nearest that can.
    """

    fields: Mapping[str, str]
    format: Format = FORMATS["1:1"]
    style: Style = field(default_factory=Style)
    scheme: Scheme = "brand"
    brand: str = ""
    language: str = "en"
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    mends: bool = False


@dataclass(frozen=True)
class Drawn:
    """A drawn card. `words` is all that stands on it, `changed` the colours that gave way."""

    svg: str
    format: Format
    words: str
    problems: tuple[Problem, ...]
    changed: Mapping[str, tuple[str, str]]

    @property
    def alt(self) -> str:
        """The words on it as sentences, as a proposal for who cannot see it."""
        lines = self.words.split("\n")
        return " ".join(one if one[-1:] in _ENDS else f"{one}." for one in lines if one)


def draw(template: Template, want: Wanted, *, slide: str = "") -> Drawn:
    """The card, or one slide ("first", "middle", "last") of a template that has slides."""
    return _Drawing(template, want, slide).drawn()


def backdrop(
    template: Template, want: Wanted, *, slide: str = ""
) -> tuple[Drawn, list[tuple[Box, str]]]:
    """The card without its words, and for each of its boxes the colour it says it stands on."""
    return _Drawing(template, want, slide).backdrop()


class _Drawing:
    """One card while it is drawn."""

    def __init__(self, template: Template, want: Wanted, slide: str) -> None:
        self.template, self.want, self.slide = template, want, slide
        self.width, self.height = want.format.units
        self.given = {name: tidy(text) for name, text in want.fields.items()}
        self.given |= {"brand": tidy(want.brand), "opening": _OPENING.get(want.language, "“")}
        self.problems: list[Problem] = []
        self.words: list[str] = []
        self.pairs: dict[Pair, None] = {}
        self.colours = colours(want.style, want.scheme)
        self.seen: set[str] = set()

    def drawn(self) -> Drawn:
        root, boxes = self._begun()
        self._pair_up(boxes)
        changed = self._readable()
        for name, told in self.template.told.fields.items():
            if told.required and not self.given.get(name) and self._has(boxes, name):
                self._problem(name, "This is empty.", "Every card of this kind has it.", "empty")
        for box in boxes:
            self._fill(box)
        self._none_left_out()
        return Drawn(
            svg=self._finished(root),
            format=self.want.format,
            words="\n".join(self.words),
            problems=tuple(dict.fromkeys(self.problems)),
            changed=changed,
        )

    def backdrop(self) -> tuple[Drawn, list[tuple[Box, str]]]:
        root, boxes = self._begun()
        places = [(self._box(box), self._colour(box, "on")) for box in boxes]
        for box in boxes:
            box.getparent().remove(box)
        return Drawn(self._finished(root), self.want.format, "", (), {}), places

    def _begun(self) -> tuple[etree._Element, list[etree._Element]]:
        """The template in its format with what is for this card, and the boxes to be filled."""
        root = deepcopy(self.template.root)
        root.set("viewBox", f"0 0 {self.width:.2f} {self.height:.2f}")
        root.set("width", str(self.want.format.width))
        root.set("height", str(self.want.format.height))
        self._prune(root)
        return root, [one for one in root.iter() if one.get("data-on")]

    def _finished(self, root: etree._Element) -> str:
        for element in list(root.iter()):
            self._finish(element)
        said: str = etree.tostring(root, encoding="unicode")
        return said

    def _prune(self, element: etree._Element) -> None:
        """Take out what is for another shape or slide, or hangs on what is not given."""
        for one in list(element):
            needs, lacks = one.get("data-if"), one.get("data-unless")
            slide = one.get("data-slide")
            if (
                not shown_in(one, self.want.format.shape)
                or (slide and self.slide not in slide.split())
                or (needs and not self._is_given(needs))
                or (lacks and self._is_given(lacks))
            ):
                element.remove(one)
            else:
                self._prune(one)

    def _is_given(self, name: str) -> bool:
        return bool(self.given.get(name)) or name in self.want.pictures

    def _has(self, boxes: list[etree._Element], name: str) -> bool:
        return any(name == _field_of(box) for box in boxes)

    def _pair_up(self, boxes: list[etree._Element]) -> None:
        """Which colour stands on which, for every box with something in it."""
        for box in boxes:
            name = _field_of(box)
            if name and not self.given.get(name):
                continue
            one, on = (box.get(f"data-{key}", "").strip("{}") for key in ("colour", "on"))
            if box.get("data-text") or box.get("data-words"):
                least = float(box.get("data-least") or box.get("data-size") or 40)
                bold = self._face(box) == "bold"
                need = wanted(size=least, bold=bold, units=self.width)
            else:
                need = LARGE
            self.pairs[Pair(one, on, need)] = None
            if box.get("data-chart"):
                drawn = box.get("data-drawn", "{accent}").strip("{}")
                self.pairs[Pair(drawn, on, LARGE)] = None

    def _readable(self) -> dict[str, tuple[str, str]]:
        """Hold the colours to their contrast; those that gave way, as they were and are."""
        before = dict(self.colours)
        if self.want.mends:
            self.colours = mended(list(self.pairs), self.colours)
        for pair in self.pairs:
            if unread(pair, self.colours):
                one, on = self.colours[pair.one], self.colours[pair.on]
                offer = nearest(one, on, pair.wanted)
                self._problem(
                    "",
                    f"{one} on {on} has a contrast of {ratio(one, on):.1f}; "
                    f"{pair.wanted:.1f} is needed to be read.",
                    f"The nearest colour that can be read is {offer}.",
                    "contrast",
                )
        return {
            name: (before[name], now) for name, now in self.colours.items() if now != before[name]
        }

    def _fill(self, box: etree._Element) -> None:
        """Put what belongs there in the place of a box."""
        if box.get("data-words"):
            made = self._text(box, box.get("data-words", ""), "")
        elif name := box.get("data-text"):
            made = self._text(box, self.given.get(name, ""), name)
        elif name := box.get("data-stars"):
            made = self._stars(box, self.given.get(name, ""), name)
        else:
            name = box.get("data-chart", "")
            made = self._chart(box, self.given.get(name, ""), name)
        parent = box.getparent()
        if made is not None:
            parent.replace(box, made)
        else:
            parent.remove(box)

    def _text(self, box: etree._Element, text: str, name: str) -> etree._Element | None:
        if not text:
            return None
        face = self._face(box)
        if lacks := missing(text, face):
            self._problem(
                name,
                f"The letters of this card have no “{' '.join(lacks[:5])}”.",
                "Leave it out here; it can stand in the post.",
                "letters",
            )
            return None
        x, y, width, height = self._box(box)
        size = float(box.get("data-size") or 40)
        room = Room(
            width=width,
            height=height,
            size=size,
            least=float(box.get("data-least") or size),
            lines=int(box.get("data-lines") or 0),
            leading=float(box.get("data-leading") or 1.2),
        )
        done = set_text(text, face, room)
        while isinstance(done, TooLong) and name in GIVEN and len(text) > 1:
            # What nobody typed for this card is shortened, not refused.
            text = text[: -max(done.over, 2)].rstrip() + "…"
            done = set_text(text, face, room)
        if isinstance(done, TooLong):
            self._too_long(name, done)
            return None
        if name and name not in GIVEN:
            self._said(name, text)
        return lines_of(
            done.lines,
            face,
            done.size,
            (x, y, width, height),
            self._colour(box, "colour"),
            anchor=_anchor(box),
            stand=box.get("data-stand", "top"),
            leading=room.leading,
        )

    def _too_long(self, name: str, done: TooLong) -> None:
        if done.word:
            self._problem(
                name,
                f"The word “{done.word[:60]}” is too long for this format.",
                "Choose another word, or leave this format out.",
                "too_long",
            )
            return
        self._problem(
            name,
            f"This is {done.over:,} characters too long for the format {self.want.format.name}.",
            "Say it shorter, or leave this format out.",
            "too_long",
        )

    def _stars(self, box: etree._Element, text: str, name: str) -> etree._Element | None:
        if not text:
            return None
        if text not in {"1", "2", "3", "4", "5"}:
            self._problem(name, "Stars are a number from 1 to 5.", "Write one of them.", "stars")
            return None
        self._said(name, f"{text}/5")
        return stars(int(text), self._box(box), self._colour(box, "colour"), anchor=_anchor(box))

    def _chart(self, box: etree._Element, text: str, name: str) -> etree._Element | None:
        if not text:
            return None
        self.seen |= {box.get("data-unit", ""), box.get("data-form", "")}
        unit = self.given.get(box.get("data-unit", ""), "")
        found = numbers(text, field=name, language=self.want.language, unit=unit)
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        written = "".join(one.label + one.shown for one in found)
        if lacks := missing(written, "sans") + missing(written, "bold"):
            said = f"The letters of this card have no “{' '.join(dict.fromkeys(lacks))}”."
            self._problem(name, said, "Leave it out here; it can stand in the post.", "letters")
            return None
        inks = Inks(
            drawn=self._colour(box, "drawn", "{accent}"),
            written=self._colour(box, "colour"),
            ground=self._colour(box, "on"),
        )
        form = self.given.get(box.get("data-form", ""), "bars")
        made = (line if form == "line" else bars)(found, Area(*self._box(box)), inks)
        if made is None:
            self._problem(
                name,
                f"These numbers and labels do not fit into the format {self.want.format.name}.",
                "Shorten the labels, take fewer, or leave this format out.",
                "too_long",
            )
            return None
        self._said(name, ", ".join(f"{one.label}: {one.shown}" for one in found))
        return made

    def _finish(self, element: etree._Element) -> None:
        """Fill in the colours and pictures, and leave out our own attributes."""
        picture = self.want.pictures.get(element.get("data-picture", ""))
        if picture:
            data = base64.b64encode(picture.data).decode()
            element.set(HREF, f"data:{picture.mime};base64,{data}")
            show_what_matters(element, picture, self._box(element))
        for name, value in element.attrib.items():
            if name.startswith(_OURS):
                del element.attrib[name]
            elif "{" in value and name != HREF:
                element.set(name, filled(value, self.colours))

    def _none_left_out(self) -> None:
        """A field that was typed and has no place on this card is told, not dropped."""
        if self.slide:
            return
        told = {problem.field for problem in self.problems}
        for name in self.template.told.fields:
            if self.given.get(name) and name not in self.seen and name not in told:
                self._problem(name, "This card has no place for it.", "Leave it empty.", "no_place")

    def _said(self, name: str, words: str) -> None:
        self.seen.add(name)
        self.words.append(words.replace("\n", " "))

    def _problem(self, name: str, message: str, mend: str, code: str) -> None:
        self.problems.append(Problem(name, message, mend, code))

    def _face(self, box: etree._Element) -> Face:
        face = box.get("data-face") or "sans"
        return self.want.style.heading if face == "heading" else cast("Face", face)

    def _colour(self, box: etree._Element, name: str, usual: str = "") -> str:
        return filled(box.get(f"data-{name}") or usual, self.colours)

    def _box(self, box: etree._Element) -> Box:
        x, y, width, height = (box.get(one) for one in ("x", "y", "width", "height"))
        return (
            _length(x, self.width),
            _length(y, self.height),
            _length(width, self.width),
            _length(height, self.height),
        )


def _field_of(box: etree._Element) -> str:
    return box.get("data-text") or box.get("data-stars") or box.get("data-chart") or ""


def _anchor(box: etree._Element) -> Anchor:
    said = box.get("data-align", "start")
    return "middle" if said == "middle" else "end" if said == "end" else "start"


def _length(value: str | None, whole: float) -> float:
    text = value or "0"
    return float(text[:-1]) / 100 * whole if text.endswith("%") else float(text)
