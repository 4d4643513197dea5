"""Reads texts in a process of its own, which begins when it is needed and ends when it is not.

Harper and the dictionaries take some 200 MB; the studio's own processes shall not carry them.
One JSON object a line goes in, one comes out, in turn.
"""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from aboveboard.kernel.errors import AboveboardError
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.reading import Read, read
from aboveboard.text.correcting.surely import sure_corrections

# The first text waits for the libraries.
FIRST_SECONDS, SECONDS = 30.0, 10.0
IDLE_SECONDS = 300.0
_MODULE = "aboveboard.text.correcting.reader"


class Unread(AboveboardError):
    """A text could not be read for its spelling."""

    status = 503


class Reader:
    """One process that reads; asked by one thread at a time."""

    def __init__(self, *, idle: float = IDLE_SECONDS) -> None:
        self._idle = idle
        self._process: subprocess.Popen[bytes] | None = None
        self.forget()

    def forget(self) -> None:
        """Begin anew, as a process does that was forked from the one that this one reads for."""
        # Kept, since its pipes are to be neither flushed nor closed from here.
        self._theirs, self._process = self._process, None
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._answered = 0.0

    def read(self, text: str, lang: str, *, known: Collection[str] = (), folder: str = "") -> Read:
        """As `reading.read`. Raises Unread when no answer comes; the next text begins anew."""
        told = self._ask({"text": text, "lang": lang, "known": sorted(known), "folder": folder})
        return Read(_corrections(told), told["missing"])

    def surely(self, text: str, lang: str, *, folder: str = "") -> tuple[Correction, ...]:
        """As `surely.sure_corrections`. Raises Unread, as `read` does."""
        return _corrections(self._ask({"surely": text, "lang": lang, "folder": folder}))

    def _ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            told: dict[str, Any] = json.loads(self._answer(json.dumps(asked).encode() + b"\n"))
            self._rest()
        if "failed" in told:
            raise _unread(told["failed"])
        return told

    def close(self) -> None:
        """End the process; another text begins it again."""
        with self._lock:
            self._end()

    def _answer(self, asked: bytes) -> bytes:
        is_new = self._process is None or self._process.poll() is not None
        if is_new:
            self._process = subprocess.Popen(
                [sys.executable, "-m", _MODULE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        process = self._process
        if not process or not process.stdin or not process.stdout:
            raise _unread("It did not begin.")
        try:
            process.stdin.write(asked)
            process.stdin.flush()
            seconds = FIRST_SECONDS if is_new else SECONDS
            ready, _, _ = select.select([process.stdout], [], [], seconds)
            line = process.stdout.readline() if ready else b""
        except OSError:
            line = b""
        if not line:
            self._end()
            raise _unread("It gave no answer in time.")
        return line

    def _rest(self) -> None:
        self._answered = time.monotonic()
        # A timer for each text would cost more than many a text.
        if self._timer is None:
            self._wait(self._idle)

    def _wait(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._end_when_idle)
        self._timer.daemon = True
        self._timer.start()

    def _end_when_idle(self) -> None:
        with self._lock:
            left = self._answered + self._idle - time.monotonic()
            if self._timer is threading.current_thread():
                if left > 0:
                    self._wait(left)
                else:
                    self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()


def _unread(why: str) -> Unread:
    return Unread(
        f"Spelling and grammar could not be looked at: {why}",
        mend="Your text is as it was. Save it once more to try again.",
        code="unread",
    )


READER = Reader()
atexit.register(READER.close)
os.register_at_fork(after_in_child=READER.forget)


def _corrections(told: dict[str, Any]) -> tuple[Correction, ...]:
    return tuple(Correction(**{**one, "instead": tuple(one["instead"])}) for one in told["found"])


def _read(asked: dict[str, Any]) -> dict[str, Any]:
    lang, folder = asked["lang"], asked["folder"]
    if "surely" in asked:
        found = sure_corrections(asked["surely"], lang, folder=folder)
        return {"found": [asdict(one) for one in found]}
    done = read(asked["text"], lang, known=asked["known"], folder=folder)
    return {"found": [asdict(one) for one in done.corrections], "missing": done.missing}


def main() -> None:
    """Answer each line until there are no more."""
    os.nice(5)
    # Ctrl-C is for the process that asks; when that one ends, no more lines come.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Libraries that write to standard output shall not be taken for the answer.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            told = _read(asked)
        except Exception as error:  # the next text shall be read all the same
            told = {"failed": f"{type(error).__name__}."}
        answers.write(json.dumps(told) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
