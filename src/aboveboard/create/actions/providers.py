"""Where models answer: connecting, order, limits, prices, and agreeing to what is sent there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max

from aboveboard.ai.base import Provider as Place
from aboveboard.ai.registry import kinds, text_model
from aboveboard.brand import queries as brands
from aboveboard.brand.rules import Task
from aboveboard.create import queries
from aboveboard.create.calls.choosing import host_of
from aboveboard.create.models import Agreement, ModelRules, Provider
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.kernel.http import http_url
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

MAX_URL = 400
MOST_SECONDS = 900
MOST_TOKENS = 10**12
MOST_MONEY = Decimal(99_999_999)
MAKES = ("text", "pictures")


def add_provider(
    actor: Actor,
    *,
    name: str,
    base_url: str,
    model: str,
    api_key: str = "",
    kind: str = "openai_compatible",
    makes: str = "text",
) -> Provider:
    """Keep where a model answers. Nothing is sent there before somebody asks for something.

    Without an address the kind's usual one is taken. Raises Invalid for what cannot be used,
    Conflict for a name that is taken.
    """
    require(actor, Right.connect, actor.workspace_id)
    name, model = _line(name, "The model's place", 80), _line(model, "The model", 160)
    known = kinds().get(kind)
    if not base_url.strip() and known and known.address:
        base_url = known.address
    base_url = http_url(base_url)
    if len(base_url) > MAX_URL:
        raise Invalid(
            f"The address has {len(base_url):,} characters; {MAX_URL} is the most.",
            mend="Write it like http://127.0.0.1:11434/v1.",
            code="url",
        )
    if makes not in MAKES or (makes == "pictures" and kind != "openai_compatible"):
        raise Invalid(
            "Pictures come from an OpenAI-compatible images endpoint only. Nothing was kept.",
            mend="Choose that kind, or connect this one for texts.",
            code="makes",
        )
    text_model(Place(name=name, kind=kind, base_url=base_url, model=model))
    last = queries.providers(actor.workspace_id, makes=makes).aggregate(last=Max("place"))["last"]
    try:
        with transaction.atomic():
            provider = Provider.objects.create(
                workspace_id=actor.workspace_id,
                name=name,
                kind=kind,
                makes=makes,
                base_url=base_url,
                model=model,
                sealed_key=_sealed(api_key),
                added_at=clock.now(),
                place=(last or 0) + 1,
            )
            enter(actor, "model.added", subject_kind="provider", subject_id=provider.id)
    except IntegrityError:
        raise Conflict(f"There is a model named “{name}” already.", mend="Choose another name.")
    return provider


def _sealed(api_key: str) -> bytes:
    api_key = api_key.strip()
    if not api_key.isascii() or not api_key.isprintable():
        raise Invalid(
            "The key holds characters that no key has. Nothing was kept.",
            mend="Copy it again from where it was given to you.",
            code="key",
        )
    return Vault(settings.SECRET_KEYS).seal({"api_key": api_key}) if api_key else b""


def _line(value: str, what: str, most: int) -> str:
    line = " ".join(clean(value).split())
    if not line or len(line) > most:
        raise Invalid(
            f"{what} needs a name of 1 to {most} characters.", mend="Give it one.", code="name"
        )
    return line


@dataclass(frozen=True)
class Terms:
    """How a provider may be used: seconds, prices per million tokens, limits per month."""

    first_s: int = 60
    whole_s: int = 120
    price_in: Decimal | None = None
    price_out: Decimal | None = None
    monthly_tokens: int | None = None
    monthly_money: Decimal | None = None


def set_terms(actor: Actor, provider_id: UUID, terms: Terms) -> None:
    """Set how long a provider may take, what it costs and where it stops. Raises Invalid."""
    require(actor, Right.connect, actor.workspace_id)
    if not 1 <= terms.first_s <= terms.whole_s <= MOST_SECONDS:
        raise Invalid(
            f"The times must be 1 to {MOST_SECONDS} seconds, the first word before the end.",
            mend="Correct the seconds.",
            code="seconds",
        )
    _check_limits(terms.monthly_tokens, terms.monthly_money, terms.price_in, terms.price_out)
    with transaction.atomic():
        provider = _provider(actor, provider_id)
        for field, value in vars(terms).items():
            setattr(provider, field, value)
        provider.save(update_fields=list(vars(terms)))
        enter(actor, "model.changed", subject_kind="provider", subject_id=provider.id)


def _check_limits(tokens: int | None, *money: Decimal | None) -> None:
    if (tokens is not None and not 0 <= tokens <= MOST_TOKENS) or any(
        not (amount.is_finite() and 0 <= amount <= MOST_MONEY) for amount in money if amount
    ):
        raise Invalid(
            "A limit or price is below zero or beyond measure. Nothing was changed.",
            mend="Correct it, or leave it empty.",
            code="limit",
        )


def set_month(
    actor: Actor, *, tokens: int | None, money: Decimal | None, currency: str = "EUR"
) -> None:
    """Set what all models together may take in a calendar month. Raises Invalid."""
    require(actor, Right.connect, actor.workspace_id)
    currency = currency.strip().upper()
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise Invalid(
            "A currency has three letters, like EUR.", mend="Correct it.", code="currency"
        )
    _check_limits(tokens, money)
    with transaction.atomic():
        ModelRules.objects.update_or_create(
            workspace_id=actor.workspace_id,
            defaults={"monthly_tokens": tokens, "monthly_money": money, "currency": currency},
        )
        enter(actor, "model.limits", subject_kind="workspace", subject_id=actor.workspace_id)


def set_order(actor: Actor, order: Mapping[Task, Sequence[UUID]]) -> None:
    """Say who is asked for each task, and who stands in; a task left out is for all, in turn."""
    require(actor, Right.connect, actor.workspace_id)
    known = {row.pk for row in queries.providers(actor.workspace_id, makes=None)}
    kept = {
        task.value: [str(one) for one in dict.fromkeys(chosen) if one in known]
        for task, chosen in order.items()
    }
    with transaction.atomic():
        ModelRules.objects.update_or_create(
            workspace_id=actor.workspace_id,
            defaults={"order": {task: chosen for task, chosen in kept.items() if chosen}},
        )
        enter(actor, "model.order", subject_kind="workspace", subject_id=actor.workspace_id)


def move_provider(actor: Actor, provider_id: UUID, *, by: int) -> None:
    """Ask a provider sooner (by -1) or later (by 1) than the one beside it."""
    require(actor, Right.connect, actor.workspace_id)
    with transaction.atomic():
        moved = _provider(actor, provider_id)
        rows = list(queries.providers(actor.workspace_id, makes=moved.makes).select_for_update())
        at = next(place for place, row in enumerate(rows) if row.pk == moved.pk)
        rows.insert(max(0, at + by), rows.pop(at))
        for place, row in enumerate(rows, 1):
            row.place = place
            row.save(update_fields=["place"])
        enter(actor, "model.order", subject_kind="provider", subject_id=moved.pk)


def remove_provider(actor: Actor, provider_id: UUID) -> None:
    """Take a model away. What it suggested stays in the record, what it took in the month."""
    require(actor, Right.connect, actor.workspace_id)
    with transaction.atomic():
        provider = _provider(actor, provider_id)
        enter(actor, "model.removed", subject_kind="provider", subject_id=provider.id)
        provider.delete()


def agree(actor: Actor, brand_id: UUID, provider_id: UUID) -> None:
    """Agree for a brand to what goes to a provider outside. A person does that, once."""
    require(actor, Right.write, actor.workspace_id)
    if actor.kind != "person":
        raise Forbidden(
            "A program may not agree to what is sent where. Nothing was changed.",
            mend="A person who writes for this brand does it.",
            code="not_by_agents_agree",
        )
    brand = brands.brand(actor, brand_id)
    with transaction.atomic():
        provider = _provider(actor, provider_id)
        _, is_new = Agreement.objects.get_or_create(
            brand=brand,
            provider=provider,
            host=host_of(provider.base_url),
            defaults={"by_id": actor.user_id, "at": clock.now()},
        )
        if is_new:
            enter(actor, "model.agreed", subject_kind="brand", subject_id=brand.pk)


def end_agreement(actor: Actor, brand_id: UUID, provider_id: UUID) -> None:
    """Take an agreement back: from now on nothing of this brand goes there."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    with transaction.atomic():
        provider = _provider(actor, provider_id)
        gone, _ = Agreement.objects.filter(brand=brand, provider=provider).delete()
        if gone:
            enter(actor, "model.disagreed", subject_kind="brand", subject_id=brand.pk)


def _provider(actor: Actor, provider_id: UUID) -> Provider:
    known = Provider.objects.select_for_update().filter(workspace_id=actor.workspace_id)
    found = known.filter(pk=provider_id).first()
    if not found:
        raise NotFound("There is no such model here.", mend="Choose one from the list.")
    return found
