"""The adapter against a real server: each way of asking, each way of failing."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from aboveboard.ai.base import Answer, Instruction, Provider
from aboveboard.ai.errors import (
    AIError,
    BadAnswer,
    Cancelled,
    NotConfigured,
    RefusedByProvider,
    TooSlow,
    Unreachable,
)
from aboveboard.ai.openai_compatible.model import OpenAICompatible
from aboveboard.ai.results import Drafts, Rewrite
from aboveboard.ai.stopping import write_until
from aboveboard.ai.tests.chat_server import ChatServer, Mode

KEY = "sk-very-secret-0123456789"


def write(provider: Provider, instruction: Instruction[Drafts]) -> Answer[Drafts]:
    return asyncio.run(OpenAICompatible(provider).write(instruction))


def test_a_typed_answer_with_what_it_took(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    answer = write(provider, drafts)
    assert answer.data.drafts == [server.text, f"{server.text} And slow."]
    assert (answer.model, answer.provider) == ("small-2026", "The test server")
    assert (answer.tokens_in, answer.tokens_out, answer.requests) == (11, 5, 1)
    assert 0 < answer.seconds < 5
    [chat] = server.chats
    assert chat.response_format is not None
    assert chat.response_format.json_schema.schema_["properties"]["drafts"] == {
        "type": "array",
        "items": {"type": "string", "minLength": 1, "maxLength": 300},
        "minItems": 2,
        "maxItems": 2,
    }
    assert chat.max_tokens == 2600


def test_another_shape(server: ChatServer, provider: Provider, drafts: Instruction[Drafts]) -> None:
    server.text = "  Salt,\r\nby hand.\x00 "
    asked = replace(drafts, wants=Rewrite, count=1)  # type: ignore[arg-type]
    answer: Answer[Any] = write(provider, asked)
    assert answer.data == Rewrite(text="Salt,\nby hand.")


@pytest.mark.parametrize(
    ("schemas", "tools", "seen"),
    [(True, True, "schema"), (False, True, "tool"), (False, False, "prompt")],
)
def test_the_best_way_that_a_server_understands(
    server: ChatServer,
    provider: Provider,
    drafts: Instruction[Drafts],
    schemas: bool,
    tools: bool,
    seen: str,
) -> None:
    server.schemas, server.tools = schemas, tools
    model = OpenAICompatible(provider)

    async def twice() -> None:
        await model.write(drafts)
        await model.write(drafts)

    asyncio.run(twice())
    ways = [
        "schema" if chat.response_format else "tool" if chat.tools else "prompt"
        for chat in server.chats
    ]
    assert ways == [seen, seen]
    # What it learnt the first time it does not ask again.
    assert len(server.headers) == 2 + ["schema", "tool", "prompt"].index(seen)
    assert server.refused == []


def test_a_way_that_is_known_is_used_at_once(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    write(replace(provider, structured="tool"), drafts)
    [chat] = server.chats
    assert chat.tools
    assert not chat.response_format


def test_one_more_try_in_words_when_a_schema_was_ignored(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    server.mode = "prose_once"
    answer = write(provider, drafts)
    assert (answer.requests, answer.tokens_in, answer.tokens_out) == (2, 22, 10)
    assert [bool(chat.response_format) for chat in server.chats] == [True, False]
    assert "Your last answer could not be used" in server.chats[1].said("user")


@pytest.mark.parametrize("mode", ["prose", "bad_shape", "tags", "length"])
def test_an_unusable_answer_is_never_read_as_text(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts], mode: Mode
) -> None:
    server.mode = mode
    with pytest.raises(BadAnswer) as caught:
        write(provider, drafts)
    assert len(server.chats) == 2
    assert caught.value.mend


def test_texts_over_the_limit_are_left_out_and_counted(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    server.mode = "too_long"
    answer = write(provider, drafts)
    assert (answer.data.drafts, answer.left_out) == ([server.text], 1)
    with pytest.raises(BadAnswer, match="longer than 5 characters"):
        write(provider, replace(drafts, limit=5))


def test_an_answer_in_a_code_fence_is_read_and_one_in_a_sentence_is_not(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    fenced = replace(provider, structured="prompt")
    server.around = "```json\n{}\n```"
    assert write(fenced, drafts).requests == 1
    server.around = "Here you are: {}"
    with pytest.raises(BadAnswer):
        write(fenced, drafts)


Failure = tuple[Mode, type[AIError], Callable[[Any], bool]]
FAILURES: list[Failure] = [
    ("401", RefusedByProvider, lambda e: e.reason == "key" and e.http_status == 401),
    ("404", RefusedByProvider, lambda e: e.reason == "model"),
    ("429", RefusedByProvider, lambda e: e.reason == "quota" and e.wait == 7.0),
    ("500", RefusedByProvider, lambda e: e.reason == "server"),
    ("302", RefusedByProvider, lambda e: e.reason == "model"),
    ("refusal", RefusedByProvider, lambda e: e.reason == "content"),
    ("cut_off", Unreachable, lambda e: True),
    ("huge", BadAnswer, lambda e: e.code == "answer_size"),
    ("html", BadAnswer, lambda e: e.code == "wire"),
    ("wrong_wire", BadAnswer, lambda e: e.code == "wire"),
]


@pytest.mark.parametrize(("mode", "kind", "right"), FAILURES, ids=[f[0] for f in FAILURES])
def test_failures_are_told_apart_and_not_repeated(
    server: ChatServer,
    provider: Provider,
    drafts: Instruction[Drafts],
    mode: Mode,
    kind: type[AIError],
    right: Callable[[Any], bool],
) -> None:
    server.mode = mode
    with pytest.raises(kind) as caught:
        write(provider, drafts)
    assert type(caught.value) is kind
    assert right(caught.value)
    assert caught.value.mend
    assert len(server.headers) == 1


def test_a_slow_answer_ends_in_time(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    server.mode = "slow"
    with pytest.raises(TooSlow):
        write(replace(provider, timeout_s=0.3), drafts)
    assert len(server.headers) <= 1


def test_a_cancelled_task_stays_cancelled(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    server.mode = "slow"

    async def cancel() -> None:
        task = asyncio.create_task(OpenAICompatible(provider).write(drafts))
        while not server.chats:
            await asyncio.sleep(0.005)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())


def test_a_person_can_stop_it(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    async def stopped(mode: Mode, after: float) -> Answer[Drafts]:
        server.mode = mode
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(after, stop.set)
        return await write_until(OpenAICompatible(provider), drafts, stop=stop)

    with pytest.raises(Cancelled):
        asyncio.run(stopped("slow", 0.1))
    assert asyncio.run(stopped("right", 5)).data.drafts


def test_a_private_host_is_not_asked_unless_it_is_allowed(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    shut = replace(provider, allow_hosts=frozenset({"127.0.0.1:1"}))
    with pytest.raises(Unreachable) as caught:
        write(shut, drafts)
    assert caught.value.code == "private_host"
    with pytest.raises(Unreachable):
        asyncio.run(OpenAICompatible(shut).models())
    assert server.headers == []


def test_nobody_at_home(provider: Provider, drafts: Instruction[Drafts]) -> None:
    closed = replace(
        provider, base_url="http://127.0.0.1:9/v1", allow_hosts=frozenset({"127.0.0.1"})
    )
    with pytest.raises(Unreachable, match="does not answer"):
        write(closed, drafts)


def test_what_is_not_set_up_is_said_before_anything_is_sent(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    for broken in (replace(provider, model=""), replace(provider, base_url="ftp://x")):
        with pytest.raises(NotConfigured):
            write(broken, drafts)
    assert server.headers == []


def test_the_key_is_sent_and_shown_nowhere(
    server: ChatServer,
    provider: Provider,
    drafts: Instruction[Drafts],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.key = KEY
    keyed = replace(provider, api_key=KEY)
    assert write(keyed, drafts).data
    wrong = replace(provider, api_key=f"{KEY}-wrong")
    with pytest.raises(RefusedByProvider, match="Incorrect API key") as caught:
        write(wrong, drafts)
    with pytest.raises(RefusedByProvider) as listing:
        asyncio.run(OpenAICompatible(wrong).models())
    shown = [caplog.text, repr(keyed), str(caught.value), str(listing.value)]
    logging.getLogger("test").error("failed", exc_info=caught.value)
    shown.append(caplog.text)
    assert not any(KEY in text for text in shown)


def test_no_header_tells_of_this_machine(
    server: ChatServer, provider: Provider, drafts: Instruction[Drafts]
) -> None:
    write(provider, drafts)
    [headers] = server.headers
    assert not [name for name in headers if name.startswith("x-")]
    assert headers["user-agent"].startswith("Aboveboard/")
    assert "authorization" not in headers


def test_an_environment_key_goes_nowhere(
    server: ChatServer,
    provider: Provider,
    drafts: Instruction[Drafts],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    write(provider, drafts)
    assert KEY not in str(server.headers)


def test_the_models_on_offer(server: ChatServer, provider: Provider) -> None:
    assert asyncio.run(OpenAICompatible(replace(provider, model="")).models()) == ["large", "small"]
    lost = replace(provider, base_url=provider.base_url.removesuffix("/v1"))
    with pytest.raises(RefusedByProvider) as caught:
        asyncio.run(OpenAICompatible(lost).models())
    assert "/v1" in caught.value.mend


def test_a_check_learns_how_to_ask(server: ChatServer, provider: Provider) -> None:
    server.schemas = False
    found = asyncio.run(OpenAICompatible(provider).check())
    assert (found.models, found.listed, found.structured) == (("large", "small"), True, "tool")
    assert found.usable
    other = asyncio.run(OpenAICompatible(replace(provider, model="huge")).check())
    assert other.listed is False


def test_a_check_tells_a_weak_model_from_a_wrong_address(
    server: ChatServer, provider: Provider
) -> None:
    server.mode, server.models = "bad_shape", ()
    found = asyncio.run(OpenAICompatible(provider).check())
    assert (found.usable, found.listed, found.structured) == (False, None, "schema")
    server.mode = "html"
    with pytest.raises(BadAnswer):
        asyncio.run(OpenAICompatible(provider).check())
