"""What can be wrong with a file of posts: each says its line and its mend, nothing is kept."""

import re
from pathlib import Path

import pytest

from aboveboard.create.actions import import_rows
from aboveboard.create.actions.rows import MAX_ROWS
from aboveboard.kernel.errors import AboveboardError
from aboveboard.plan.models import Post
from tests.builders import make_brand, make_channel, make_workspace

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("channel,words,at\nmain,Salt.,\n", "the column “text” is missing"),
        ("channel,text,at,colour\nmain,Salt.,,blue\n", "no column “colour”"),
        ("channel,text,at\npigeon,Salt.,\n", "no channel named “pigeon”"),
        ("channel,text,at\nmain,Salt.,2020-01-01T09:00:00+01:00\n", "has passed"),
        ("channel,text,at\nmain,Salt.,tomorrow\n", "“tomorrow” is no time"),
        ("channel,text,at\nmain,Salt.,2036-01-01T09:00:00\n", "has no offset"),
        ("channel,text,at\nmain,,\n", "has no text"),
        ("channel,text,at,lang\nmain,Salt.,,la\n", "“la” is not one of"),
        ("channel,text,at,media\nmain,Salt.,,nothing.png\n", "no file “nothing.png”"),
        ("channel,text,at,media\nmain,Salt.,,../../secret.keys\n", "not beside the file"),
        ("channel,text,at,media\nmain,Salt.,,bad.csv\n", "no picture"),
        ("channel,text,at\nmain,Salt,and,wind,and,clay\n", "more cells"),
        ('channel,text,at\nmain,"never ends\n', "Line"),
        ("channel,text,at\n", "no rows"),
        ("", "column “channel” is missing"),
        (b"channel,text,at\nmain,Sel\xe9,\n", "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_imported(tmp_path: Path, content: str | bytes, words: str) -> None:
    data = content.encode() if isinstance(content, str) else content
    with pytest.raises(AboveboardError, match=re.escape(words)) as raised:
        _import(data, tmp_path)
    assert raised.value.mend
    assert "\n" not in str(raised.value)
    assert not Post.objects.exists()


def test_a_file_with_too_many_rows(tmp_path: Path) -> None:
    rows = "main,Salt.,\n" * (MAX_ROWS + 5)
    with pytest.raises(AboveboardError, match="20,000 rows is the most"):
        _import(f"channel,text,at\n{rows}".encode(), tmp_path)


def test_many_wrong_lines_are_counted(tmp_path: Path) -> None:
    rows = "pigeon,Salt.,\n" * 25
    with pytest.raises(AboveboardError, match="And 15 more"):
        _import(f"channel,text,at\n{rows}".encode(), tmp_path)


def _import(data: bytes, folder: Path) -> None:
    house = make_workspace()
    brand = make_brand(house)
    make_channel(brand, name="main")
    (folder / "bad.csv").write_bytes(data)
    import_rows(house.actor, brand.id, data, folder=folder, name="bad.csv")
