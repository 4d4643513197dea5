"""The voice: what the samples do, line by line, and what people say of it."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aboveboard.brand import actions, queries
from aboveboard.brand.voice import set_voice_line, voice_of
from aboveboard.faces.web.brands.forms import VoiceForm
from aboveboard.faces.web.choices import LANGUAGES
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.people.rules import Right
from aboveboard.text.languages import guess

_NAMES = dict(LANGUAGES)


@page
@require_http_methods(["GET", "POST"])
def voice(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the brand does, and the samples that it was measured from."""
    form = VoiceForm(request.POST or None)
    if (
        form.is_valid()
        and tried(form, lambda: actions.add_voice(desk.actor, desk.brand.id, **form.cleaned_data))
        is not None
    ):
        messages.success(request, _("Kept."))
        return redirect("voice")
    samples = list(queries.voice(desk.brand.id))
    spoken = Counter(guess(one.text) or desk.brand.language for one in samples)
    language = request.GET.get("lang", "")
    if language not in _NAMES:
        language = desk.brand.language
    shown = [code for code in _NAMES if code in spoken or code in (language, desk.brand.language)]
    context = {
        "voice": voice_of(desk.brand, language),
        "languages": [(code, _NAMES[code], spoken[code]) for code in shown],
        "spoken": language,
        "may_tell": desk.actor.may(Right.policy),
        "samples": samples,
        "form": form,
        "tab": "voice",
    }
    return show(request, desk, "brands/voice.html", context, section="brand")


@page
@require_POST
def set_line(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Switch a line off or on, or say it in one's own words."""
    language = request.POST.get("language", "")
    set_voice_line(
        desk.actor,
        desk.brand.id,
        language=language,
        key=request.POST.get("key", ""),
        on=request.POST.get("on") != "no",
        said=request.POST.get("said", ""),
    )
    messages.success(request, _("Kept."))
    return redirect(f"{reverse('voice')}?lang={language}")


@page
@require_POST
def forget_voice(request: HttpRequest, desk: Desk, sample_id: UUID) -> HttpResponse:
    """Take a sample away."""
    actions.remove_voice(desk.actor, sample_id)
    return redirect("voice")
