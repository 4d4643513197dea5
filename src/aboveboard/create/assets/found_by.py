"""By which words an asset is found: its own, folded alike by the database and in a question.

Folded is: lower case, without marks over and under letters, ligatures apart, marks between words
as blanks. So "creme brulee" finds "Crème brûlée", and "hofel" the Hungarian "hófel".
"""

import re
import unicodedata

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import F, Func

# Letters that no decomposition takes apart. The same stand in `create_folded` (migration 0007).
_APART = {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
_MARKS = re.compile(r"[\u0300-\u036f]")
_BETWEEN = re.compile(r"[!-/:-@\[-`{-~“”„‘’«»…–—·\s]+")
MOST_WORDS = 12

WORDS = Func(
    F("name"),
    F("alt"),
    F("tags"),
    F("folder"),
    F("licence"),
    F("holder"),
    F("source"),
    F("note"),
    F("recipe"),
    function="create_asset_words",
    output_field=SearchVectorField(),
)


def folded(text: str) -> str:
    """The words of a text as they are compared, one blank between them."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
    for letter, apart in _APART.items():
        bare = bare.replace(letter, apart)
    return _BETWEEN.sub(" ", bare).strip()


def asked(text: str) -> SearchQuery | None:
    """A question for all of its words, each as the beginning of one; None for no words."""
    words = folded(text).split()[:MOST_WORDS]
    if not words:
        return None
    raw = " & ".join("'" + word.replace("\\", "") + "':*" for word in words)
    return SearchQuery(raw, config="simple", search_type="raw")
