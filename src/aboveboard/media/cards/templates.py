"""Templates of cards: files that a designer can add, read and held to what may be drawn.

A template is NAME.svg with NAME.toml beside it; docs/cards.md tells what may stand in them. In: a
folder. Out: `Template`s, and for each file that is none the reason.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from lxml import etree
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from aboveboard.media.cards.errors import NotATemplate
from aboveboard.media.cards.fonts import FACES
from aboveboard.media.cards.formats import SHAPES, Shape

OWN = Path(__file__).parent / "templates"
MAX_BYTES, MAX_ELEMENTS = 500_000, 5_000
# The colours of a template; see `palette`.
TOKENS = frozenset({"ground", "ink", "accent", "panel", "on_panel"})
# What a template may name besides its own fields.
GIVEN = frozenset({"brand", "opening", "number", "count"})
PICTURES = frozenset({"photo", "logo"})
SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
_DRAWN = frozenset(
    {"svg", "g", "defs", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path"}
    | {"image", "use", "linearGradient", "radialGradient", "stop", "clipPath", "mask"}
    | {"title", "desc"}
)
_HOLE = re.compile(r"\{(\w*)\}")
_OUTSIDE = re.compile(r"""url\(\s*['"]?(?!#)|@import|javascript:|expression\(""", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(\.\d+)?%?")
_PARSER_OPTIONS = {"resolve_entities": False, "no_network": True, "huge_tree": False}
_Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,30}$")]


class FieldTold(BaseModel):
    """What a field is. `kind`: a line, a text of lines, points (one each paragraph), numbers
    (a label and a number each line), stars (1 to 5) or one of `choices`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["line", "text", "points", "numbers", "stars", "choice"] = "line"
    label: str = Field(default="", max_length=80)
    required: bool = False
    choices: tuple[_Name, ...] = ()
    example: str = Field(default="", max_length=600)


class Told(BaseModel):
    """What stands in a template's TOML. `points` names the field of which each is a slide."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(default="", max_length=80)
    about: str = Field(default="", max_length=200)
    photo: bool = False
    points: _Name | Literal[""] = ""
    fields: dict[_Name, FieldTold] = Field(min_length=1, max_length=20)


@dataclass(frozen=True, eq=False)
class Template:
    """A template, read as it stood at `stamp`; `is_own` when it is one of the studio's.

    `root` is shared by all who draw it and never changed.
    """

    name: str
    told: Told
    root: etree._Element
    stamp: str
    is_own: bool

    @property
    def title(self) -> str:
        return self.told.title or self.name.replace("_", " ").capitalize()

    @property
    def has_slides(self) -> bool:
        return bool(self.told.points)

    @property
    def has_chart(self) -> bool:
        return any(one.kind == "numbers" for one in self.told.fields.values())

    def has_picture(self, name: str) -> bool:
        return any(one.get("data-picture") == name for one in self.root.iter())


def read(path: Path) -> Template:
    """The template in a file; read once, until it changes. Raises NotATemplate."""
    beside = path.with_suffix(".toml")
    if not beside.is_file():
        raise refusal("There is no TOML file of the same name beside it.")
    stamps = tuple((one.stat().st_mtime_ns, one.stat().st_size) for one in (path, beside))
    if max(size for _time, size in stamps) > MAX_BYTES:
        raise refusal("It is larger than 500 KB.")
    return _read(path, beside, stamps)


@lru_cache(maxsize=200)
def _read(path: Path, beside: Path, stamps: object) -> Template:
    try:
        told = Told.model_validate(tomllib.loads(beside.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise refusal(f"Its TOML cannot be read: {error}.") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(one) for one in first["loc"])
        raise refusal(f"Its TOML is not as it should be at “{place}”: {first['msg']}.") from None
    root = _parsed(path.read_bytes())
    for shape in SHAPES:
        _all_shown(root, told, shape)
    return Template(path.stem, told, root, str(stamps), path.parent == OWN)


def shown_in(element: etree._Element, shape: str) -> bool:
    """Whether an element is one of that shape's: `data-for` names some, none means all."""
    return shape in (element.get("data-for") or shape).split()


def _parsed(data: bytes) -> etree._Element:
    """The drawing, with what other programs noted in it left out. Raises NotATemplate."""
    if b"<!DOCTYPE" in data.upper() or b"<!ENTITY" in data.upper():
        raise refusal("It has a DOCTYPE or entities, which a template does not need.")
    try:
        root = etree.fromstring(data, etree.XMLParser(remove_comments=True, **_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        raise refusal(f"It is no XML that can be read: {error}.") from None
    if root.tag != f"{SVG}svg":
        raise refusal("It is no SVG.")
    for number, element in enumerate(list(root.iter())):
        if number >= MAX_ELEMENTS:
            raise refusal(f"It has more than {MAX_ELEMENTS:,} elements.")
        _held(element)
    return root


def _held(element: etree._Element) -> None:
    """One element, held to what may be drawn."""
    if not isinstance(element.tag, str):
        raise refusal("It has a processing instruction, which a template does not need.")
    parent = element.getparent()
    local = etree.QName(element).localname
    if not element.tag.startswith(SVG) or local == "metadata":
        # Drawing programs note their own things there; nothing of it is drawn.
        if parent is not None:
            parent.remove(element)
        return
    if local not in _DRAWN:
        raise refusal(f"It has a <{local}>, which a card does not draw.")
    for name, value in element.attrib.items():
        if name.startswith("{") and name != HREF:
            del element.attrib[name]
            continue
        plain = name.rpartition("}")[2].lower()
        if plain.startswith("on"):
            raise refusal(f"It has a script in “{plain}”.")
        if (plain == "href" and not value.startswith("#")) or _OUTSIDE.search(value):
            raise refusal(f"It refers to something outside in “{plain}”.")
        if wrong := [hole for hole in _HOLE.findall(value) if hole not in TOKENS]:
            raise refusal(f"It has a placeholder “{{{wrong[0]}}}” that nobody fills.")
    _boxed(element)


def _boxed(element: etree._Element) -> None:
    """What our own attributes of an element say, held to what can be done."""
    what = next((n for n in ("text", "words", "stars", "chart") if element.get(f"data-{n}")), "")
    if what:
        if etree.QName(element).localname != "rect":
            raise refusal(f"“data-{what}” stands at something that is no <rect>.")
        for name in ("x", "y", "width", "height"):
            if not _NUMBER.fullmatch(element.get(name) or ""):
                raise refusal(f"A box has no number or percentage in “{name}”.")
        for name in ("colour", "on"):
            if (element.get(f"data-{name}") or "").strip("{}") not in TOKENS:
                raise refusal(f"A box does not say in “data-{name}” which of our colours that is.")
        if (element.get("data-face") or "sans") not in (*FACES, "heading"):
            raise refusal("A box names a face that there is not.")
        for name in ("size", "least", "lines", "leading"):
            if not _NUMBER.fullmatch(element.get(f"data-{name}") or "1"):
                raise refusal(f"A box has no number in “data-{name}”.")
    picture = element.get("data-picture")
    if picture and (picture not in PICTURES or etree.QName(element).localname != "image"):
        raise refusal(f"“{picture}” is no picture of a card.")
    if set((element.get("data-for") or "").split()) - set(SHAPES):
        raise refusal("Something in it is for a shape that there is not.")


def _all_shown(root: etree._Element, told: Told, shape: Shape) -> None:
    """Nothing that is typed may be left out of a card, in any shape."""
    known = set(told.fields) | GIVEN
    boxes = set(_named(root, shape))
    if unknown := sorted(boxes - known):
        raise refusal(f"A box is for the field “{unknown[0]}”, which its TOML does not have.")
    used = boxes.union(*({one.get("data-form"), one.get("data-unit")} for one in root.iter()))
    if left := [name for name in told.fields if name not in used]:
        raise refusal(f"The field “{left[0]}” has no box in the shape {shape}.")


def _named(element: etree._Element, shape: Shape) -> Iterator[str]:
    """The fields that have a box in a shape."""
    if not shown_in(element, shape):
        return
    for kind in ("text", "stars", "chart"):
        if name := element.get(f"data-{kind}"):
            yield name
    for one in element:
        yield from _named(one, shape)


def filled(value: str, colours: Mapping[str, str]) -> str:
    """A value of the drawing with the card's colours in place of their names."""
    return _HOLE.sub(lambda hole: colours[hole[1]], value)


def refusal(why: str) -> NotATemplate:
    return NotATemplate(
        f"This template is not used. {why}",
        mend="The others go on; docs/cards.md tells what a template may have.",
        code="template",
    )
