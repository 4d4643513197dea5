"""All templates of cards: the studio's own, and those that a designer put into a folder."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aboveboard.media.cards.errors import NoSuchTemplate, NotATemplate
from aboveboard.media.cards.grounds import must_stand
from aboveboard.media.cards.templates import OWN, Template, read


@dataclass(frozen=True)
class Broken:
    """A file that is no template, and why."""

    name: str
    why: NotATemplate


def templates(*folders: Path) -> tuple[dict[str, Template], tuple[Broken, ...]]:
    """All templates of our own and of the folders (which go before), and the broken ones."""
    found: dict[str, Template] = {}
    broken = []
    for folder in (OWN, *folders):
        for path in sorted(folder.glob("*.svg")):
            try:
                found[path.stem] = _usable(path)
            except NotATemplate as error:
                broken.append(Broken(path.name, error))
    return found, tuple(broken)


def template(name: str, *folders: Path) -> Template:
    """The template of that name. Raises NoSuchTemplate, or NotATemplate for a broken one."""
    for folder in (*reversed(folders), OWN):
        path = folder / f"{name}.svg"
        if re.fullmatch(r"[\w-]{1,60}", name) and path.is_file():
            return _usable(path)
    names = ", ".join(templates(*folders)[0])
    raise NoSuchTemplate(f"There is no card named “{name[:60]}”.", mend=f"There is: {names}.")


def _usable(path: Path) -> Template:
    found = read(path)
    if not found.is_own and (why := _stands(found)):
        raise why
    return found


@lru_cache(maxsize=200)
def _stands(found: Template) -> NotATemplate | None:
    """Why its boxes do not stand where they say; looked at once, until the file changes."""
    try:
        must_stand(found)
    except NotATemplate as error:
        return error
    return None
