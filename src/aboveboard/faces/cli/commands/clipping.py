"""The command `clip`: a part of a video in another shape, from file to file. Needs no database."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from aboveboard.create.assets.clipping import room_on
from aboveboard.media.clips.covers import cover as write_cover
from aboveboard.media.clips.framing import SHAPES, Shape
from aboveboard.media.clips.making import Made, Wanted, make
from aboveboard.media.clips.subtitles import parse

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_STAGES = {
    "scenes": "Looking for scenes",
    "subject": "Looking for the subject",
    "measuring": "Measuring loudness",
    "encoding": "Writing",
    "checking": "Checking",
}


class _Moment(click.ParamType[float]):
    """Seconds, or minutes and hours before them with colons."""

    name = "time"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        if isinstance(value, float):
            return value
        try:
            parts = [float(part) for part in value.split(":")]
            if not 1 <= len(parts) <= 3 or any(not 0 <= part < 1e6 for part in parts):
                raise ValueError(value)
        except ValueError:
            self.fail(f"“{value}” is no time. Write 75.5, or 1:15.5.", param, ctx)
        seconds = 0.0
        for part in parts:
            seconds = seconds * 60 + part
        return seconds


class _Point(click.ParamType[tuple[float, float]]):
    """Two parts of the frame, such as 0.3,0.5."""

    name = "x,y"

    def convert(
        self,
        value: str | tuple[float, float],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[float, float]:
        if isinstance(value, tuple):
            return value
        try:
            x, y = (float(part) for part in value.split(","))
            if not (0 <= x <= 1 and 0 <= y <= 1):
                raise ValueError(value)
        except ValueError:
            self.fail(
                f"“{value}” is no point. Write 0.3,0.5: from the left, from above.", param, ctx
            )
        return x, y


@click.command()
@click.argument("file", type=_FILE)
@click.option("--from", "start", type=_Moment(), default="0", help="Where it begins: 3 or 1:15.5.")
@click.option("--to", "end", type=_Moment(), help="Where it ends; else with the video.")
@click.option("--length", type=_Moment(), help="Cut to this length at scene changes.")
@click.option("--onward", is_flag=True, help="With --length: from the start on, not from all over.")
@click.option("--shape", type=click.Choice(SHAPES), help="Its shape; the subject stays in it.")
@click.option("--focus", type=_Point(), help="The point to keep, such as 0.3,0.5.")
@click.option("--subtitles", type=_FILE, help="An SRT or WebVTT file.")
@click.option("--burn", is_flag=True, help="Draw the subtitles into the picture.")
@click.option("--attach/--no-attach", default=None, help="Attach them as a track [unless burnt].")
@click.option("--language", default="en", show_default=True, help="The subtitles' language.")
@click.option("--loudness", is_flag=True, help="Bring the sound to -14 LUFS.")
@click.option("--for", "networks", multiple=True, metavar="NETWORK", help="A network it must suit.")
@click.option("--cover", type=_Moment(), help="Write the sharpest picture near this moment, too.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def clip(
    file: Path,
    start: float,
    end: float | None,
    length: float | None,
    onward: bool,
    shape: Shape | None,
    focus: tuple[float, float] | None,
    subtitles: Path | None,
    burn: bool,
    attach: bool | None,
    language: str,
    loudness: bool,
    networks: tuple[str, ...],
    cover: float | None,
    out: Path,
    as_json: bool,
) -> None:
    """Make a clip of a video FILE. Ctrl C stops it and leaves nothing behind."""
    _check(file, out, subtitles=subtitles, burn=burn or bool(attach))
    wanted = Wanted(
        start=start,
        end=end,
        length=length,
        spread=not onward,
        shape=shape,
        focus=focus,
        cues=tuple(parse(subtitles.read_bytes())) if subtitles else (),
        burn=burn,
        attach=not burn if attach is None else attach,
        language=language,
        loudness=loudness,
        room=room_on(networks),
    )
    line = _Line(shown=sys.stderr.isatty() or not as_json)
    try:
        made = make(file, out, wanted, name=file.name, tell=line.tell)
        picture = out.with_suffix(".jpg")
        if cover is not None:
            write_cover(file, picture, cover, name=file.name)
    finally:
        line.end()
    if as_json:
        click.echo(json.dumps({"out": str(out), **asdict(made)}, ensure_ascii=False))
        return
    click.echo(_told(made, out))
    if cover is not None:
        click.echo(f"Its cover: {picture}")


def _check(file: Path, out: Path, *, subtitles: Path | None, burn: bool) -> None:
    if out.resolve() == file.resolve():
        raise click.UsageError("--out is the video itself. Name another file.")
    if not out.parent.is_dir():
        raise click.UsageError(f"There is no folder {out.parent}.")
    if burn and not subtitles:
        raise click.UsageError("There are no subtitles to burn or attach. Give --subtitles.")


class _Line:
    """One line that says how far it is, written over itself; plain lines where that cannot be."""

    def __init__(self, *, shown: bool) -> None:
        self.shown, self.over = shown, sys.stderr.isatty()
        self.last = ""

    def tell(self, stage: str, done: float) -> None:
        said = f"{_STAGES[stage]}, {done:.0%}" if self.over else _STAGES[stage]
        if not self.shown or said == self.last:
            return
        click.echo(f"\r{said:<40}" if self.over else said, err=True, nl=not self.over)
        self.last = said

    def end(self) -> None:
        if self.shown and self.over and self.last:
            click.echo(f"\r{'':<40}\r", err=True, nl=False)


def _told(made: Made, out: Path) -> str:
    said = [f"{out}: {made.seconds:.2f} s, {made.width} × {made.height}, {made.bytes / 1e6:.2f} MB"]
    if made.copied:
        said.append("the picture copied as it was")
    if len(made.pieces) > 1:
        said.append(f"{len(made.pieces)} parts")
    if made.lufs is not None:
        said.append(f"{made.lufs:.1f} LUFS, {made.peak:.1f} dBTP")
    return ", ".join(said)
