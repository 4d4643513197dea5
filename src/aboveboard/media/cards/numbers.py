"""Numbers for a chart, as a person types them: a label and a number each line.

In: “Monday: 1,234.5” in a language's way of writing numbers. Out: `Number`s, shown as that language
writes them. Unicode CLDR, by Babel.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import NumberFormatError, format_decimal, parse_decimal

from aboveboard.media.cards.errors import Problem

MOST = 12
_LINE = re.compile(r"(?P<label>.*?)\s*[:;]\s*(?P<number>[^:;]+)")


@dataclass(frozen=True)
class Number:
    """One number with its label; `shown` is what stands in the chart."""

    label: str
    value: float
    shown: str


def numbers(text: str, *, field: str, language: str, unit: str) -> list[Number] | Problem:
    """The numbers of a text, or why they are none."""
    found = []
    for line in filter(None, (one.strip() for one in text.split("\n"))):
        match = _LINE.fullmatch(line)
        value = _value(match["number"], language) if match else None
        if not match or value is None:
            return Problem(
                field,
                f"“{line[:60]}” is no label with a number.",
                "Write one a line, like “Monday: 12”.",
                "numbers",
            )
        found.append(Number(match["label"], float(value), _shown(value, language, unit)))
    if len(found) > MOST:
        return Problem(
            field,
            f"There are {len(found):,} numbers; a chart shows {MOST:,} at the most.",
            "Leave some out, or put them together.",
            "numbers",
        )
    return found


def _value(text: str, language: str) -> Decimal | None:
    text = text.strip().replace("−", "-")
    try:
        return parse_decimal(re.sub(r"[ \u00a0\u202f]", "", text), locale=language, strict=True)
    except NumberFormatError:
        return None


def _shown(value: Decimal, language: str, unit: str) -> str:
    said = format_decimal(value, locale=language).replace("\u202f", "\u00a0").replace("-", "−")
    if not unit:
        return said
    return f"{said}{unit}" if unit == "%" and language == "en" else f"{said}\u00a0{unit}"
