"""Making cards: choose a template, type, see it as it will be, keep it in the library."""

import base64
from dataclasses import replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.brand import queries as brands
from aboveboard.create import actions, queries
from aboveboard.create.models import Variant
from aboveboard.faces.web.cards import words
from aboveboard.faces.web.cards.forms import CardForm
from aboveboard.faces.web.editor.desk import editor_url
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.faces.web.told import told
from aboveboard.kernel.digest import digest
from aboveboard.kernel.errors import NotFound
from aboveboard.media.cards.drawing import Drawn, Wanted, draw
from aboveboard.media.cards.errors import NotDrawn
from aboveboard.media.cards.formats import FORMATS
from aboveboard.media.cards.palette import Style
from aboveboard.media.cards.rendering import render as rendered
from aboveboard.media.cards.templates import Template

_SEEN, _SLIDE, _THUMB = 720, 420, 240
_PHOTOS = 60
# Kinds of fields that hold something before anybody has typed.
_CHOSEN = {"choice", "stars"}


@page
@require_http_methods(["GET", "POST"])
def cards(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form of a card beside its picture; what is sent whole is kept in each format."""
    found, broken = actions.card_templates()
    variant = _variant(request, desk)
    form = _form(request, desk, found, variant)
    if request.method == "POST" and form.is_valid():
        made = tried(form, lambda: _made(desk, form))
        if made:
            messages.success(request, _("Kept."))
            return redirect(editor_url(variant.post.pk, variant.pk) if variant else "assets")
    style = _style(desk)
    context = {
        "form": form,
        "chosen": form.template,
        "templates": [
            (one, words.title_of(one), words.about_of(one), _stamp(one, style))
            for one in sorted(found.values(), key=_place)
        ],
        "broken": [(one.name, told(one.why.message)) for one in broken],
        "variant": variant,
        **_preview(desk, form),
    }
    return show(request, desk, "cards/cards.html", context, section="assets")


@page
@require_POST
def preview(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The card as it stands, and what is wrong with it beside each field."""
    found, _bad = actions.card_templates()
    form = _form(request, desk, found, None)
    return render(request, "cards/_preview.html", {"form": form, **_preview(desk, form)})


@page
@require_GET
def example(request: HttpRequest, desk: Desk, name: str) -> HttpResponse:
    """A small picture of a template in the brand's look, with the names of its fields in it."""
    found, _bad = actions.card_templates()
    if name not in found:
        raise NotFound("There is no such card.", mend="Choose one from the list.")
    png = _example(found[name], _style(desk), desk.brand.name, get_language() or "en")
    answer = HttpResponse(png, content_type="image/png")
    answer.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return answer


def _made(desk: Desk, form: CardForm) -> list[Any] | None:
    try:
        return actions.make_card(
            desk.actor, desk.brand.id, form.card(), formats=form.cleaned_data["formats"]
        )
    except NotDrawn as error:
        form.say(error.problems)
        return None


def _form(
    request: HttpRequest, desk: Desk, found: dict[str, Template], variant: Variant | None
) -> CardForm:
    asked = request.POST.get("template") or request.GET.get("template") or words.ORDER[0]
    template = found.get(asked) or found[words.ORDER[0]]
    photos = [one for one in queries.assets(desk.brand.id)[:_PHOTOS] if not one.is_video]
    language = variant.language if variant else desk.brand.language
    initial: dict[str, Any] = {
        "scheme": "brand",
        "form": "bars",
        "formats": queries.card_formats(desk.brand.id),
        "language": language,
        "f-form": "bars",
        "f-stars": "",
        "photo": "",
        **{key: value for key, value in request.GET.items() if key.startswith("f-")},
    }
    if variant and variant.head:
        for name, text in _from_text(template, variant.head.text).items():
            initial.setdefault(f"f-{name}", text)
    data = request.POST if request.method == "POST" else None
    return CardForm(data, template=template, photos=photos, initial=initial)


def _from_text(template: Template, text: str) -> dict[str, str]:
    """A post's text in the fields of a card: its first paragraph, then the rest of it."""
    first, _gap, rest = text.strip().partition("\n\n")
    names = [name for name, one in template.told.fields.items() if one.kind in ("text", "points")]
    return dict(zip(names, (first, rest), strict=False)) if names else {}


def _variant(request: HttpRequest, desk: Desk) -> Variant | None:
    asked = request.POST.get("variant") or request.GET.get("variant") or ""
    try:
        return queries.variant(desk.actor, UUID(asked)) if asked else None
    except ValueError:
        return None


def _preview(desk: Desk, form: CardForm) -> dict[str, Any]:
    """The pictures of the format that is looked at, and what is wrong in any that is chosen."""
    formats = form.shown_formats() or ["1:1"]
    asked = form.data.get("look", "") if form.is_bound else ""
    look = asked if asked in formats else formats[0]
    card = form.card()
    drawn = {one: actions.draw_card(desk.actor, desk.brand.id, card, one) for one in formats}
    kinds = {name: one.kind for name, one in form.template.told.fields.items()}
    typed = any(
        text.strip() for name, text in card.fields.items() if kinds.get(name) not in _CHOSEN
    )
    seen = drawn[look]
    if not typed:
        named = replace(card, fields=_named_fields(form.template))
        seen = actions.draw_card(desk.actor, desk.brand.id, named, look)
    problems = dict.fromkeys(p for cards in drawn.values() for one in cards for p in one.problems)
    by_field: dict[str, list[str]] = {name: [] for name in form.template.told.fields}
    colours: list[str] = []
    for one in problems:
        # A field that nobody came to yet is not complained about.
        if one.code != "empty":
            by_field.get(one.field, colours).append(told(f"{one.message} {one.mend}"))
    width = _SLIDE if len(seen) > 1 else _SEEN
    return {
        "formats": formats,
        "look": look,
        "pictures": [_seen(one, width) for one in seen],
        "typed": typed,
        "said": by_field,
        "colours": list(dict.fromkeys(colours)),
        "changed": sorted(
            {pair for cards in drawn.values() for c in cards for pair in c.changed.values()}
        ),
        "mends": card.mends,
    }


def _seen(drawn: Drawn, width: int) -> dict[str, Any]:
    png = rendered(drawn, width=width)
    return {
        "src": "data:image/png;base64," + base64.b64encode(png).decode(),
        "width": drawn.format.width,
        "height": drawn.format.height,
        "alt": drawn.alt,
    }


def _style(desk: Desk) -> Style:
    look = brands.look_of(desk.brand)
    return Style(look.colour, look.on_colour, look.accent, look.letter)


def _place(one: Template) -> tuple[int, str]:
    return (words.ORDER.index(one.name) if one.is_own else len(words.ORDER), one.name)


def _stamp(one: Template, style: Style) -> str:
    """Changes when the small picture does."""
    return digest([one.name, one.stamp, list(style.__dict__.values()), get_language() or ""])[:12]


def _named_fields(template: Template) -> dict[str, str]:
    """The fields of a card with their own names in them, or what the template gives as such."""
    fields = {}
    for name, one in template.told.fields.items():
        words_of = {
            "stars": "4",
            "choice": one.choices[0] if one.choices else "",
            "numbers": "A: 8\nB: 13\nC: 5",
        }
        fields[name] = one.example or words_of.get(one.kind, str(words.label_of(name, one)))
    fields.pop("unit", None)
    return fields


@lru_cache(maxsize=100)
def _example(template: Template, style: Style, brand: str, language: str) -> bytes:
    want = Wanted(
        fields=_named_fields(template),
        format=FORMATS["1:1"],
        style=style,
        brand=brand,
        language=language,
        mends=True,
    )
    slide = "first" if template.has_slides else ""
    return rendered(draw(template, want, slide=slide), width=_THUMB)
