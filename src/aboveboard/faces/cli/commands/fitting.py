"""The command `fit`: a picture for each network, cut, sized and light enough. A file needs no
database; a picture of the library goes by its id and is kept there.
"""

import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from uuid import UUID

import click

from aboveboard.channels.registry import network
from aboveboard.create.assets.fits import Plan, Wanted, for_network, for_shape, plan
from aboveboard.create.assets.fitted import fitted, kept
from aboveboard.kernel.errors import Invalid
from aboveboard.media.cropping import Box, scaled
from aboveboard.media.fitting import Made
from aboveboard.media.looking import SUFFIXES, Look, look


@click.command("fit")
@click.argument("file")
@click.option("--for", "names", default="", help="Networks (of a library: channels), with commas.")
@click.option("--format", "shapes", multiple=True, help="A shape: 4:5, or 1200x630 in pixels.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where they go.")
@click.option("--focus", default="", help="What is to be kept: x,y in parts of the picture.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def fit(
    file: str, names: str, shapes: tuple[str, ...], out: Path | None, focus: str, as_json: bool
) -> None:
    """Make FILE (or the picture with this id) fit for each network and shape.

    Faces, or what draws the eye, are kept unless --focus says what is. A file is left as it is;
    what is made stands in --out, by the name of each network.
    """
    named = [name.strip() for name in names.split(",") if name.strip()]
    if not named and not shapes:
        raise Invalid(
            "Nothing was said of what it is to fit.",
            mend="Name networks with --for, or a shape with --format.",
            code="fit",
        )
    if not Path(file).is_file() and (asset := _id(file)):
        for step in ("prepared", "ready"):
            resolve_name(f"{__package__}.starting:{step}")()
        told = resolve_name(f"{__package__}.fitting_assets:fit_asset")(
            asset, named, shapes, _point(focus), out
        )
    else:
        told = _fit_file(Path(file), named, shapes, _point(focus), out)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for one in told:
        click.echo(f"{one['for']}: {one.get('refused') or _line(one)}")


def _fit_file(
    file: Path,
    names: list[str],
    shapes: tuple[str, ...],
    focus: tuple[float, float] | None,
    out: Path | None,
) -> list[dict[str, Any]]:
    if not file.is_file():
        raise Invalid(f"There is no file {file}.", mend="Name one that is there.", code="file")
    seen = look(file.name, file)
    if seen.mime.startswith("video/"):
        raise Invalid(f"{file.name} is a video.", mend="Use `aboveboard clip`.", code="video")
    wanted = [_for_network(name) for name in names] + [for_shape(shape) for shape in shapes]
    keep = _kept(file, seen, focus)
    plans = [plan(one, seen.width, seen.height, keep=keep) for one in wanted]
    folder = out or file.parent
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        made = fitted(file, seen, plans, Path(scratch))
        return [
            _written(one, result or _as_it_is(file, seen), folder / file.stem, source)
            for one, result, source in zip(
                plans,
                made,
                [Path(scratch, str(n)) if result else file for n, result in enumerate(made)],
                strict=True,
            )
        ]


def _as_it_is(file: Path, seen: Look) -> Made:
    return Made(seen.mime, seen.width, seen.height, file.stat().st_size)


def _kept(file: Path, seen: Look, focus: tuple[float, float] | None) -> list[Box]:
    if focus:
        x, y = focus
        return [scaled((x, y, x, y), seen.width, seen.height)]
    return kept(file, seen)


def _for_network(name: str) -> Wanted:
    one = network(name)
    wanted = for_network(one.name, one.title, one.limits)
    if not wanted:
        raise Invalid(f"{one.title} takes no pictures.", mend="Leave it out.", code="fit")
    return wanted


def _written(one: Plan, made: Made, beside: Path, source: Path) -> dict[str, Any]:
    """Puts one of the files where it belongs, and tells of it."""
    if made.refused:
        return {"for": one.wanted.key, "refused": f"{made.refused} {made.mend}"}
    name = f"{beside.name}.{one.wanted.key.replace(':', '-')}.{SUFFIXES[made.mime]}"
    shutil.copyfile(source, beside.with_name(name))
    return {"for": one.wanted.key, "file": str(beside.with_name(name)), **asdict(made)} | {
        "box": list(one.box)
    }


def _line(one: dict[str, Any]) -> str:
    kind = str(one["mime"]).partition("/")[2].upper()
    size = f"{one['width']} × {one['height']}, {kind}, {one['size'] / 1e3:,.0f} kB"
    return f"{size}: {one['file']}"


def _id(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None


def _point(focus: str) -> tuple[float, float] | None:
    if not focus:
        return None
    try:
        x, y = (float(part) for part in focus.split(","))
    except ValueError:
        x = y = -1.0
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise Invalid(
            "The focus is no point of the picture.",
            mend="Say it like 0.5,0.33: half across, a third down.",
            code="focus",
        )
    return x, y
