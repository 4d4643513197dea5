"""The site of a brand: its posts, one post, its feeds, its pictures, and counted links."""

from typing import TypeVar
from uuid import UUID

from django.core.paginator import EmptyPage, Paginator
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from aboveboard.brand.models import Brand
from aboveboard.brand.queries import look_of
from aboveboard.create.queries import handed_asset
from aboveboard.create.queries import link as link_by
from aboveboard.faces.web.public import answers, feeds, shown
from aboveboard.faces.web.public.answers import conditional
from aboveboard.faces.web.public.dates import long_day
from aboveboard.faces.web.public.shown import Entry
from aboveboard.faces.web.public.words import opening, paragraphs
from aboveboard.faces.web.serving import media_file
from aboveboard.kernel.errors import NotFound
from aboveboard.measure.actions import count_click
from aboveboard.publish.handing import asset_of

PER_PAGE, IN_FEED = 20, 50
R = TypeVar("R", bound=HttpResponseBase)


def brand_at(slug: str) -> Brand | None:
    return Brand.objects.filter(slug=slug).first()


@require_safe
def site(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A brand's posts, the newest first."""
    brand = brand_at(slug)
    if not brand:
        return missing(request)
    posts = shown.out(brand)
    pages = Paginator(posts, PER_PAGE)
    try:
        current = pages.page(_number(request))
    except EmptyPage:
        return missing(request, brand)
    shown_here = [
        article(brand, entry, whole=False) for entry in shown.entries(brand, current.object_list)
    ]
    context = {**frame(brand), "articles": shown_here, "page": current}
    return answers.page(
        request,
        "public/site.html",
        context,
        language=brand.language,
        changed_at=shown.changed_at(brand),
    )


@require_safe
def post(request: HttpRequest, slug: str, key: UUID) -> HttpResponseBase:
    """One post. Other addresses of it lead to the one that its feed names."""
    brand = brand_at(slug)
    found = shown.found(brand, key) if brand else None
    if not brand or not found:
        gone = bool(brand and shown.taken_away(brand, key))
        return missing(request, brand, taken_away=gone)
    (entry,) = shown.entries(brand, [found])
    if request.path != entry.url:
        return HttpResponsePermanentRedirect(entry.url)
    return answers.page(
        request,
        "public/post.html",
        {**frame(brand), "article": article(brand, entry, whole=True), "entry": entry},
        language=brand.language,
        changed_at=entry.sent_at,
    )


@require_safe
def atom(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The newest posts as Atom."""
    brand = brand_at(slug)
    if not brand:
        return missing(request)
    changed_at = shown.changed_at(brand)
    body = feeds.atom(brand, shown.entries(brand, shown.out(brand)[:IN_FEED]), changed_at)
    response = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
    return _fed(request, brand, response, "public_atom")


@require_safe
def json(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The newest posts as JSON Feed."""
    brand = brand_at(slug)
    if not brand:
        return missing(request)
    body = feeds.json_feed(brand, shown.entries(brand, shown.out(brand)[:IN_FEED]))
    response = HttpResponse(body, content_type="application/feed+json; charset=utf-8")
    return _fed(request, brand, response, "public_json")


def _fed(request: HttpRequest, brand: Brand, response: HttpResponse, name: str) -> HttpResponseBase:
    response.headers["Link"] = feeds.link_header(shown.absolute(reverse(name, args=[brand.slug])))
    # A feed is for programs elsewhere, those in browsers included.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Content-Language"] = brand.language
    return conditional(request, response, shown.changed_at(brand))


@require_safe
def media(request: HttpRequest, slug: str, digest: str) -> HttpResponseBase:
    """A picture of a post that is shown, and no other file."""
    brand = brand_at(slug)
    asset = shown.picture(brand, digest) if brand else None
    if not asset:
        return missing(request, brand)
    try:
        response = media_file(
            request, asset, cache="public, max-age=31536000, immutable", sent=True
        )
    except FileNotFoundError:
        return missing(request, brand)
    return _harmless(response)


@require_safe
def handed(request: HttpRequest, token: str) -> HttpResponseBase:
    """A picture or video that a network fetches for a post that is on its way to it."""
    asset = handed_asset(asset_of(token))
    try:
        response = media_file(request, asset, cache="private, no-store", sent=True)
    except FileNotFoundError:
        raise NotFound("There is nothing at this address any more.", code="handed") from None
    response.headers["X-Robots-Tag"] = "noindex"
    return _harmless(response)


def _harmless(response: R) -> R:
    """A file that others show: it runs nothing, and is what its type says."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Content-Disposition"] = "inline"
    return response


@require_safe
def short_link(request: HttpRequest, code: str) -> HttpResponseBase:
    """Where a counted link leads. The count knows the hour, and nothing of who follows it."""
    link = link_by(code)
    if not link or not shown.is_web_address(link.url):
        return missing(request)
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    count_click(
        link,
        method=request.method or "",
        agent=request.headers.get("User-Agent", ""),
        prefetched="prefetch" in purpose or "X-Moz" in request.headers,
    )
    response = HttpResponseRedirect(link.url)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def missing(
    request: HttpRequest, brand: Brand | None = None, *, taken_away: bool = False
) -> HttpResponseBase:
    """In kind words: this is not here, or not any more."""
    language = brand.language if brand else getattr(request, "LANGUAGE_CODE", "en")[:2]
    context = {**(frame(brand) if brand else {}), "taken_away": taken_away}
    return answers.page(
        request,
        "public/missing.html",
        context,
        language=language,
        status=410 if taken_away else 404,
    )


def frame(brand: Brand) -> dict[str, object]:
    """What the head of every public page of a brand shows."""
    look = look_of(brand)
    return {
        "brand": brand,
        "letter": brand.name.strip()[:1].upper(),
        "colour": look.colour,
        "on_colour": look.on_colour,
        "hub": feeds.hub(),
        "home_url": shown.absolute(reverse("public_site", args=[brand.slug])),
    }


# The mark of each kind of label; all that is not here had a model in it.
_KEYS = {"people": "person", "assisted": "person", "template": "template", "brought": "import"}


def article(brand: Brand, entry: Entry, *, whole: bool) -> dict[str, object]:
    """A post as the page shows it: dates in the brand's zone, words as HTML."""
    texts: list[SafeString] = []
    complete = True
    for part in entry.parts if whole else entry.parts[:1]:
        text, is_all = (part, True) if whole else opening(part)
        complete = complete and is_all
        texts.append(paragraphs(text, entry.links))
    return {
        "entry": entry,
        "url": shown.absolute(entry.url),
        "day": long_day(brand, entry.sent_at, brand.language),
        "texts": texts,
        "complete": complete and (whole or len(entry.parts) < 2),
        "key": _KEYS.get(entry.label.kind, "model"),
        "pictures": entry.pictures,
    }


def _number(request: HttpRequest) -> int:
    """The page that is asked for; 0, which there is not, for what is no number."""
    given = request.GET.get("page", "1")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0
