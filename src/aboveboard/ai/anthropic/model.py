"""The adapter for Anthropic's Messages API (https://docs.claude.com/en/api/messages)."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import httpx
from anthropic import AsyncAnthropic
from pydantic import BaseModel, Field
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.providers.anthropic import AnthropicProvider

from aboveboard.ai.base import Provider
from aboveboard.ai.guarded import base_url, exchange, needs_key, open_http
from aboveboard.ai.handed import handed_http
from aboveboard.ai.trouble import listing, refusal, told
from aboveboard.ai.typed import TypedModel
from aboveboard.ai.wire import BREAKS_TOKENS, Abilities, Connection

# Every model there can be made to call a tool; a schema for the answer itself only newer ones.
KNOWN = Abilities(ladder=("tool",))


class _Entry(BaseModel):
    id: str = Field(min_length=1, max_length=300)


class _Listing(BaseModel):
    data: list[_Entry] = Field(max_length=1000)


class Anthropic(TypedModel):
    """A text model of Anthropic's."""

    def line(self) -> AbstractAsyncContextManager[Connection]:
        return _line(self.provider)

    async def listed(self, client: httpx.AsyncClient) -> list[str]:
        sdk = AsyncAnthropic(api_key=needs_key(self.provider), max_retries=0)
        headers = {
            "authorization": f"Bearer {sdk.api_key}",
            "anthropic-version": str(sdk.default_headers["anthropic-version"]),
        }
        url = f"{_address(self.provider)}/v1/models?limit=1000"
        reply = await exchange(
            client, self.provider, client.build_request("GET", url, headers=headers)
        )
        if reply.status != 200:
            words, wait = told(reply.body), reply.wait
            raise refusal(self.provider, status=reply.status, words=words, wait=wait)
        mend = "The address is usually https://api.anthropic.com."
        return [one.id for one in listing(self.provider, reply.body, _Listing, mend=mend).data]


def _address(provider: Provider) -> str:
    return base_url(provider).removesuffix("/v1")


@asynccontextmanager
async def _line(provider: Provider) -> AsyncIterator[Connection]:
    async with open_http(provider) as client:
        sdk = AsyncAnthropic(
            base_url=_address(provider),
            api_key=needs_key(provider),
            max_retries=0,
            http_client=handed_http(client, provider),
        )
        spoken = AnthropicProvider(anthropic_client=sdk)
        model = AnthropicModel(provider.model, provider=spoken, profile=BREAKS_TOKENS)
        yield Connection(provider, model, KNOWN)
