"""The command `aboveboard`: finds a command by its name and runs it, with errors in words.

Commands are named here and loaded when they are called: those that need no database start
without one, and `aboveboard verify` must not wait for the pages.
"""

import os
import sys
from pkgutil import resolve_name

import click

from aboveboard import __version__
from aboveboard.kernel.errors import AboveboardError

_COMMANDS = "aboveboard.faces.cli.commands"
# The name of each command, where it is, and what it begins with: "db" the database, "django" only
# the settings and models, "" neither.
COMMANDS: dict[str, tuple[str, str]] = {
    "up": ("running:up", ""),
    "begin": ("beginning:begin", "db"),
    "down": ("running:down", ""),
    "web": ("running:web", ""),
    "worker": ("running:worker", ""),
    "migrate": ("running:migrate", ""),
    "doctor": ("doctor:doctor", "django"),
    "setup": ("people:setup", "db"),
    "erase-person": ("people:erase_person", "db"),
    "sign-in-link": ("people:sign_in_link", "db"),
    "token": ("tokens:token", "db"),
    "keys": ("keys:keys", "db"),
    "brand": ("brands:brand", "db"),
    "channel": ("channels:channel", "db"),
    "networks": ("networks:list_networks", ""),
    "import": ("posts:import_posts", "db"),
    "approve": ("posts:approve", "db"),
    "posts": ("posts:posts", "db"),
    "draft": ("drafting:draft", ""),
    "adapt": ("adapting:adapt", ""),
    "check": ("checking:check", ""),
    "ideas": ("ideas:ideas", "db"),
    "correct": ("language:correct", "django"),
    "ask": ("language:ask", "db"),
    "voice": ("language:voice", "db"),
    "record": ("records:record", "db"),
    "verify": ("verifying:verify", ""),
    "fit": ("fitting:fit", ""),
    "card": ("cards:card", "django"),
    "sign": ("signing:sign", "db"),
    "inspect": ("inspecting:inspect", ""),
    "clip": ("clipping:clip", ""),
    "demo": ("demos:demo", "db"),
    "bench": ("benches:bench", ""),
    "mcp": ("agents:mcp", "db"),
    "manage": ("running:manage", ""),
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        place, needs = COMMANDS[cmd_name]
        if needs:
            resolve_name(f"{_COMMANDS}.starting:prepared")()
        command: click.Command = resolve_name(f"{_COMMANDS}.{place}")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Here a command is about to run; a list of them, or help, starts no database."""
        found = super().resolve_command(ctx, args)
        needs_database = COMMANDS.get(found[0] or "", ("", ""))[1] == "db"
        if needs_database and not {"--help", "-h"} & set(args):
            resolve_name(f"{_COMMANDS}.starting:ready")()
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aboveboard")
def cli() -> None:
    """A social media studio in which AI works in the open."""


def main() -> None:
    """Run the command line. Errors of the house are told in words, with exit code 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aboveboard.config.settings")
    try:
        cli(standalone_mode=False)
    except AboveboardError as error:
        click.echo(f"{error}", err=True)
        sys.exit(1)
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has seen enough (`aboveboard posts | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
