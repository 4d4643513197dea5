"""Settings: oneself, the members of the workspace, the programs that act for them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aboveboard.faces.web.preferences.forms import (
    ROLE_WORDS,
    InviteForm,
    ProfileForm,
    TokenForm,
)
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.people import actions, queries
from aboveboard.people.rules import Right, Role


@page
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Oneself: name, language, zone, keys; and where to set password, passkey and TOTP."""
    user = desk.user
    form = ProfileForm(
        request.POST or None,
        initial={
            "name": user.name,
            "language": user.language,
            "zone": user.zone,
            "single_keys": user.single_keys,
        },
    )
    if form.is_valid():
        tried(form, lambda: actions.update_profile(user, **form.cleaned_data))
        if form.is_valid():
            translation.activate(form.cleaned_data["language"])
            messages.success(request, _("Saved."))
            return redirect("settings")
    return show(request, desk, "preferences/profile.html", {"form": form, "tab": "you"})


@page
@require_http_methods(["GET", "POST"])
def members(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who belongs to the workspace, and inviting somebody."""
    form = InviteForm(request.POST or None)
    link = ""
    if form.is_valid():
        email, role = form.cleaned_data["email"], Role(form.cleaned_data["role"])
        token = tried(form, lambda: actions.invite(desk.actor, email, role))
        if token:
            link = request.build_absolute_uri(reverse("invitation", args=[token]))
    context = {
        "members": queries.members_of(desk.actor.workspace_id),
        "invitations": queries.open_invitations(desk.actor.workspace_id),
        "form": form,
        "link": link,
        "roles": [(role.value, words) for role, words in ROLE_WORDS.items()],
        "may": desk.actor.may(Right.members),
        "tab": "members",
    }
    return show(request, desk, "preferences/members.html", context)


@page
@require_POST
def change_role(request: HttpRequest, desk: Desk, user_id: UUID) -> HttpResponse:
    """Give a member another role."""
    role = request.POST.get("role", "")
    if role in Role.__members__:
        actions.change_role(desk.actor, user_id, Role(role))
        messages.success(request, _("Saved."))
    return redirect("members")


@page
@require_POST
def remove(request: HttpRequest, desk: Desk, user_id: UUID) -> HttpResponse:
    """End a membership."""
    actions.remove_member(desk.actor, user_id)
    return redirect("members")


@page
@require_http_methods(["GET", "POST"])
def programs(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The programs that may add posts, and making a token for one. A token is shown once."""
    form = TokenForm(request.POST or None)
    secret = ""
    if form.is_valid():
        secret = tried(form, lambda: actions.make_token(desk.actor, **form.cleaned_data)) or ""
        form = TokenForm() if secret else form
    context = {
        "tokens": queries.tokens(desk.actor),
        "form": form,
        "secret": secret,
        "tab": "programs",
    }
    answer = show(request, desk, "preferences/programs.html", context)
    if secret:
        answer["Cache-Control"] = "no-store"
    return answer


@page
@require_POST
def end_program(request: HttpRequest, desk: Desk, token_id: UUID) -> HttpResponse:
    """End a program's token."""
    actions.end_token(desk.actor, token_id)
    return redirect("programs")
