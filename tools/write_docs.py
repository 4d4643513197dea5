"""Writes the documents that come from the code: `make docs`. A test holds them to it."""

import inspect
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import django

from aboveboard.channels.framing import Frame
from aboveboard.channels.listing import listing
from aboveboard.channels.registry import networks
from aboveboard.config.options import Options, variable
from aboveboard.faces.cli.main import cli
from correcting_cases import missing
from correcting_page import asking_page, correcting_page
from guards_page import MEASURES, measure, pages
from labels_page import labels_page
from lock_cases import Case, Verdict, cases, judge

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "docs" / "settings.md"
COMMANDS = ROOT / "docs" / "commands.md"
NETWORKS = ROOT / "docs" / "networks.md"
GUIDES = ROOT / "docs" / "networks"
LOCK = ROOT / "docs" / "fact-lock.md"
LABELS = ROOT / "docs" / "labels.md"

_SETTINGS_HEAD = """# Settings

Every setting is an environment variable. They are read once, at the start; one that cannot be used
stops the start with a message that names it. This page is written by `make docs`.
"""
_COMMANDS_HEAD = """# Commands

What `aboveboard` can do, also for scripts. `aboveboard COMMAND --help` says the same. A fault is
told in words on the error stream, with exit status 1; a wrong use has status 2. This page is
written by `make docs`.
"""
_NETWORKS_HEAD = """# Networks

Where Aboveboard publishes, and what it does there. “Verified” says what the tests run against:
*server* is the network's real server software, *contract* a server of our own that is strict about
the documented requests and answers as documented. Each network has a page that says how to get
its keys. `aboveboard networks --json` has all of this for programs. `make docs` writes this page.
"""

_LOCK_HEAD = """# The fact lock, measured

What a model writes may state only what its sources state. The lock finds what is added or altered:
numbers, prices, dates, times, measures, names, addresses and denials, in five languages, also in a
translation. `tests/lock/` holds cases that were made up without looking at the lock: texts whose
every fact is borne out, often in another form (number words, other units, other clocks), and texts
with one that is not. *Passed* are right texts that nothing was marked in; *caught* are wrong facts
that were marked. `make docs` writes this page from the cases; a test holds every one of them.

Before it was shown any, the lock judged 305 of the first 330 rightly; what a rule could mend was
mended. Of 200 more in less common words (colloquial, headlines, hashtags, lists) it then judged 175
rightly, and was mended again. So the figures below are of cases that it knows by now; of texts that
it has not seen, expect about nine in ten.
"""
_LANGUAGES = {"en": "English", "nl": "Dutch", "fr": "French", "de": "German", "hu": "Hungarian"}


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


def networks_page() -> str:
    """The page of all networks: a table, then what each asks for and keeps to."""
    found = [listing(network) for network in networks().values()]
    columns = ("Network", "Text", "Media", "Parts after the first", "Edit", "Delete", "Verified")
    rows = [" | ".join(columns), " | ".join("---" for _ in columns)]
    rows += [" | ".join(_row(one)) for one in found]
    table = "\n".join(f"| {row} |" for row in rows)
    return "\n".join([_NETWORKS_HEAD, table, "", *(_network(one) for one in found)])


def _row(one: dict[str, Any]) -> tuple[str, ...]:
    media = one["media"]
    shown = [f"{media['images']} pictures"] if media["images"] else []
    shown += [f"{media['videos']} video"] if media["videos"] else []
    after = "thread" if one["threads"] else "first comment" if one["first_comment"] else "none"
    return (
        f"[{one['title']}](networks/{one['name']}.md)",
        f"{one['text_limit']:,} {one['text_unit']}",
        ", ".join(shown) or "none",
        after,
        "yes" if one["edit"] else "no",
        "yes" if one["delete"] else "no",
        one["verified"],
    )


def lock_page() -> str:
    """What the fact lock makes of all cases: by language, by kind, and what it gets wrong."""
    judged = [(case, judge(case)) for case in cases()]
    parts = [_LOCK_HEAD, _table("Language", judged, lambda case: _LANGUAGES[case.lang])]
    parts.append(_table("About", judged, lambda case: case.about))
    across = [one for one in judged if one[0].is_translation]
    parts.append(_table("Of these", across, lambda _: "translations"))
    lines = ["## What it gets wrong\n"]
    for case, verdict in judged:
        told = [f"passes “{words}”" for words in verdict.let_through]
        told += [f"marks “{words}”" for words in verdict.alarms]
        if told:
            lines.append(f"- {_LANGUAGES[case.lang]}: {', '.join(told)} in “{case.output}”")
    return "\n".join([*parts, *(lines if len(lines) > 1 else [])]) + "\n"


