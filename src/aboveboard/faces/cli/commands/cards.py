"""The command `card`: a card drawn to files. Needs no database."""

from collections.abc import Collection
from pathlib import Path

import click
from django.conf import settings

from aboveboard.brand.folder import read_folder
from aboveboard.brand.rules import LANGUAGES, Look
from aboveboard.kernel.errors import Invalid
from aboveboard.media.cards.drawing import Wanted, draw
from aboveboard.media.cards.formats import FORMATS
from aboveboard.media.cards.palette import SCHEMES, Style
from aboveboard.media.cards.rendering import picture_of, render
from aboveboard.media.cards.shelf import template, templates
from aboveboard.media.cards.slides import slides

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("name", required=False, metavar="TEMPLATE")
@click.option("--list", "lists", is_flag=True, help="List the templates with their fields.")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="1:1", show_default=True
)
@click.option("--field", "fields", multiple=True, metavar="NAME=WORDS", help="Words for a field.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A PNG file.")
@click.option(
    "--brand", type=click.Path(path_type=Path), help="A brand's folder: its name and its look."
)
@click.option("--colours", type=click.Choice(SCHEMES), default="brand", show_default=True)
@click.option(
    "--language", type=click.Choice(LANGUAGES), help="How numbers and quotes are written."
)
@click.option("--photo", type=_FILE, help="A picture for a card that has a place for one.")
@click.option("--logo", type=_FILE, help="The brand's logo; else its name stands there.")
@click.option("--mend-colours", is_flag=True, help="Let colours that cannot be read give way.")
def card(
    name: str | None,
    lists: bool,
    form: str,
    fields: tuple[str, ...],
    out: Path | None,
    brand: Path | None,
    colours: str,
    language: str | None,
    photo: Path | None,
    logo: Path | None,
    mend_colours: bool,
) -> None:
    """Draw a card to a file. Needs no database.

    `aboveboard card --list` tells the templates; \\n in a field begins a new line. A carousel is
    written as FILE-1.png, FILE-2.png and so on.
    """
    folder = settings.ABOVEBOARD.home / "cards"
    if lists or not name:
        _list(folder)
        return
    if not out:
        raise Invalid("There is no file to write to.", mend="Name one with --out.", code="out")
    found = template(name, folder)
    told = read_folder(brand).brand if brand else None
    look = told.look if told else Look()
    pictures = {"photo": picture_of(photo)} if photo else {}
    if logo:
        pictures["logo"] = picture_of(logo, keeps_alpha=True)
    want = Wanted(
        fields=_given(fields, found.told.fields),
        format=FORMATS[form],
        style=Style(look.colour, look.on_colour, look.accent, look.letter),
        scheme=next(one for one in SCHEMES if one == colours),
        brand=told.name if told else "",
        language=language or (told.language if told else "en"),
        pictures=pictures,
        mends=mend_colours,
    )
    drawn = [draw(found, one, slide=kind) for kind, one in slides(found, want)]
    problems = list(dict.fromkeys(problem for one in drawn for problem in one.problems))
    if problems:
        said = [f"{one.field or 'colours'}: {one.message} {one.mend}" for one in problems]
        raise Invalid("\n".join(["The card was not drawn.", *said]), code=problems[0].code)
    for number, one in enumerate(drawn, start=1):
        path = out.with_stem(f"{out.stem}-{number}") if len(drawn) > 1 else out
        path.write_bytes(render(one))
        click.echo(f"Drawn: {path} ({one.format.width} × {one.format.height})")
        for role, (was, now) in one.changed.items():
            click.echo(f"  {role}: {now} in place of {was}, so that it can be read")


def _given(fields: tuple[str, ...], known: Collection[str]) -> dict[str, str]:
    given = {}
    for one in fields:
        name, equals, words = one.partition("=")
        if not equals or name not in known:
            raise Invalid(
                f"“{one[:60]}” names no field of this card.",
                mend=f"Write NAME=WORDS; it has: {', '.join(known)}.",
                code="field",
            )
        given[name] = words.replace("\\n", "\n")
    return given


def _list(folder: Path) -> None:
    found, broken = templates(folder)
    for one in found.values():
        names = ", ".join(
            f"{name}{' (needed)' if told.required else ''}"
            for name, told in one.told.fields.items()
        )
        click.echo(f"{one.name}: {one.told.about or one.title}\n  {names}")
    for bad in broken:
        click.echo(f"{bad.name}: {bad.why}", err=True)
    click.echo(f"\nFormats: {', '.join(FORMATS)}. Your own templates go to {folder}.")
