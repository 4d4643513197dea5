"""What second-language writers get wrong and one can tell from the words alone, per language.

Only what is hardly ever right is here; `likely` marks what now and then is.
"""

from collections.abc import Iterator
from functools import cache

import regex

from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.phrases import de, en, fr, hu, nl
from aboveboard.text.correcting.phrases.row import Row
from aboveboard.text.correcting.rules import found

ROWS = {"en": en.ROWS, "nl": nl.ROWS, "fr": fr.ROWS, "de": de.ROWS, "hu": hu.ROWS}


def phrase_corrections(text: str, lang: str) -> Iterator[Correction]:
    """What the rows of this language find in a veiled text."""
    for pattern, row in _patterns(lang):
        for match in pattern.finditer(text):
            said = row.put(match)
            if said != match[0]:
                start, end = match.span()
                yield found(text, start, end, said, kind="phrase", why=row.why, sure=row.sure)


@cache
def _patterns(lang: str) -> list[tuple["regex.Pattern[str]", Row]]:
    return [
        (
            regex.compile(
                rf"(?<![\p{{L}}\p{{N}}'’_-])(?:{row.pattern})"
                r"(?:(?<=[\s-])|(?![\p{L}\p{N}_]|-[\p{L} ]|['’]\p{L}))",
                regex.IGNORECASE,
            ),
            row,
        )
        for row in ROWS[lang]
    ]
