"""The brand: who it is, what it knows, how it sounds, what AI may do, where it speaks."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.brand import actions, queries
from aboveboard.brand.asking import ask
from aboveboard.brand.tasks import read_file
from aboveboard.channels.registry import network, networks
from aboveboard.create.queries import assets
from aboveboard.faces.web.brands.forms import (
    LOOK,
    BrandForm,
    ChannelForm,
    PolicyForm,
    SettingsForm,
)
from aboveboard.faces.web.brands.signing_in import back_address
from aboveboard.faces.web.studio import Desk, page, show, tried, uploaded, work_on
from aboveboard.kernel.errors import Invalid
from aboveboard.media.cards.contrast import nearest
from aboveboard.people.rules import Right
from aboveboard.publish import actions as publish
from aboveboard.publish import authorizing
from aboveboard.publish import queries as published

MAX_SOURCE = 20_000_000


@page
@require_GET
def choose(request: HttpRequest, desk: Desk, brand_id: UUID) -> HttpResponseRedirect:
    """Work on another brand from now on."""
    work_on(request, queries.brand(desk.actor, brand_id))
    return redirect("today")


@page
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the brand is called and how it looks."""
    brand = desk.brand
    look = queries.look_of(brand)
    form = BrandForm(
        request.POST or None,
        initial={
            "name": brand.name,
            "about": brand.about,
            "language": brand.language,
            "zone": brand.zone,
            **{name: getattr(look, name) or "" for name in LOOK},
        },
        logos=[(str(one.pk), one.name) for one in assets(brand.pk)[:200] if not one.is_video],
    )
    if form.is_valid():
        data = {name: said for name, said in form.cleaned_data.items() if name not in LOOK}
        look = form.look(look)
        if tried(form, lambda: actions.change_brand(desk.actor, brand.id, look=look, **data)):
            messages.success(request, _("Saved."))
            for one in (look.on_colour, look.accent):
                if (near := nearest(one, look.colour)) != one:
                    said = _(
                        "%(one)s is hard to read on %(colour)s; cards will say so. The nearest "
                        "colour that can be read is %(near)s."
                    )
                    told = {"one": one, "colour": look.colour, "near": near}
                    messages.warning(request, said % told)
            return redirect("brand")
    return show(
        request, desk, "brands/profile.html", {"form": form, "tab": "brand"}, section="brand"
    )


@page
@require_http_methods(["GET", "POST"])
def knowledge(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The files the brand's facts come from."""
    if request.method == "POST":
        if "words" in request.POST:
            name, data = _written(request)
        else:
            name, data = uploaded(request, "file", most=MAX_SOURCE)
        upload = actions.begin_upload(desk.actor, desk.brand.id, name=name, data=data)
        read_file.defer(upload=str(upload.pk))
        return redirect("knowledge")
    question = request.GET.get("q", "").strip()
    found = {
        "question": question,
        "quotations": ask(desk.actor, desk.brand.id, question) if question else [],
        "sources": queries.sources(desk.brand.id),
        "uploads": queries.uploads(desk.brand.id),
        "tab": "knowledge",
    }
    return show(request, desk, "brands/knowledge.html", found, section="brand")


def _written(request: HttpRequest) -> tuple[str, bytes]:
    """What was typed or pasted, as the file that it becomes. Raises Invalid when it is empty.

    Lines without an empty one between them are facts of their own and not a paragraph.
    """
    name = " ".join(request.POST.get("name", "").split())
    words = request.POST["words"].strip()
    if not name or not words:
        raise Invalid(
            "A text for the knowledge needs a name and words.",
            mend="Fill in both and try again.",
            code="file",
        )
    lines = words.splitlines()
    if all(line.strip() and not line.lstrip().startswith(_MARKS) for line in lines):
        words = "\n".join(f"- {line.strip()}" for line in lines)
    return f"{name.removesuffix('.md')}.md", words.encode()


# What begins a line that Markdown parts from the others by itself.
_MARKS = ("#", "-", "*", "+", "|", ">", "```", *(f"{n}." for n in range(10)))


@page
@require_GET
def source(request: HttpRequest, desk: Desk, source_id: UUID) -> HttpResponse:
    """One file: its passages and the facts read from each."""
    found = queries.source(desk.actor, source_id)
    passages = found.passages.prefetch_related("facts")[:400]
    context = {"source": found, "passages": passages, "tab": "knowledge"}
    return show(request, desk, "brands/source.html", context, section="brand")


@page
@require_POST
def forget_source(request: HttpRequest, desk: Desk, source_id: UUID) -> HttpResponse:
    """Take a file away."""
    actions.remove_source(desk.actor, source_id)
    messages.success(request, _("The file and its facts are gone. Posts stay as they are."))
    return redirect("knowledge")


@page
@require_http_methods(["GET", "POST"])
def policy(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What AI may do, who approves, how posts are labelled."""
    now = queries.policy_of(desk.brand)
    form = PolicyForm(request.POST or None, policy=now, language=desk.brand.language)
    if form.is_valid():
        actions.set_policy(desk.actor, desk.brand.id, form.policy())
        messages.success(request, _("Saved. Earlier rules stay readable in the public record."))
        return redirect("policy")
    context = {"form": form, "tab": "policy", "ai_free": now.ai_free}
    return show(request, desk, "brands/policy.html", context, section="brand")


@page
@require_GET
def channels(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Where the brand speaks."""
    context = {
        "channels": published.channels(desk.brand.id),
        "networks": [one for one in networks().values() if "none" not in one.capabilities.auth],
        "may_connect": desk.actor.may(Right.connect),
        "tab": "channels",
    }
    return show(request, desk, "brands/channels.html", context, section="brand")


@page
@require_http_methods(["GET", "POST"])
def new_channel(request: HttpRequest, desk: Desk, name: str) -> HttpResponse:
    """Connect an account; the network is asked before anything is kept."""
    adapter = network(name)
    form = ChannelForm(request.POST or None, network=adapter)
    if form.is_valid():
        channel = tried(
            form,
            lambda: publish.add_channel(
                desk.actor,
                desk.brand.id,
                network=name,
                name=form.cleaned_data["name"],
                secrets=form.given,
            ),
        )
        if channel:
            messages.success(request, _("%(name)s is connected.") % {"name": channel.name})
            return redirect("channels")
    context = {
        "form": form,
        "network": adapter,
        "settings": SettingsForm(network=adapter),
        "app": authorizing.app_of(desk.actor.workspace_id, name),
        "back_address": back_address(),
        "tab": "channels",
    }
    return show(request, desk, "brands/new_channel.html", context, section="brand")


@page
@require_POST
def disconnect(request: HttpRequest, desk: Desk, channel_id: UUID) -> HttpResponse:
    """Disconnect an account."""
    actions.remove_channel(desk.actor, channel_id)
    messages.success(request, _("Disconnected. Its posts and their story stay."))
    return redirect("channels")
