"""A studio filled, approved, sent and checked by commands alone, on a real server on loopback."""

import json
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import OWNER, PASSWORD
from tests.cli.forking import Prepared
from tests.cli.running import Studio, brand_folder, csv_file, write
from tests.servers.fixtures import LoopbackMastodon

pytestmark = pytest.mark.slow
BRAND = ("--brand", "Brackwater Saltworks")
AS_OWNER = ("--as", OWNER, "--password-stdin")


def _soon(seconds: float = 0) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="seconds")


def _posts(studio: Studio) -> list[dict[str, str]]:
    return [json.loads(line) for line in studio.does("posts", *BRAND, "--json").lines]


@contextmanager
def _working(studio: Studio) -> Iterator[None]:
    worker = studio.worker()
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(timeout=40)


def _until_sent(studio: Studio, *, within: float = 60) -> list[dict[str, str]]:
    end = time.monotonic() + within
    while True:
        posts = _posts(studio)
        if {post["state"] for post in posts} == {"sent"}:
            return posts
        assert time.monotonic() < end, posts
        time.sleep(0.5)


def test_from_a_file_to_the_network_and_into_the_record(
    studio: Studio, ready: Prepared, mastodon_server: LoopbackMastodon, tmp_path: Path
) -> None:
    mastodon_server.reset()
    Image.new("RGB", (40, 30), "#2F4A52").save(tmp_path / "pans.png")
    rows = csv_file(
        tmp_path / "posts.csv",
        ("main", "Fog report: yes.", _soon(), "", "", "en", "", "fog-1"),
        ("main", "The pans, as they were.", _soon(5), "pans.png", "Two pans", "en", "Autumn", ""),
        ("Site", "On our own page.", "", "", "", "nl", "Autumn", ""),
        header="channel,text,at,media,alt,lang,campaign,key",
    )
    assert studio.does("import", rows, *BRAND).out.startswith("3 posts.")
    assert _posts(ready) == [], "nothing is on its way before a person says so"
    done = studio.does("approve", *BRAND, "--all", *AS_OWNER, stdin=f"{PASSWORD}\n")
    assert done.out.startswith("3 approved.")
    waiting = _posts(ready)
    assert {(post["channel"], post["state"]) for post in waiting} == {
        ("main", "waiting"),
        ("Site", "waiting"),
    }
    with _working(studio):
        sent = _until_sent(ready)
        assert "ok    worker" in studio.run("doctor").out
    statuses = mastodon_server.statuses()
    shown = " ".join(sorted(status["content"] for status in statuses))
    assert len(statuses) == 2
    assert "Fog report: yes." in shown
    assert [len(status["media_attachments"]) for status in statuses].count(1) == 1
    assert {post["id"] for post in sent} == {post["id"] for post in waiting}
    urls = {post["text"]: post["url"] for post in sent}
    assert urls["Fog report: yes."].startswith(mastodon_server.url)
    assert "/s/brackwater-saltworks/" in urls["On our own page."]

    record = tmp_path / "studio.record"
    studio.does("record", "export", "--out", record)
    assert "In order" in Studio(tmp_path / "elsewhere").does("verify", record).out
    _tampered(record, replace(ready, home=tmp_path / "elsewhere"))


def _tampered(record: Path, elsewhere: Studio) -> None:
    lines = record.read_text().splitlines(keepends=True)
    assert len(lines) > 12
    changed = lines[5].replace('"kind":"', '"kind":"x', 1)
    for name, content in {
        "changed": [*lines[:5], changed, *lines[6:]],
        "removed": [*lines[:5], *lines[6:]],
        "reordered": [*lines[:5], lines[6], lines[5], *lines[7:]],
        "cut short": [*lines[:-4], lines[-1]],
        "without its end": lines[:-1],
    }.items():
        file = write(record.with_name(f"{name}.record"), "".join(content))
        assert "not the record" in elsewhere.refuses("verify", file), name


def test_the_same_again_is_the_same(ready: Studio, tmp_path: Path) -> None:
    at = _soon(7_200)
    rows = csv_file(
        tmp_path / "k.csv", ("main", "Once.", at, "key-7"), header="channel,text,at,key"
    )
    assert ready.does("import", rows, *BRAND).out.startswith("1 posts.")
    assert ready.does("import", rows, *BRAND).out.startswith("0 posts, 1 known already.")
    other = csv_file(
        tmp_path / "o.csv", ("main", "Other words.", at, "key-7"), header="channel,text,at,key"
    )
    said = ready.refuses("import", other, *BRAND)
    assert "key-7" in said
    assert "new key" in said
    twice = csv_file(
        tmp_path / "t.csv",
        ("main", "One.", at, "key-8"),
        ("main", "Two.", at, "key-8"),
        header="channel,text,at,key",
    )
    assert "Line 3" in ready.refuses("import", twice, *BRAND)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("channel,words,at\nmain,Salt.,\n", "the column “text” is missing"),
        ("channel,text,at\nmain,Salt.,2020-01-01T09:00:00+01:00\n", "has passed"),
        ("channel,text,at,media\nmain,Salt.,,../../secret.keys\n", "not beside the file"),
    ],
    ids=["column", "past", "media"],
)
def test_a_file_that_cannot_be_imported(
    ready: Studio, tmp_path: Path, content: str, words: str
) -> None:
    """The rest of what can be wrong is in `test_importing`, within one process."""
    said = ready.refuses("import", write(tmp_path / "bad.csv", content), *BRAND)
    assert words in said
    assert len(said.strip().splitlines()) == 1


