"""Each kind of provider against a strict server of its format: one suite for all."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from aboveboard.ai.base import Answer, Instruction, Provider, TextModel
from aboveboard.ai.errors import (
    AIError,
    BadAnswer,
    NotConfigured,
    RefusedByProvider,
    TooSlow,
    Unreachable,
)
from aboveboard.ai.registry import kinds, text_model
from aboveboard.ai.results import Drafts, Rewrite
from aboveboard.ai.tests.chat_server import ChatServer, Handler, Mode, chat_server
from aboveboard.ai.tests.gemini_server import GeminiHandler
from aboveboard.ai.tests.messages_server import MessagesHandler
from aboveboard.ai.tests.test_prompting import INJECTIONS, asked

# `make check` has no time for it.
pytestmark = pytest.mark.slow

KEY = "sk-very-secret-0123456789"
HANDLERS: dict[str, type[Handler]] = {
    "openai_compatible": Handler,
    "anthropic": MessagesHandler,
    "google": GeminiHandler,
}


@pytest.fixture(params=list(HANDLERS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(kind: str) -> Iterator[ChatServer]:
    with chat_server(HANDLERS[kind]) as running:
        running.key = KEY
        yield running


@pytest.fixture
def provider(server: ChatServer, kind: str) -> Provider:
    return Provider(
        name="The test server",
        kind=kind,
        base_url=server.url if kind == "openai_compatible" else server.url.removesuffix("/v1"),
        model="small",
        api_key=KEY,
        timeout_s=5.0,
        allow_hosts=frozenset({server.host}),
    )


def write(provider: Provider, instruction: Instruction[Drafts]) -> Answer[Drafts]:
    return asyncio.run(text_model(provider).write(instruction))


def test_every_kind_is_held_to_the_contract() -> None:
    assert set(HANDLERS) == set(kinds())


def test_a_typed_answer_with_what_it_took(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    answer = write(provider, drafts)
    assert answer.data.drafts == [server.text, f"{server.text} And slow."]
    assert (answer.model, answer.provider) == ("small-2026", "The test server")
    assert (answer.tokens_in, answer.tokens_out, answer.requests) == (11, 5, 1)
    [chat] = server.chats
    assert server.refused == []
    assert "Be calm." in chat.said("system")
    assert "sea salt by hand" in chat.said("user")
    assert "sea salt by hand" not in chat.said("system")


def test_it_is_heard_as_it_is_written(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    heard: list[str] = []

    async def hears(text: str) -> None:
        heard.append(text)

    one = replace(drafts, wants=Rewrite, count=1)  # type: ignore[arg-type]
    answer: Answer[Any] = asyncio.run(text_model(provider).write(one, hears=hears))
    assert answer.data.text == server.text
    assert (answer.tokens_in, answer.tokens_out, answer.model) == (11, 5, "small-2026")
    assert heard
    assert all(server.text.startswith(text) for text in heard)
    assert server.refused == []


Failure = tuple[Mode, type[AIError], Callable[[Any], bool]]
FAILURES: list[Failure] = [
    ("400", RefusedByProvider, lambda e: e.reason == "request"),
    ("404", RefusedByProvider, lambda e: e.reason == "model"),
    ("429", RefusedByProvider, lambda e: e.reason == "quota" and e.wait == 7.0),
    ("500", RefusedByProvider, lambda e: e.reason == "server"),
    ("529", RefusedByProvider, lambda e: e.reason == "server"),
    ("302", RefusedByProvider, lambda e: e.reason == "model"),
    ("refusal", RefusedByProvider, lambda e: e.reason == "content"),
    ("cut_off", Unreachable, lambda e: e.sent),
    ("huge", BadAnswer, lambda e: e.code == "answer_size"),
    ("html", BadAnswer, lambda e: True),
    ("wrong_wire", BadAnswer, lambda e: True),
    ("prose", BadAnswer, lambda e: e.took == (22, 10)),
    ("length", BadAnswer, lambda e: True),
]


@pytest.mark.parametrize(("mode", "kind_of", "right"), FAILURES, ids=[f[0] for f in FAILURES])
def test_failures_are_told_apart(
    server: ChatServer,
    provider: Provider,
    drafts: Instruction[Drafts],
    mode: Mode,
    kind_of: type[AIError],
    right: Callable[[Any], bool],
) -> None:
    server.mode = mode
    with pytest.raises(kind_of) as caught:
        write(provider, drafts)
    assert type(caught.value) is kind_of
    assert right(caught.value)
    assert caught.value.mend
    assert len(server.headers) <= 3 if mode in {"400", "prose", "length"} else 2


@pytest.mark.parametrize(
    ("mode", "kind_of"),
    [("slow", TooSlow), ("cut_off", Unreachable), ("refusal", RefusedByProvider)],
)
def test_a_stream_that_stalls_or_breaks(
    server: ChatServer,
    provider: Provider,
    drafts: Instruction[Drafts],
    mode: Mode,
    kind_of: type[AIError],
) -> None:
    async def hears(text: str) -> None:
        pass

    server.mode = mode
    hasty = replace(provider, first_s=0.3)
    with pytest.raises(kind_of):
        asyncio.run(text_model(hasty).write(drafts, hears=hears))
    server.mode = "stalls"
    with pytest.raises(TooSlow):
        asyncio.run(
            text_model(replace(provider, timeout_s=0.5, first_s=0.4)).write(drafts, hears=hears)
        )


def test_the_key_is_sent_once_and_shown_nowhere(
    server: ChatServer,
    provider: Provider,
    drafts: Instruction[Drafts],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = "sk-of-the-environment"
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "GOOGLE_API_KEY"):
        monkeypatch.setenv(name, other)
    caplog.set_level(logging.DEBUG)
    assert write(provider, drafts).data
    wrong = replace(provider, api_key=f"{KEY}-wrong")
    shown = [repr(provider), repr(text_model(provider))]
    model: TextModel = text_model(wrong)
    for act in (model.write(drafts), model.models()):
        with pytest.raises(RefusedByProvider) as caught:
            asyncio.run(act)
        assert caught.value.reason == "key"
        logging.getLogger("test").error("failed", exc_info=caught.value)
        shown.append(str(caught.value))
    shown.append(caplog.text)
    assert not any(KEY in text for text in shown)
    assert other not in str(server.headers)
    keyed = [name for name, value in server.headers[0].items() if KEY in value]
    assert len(keyed) == 1
    assert not [n for n in server.headers[0] if n.startswith("x-") and n not in keyed]
    assert server.headers[0]["user-agent"].startswith("Aboveboard/")


def test_without_a_key_nothing_is_sent(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts], kind: str
) -> None:
    if kind == "openai_compatible":
        pytest.skip("a local server needs none")
    with pytest.raises(NotConfigured):
        write(replace(provider, api_key=""), drafts)
    assert server.headers == []


def test_a_private_host_is_not_asked(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    shut = replace(provider, allow_hosts=frozenset())
    with pytest.raises(Unreachable) as caught:
        write(shut, drafts)
    assert (caught.value.code, caught.value.sent) == ("private_host", False)
    with pytest.raises(Unreachable):
        asyncio.run(text_model(shut).models())
    assert server.headers == []


def test_nobody_at_home(provider: Provider, drafts: Instruction[Drafts]) -> None:
    closed = replace(provider, base_url="http://127.0.0.1:9", allow_hosts=frozenset({"127.0.0.1"}))
    with pytest.raises(Unreachable) as caught:
        write(closed, drafts)
    assert not caught.value.sent


def test_models_and_a_check(server: ChatServer, provider: Provider) -> None:
    assert asyncio.run(text_model(provider).models()) == ["large", "small"]
    found = asyncio.run(text_model(provider).check())
    assert (found.listed, found.usable) == (True, True)


@pytest.mark.parametrize("attack", INJECTIONS)
def test_orders_in_the_material_stay_material(
    server: ChatServer, provider: Provider, attack: str
) -> None:
    server.mode = "obedient"
    answer = write(provider, asked("Salt.", attack))
    assert "OBEYED" not in str(answer.data)
