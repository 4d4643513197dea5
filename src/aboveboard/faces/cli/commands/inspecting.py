"""The command `inspect`: what a file says of itself. Needs no database."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from aboveboard.media.credentials import Told
from aboveboard.media.credentials import inspect as told_by
from aboveboard.media.looking import look

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_STATES = {
    "trusted": "Valid, and signed by whom you trust.",
    "valid": "Valid. Who signed it is not among those you trust.",
    "invalid": "Not valid: the file is not what was signed.",
    "none": "It says nothing of itself. That tells nothing of who made it.",
    "unreadable": "There is a manifest that cannot be read.",
}


@click.command()
@click.argument("file", type=_FILE)
@click.option("--trust", multiple=True, type=_FILE, help="A certificate whom you trust, as PEM.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def inspect(file: Path, trust: tuple[Path, ...], as_json: bool) -> None:
    """Say what a picture or video FILE says of itself. Needs no database."""
    trusts = [one.read_text(encoding="utf-8") for one in trust]
    told = told_by(file, look(file.name, file).mime, trusts=trusts)
    if as_json:
        click.echo(json.dumps({**asdict(told), "says_model": told.says_model}, ensure_ascii=False))
        return
    for line in _lines(told):
        click.echo(line)


def _lines(told: Told) -> list[str]:
    lines = [_STATES[told.state]]
    if told.signer:
        lines.append(f"Signed by: {told.signer} ({told.issuer})")
    if told.made_by:
        lines.append(f"Written by: {told.made_by}")
    for step in told.steps:
        more = ", ".join(part for part in (step.source or "", step.by, step.why) if part)
        lines.append(f"{step.action}{f': {more}' if more else ''}")
    lines += [f"Made from: {name}" for name in told.ingredients]
    if told.xmp:
        lines.append(f"Its XMP says: {told.xmp}")
    if told.says_model:
        lines.append("It says that a model made it, or a part of it.")
    lines += [f"Does not hold: {problem}" for problem in told.problems]
    return lines
