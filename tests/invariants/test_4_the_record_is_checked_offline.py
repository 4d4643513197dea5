"""A brand's exported record is checked by the command alone: what it holds, and whose it is."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from aboveboard.create.actions import add_asset
from aboveboard.faces.cli.commands.verifying import verify as command
from aboveboard.measure.tests.making import make_place, make_sent
from aboveboard.media.tests.drawing import bars, saved
from aboveboard.people.actors import Actor
from aboveboard.people.rules import Role
from aboveboard.publish.exporting import export

pytestmark = pytest.mark.django_db
WORDS = "The wind dries the salt, and the tide brings the next of it."


@pytest.fixture
def record(db: None, settings: Any, tmp_path: Path) -> tuple[Path, bytes]:
    settings.MEDIA_ROOT = tmp_path / "media"
    place = make_place()
    actor = Actor("person", place.workspace.pk, place.owner.pk, Role.owner, "Marit")
    asset = add_asset(actor, place.brand.pk, name="Pans.png", data=saved(bars(), "PNG"), alt="Pans")
    make_sent(place, WORDS, title="Tide", pictures=[(asset, "Pans")])
    path = tmp_path / "salt.record"
    with path.open("w", encoding="utf-8") as file:
        export(place.brand, file)
    return path, Path(asset.sent_file.path).read_bytes()


@pytest.mark.parametrize(
    ("option", "given", "status", "words"),
    [
        ("--image", None, 0, "exactly the file"),
        ("--image", saved(bars(), "JPEG", quality=70), 3, "looks like"),
        ("--image", saved(bars(5), "PNG"), 4, "not in the record"),
        ("--text", WORDS.encode(), 0, "exactly what was published"),
        ("--text", b"and the tide brings the next of it.", 0, "a part of what was published"),
        ("--text", WORDS.replace("salt", "sugar").encode(), 3, "+ sugar,"),
        ("--text", b"Nothing of this was ever said.", 4, "says nothing of who made it"),
    ],
)
def test_whose_it_is(
    record: tuple[Path, bytes],
    tmp_path: Path,
    *,
    option: str,
    given: bytes | None,
    status: int,
    words: str,
) -> None:
    path, sent = record
    file = tmp_path / "given"
    file.write_bytes(given or sent)
    done = CliRunner().invoke(command, [str(path), option, str(file)])
    assert (done.exit_code, words in done.output) == (status, True), done.output


def test_a_word_that_was_changed_fails(record: tuple[Path, bytes]) -> None:
    path, _sent = record
    assert CliRunner().invoke(command, [str(path)]).exit_code == 0
    assert CliRunner().invoke(command, [str(path), "--earlier", str(path)]).exit_code == 0
    assert CliRunner().invoke(command, [str(path), "--key", "0" * 64]).exit_code == 1
    path.write_bytes(path.read_bytes().replace(b"Tide", b"Tied"))
    done = CliRunner().invoke(command, [str(path)])
    assert done.exit_code == 1
    assert "not the record that was exported" in done.output
