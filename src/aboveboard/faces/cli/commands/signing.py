"""The command `sign`: content credentials into a file."""

from pathlib import Path
from typing import cast

import click

from aboveboard import __version__
from aboveboard.create.actions import identity_of
from aboveboard.faces.cli.commands.acting import owner
from aboveboard.kernel.errors import Invalid
from aboveboard.media.credentials import Ingredient, Step
from aboveboard.media.credentials import sign as signed
from aboveboard.media.identity import Identity, given_identity
from aboveboard.media.looking import look
from aboveboard.media.sources import SOURCES, SourceType

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where it is written.")
@click.option(
    "--source", type=click.Choice(SOURCES), help="What it is, in IPTC's words, if you made it."
)
@click.option("--by", default="", help="The camera, program or model that made it.")
@click.option("--why", default="", help="What was done, in a few words.")
@click.option("--title", default="", help="What it is called; else the file's name.")
@click.option("--ingredient", "parts", multiple=True, type=_FILE, help="A file that went into it.")
@click.option("--certificate", type=_FILE, help="Certificates as PEM, the signer's first.")
@click.option("--key", type=_FILE, help="The key of that certificate as PEM.")
def sign(
    file: Path,
    out: Path | None,
    source: str | None,
    by: str,
    why: str,
    title: str,
    parts: tuple[Path, ...],
    certificate: Path | None,
    key: Path | None,
) -> None:
    """Sign a picture or video FILE: who made it, from what and how.

    Without a certificate of your own the studio signs as its own authority. A file that you did
    not make (no --source) is signed as it came, with itself as its origin.
    """
    out = out or file.with_name(f"{file.stem}.signed{file.suffix}")
    if out.resolve() == file.resolve():
        raise Invalid(
            "The file itself is left as it is.", mend="Name another one with --out.", code="out"
        )
    mime = look(file.name, file).mime
    ingredients = [
        Ingredient(
            part,
            look(part.name, part).mime,
            part.name,
            "componentOf" if source else "parentOf",
        )
        for part in (parts if source else (parts[:1] or (file,)))
    ]
    if source:
        steps = [Step("c2pa.created", cast("SourceType", source), by, why)]
        steps += [Step("c2pa.placed")] if ingredients else []
    else:
        steps = [Step("c2pa.opened", by=by, why=why)]
        steps += [Step("c2pa.edited")] if parts else []
    signed(
        file,
        out,
        mime=mime,
        identity=_identity(certificate, key),
        title=title or file.name,
        steps=steps,
        ingredients=ingredients,
        version=__version__,
    )
    click.echo(f"Signed: {out}")


def _identity(certificate: Path | None, key: Path | None) -> Identity:
    if certificate and key:
        chain, secret = (one.read_text(encoding="utf-8") for one in (certificate, key))
        return given_identity(chain, secret)
    if certificate or key:
        raise Invalid(
            "A certificate needs its key, and the other way round.",
            mend="Give both --certificate and --key.",
            code="certificate",
        )
    return identity_of(owner().workspace_id)
