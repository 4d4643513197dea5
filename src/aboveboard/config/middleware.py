"""What every answer of the pages carries: a strict content policy, and cookies that come back.

Each part is written once for both ways in which Django runs views: `_after` wraps a function
from request and response to response.
"""

from collections.abc import Awaitable, Callable
from inspect import iscoroutinefunction
from typing import cast

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

Next = (
    Callable[[HttpRequest], HttpResponseBase] | Callable[[HttpRequest], Awaitable[HttpResponseBase]]
)
Finish = Callable[[HttpRequest, HttpResponseBase], None]
Refuse = Callable[[HttpRequest], HttpResponseBase | None]

# https://www.w3.org/TR/CSP3/ No inline script or style, nothing from another host, no frames.
CONTENT_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
_POWERS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def _around(
    get_response: Next, *, refuse: Refuse | None = None, finish: Finish | None = None
) -> Next:
    if iscoroutinefunction(get_response):

        async def later(request: HttpRequest) -> HttpResponseBase:
            refusal = refuse(request) if refuse else None
            response = refusal or await cast(Awaitable[HttpResponseBase], get_response(request))
            if finish:
                finish(request, response)
            return response

        return later

    def now(request: HttpRequest) -> HttpResponseBase:
        refusal = refuse(request) if refuse else None
        response = refusal or cast(HttpResponseBase, get_response(request))
        if finish:
            finish(request, response)
        return response

    return now


@sync_and_async_middleware
def secure_headers(get_response: Next) -> Next:
    """The content policy and its kin. A view may set a stricter policy of its own."""

    def finish(request: HttpRequest, response: HttpResponseBase) -> None:
        response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
        response.headers.setdefault("Permissions-Policy", _POWERS)
        response.headers.setdefault("X-Frame-Options", "DENY")

    return _around(get_response, finish=finish)


@sync_and_async_middleware
def cookies_fit_scheme(get_response: Next) -> Next:
    """Mark our cookies `Secure` when this request came by HTTPS, and only then.

    One studio is often reached in two ways, by its public name and by an address in the house;
    a cookie that the browser does not send back would ask people to sign in for ever.
    """
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)

    def finish(request: HttpRequest, response: HttpResponseBase) -> None:
        for name in names:
            if name in response.cookies:
                response.cookies[name]["secure"] = request.is_secure()

    return _around(get_response, finish=finish)


@sync_and_async_middleware
def known_host(get_response: Next) -> Next:
    """Refuse a Host header that is not ours, in words that tell the mend."""

    def refuse(request: HttpRequest) -> HttpResponseBase | None:
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponse(
                "This studio does not answer to that host name. If it should, name it in "
                "ABOVEBOARD_PUBLIC_URL or ABOVEBOARD_HOSTS and start it again.\n",
                status=400,
                content_type="text/plain; charset=utf-8",
            )
        return None

    return _around(get_response, refuse=refuse)
