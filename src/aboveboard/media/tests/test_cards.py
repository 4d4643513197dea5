"""Cards draw every letter of five languages, readably, within their boxes, or say why not."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, ImageChops

from aboveboard.media.cards import contrast, fonts
from aboveboard.media.cards.drawing import Drawn, Wanted, draw
from aboveboard.media.cards.errors import NoSuchTemplate, NotATemplate
from aboveboard.media.cards.fonts import Face
from aboveboard.media.cards.formats import FORMATS
from aboveboard.media.cards.grounds import must_stand
from aboveboard.media.cards.marks import line_of, svg
from aboveboard.media.cards.numbers import numbers
from aboveboard.media.cards.palette import SCHEMES, Style
from aboveboard.media.cards.photos import Picture
from aboveboard.media.cards.rendering import render
from aboveboard.media.cards.setting import Room, Set, TooLong, set_text
from aboveboard.media.cards.shelf import template, templates
from aboveboard.media.cards.slides import slides
from aboveboard.media.cards.templates import OWN, read
from aboveboard.media.cropping import Box

WORDS: dict[str, dict[str, str]] = {
    "quote": {"quote": "Salt takes time.", "who": "Ilse Maas"},
    "offer": {"headline": "Three for two", "price": "€ 12", "before": "€ 18", "terms": "Today."},
    "announcement": {"kicker": "New", "headline": "Smoked salt", "text": "From Tuesday."},
    "event": {"headline": "Open day", "when": "5 December", "where": "Quay 3", "text": "Come."},
    "review": {"quote": "The only salt.", "stars": "4", "who": "M.", "source": "in the shop"},
    "chart": {"headline": "Kilos", "numbers": "Mon: 12.5\nTue: -3", "unit": "kg", "source": "Us"},
    "carousel": {"headline": "Three things", "points": "One\n\nTwo", "ending": "Come by"},
}
# What each language needs beyond plain Latin letters.
ALPHABETS = {
    "hu": "árvíztűrő tükörfúrógép ÁRVÍZTŰRŐ TÜKÖRFÚRÓGÉP „”",
    "de": "äöüß ÄÖÜẞ „“ ‚‘",
    "fr": "àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ « »",
    "nl": "ëïéè ĳsvogel Ĳ ’s",
    "en": "“quotes” ‘single’ — – … € £ % & # @",
}


def card(name: str, format_name: str = "1:1", **told: Any) -> Drawn:
    fields: Mapping[str, str] = {**WORDS[name], **told.pop("fields", {})}
    slide = told.pop("slide", "first" if name == "carousel" else "")
    want = Wanted(fields=fields, format=FORMATS[format_name], brand="Brackwater", **told)
    return draw(template(name), want, slide=slide)


def drawn_line(text: str, face: Face) -> Image.Image:
    """A line of text, black on white, as resvg draws it."""
    root = etree.Element(svg("svg"), nsmap={None: "http://www.w3.org/2000/svg"})
    root.set("width", "120")
    root.set("height", "120")
    root.append(line_of(text, face, 80, 20, 90, "#000"))
    made = Drawn(etree.tostring(root, encoding="unicode"), FORMATS["1:1"], "", (), {})
    with Image.open(io.BytesIO(render(made, width=120))) as seen:
        white = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(white, seen.convert("RGBA")).convert("L")


@pytest.mark.parametrize("language", ALPHABETS)
@pytest.mark.parametrize("face", fonts.FACES)
def test_every_letter_of_a_language_is_drawn(language: str, face: Face) -> None:
    from_nowhere = drawn_line("\U0010fffd", face)  # no font has it: the box of what is missing
    seen: dict[bytes, str] = {}
    for letter in sorted(set(ALPHABETS[language]) - set(" ĳĲ")):
        assert not fonts.missing(letter, face), letter
        picture = drawn_line(letter, face)
        assert picture.getextrema() != (255, 255), letter
        assert ImageChops.difference(picture, from_nowhere).getbbox(), letter
        same = seen.setdefault(picture.tobytes(), letter)
        assert same == letter, f"{letter} looks like {same}"


def test_a_card_with_an_accent_is_another_picture_than_without() -> None:
    with_accents, without = (
        render(card("quote", fields={"quote": words}), width=300) for words in ("őű", "öü")
    )
    assert with_accents != without


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("name", WORDS)
def test_each_template_is_drawn_in_each_format(name: str, format_name: str) -> None:
    for scheme in SCHEMES:
        made = card(name, format_name, scheme=scheme, mends=True)
        assert made.problems == ()
    form = FORMATS[format_name]
    with Image.open(io.BytesIO(render(made, width=form.width // 2))) as picture:
        assert picture.size == (form.width // 2, form.height // 2)


def test_words_are_words_whatever_they_look_like() -> None:
    hostile = '</text><script>alert(1)</script><image href="file:///etc/passwd"/>&lol; {ground}'
    made = card("quote", fields={"quote": hostile})
    root = etree.fromstring(made.svg)
    assert not [one for one in root.iter() if "script" in str(one.tag) or "image" in str(one.tag)]
    assert "{ground}" in "".join(root.itertext())
    assert render(made, width=200)


def test_too_long_is_refused_with_how_much() -> None:
    (problem,) = card("quote", fields={"quote": "salt and wind " * 60}).problems
    assert (problem.field, problem.code) == ("quote", "too_long")
    over = int(problem.message.split()[2])
    (still,) = card("quote", fields={"quote": ("salt and wind " * 60)[: 839 - over + 40]}).problems
    assert "characters too long" in still.message
    assert not card("quote", fields={"quote": ("salt and wind " * 60)[: 839 - over]}).problems


def test_a_word_without_end_and_a_letter_we_lack_are_told() -> None:
    (problem,) = card("quote", fields={"quote": "a" * 200}).problems
    assert "too long" in problem.message
    (problem,) = card("quote", fields={"quote": "Salt 🧂"}).problems
    assert (problem.code, "🧂" in problem.message) == ("letters", True)


def test_what_is_needed_and_empty_is_told_at_its_field() -> None:
    assert {one.field for one in card("event", fields={"when": " ", "where": ""}).problems} == {
        "when",
        "where",
    }


@given(st.text(st.sampled_from("abcd ijlmW őű-\n"), min_size=1), st.floats(100, 900))
def test_set_text_stays_in_its_box_and_loses_nothing(text: str, width: float) -> None:
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip() or "a"
    room = Room(width, 400, size=90, least=20)
    done = set_text(text, "serif", room)
    if isinstance(done, TooLong):
        assert done.over > 0 or fonts.width(done.word, "serif") * 20 > width
        return
    assert isinstance(done, Set)
    assert len(done.lines) * done.size * room.leading <= 400.001
    assert all(fonts.width(line, "serif") * done.size <= width + 0.001 for line in done.lines)
    assert " ".join(done.lines).split() == text.split()


COLOURS = st.integers(0, 0xFFFFFF).map(lambda one: f"#{one:06X}")


@given(COLOURS, COLOURS, st.sampled_from([contrast.TEXT, contrast.LARGE]))
def test_the_nearest_colour_passes_and_one_that_passes_stays(
    colour: str, ground: str, wanted: float
) -> None:
    found = contrast.nearest(colour, ground, wanted)
    assert contrast.ratio(found, ground) >= wanted
    if contrast.ratio(colour, ground) >= wanted:
        assert found == colour


def test_known_contrasts() -> None:
    # From WCAG's own examples: #767676 is the lightest grey that passes on white.
    assert contrast.ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast.ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast.nearest("#777777", "#FFFFFF") == "#767676"


@pytest.mark.slow
@given(COLOURS, COLOURS, COLOURS, st.sampled_from(SCHEMES), st.sampled_from(sorted(WORDS)))
def test_no_card_is_unreadable_without_saying_so(
    colour: str, on_colour: str, accent: str, scheme: Any, name: str
) -> None:
    style = Style(colour, on_colour, accent)
    as_asked = card(name, style=style, scheme=scheme)
    mended = card(name, style=style, scheme=scheme, mends=True)
    assert not mended.problems
    assert bool(as_asked.problems) == bool(mended.changed)
    assert all(one.code == "contrast" and one.field == "" for one in as_asked.problems)


@pytest.mark.parametrize("name", WORDS)
def test_boxes_stand_on_the_colour_they_say(name: str) -> None:
    """What contrast is held to is what is really behind the words."""
    must_stand(template(name))


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("Mon: 1,234.5", "en", "1,234.5"),
        ("ma: 1.234,5", "nl", "1.234,5"),
        ("lun: 1 234,5", "fr", "1\u00a0234,5"),
        ("Mo; 1.234,5", "de", "1.234,5"),
        ("hé: -1234,5", "hu", "−1\u00a0234,5"),
    ],
)
def test_numbers_are_read_and_written_as_the_language_does(
    text: str, language: str, shown: str
) -> None:
    found = numbers(text, field="numbers", language=language, unit="")
    assert isinstance(found, list)
    assert abs(found[0].value) == 1234.5
    assert found[0].shown == shown


@pytest.mark.parametrize("text", ["Mon", "Mon: twelve", "Mon: 1.2.3", "\n".join(["a: 1"] * 13)])
def test_what_is_no_number_is_told(text: str) -> None:
    (problem,) = card("chart", fields={"numbers": text}).problems
    assert problem.field == "numbers"


def test_bars_are_as_long_as_their_numbers() -> None:
    made = card("chart", fields={"numbers": "a: 10\nb: 20\nc: 5"})
    bars = [
        float(one.get("width"))
        for one in etree.fromstring(made.svg).iter(svg("rect"))
        if one.get("fill") == Style().accent
    ]
    assert bars[1] == pytest.approx(2 * bars[0], abs=0.02)
    assert bars[2] == pytest.approx(bars[0] / 2, abs=0.02)


def test_a_line_is_as_high_as_its_numbers() -> None:
    fields = {"numbers": "a: 10\nb: 20\nc: 0", "form": "line"}
    (drawn,) = etree.fromstring(card("chart", fields=fields).svg).iter(svg("polyline"))
    heights = [float(point.split(",")[1]) for point in drawn.get("points").split()]
    assert heights[2] - heights[0] == pytest.approx(heights[0] - heights[1], abs=0.02)


def test_a_carousel_has_a_slide_for_each_point_between_cover_and_end() -> None:
    want = Wanted(fields=WORDS["carousel"])
    found = [(kind, one.fields["points"]) for kind, one in slides(template("carousel"), want)]
    assert found == [("first", ""), ("middle", "One"), ("middle", "Two"), ("last", "")]


OK = (
    '<rect width="100%" height="100%" fill="{ground}"/>'
    '<rect data-text="line" x="0" y="0" width="100%" height="50%"'
    ' data-colour="{ink}" data-on="{ground}"/>'
)


def designed(folder: Path, inside: str, *, head: str = "", toml: str = "[fields.line]\n") -> Path:
    path = folder / "mine.svg"
    path.write_text(f'{head}<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>')
    path.with_suffix(".toml").write_text(toml)
    return path


def test_a_designers_file_is_there_and_changes_when_it_changes(tmp_path: Path) -> None:
    path = designed(tmp_path, OK, toml='title = "Mine"\n[fields.line]\nlabel = "A line"\n')
    found, broken = templates(tmp_path)
    assert (found["mine"].title, broken) == ("Mine", ())
    made = draw(template("mine", tmp_path), Wanted(fields={"line": "Salt"}))
    assert made.words == "Salt"
    path.write_text(path.read_text().replace("50%", "60%").replace("rect", "g"))
    with pytest.raises(NotATemplate, match="no <rect>"):
        template("mine", tmp_path)
    found, broken = templates(tmp_path)
    assert "quote" in found
    assert [one.name for one in broken] == ["mine.svg"]


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>1</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<style>@import 'x'</style>", "<style>"),
        ('<image href="https://example.org/a.png"/>', "outside"),
        ('<image xmlns:x="http://www.w3.org/1999/xlink" x:href="/etc/a.png"/>', "outside"),
        ('<use href="other.svg#a"/>', "outside"),
        ('<rect fill="url(https://example.org/#a)"/>', "outside"),
        ('<rect onclick="a()"/>', "script"),
        ('<rect fill="{secret}"/>', "secret"),
        (
            '<rect data-text="other" x="0" y="0" width="1" height="1" data-colour="{ink}"/>',
            "data-on",
        ),
        (OK.replace('data-text="line"', 'data-text="unknown"'), "unknown"),
        (OK.replace("<rect", '<rect data-for="wide"'), "no box"),
        ("<text>a</text>", "<text>"),
        ("<g>", "no XML"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_with_the_reason(
    tmp_path: Path, inside: str, why: str
) -> None:
    with pytest.raises(NotATemplate, match=why):
        read(designed(tmp_path, inside if "line" in inside and "rect" in inside else inside + OK))


@pytest.mark.parametrize(
    ("fill", "height", "why"),
    [("{panel}", "50%", "something else"), ("{ground}", "150%", "beyond the card")],
)
def test_a_box_that_stands_elsewhere_than_it_says_is_refused(
    tmp_path: Path, fill: str, height: str, why: str
) -> None:
    inside = OK.replace('fill="{ground}"', f'fill="{fill}"').replace("50%", height)
    designed(tmp_path, inside)
    with pytest.raises(NotATemplate, match=why):
        template("mine", tmp_path)


def test_a_box_over_a_photo_is_refused(tmp_path: Path) -> None:
    photo = '<image data-picture="photo" width="100%" height="100%"/>'
    designed(tmp_path, OK.replace("/>", f"/>{photo}", 1), toml="photo = true\n[fields.line]\n")
    with pytest.raises(NotATemplate, match="something else"):
        template("mine", tmp_path)


def test_entities_are_refused(tmp_path: Path) -> None:
    head = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>'
    with pytest.raises(NotATemplate, match="DOCTYPE"):
        read(designed(tmp_path, OK, head=head))


def test_a_name_stays_in_its_folder(tmp_path: Path) -> None:
    with pytest.raises(NoSuchTemplate):
        template(f"../{OWN.name}/quote", tmp_path)


def test_the_template_of_the_documentation_works(tmp_path: Path) -> None:
    page = (Path(__file__).parents[4] / "docs" / "cards.md").read_text()
    toml, drawing = re.search(
        r"# tide.toml\n(.*?)\n\n    <!-- tide.svg -->\n(.*?</svg>)", page, re.DOTALL
    ).groups()  # type: ignore[union-attr]
    (tmp_path / "tide.toml").write_text(re.sub("(?m)^    ", "", toml))
    (tmp_path / "tide.svg").write_text(re.sub("(?m)^    ", "", drawing))
    made = draw(template("tide", tmp_path), Wanted(fields={"headline": "Flood", "time": "06:14"}))
    assert (made.words, made.problems) == ("Flood\n06:14", ())


def test_what_matters_in_a_photo_stays_where_it_is_cut() -> None:
    photo = Image.new("RGB", (3_000, 500), "#ff0000")
    photo.paste("#0000ff", (2_000, 0, 3_000, 500))
    file = io.BytesIO()
    photo.save(file, "PNG")
    keep = (Box(2_200, 100, 2_800, 400),)
    for form in ("4:5", "16:9"):
        seen = []
        for kept in ((), keep):
            picture = Picture(file.getvalue(), "image/png", photo.size, kept)
            drawn = card("announcement", form, pictures={"photo": picture})
            with Image.open(io.BytesIO(render(drawn, width=200))) as shown:
                at = (100, 20) if form == "4:5" else (150, 20)
                seen.append(shown.convert("RGB").getpixel(at))
        assert seen == [(255, 0, 0), (0, 0, 255)], form
