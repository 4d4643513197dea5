"""Who acts in a request."""

from typing import cast

from django.http import HttpRequest

from aboveboard.people.actors import Actor


def actor_of(request: HttpRequest) -> Actor:
    """The program whose token came with the request."""
    return cast(Actor, request.auth)  # type: ignore[attr-defined]
