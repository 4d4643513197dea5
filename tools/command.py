"""Runs one command of the set-up and says, when it fails, which step it was and how to mend it."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from stamps import ROOT


class Failed(Exception):
    """A step failed. `mend` tells what to do."""

    def __init__(self, step: str, why: str, mend: str) -> None:
        super().__init__(f"Setting up failed at: {step}\n{why}\nTo mend it: {mend}")


def say(words: str) -> None:
    print(f"  {words}", flush=True)


def run(
    step: str,
    command: Sequence[str | Path],
    *,
    mend: str,
    cwd: Path = ROOT,
    tries: int = 1,
) -> None:
    """Run a command quietly. Raises Failed with the end of its output."""
    said = ""
    for attempt in range(tries):
        if attempt:
            say(f"{step}: trying again ({attempt + 1} of {tries})")
            time.sleep(2 * attempt)
        try:
            done = subprocess.run(
                [str(part) for part in command],
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                check=False,
            )
        except OSError as error:
            said = str(error)
            continue
        if done.returncode == 0:
            return
        said = done.stdout
    tail = "\n".join(f"    {line}" for line in said.strip().splitlines()[-25:])
    raise Failed(step, tail, mend)


def complain(error: Failed) -> int:
    print(error, file=sys.stderr)
    return 1
