"""The adapter for Google's Gemini API (https://ai.google.dev/api/generate-content)."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import httpx
from pydantic import BaseModel, Field
from pydantic_ai.models.google import GoogleModel
from pydantic_ai.providers.google import GoogleProvider

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import Reason
from aboveboard.ai.guarded import base_url, exchange, needs_key, open_http
from aboveboard.ai.handed import handed_http
from aboveboard.ai.trouble import listing, refusal, told
from aboveboard.ai.typed import TypedModel
from aboveboard.ai.wire import BREAKS_TOKENS, Abilities, Connection

# Some models there (Gemma) know no schema, and say so with 400.
KNOWN = Abilities(ladder=("schema", "prompt"))
WRITES = "generateContent"


def reason(status: int, words: str) -> Reason | None:
    """A wrong key is answered with 400 there (google.rpc.ErrorInfo API_KEY_INVALID)."""
    return "key" if status == 400 and "api key" in words.lower() else None


class _Entry(BaseModel):
    name: str = Field(min_length=1, max_length=300)
    supportedGenerationMethods: list[str] = []


class _Listing(BaseModel):
    models: list[_Entry] = Field(max_length=1000)


class Google(TypedModel):
    """A text model of Google's."""

    def line(self) -> AbstractAsyncContextManager[Connection]:
        return _line(self.provider)

    async def listed(self, client: httpx.AsyncClient) -> list[str]:
        headers = {"x-goog-api-key": needs_key(self.provider)}
        url = f"{_address(self.provider)}/v1beta/models?pageSize=1000"
        reply = await exchange(
            client, self.provider, client.build_request("GET", url, headers=headers)
        )
        if reply.status != 200:
            words = told(reply.body)
            why = reason(reply.status, words)
            raise refusal(
                self.provider, status=reply.status, words=words, wait=reply.wait, reason=why
            )
        mend = "The address is usually https://generativelanguage.googleapis.com."
        return [
            one.name.removeprefix("models/")
            for one in listing(self.provider, reply.body, _Listing, mend=mend).models
            if WRITES in one.supportedGenerationMethods
        ]


def _address(provider: Provider) -> str:
    return base_url(provider).removesuffix("/v1beta")


@asynccontextmanager
async def _line(provider: Provider) -> AsyncIterator[Connection]:
    async with open_http(provider) as client:
        spoken = GoogleProvider(
            base_url=_address(provider),
            api_key=needs_key(provider),
            http_client=handed_http(client, provider),
        )
        model = GoogleModel(provider.model, provider=spoken, profile=BREAKS_TOKENS)
        yield Connection(provider, model, KNOWN, reason=reason)
