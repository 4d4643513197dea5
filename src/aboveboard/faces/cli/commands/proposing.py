"""An adaptation of a post of the studio, from the command line: it waits for a person."""

import json
from uuid import UUID

import click
from asgiref.sync import async_to_sync

from aboveboard.create import actions, queries
from aboveboard.create.models import Suggestion, Variant
from aboveboard.create.words.adapting import Wish
from aboveboard.create.words.layout import kept_result
from aboveboard.create.words.suggesting import suggest
from aboveboard.faces.cli.commands.acting import owner
from aboveboard.faces.cli.commands.adapting import shown
from aboveboard.kernel.errors import Invalid, NotFound
from aboveboard.people.actors import Actor
from aboveboard.plan import queries as plans


def propose(post_id: UUID, wish: Wish, *, channel: str, as_json: bool) -> None:
    """Adapt the post's text and print the suggestion; a model is asked at once and waited for."""
    actor = owner()
    variants = list(queries.variants(plans.post(actor, post_id).pk))
    target, source = _chosen(variants, channel, wish)
    suggestion = actions.adapt(actor, target.pk, wish, source_id=source.pk)
    if wish.by == "model":
        async_to_sync(suggest)(suggestion.pk)
    _print(_again(actor, suggestion), as_json=as_json)


def _chosen(variants: list[Variant], channel: str, wish: Wish) -> tuple[Variant, Variant]:
    """The text that shall change, and the one that it is made of: itself, or for an empty one,
    or for another channel, the first that has words."""
    named = [v for v in variants if channel in ("", v.channel.network, v.channel.name)]
    if not named:
        known = ", ".join(v.channel.name for v in variants) or "none"
        raise NotFound(
            f"This post has no text for “{channel[:40]}”.", mend=f"Choose one of: {known}."
        )
    target = named[0]
    said = [v for v in variants if v.head and v.head.text.strip()]
    others = [v for v in said if v.pk != target.pk]
    own = target in said and not (wish.way == "channel" and others)
    if not own and not others:
        raise Invalid("There are no words yet.", mend="Write some first.", code="empty")
    return target, target if own else others[0]


def _again(actor: Actor, suggestion: Suggestion) -> Suggestion:
    return queries.suggestion(actor, suggestion.pk)


def _print(suggestion: Suggestion, *, as_json: bool) -> None:
    if suggestion.state == "failed":
        raise Invalid(suggestion.why, code="no_answer")
    result = kept_result(suggestion.way, suggestion.result)
    if as_json:
        told = {
            "suggestion": str(suggestion.pk),
            "kind": suggestion.way,
            "language": suggestion.language,
            "model": suggestion.model,
            "text": suggestion.text,
            "result": suggestion.result,
            "breaks": suggestion.breaks,
            "passages": [passage.model_dump() for passage in suggestion.written],
        }
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(shown(result) if result else suggestion.text)
    for one in suggestion.breaks:
        click.echo(f"{one['kind']}: {one['why']}", err=True)
    click.echo("It waits in the editor, until a person takes it.", err=True)
