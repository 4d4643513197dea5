"""No file has grown beyond what one reads in a sitting."""

from tests.architecture.house import ROOT, sources

LIMIT = 400


def test_no_file_is_longer_than_the_limit() -> None:
    paths = list(sources(".py", ".html", ".js", ".css", tests=True))
    paths += [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tools").rglob("*.py")]
    own = [path for path in paths if "node_modules" not in path.parts]
    assert len(own) > 100
    lengths = {path.relative_to(ROOT): len(path.read_text().splitlines()) for path in own}
    assert {str(path): count for path, count in lengths.items() if count > LIMIT} == {}
