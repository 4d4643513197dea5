"""The images adapter against a strict server: what goes out, what comes back, what goes wrong."""

import asyncio
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image

from aboveboard.ai.base import Provider
from aboveboard.ai.errors import (
    AIError,
    BadAnswer,
    NotConfigured,
    RefusedByProvider,
    TooSlow,
    Unreachable,
)
from aboveboard.ai.pictures import Made, Wanted
from aboveboard.ai.registry import picture_model
from aboveboard.ai.tests.chat_server import ChatServer, Mode, chat_server
from aboveboard.ai.tests.images_server import ImagesHandler
from aboveboard.kernel.errors import Invalid

KEY = "sk-very-secret-0123456789"


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server(ImagesHandler) as running:
        running.key = KEY
        yield running


@pytest.fixture
def provider(server: ChatServer) -> Provider:
    return Provider(
        name="The test server",
        kind="openai_compatible",
        base_url=server.url,
        model="pix",
        api_key=KEY,
        timeout_s=10.0,
        allow_hosts=frozenset({server.host}),
    )


def make(provider: Provider, wanted: Wanted) -> Made:
    return asyncio.run(picture_model(provider).make(wanted))


def test_pictures_are_made(server: ChatServer, provider: Provider) -> None:
    made = make(provider, Wanted("A salt pan at dawn.", count=2))
    assert len(made.pictures) == 2
    assert (made.model, made.tokens_in, made.tokens_out) == ("pix", 50, 4000)
    assert Image.open(io.BytesIO(made.pictures[0])).size == (1024, 1024)
    assert server.chats[0].response_format == "b64_json"
    make(replace(provider, model="gpt-image-1"), Wanted("x", transparent=True))
    assert (server.chats[1].response_format, server.chats[1].background) == (None, "transparent")


FAILURES: list[tuple[Mode, type[AIError], str]] = [
    ("401", RefusedByProvider, "refused_key"),
    ("429", RefusedByProvider, "refused_quota"),
    ("400", RefusedByProvider, "refused_request"),
    ("500", RefusedByProvider, "refused_server"),
    ("302", RefusedByProvider, "refused_model"),
    ("wrong_wire", BadAnswer, "no_picture"),
    ("html", BadAnswer, "no_picture"),
    ("tags", BadAnswer, "no_picture"),
    ("cut_off", Unreachable, "unreachable"),
]


@pytest.mark.parametrize(("mode", "kind", "code"), FAILURES, ids=[f[0] for f in FAILURES])
def test_failures_are_told_apart_and_not_repeated(
    server: ChatServer, provider: Provider, mode: Mode, kind: type[AIError], code: str
) -> None:
    server.mode = mode
    with pytest.raises(kind) as caught:
        make(provider, Wanted("x"))
    assert caught.value.code == code
    assert KEY not in str(caught.value)
    assert len(server.headers) == 1


def test_it_ends_in_time(server: ChatServer, provider: Provider) -> None:
    server.mode = "slow"
    with pytest.raises(TooSlow):
        make(replace(provider, timeout_s=0.3), Wanted("x"))


def test_what_cannot_be_asked(provider: Provider) -> None:
    for broken in ({"words": " "}, {"count": 9}, {"size": "1x1"}, {"words": "x" * 2_001}):
        with pytest.raises(Invalid):
            Wanted(**{"words": "x", **broken})  # type: ignore[arg-type]
    with pytest.raises(NotConfigured):
        picture_model(replace(provider, kind="anthropic"))
    with pytest.raises(NotConfigured):
        make(replace(provider, model=""), Wanted("x"))
