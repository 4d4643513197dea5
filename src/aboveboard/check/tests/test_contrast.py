"""What the guard says of words in pictures that are hard to read, and when it hears of them."""

import io

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.desk import Desk, open_desk

from aboveboard.brand.rules import Severity
from aboveboard.check.actions import look
from aboveboard.check.queries import findings
from aboveboard.check.rules import File
from aboveboard.check.tests.cases import case, said
from aboveboard.create import actions
from aboveboard.create.assets.describing import proposals
from aboveboard.media.cards.fonts import FOLDER
from aboveboard.media.lettering import Line


def told(*lines: Line, files: int = 1) -> list[tuple[Severity, str]]:
    held = [File(1, "image/jpeg", lettering=lines if n == files - 1 else ()) for n in range(files)]
    found = said(case("Salt.", pictures=["alt"] * files, files=held), "contrast")
    return [(one.severity, one.message) for one in found]


def line(contrast: float | None, size: float = 12.0, *, bold: bool = False) -> Line:
    return Line(
        words="Only today", contrast=contrast, ink="#AAAAAA", ground="#FFFFFF", size=size, bold=bold
    )


def test_which_words_how_far_and_what_to_do() -> None:
    file = File(1, "image/jpeg", lettering=[line(2.32)])
    (one,) = said(case("Salt.", pictures=["a"], files=[file]), "contrast")
    assert (one.severity, one.rule) == (Severity.WARN, "WCAG 2.2, 1.4.3 Contrast (Minimum)")
    assert one.message == (
        "The picture: “Only today” has a contrast of 2.3 to what lies behind it; letters of this "
        "size need 4.5. Make them darker or lighter, or put a plain surface behind them. "
        "Words on things in a photograph may stay."
    )
    assert one.evidence[0].text == "#AAAAAA on #FFFFFF, letters of about 12 px on a phone"
    assert told(line(2.0), files=2)[0][1].startswith("Picture 2: ")


def test_a_picture_is_spoken_of_once_the_worst_first() -> None:
    """A photograph of a shelf full of tins is one remark, not sixty."""
    ((severity, message),) = told(line(3.5), line(1.5), *[line(2.5)] * 60)
    assert severity == Severity.WARN
    assert message.startswith("The picture: “Only today” has a contrast of 1.5 to")
    besides = (
        "Hard to read besides: “Only today” (2.5), “Only today” (2.5), “Only today” (2.5), …. "
    )
    assert besides in message


@pytest.mark.parametrize(
    ("held", "severity"),
    [
        (line(3.5), Severity.NOTE),
        (line(4.2), None),  # within what measuring may err by
        (line(3.5, 24), None),
        (line(3.5, 19), Severity.NOTE),
        (line(3.5, 19, bold=True), None),
        (line(2.5, 40, bold=True), Severity.WARN),
        (line(1.2, 7), None),  # a thing in a photograph
        (line(None), None),
    ],
)
def test_how_much_is_needed(held: Line, severity: Severity | None) -> None:
    assert [one for one, _ in told(held)] == ([severity] if severity else [])


@pytest.mark.slow
@pytest.mark.django_db
def test_a_picture_is_read_once_a_text_shows_it() -> None:
    desk: Desk = open_desk()
    picture = Image.new("RGB", (800, 500), "#FFFFFF")
    font = ImageFont.truetype(str(FOLDER / "instrument-sans-latin-700.ttf"), 40)
    draw = ImageDraw.Draw(picture)
    draw.text((60, 60), "Only today", font=font, fill="#B8B8B8")
    draw.text((60, 300), "Salt takes time", font=font, fill="#202020")
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=85)
    asset = actions.add_asset(desk.actor, desk.brand.id, name="a.jpg", data=file.getvalue())
    variant = desk.variant("Salt.", channel=desk.site)
    assert actions.read_shown() == 0
    actions.set_pictures(desk.actor, variant.id, [(asset.pk, "A sign")])
    look(desk.again(variant), desk.brand)
    assert not findings(variant.id).filter(code="contrast")
    assert (actions.read_shown(), actions.read_shown()) == (1, 0)
    look(desk.again(variant), desk.brand)
    (found,) = findings(variant.id).filter(code="contrast")
    assert "“Only today” has a contrast of 2.0 to" in found.message
    asset.refresh_from_db()
    words = [one.text for one in proposals(asset, language="en") if one.source == "words"]
    assert words == ["Only today Salt takes time"]
