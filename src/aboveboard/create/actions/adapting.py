"""Adapting a text: the house does it at once, or a model is asked; a person decides either way."""

from uuid import UUID

from django.db import transaction

from aboveboard.create import queries
from aboveboard.create.actions.drafting import add_variant, material_of
from aboveboard.create.actions.models import ask_model
from aboveboard.create.calls.allowing import must_be_allowed
from aboveboard.create.models import Suggestion, Variant
from aboveboard.create.words.adapting import WAYS, Wish
from aboveboard.create.words.ground import Ground
from aboveboard.create.words.house import adapted
from aboveboard.create.words.origins import text_of, to_json
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Post


def adapt(
    actor: Actor, variant_id: UUID, wish: Wish, *, source_id: UUID | None = None
) -> Suggestion:
    """Propose an adaptation of a text; nothing of the text changes before a person takes it.

    It is made of the text of `source_id`, another variant of the workspace, where one is named.
    What the house makes is there at once; what a model was asked for is fetched by a job
    (`create.tasks.fetch_suggestion`). Raises what `ask_model` and `house.adapted` raise.
    """
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    source = queries.variant(actor, source_id) if source_id else variant
    if not source.head or not source.head.text.strip():
        raise Invalid("There are no words yet.", mend="Write some first.", code="empty")
    if wish.way == "language" and wish.language == source.language:
        raise Invalid(
            "The text is in this language already.", mend="Choose another one.", code="language"
        )
    if wish.by == "model":
        return ask_model(actor, variant.id, wish=wish, source=source)
    made = adapted(wish.way, _ground(actor, source, variant))
    text = text_of(made.passages)
    if source.pk == variant.pk and text == source.head.text:
        raise Invalid(
            "The text is so already. Nothing would change.",
            mend="Choose another way.",
            code="no_change",
        )
    now = clock.now()
    with transaction.atomic():
        suggestion = Suggestion.objects.create(
            variant=variant,
            asked_by_id=actor.user_id,
            way=wish.way,
            language=source.language,
            from_language=source.language,
            source=source.head,
            text=text,
            result=made.result.model_dump(),
            passages=to_json(made.passages),
            state="open",
            asked_at=now,
            at=now,
        )
        enter(
            actor,
            "text.adapted",
            subject_kind="variant",
            subject_id=variant.id,
            digests={"text": sha256(text)},
        )
    return suggestion


def translate_post(actor: Actor, post_id: UUID, language: str) -> tuple[Post, list[Suggestion]]:
    """The same post in another language: a new one, for whose channels translations are asked.

    Each waits for a person. Raises Invalid when there is nothing to translate or it is in that
    language already, ModelNotAllowed when the brand keeps translating to people.
    """
    require(actor, Right.write, actor.workspace_id)
    post = plans.post(actor, post_id)
    wish = Wish(way="language", by="model", language=language)
    must_be_allowed(post.brand, WAYS["language"].task, actor=actor)
    sources = [
        variant
        for variant in queries.variants(post.pk)
        if variant.head and variant.head.text.strip() and variant.language != language
    ]
    if not sources:
        raise Invalid(
            "There is nothing to translate here.",
            mend="Write the post first, or choose another language.",
            code="empty",
        )
    with transaction.atomic():
        other = plan.create_post(
            actor,
            post.brand_id,
            title=f"{post.title} ({language.upper()})"[:160],
            language=language,
            campaign=post.campaign,
            relationship=post.relationship,
        )
        asked = [
            ask_model(actor, add_variant(actor, other, one.channel).id, wish=wish, source=one)
            for one in sources
        ]
    return other, asked


def _ground(actor: Actor, source: Variant, target: Variant) -> Ground:
    """What the house may draw on: the text, its brief, what its pictures show."""
    brief = source.post.brief
    head = source.head
    if not head:
        raise Conflict("There are no words yet.", mend="Write some first.", code="empty")
    seen = [str(one.get("alt", "")) for one in head.media]
    # A brief in another language has nothing to add to this text.
    fits = brief is not None and brief.language == source.language
    return Ground(
        written=head.written,
        language=source.language,
        room=queries.room_of(target.channel),
        was=queries.room_of(source.channel),
        brief=material_of(brief, actor, clock.now()) if brief and fits else None,
        seen=[words for words in seen if words.strip()],
    )
