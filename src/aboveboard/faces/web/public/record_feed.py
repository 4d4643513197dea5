"""The public record for programs: a JSON Feed of posts, and the whole of it as one signed file."""

import json

from django.core.paginator import EmptyPage, Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from aboveboard.brand.models import Brand
from aboveboard.disclose.record import PostLine
from aboveboard.disclose.rules import in_record
from aboveboard.faces.web.public import answers, record_file, record_pages, tasks
from aboveboard.faces.web.public.answers import conditional
from aboveboard.faces.web.public.pages import brand_at, frame, missing
from aboveboard.faces.web.public.record_pages import language_of, languages
from aboveboard.faces.web.public.shown import absolute
from aboveboard.faces.web.serving import whole_file
from aboveboard.ledger import queries as ledger
from aboveboard.publish import published, record

PER_PAGE = 50
# Seconds until somebody who waits for the file is to look again.
_AGAIN = 3


@require_safe
def feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The record of the newest posts as JSON Feed 1.1; `next_url` leads to the older ones."""
    brand = brand_at(slug)
    number = request.GET.get("page", "1")
    if not brand or not (number.isascii() and number.isdigit() and len(number) < 7):
        return missing(request, brand)
    pages = Paginator(record.newest(brand), PER_PAGE)
    try:
        page = pages.page(int(number))
    except EmptyPage:
        return missing(request, brand)
    posts = published.posts(brand, record.these(brand, page.object_list))
    own = absolute(reverse("public_record_json", args=[slug]))
    end = ledger.state(brand.workspace_id)
    older = {"next_url": f"{own}?page={page.number + 1}"} if page.has_next() else {}
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": brand.name,
        "home_page_url": absolute(reverse("public_record", args=[slug])),
        "feed_url": own if page.number == 1 else f"{own}?page={page.number}",
        "language": brand.language,
        **older,
        "_aboveboard": {
            "posts": pages.count,
            "demo": brand.demo,
            "ledger": {"entries": end.seq, "head": end.head_hash, "holds": end.ok},
            "record": absolute(reverse("public_record_file", args=[slug])),
        },
        "items": [_item(brand, post) for post in posts],
    }
    response = HttpResponse(
        json.dumps(body, ensure_ascii=False, indent=1),
        content_type="application/feed+json; charset=utf-8",
    )
    _for_anybody(response)
    return conditional(request, response, None)


@require_safe
def download(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The whole record, signed, for `aboveboard verify`."""
    brand = brand_at(slug)
    if not brand:
        return missing(request)
    path = record_file.path_of(brand)
    if not record_file.is_fresh(path):
        posts = record.newest(brand).count()
        if posts > record_file.AT_ONCE:
            tasks.have_written(brand.pk)
            # The file from before is whole and signed; it only ends earlier.
            if not path.exists():
                return _wait(request, brand, posts)
        else:
            record_file.write(brand)
    response = whole_file(request, path)
    response.headers["Content-Type"] = "application/x-ndjson; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{brand.slug}.record"'
    response.headers["Cache-Control"] = "public, max-age=60"
    _for_anybody(response)
    return response


def _wait(request: HttpRequest, brand: Brand, posts: int) -> HttpResponseBase:
    """The page to wait at; programs look at its status and at when to come back."""
    language = language_of(request, brand)
    context = {
        **frame(brand),
        "languages": languages(request, language),
        "posts": posts,
        "written": min(record_file.progress(brand), posts),
    }
    response = answers.page(
        request, "public/record_waits.html", context, language=language, status=503
    )
    response.headers["Retry-After"] = response.headers["Refresh"] = str(_AGAIN)
    return response


def _item(brand: Brand, post: PostLine) -> dict[str, object]:
    url = absolute(reverse("public_record_post", args=[brand.slug, post.id]))
    with translation.override(post.language):
        gone = record_pages.gone(brand, post, post.language)
    words = (gone.says,) if gone else post.parts
    since = post.taken_away_at
    return {
        "id": f"urn:uuid:{post.id}",
        "url": url,
        "title": gone.title if gone else post.title,
        "content_text": "\n\n".join((*words, in_record(post.kind, post.language))),
        "language": post.language,
        "date_published": post.sent_at.isoformat(timespec="seconds"),
        **({"date_modified": since.isoformat(timespec="seconds")} if since else {}),
        "_aboveboard": post.model_dump(
            mode="json", exclude={"id", "title", "language", "sent_at", "parts", "bare"}
        ),
    }


def _for_anybody(response: HttpResponseBase) -> None:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
