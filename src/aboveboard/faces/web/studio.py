"""What every page of the studio starts from: who is here, for which brand, and kind errors.

`@page` gives a view a `Desk`; `show` renders a template with what the masthead needs.
`KindErrors` turns the house's errors into words: a page, a toast for htmx, JSON for a script.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.faces.web.today import attention
from aboveboard.faces.web.told import error_told, told
from aboveboard.faces.web.whose import brand_named
from aboveboard.kernel.errors import AboveboardError, Conflict, Invalid, NotFound
from aboveboard.people.actors import Actor
from aboveboard.people.models import User
from aboveboard.people.queries import actor_for
from aboveboard.people.rules import Right
from aboveboard.publish import queries as publish
from aboveboard.publish.errors import from_database
from aboveboard.publish.models import Pause

BRAND, WORKSPACE = "brand", "workspace"
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """One request's actor, user, current brand and the brands beside it."""

    actor: Actor
    user: User
    brand: Brand
    brands: tuple[Brand, ...]


def page(
    view: Callable[Concatenate[HttpRequest, Desk, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """A view for somebody who is signed in, with their desk; a newcomer is led to a brand.

    The desk is of the brand whose post, text, asset or brief the address names, else of the one
    that the person works on.
    """

    @wraps(view)
    def inner(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        user = request.user
        if not isinstance(user, User):
            return _sign_in_first(request)
        actor = who(request)
        known = tuple(brands.brands(actor))
        if not known:
            return redirect("first_brand")
        brand = _brand(request, known, kwargs)
        # Pages show the brand's clock and speak the person's language.
        translation.activate(user.language)
        request.LANGUAGE_CODE = user.language
        with timezone.override(ZoneInfo(brand.zone)):
            return view(request, Desk(actor, user, brand, known), *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponseBase]", inner)


def _brand(request: HttpRequest, known: tuple[Brand, ...], parts: Mapping[str, object]) -> Brand:
    named = brand_named(parts) if len(known) > 1 else None
    chosen = request.session.get(BRAND)
    here = next((one for one in known if str(one.pk) == chosen), known[0])
    return next((one for one in known if one.pk == named), here)


def _sign_in_first(request: HttpRequest) -> HttpResponseBase:
    """To sign-in and back here; a script is told in words, since it shows no page."""
    if _wants_json(request):
        said = {
            "code": "signed_out",
            "said": _("You are signed out. What you typed is kept in this browser."),
            "mend": _("Sign in again in another tab, then go on here."),
        }
        return JsonResponse(said, status=401)
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def who(request: HttpRequest) -> Actor:
    """The person behind a request, in the workspace they are working in."""
    assert isinstance(request.user, User)
    chosen = request.session.get(WORKSPACE)
    try:
        return actor_for(request.user, UUID(chosen) if chosen else None)
    except NotFound:
        request.session.pop(WORKSPACE, None)
        return actor_for(request.user)


def work_on(request: HttpRequest, brand: Brand) -> None:
    """Make this the brand that pages show from now on."""
    if request.session.get(BRAND) != str(brand.pk):
        request.session[BRAND] = str(brand.pk)


def show(
    request: HttpRequest,
    desk: Desk,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    section: str = "",
    status: int = 200,
) -> HttpResponse:
    """A page with its masthead. `section` is the url name of the place one is in."""
    if len(desk.brands) > 1:
        # Who has opened a page of another brand goes on with that one.
        work_on(request, desk.brand)
    for one in desk.brands:
        one.switch_url = reverse("work_on", args=[one.pk])  # type: ignore[attr-defined]
    return render(
        request,
        template,
        {
            "brand": desk.brand,
            "brands": desk.brands,
            "actor": desk.actor,
            "section": section,
            "single_keys": desk.user.single_keys,
            "counts": {"today": attention.count(desk.actor, desk.brand)},
            **_standing_still(desk),
            "may_write": desk.actor.may(Right.write),
            "may_pause": desk.actor.may(Right.publish),
            **(context or {}),
        },
        status=status,
    )


def _standing_still(desk: Desk) -> dict[str, Any]:
    """That sending is paused and how much has become due meanwhile, or that no worker runs."""
    found = paused(desk)
    brand = desk.brand.pk if found and found.brand else None
    late = publish.overdue(desk.actor.workspace_id, brand).count() if found else 0
    unattended = not found and publish.unattended(desk.actor.workspace_id)
    return {"paused": found, "overdue": late, "unattended": unattended}


def paused(desk: Desk) -> Pause | None:
    """Why nothing goes out for this brand just now; the workspace's pause before the brand's."""
    found = [
        one
        for one in publish.pauses(desk.actor.workspace_id)
        if one.brand is None or one.brand == desk.brand
    ]
    return min(found, key=lambda one: one.brand is not None, default=None)


def tried(
    form: forms.Form, act: Callable[[], T], *, also: tuple[type[AboveboardError], ...] = ()
) -> T | None:
    """What `act` gives; when it refuses, the form says why and nothing typed is lost.

    `also` names errors that belong into the form besides Invalid and Conflict.
    """
    refusals: tuple[type[AboveboardError], ...] = (Invalid, Conflict, *also)
    try:
        return act()
    except refusals as error:
        form.add_error(None, error_told(error))
        return None


def uploaded(request: HttpRequest, name: str, *, most: int) -> tuple[str, bytes]:
    """The name and bytes of an uploaded file. Raises Invalid when none came or it is too large."""
    file = request.FILES.get(name)
    if not file:
        raise Invalid("No file came with this.", mend="Choose a file and try again.", code="file")
    if (file.size or 0) > most:
        raise Invalid(
            f"{file.name} has {(file.size or 0) / 1e6:.0f} MB; {most / 1e6:.0f} MB is the most.",
            mend="Choose a smaller file.",
            code="file",
        )
    return str(file.name), file.read()


def uploaded_file(request: HttpRequest, name: str) -> tuple[str, Path]:
    """The name and the temporary place of an uploaded file. Raises Invalid when none came."""
    file = request.FILES.get(name)
    if not isinstance(file, TemporaryUploadedFile):
        raise Invalid("No file came with this.", mend="Choose a file and try again.", code="file")
    return str(file.name), Path(file.temporary_file_path())


class KindErrors:
    """Answers an `AboveboardError` of a view in words, in the form that was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        if isinstance(exception, DatabaseError):
            # The database's own guards hold where no page looked first.
            exception = from_database(exception) or exception
        if not isinstance(exception, AboveboardError):
            return None
        if _wants_json(request):
            said = {
                "code": exception.code,
                "said": told(exception.message),
                "mend": told(exception.mend),
            }
            return JsonResponse(said, status=exception.status)
        if getattr(request, "htmx", False):
            answer = render(
                request,
                "partials/_toast.html",
                {"text": error_told(exception), "level": "error"},
                status=exception.status,
            )
            answer.headers["HX-Retarget"] = "#toasts"
            answer.headers["HX-Reswap"] = "beforeend"
            return answer
        back = came_from(request)
        if back and request.method == "POST" and isinstance(exception, (Invalid, Conflict)):
            # Back to the form: the browser has kept what was typed into it (forms.js).
            messages.error(request, error_told(exception))
            return redirect(back)
        return render(
            request,
            "error.html",
            {"error": exception, "back": back},
            status=exception.status,
        )


def came_from(request: HttpRequest) -> str:
    """The page of ours that this request came from, or nothing."""
    back = request.headers.get("Referer", "")
    return back if back.startswith(request.build_absolute_uri("/")) else ""
