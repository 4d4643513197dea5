"""Our modules find each other under hashed names: every import has the form that is rewritten."""

import re
from pathlib import Path

from aboveboard.faces.web import storage

MODULES = Path(storage.__file__).parent / "static" / "js"


def test_every_import_is_rewritten_and_leads_somewhere() -> None:
    pattern = re.compile(storage.PageFiles.patterns[-1][1][0][0])
    seen = 0
    for module in MODULES.glob("*.js"):
        code = re.sub(r"(?m)^\s*//.*$", "", module.read_text())
        statements = re.findall(r"(?ms)^import\b.*?;$", code)
        assert "import(" not in code
        for statement in statements:
            found = pattern.search(statement)
            assert found, f"{module.name}: {statement}"
            assert (MODULES / found["url"]).exists()
            seen += 1
    assert seen
