"""A brand's folder is read, or refused with the file and the mend named."""

import os
from pathlib import Path

import pytest

from aboveboard.brand import folder as folders
from aboveboard.brand.folder import read_folder, voice_text
from aboveboard.brand.rules import Allowance, Task
from aboveboard.kernel.errors import Invalid


def make(folder: Path, toml: str = 'name = "Salt"', **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "brand.toml").write_text(toml, encoding="utf-8")
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_whole_folder(tmp_path: Path) -> None:
    toml = """
        name = "Brackwater Saltworks"
        language = "nl"
        zone = "Europe/Amsterdam"
        about = "Salt."
        [policy]
        label_from = 5
        [policy.ai]
        draft = "never"
        [look]
        colour = "#112233"
    """
    made = make(
        tmp_path / "b",
        toml,
        voice__post_txt="We rake.\r\nBy hand.",
        knowledge__prices_csv="tin,price\nfine,6 EUR\n",
        knowledge__deep__notes_md="# Pans\n\nFull at dawn.\n",
        knowledge__skip_exe="x",
    )
    read = read_folder(made)
    assert (read.brand.name, read.brand.language) == ("Brackwater Saltworks", "nl")
    assert read.brand.policy.allows(Task.DRAFT) is Allowance.NEVER
    assert read.brand.look.colour == "#112233"
    assert [file.name for file in read.knowledge] == ["deep/notes.md", "prices.csv"]
    assert voice_text(read.voice[0]) == "We rake.\nBy hand."
    assert [len(document.passages) for document in read.documents()] == [2, 1]


@pytest.mark.parametrize(
    "toml",
    [
        '[brand]\nname = "Salt"\nlanguage = "de"\nzone = "UTC"',
        'name = "Salt"\nlanguages = ["de", "en"]\ntimezone = "UTC"',
        'name = "Salt"\nlang = "de"\nunknown = 1',
    ],
)
def test_other_ways_to_say_it(tmp_path: Path, toml: str) -> None:
    assert read_folder(make(tmp_path / "b", toml)).brand.language == "de"


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("", "name"),
        ("name = ", "cannot be read"),
        ('name = ""', "name"),
        ("name = 3", "name"),
        ('name = "x"\nlanguage = "pt"', "not one of our languages"),
        ('name = "x"\nlanguages = [3]', "language"),
        ('name = "x"\nzone = "Nowhere/City"', "no time zone"),
        ('name = "x"\npolicy = 3', "policy"),
        ('name = "x"\n[policy]\nlabel_from = 60', "policy.label_from"),
        ('name = "x"\n[policy]\napprovers = ["viewer"]', "policy.approvers"),
        ('name = "x"\n[policy]\nlabelfrom = 6', "policy.labelfrom"),
        ('name = "x"\n[look]\ncolour = "blue"', "look.colour"),
    ],
)
def test_what_brand_toml_cannot_say(tmp_path: Path, toml: str, words: str) -> None:
    with pytest.raises(Invalid, match=words) as raised:
        read_folder(make(tmp_path / "b", toml))
    assert raised.value.mend


def test_folders_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    (tmp_path / "odd" / "brand.toml").mkdir(parents=True)
    (tmp_path / "bytes").mkdir()
    (tmp_path / "bytes" / "brand.toml").write_bytes(b'name = "\xff"')
    for name, words in (
        ("missing", "no folder"),
        ("file", "no folder"),
        ("empty", r"no brand\.toml"),
        ("odd", "cannot be read"),
        ("bytes", "cannot be read"),
    ):
        with pytest.raises(Invalid, match=words) as raised:
            read_folder(tmp_path / name)
        assert raised.value.mend


def test_nothing_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    made = make(tmp_path / "b", knowledge__a_md="Salt.\n")
    (tmp_path / "secret.md").write_text("Secret.\n")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "secret.md").write_text("Secret.\n")
    (made / "knowledge" / "link.md").symlink_to(tmp_path / "secret.md")
    (made / "knowledge" / "dir").symlink_to(tmp_path / "more")
    os.mkfifo(made / "knowledge" / "pipe.md")
    assert [file.name for file in read_folder(made).knowledge] == ["a.md"]


def test_too_many_or_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(tmp_path / "b", knowledge__a_md="Salt.\n", knowledge__b_md="Salt.\n")
    monkeypatch.setattr(folders, "MAX_FILES", 1)
    with pytest.raises(Invalid, match="2 files; 1 is the most"):
        read_folder(made)
    monkeypatch.setattr(folders, "MAX_FILES", 2)
    monkeypatch.setattr(folders, "MAX_BYTES", 3)
    with pytest.raises(Invalid, match=r"a\.md has more than"):
        read_folder(made)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    made = make(tmp_path / "b", knowledge__a_md="Salt.\n", knowledge__b_pdf="%PDF-broken")
    with pytest.raises(Invalid, match=r"b\.pdf"):
        list(read_folder(made).documents())
