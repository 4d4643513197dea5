"""One request to a provider, in one of three ways, through pydantic-ai; streamed when asked so."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from pydantic_ai.direct import model_request, model_request_stream
from pydantic_ai.exceptions import ModelAPIError, ModelHTTPError, UnexpectedModelBehavior
from pydantic_ai.messages import BinaryContent, ModelRequest, ModelResponse, UserPromptPart
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.profiles import ModelProfile
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition
from pydantic_core import from_json

from aboveboard.ai.base import Hears, Instruction, Provider, Structured
from aboveboard.ai.errors import AIError, Reason, RefusedByProvider, Unreachable
from aboveboard.ai.guarded import too_slow, without_key
from aboveboard.ai.handed import not_the_format
from aboveboard.ai.prompting import Prompt
from aboveboard.ai.results import clean, schema_for
from aboveboard.ai.trouble import content_refusal, refusal, words_of

# How often, in seconds, somebody who listens is told what has been written.
TELL_EVERY = 0.25


# Control tokens of chat templates are broken on the way out, whatever the model's name.
BREAKS_TOKENS = ModelProfile(may_tokenize_special_tokens_in_content=True)


@dataclass(frozen=True)
class Abilities:
    """How to ask one server.

    `ladder` holds the ways to ask for a typed answer, the best first; `strict` asks for OpenAI's
    strict schemas; `completion_tokens` names the limit `max_completion_tokens`.
    """

    ladder: tuple[Structured, ...] = ("schema", "tool", "prompt")
    strict: bool = False
    completion_tokens: bool = False


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

    def __init__(
        self,
        provider: Provider,
        model: Model[Any],
        known: Abilities,
        *,
        reason: Callable[[int, str], Reason | None] = lambda status, words: None,
    ) -> None:
        self._provider = provider
        self._model = model
        self._reason = reason
        self.known = known

    async def ask(
        self,
        instruction: Instruction[Any],
        words: Prompt,
        *,
        way: Structured,
        hears: Hears | None = None,
    ) -> Reading:
        """Send one request. Raises every kind of `ai.errors` but NotConfigured and Cancelled."""
        content: list[str | BinaryContent] = [words.user]
        if instruction.picture:
            content.append(BinaryContent(instruction.picture, media_type="image/jpeg"))
        part = UserPromptPart(content=content if instruction.picture else words.user)
        request = ModelRequest(parts=[part], instructions=words.system)
        settings = ModelSettings(max_tokens=instruction.most_tokens)
        parameters = self._parameters(instruction, way)
        try:
            if hears:
                response = await self._heard(request, settings, parameters, hears)
            else:
                response = await model_request(
                    self._model,
                    [request],
                    model_settings=settings,
                    model_request_parameters=parameters,
                )
        except ModelHTTPError as error:
            raise self._refusal(error) from None
        except ModelAPIError as error:
            raise self._broken(error) from None
        except (UnexpectedModelBehavior, TypeError, KeyError, AttributeError) as error:
            # A library stumbles over an answer that is JSON, but not of its format.
            raise not_the_format(self._provider, str(error)) from None
        return self._reading(response)

    async def _heard(
        self,
        request: ModelRequest,
        settings: ModelSettings,
        parameters: ModelRequestParameters,
        hears: Hears,
    ) -> ModelResponse:
        told, last = "", 0.0
        try:
            async with asyncio.timeout(self._provider.first_s) as first:
                async with model_request_stream(
                    self._model,
                    [request],
                    model_settings=settings,
                    model_request_parameters=parameters,
                ) as stream:
                    async for _ in stream:
                        first.reschedule(None)
                        if monotonic() - last < TELL_EVERY:
                            continue
                        so_far = _so_far(_raw(stream.get()))
                        if so_far and so_far != told:
                            await hears(so_far)
                            told, last = so_far, monotonic()
                    response = stream.get()
        except TimeoutError:
            raise too_slow(self._provider, first=True) from None
        if response.finish_reason is None:
            raise Unreachable(
                f"{self._provider.name} broke off before its answer was whole.",
                mend="Try again. Your text is as it was.",
            )
        return response

    def _broken(self, error: ModelAPIError) -> AIError:
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, AIError):
                return cause
            cause = cause.__cause__
        return Unreachable(
            f"{self._provider.name}: {without_key(str(error), self._provider)}",
            mend="Try again. Your text is as it was.",
        )

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
        words = words_of(error.body)
        return refusal(
            self._provider,
            status=error.status_code,
            words=words,
            wait=error.retry_after,
            reason=self._reason(error.status_code, words),
        )

    def _reading(self, response: ModelResponse) -> Reading:
        if response.finish_reason == "content_filter":
            raise content_refusal(self._provider)
        return Reading(
            json=_raw(response),
            model=response.model_name or self._provider.model,
            tokens_in=response.usage.input_tokens,
            tokens_out=response.usage.output_tokens,
            cut_off=response.finish_reason == "length",
        )


def _raw(response: ModelResponse) -> str:
    if not response.tool_calls:
        return response.text or ""
    given = response.tool_calls[0].args
    return given if isinstance(given, str) else json.dumps(given or {})


def _so_far(raw: str) -> str:
    """The words in JSON that is still being written; nothing where it is not JSON at all."""
    start = raw.find("{")
    try:
        data = from_json(raw[start:], allow_partial="trailing-strings") if start >= 0 else None
    except ValueError:
        return ""
    return clean("\n\n".join(_strings(data)))


def _strings(data: object) -> list[str]:
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        data = list(data.values())
    return [text for item in data for text in _strings(item)] if isinstance(data, list) else []
