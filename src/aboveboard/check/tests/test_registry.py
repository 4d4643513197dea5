"""Each guard stands in the registry once."""

from pathlib import Path

from aboveboard.check import guards


def test_every_module_is_registered_once() -> None:
    codes = [guard.code for guard in guards.GUARDS]
    assert len(codes) == len(set(codes))
    modules = {path.stem for path in Path(guards.__file__).parent.glob("*.py")}
    assert modules - {"__init__"} <= set(codes)
