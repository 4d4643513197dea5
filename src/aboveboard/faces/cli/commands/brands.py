"""Commands about brands."""

from pathlib import Path

import click
from django.db import transaction

from aboveboard.brand import actions
from aboveboard.brand.folder import BrandFolder, read_folder, voice_text
from aboveboard.brand.models import Brand
from aboveboard.faces.cli.commands.acting import owner
from aboveboard.people.actors import Actor


@click.group()
def brand() -> None:
    """Brands."""


@brand.command("add")
@click.argument("folder", type=click.Path(path_type=Path))
def add(folder: Path) -> None:
    """Make a brand from its FOLDER: brand.toml, voice/ and knowledge/."""
    actor = owner()
    found = read_folder(folder)
    with transaction.atomic():
        made, passages = _add(actor, found)
    click.echo(
        f"{made.name}: {len(found.knowledge)} files, {passages} passages, "
        f"{len(found.voice)} voice samples."
    )


def _add(actor: Actor, found: BrandFolder) -> tuple[Brand, int]:
    """The brand with all of its folder, and how many passages that has."""
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
    return made, passages
