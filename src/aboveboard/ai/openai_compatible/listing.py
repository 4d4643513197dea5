"""The list of models that an OpenAI-compatible server offers (GET /models)."""

import httpx
from pydantic import BaseModel, Field

from aboveboard.ai.base import Provider
from aboveboard.ai.guarded import base_url, exchange
from aboveboard.ai.trouble import listing, refusal

MAX_MODELS = 1000


class _Entry(BaseModel):
    id: str = Field(min_length=1, max_length=300)


class _Listing(BaseModel):
    data: list[_Entry] = Field(max_length=MAX_MODELS)


async def listed_models(client: httpx.AsyncClient, provider: Provider) -> list[str]:
    """The models' names, sorted. Raises the errors of `exchange`, RefusedByProvider, BadAnswer."""
    headers = {"Authorization": f"Bearer {provider.api_key}"} if provider.api_key else {}
    request = client.build_request("GET", f"{base_url(provider)}/models", headers=headers)
    reply = await exchange(client, provider, request)
    if reply.status != 200:
        raise refusal(
            provider, status=reply.status, words=reply.body.decode(errors="replace"), wait=None
        )
    mend = "The address often ends in /v1; see the provider's own pages."
    found = listing(provider, reply.body, _Listing, mend=mend)
    return sorted({entry.id for entry in found.data})
