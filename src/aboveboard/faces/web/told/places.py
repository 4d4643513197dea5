"""Where a passage stands, in the page's language: “prices.csv, row 7”.

In: a place as `brand.reading` says it, or an entry on file that ends with one. Out: the same with
its own words told; names of files and headings stay as they are.
"""

import re

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

_PLACES = {
    "line": _("line %(number)s"),
    "page": _("page %(number)s"),
    "paragraph": _("paragraph %(number)s"),
    "row": _("row %(number)s"),
}
_PLACE = re.compile(rf"((?:^|, ))({'|'.join(_PLACES)}) (\d+)(?=$|, “)")


def place_told(where: str) -> str:
    """A place in the active language."""
    return _PLACE.sub(lambda at: at[1] + gettext(_PLACES[at[2]]) % {"number": at[3]}, where)


def entry_told(entry: str) -> str:
    """An entry on file whose place stands behind it in parentheses."""
    said, opened, place = entry.rpartition(" (")
    return f"{said}{opened}{place_told(place[:-1])})" if place.endswith(")") else entry
