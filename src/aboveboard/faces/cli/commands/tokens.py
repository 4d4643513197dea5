"""Commands about the tokens that programs carry."""

from uuid import UUID

import click

from aboveboard.faces.cli.commands.acting import owner
from aboveboard.kernel.errors import Invalid
from aboveboard.people import actions, queries


@click.group()
def token() -> None:
    """Tokens of programs (docs/rest.md)."""


@token.command("add")
@click.argument("name")
def add(name: str) -> None:
    """Make a token of the owner's for the program NAME and print it, this once."""
    click.echo(actions.make_token(owner(), name))


@token.command("list")
def list_tokens() -> None:
    """List the tokens that have not ended."""
    for one in queries.tokens(owner()):
        used = f"{one.used_at:%Y-%m-%d %H:%M} UTC" if one.used_at else "not yet used"
        click.echo(f"{one.id}  {one.name}  {one.user.email}  {used}")


@token.command("end")
@click.argument("ident")
def end(ident: str) -> None:
    """End the token IDENT, as `token list` shows it."""
    try:
        token_id = UUID(ident)
    except ValueError:
        raise Invalid(
            f"“{ident[:40]}” is no id of a token.", mend="Take one from `aboveboard token list`."
        ) from None
    actions.end_token(owner(), token_id)
