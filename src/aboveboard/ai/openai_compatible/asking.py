"""One request to a chat completions server, in one of three ways, through pydantic-ai."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx2
from openai import APIStatusError, AsyncOpenAI
from pydantic_ai.direct import model_request
from pydantic_ai.exceptions import ModelAPIError, ModelHTTPError, UnexpectedModelBehavior
from pydantic_ai.messages import ModelRequest, ModelResponse, UserPromptPart
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition

from aboveboard.ai.base import Instruction, Provider, Structured
from aboveboard.ai.errors import BadAnswer, RefusedByProvider, Unreachable
from aboveboard.ai.guarded import GuardedTransport, base_url, open_http, without_key
from aboveboard.ai.openai_compatible.abilities import Abilities, abilities
from aboveboard.ai.openai_compatible.trouble import content_refusal, refusal
from aboveboard.ai.prompting import Prompt
from aboveboard.ai.results import schema_for

# A thinking model spends tokens before it writes; the texts themselves come on top.
THINKING_TOKENS = 2_000
MAX_TOKENS = 8_000
_NO_KEY = "none"


@dataclass(frozen=True)
class Reading:
    """One raw answer: JSON as the server sent it, not yet validated."""

    json: str
    model: str
    tokens_in: int
    tokens_out: int
    cut_off: bool


class Connection:
    """One open line to a server, for one call; it asks, and never asks again by itself."""

    def __init__(self, provider: Provider, model: OpenAIChatModel, known: Abilities) -> None:
        self._provider = provider
        self._model = model
        self.known = known

    async def ask(
        self, instruction: Instruction[Any], words: Prompt, *, way: Structured
    ) -> Reading:
        """Send one request. Raises every kind of `ai.errors` but NotConfigured and Cancelled."""
        request = ModelRequest(
            parts=[UserPromptPart(content=words.user)], instructions=words.system
        )
        budget = min(MAX_TOKENS, THINKING_TOKENS + instruction.limit * instruction.count)
        try:
            response = await model_request(
                self._model,
                [request],
                model_settings=ModelSettings(max_tokens=budget),
                model_request_parameters=self._parameters(instruction, way),
            )
        except ModelHTTPError as error:
            raise self._refusal(error) from None
        except ModelAPIError as error:
            if isinstance(error.__cause__, APIStatusError):
                # A redirect: it is not followed, since the key would go along.
                raise refusal(
                    self._provider, status=error.__cause__.status_code, words="", wait=None
                ) from None
            raise Unreachable(
                f"{self._provider.name}: {without_key(str(error), self._provider)}",
                mend="Try again. Your text is as it was.",
            ) from None
        except UnexpectedModelBehavior as error:
            raise BadAnswer(
                f"{self._provider.name} does not answer in the chat completions format "
                f"({without_key(str(error), self._provider)}).",
                mend="See that the address is that of an OpenAI-compatible API.",
                code="wire",
            ) from None
        return self._reading(response)

    def _parameters(self, instruction: Instruction[Any], way: Structured) -> ModelRequestParameters:
        if way == "prompt":
            return ModelRequestParameters()
        schema = schema_for(instruction.wants, limit=instruction.limit, count=instruction.count)
        name = instruction.wants.__name__.lower()
        strict = True if self.known.strict else None
        if way == "schema":
            return ModelRequestParameters(
                output_mode="native",
                output_object=OutputObjectDefinition(json_schema=schema, name=name, strict=strict),
            )
        return ModelRequestParameters(
            output_mode="tool",
            output_tools=[
                ToolDefinition(
                    name=name,
                    description="Hand over the finished answer.",
                    parameters_json_schema=schema,
                    strict=strict,
                    kind="output",
                )
            ],
            allow_text_output=False,
        )

    def _refusal(self, error: ModelHTTPError) -> RefusedByProvider:
        body = error.body
        words = body.get("message", "") if isinstance(body, dict) else body
        return refusal(
            self._provider,
            status=error.status_code,
            words=words if isinstance(words, str) else "",
            wait=error.retry_after,
        )

    def _reading(self, response: ModelResponse) -> Reading:
        if response.finish_reason == "content_filter":
            raise content_refusal(self._provider)
        calls = response.tool_calls
        text = calls[0].args_as_json_str() if calls else (response.text or "")
        return Reading(
            json=text,
            model=response.model_name or self._provider.model,
            tokens_in=response.usage.input_tokens,
            tokens_out=response.usage.output_tokens,
            cut_off=response.finish_reason == "length",
        )


@asynccontextmanager
async def connection(provider: Provider) -> AsyncIterator[Connection]:
    """A line to the provider through the guarded client. Raises NotConfigured for its address."""
    address = base_url(provider)
    known = abilities(urlsplit(address).hostname or "", provider.model)
    async with open_http(provider) as client:
        sdk = AsyncOpenAI(
            base_url=address,
            api_key=provider.api_key or _NO_KEY,
            organization="",
            project="",
            max_retries=0,
            http_client=httpx2.AsyncClient(
                transport=GuardedTransport(client, provider),
                follow_redirects=False,
                trust_env=False,
                timeout=None,
            ),
        )
        profile = OpenAIModelProfile(
            supports_json_schema_output=True,
            openai_chat_supports_max_completion_tokens=known.completion_tokens,
            # Also for names like gpt-…: local servers give such names to models of their own.
            may_tokenize_special_tokens_in_content=True,
        )
        spoken = OpenAICompatibleProvider(provider.name, openai_client=sdk, profile=profile)
        yield Connection(provider, OpenAIChatModel(provider.model, provider=spoken), known)
