"""Writes the documents that come from the code: `make docs`. A test holds them to it."""

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import django

from aboveboard.config.options import Options, variable
from aboveboard.faces.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "docs" / "settings.md"
COMMANDS = ROOT / "docs" / "commands.md"

_SETTINGS_HEAD = """# Settings

Every setting is an environment variable. They are read once, at the start; one that cannot be used
stops the start with a message that names it. This page is written by `make docs`.
"""
_COMMANDS_HEAD = """# Commands

What `aboveboard` can do, also for scripts. `aboveboard COMMAND --help` says the same. A fault is
told in words on the error stream, with exit status 1; a wrong use has status 2. This page is
written by `make docs`.
"""


def settings_page() -> str:
    """The page of all settings, in the order of `Options`."""
    parts = [_SETTINGS_HEAD]
    for name, field in Options.model_fields.items():
        default = field.default
        if isinstance(default, tuple | frozenset) or default == "":
            shown = "nothing"
        elif isinstance(default, bool):
            shown = f"`{str(default).lower()}`"
        else:
            shown = f"`{default}`"
        parts.append(f"## {variable(name)}\n\n{field.description}\n\nDefault: {shown}.\n")
    return "\n".join(parts)


def commands_page() -> str:
    """The page of all commands that a person may call, in the order of `--help`."""
    parts = [_COMMANDS_HEAD]
    for name, command in _commands(cli, "aboveboard"):
        usage = " ".join([name, *_arguments(command)])
        parts.append(f"## {name}\n\n{inspect.cleandoc(command.help or '')}\n\n    {usage}\n")
        options = [_option(option) for option in _shown_options(command)]
        if options:
            parts.append("\n".join(options) + "\n")
    return "\n".join(parts)


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if command.hidden:
        return
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for part in command.list_commands(context):
        if inner := command.get_command(context, part):
            yield from _commands(inner, f"{name} {part}")


def _arguments(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            yield parameter.make_metavar(click.Context(command))
    if any(_shown_options(command)):
        yield "[OPTIONS]"


def _shown_options(command: click.Command) -> list[click.Option]:
    return [one for one in command.params if isinstance(one, click.Option) and not one.hidden]


def _option(option: click.Option) -> str:
    names = ", ".join(option.opts + option.secondary_opts)
    value = "" if option.is_flag else f" {option.metavar or option.name}".upper()
    needed = " Needed." if option.required else ""
    return f"- `{names}{value}`: {option.help or ''}{needed}"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aboveboard.config.settings")
    sys.argv.append("--help")  # commands that need a database then do without it
    django.setup()
    SETTINGS.parent.mkdir(exist_ok=True)
    SETTINGS.write_text(settings_page(), encoding="utf-8")
    COMMANDS.write_text(commands_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
