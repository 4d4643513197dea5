"""Commands about people: the first owner, and a link to come in by."""

import click
from django.conf import settings

from aboveboard.faces.cli.commands.starting import password_from
from aboveboard.kernel.errors import NotFound
from aboveboard.people import actions, erasing, queries


@click.command()
@click.option("--owner", required=True, metavar="EMAIL", help="The owner's e-mail.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@click.option(
    "--workspace", default="Studio", show_default=True, help="What the workspace is called."
)
def setup(owner: str, password_stdin: bool, workspace: str) -> None:
    """Make the owner and the workspace, without asking anything."""
    user, made = actions.set_up(owner, password_from(password_stdin), workspace)
    click.echo(f"{user.email} owns {made.name}.")


@click.command()
@click.option(
    "--for", "email", default="", metavar="EMAIL", help="Whom it signs in; else the owner."
)
def sign_in_link(email: str) -> None:
    """Print a link that signs somebody in once, within a day."""
    user = queries.user_by_email(email) if email else queries.first_owner()
    if not user:
        raise NotFound(
            "There is nobody to sign in yet.", mend="Run `aboveboard up` or `setup` first."
        )
    click.echo(f"{settings.PUBLIC_URL}/welcome/{actions.make_sign_in_link(user)}")


@click.command("erase-person")
@click.argument("email")
@click.option("--yes", is_flag=True, help="Do not ask; it cannot be undone.")
def erase_person(email: str, yes: bool) -> None:
    """Erase who a person is; what they did stays, and the ledger with it."""
    user = queries.user_by_email(email)
    if not user:
        raise NotFound("Nobody here has this address.", mend="Look at how it is written.")
    if not yes:
        click.confirm(f"Erase {user.email}? This cannot be undone.", abort=True)
    erasing.erase_person(user)
    click.echo("Erased. The record holds as it did.")
