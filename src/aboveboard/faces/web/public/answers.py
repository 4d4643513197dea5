"""How public pages are answered: no script, no cookie, one language, and again only if changed."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

# Stricter than the studio's own pages: these run no script and ask for nothing.
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    language: str,
    changed_at: datetime | None = None,
    status: int = 200,
    takes_forms: bool = False,
    kept: bool = True,
) -> HttpResponseBase:
    """A page in a language; it is rendered without the request, so it is the same for everyone.

    `takes_forms`: one may send something from it to us; not `kept`: nobody keeps the answer.
    """
    with translation.override(language):
        text = render_to_string(template, {**context, "page_language": language})
    response = HttpResponse(text, status=status)
    response.headers["Content-Language"] = language
    policy = CONTENT_POLICY
    if takes_forms:
        policy = policy.replace("form-action 'none'", "form-action 'self'")
    response.headers["Content-Security-Policy"] = policy
    if status != 200 or not kept:
        response.headers["Cache-Control"] = "no-store"
        return response
    return conditional(request, response, changed_at)


def conditional(
    request: HttpRequest, response: HttpResponse, changed_at: datetime | None
) -> HttpResponseBase:
    """The answer, or 304 when the asker has it (RFC 9110, section 13)."""
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    response.headers.setdefault("Cache-Control", "public, max-age=0, must-revalidate")
    moment = int(changed_at.timestamp()) if changed_at else None
    if moment is not None:
        response.headers["Last-Modified"] = http_date(moment)
    answer = get_conditional_response(request, etag=etag, last_modified=moment, response=response)
    if answer is not None and answer is not response:
        for name in ("Link", "Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"):
            if name in response.headers:
                answer.headers[name] = response.headers[name]
    return answer or response
