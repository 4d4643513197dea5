"""A brand as a folder: `brand.toml`, `voice/*.txt|md` and `knowledge/*`, read into values.

name = "Brackwater Saltworks"
language = "en"                  # en nl fr de hu
zone = "Europe/Amsterdam"
about = "Salt from the sea, made by wind."
[policy]                         # see `rules.Policy`
label_from = 20
[look]
colour = "#2F4A52"
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from aboveboard.brand.reading import KINDS, MAX_BYTES, Document, read
from aboveboard.brand.rules import LANGUAGES, Look, Policy
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid
from aboveboard.text.cleaning import clean

MAX_FILES = 500


class BrandFile(BaseModel):
    """What `brand.toml` says."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    name: str = Field(min_length=1, max_length=120)
    language: str = Field(default="en", validation_alias="language")
    zone: str = "UTC"
    about: str = ""
    policy: Policy = Policy()
    look: Look = Look()


@dataclass(frozen=True)
class File:
    """A file of knowledge or voice: its name within the folder and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class BrandFolder:
    """A brand's folder, read."""

    brand: BrandFile
    voice: tuple[File, ...]
    knowledge: tuple[File, ...]

    def documents(self) -> Iterator[Document]:
        """The knowledge, read into passages. Raises Invalid naming the file that cannot be."""
        for file in self.knowledge:
            yield read(file.name, file.data)


def read_folder(folder: Path) -> BrandFolder:
    """A brand from its folder. Raises Invalid, naming the file and the mend."""
    if not folder.is_dir():
        raise Invalid(
            f"There is no folder {folder}.", mend="Name the brand's folder.", code="folder"
        )
    told = _told(folder / "brand.toml")
    try:
        brand = BrandFile.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Invalid(
            f"brand.toml: {place}: {first['msg']}.", mend="Mend that line.", code="brand_toml"
        )
    if brand.language not in LANGUAGES:
        raise Invalid(
            f"brand.toml: “{brand.language[:10]}” is not one of our languages.",
            mend=f"Use one of {', '.join(LANGUAGES)}.",
            code="language",
        )
    clock.zone(brand.zone)
    return BrandFolder(
        brand=brand,
        voice=tuple(_files(folder / "voice", {".txt", ".md"})),
        knowledge=tuple(_files(folder / "knowledge", {f".{kind.lstrip('.')}" for kind in KINDS})),
    )


def voice_text(file: File) -> str:
    """The words of a voice sample."""
    return clean(file.data.decode("utf-8", errors="replace")).strip()


def _told(path: Path) -> dict[str, Any]:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Invalid(
            f"{path.parent} has no brand.toml.",
            mend='Make one; `name = "…"` is enough.',
            code="brand_toml",
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise Invalid(
            f"brand.toml cannot be read: {error}.", mend="Mend that line.", code="brand_toml"
        )
    inner = told.pop("brand", None)
    told = {**told, **inner} if isinstance(inner, dict) else told
    for given, ours in _ALIASES.items():
        if given in told:
            told.setdefault(ours, told.pop(given))
    if isinstance(told.get("languages"), list) and told["languages"]:
        told.setdefault("language", told["languages"][0])
    return told


_ALIASES = {"timezone": "zone", "lang": "language", "description": "about"}


def _files(folder: Path, suffixes: set[str]) -> Iterator[File]:
    if not folder.is_dir():
        return
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes and path.is_file() and not path.is_symlink()
    )
    if len(paths) > MAX_FILES:
        raise Invalid(
            f"{folder} holds {len(paths):,} files; {MAX_FILES} is the most.",
            mend="Put several into one.",
            code="folder",
        )
    for path in paths:
        try:
            if path.stat().st_size > MAX_BYTES:
                raise Invalid(
                    f"{path.name} has more than {MAX_BYTES // 1_000_000} MB.",
                    mend="Leave out its pictures or split it.",
                    code="folder",
                )
            yield File(name=path.relative_to(folder).as_posix(), data=path.read_bytes())
        except OSError as error:
            raise Invalid(
                f"{path} cannot be read: {error.strerror}.",
                mend="Look at who may read it.",
                code="folder",
            ) from error
