"""A visitor's question: is this picture or text this brand's, and unaltered? Nothing is kept.

No sign-in, no cookie, no address noted. What is dropped in lies in a temporary file as long as it
is looked at, within limits of size and of how many are looked at in a minute.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from aboveboard.brand.models import Brand
from aboveboard.create.actions.signing import authorities
from aboveboard.disclose.content import Content
from aboveboard.disclose.matching import LONGEST, Difference
from aboveboard.disclose.rules import in_record
from aboveboard.faces.web.public import answers, dates
from aboveboard.faces.web.public.pages import brand_at, frame, missing
from aboveboard.faces.web.public.record_pages import language_of, languages
from aboveboard.faces.web.told import error_told
from aboveboard.kernel import clock
from aboveboard.kernel.digest import file_sha256
from aboveboard.media.credentials import Told, inspect
from aboveboard.media.errors import NotMedia
from aboveboard.media.likeness import Likeness, likeness
from aboveboard.media.looking import look
from aboveboard.media.small import make_small
from aboveboard.publish import recognising
from aboveboard.publish.models import Delivery

MOST_BYTES = 25_000_000
PER_MINUTE = 40
_AROUND_THE_FILE = 100_000
# One picture is decoded at a time in each process.
_looking = Lock()


@dataclass(frozen=True)
class Post:
    """What the answer says of a post; no title of one that was taken away."""

    title: str
    language: str
    when: str
    label: str
    url: str


@dataclass(frozen=True)
class Answer:
    """What we know.

    `found`: exact, original, excerpt, altered, looks_like, unknown, or refused with why.
    """

    found: str
    what: str = "picture"
    why: str = ""
    post: Post | None = None
    is_gone: bool = False
    told: Told | None = None
    differences: tuple[Difference, ...] = ()


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page that asks for a picture or a text, and what we know of it."""
    brand = brand_at(slug)
    if not brand:
        return missing(request)
    language = language_of(request, brand)
    with translation.override(language):
        answer = _answered(request, brand, language) if request.method == "POST" else None
        context = {
            **frame(brand),
            "languages": languages(request, language),
            "answer": answer,
            "megabytes": MOST_BYTES // 1_000_000,
            "longest": LONGEST,
        }
    return answers.page(
        request,
        "public/check.html",
        context,
        language=language,
        takes_forms=True,
        kept=answer is None,
    )


def _answered(request: HttpRequest, brand: Brand, language: str) -> Answer:
    length = request.headers.get("Content-Length", "")
    if not length.isdigit() or int(length) > MOST_BYTES + _AROUND_THE_FILE:
        return _refused(gettext("It is larger than we take here."))
    if _is_too_much():
        return _refused(gettext("Many are asking at this moment. Try again in a minute."))
    file, text = request.FILES.get("picture"), request.POST.get("text", "").strip()
    if isinstance(file, UploadedFile) and file.size:
        if file.size > MOST_BYTES:
            return _refused(gettext("It is larger than we take here."))
        return _picture(brand, file, language)
    if len(text) > LONGEST:
        return _refused(gettext("The text is longer than one post. Paste one at a time."))
    if text:
        return _text(brand, text, language)
    return _refused(gettext("There was no picture and no text in it."))


def _picture(brand: Brand, file: "UploadedFile[Any]", language: str) -> Answer:
    with tempfile.TemporaryDirectory() as folder, _looking:
        path = Path(folder) / "given"
        with path.open("wb") as kept:
            for piece in file.chunks():
                kept.write(piece)
        try:
            seen = look("", path)
        except NotMedia as error:
            return _refused(gettext("This file cannot be looked at as a picture or clip."), error)
        told = inspect(path, seen.mime, trusts=authorities(brand.workspace_id))
        alike = _likeness(path, Path(folder) / "small", seen.mime, seen.seconds)
        found = recognising.picture(brand, file_sha256(path), alike)
    return Answer(
        found.found,
        told=told,
        is_gone=found.is_gone,
        post=_post(brand, found.delivery, language, is_gone=found.is_gone),
    )


def _text(brand: Brand, text: str, language: str) -> Answer:
    found = recognising.text(brand, text)
    return Answer(
        found.comparison.found,
        "text",
        is_gone=found.is_gone,
        differences=found.comparison.differences,
        post=_post(brand, found.delivery, language, is_gone=found.is_gone),
    )


def _likeness(path: Path, small: Path, mime: str, seconds: float) -> Likeness | None:
    try:
        make_small(path, small, mime, edge=480, seconds=seconds)
        return likeness(small)
    except (NotMedia, OSError):
        return None


def _post(brand: Brand, delivery: Delivery | None, language: str, *, is_gone: bool) -> Post | None:
    if delivery is None:
        return None
    content = Content.model_validate_json(delivery.payload)
    path = reverse("public_record_post", args=[brand.slug, delivery.pk])
    return Post(
        title="" if is_gone else content.title,
        language=content.language,
        when=dates.long_day(brand, delivery.sent_at or delivery.at, language),
        label=in_record(content.label.kind, language),
        url=f"{path}?lang={language}",
    )


def _refused(why: str, error: NotMedia | None = None) -> Answer:
    return Answer("refused", why=f"{why} {error_told(error)}" if error else why)


def _is_too_much() -> bool:
    """Whether this minute has had its share. Who asks is not noted."""
    key = f"check.{int(clock.now().timestamp()) // 60}"
    cache.add(key, 0, 120)
    try:
        return cache.incr(key) > PER_MINUTE
    except ValueError:
        return False
