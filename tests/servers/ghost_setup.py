"""Install the Ghost of the tests: `python -m tests.servers.ghost_setup`, into var/servers.

Ghost comes as one package with a lock file of its own for pnpm. The package is held to its hash
here, pnpm to our lock file, and all that pnpm fetches to that of Ghost. No script of theirs is
run. A second run does nothing.
"""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from aboveboard.kernel.digest import file_sha256
from tests.servers import node
from tests.servers.process import BUILT

VERSION = "6.65.0"
_SHA256 = "891f68c7da02fe376b1a23e1f28e311da6304dbc95a81b589ff5c4be2c91dc89"
HERE = Path(__file__).parent / "ghost"
HOME = BUILT / f"ghost-{VERSION}"
PACKAGE = HOME / "package"
_STAMP = HOME / ".aboveboard-setup"


def missing() -> str:
    """Why it cannot be started, in words for a skipped test; empty when it can."""
    if not _STAMP.exists():
        return "Ghost is not installed: run python -m tests.servers.ghost_setup"
    return ""


def main() -> None:
    if _STAMP.exists():
        return
    print("Ghost: installing packages …", flush=True)
    shutil.rmtree(HOME, ignore_errors=True)
    shutil.copytree(HERE, HOME)
    _npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")
    _npm("pack", f"ghost@{VERSION}", "--silent")
    packed = HOME / f"ghost-{VERSION}.tgz"
    if (found := file_sha256(packed)) != _SHA256:
        sys.exit(f"{packed.name} is not the one that we know: its SHA-256 is {found}.")
    with tarfile.open(packed) as archive:
        archive.extractall(HOME, filter="data")
    packed.unlink()
    # SQLite would have to be compiled: it is not, and the tests use MariaDB.
    _run(
        node.NODE, HOME / "node_modules" / "pnpm" / "bin" / "pnpm.mjs", "install", "--prod",
        "--frozen-lockfile", "--ignore-scripts",
        f"--store-dir={HOME / 'store'}", cwd=PACKAGE,
    )  # fmt: skip
    _STAMP.touch()


def _npm(*words: str) -> None:
    _run(node.NODE, node.NPM, *words, cwd=HOME)


def _run(*command: object, cwd: Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=node.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"Installing Ghost failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


if __name__ == "__main__":
    main()
