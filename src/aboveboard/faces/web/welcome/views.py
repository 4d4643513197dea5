"""Coming in: the one-time link of the first owner, invitations, and the first brand."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from aboveboard.brand import actions as brands
from aboveboard.brand import queries
from aboveboard.demo.load import load_demo
from aboveboard.faces.web.choices import LANGUAGES, ZONES, Zone
from aboveboard.faces.web.studio import tried, who, work_on
from aboveboard.kernel.errors import AboveboardError, Forbidden
from aboveboard.people import actions as people
from aboveboard.people.models import User

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class FirstBrandForm(forms.Form):
    """What a brand needs to begin with."""

    name = forms.CharField(max_length=120, label=gettext_lazy("What is the brand called?"))
    language = forms.ChoiceField(choices=LANGUAGES, label=gettext_lazy("It writes in"))
    zone = Zone(choices=ZONES, label=gettext_lazy("Its clock shows the time of"))


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Come in by a one-time link. Opening it only asks; a button uses it up.

    Mail scanners and link previews open links, and would use up the one chance.
    """
    if request.method == "GET":
        return render(request, "welcome/link.html", {"token": token})
    try:
        user = people.use_sign_in_link(token)
    except AboveboardError as error:
        return render(request, "error.html", {"error": error}, status=error.status)
    login(request, user, backend=_BACKEND)
    if not user.has_usable_password():
        messages.success(request, _("Welcome. Set a password or a passkey in your settings."))
    return redirect("today")


class InvitationForm(forms.Form):
    """A new member's name and password."""

    name = forms.CharField(max_length=120, label=gettext_lazy("Your name"))
    password = forms.CharField(
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        label=gettext_lazy("A password of your own"),
        min_length=10,
    )


@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation with a name and a password."""
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        user = tried(
            form,
            lambda: people.accept_invitation(token, name=data["name"], password=data["password"]),
            also=(Forbidden,),
        )
        if user:
            login(request, user, backend=_BACKEND)
            return redirect("today")
    return render(request, "welcome/invitation.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def first_brand(request: HttpRequest) -> HttpResponse:
    """The first brand, one's own or the demo."""
    actor = who(request)
    form = FirstBrandForm(request.POST or None, initial={"zone": _guessed_zone(request)})
    if form.is_valid():
        brand = tried(form, lambda: brands.create_brand(actor, **form.cleaned_data))
        if brand:
            work_on(request, brand)
            said = _("%(name)s is here. It can publish on its own page now.")
            messages.success(request, said % {"name": brand.name})
            return redirect("knowledge")
    if not form.is_bound and form.initial["zone"] == settings.TIME_ZONE:
        # Nobody chose this one: the browser knows better (zone.js).
        form.fields["zone"].widget.attrs["data-own-zone"] = True
    context = {
        "form": form,
        "known": queries.brands(actor).exists(),
        "demo": queries.demo(actor),
    }
    return render(request, "welcome/first_brand.html", context)


@login_required
@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    """Load the demo brand and go to its Today."""
    work_on(request, load_demo(who(request)))
    return redirect("today")


def _guessed_zone(request: HttpRequest) -> str:
    user = request.user
    return user.zone if isinstance(user, User) and user.zone else settings.TIME_ZONE
