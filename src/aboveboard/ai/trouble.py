"""What a provider refuses over HTTP, or answers that cannot be read, in words for a person."""

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import BadAnswer, Reason, RefusedByProvider
from aboveboard.ai.guarded import without_key

M = TypeVar("M", bound=BaseModel)

_MENDS: dict[Reason, str] = {
    "key": "Put in a valid API key in the settings.",
    "quota": "Wait a little, or look at your limits and credit with the provider.",
    "model": "Choose another model, or correct the address; it often ends in /v1.",
    "content": "Change the brief, or write this one without a model.",
    "request": "Choose another model, or shorten the brief.",
    "server": "The fault is on their side. Try again later, or write without a model.",
}


def reason_for(status: int) -> Reason:
    """Which kind of refusal an HTTP status is (RFC 9110, section 15; RFC 6585 for 429)."""
    if status in {401, 403}:
        return "key"
    if status in {402, 429}:
        return "quota"
    if status in {301, 302, 303, 307, 308, 404, 405, 410}:
        return "model"
    return "server" if status >= 500 else "request"


def refusal(
    provider: Provider,
    *,
    status: int,
    words: str,
    wait: float | None,
    reason: Reason | None = None,
) -> RefusedByProvider:
    """The error for a status that is not 200. `words` are the provider's own."""
    reason = reason or reason_for(status)
    said = without_key(words, provider)
    return RefusedByProvider(
        f"{provider.name} refused with status {status}" + (f": {said}" if said else "."),
        mend=_MENDS[reason],
        reason=reason,
        http_status=status,
        wait=wait,
    )


def content_refusal(provider: Provider) -> RefusedByProvider:
    """The error for an answer that the provider or its model withheld."""
    return RefusedByProvider(
        f"{provider.name} would not write this.",
        mend=_MENDS["content"],
        reason="content",
    )


def told(body: bytes) -> str:
    """What a provider says in the body of a refusal."""
    try:
        return words_of(json.loads(body))
    except ValueError:
        return body.decode(errors="replace")


def words_of(body: object) -> str:
    """The message in {"message": …} or {"error": {"message": …}}, as all three kinds answer."""
    if isinstance(body, dict):
        inner = body.get("error")
        body = (inner if isinstance(inner, dict) else body).get("message", "")
    return body if isinstance(body, str) else ""


def listing(provider: Provider, body: bytes, shape: type[M], *, mend: str) -> M:
    """A provider's list of models as this shape. Raises BadAnswer."""
    try:
        return shape.model_validate_json(body)
    except ValidationError:
        raise BadAnswer(
            f"{provider.name} answers, but not with a list of models.",
            mend=mend,
            code="no_listing",
        ) from None
