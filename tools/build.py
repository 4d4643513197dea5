"""Builds the wheel into dist/ and checks that the pages' files are in it: `make build`."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = (
    "aboveboard/static/staticfiles.json",
    "aboveboard/faces/web/static/vendor/icons.svg",
    "aboveboard/faces/web/templates/",
    "aboveboard/media/cards/fonts/newsreader-latin-500.ttf",
    "aboveboard/media/cards/templates/quote.svg",
    "aboveboard/text/correcting/packaged/nl.dic",
)


def main() -> int:
    dist = ROOT / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run(command, cwd=ROOT, check=True)
    (wheel,) = dist.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    missing = [part for part in NEEDED if not any(name.startswith(part) for name in names)]
    if missing:
        print(f"The wheel lacks {', '.join(missing)}. Run make setup, then make build.")
        return 1
    print(f"{wheel.relative_to(ROOT)}: {len(names)} files, {wheel.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
