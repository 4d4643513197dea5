"""The adapter for every server that speaks OpenAI's chat completions format.

Ollama, LM Studio, llama.cpp, vLLM, OpenAI, OpenRouter, Mistral and many more speak it, with
differences in how a typed answer can be asked for. The adapter steps down from a schema to a
tool to words in the prompt when a server refuses the better way, and remembers what worked.
"""

import asyncio
import json
import re
from dataclasses import replace
from time import monotonic
from typing import Any

from pydantic import ValidationError

from aboveboard.ai.base import (
    Ability,
    Answer,
    Instruction,
    Provider,
    R,
    Structured,
)
from aboveboard.ai.errors import BadAnswer, NotConfigured, RefusedByProvider
from aboveboard.ai.guarded import open_http, too_slow
from aboveboard.ai.openai_compatible.asking import Connection, Reading, connection
from aboveboard.ai.openai_compatible.listing import listed_models
from aboveboard.ai.prompting import Prompt, prompt
from aboveboard.ai.results import Rewrite

# What servers answer to a request with fields that they do not know.
_NOT_UNDERSTOOD = frozenset({400, 415, 422, 501})
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)


class _Unusable(Exception):
    """An answer that failed validation; its text says why, in our words."""


class OpenAICompatible:
    """A text model behind an OpenAI-compatible endpoint. Safe to share between tasks."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._way: Structured | None = provider.structured
        self._understood: Structured | None = None

    async def models(self) -> list[str]:
        """The names of the models on offer, sorted."""
        async with self._deadline(), open_http(self.provider) as client:
            return await listed_models(client, self.provider)

    async def write(self, instruction: Instruction[R]) -> Answer[R]:
        """One typed answer. At most one more request when the first answer cannot be used."""
        if not self.provider.model:
            raise NotConfigured(
                f"No model of {self.provider.name} is chosen.", mend="Choose one in the settings."
            )
        async with self._deadline(), connection(self.provider) as line:
            return await self._written(line, instruction)

    async def check(self) -> Ability:
        """Lists the models, then has one short text rewritten."""
        started = monotonic()
        try:
            names = await self.models()
        except RefusedByProvider as error:
            if error.http_status not in {404, 405, 501}:
                raise
            names = []
        looking = OpenAICompatible(replace(self.provider, structured=None))
        try:
            await looking.write(_GREETING)
        except BadAnswer:
            if looking._understood is None:
                raise
        self._way = looking._way
        return Ability(
            models=tuple(names),
            listed=self.provider.model in names if names else None,
            structured=looking._way or looking._understood or "prompt",
            usable=looking._way is not None,
            seconds=monotonic() - started,
        )

    def _deadline(self) -> "_Deadline":
        return _Deadline(self.provider)

    async def _written(self, line: Connection, instruction: Instruction[R]) -> Answer[R]:
        started = monotonic()
        readings: list[Reading] = []
        ladder = (self._way,) if self._way else line.known.ladder
        fault = ""
        while len(readings) < 2:
            words = prompt(instruction, fault=fault)
            reading, way = await _first_understood(line, instruction, words, ladder=ladder)
            readings.append(reading)
            self._understood = way
            try:
                data, left_out = _checked(reading, instruction, words)
            except _Unusable as error:
                fault = str(error)
                # A server that takes a schema and ignores it is told in words.
                ladder = (way,) if _is_json(reading) else ("prompt",)
                continue
            self._way = way
            return Answer(
                data=data,
                model=reading.model,
                provider=self.provider.name,
                tokens_in=sum(one.tokens_in for one in readings),
                tokens_out=sum(one.tokens_out for one in readings),
                seconds=monotonic() - started,
                requests=len(readings),
                left_out=left_out,
            )
        raise BadAnswer(
            f"{self.provider.model} at {self.provider.name} gave no usable text, twice: {fault}.",
            mend="Try again, choose a larger model, or write without one. Your text is as it was.",
        )


class _Deadline:
    """The time allowed for a whole call; its passing is TooSlow, a cancelled task stays one."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._timeout = asyncio.timeout(provider.timeout_s)

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(self, *raised: Any) -> None:
        try:
            await self._timeout.__aexit__(*raised)
        except TimeoutError:
            raise too_slow(self._provider) from None


_GREETING = Instruction(
    task="Hand back the material, word for word.",
    rules=(),
    brief="Good morning.",
    language="en",
    limit=200,
    wants=Rewrite,
)


async def _first_understood(
    line: Connection,
    instruction: Instruction[Any],
    words: Prompt,
    *,
    ladder: tuple[Structured, ...],
) -> tuple[Reading, Structured]:
    """The first way of asking that the server does not refuse. Raises its last refusal."""
    *better, last = ladder
    for way in better:
        try:
            return await line.ask(instruction, words, way=way), way
        except RefusedByProvider as error:
            if error.http_status not in _NOT_UNDERSTOOD:
                raise
    return await line.ask(instruction, words, way=last), last


def _bare(text: str) -> str:
    """The text out of a code fence, when the fence encloses all of it."""
    fenced = _FENCE.fullmatch(text)
    return fenced[1] if fenced else text


def _is_json(reading: Reading) -> bool:
    try:
        json.loads(_bare(reading.json))
    except ValueError:
        return False
    return True


def _checked(reading: Reading, instruction: Instruction[R], words: Prompt) -> tuple[R, int]:
    """The validated answer and how many texts were left out as too long. Raises _Unusable."""
    if reading.cut_off:
        raise _Unusable("it ended before it was finished")
    try:
        data = instruction.wants.model_validate_json(_bare(reading.json))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the answer"
        raise _Unusable(f"{place} is not of the form asked for ({first['type']})") from None
    if any(words.token in text for text in data.texts()):
        raise _Unusable("it repeats the tags around the material")
    fitting = data.fitting(instruction.limit)
    if fitting is None:
        raise _Unusable(f"it is longer than {instruction.limit} characters")
    return fitting, len(data.texts()) - len(fitting.texts())
