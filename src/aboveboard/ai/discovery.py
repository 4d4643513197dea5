"""Which model servers answer on this machine, by asking the ports that they use by default.

Ports: Ollama 11434 (https://docs.ollama.com/api/openai-compatibility), LM Studio 1234
(https://lmstudio.ai/docs/developer/openai-compat), llama.cpp 8080 (its tools/server/README.md),
our own small model 8790 (`aboveboard.ai.local`).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import AIError
from aboveboard.ai.local import DEFAULT_PORT
from aboveboard.ai.openai_compatible.listing import listed_models
from aboveboard.kernel import http

WITHIN_S = 0.3


@dataclass(frozen=True)
class Place:
    """Where a server is looked for: its usual name, and its port on 127.0.0.1."""

    name: str
    port: int


PLACES = (
    Place("Ollama", 11434),
    Place("LM Studio", 1234),
    Place("llama.cpp", 8080),
    Place("Small trial model", DEFAULT_PORT),
)


# The model servers that may be reached on this machine without a setting.
LOCAL_HOSTS = frozenset(f"127.0.0.1:{place.port}" for place in PLACES)


@dataclass(frozen=True)
class Found:
    """A server that answered with its list of models.

    `name` goes by the port alone. `allow_host` is what `Provider.allow_hosts` must hold for it.
    """

    name: str
    base_url: str
    allow_host: str
    models: tuple[str, ...]


async def find_local(
    places: Sequence[Place] = PLACES, *, within_s: float = WITHIN_S
) -> list[Found]:
    """The servers that answer within `within_s` seconds, for all together; others are left out."""
    hosts = frozenset(f"127.0.0.1:{place.port}" for place in places)
    async with http.client(allow_hosts=hosts, timeout=httpx.Timeout(within_s)) as client:
        tasks = [asyncio.create_task(_ask(client, place)) for place in places]
        done, late = await asyncio.wait(tasks, timeout=within_s)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
    return [found for task in tasks if task in done and (found := task.result())]


async def _ask(client: httpx.AsyncClient, place: Place) -> Found | None:
    host = f"127.0.0.1:{place.port}"
    url = f"http://{host}/v1"
    provider = Provider(place.name, "openai_compatible", url, "")
    try:
        models = await listed_models(client, provider)
    except AIError:
        return None
    return Found(place.name, url, host, tuple(models))
