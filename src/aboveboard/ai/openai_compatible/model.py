"""The adapter for every server that speaks OpenAI's chat completions format.

Ollama, LM Studio, llama.cpp, vLLM, OpenAI, OpenRouter, Mistral and many more speak it, with
differences in how a typed answer can be asked for.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from urllib.parse import urlsplit

import httpx
from openai import AsyncOpenAI
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

from aboveboard.ai.base import Provider
from aboveboard.ai.guarded import base_url, open_http
from aboveboard.ai.handed import handed_http
from aboveboard.ai.openai_compatible.abilities import abilities
from aboveboard.ai.openai_compatible.listing import listed_models
from aboveboard.ai.typed import TypedModel
from aboveboard.ai.wire import Connection

_NO_KEY = "none"


class OpenAICompatible(TypedModel):
    """A text model behind an OpenAI-compatible endpoint."""

    def line(self) -> AbstractAsyncContextManager[Connection]:
        return _line(self.provider)

    async def listed(self, client: httpx.AsyncClient) -> list[str]:
        return await listed_models(client, self.provider)


@asynccontextmanager
async def _line(provider: Provider) -> AsyncIterator[Connection]:
    address = base_url(provider)
    known = abilities(urlsplit(address).hostname or "", provider.model)
    async with open_http(provider) as client:
        sdk = AsyncOpenAI(
            base_url=address,
            api_key=provider.api_key or _NO_KEY,
            organization="",
            project="",
            max_retries=0,
            http_client=handed_http(client, provider),
        )
        profile = OpenAIModelProfile(
            supports_json_schema_output=True,
            openai_chat_supports_max_completion_tokens=known.completion_tokens,
            openai_chat_streaming_requires_finish_reason=True,
            # Also for names like gpt-…: local servers give such names to models of their own.
            may_tokenize_special_tokens_in_content=True,
        )
        spoken = OpenAICompatibleProvider(provider.name, openai_client=sdk, profile=profile)
        yield Connection(provider, OpenAIChatModel(provider.model, provider=spoken), known)
