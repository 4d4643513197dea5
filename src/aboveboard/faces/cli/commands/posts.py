"""Commands about posts: reading them in, approving them, telling where they stand."""

import json
import sys
from pathlib import Path

import click

from aboveboard.create.actions import import_rows
from aboveboard.faces.cli.commands.acting import brand_named
from aboveboard.faces.cli.commands.starting import password_from
from aboveboard.kernel.errors import AboveboardError
from aboveboard.people import actions as people
from aboveboard.people import queries
from aboveboard.publish import actions as publish
from aboveboard.publish import queries as published
from aboveboard.review import actions as review
from aboveboard.review import queries as reviews


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--brand", required=True, help="The brand's name.")
def import_posts(file: Path, brand: str) -> None:
    """Read posts from a CSV FILE: channel,text,at and what else is told of them.

    Further columns are media, alt, lang, campaign, key, title and relationship (none, paid,
    gifted, affiliate or employee: what somebody gave in return for the post).

    All rows are looked at before the first is kept: with one wrong row nothing is imported.
    """
    actor, found = brand_named(brand)
    made = import_rows(actor, found.id, file.read_bytes(), folder=file.parent, name=file.name)
    known = f", {made.known} known already" if made.known else ""
    click.echo(f"{made.new} posts{known}. They wait for a person's approval.")


@click.command()
@click.option("--brand", required=True, help="The brand's name.")
@click.option(
    "--all", "every", is_flag=True, required=True, help="Every post that waits for a yes."
)
@click.option("--as", "email", required=True, metavar="EMAIL", help="The person who approves.")
@click.option("--password-stdin", is_flag=True, help="Read their password from standard input.")
def approve(brand: str, every: bool, email: str, password_stdin: bool) -> None:
    """Approve posts as a person, who proves to be one by their password.

    A post that was sent back or taken back is told and left until somebody asks for review again.
    """
    user = people.check_password(email, password_from(password_stdin))
    _owner, found = brand_named(brand)
    actor = queries.actor_for(user, found.workspace_id)
    given, failed = 0, 0
    for post_id, title in reviews.awaiting(found.id):
        try:
            given += len(review.approve(actor, post_id))
        except AboveboardError as error:
            failed += 1
            click.echo(f"{title}: {error}", err=True)
    publish.take_in(limit=100_000, brand_id=found.id)
    click.echo(f"{given} approved." + (f" {failed} posts were not." if failed else ""))
    if failed:
        sys.exit(1)


@click.command()
@click.option("--brand", required=True, help="The brand's name.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
def posts(brand: str, as_json: bool) -> None:
    """Tell where each delivery of a brand stands: id, channel, text, at, state, url."""
    _actor, found = brand_named(brand)
    for one in (
        published.deliveries(found.id)
        .prefetch_related("out", "amendments")
        .iterator(chunk_size=500)
    ):
        parts = json.loads(one.payload)["parts"]
        out = sorted(one.out.all(), key=lambda part: part.part)
        down = any(change.takes_down for change in one.amendments.all())
        line = {
            "id": str(one.id),
            "channel": one.channel.name,
            "text": "\n---\n".join(parts),
            "at": one.at.isoformat(),
            "state": "taken_down" if down else one.state,
            "url": out[0].url if out and not down else "",
        }
        if as_json:
            click.echo(json.dumps(line, ensure_ascii=False))
        else:
            first = line["text"].splitlines()[0] if line["text"] else ""
            click.echo(
                f"{one.at:%Y-%m-%d %H:%M}  {line['state']:10}  {one.channel.name:16}  {first[:60]}"
            )
