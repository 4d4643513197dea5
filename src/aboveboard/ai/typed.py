"""What every adapter does the same: a typed answer, asked for in the best way that is understood.

It steps down from a schema to a tool to words in the prompt when a server refuses the better way,
remembers what worked, and asks once more, saying why, when an answer cannot be used.
"""

import asyncio
import json
import re
from abc import ABC, abstractmethod
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from time import monotonic
from typing import Any

import httpx
from pydantic import ValidationError

from aboveboard.ai.base import Ability, Answer, Hears, Instruction, Provider, R, Structured
from aboveboard.ai.errors import BadAnswer, NotConfigured, RefusedByProvider
from aboveboard.ai.guarded import open_http, too_slow
from aboveboard.ai.prompting import Prompt, prompt
from aboveboard.ai.results import Rewrite
from aboveboard.ai.wire import Connection, Reading

# What servers answer to a request with fields that they do not know.
_NOT_UNDERSTOOD = frozenset({400, 415, 422, 501})
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)


class _Unusable(Exception):
    """An answer that failed validation; its text says why, in our words."""


class TypedModel(ABC):
    """A text model behind some wire format. Safe to share between tasks."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._way: Structured | None = provider.structured
        self._understood: Structured | None = None

    @abstractmethod
    def line(self) -> AbstractAsyncContextManager[Connection]:
        """A line to the provider, for one call. Raises NotConfigured."""

    @abstractmethod
    async def listed(self, client: httpx.AsyncClient) -> list[str]:
        """The names of the models on offer."""

    async def models(self) -> list[str]:
        """The names of the models on offer, sorted."""
        async with self._deadline(), open_http(self.provider) as client:
            return sorted(set(await self.listed(client)))

    async def write(self, instruction: Instruction[R], *, hears: Hears | None = None) -> Answer[R]:
        """One typed answer. At most one more request when the first answer cannot be used.

        `hears` is told the text so far as it comes; what it hears has not been looked at.
        """
        if not self.provider.model:
            raise NotConfigured(
                f"No model of {self.provider.name} is chosen.", mend="Choose one in the settings."
            )
        async with self._deadline(), self.line() as line:
            return await self._written(line, instruction, hears)

    async def check(self) -> Ability:
        """Lists the models, then has one short text rewritten."""
        started = monotonic()
        try:
            names = await self.models()
        except RefusedByProvider as error:
            if error.http_status not in {404, 405, 501}:
                raise
            names = []
        looking = type(self)(replace(self.provider, structured=None))
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

    async def _written(
        self, line: Connection, instruction: Instruction[R], hears: Hears | None
    ) -> Answer[R]:
        started = monotonic()
        readings: list[Reading] = []
        ladder = (self._way,) if self._way else line.known.ladder
        fault = ""
        while len(readings) < 2:
            words = prompt(instruction, fault=fault)
            reading, way = await _first_understood(
                line, instruction, words, ladder=ladder, hears=hears
            )
            readings.append(reading)
            self._understood = way
            try:
                data, left_out = _checked(reading, instruction, words)
            except _Unusable as error:
                fault = str(error)
                # A server that takes a schema and ignores it is told in words.
                ladder = (way,) if _is_json(reading) else line.known.ladder[-1:]
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
            took=(
                sum(one.tokens_in for one in readings),
                sum(one.tokens_out for one in readings),
            ),
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
    hears: Hears | None,
) -> tuple[Reading, Structured]:
    """The first way of asking that the server does not refuse. Raises its last refusal."""
    *better, last = ladder
    for way in better:
        try:
            return await line.ask(instruction, words, way=way, hears=hears), way
        except RefusedByProvider as error:
            if error.http_status not in _NOT_UNDERSTOOD:
                raise
    return await line.ask(instruction, words, way=last, hears=hears), last


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
