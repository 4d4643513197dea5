"""A CSV file of posts: all of it or nothing, once and only once."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import make_member, make_workspace
from tests.desk import Desk, at_once, kinds, open_desk

from aboveboard.create import queries
from aboveboard.create.actions import Imported, import_rows
from aboveboard.create.models import Asset, Variant
from aboveboard.create.tests.test_pictures import picture
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import broken_at, entries
from aboveboard.plan import actions as plan
from aboveboard.plan.models import Campaign, Post

AT = "2030-05-01T09:00:00+02:00"


def sheet(rows: Sequence[Mapping[str, str]], columns: Sequence[str] = ()) -> bytes:
    file = io.StringIO(newline="")
    names = columns or list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(file, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def row(text: str = "The pans are full.", **cells: str) -> dict[str, str]:
    return {"channel": "Site", "text": text, "at": AT, **cells}


def bring(desk: Desk, *rows: Mapping[str, str], folder: Path | None = None) -> Imported:
    return import_rows(desk.actor, desk.brand.id, sheet(rows), folder=folder, name="posts.csv")


def refused(desk: Desk, data: bytes, folder: Path | None = None) -> Invalid:
    """The refusal of a file of which nothing is kept."""
    before = Post.objects.count(), Campaign.objects.count(), Asset.objects.count()
    with pytest.raises(Invalid) as raised:
        import_rows(desk.actor, desk.brand.id, data, folder=folder, name="posts.csv")
    assert (Post.objects.count(), Campaign.objects.count(), Asset.objects.count()) == before
    assert raised.value.mend
    return raised.value


def the_one(desk: Desk) -> Variant:
    return desk.again(Variant.objects.get(post__brand=desk.brand))


def test_a_row_says_what_was_given_for_it(desk: Desk) -> None:
    bring(desk, row(relationship="Gifted"), row("Other words.", relationship=""))
    assert sorted(Post.objects.values_list("relationship", flat=True)) == ["gifted", "none"]
    wrong = refused(desk, sheet([row(relationship="friends")]))
    assert "Line 2: “friends” is no relationship that we know." in wrong.message


def test_a_row_becomes_a_post(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "pans.png").write_bytes(picture())
    (tmp_path / "sea.jpg").write_bytes(picture("JPEG"))
    made = bring(
        desk,
        row(
            'Salt, "fine"\nand slow',
            media="pans.png| sea.jpg",
            alt="The pans|",
            lang="NL",
            campaign="Summer",
            key="k1",
            title="Salt",
        ),
        folder=tmp_path,
    )
    assert made == Imported(new=1, known=0)
    variant = the_one(desk)
    post, head = variant.post, variant.head
    assert head
    assert (head.text, head.what, head.number) == ('Salt, "fine"\nand slow', "imported", 1)
    assert kinds(head.written) == [("import", 'Salt, "fine"\nand slow')]
    assert head.written[0].origin.source == "posts.csv, row 2"
    assert (head.pasted_share, head.people_share) == (100, 0)
    assert [item["alt"] for item in head.media] == ["The pans", ""]
    assert (post.title, post.language, post.key) == ("Salt", "nl", "k1")
    assert post.at == datetime(2030, 5, 1, 7, tzinfo=UTC)
    assert str(post.clock) == "09:00:00"
    assert post.campaign
    assert (post.campaign.name, variant.language) == ("Summer", "nl")
    assert [e.kind for e in entries(desk.actor.workspace_id)][-2:] == [
        "post.created",
        "variant.imported",
    ]
    assert broken_at(desk.actor.workspace_id) is None


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfchannel,text,at\nSite,Hello,\n",
        b"Channel, TEXT ,at\r\nsite,Hello,\r\n",
        b"channel,text,at\rSite,Hello,\r",
        b"channel;text;at\nSite;Hello;\n",
        b'"channel","text","at"\n\n"Site","Hello",""\n\n',
        b"channel,text,at,media,alt,lang,campaign,key,title\nSite,Hello,\n",
        b"channel,text,at\nSite,He\x00llo,,,\n",
        b"at,text,channel\n,Hello,Site",
    ],
)
def test_the_forms_of_a_file(desk: Desk, data: bytes) -> None:
    made = import_rows(desk.actor, desk.brand.id, data, folder=None, name="x")
    assert made == Imported(new=1, known=0)
    head = the_one(desk).head
    assert head
    assert head.text == "Hello"
    assert the_one(desk).post.at is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "column “channel” is missing"),
        (b"\0", "column “channel” is missing"),
        (b"channel,text\nSite,Hello\n", "column “at” is missing"),
        (b"channel,text,at,tags\nSite,Hello,,x\n", "no column “tags”"),
        (b"channel,text,at,text\nSite,Hello,,x\n", "column “text” is there twice"),
        (b'"channel"x,text,at\n', "first line is not CSV"),
        (b"channel,text,at\n", "no rows"),
        (b"channel,text,at\n\n\n", "no rows"),
        ("channel,text,at\nSite,é,\n".encode("latin-1"), "not UTF-8"),
        ("channel,text,at\nSite,é,\n".encode("utf-16"), "not UTF-8"),
        (b"x" * 20_000_001, "20 MB is the most"),
        (b'channel,text,at\nSite,"Hello,\n', "Line 2: unexpected end of data"),
        (b"channel,text,at\nSite,a,,,x\n", "Line 2: It has more cells"),
        (b"channel,text,at\nNowhere,a,\n", "no channel named “Nowhere”. Use one of: Site."),
        (b"channel,text,at\n,a,\n", "Line 2: There is no channel"),
        (b"channel,text,at\nSite, ,\n", "Line 2: It has no text"),
        (b"channel,text,at\nSite,a,tomorrow\n", "Line 2: “tomorrow” is no time"),
        (b"channel,text,at\nSite,a,2030-05-01T09:00\n", "Line 2: “2030-05-01T09:00” has no offset"),
        (b"channel,text,at\nSite,a,2020-05-01T09:00Z\n", "01 May 2020, 09:00 UTC has passed"),
        (b"channel,text,at\nSite,a,0001-01-01T00:00+14:00\n", "The calendar does not reach"),
        (b"channel,text,at,lang\nSite,a,,pt\n", "Line 2: “pt” is not one of en"),
        (b"channel,text,at,key\nSite,a,," + b"k" * 201 + b"\n", "Line 2: The key has 201"),
        (b"channel,text,at,title\nSite,a,," + b"t" * 161 + b"\n", "Line 2: The title has 161"),
        (b"channel,text,at\nSite," + b"x" * 40_001 + b",\n", "Line 2: This text has 40,001"),
        (b"channel,text,at\nSite," + b"x" * 1_000_000 + b",\n", "Line 2: field larger than"),
        (b"channel,text,at,media\nSite,a,,pans.png\n", "Line 2: “pans.png” is not beside the file"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_imported(desk: Desk, data: bytes, words: str) -> None:
    assert words in str(refused(desk, data))


def test_every_fault_is_told_at_once_with_its_line(desk: Desk) -> None:
    rows = [row("a\nb\nc"), row(at="never"), row(), row(channel="Nowhere"), row(text=" ")]
    error = refused(desk, sheet(rows))
    assert error.code == "rows"
    # The first text takes lines 2 to 4.
    assert [part in error.message for part in ("Line 5:", "Line 7:", "Line 8:")] == [True] * 3
    assert "Line 6:" not in error.message
    error = refused(desk, sheet([row(), *[row(at="never")] * 30]))
    assert "And 20 more." in error.message
    assert error.message.count("Line ") == 10


def test_channels_by_name_or_network(desk: Desk) -> None:
    desk.channel("bluesky", "Our Blue")
    bring(desk, row(channel="our blue"), row(channel="BLUESKY"), row(channel="Our Blue"))
    assert Post.objects.count() == 3
    desk.channel("bluesky", "Another")
    error = refused(desk, sheet([row(channel="bluesky")]))
    assert "several channels named “bluesky”" in error.message


def test_a_key_makes_a_row_idempotent(desk: Desk) -> None:
    first, second = row("One.", key="k1"), row("Two.", key="k2")
    assert bring(desk, first) == Imported(new=1, known=0)
    assert bring(desk, first, second) == Imported(new=1, known=1)
    # Twice in one file, and the same moment told otherwise.
    again = {**first, "at": "2030-05-01T07:00:00Z"}
    assert bring(desk, again, again, second, second) == Imported(new=0, known=4)
    assert bring(desk, row("Three.", key="k3"), row("Three.", key="k3")) == Imported(new=1, known=1)
    assert Post.objects.count() == 3
    for changed in (
        {**first, "text": "Other."},
        {**first, "at": "2030-05-02T07:00:00Z"},
        {**first, "lang": "de"},
        {**first, "title": "Other"},
        {**first, "campaign": "Other"},
    ):
        error = refused(desk, sheet([row("New."), changed]))
        assert "Line 3: The key “k1” has made another post" in error.message
    error = refused(desk, sheet([row("Four.", key="k4"), row("Five.", key="k4")]))
    assert "Line 3: The key “k4”" in error.message


def test_rows_that_are_there_may_have_passed_meanwhile(desk: Desk) -> None:
    soon = row(key="k1", at="2026-03-02T09:00:00+01:00")
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False) as hand:
        bring(desk, soon)
        hand.shift(timedelta(days=30))
        assert bring(desk, soon, row(key="k2")) == Imported(new=1, known=1)
        assert "has passed" in str(refused(desk, sheet([{**soon, "key": "k3"}])))


def test_a_post_that_was_taken_away_does_not_come_back(desk: Desk) -> None:
    bring(desk, row(key="k1"))
    plan.remove_post(desk.actor, the_one(desk).post_id)
    assert bring(desk, row(key="k1")) == Imported(new=0, known=1)
    assert not desk.brand.posts.filter(removed_at=None).exists()


def test_pictures_beside_the_file(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "pans.png").write_bytes(picture())
    (tmp_path / "secret.png").write_bytes(picture(size=(9, 9)))
    (tmp_path / "folder" / "way out.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "folder" / "notes.png").write_bytes(b"No picture.")
    inside = tmp_path / "folder"
    for media, words in (
        ("../secret.png", "not beside the file"),
        (str(tmp_path / "secret.png"), "not beside the file"),
        ("way out.png", "not beside the file"),
        ("missing.png", "no file “missing.png”"),
        ("", ""),
        (".", "no file"),
        ("a\0b.png", "no file"),
        ("x" * 300, "no file"),
        ("pans.png|missing.png", "no file “missing.png”"),
    ):
        if words:
            assert words in str(refused(desk, sheet([row(), row(media=media)]), inside)), media
    # A file that is no picture takes everything back with it.
    before = Post.objects.count()
    with pytest.raises(Invalid, match=r"Line 3: notes\.png is no picture"):
        bring(desk, row(campaign="New"), row(media="notes.png"), folder=inside)
    assert (Post.objects.count(), Campaign.objects.count()) == (before, 0)
    # One file for many rows is kept once; no text is needed beside a picture.
    bring(desk, *[row("", media="pans.png", alt=f"Alt {n}") for n in range(3)], folder=inside)
    assert Asset.objects.count() == 1
    heads = [variant.head for variant in Variant.objects.select_related("head")]
    assert [head.media[0]["alt"] for head in heads if head] == ["Alt 0", "Alt 1", "Alt 2"]
    assert Post.objects.filter(title="Picture").count() == 3


def test_thousands_of_rows(desk: Desk) -> None:
    """The number of statements grows with the batches, not with the rows."""

    def statements(count: int) -> int:
        rows = [row(f"Post {count} {n}.", key=f"{count}-{n}") for n in range(count)]
        with CaptureQueriesContext(connection) as seen:
            bring(desk, *rows)
        return len(seen)

    few, many = statements(10), statements(500)
    assert many <= few + 2
    rows = [row(f"Post {n}.", key=f"k{n}") for n in range(1_200)]
    assert bring(desk, *rows) == Imported(new=1_200, known=0)
    assert queries.variants(Post.objects.get(key="k1199").id)[0].head
    assert bring(desk, *rows) == Imported(new=0, known=1_200)


def test_more_rows_than_a_file_may_have(desk: Desk) -> None:
    error = refused(desk, b"channel,text,at\n" + b"Site,a,\n" * 20_001)
    assert "Line 20002: 20,000 rows is the most" in error.message


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.fixed_dictionaries(
            {name: st.text(max_size=12) for name in ("text", "at", "media", "lang", "key")}
        ),
        max_size=3,
    )
    | st.binary(max_size=80)
)
def test_no_file_breaks_it(desk: Desk, content: list[dict[str, str]] | bytes) -> None:
    if isinstance(content, bytes):
        data = b"channel,text,at\n" + content
    else:
        data = sheet([row(**cells) for cells in content] or [row()]).replace(b"\xed\xa0\x80", b"")
    try:
        made = import_rows(desk.actor, desk.brand.id, data, folder=Path("/nowhere"), name="x")
    except Invalid as error:
        assert error.mend  # noqa: PT017
    else:
        assert made.new + made.known > 0


def test_rights(desk: Desk) -> None:
    data = sheet([row()])
    viewer, stranger = make_member(desk.house, "viewer"), make_workspace().actor
    with pytest.raises(Forbidden):
        import_rows(viewer, desk.brand.id, data, folder=None, name="x")
    with pytest.raises(NotFound):
        import_rows(stranger, desk.brand.id, data, folder=None, name="x")
    # What a program brings is no person's, whatever the file is called.
    import_rows(desk.house.agent(), desk.brand.id, data, folder=None, name="x")
    head = the_one(desk).head
    assert head
    assert (head.model_share, head.actor_kind) == (100, "agent")


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_make_each_post_once() -> None:
    desk = open_desk()
    rows = [row(f"Post {n}.", key=f"k{n}") for n in range(40)]
    outcomes = at_once(*[lambda: bring(desk, *rows)] * 3)
    assert set(outcomes) <= {"done", "at_once"}
    assert "done" in outcomes
    assert Post.objects.count() == Variant.objects.count() == 40
    assert bring(desk, *rows) == Imported(new=0, known=40)
