"""The REST interface under /api/v1/, for programs that carry a member's token.

A program proposes: it adds posts and pictures and reads where they stand. Approving, publishing
and changing the policy take a person, whatever the token says (`people.rules`).
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import HttpBearer

from aboveboard import __version__
from aboveboard.faces.rest import (
    cards,
    checking,
    clips,
    credentials,
    fitting,
    ideas,
    language,
    library,
    pictures,
    posts,
    shelf,
    suggestions,
    texts,
)
from aboveboard.kernel.errors import AboveboardError
from aboveboard.people import queries as people


class Token(HttpBearer):
    """`Authorization: Bearer aboveboard_…` (RFC 6750)."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        return people.actor_with(token)


api = NinjaAPI(
    title="Aboveboard",
    version=__version__,
    urls_namespace="rest",
    auth=Token(),
    # Its page of documentation comes from another host; the description is at openapi.json.
    docs_url=None,
)
api.add_router("", library.router)
api.add_router("", shelf.router)
api.add_router("", fitting.router)
api.add_router("", pictures.router)
api.add_router("", credentials.router)
api.add_router("", cards.router)
api.add_router("", posts.router)
api.add_router("", texts.router)
api.add_router("", clips.router)
api.add_router("", suggestions.router)
api.add_router("", ideas.router)
api.add_router("", language.router)
api.add_router("", checking.router)


def _refusal(
    request: HttpRequest, status: int, *, code: str, message: str, mend: str
) -> HttpResponse:
    body = {"code": code, "message": message, "mend": mend}
    return api.create_response(request, body, status=status)


@api.exception_handler(AboveboardError)
def refused(request: HttpRequest, error: AboveboardError) -> HttpResponse:
    return _refusal(request, error.status, code=error.code, message=error.message, mend=error.mend)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The fields that are wrong, by their place: “body.texts.0.channel: Input should be …”."""
    wrong = [
        f"{'.'.join(str(part) for part in one['loc'][:1] + one['loc'][2:])}: {one['msg']}"
        if one["loc"][0] == "body"
        else f"{'.'.join(map(str, one['loc']))}: {one['msg']}"
        for one in error.errors
    ]
    return _refusal(
        request,
        422,
        code="not_understood",
        message=f"This was not understood. {'; '.join(wrong[:8])}",
        mend="The description of every field is at /api/v1/openapi.json.",
    )


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    answer = _refusal(
        request,
        401,
        code="token",
        message="This token is not known, or it has ended.",
        mend="Make one in Settings → Programs and send it as “Authorization: Bearer …”.",
    )
    answer["WWW-Authenticate"] = "Bearer"
    return answer
