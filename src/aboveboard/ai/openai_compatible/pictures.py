"""Pictures from an OpenAI-compatible images endpoint, of a service or of a server of one's own.

https://platform.openai.com/docs/api-reference/images (generations as JSON, edits as a form).
"""

import asyncio
import base64
import binascii
from time import monotonic

import httpx
from pydantic import BaseModel, Field, ValidationError

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import BadAnswer, NotConfigured
from aboveboard.ai.guarded import base_url, exchange, open_http, too_slow
from aboveboard.ai.pictures import MAX_ANSWER_BYTES, MOST, Made, Wanted
from aboveboard.ai.trouble import refusal, told

# These always answer in base 64, and refuse to be asked for it.
_ALWAYS_B64 = "gpt-image"


class _One(BaseModel):
    b64_json: str = ""


class _Usage(BaseModel):
    input_tokens: int = 0
    output_tokens: int = 0


class _Answer(BaseModel):
    data: list[_One] = Field(min_length=1, max_length=MOST)
    usage: _Usage | None = None


class OpenAICompatiblePictures:
    """A picture model behind an OpenAI-compatible endpoint."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider

    async def make(self, wanted: Wanted) -> Made:
        """One request, never repeated."""
        provider = self.provider
        if not provider.model:
            raise NotConfigured(
                f"No model of {provider.name} is chosen.", mend="Choose one in the settings."
            )
        started = monotonic()
        try:
            async with asyncio.timeout(provider.timeout_s), open_http(provider) as client:
                request = _request(client, provider, wanted)
                reply = await exchange(client, provider, request, most=MAX_ANSWER_BYTES)
        except TimeoutError:
            raise too_slow(provider) from None
        if reply.status != 200:
            words = told(reply.body)
            raise refusal(provider, status=reply.status, words=words, wait=reply.wait)
        try:
            answer = _Answer.model_validate_json(reply.body)
            pictures = tuple(base64.b64decode(one.b64_json, validate=True) for one in answer.data)
        except (ValidationError, binascii.Error):
            raise _unusable(provider, "it does not answer in the images format") from None
        if not all(pictures):
            raise _unusable(provider, "it sent an address in the place of a picture")
        usage = answer.usage or _Usage()
        return Made(
            pictures[: wanted.count],
            provider.model,
            tokens_in=usage.input_tokens,
            tokens_out=usage.output_tokens,
            seconds=monotonic() - started,
        )


def _unusable(provider: Provider, why: str) -> BadAnswer:
    return BadAnswer(
        f"{provider.name} gave no picture: {why}.",
        mend="See that the address and the model are those of an images endpoint.",
        code="no_picture",
    )


def _request(client: httpx.AsyncClient, provider: Provider, wanted: Wanted) -> httpx.Request:
    headers = {"Authorization": f"Bearer {provider.api_key}"} if provider.api_key else {}
    fields: dict[str, str | int] = {
        "model": provider.model,
        "prompt": wanted.words,
        "n": wanted.count,
        "size": wanted.size,
    }
    if _ALWAYS_B64 not in provider.model:
        fields["response_format"] = "b64_json"
    elif wanted.transparent:
        fields |= {"background": "transparent", "output_format": "png"}
    if not wanted.picture:
        url = f"{base_url(provider)}/images/generations"
        return client.build_request("POST", url, headers=headers, json=fields)
    files = {"image": ("picture.png", wanted.picture, "image/png")}
    if wanted.mask:
        files["mask"] = ("mask.png", wanted.mask, "image/png")
    return client.build_request(
        "POST",
        f"{base_url(provider)}/images/edits",
        headers=headers,
        data={name: str(value) for name, value in fields.items()},
        files=files,
    )
