"""Asking a model: providers, suggestions, and what people do with them."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from aboveboard.ai.base import Provider as Place
from aboveboard.ai.registry import text_model
from aboveboard.ai.results import Result
from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import Allowance, Task
from aboveboard.create import queries
from aboveboard.create.adapting import Wish
from aboveboard.create.models import Provider, Revision, SigningKey, Suggestion, Variant
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Invalid, NotFound
from aboveboard.kernel.http import http_url
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean
from aboveboard.text.lock import Break

MAX_INSTRUCTION = 2_000
MAX_URL = 400
# A job that was asked for a suggestion and has given none for this long is not at it any more.
GIVEN_UP = timedelta(minutes=10)


def add_provider(
    actor: Actor, *, name: str, base_url: str, model: str, api_key: str = ""
) -> Provider:
    """Keep where a text model answers. Nothing is sent there before somebody asks for a text.

    Raises Invalid for what cannot be used, Conflict for a name that is taken.
    """
    require(actor, Right.connect, actor.workspace_id)
    name, model = _line(name, "The model's place", 80), _line(model, "The model", 160)
    base_url = http_url(base_url)
    if len(base_url) > MAX_URL:
        raise Invalid(
            f"The address has {len(base_url):,} characters; {MAX_URL} is the most.",
            mend="Write it like http://127.0.0.1:11434/v1.",
            code="url",
        )
    api_key = api_key.strip()
    if not api_key.isascii() or not api_key.isprintable():
        raise Invalid(
            "The key holds characters that no key has. Nothing was kept.",
            mend="Copy it again from where it was given to you.",
            code="key",
        )
    text_model(Place(name=name, kind="openai_compatible", base_url=base_url, model=model))
    sealed = Vault(settings.SECRET_KEYS).seal({"api_key": api_key}) if api_key else b""
    try:
        with transaction.atomic():
            provider = Provider.objects.create(
                workspace_id=actor.workspace_id,
                name=name,
                base_url=base_url,
                model=model,
                sealed_key=sealed,
                added_at=clock.now(),
            )
            enter(actor, "model.added", subject_kind="provider", subject_id=provider.id)
    except IntegrityError:
        raise Conflict(f"There is a model named “{name}” already.", mend="Choose another name.")
    return provider


def _line(value: str, what: str, most: int) -> str:
    line = " ".join(clean(value).split())
    if not line or len(line) > most:
        raise Invalid(
            f"{what} needs a name of 1 to {most} characters.", mend="Give it one.", code="name"
        )
    return line


def remove_provider(actor: Actor, provider_id: UUID) -> None:
    """Take a model away. What it suggested stays in the record."""
    require(actor, Right.connect, actor.workspace_id)
    provider = queries.providers(actor.workspace_id).filter(pk=provider_id).first()
    if not provider:
        raise NotFound("There is no such model here.", mend="Choose one from the list.")
    with transaction.atomic():
        enter(actor, "model.removed", subject_kind="provider", subject_id=provider.id)
        provider.delete()


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
    check_allowed(variant.post.brand, task)
    provider = queries.providers(actor.workspace_id).first()
    if not provider:
        raise Invalid(
            "No writing model is connected. Your text is as it was.",
            mend="Connect one in the settings.",
            code="no_model",
        )
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
    refused: int,
    result: Result | None = None,
) -> None:
    """Keep what a model wrote, with what the fact lock found in it. The house does this.

    `refused` counts the answers that the lock turned down, this one included if it has breaks.
    """
    with transaction.atomic():
        suggestion = Suggestion.objects.select_for_update().get(pk=suggestion_id)
        Provider.objects.filter(
            workspace_id=suggestion.variant.post.brand.workspace_id, name=suggestion.provider
        ).update(answered=F("answered") + int(not breaks), refused=F("refused") + refused)
        if suggestion.state != "asked":
            return
        suggestion.state, suggestion.text = "open", text
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


def fail_suggestion(suggestion_id: UUID, why: str) -> None:
    """Note that a model gave nothing. The house does this."""
    Suggestion.objects.filter(pk=suggestion_id, state="asked").update(
        state="failed", why=why[:2_000], at=clock.now()
    )


_KEPT_TO_PEOPLE = {
    Task.DRAFT: "This brand keeps drafts to people. Nothing was sent to a model.",
    Task.TRANSLATE: "This brand keeps translating to people. Nothing was sent to a model.",
}


def check_allowed(brand: Brand, task: Task) -> None:
    """Raises ModelNotAllowed when the brand keeps to people what a model would do here."""
    allowance = policy_of(brand).allows(task)
    if allowance is Allowance.NEVER or (task is Task.DRAFT and allowance is Allowance.ASSIST):
        raise ModelNotAllowed(
            _KEPT_TO_PEOPLE.get(
                task, "This brand keeps rewriting to people. Nothing was sent to a model."
            ),
            mend="Its rules say what a model may do.",
            code="people_only",
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
