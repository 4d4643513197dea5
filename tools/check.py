"""What `make check` does: five checks, told apart, the slow ones side by side."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
CODE = ["src", "tests", "tools", "conftest.py"]


@dataclass(frozen=True)
class Check:
    """One command; `mend` says how its findings are mended."""

    name: str
    command: list[str]
    mend: str


def checks(jobs: str, quick: str) -> list[list[Check]]:
    """The checks in groups; those of one group run at the same time."""
    return [
        [
            Check("lint", ["ruff", "check", "-q", *CODE], "ruff check --fix, then by hand"),
            Check("format", ["ruff", "format", "--check", "-q", *CODE], "ruff format"),
        ],
        [
            Check("contracts", ["lint-imports"], "import downward only (.importlinter)"),
            Check("types", ["mypy", *CODE], "mend the types"),
            Check(
                "fast tests",
                [
                    "pytest",
                    "-q",
                    "-n",
                    jobs,
                    "--dist",
                    "loadfile",
                    "-m",
                    quick,
                    "--hypothesis-profile=quick",
                ],
                "mend the code or the test",
            ),
        ],
    ]


def main() -> int:
    jobs, quick = sys.argv[1:]
    failed = []
    for group in checks(jobs, quick):
        began = time.monotonic()
        running = [(check, _start(check)) for check in group]
        for check, process in running:
            said, _ = process.communicate()
            took = time.monotonic() - began
            print(f"{check.name}: {'ok' if not process.returncode else 'FAILED'} ({took:.0f} s)")
            if process.returncode:
                failed.append(check)
                print(said)
            elif check.name == "fast tests":
                print(said.rstrip().rsplit("\n", 1)[-1])
            sys.stdout.flush()
    for check in failed:
        print(f"To mend {check.name}: {check.mend}.")
    return 1 if failed else 0


def _start(check: Check) -> subprocess.Popen[str]:
    program, *arguments = check.command
    return subprocess.Popen(
        [BIN / program, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


if __name__ == "__main__":
    sys.exit(main())
