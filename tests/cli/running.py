"""The command as people run it: `python -m aboveboard` in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_OURS = ("ABOVEBOARD_", "DATABASE_URL", "DJANGO_", "PORT")


@dataclass(frozen=True)
class Done:
    """What a command wrote and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass(frozen=True)
class Studio:
    """An installation: its folder and further settings."""

    home: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        return {**kept, "ABOVEBOARD_HOME": str(self.home), **self.settings}

    def command(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-m", "aboveboard", *map(str, arguments)]

    def run(self, *arguments: str | Path, stdin: str = "", **settings: str) -> Done:
        """Run to the end, whatever that is; a trace is never an answer to a person."""
        done = subprocess.run(
            self.command(*arguments),
            input=stdin,
            text=True,
            capture_output=True,
            env={**self.environment, **settings},
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    def does(self, *arguments: str | Path, stdin: str = "") -> Done:
        """Run what must succeed."""
        done = self.run(*arguments, stdin=stdin)
        assert done.code == 0, f"{arguments}: {done.err}{done.out}"
        return done

    def refuses(self, *arguments: str | Path, stdin: str = "") -> str:
        """Run what must fail with words; gives the words."""
        done = self.run(*arguments, stdin=stdin)
        assert done.code == 1, f"{arguments}: {done.code} {done.err}{done.out}"
        return done.err + done.out

    def worker(self) -> "subprocess.Popen[bytes]":
        """A worker that goes on until it is ended."""
        return subprocess.Popen(
            self.command("worker"),
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def write(path: Path, content: str | bytes) -> Path:
    """A file with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def brand_folder(folder: Path, name: str = "Brackwater Saltworks") -> Path:
    """A brand as a folder."""
    write(
        folder / "brand.toml",
        f'name = "{name}"\nlanguage = "en"\nzone = "Europe/Amsterdam"\nabout = "Sea salt."\n',
    )
    write(folder / "voice" / "letter.txt", "We make no great words. Salt is water, and waiting.")
    write(
        folder / "knowledge" / "open-day.md",
        "# Open day\n\nOn 5 December the pans are open from 10:00 to 16:00.\n\n"
        "Last year about 600 guests came.\n",
    )
    write(folder / "knowledge" / "prices.csv", "item,price\nRefill tin,€6.40\nFlake salt,€4.90\n")
    return folder


def csv_file(path: Path, *rows: Sequence[Any], header: str = "channel,text,at") -> Path:
    """A CSV with these rows."""
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
    return write(path, "\n".join([header, *lines]) + "\n")
