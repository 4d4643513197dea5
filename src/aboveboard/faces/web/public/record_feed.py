"""The public record for programs: a JSON Feed of posts, and the whole of it as one signed file."""

import json
import os
import time
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.core.paginator import EmptyPage, Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from aboveboard.brand.models import Brand
from aboveboard.disclose.record import PostLine
from aboveboard.disclose.rules import in_record
from aboveboard.faces.web.public.answers import conditional
from aboveboard.faces.web.public.pages import brand_at, missing
from aboveboard.faces.web.public.shown import absolute
from aboveboard.faces.web.serving import whole_file
from aboveboard.ledger import queries as ledger
from aboveboard.publish import published, record
from aboveboard.publish.exporting import export

PER_PAGE = 50
# Seconds for which a written file is given out before it is written anew.
_FRESH = 600
_writing = Lock()


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
    path = _written(brand)
    if path is None:
        busy = HttpResponse("The record is being written. Try again in a minute.\n", status=503)
        busy.headers["Retry-After"] = "60"
        busy.headers["Content-Type"] = "text/plain; charset=utf-8"
        return busy
    response = whole_file(request, path)
    response.headers["Content-Type"] = "application/x-ndjson; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{brand.slug}.record"'
    response.headers["Cache-Control"] = "public, max-age=60"
    _for_anybody(response)
    return response


def _item(brand: Brand, post: PostLine) -> dict[str, object]:
    url = absolute(reverse("public_record_post", args=[brand.slug, post.id]))
    said = in_record(post.kind, post.language)
    return {
        "id": f"urn:uuid:{post.id}",
        "url": url,
        "title": post.title,
        "content_text": "\n\n".join((*post.parts, said)) if post.parts else said,
        "language": post.language,
        "date_published": post.sent_at.isoformat(timespec="seconds"),
        "_aboveboard": post.model_dump(
            mode="json", exclude={"id", "title", "language", "sent_at", "parts", "bare"}
        ),
    }


def _for_anybody(response: HttpResponseBase) -> None:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"


def _written(brand: Brand) -> Path | None:
    """The file; written anew when it is older than ten minutes, by one at a time.

    While somebody else has it written the one from before is given; None when there is none yet.
    """
    path = Path(settings.MEDIA_ROOT) / "records" / f"{brand.pk}.record"
    if path.exists() and time.time() - path.stat().st_mtime < _FRESH:
        return path
    if not _writing.acquire(blocking=False):
        return path if path.exists() else None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Other processes may be writing theirs.
        new = path.with_suffix(f".{os.getpid()}.part")
        with new.open("w", encoding="utf-8") as part:
            export(brand, part)
        os.replace(new, path)
    finally:
        _writing.release()
    return path
