"""The command that adapts a text: a file without any database, or a post of the studio."""

import json
from pathlib import Path
from pkgutil import resolve_name
from uuid import UUID

import click

from aboveboard.ai.results import Result
from aboveboard.channels.registry import network
from aboveboard.check.batch import known_language
from aboveboard.create.words.adapting import TONES, WAYS, Wish
from aboveboard.create.words.ground import Ground
from aboveboard.create.words.house import adapted
from aboveboard.create.words.layout import text_with_places
from aboveboard.create.words.origins import Origin, Passage, shares
from aboveboard.faces.cli.commands.drafting import (
    bytes_of,
    material_of,
    read_brief,
    room_of,
)
from aboveboard.kernel.errors import Invalid
from aboveboard.text.cleaning import clean
from aboveboard.text.languages import LANGUAGES, guess


@click.command()
@click.argument("what", metavar="FILE|POST")
@click.option("--kind", "way", required=True, type=click.Choice(list(WAYS)), help="How.")
@click.option("--for", "channel", default="", help="The network, or a post's channel, it is for.")
@click.option(
    "--language",
    default="",
    help="The text's language, else it is guessed; with `--kind language` the one to put it into.",
)
@click.option("--tone", default="", help=f"With `--kind tone`: {', '.join(TONES)}.")
@click.option("--brief", type=click.Path(dir_okay=False, path_type=Path), help="What more to say.")
@click.option("--model", is_flag=True, help="Ask the studio's model; for a post only.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def adapt(
    what: str,
    way: str,
    channel: str,
    language: str,
    tone: str,
    brief: Path | None,
    model: bool,
    as_json: bool,
) -> None:
    """Adapt a text FILE, or a POST by its id. A file needs no database, and no model is asked.

    For a post the result waits in the editor as a suggestion, until a person takes it.
    """
    wish = Wish(way=way, by="model" if model else "house", tone=tone, language=language)
    if not Path(what).exists() and (post := _id(what)):
        resolve_name("aboveboard.faces.cli.commands.starting:ready")()
        propose = resolve_name("aboveboard.faces.cli.commands.proposing:propose")
        propose(post, wish, channel=channel, as_json=as_json)
        return
    if model:
        raise Invalid(
            "A model is asked for a post of the studio only.", mend="Name a post by its id."
        )
    text = clean(bytes_of(Path(what)).decode("utf-8", errors="replace")).strip()
    spoken = language or guess(text) or LANGUAGES[0]
    known_language(spoken)
    adapter = network(channel or "site")
    told = read_brief(brief) if brief else None
    written = (Passage(text=text, origin=Origin(kind="import", source=Path(what).name)),)
    made = adapted(
        way,
        Ground(
            written=written if text else (),
            language=spoken,
            room=room_of(adapter),
            brief=material_of(told, spoken) if told else None,
        ),
    )
    if as_json:
        click.echo(
            json.dumps(
                {
                    "kind": way,
                    "language": spoken,
                    "channel": adapter.name,
                    "text": text_with_places(made.result)[0],
                    "result": made.result.model_dump(),
                    "passages": [passage.model_dump() for passage in made.passages],
                    "shares": shares(made.passages).model_dump(),
                },
                ensure_ascii=False,
            )
        )
        return
    click.echo(shown(made.result))


def shown(result: Result) -> str:
    """A result for reading: the times of a script stand before its lines."""
    text, places = text_with_places(result)
    if not any(place.role == "spoken" for place in places):
        return text
    lines: list[str] = []
    for place in places:
        words = text[place.start : place.end]
        if place.role == "spoken":
            lines.append(f"{_clock(place.begins)}-{_clock(place.ends)}  {words}")
        else:
            lines.append(f"           [{words}]")
    return "\n".join(lines)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _id(what: str) -> UUID | None:
    try:
        return UUID(what)
    except ValueError:
        return None
