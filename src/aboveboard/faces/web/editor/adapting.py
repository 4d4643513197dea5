"""Adapting from the editor: asking the house or a model, taking a part, another language."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import Allowance, Task
from aboveboard.create import actions, queries
from aboveboard.create.models import Suggestion, Variant
from aboveboard.create.tasks import fetch_suggestion
from aboveboard.create.words.adapting import WAYS, Wish
from aboveboard.faces.web.choices import LANGUAGES
from aboveboard.faces.web.editor.desk import editor_url, must_be_here
from aboveboard.faces.web.editor.offers import TONE_WORDS, WAY_WORDS
from aboveboard.faces.web.editor.revisions import number_of
from aboveboard.faces.web.studio import Desk, page
from aboveboard.kernel.errors import NotFound


@page
@require_POST
def adapt(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Make a suggestion of the text: at once by the house, or by a model that is asked."""
    told = request.POST
    variant = queries.variant(desk.actor, variant_id)
    must_be_here(variant)
    by, _colon, way = told.get("make", "").partition(":")
    wish = Wish(
        way=way,
        by="model" if by == "model" else "house",
        tone=told.get("tone", "") if way == "tone" else "",
        language=told.get("language", "") if way == "language" else "",
        instruction=told.get("instruction", "") if by == "model" else "",
    )
    source = _source(told.get("source", "")) if way == "channel" else None
    suggestion = actions.adapt(desk.actor, variant_id, wish, source_id=source)
    _fetch([suggestion])
    return redirect(f"{editor_url(variant.post_id, variant.pk)}#offer-{suggestion.pk}")


@page
@require_POST
def take_change(request: HttpRequest, desk: Desk, suggestion_id: UUID) -> HttpResponse:
    """Take one of the changes that a suggestion proposes, or one of its headlines."""
    number, base = (number_of(request.POST.get(name, "")) for name in ("change", "base"))
    revision = actions.take_change(desk.actor, suggestion_id, number, base=base)
    variant = queries.variant(desk.actor, revision.variant_id)
    messages.success(request, _("Taken. The rest of it waits."))
    return redirect(f"{editor_url(variant.post_id, variant.pk)}#offer-{suggestion_id}")


@page
@require_POST
def translate(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Make the same post in another language: a new one, whose translations wait for a person."""
    other, asked = actions.translate_post(desk.actor, post_id, request.POST.get("language", ""))
    _fetch(asked)
    messages.success(request, _("The model is asked. Each text waits for you here."))
    return redirect(editor_url(other.pk))


def ways_of(variant: Variant, variants: list[Variant]) -> dict[str, Any]:
    """What the dialog for adapting offers on this text."""
    said = [v for v in variants if v.head and v.head.text.strip()]
    others = [v for v in said if v.pk != variant.pk]
    has_words = variant in said
    ways = [
        {"name": name, "word": word, "what": what}
        for name, (word, what) in WAY_WORDS.items()
        if WAYS[name].house and (has_words if name != "channel" else bool(others))
    ]
    return {
        "ways": ways,
        "has_words": has_words,
        "tones": TONE_WORDS.items(),
        "languages": [one for one in LANGUAGES if one[0] != variant.language],
        "sources": others,
        "may_reword": _may(variant.post.brand, Task.REWRITE),
        "may_translate": _may(variant.post.brand, Task.TRANSLATE),
    }


def _may(brand: Brand, task: Task) -> bool:
    return policy_of(brand).allows(task) is not Allowance.NEVER


def _fetch(suggestions: list[Suggestion]) -> None:
    for one in suggestions:
        if one.state == "asked":
            fetch_suggestion.defer(suggestion=str(one.pk))


def _source(raw: str) -> UUID | None:
    try:
        return UUID(raw) if raw else None
    except ValueError:
        raise NotFound("There is no such text here.", mend="The post may have been taken away.")
