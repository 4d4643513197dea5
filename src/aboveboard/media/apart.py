"""Runs one of our functions in a process of its own, with limits on its time and memory.

What looks into pictures closely needs large libraries and may meet a file that was made to harm;
neither shall weigh on the studio or take it along. Arguments and answer pass as JSON; `NotMedia`
comes back as it was raised.
"""

import json
import os
import resource
import subprocess
import sys
from pkgutil import resolve_name
from typing import Any

from aboveboard.media.errors import NotMedia

SECONDS = 60
MEGABYTES = 1_500
# One thread each: the limit counts address space, of which every thread takes much.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def apart(place: str, *args: object, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Any:
    """What the function at `place` ("package.module:name") answers.

    `megabytes` of address space are what it may take. Raises NotMedia with what the function said,
    or for a file that took too long or too much.
    """
    asked = json.dumps({"place": place, "args": args, "megabytes": megabytes})
    try:
        done = subprocess.run(
            [sys.executable, "-m", "aboveboard.media.apart"],
            input=asked.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            env=os.environ | _ENVIRONMENT,
        )
    except subprocess.TimeoutExpired:
        raise _too_much(f"This file could not be worked through within {seconds:g} seconds.")
    if done.returncode:
        raise _too_much("This file could not be worked through with the memory there is for one.")
    answer = json.loads(done.stdout)
    if refused := answer.get("refused"):
        raise NotMedia(refused["message"], mend=refused["mend"], code=refused["code"])
    return answer["is"]


def _too_much(said: str) -> NotMedia:
    return NotMedia(said, mend="Save it smaller and try again.", code="too_much")


def main() -> None:
    asked = json.loads(sys.stdin.buffer.read())
    function = resolve_name(asked["place"])
    most = int(asked["megabytes"]) * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    try:
        answer: dict[str, Any] = {"is": function(*asked["args"])}
    except NotMedia as error:
        answer = {"refused": {"message": error.message, "mend": error.mend, "code": error.code}}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
