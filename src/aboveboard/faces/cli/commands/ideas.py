"""Looking for ideas and putting them on the board."""

import json
from dataclasses import asdict

import click

from aboveboard.brand.rules import LANGUAGES
from aboveboard.faces.cli.commands.acting import brand_named
from aboveboard.kernel.errors import NotFound
from aboveboard.learn.ideas import MOST, find_ideas
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Idea


@click.command()
@click.option("--brand", required=True, help="The brand's name or slug.")
@click.option("--campaign", default="", help="Only for the campaign of this name.")
@click.option("--count", default=8, show_default=True, help=f"How many, {MOST} at the most.")
@click.option("--lang", default="", type=click.Choice(["", *LANGUAGES]), help="In this language.")
@click.option("--board", is_flag=True, help="Show what is on the board; look for nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, an idea a line.")
def ideas(brand: str, campaign: str, count: int, lang: str, board: bool, as_json: bool) -> None:
    """Put together ideas from what the brand knows, and put them on its board. Asks no model."""
    actor, of = brand_named(brand)
    chosen = plans.campaigns(of.id).filter(name=campaign).first() if campaign else None
    if campaign and not chosen:
        names = ", ".join(one.name for one in plans.campaigns(of.id)) or "none yet"
        raise NotFound(f"There is no campaign named “{campaign[:60]}”.", mend=f"There is: {names}.")
    if board:
        rows = plans.ideas(of.id).exclude(state="aside")
        found, doubles = list(rows.filter(campaign=chosen) if chosen else rows), 0
    else:
        looked = find_ideas(
            actor, of.id, count=count, campaign=chosen.id if chosen else None, language=lang
        )
        found, doubles = looked.ideas, looked.doubles
    for one in found:
        click.echo(json.dumps(_plain(one), ensure_ascii=False) if as_json else _words(one))
    if not as_json:
        twice = f" {doubles} said what is there already." if doubles else ""
        click.echo(f"{len(found)} ideas.{twice}")


def _words(idea: Idea) -> str:
    when = f" ({idea.day})" if idea.day else ""
    why = "".join(f"\n    {reason.kind}: {reason.where or reason.text}" for reason in idea.reasons)
    return f"{idea.title}{when}\n  {idea.angle}{why}\n"


def _plain(idea: Idea) -> dict[str, object]:
    return {
        "id": str(idea.id),
        "title": idea.title,
        "angle": idea.angle,
        "language": idea.language,
        "state": idea.state,
        "origin": idea.origin,
        "day": idea.day.isoformat() if idea.day else None,
        "campaign": str(idea.campaign_id) if idea.campaign_id else None,
        "parts": [asdict(part) for part in idea.pieces],
        "why": [asdict(reason) for reason in idea.reasons],
    }
