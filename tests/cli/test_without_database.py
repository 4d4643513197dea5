"""Commands that need no database: drafting, checking and verifying start none."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.forking import Forking, Prepared, forking
from tests.cli.running import Studio, brand_folder, write

# Each starts programs of their own.
pytestmark = pytest.mark.slow

BRIEF = """
title = "Come to the open day"
goal = "Fill the open day."
messages = ["Clay pans, wind and patience.", "On 5 December you can rake a tray of your own."]
facts = ["Last year about 600 guests came."]
ask = "Book a time"
link = "https://brackwater.example/open"
tags = ["open pans"]
"""


# Settings under which a database could be neither started nor reached.
NONE = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}


@pytest.fixture(scope="module")
def by(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forking]:
    nobody = Studio(tmp_path_factory.mktemp("nobody"), NONE)
    with forking(nobody, with_django=False) as made:
        yield made


@pytest.fixture
def studio(tmp_path: Path, by: Forking) -> Studio:
    return Prepared(tmp_path / "home", NONE, by)


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    return brand_folder(tmp_path / "brand")


def test_a_brief_becomes_a_draft_for_each_network(brand: Path, tmp_path: Path) -> None:
    studio = Studio(tmp_path / "home", NONE)
    brief = write(tmp_path / "brief.toml", BRIEF)
    done = studio.does("draft", brief, "--brand", brand, "--json")
    (line,) = done.lines
    variants = {one["channel"]: one for one in json.loads(line)["variants"]}
    assert len(variants) >= 3
    for name, one in variants.items():
        assert one["count"] <= one["limit"], name
        assert "".join(passage["text"] for passage in one["passages"]) == one["text"]
        assert sum(one["shares"].values()) == 100
        assert one["shares"]["model"] == 0, "no model was asked"
        assert f"utm_source={name}" in one["text"]
        assert not [finding for finding in one["findings"] if finding["severity"] == "block"]


def test_a_text_is_adapted_by_arranging_it(studio: Studio, brand: Path, tmp_path: Path) -> None:
    text = (
        "Clay pans, wind and patience. Nobody hurries the sea. The wind does the rest.\n\n"
        "On 5 December you can rake a tray of your own. Book: https://brackwater.example/open"
    )
    file, brief = write(tmp_path / "post.txt", text), write(tmp_path / "brief.toml", BRIEF)
    for kind in ("shorter", "channel", "thread", "carousel", "script", "headlines", "newsletter"):
        done = studio.does("adapt", file, "--kind", kind, "--for", "bluesky", "--json")
        made = json.loads(done.lines[0])
        assert "".join(passage["text"] for passage in made["passages"]) == made["text"]
        assert made["shares"]["model"] == 0
        assert made["language"] == "en"
    longer = studio.does("adapt", file, "--kind", "longer", "--brief", brief).out
    assert "Last year about 600 guests came." in longer
    assert studio.does("adapt", file, "--kind", "script").out.startswith("0:00-0:03  Clay pans")
    told = studio.refuses("adapt", file, "--kind", "language", "--language", "nl")
    assert "needs a model" in told
    assert "translate" in told
    assert "a post of the studio only" in studio.refuses(
        "adapt", file, "--kind", "tone", "--tone", "warmer", "--model"
    )


def test_the_networks_are_listed(studio: Studio) -> None:
    listed = json.loads(studio.does("networks", "--json").out)
    assert len(listed) >= 21
    needed = {"name", "auth", "text_limit", "media", "native_ai_field", "native_paid_field"}
    assert all(needed | {"verified"} <= set(one) for one in listed)
    assert "Mastodon; asks for: server, token" in studio.does("networks").out


def test_nothing_is_left_behind(brand: Path, tmp_path: Path) -> None:
    """Without DATABASE_URL the studio's own PostgreSQL would be under its home."""
    studio = Studio(tmp_path / "home")
    studio.does("draft", write(tmp_path / "brief.toml", BRIEF), "--brand", brand)
    studio.does("check", write(tmp_path / "text.txt", "Salt, and wind."), "--brand", brand)
    assert not (tmp_path / "home").exists()


def test_a_fact_that_nobody_gave_is_found(studio: Studio, brand: Path, tmp_path: Path) -> None:
    text = "Last year 900 guests came. The refill tin is €6.40."
    done = studio.run("check", write(tmp_path / "t.txt", text), "--brand", brand, "--json")
    found = json.loads(done.out)["findings"]
    (remark,) = [one for one in found if one["code"] == "ungrounded"]
    assert text[remark["start"] : remark["end"]] == "900"
    assert "open-day.md" in remark["evidence"][0]["source"]
    assert done.code == 0, "a person's words are remarked on, not held"


