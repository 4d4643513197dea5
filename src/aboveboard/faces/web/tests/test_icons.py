"""Every icon that a page or a view names is in icons.toml, so that no page fails for one."""

import re
from pathlib import Path

from aboveboard.faces.web.glyphs import glyphs
from aboveboard.faces.web.templatetags.ui import PLACES, STATES

WEB = Path(__file__).parents[1]
IN_TEMPLATES = re.compile(r"""{%\s*icon\s+["']([\w-]+)["']""")
IN_CODE = re.compile(r"\bicon=(.*)")
# Icons chosen by a state or a kind: the last string of a pair, or the values of a table.
IN_TABLES = re.compile(r"""(?:_WHAT|icons)\b[^=]*=\s*{(.*?)\n?\s*}""", re.DOTALL)


def named() -> dict[str, set[str]]:
    """Every icon that is named, with the files that name it."""
    found: dict[str, set[str]] = {}
    for path in WEB.rglob("*"):
        if path.suffix not in (".html", ".py") or "tests" in path.parts or path.name == "glyphs.py":
            continue
        text = path.read_text()
        names = IN_TEMPLATES.findall(text) if path.suffix == ".html" else []
        for value in IN_CODE.findall(text) if path.suffix == ".py" else ():
            names += re.findall(r'"([\w-]+)"', value)
        for table in IN_TABLES.findall(text) if path.suffix == ".py" else ():
            for line in table.split("\n" if "(" in table else ","):
                names += re.findall(r'"([\w-]+)"', line.split(":", 1)[-1])[-1:]
        for name in names:
            found.setdefault(name, set()).add(str(path.relative_to(WEB)))
    return found


def test_every_icon_that_is_named_is_listed() -> None:
    found = named()
    assert "layout-template" in found, "the tables of the views are read too"
    listed = set(glyphs().icons)
    assert {name: files for name, files in found.items() if name not in listed} == {}


def test_icons_of_states_and_places_are_listed() -> None:
    used = {state.icon for state in STATES.values()} | {place.icon for place in PLACES}
    assert used <= set(glyphs().icons)
