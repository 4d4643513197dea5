"""What a machine may lack: hunspell's dictionaries, which the system's packages bring."""

import pytest

from aboveboard.text.correcting.dictionaries import PACKAGES, place

_MISSING = ", ".join(package for lang, package in PACKAGES.items() if place(lang) is None)
if_there = pytest.mark.skipif(bool(_MISSING), reason=f"not on this machine: {_MISSING}")
