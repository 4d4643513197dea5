"""Tables to passages: every row becomes "column: value; column: value"."""

import csv
import io
from collections.abc import Sequence

import regex

from aboveboard.brand.reading.documents import Draft, PassageText
from aboveboard.kernel.errors import Invalid

_DELIMITERS = ",;\t|"
_NUMBER = regex.compile(r"[-+]?\d[\d\s.,'’]*")
# "price (€)", "weight [g]", "price_eur", "weight in kg"
_UNIT = regex.compile(
    r"^(?P<name>.*?)(?:\s*[(\[](?P<a>[^)\]]{1,12})[)\]]|[_\s]+(?:in[_\s]+)?(?P<b>eur|euro|usd|gbp|"
    r"huf|chf|ft|kg|g|mg|ml|cl|dl|l|mm|cm|m|km|min|h|pct|percent))$",
    regex.IGNORECASE,
)
_WORDS = {"pct": "%", "percent": "%"}
_MAX_FIELD = 200_000


def read_csv(name: str, text: str) -> Draft:
    """A passage for each row of a CSV file; the first row names the columns if it can.

    Raises `Invalid` when the quotes do not match up or a cell is over 200,000 characters.
    """
    csv.field_size_limit(_MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    passages: list[PassageText] = []
    header: list[str] | None = None
    start = 1
    number = 0
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            number += 1
            if header is None:
                header = _header(cells)
                if header:
                    continue
            passage = joined_row(header, cells)
            if passage:
                passages.append(PassageText(line, passage, f"row {number}", "row"))
    except csv.Error as error:
        raise Invalid(
            f"“{name}” stops being a table at line {reader.line_num}: {error}. Nothing was read.",
            mend="Save it again as CSV from the program it was made in.",
        )
    return Draft(None, passages)


def joined_row(header: Sequence[str], cells: Sequence[str]) -> str:
    """The cells with their columns' names; a unit in the name goes to the number it is for."""
    pairs = []
    for at, cell in enumerate(cells):
        value = " ".join(cell.split())
        if not value:
            continue
        column = header[at].strip() if at < len(header) else ""
        unit = _UNIT.match(column)
        if unit and _NUMBER.fullmatch(value):
            column = unit.group("name").strip(" _") or column
            mark = unit.group("a") or unit.group("b")
            mark = _WORDS.get(mark.casefold(), mark)
            value = f"{value} {mark.upper() if len(mark) == 3 else mark}"
        pairs.append(f"{column.replace('_', ' ')}: {value}" if column else value)
    return "; ".join(pairs)


def _header(cells: Sequence[str]) -> list[str]:
    """The columns' names, or [] when the first row holds values already."""
    names = [cell.strip() for cell in cells]
    filled = [name for name in names if name]
    if any(_NUMBER.fullmatch(name) for name in filled) or len(set(filled)) < len(filled):
        return []
    return names


def _delimiter(text: str) -> str:
    """The mark that cuts the first lines into the same number of cells, more than one."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    best, score = ",", 0.0
    for mark in _DELIMITERS:
        counts = [len(row) for row in csv.reader(lines, delimiter=mark)]
        if not counts or counts[0] < 2:
            continue
        same = sum(count == counts[0] for count in counts) / len(counts)
        if (rate := same * 100 + min(counts[0], 20)) > score:
            best, score = mark, rate
    return best
