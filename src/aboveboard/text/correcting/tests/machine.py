"""What a machine may lack: dictionaries that tell more than those that setup brings."""

import pytest

from aboveboard.text.correcting.dictionaries import PACKAGED, PACKAGES, place

_BROUGHT = (
    PACKAGES[lang] for lang in ("fr", "de") if (p := place(lang)) is None or p.parent == PACKAGED
)
_MISSING = ", ".join(_BROUGHT)
if_there = pytest.mark.skipif(bool(_MISSING), reason=f"not on this machine: {_MISSING}")
