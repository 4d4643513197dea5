"""Commands about brands."""

from pathlib import Path

import click

from aboveboard.brand import actions
from aboveboard.brand.folder import read_folder, voice_text
from aboveboard.faces.cli.commands.acting import owner


@click.group()
def brand() -> None:
    """Brands."""


@brand.command("add")
@click.argument("folder", type=click.Path(path_type=Path))
def add(folder: Path) -> None:
    """Make a brand from its FOLDER: brand.toml, voice/ and knowledge/."""
    actor = owner()
    found = read_folder(folder)
    made = actions.create_brand(
        actor,
        name=found.brand.name,
        language=found.brand.language,
        zone=found.brand.zone,
        about=found.brand.about,
        policy=found.brand.policy,
        look=found.brand.look,
    )
    passages = 0
    for file in found.knowledge:
        passages += actions.add_source(
            actor, made.id, name=file.name, data=file.data
        ).passages.count()
    for sample in found.voice:
        if text := voice_text(sample):
            actions.add_voice(actor, made.id, name=sample.name, text=text)
    click.echo(
        f"{made.name}: {len(found.knowledge)} files, {passages} passages, "
        f"{len(found.voice)} voice samples."
    )
