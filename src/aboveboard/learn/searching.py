"""Asking a model for ideas: who may, one search at a time, and what came of it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import LANGUAGES, Allowance, Task
from aboveboard.create import queries as created
from aboveboard.create.calls.allowing import Given, must_be_allowed
from aboveboard.create.calls.asking import GIVEN_UP
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Invalid, NotFound
from aboveboard.learn.models import Search
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.plan import ideas as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Idea
from aboveboard.plan.reasons import Proposal

# What to speak of at all is a matter of strategy (docs/decisions/0025).
TASK = Task.STRATEGY
MOST = 10


def may_ask(brand: Brand) -> bool:
    """Whether the brand's policy lets a model propose what to speak of."""
    return policy_of(brand).allows(TASK) is not Allowance.NEVER


def ask_for_ideas(
    actor: Actor,
    brand_id: UUID,
    *,
    count: int = 6,
    campaign: UUID | None = None,
    language: str = "",
) -> Search:
    """Ask the workspace's model for ideas; a job fetches them. A refusal is on record.

    Raises ModelNotAllowed when the brand keeps strategy to people, Invalid without a model.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    aim = plans.campaign(actor, campaign) if campaign else None
    given = Given((aim.name, aim.goal) if aim else (brand.about,), (language or brand.language,))
    must_be_allowed(brand, TASK, actor=actor, given=given)
    provider = next(iter(created.order_for(brand, TASK)), None)
    if not provider:
        raise Invalid(
            "No writing model is connected. The board is as it was.",
            mend="Connect one in the settings.",
            code="no_model",
        )
    if not 1 <= count <= MOST:
        raise Invalid(
            f"{count} ideas cannot be looked for at once.",
            mend=f"Ask for 1 to {MOST}.",
            code="count",
        )
    spoken = language or brand.language
    if spoken not in LANGUAGES:
        raise Invalid(
            f"“{spoken[:10]}” is not one of our languages.",
            mend=f"Choose one of {', '.join(LANGUAGES)}.",
            code="language",
        )
    with transaction.atomic():
        Brand.objects.select_for_update().get(pk=brand.pk)
        going = Search.objects.filter(brand=brand, state="asked")
        going.filter(asked_at__lt=clock.now() - GIVEN_UP).update(
            state="failed", why="No answer came. Ask again.", at=clock.now()
        )
        if going.exists():
            raise Conflict(
                "Ideas for this brand are on their way already.",
                mend="Wait for them, or stop it.",
                code="asked",
            )
        search = Search.objects.create(
            brand=brand,
            campaign=aim,
            asked_by_id=actor.user_id,
            language=spoken,
            count=count,
            provider=provider.name,
            model=provider.model,
            asked_at=clock.now(),
        )
        enter(actor, "model.asked", subject_kind="search", subject_id=search.id)
    return search


def stop_search(actor: Actor, search_id: UUID) -> Search:
    """Stop a search, or put one aside that failed. What it found stays."""
    require(actor, Right.write, actor.workspace_id)
    found = search(actor, search_id)
    Search.objects.filter(pk=found.pk, state__in=("asked", "failed")).update(
        state="stopped", at=clock.now()
    )
    return found


def search(actor: Actor, search_id: UUID) -> Search:
    found = Search.objects.filter(pk=search_id, brand__workspace_id=actor.workspace_id).first()
    if not found:
        raise NotFound("There is no such search here.", mend="Look at the board.")
    return found


def current_search(brand_id: UUID) -> Search | None:
    """The search that is going, or failed last and has not been put aside."""
    newest = Search.objects.filter(brand_id=brand_id).order_by("-asked_at").first()
    return newest if newest and newest.state in ("asked", "failed") else None


def finish_search(
    search_id: UUID,
    actor: Actor,
    proposals: Sequence[Proposal],
    *,
    provider: str,
    model: str,
    invented: int,
    doubles: int,
) -> list[Idea]:
    """Put what a model proposed on the board, unless somebody stopped it meanwhile."""
    with transaction.atomic():
        row = Search.objects.select_for_update().get(pk=search_id)
        if row.state != "asked":
            return []
        made = (
            plan.propose_ideas(actor, row.brand_id, proposals, origin="model", by=model)
            if proposals
            else []
        )
        row.state, row.at = "done", clock.now()
        row.provider, row.model = provider[:80], model[:160]
        row.found, row.invented, row.doubles = len(made), invented, doubles
        row.save()
    return made


def fail_search(search_id: UUID, why: str) -> None:
    """Note that a model gave nothing."""
    Search.objects.filter(pk=search_id, state="asked").update(
        state="failed", why=why[:2_000], at=clock.now()
    )
