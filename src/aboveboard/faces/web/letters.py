"""Makes the fonts of cards from web/node_modules, as the TrueType files that resvg reads."""

from pathlib import Path

from aboveboard.kernel.digest import sha256
from aboveboard.media.cards.fonts import FOLDER, STEMS
from aboveboard.media.cards.woff import truetype


def source(stem: str) -> str:
    """The package file of a font: "newsreader-latin-ext-500" is one of @fontsource/newsreader."""
    family = stem.split("-latin")[0]
    return f"@fontsource/{family}/files/{stem}-normal.woff"


def made(lock: Path, folder: Path = FOLDER) -> bool:
    """Whether all are there, from the packages that the lock file names."""
    stamp = folder / ".stamp"
    return (
        stamp.exists()
        and stamp.read_text() == sha256(lock.read_text())
        and all((folder / f"{stem}.ttf").exists() for stem in STEMS)
    )


def make(modules: Path, lock: Path, folder: Path = FOLDER) -> None:
    """Write each font. Raises FileNotFoundError where a package lacks one."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem in STEMS:
        font = truetype((modules / source(stem)).read_bytes(), stem)
        (folder / f"{stem}.ttf").write_bytes(font)
    (folder / ".stamp").write_text(sha256(lock.read_text()))