def _table(head: str, judged: list[tuple[Case, Verdict]], group: Callable[[Case], str]) -> str:
    names = list(dict.fromkeys(group(case) for case, _ in judged))
    lines = [f"| {head} | Right texts | Passed | Wrong facts | Caught |", "| --- " * 5 + "|"]
    for name in [*names, *(["all"] if len(names) > 1 else [])]:
        of = [one for one in judged if name in ("all", group(one[0]))]
        right = [verdict for case, verdict in of if not case.wrong]
        passed = sum(not verdict.alarms for verdict in right)
        wrong = sum(len(case.wrong) for case, _ in of)
        caught = wrong - sum(len(verdict.let_through) for _, verdict in of)
        lines.append(f"| {name} | {len(right)} | {passed} | {wrong} | {caught} |")
    return "\n".join(lines) + "\n"


_SETTLED = {
    "by_id": "by our own id",
    "list": "by listing the account's posts",
    "none": "by a person, since the network cannot be read back",
}


def _network(one: dict[str, Any]) -> str:
    settled = _SETTLED[one["readback"]]
    lines = [
        f"## {one['title']}",
        "",
        f"- Sign-in: {', '.join(one['auth'])}. A lost answer is settled {settled}.",
        *_media(one),
        f"- In the text: {_in_text(one)}.",
    ]
    native = [
        f"`{one[name]}` for {what}"
        for name, what in (("native_ai_field", "AI"), ("native_paid_field", "paid partnerships"))
        if one[name]
    ]
    own = "; ".join(native) if native else "none, so labels stand in the text"
    told = [*one["metrics"], *(["comments"] if one["comments"] else [])]
    lines += [
        f"- Its own fields: {own}.",
        f"- It tells: {', '.join(told) if told else 'nothing'}.",
    ]
    if one["scheduling"]:
        lines.append("- It could keep posts until their time; that is not used: approvals hold.")
    return "\n".join([*lines, *map(_asked, one["fields"])]) + "\n"


def _in_text(one: dict[str, Any]) -> str:
    found = [name for name in ("mentions", "tags") if one[name]]
    card = {
        "server": "links, of which the network makes a preview",
        "own": "links with a card that is approved with the post",
    }
    found.append(card.get(one["link_preview"], "links"))
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else found[0]


def _media(one: dict[str, Any]) -> Iterator[str]:
    media = one["media"]
    if media["images"]:
        kinds = ", ".join(kind.removeprefix("image/") for kind in media["image_types"])
        alt = f"alt text of {media['alt']:,} characters" if one["alt_text"] else "no alt text"
        size = f"{media['image_bytes'] / 1e6:g} MB each"
        yield f"- Pictures: {media['images']} at the most, {size}, {kinds}; {alt}."
        yield f"- Shapes: {_frame(media['frame'])}."
    if media["videos"]:
        long = f", {media['video_seconds']:,} s" if media["video_seconds"] else ""
        yield f"- Video: {media['video_bytes'] / 1e6:g} MB{long}."


def _frame(frame: dict[str, Any]) -> str:
    """The shapes that are taken and shown, as width by height."""
    known = Frame.of(frame)
    said = ["any"] if not known.narrowest else [f"{known.narrowest:g}:1 to {known.widest:g}:1"]
    if known.shapes:
        said.append("whole at " + ", ".join(f"{w} × {h}" for w, h in known.shapes))
    said.append(f"at most {known.edge:,} pixels on the longer edge")
    if known.pixels:
        said.append(f"{known.pixels:,} pixels in all")
    return "; ".join(said)


def _asked(field: dict[str, Any]) -> str:
    kind = "a secret" if field["secret"] else "kept too, shown again"
    needed = "" if field["required"] else ", optional"
    default = f", `{field['default']}` unless given" if field["default"] else ""
    what = f"`{field['name']}` ({field['label']}, {kind}{needed}{default})"
    return f"- Asks for {what}. {field['help']}".rstrip()


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
    NETWORKS.write_text(networks_page(), encoding="utf-8")
    LOCK.write_text(lock_page(), encoding="utf-8")
    LABELS.write_text(labels_page(), encoding="utf-8")
    (ROOT / "docs" / "asking.md").write_text(asking_page(), encoding="utf-8")
    MEASURES.write_text(measure(), encoding="utf-8")
    for place, page in pages().items():
        place.parent.mkdir(exist_ok=True)
        place.write_text(page, encoding="utf-8")
    # Without the dictionaries the figures would be others.
    if not missing():
        (ROOT / "docs" / "correcting.md").write_text(correcting_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
