"""The command `aboveboard check`: the guards for one text file, or for a file of many lines."""

import gc
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from aboveboard.brand.folder import read_folder
from aboveboard.check.batch import (
    MAX_TEXT,
    NOTHING,
    Known,
    Reading,
    Text,
    known_of,
    load,
    plain_reading,
    read,
)
from aboveboard.faces.cli.commands.drafting import bytes_of
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError, Invalid
from aboveboard.kernel.forked import forked
from aboveboard.text.cleaning import clean

MAX_LINE = 4_000_000
# A file with no more lines is read before several processes have begun.
FEW = 40
# Two read twice as much as one; each takes up to 200 MB of its own, and as much for dictionaries.
# Elsewhere libraries of the system may break in a process that was forked.
PROCESSES = min(2, os.cpu_count() or 1) if sys.platform == "linux" else 1


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--brand", type=click.Path(path_type=Path), help="The brand's folder.")
@click.option("--channel", "name", default="site", show_default=True, help="The network it is for.")
@click.option("--lang", default="", help="The text's language; else it is guessed.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--batch",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Read lines of JSON instead, one text each, and print one line for each.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=PROCESSES,
    help="So many read a file of --batch with many lines; by default 2, where there are two cores.",
)
def check(
    file: Path | None,
    brand: Path | None,
    name: str,
    lang: str,
    as_json: bool,
    batch: Path | None,
    processes: int,
) -> None:
    """Let the guards read a text FILE. Exit code 1 when a finding would hold the post.

    With --batch each line is {"id", "text", "lang"?, "channel"?, "brand"?, "history"?, "pictures"?,
    "context"?} and gives {"id", "findings", "scores"}; one that cannot be read gives
    {"id", "error"}.
    """
    if batch:
        for answer in _answers(batch, brand, processes):
            click.echo(answer)
        return
    if not file:
        raise Invalid("There is no file to check.", mend="Name one, or use --batch.", code="file")
    text = clean(bytes_of(file).decode("utf-8", errors="replace")).strip()
    known = _known(brand.resolve()) if brand else NOTHING
    reading = _read({"text": text, "lang": lang, "channel": name}, known)
    if as_json:
        click.echo(json.dumps(plain_reading(reading), ensure_ascii=False))
    else:
        for one in reading.findings:
            click.echo(f"{one.severity} {one.code} [{one.start}:{one.end}] {one.message}")
        if not reading.findings:
            click.echo("The guards have nothing to remark.")
    if any(one.severity == "block" for one in reading.findings):
        sys.exit(1)


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file or of standard input ("-"), which may be larger than memory."""
    try:
        with click.open_file(str(path), encoding="utf-8", errors="replace") as lines:
            yield from (line for line in lines if line.strip())
    except OSError as error:
        raise Invalid(
            f"{path} cannot be read: {error.strerror}.", mend="Look at its name.", code="file"
        ) from error


def _answers(path: Path, usual: Path | None, processes: int) -> Iterator[str]:
    """What each line gives, as JSON, in their order.

    Lines from standard input are answered one by one: who writes them may wait for each answer.
    """
    lines = _lines(path)
    answer = partial(_told, usual=usual)
    first = list(islice(lines, FEW + 1)) if processes > 1 and path.is_file() else []
    if len(first) <= FEW:
        yield from map(answer, chain(first, lines))
        return
    with suppress(AboveboardError, json.JSONDecodeError, RecursionError):
        # For all of them at once; a line that cannot be read gives its error in its turn.
        told = _object(first[0])
        load(_text(told), _known_to(told, usual), today=clock.now().date())
    gc.collect()
    gc.freeze()
    yield from forked(answer, chain(first, lines), processes)


def _told(line: str, usual: Path | None) -> str:
    return json.dumps(_answer(line, usual), ensure_ascii=False)


def _answer(line: str, usual: Path | None) -> dict[str, Any]:
    """What a line gives; a bad one gives its error, and the next one goes on."""
    named: dict[str, Any] = {}
    try:
        told = _object(line)
        named = {"id": told["id"]} if "id" in told else {}
        return {**named, **plain_reading(_read(told, _known_to(told, usual)))}
    except (json.JSONDecodeError, RecursionError) as error:
        return {"error": f"This line is not JSON: {error}."}
    except AboveboardError as error:
        return {**named, "error": str(error)}


def _object(line: str) -> dict[str, Any]:
    told = json.loads(line) if len(line) <= MAX_LINE else None
    if not isinstance(told, dict):
        raise Invalid("A line is one JSON object.", mend="Write one object a line.")
    return told


def _known_to(told: dict[str, Any], usual: Path | None) -> Known:
    folder = told.get("brand") or usual
    return _known(Path(str(folder)).resolve()) if folder else NOTHING


def _read(told: dict[str, Any], known: Known) -> Reading:
    return read(_text(told), known, today=clock.now().date())


def _text(told: dict[str, Any]) -> Text:
    said = told.get("text")
    if isinstance(said, str) and len(said) > MAX_TEXT:
        raise Invalid(
            f"The text has {len(said):,} characters; {MAX_TEXT:,} is the most.",
            mend="Check it in parts.",
            code="too_long",
        )
    try:
        # What is given as null is not given.
        return Text.model_validate({name: one for name, one in told.items() if one is not None})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{place}: {first['msg']}.", mend="Mend that.", code="line") from error


@lru_cache(maxsize=8)
def _known(folder: Path) -> Known:
    return known_of(read_folder(folder))
