"""Regular expressions that take long to compile are kept between runs, as compiled code is.

The guards have hundreds of long ones in five languages; compiling them takes seconds in each
worker. They are known by their whole source, their flags and the version of the library.
"""

import os
import pickle
import sys
import time
from pathlib import Path
from typing import Any

import regex

# Seconds from which one is kept, and of how many on the file is begun anew.
_LONG, _MANY = 0.004, 5_000
_FILE = Path(os.environ["HYPOTHESIS_STORAGE_DIRECTORY"]) / (
    f"patterns-{regex.__version__}-{sys.implementation.cache_tag}.pickle"
)
_compile = regex.compile
_kept: dict[tuple[str, int], Any] = {}
_new: dict[tuple[str, int], Any] = {}


def _load() -> dict[tuple[str, int], Any]:
    try:
        return dict(pickle.loads(_FILE.read_bytes()))
    except FileNotFoundError:
        return {}


def _quickly(pattern: Any, flags: int = 0, *more: Any, **named: Any) -> Any:
    if more or named or not isinstance(pattern, str):
        return _compile(pattern, flags, *more, **named)
    key = (pattern, int(flags))
    if key in _kept:
        return _kept[key]
    began = time.process_time()
    made = _compile(pattern, flags)
    if time.process_time() - began > _LONG:
        _new[key] = made
    return made


def pytest_configure() -> None:
    _kept.update(_load())
    regex.compile = _quickly


def pytest_unconfigure() -> None:
    regex.compile = _compile
    if not _new:
        return
    # What another worker kept meanwhile stays.
    there = _load()
    there = {**there, **_new} if len(there) < _MANY else _new
    _FILE.parent.mkdir(parents=True, exist_ok=True)
    part = _FILE.with_suffix(f".{os.getpid()}")
    part.write_bytes(pickle.dumps(there))
    part.replace(_FILE)
