"""Settings: the models that may be asked, in which order, what they took and where they stop."""

import asyncio
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.ai.discovery import find_local
from aboveboard.create import actions, queries
from aboveboard.create.models import Provider
from aboveboard.faces.web.preferences.forms import (
    MonthForm,
    OrderForm,
    ProviderForm,
    TermsForm,
)
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.people.models import Workspace
from aboveboard.people.rules import Right


@page
@require_http_methods(["GET", "POST"])
def models(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The models that may be asked."""
    form = ProviderForm(request.POST or None)
    if form.is_valid():
        kept = tried(form, lambda: actions.add_provider(desk.actor, **form.cleaned_data))
        if kept:
            messages.success(request, _("Kept. Nothing is sent before somebody asks."))
            return redirect("models")
    return show(request, desk, "preferences/models.html", _context(desk, form=form))


def _context(desk: Desk, **more: Any) -> dict[str, Any]:
    workspace = Workspace.objects.get(pk=desk.actor.workspace_id)
    calls = queries.calls_this_month(workspace)
    rules = queries.model_rules(workspace.pk)
    took = queries.took(calls)
    rows = list(queries.providers(workspace.pk, makes=None))
    agreed = {one.provider_id: one for one in queries.agreements(desk.brand)}
    tokens = sum(one.tokens_in + one.tokens_out for one in took)
    money = sum(one.cost or 0 for one in took)
    return {
        "rows": [
            _row(one, agreed.get(one.pk), is_first=at == 0 or rows[at - 1].makes != one.makes)
            for at, one in enumerate(rows)
        ],
        "took": took,
        "tokens": tokens,
        "money": money,
        "rules": rules,
        "tokens_part": _part(tokens, rules.monthly_tokens),
        "money_part": _part(money, rules.monthly_money),
        "month_form": MonthForm(
            initial={
                "tokens": rules.monthly_tokens,
                "money": rules.monthly_money,
                "currency": rules.currency,
            }
        ),
        "order_form": OrderForm(rows=rows, order=rules.order) if len(rows) > 1 else None,
        "may": desk.actor.may(Right.connect),
        "may_agree": desk.actor.may(Right.write),
        "tab": "models",
        **more,
    }


def _row(one: Provider, agreement: Any, *, is_first: bool) -> dict[str, Any]:
    here = queries.stays_here(one)
    host = urlsplit(one.base_url).netloc
    terms = TermsForm(
        initial={name: getattr(one, name) for name in TermsForm.base_fields},
        auto_id=f"{one.pk}_%s",
        makes=one.makes,
    )
    return {
        "provider": one,
        "ident": one.pk.hex,
        "is_first": is_first,
        "host": host,
        "here": here,
        "agreement": agreement if agreement and agreement.host == host else None,
        "terms": terms,
    }


def _part(used: Any, most: Any) -> float | None:
    """How much of a limit is used, of 100; None without a limit."""
    if most is None:
        return None
    return min(100.0, 100 * float(used) / float(most)) if most else 100.0


@page
@require_GET
def local_models(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What answers on this machine by itself; asked for by the page once it stands."""
    found = asyncio.run(find_local())
    return show(request, desk, "preferences/_local_models.html", {"found": found})


@page
@require_POST
def forget_model(request: HttpRequest, desk: Desk, provider_id: UUID) -> HttpResponse:
    """Take a model away."""
    actions.remove_provider(desk.actor, provider_id)
    return redirect("models")


@page
@require_POST
def move_model(request: HttpRequest, desk: Desk, provider_id: UUID) -> HttpResponse:
    """Ask a model sooner, or later."""
    actions.move_provider(desk.actor, provider_id, by=-1 if "sooner" in request.POST else 1)
    return redirect("models")


@page
@require_POST
def model_terms(request: HttpRequest, desk: Desk, provider_id: UUID) -> HttpResponse:
    """How long a model may take, what it costs and where it stops."""
    queries.provider(desk.actor, provider_id)
    form = TermsForm(request.POST)
    if form.is_valid():
        terms = actions.Terms(**form.cleaned_data)
        tried(form, lambda: actions.set_terms(desk.actor, provider_id, terms))
    return _answer(request, form)


@page
@require_POST
def month_limits(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What all models together may take in a month."""
    form = MonthForm(request.POST)
    if form.is_valid():
        tried(form, lambda: actions.set_month(desk.actor, **form.cleaned_data))
    return _answer(request, form)


@page
@require_POST
def model_order(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who is asked for which task."""
    rows = list(queries.providers(desk.actor.workspace_id, makes=None))
    form = OrderForm(request.POST, rows=rows, order={})
    if form.is_valid():
        tried(form, lambda: actions.set_order(desk.actor, form.chosen()))
    return _answer(request, form)


def _answer(request: HttpRequest, form: Any) -> HttpResponse:
    if form.is_valid():
        messages.success(request, _("Saved."))
    for errors in form.errors.values():
        messages.error(request, " ".join(str(error) for error in errors))
    return redirect("models")


@page
@require_POST
def agree(request: HttpRequest, desk: Desk, provider_id: UUID) -> HttpResponse:
    """Agree for the brand that its texts go there, or take that back."""
    if "end" in request.POST:
        actions.end_agreement(desk.actor, desk.brand.pk, provider_id)
        messages.success(request, _("Taken back. Nothing of this brand goes there any more."))
    else:
        actions.agree(desk.actor, desk.brand.pk, provider_id)
        messages.success(request, _("Agreed. It stands in the ledger."))
    return redirect("models")
