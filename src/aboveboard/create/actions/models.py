"""Asking a model: suggestions, and what people do with them."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction

from aboveboard.ai.base import MAX_LIMIT
from aboveboard.ai.results import Result
from aboveboard.brand.rules import Task
from aboveboard.create import queries
from aboveboard.create.calls.allowing import Given, must_be_allowed, told_in
from aboveboard.create.calls.asking import GIVEN_UP, first_for
from aboveboard.create.models import Provider, Revision, SigningKey, Suggestion, Variant
from aboveboard.create.words.adapting import Wish
from aboveboard.create.words.origins import works
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean
from aboveboard.text.lock import Break

MAX_INSTRUCTION = 2_000


def ask_model(
    actor: Actor,
    variant_id: UUID,
    instruction: str = "",
    *,
    wish: Wish | None = None,
    source: Variant | None = None,
) -> Suggestion:
    """Ask the workspace's model for a suggestion; a job fetches it, a person decides.

    Without words in the variant a draft is asked for, with words a rewriting, with a wish that of
    the text of `source` (else of the variant itself). Raises ModelNotAllowed when the brand keeps
    that to people, Invalid when there is no model.
    """
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    source = source or variant
    instruction = clean(wish.instruction if wish else instruction).strip()
    if len(instruction) > MAX_INSTRUCTION:
        raise Invalid(
            f"{MAX_INSTRUCTION:,} characters is the most for what you ask.", mend="Shorten it."
        )
    task = wish.known.task if wish else task_of(variant.head)
    head = source.head
    texts = [instruction, head.text if head else "", *told_in(variant.post.brief)]
    given = Given(texts, [source.language, variant.language])
    must_be_allowed(variant.post.brand, task, actor=actor, given=given)
    provider = first_for(variant.post.brand, task)
    with transaction.atomic():
        Variant.objects.select_for_update().get(pk=variant.pk)
        _give_up(variant)
        if variant.suggestions.filter(state="asked").exists():
            raise Conflict(
                "A suggestion for this text is on its way already.",
                mend="Wait for it, or stop it.",
                code="asked",
            )
        suggestion = Suggestion.objects.create(
            variant=variant,
            asked_by_id=actor.user_id,
            instruction=instruction,
            way=wish.way if wish else "",
            task=task,
            tone=wish.tone if wish else "",
            language=(wish.language if wish else "") or source.language,
            from_language=source.language,
            source=source.head,
            works=_works(task, wish, head),
            provider=provider.name,
            model=provider.model,
            asked_at=clock.now(),
        )
        enter(actor, "model.asked", subject_kind="variant", subject_id=variant.id)
    return suggestion


def _give_up(variant: Variant) -> None:
    """Suggestions whose job died are not waited for any longer."""
    late = variant.suggestions.filter(state="asked", asked_at__lt=clock.now() - GIVEN_UP)
    late.update(state="failed", why="No answer came. Ask again.", at=clock.now())


def _works(task: Task, wish: Wish | None, head: Revision | None) -> tuple[str, ...]:
    """What a model does and did for a suggestion, where that is known."""
    own = wish.works if wish else ("drafting",) if task is Task.DRAFT else ()
    return works(head.written if head else (), own) if own else ()


def task_of(head: Revision | None) -> Task:
    """What a model would be doing: drafting where nothing stands, else rewriting."""
    return Task.REWRITE if head and head.text.strip() else Task.DRAFT


def finish_suggestion(
    suggestion_id: UUID,
    *,
    text: str,
    model: str,
    breaks: Sequence[Break],
    tries: int,
    result: Result | None = None,
    provider: str = "",
) -> None:
    """Keep what a model wrote, with what the fact lock found in it. The house does this.

    `provider` is who answered, where that was another than the one asked first.
    """
    with transaction.atomic():
        suggestion = Suggestion.objects.select_for_update().get(pk=suggestion_id)
        if suggestion.state != "asked":
            return
        suggestion.state, suggestion.text = "open", text
        suggestion.provider = provider or suggestion.provider
        suggestion.model = clean(model).strip()[:160] or suggestion.model
        suggestion.result = result.model_dump() if result else {}
        suggestion.breaks = [
            {
                "kind": item.kind,
                "text": item.text,
                "why": item.why,
                "start": item.span.start if item.span else None,
                "end": item.span.end if item.span else None,
            }
            for item in breaks
        ]
        suggestion.tries, suggestion.at = tries, clock.now()
        suggestion.save()


def hear_suggestion(suggestion_id: UUID, text: str) -> None:
    """Keep what a model has written so far, while it writes. The house does this."""
    Suggestion.objects.filter(pk=suggestion_id, state="asked").update(text=text[:MAX_LIMIT])


def is_stopped(suggestion_id: UUID) -> bool:
    """Whether nobody waits for a suggestion any more."""
    return not Suggestion.objects.filter(pk=suggestion_id, state="asked").exists()


def fail_suggestion(suggestion_id: UUID, why: str) -> None:
    """Note that a model gave nothing. The house does this."""
    Suggestion.objects.filter(pk=suggestion_id, state="asked").update(
        state="failed", text="", why=why[:2_000], at=clock.now()
    )


@transaction.atomic
def turn_secrets() -> int:
    """Seal the keys of models' providers and of signers anew under the newest key; how many.

    Raises Invalid, and changes nothing, when no listed key opens one.
    """
    vault = Vault(settings.SECRET_KEYS)
    rows: list[Provider | SigningKey] = []
    rows += Provider.objects.select_for_update().exclude(sealed_key=b"")
    rows += SigningKey.objects.select_for_update()
    for row in rows:
        row.sealed_key = vault.turn(bytes(row.sealed_key))
        row.save(update_fields=["sealed_key"])
    return len(rows)
