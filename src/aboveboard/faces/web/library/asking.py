"""What a page of the library was asked for, read from its address, and its addresses."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aboveboard.brand.models import Brand
from aboveboard.create.assets.ending import today_of
from aboveboard.create.assets.library import KINDS, SORTS, Asked
from aboveboard.create.assets.rights import STATES

SIZE = 60
_FAR = 1_000

KIND_WORDS = {
    "picture": _("Pictures"),
    "video": _("Videos"),
    "made": _("Made here"),
    "generated": _("From a model"),
}
RIGHTS_WORDS = {
    "untold": _("Nothing told"),
    "free": _("Without an end"),
    "dated": _("With an end"),
    "ending": _("Ends within two weeks"),
    "ended": _("Has ended"),
    "no_consent": _("People did not agree"),
}
SORT_WORDS = {"newest": _("Newest first"), "oldest": _("Oldest first"), "name": _("By name")}


@dataclass(frozen=True)
class View:
    """A page of the library: what was asked, and which page of the answer."""

    asked: Asked
    page: int
    given: Mapping[str, str]

    def url(self, **changed: str) -> str:
        """The address of the same with something changed, from its first page on."""
        kept = {name: value for name, value in {**self.given, **changed}.items() if value}
        return reverse("assets") + (f"?{urlencode(kept)}" if kept else "")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked besides the order."""
        return bool(set(self.given) - {"sort"})


_NAMES = ("q", "folder", "loose", "tag", "kind", "rights", "unused", "removed", "sort")


def view_of(query: QueryDict, brand: Brand) -> View:
    """Reads an address; what it does not know, it leaves out."""
    given = {name: query.get(name, "").strip()[:300] for name in _NAMES}
    known = {"kind": KINDS, "rights": STATES, "sort": SORTS}
    for name, values in known.items():
        if given[name] not in values:
            given[name] = ""
    page = query.get("page", "1")
    asked = Asked(
        today=today_of(brand),
        words=given["q"],
        folder=given["folder"],
        loose=bool(given["loose"]),
        tag=given["tag"],
        kind=given["kind"],
        rights=given["rights"],
        unused=bool(given["unused"]),
        removed=bool(given["removed"]),
        sort=given["sort"] or "newest",
    )
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1
    here = {name: value for name, value in given.items() if value}
    return View(asked, min(max(number, 1), _FAR), here)
