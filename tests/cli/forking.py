"""The command, with its modules read once: each run is a fork of a process that has read them.

For tests that ask what a command says. What a process does by itself (starting, ending, being read
from, reading other settings) is asked of `running.Studio`.
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from pkgutil import resolve_name
from typing import IO, Any

from aboveboard.check.batch import Text, read
from aboveboard.faces.cli.main import COMMANDS, main
from tests.cli.running import Done, Studio
from tests.servers.process import ROOT


@dataclass(frozen=True)
class Prepared(Studio):
    """An installation whose commands are forks of `by`."""

    by: "Forking | None" = field(default=None)

    def run(self, *arguments: str | Path, stdin: str = "", **settings: str) -> Done:
        assert self.by
        done = self.by.run([*map(str, arguments)], stdin, {**self.environment, **settings})
        assert "Traceback" not in done.err, done.err
        return done


class Forking:
    """The process that has read everything, and the line on which it is asked."""

    def __init__(self, ask: IO[str], answers: IO[str]) -> None:
        self._ask, self._answers = ask, answers

    def run(self, arguments: list[str], stdin: str, environment: dict[str, str]) -> Done:
        told = {"arguments": arguments, "stdin": stdin, "environment": environment}
        print(json.dumps(told), file=self._ask, flush=True)
        answer = self._answers.readline()
        assert answer, "the process that forks has ended"
        return Done(**json.loads(answer))


@contextmanager
def forking(studio: Studio, *, with_django: bool) -> Iterator[Forking]:
    """With Django the settings are those of `studio`; without, each run reads its own."""
    asked, ask = os.pipe()
    answers, answer = os.pipe()
    command = [sys.executable, "-m", "tests.cli.forking", str(asked), str(answer)]
    with subprocess.Popen(
        [*command, "django" if with_django else ""],
        env=studio.environment,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        pass_fds=(asked, answer),
    ):
        os.close(asked)
        os.close(answer)
        # It ends when its line is closed.
        with os.fdopen(ask, "w") as out, os.fdopen(answers) as back:
            yield Forking(out, back)


def serve(asked: int, answer: int, *, with_django: bool) -> None:
    """Read the modules, then answer for each line with what a fork said and how it ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aboveboard.config.settings")
    if with_django:
        resolve_name("aboveboard.faces.cli.commands.starting:prepared")()
    for place, needs in COMMANDS.values():
        if with_django or not needs:
            importlib.import_module(f"aboveboard.faces.cli.commands.{place.partition(':')[0]}")
    # What guards look for in a language is read with the first text.
    read(Text(text="Salt, wind and time: that is all there is in it."), today=date(2026, 11, 25))
    with os.fdopen(asked) as lines, os.fdopen(answer, "w") as answers:
        for line in iter(lines.readline, ""):
            print(json.dumps(_forked(json.loads(line))), file=answers, flush=True)


def _forked(told: dict[str, Any]) -> dict[str, Any]:
    a_file = tempfile.TemporaryFile
    with a_file() as given, a_file() as out, a_file() as err:
        given.write(told["stdin"].encode())
        given.seek(0)
        if not (pid := os.fork()):
            for number, file in enumerate((given, out, err)):
                os.dup2(file.fileno(), number)
            os._exit(_ran(told["arguments"], told["environment"]))
        _, status = os.waitpid(pid, 0)
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode())
    return {"code": os.waitstatus_to_exitcode(status), "out": said[0], "err": said[1]}


def _ran(arguments: list[str], environment: dict[str, str]) -> int:
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["aboveboard", *arguments]
    code = 0
    try:
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]), with_django=bool(sys.argv[3]))