def test_a_text_that_is_too_long_is_held(studio: Studio, brand: Path, tmp_path: Path) -> None:
    text = write(tmp_path / "t.txt", "Salt and wind. " * 60)
    done = studio.run("check", text, "--brand", brand, "--channel", "bluesky", "--json")
    assert done.code == 1
    assert [one["code"] for one in json.loads(done.out)["findings"]] == ["length"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "says nothing yet"),
        ('title = "Only a title"', "says nothing yet"),
        ("title = ", "cannot be read"),
        ('messages = "one"', "messages"),
        ('messages = ["a"]\nlanguage = "xx"', "not one of our languages"),
        ('messages = ["a"]\nchannels = ["pigeon"]', "no network named"),
        (b"messages = ['\xff\xfe']", "cannot be read"),
        ("goal = '" + "x" * 2_100_000 + "'", "larger than 2 MB"),
        (f"messages = {['m'] * 31}", "30 is the most"),
        ("messages = ['" + "x" * 6_000 + "']", "5,000 is the most"),
    ],
    ids=[
        "empty",
        "title alone",
        "no TOML",
        "a text for a list",
        "language",
        "network",
        "no UTF-8",
        "2 MB",
        "31 messages",
        "long message",
    ],
)
def test_a_brief_that_cannot_be_used(
    studio: Studio, brand: Path, tmp_path: Path, content: str | bytes, words: str
) -> None:
    said = studio.refuses("draft", write(tmp_path / "b.toml", content), "--brand", brand, "--json")
    assert words in said
    assert len(said.strip().splitlines()) == 1, "one line, with the mend in it"


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("brand.toml", "name = 3", "brand.toml: name"),
        ("brand.toml", "", "brand.toml: name"),
        ("brand.toml", "name", "brand.toml cannot be read"),
        ("brand.toml", 'name = "B"\nzone = "Europe/Atlantis"', "no time zone named"),
        ("brand.toml", 'name = "B"\nlanguage = "la"', "not one of our languages"),
        ("brand.toml", 'name = "B"\n[policy]\nlabel_from = 90', "policy.label_from"),
        ("knowledge/broken.pdf", b"%PDF-1.7 and then nothing", "broken.pdf"),
        ("knowledge/broken.docx", b"PK no", "broken.docx"),
    ],
)
def test_a_brand_that_cannot_be_read(
    studio: Studio, brand: Path, tmp_path: Path, path: str, content: str | bytes, words: str
) -> None:
    write(brand / path, content)
    said = studio.refuses("draft", write(tmp_path / "b.toml", BRIEF), "--brand", brand)
    assert words in said


def test_a_folder_or_file_that_is_not_there(studio: Studio, brand: Path, tmp_path: Path) -> None:
    assert "There is no folder" in studio.refuses(
        "draft", write(tmp_path / "b.toml", BRIEF), "--brand", tmp_path / "nothing"
    )
    assert "cannot be read" in studio.refuses("check", tmp_path / "nothing", "--brand", brand)
    (brand / "brand.toml").unlink()
    assert "has no brand.toml" in studio.refuses(
        "check", write(tmp_path / "t.txt", "Salt."), "--brand", brand
    )


@pytest.mark.parametrize(
    "text",
    [
        "Salt\0 and wind.",
        "\u202eSalt and wind.\u202c",
        "S\u0301a\u0301lt " * 20,
        "سلام، ملح البحر",
        "",
    ],
    ids=["NUL", "right-to-left mark", "combining", "Arabic", "empty"],
)
def test_odd_texts_get_an_answer(studio: Studio, brand: Path, tmp_path: Path, text: str) -> None:
    file = write(tmp_path / "t.txt", text)
    done = studio.run("check", file, "--brand", brand, "--lang", "en", "--json")
    findings = json.loads(done.out)["findings"]
    assert done.code == any(one["severity"] == "block" for one in findings)
    assert bool(done.code) == (not text)


def test_a_megabyte_of_text_is_refused(studio: Studio, brand: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "t.txt", "Salt and wind. " * 70_000)
    assert "40,000 is the most" in studio.refuses("check", file, "--brand", brand)


def test_help_starts_nothing(tmp_path: Path) -> None:
    studio = Studio(tmp_path / "home")
    listed = studio.does("--help").out
    for name in ("up", "import", "verify", "doctor", "bench"):
        assert f"  {name} " in listed
    assert "--as EMAIL" in studio.does("approve", "--help").out
    assert not (tmp_path / "home" / "pg").exists()


def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    said = Studio(tmp_path, {"PORT": "no port"}).refuses("doctor")
    assert "PORT" in said
    assert "docs/settings.md" in said


def test_the_doctor_finds_a_database_that_is_not_there(studio: Studio) -> None:
    said = studio.refuses("doctor")
    assert "mend  database" in said
    assert "DATABASE_URL" in said
    assert "1 to mend" in said


@pytest.mark.parametrize("content", ["", "no record\n", '{"format": "other"}\n'])
def test_a_file_that_is_no_record(tmp_path: Path, content: str) -> None:
    file = write(tmp_path / "some.record", content)
    assert "not the record" in Studio(tmp_path / "home").refuses("verify", file)


def test_a_picture_is_made_to_fit(studio: Studio, tmp_path: Path) -> None:
    file, out = tmp_path / "pan.png", tmp_path / "out"
    Image.new("RGB", (1_200, 400), "#2F4A52").save(file)
    done = studio.does(
        "fit", file, "--for", "mastodon,instagram", "--format", "1:1", "--out", out, "--json"
    )
    mastodon, instagram, square = json.loads(done.out)
    assert (mastodon["width"], mastodon["mime"]) == (1_200, "image/png")
    assert Path(mastodon["file"]).read_bytes() == file.read_bytes()
    assert instagram["mime"] == "image/jpeg"
    with Image.open(square["file"]) as made:
        assert made.size == (400, 400)
    assert sorted(one.name for one in out.iterdir()) == [
        "pan.1-1.png",
        "pan.instagram.jpg",
        "pan.mastodon.png",
    ]
    assert "no network named “nowhere”" in studio.refuses("fit", file, "--for", "nowhere")
    assert "takes no pictures" in studio.refuses("fit", file, "--for", "youtube")
    assert "There is no file" in studio.refuses("fit", tmp_path / "no.jpg", "--for", "x")
    assert "Nothing was said" in studio.refuses("fit", file)
