"""What models take in a month: room is kept before a call, and settled after it.

Everything is counted in the database under the workspace's own row, so that two workers cannot
pass a limit together. A call whose worker died keeps the most that it may have taken.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet, Sum

from aboveboard.ai.base import Answer, Instruction
from aboveboard.ai.pictures import Made
from aboveboard.brand.models import Brand
from aboveboard.create.calls.choosing import month_of
from aboveboard.create.errors import Spent
from aboveboard.create.models import Call, ModelRules, Provider
from aboveboard.kernel import clock
from aboveboard.people.actors import Actor, enter
from aboveboard.text.cleaning import clean

MILLION = Decimal(1_000_000)
# A call asks twice at most; an answer's form and the words around the material come on top.
REQUESTS, AROUND = 2, 2_000


@dataclass(frozen=True)
class Used:
    """Tokens and money of a month so far, those kept for calls under way among them."""

    tokens: int
    money: Decimal


def most(instruction: Instruction[Any]) -> tuple[int, int]:
    """The most tokens, in and out, that an instruction may take: no token is under one byte."""
    texts = [instruction.brief, instruction.task, *instruction.rules]
    texts += [quote.text for quote in instruction.quotes]
    sent = sum(len(text.encode()) for text in texts) + AROUND
    return sent * REQUESTS, instruction.most_tokens * REQUESTS


def cost(
    provider: Provider, tokens_in: int, tokens_out: int, *, pictures: int = 0
) -> Decimal | None:
    """What that much costs; None where nobody has typed a price."""
    if provider.price_in is None and provider.price_out is None:
        return None
    price_in, price_out = provider.price_in or Decimal(), provider.price_out or Decimal()
    if provider.makes == "pictures":
        return price_out * pictures
    return (price_in * tokens_in + price_out * tokens_out) / MILLION


def used(calls: QuerySet[Call]) -> Used:
    """What some calls took together."""
    sums = calls.aggregate(i=Sum("tokens_in"), o=Sum("tokens_out"), money=Sum("cost"))
    return Used((sums["i"] or 0) + (sums["o"] or 0), sums["money"] or Decimal())


@transaction.atomic
def keep_room(
    brand: Brand,
    provider: Provider,
    task: str,
    *,
    tokens: tuple[int, int],
    is_near: bool,
    pictures: int = 0,
) -> UUID:
    """Keep room for a call in the month's limits. Raises Spent: nothing was sent.

    `tokens` are the most that it may take, in and out, `pictures` how many it may make. Returns
    the call's id.
    """
    ModelRules.objects.get_or_create(workspace_id=brand.workspace_id)
    rules = (
        ModelRules.objects.select_for_update(of=("self",))
        .select_related("workspace")
        .get(pk=brand.workspace_id)
    )
    now = clock.now()
    price = cost(provider, *tokens, pictures=pictures)
    if price is None and is_near:
        price = Decimal()
    month = Call.objects.filter(
        workspace_id=brand.workspace_id, asked_at__gte=month_of(rules.workspace.zone, now)
    )
    for calls, limits, whose in (
        (month, rules, "this workspace"),
        (month.filter(provider=provider), provider, provider.name),
    ):
        _within(used(calls), limits, tokens=sum(tokens), price=price, whose=whose)
    call = Call.objects.create(
        workspace_id=brand.workspace_id,
        brand=brand,
        provider=provider,
        name=provider.name,
        model=provider.model,
        task=task,
        tokens_in=tokens[0],
        tokens_out=tokens[1],
        cost=price,
        asked_at=now,
    )
    # So that a brand which asks no model can show that: the ledger would tell.
    house = Actor.house(brand.workspace_id)
    enter(house, "model.called", subject_kind="brand", subject_id=brand.pk)
    return call.pk


def _within(
    so_far: Used,
    limits: ModelRules | Provider,
    *,
    tokens: int,
    price: Decimal | None,
    whose: str,
) -> None:
    most_tokens, most_money = limits.monthly_tokens, limits.monthly_money
    if most_tokens is not None and so_far.tokens + tokens > most_tokens:
        raise Spent(
            f"The month’s {most_tokens:,} tokens of {whose} do not cover this: "
            f"{so_far.tokens:,} are used or kept, up to {tokens:,} would be needed. "
            "Nothing was sent.",
            mend="Raise the limit in the settings, ask for less, or wait for the next month.",
            code="budget",
        )
    if most_money is None:
        return
    if price is None:
        raise Spent(
            f"There is a monthly limit in money for {whose}, but this model has no price. "
            "Nothing was sent.",
            mend="Type its price in the settings, or set a limit in tokens instead.",
            code="no_price",
        )
    if so_far.money + price > most_money:
        raise Spent(
            f"The month’s {most_money} of {whose} do not cover this: "
            f"{so_far.money:.2f} are used or kept, up to {price:.4f} would be needed. "
            "Nothing was sent.",
            mend="Raise the limit in the settings, ask for less, or wait for the next month.",
            code="budget",
        )


def settle(call_id: UUID, answer: Answer[Any] | Made) -> None:
    """What an answered call took, as the provider counted it; where it does not count, the most."""
    call = Call.objects.select_related("provider").get(pk=call_id)
    call.state, call.seconds = "answered", answer.seconds
    call.model = clean(answer.model).strip()[:160] or call.model
    if isinstance(answer, Made):
        call.tokens_in, call.tokens_out = answer.tokens_in, answer.tokens_out
        call.counted = True
    elif answer.tokens_in or answer.tokens_out:
        _count(call, answer.tokens_in, answer.tokens_out)
    call.save()


def settle_failed(
    call_id: UUID, why: str, *, seconds: float, took: tuple[int, int] | None, stopped: bool = False
) -> None:
    """What a call took that gave nothing; None where nobody told, then the most stays kept."""
    call = Call.objects.select_related("provider").get(pk=call_id)
    call.state, call.why, call.seconds = "stopped" if stopped else "failed", why[:40], seconds
    if took is not None:
        _count(call, *took)
    call.save()


def _count(call: Call, tokens_in: int, tokens_out: int) -> None:
    call.tokens_in, call.tokens_out, call.counted = tokens_in, tokens_out, True
    if call.cost is not None and (call.task != "picture" or not tokens_in + tokens_out):
        call.cost = (call.provider and cost(call.provider, tokens_in, tokens_out)) or Decimal()


def note_verdict(call_id: str, *, kept: bool) -> None:
    """What the fact lock said of an answer."""
    if call_id:
        verdict = "kept" if kept else "refused"
        Call.objects.filter(Q(pk=call_id) & Q(state="answered")).update(verdict=verdict)
