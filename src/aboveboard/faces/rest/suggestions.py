"""Suggestions: a program asks for them and reads them; a person takes one or puts it aside."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from aboveboard.create import actions, queries
from aboveboard.create.models import Suggestion
from aboveboard.create.tasks import fetch_suggestion
from aboveboard.create.words.adapting import Wish
from aboveboard.create.words.layout import kept_result, words_of
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import AdaptIn, BreakOut, Mistake, PieceOut, SuggestionOut
from aboveboard.people.actors import require
from aboveboard.people.rules import Right
from aboveboard.plan import queries as plans

router = Router()


@router.post(
    "/posts/{post}/texts/{channel}/suggestions",
    response={201: SuggestionOut, 202: SuggestionOut, 403: Mistake, 404: Mistake, 422: Mistake},
)
def ask(request: HttpRequest, post: UUID, channel: UUID, told: AdaptIn) -> Status[SuggestionOut]:
    """Adapt a post's text: 201 with what the house made, 202 when a model was asked.

    The text itself does not change: the suggestion waits in the editor for a person. Read a
    model's answer at `/suggestions/{suggestion}` once its `state` is no longer `asked`.
    """
    actor = actor_of(request)
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant_on(actor, post, channel)
    source = queries.variant_on(actor, post, told.source) if told.source else None
    wish = Wish(
        way=told.kind,
        by=told.by,
        tone=told.tone,
        language=told.language,
        instruction=told.instruction,
    )
    suggestion = actions.adapt(actor, variant.pk, wish, source_id=source.pk if source else None)
    if suggestion.state == "asked":
        fetch_suggestion.defer(suggestion=str(suggestion.pk))
        return Status(202, _shown(suggestion))
    return Status(201, _shown(suggestion))


@router.get("/suggestions/{suggestion}", response={200: SuggestionOut, 404: Mistake})
def read(request: HttpRequest, suggestion: UUID) -> SuggestionOut:
    """One suggestion: its words, its parts, and what the fact lock found in it."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return _shown(queries.suggestion(actor, suggestion))


@router.get("/posts/{post}/suggestions", response={200: list[SuggestionOut], 404: Mistake})
def read_many(request: HttpRequest, post: UUID) -> list[SuggestionOut]:
    """The suggestions that wait for a person on a post, the newest first."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return [_shown(one) for one in queries.suggestions(plans.post(actor, post).pk)]


def _shown(one: Suggestion) -> SuggestionOut:
    result = kept_result(one.way, one.result)
    return SuggestionOut(
        id=one.pk,
        channel=one.variant.channel_id,
        kind=one.way,
        state=one.state,
        model=one.model,
        language=one.language or one.variant.language,
        text=one.text,
        pieces=[PieceOut(role=role, text=text) for role, text in words_of(result)]
        if result
        else [],
        breaks=[BreakOut(kind=b["kind"], text=b["text"], why=b["why"]) for b in one.breaks],
        why=one.why,
        asked_at=one.asked_at,
    )
