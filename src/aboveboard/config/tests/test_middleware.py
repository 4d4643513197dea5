"""Every answer carries the strict policy, and cookies come back by whatever way one came."""

import asyncio
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from aboveboard.config.middleware import cookies_fit_scheme, known_host, secure_headers

ask = RequestFactory()


def page(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("page")
    response.set_cookie(settings.SESSION_COOKIE_NAME, "x")
    return response


async def page_later(request: HttpRequest) -> HttpResponse:
    return page(request)


def run(middleware: Any, request: HttpRequest, *, is_async: bool) -> HttpResponse:
    if is_async:
        response = asyncio.run(middleware(page_later)(request))
    else:
        response = middleware(page)(request)
    assert isinstance(response, HttpResponse)
    return response


@pytest.mark.parametrize("is_async", [False, True])
def test_no_inline_script_and_nothing_from_elsewhere(is_async: bool) -> None:
    headers = run(secure_headers, ask.get("/"), is_async=is_async).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy["script-src"] == policy["style-src"] == policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("secure", [False, True])
def test_cookies_are_secure_where_the_request_was(secure: bool, is_async: bool) -> None:
    response = run(cookies_fit_scheme, ask.get("/", secure=secure), is_async=is_async)
    assert bool(response.cookies[settings.SESSION_COOKIE_NAME]["secure"]) is secure


@pytest.mark.parametrize("is_async", [False, True])
def test_a_foreign_host_name_is_refused_with_the_mend(is_async: bool) -> None:
    refused = run(known_host, ask.get("/", headers={"host": "evil.example"}), is_async=is_async)
    assert refused.status_code == 400
    assert b"ABOVEBOARD_PUBLIC_URL" in refused.content
    taken = run(known_host, ask.get("/", headers={"host": "127.0.0.1:8000"}), is_async=is_async)
    assert taken.status_code == 200