def test_one_bad_row_keeps_the_good_ones_out(ready: Studio, tmp_path: Path) -> None:
    rows = csv_file(
        tmp_path / "half.csv",
        ("main", "A good row.", "", "half-1"),
        ("pigeon", "A bad row.", "", "half-2"),
        ("main", "", "", "half-3"),
        header="channel,text,at,key",
    )
    said = ready.refuses("import", rows, *BRAND)
    assert "Nothing was imported" in said
    assert "Line 3" in said
    assert "Line 4" in said
    good = csv_file(
        tmp_path / "good.csv", ("main", "A good row.", "", "half-1"), header="channel,text,at,key"
    )
    assert ready.does("import", good, *BRAND).out.startswith("1 posts.")


def test_only_a_person_with_the_password_approves(ready: Studio) -> None:
    approve = ("approve", *BRAND, "--all")
    said = ready.refuses(*approve, *AS_OWNER, stdin="a wrong password\n")
    assert "password" in said
    assert "No password came" in ready.refuses(*approve, *AS_OWNER, stdin="")
    nobody = ("--as", "nobody@brackwater.example", "--password-stdin")
    assert ready.refuses(*approve, *nobody, stdin=f"{PASSWORD}\n") == said, (
        "who has an account here is not told"
    )


def test_who_owns_it_stays_its_owner(ready: Studio) -> None:
    setup = ("setup", "--password-stdin", "--owner")
    assert OWNER in ready.does(*setup, OWNER, stdin=f"{PASSWORD}\n").out
    assert "has an owner" in ready.refuses(*setup, "jonas@brackwater.example", stdin="x" * 20)
    assert "12345" not in ready.refuses(*setup, OWNER, stdin="12345\n")


def test_a_brand_twice_or_unknown(ready: Studio, tmp_path: Path) -> None:
    folder = brand_folder(tmp_path / "again")
    assert "named “Brackwater Saltworks” already" in ready.refuses("brand", "add", folder)
    said = ready.refuses("posts", "--brand", "Nobody's")
    assert "Brackwater Saltworks" in said, "it says which there are"


def test_a_brand_with_a_broken_file_is_not_half_made(ready: Studio, tmp_path: Path) -> None:
    folder = brand_folder(tmp_path / "half", "Half a brand")
    write(folder / "knowledge" / "broken.pdf", b"%PDF-1.7 and then nothing")
    assert "broken.pdf" in ready.refuses("brand", "add", folder)
    assert "no brand named" in ready.refuses("posts", "--brand", "Half a brand")


@pytest.mark.parametrize(
    ("server", "token", "words"),
    [
        ("{url}", "a-dead-token", "does not let us in"),
        ("http://127.0.0.1:9", "token", "could not be asked"),
        ("no address", "token", "not a web address"),
        ("https://nowhere.invalid", "token", "could not be asked"),
    ],
    ids=["token", "private", "no address", "nobody there"],
)
def test_a_channel_that_cannot_be_connected(
    ready: Studio, mastodon_server: LoopbackMastodon, server: str, token: str, words: str
) -> None:
    said = ready.refuses(
        "channel", "add", "mastodon", *BRAND,
        "--server", server.format(url=mastodon_server.url), "--token", token, "--name", "other",
    )  # fmt: skip
    assert words in said


def test_a_reader_that_has_seen_enough(studio: Studio) -> None:
    """As `aboveboard posts | head -0` does it."""
    process = subprocess.Popen(
        studio.command("posts", *BRAND),
        env=studio.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


def test_the_doctor_says_what_to_know(studio: Studio) -> None:
    done = studio.run("doctor", ABOVEBOARD_PUBLIC_ULR="https://salt.example")
    for line in ("ok    database", "ok    tables", "ok    secrets", "ok    record"):
        assert line in done.out
    assert "Did you mean ABOVEBOARD_PUBLIC_URL?" in done.out
    other = studio.run("doctor", ABOVEBOARD_SECRET_KEYS="x" * 43 + "=")
    assert other.code == 1
    assert "No present key opens those of channel main" in other.out


def test_secrets_move_to_a_new_key_and_the_old_one_may_go(studio: Studio) -> None:
    file = studio.home / "secret.keys"
    [old] = file.read_text().split()
    assert "before 1 older" in studio.does("keys", "add").out
    new, kept = file.read_text().split()
    assert kept == old
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "ok    secrets" in studio.run("doctor").out
    alone = studio.run("doctor", ABOVEBOARD_SECRET_KEYS=new)
    assert "No present key opens those of channel main" in alone.out
    assert "sealed under the newest key" in studio.does("keys", "turn").out
    assert "ok    secrets" in studio.run("doctor", ABOVEBOARD_SECRET_KEYS=new).out
    file.write_text(f"{new}\n")
    assert studio.does("keys", "turn").out.strip().endswith("under the newest key.")
    given = studio.run("keys", "add", ABOVEBOARD_SECRET_KEYS=new)
    assert "Put this key first in ABOVEBOARD_SECRET_KEYS" in given.out
    assert file.read_text() == f"{new}\n"


def test_the_demo_loads_once(ready: Studio) -> None:
    assert "Brackwater Saltworks" in ready.refuses("demo", "load"), "the name is taken here"
