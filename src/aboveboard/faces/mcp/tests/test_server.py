"""An agent over the protocol itself: it checks, reads and proposes, and can do nothing else."""

import json
import os
import subprocess
import sys
from typing import Any

import anyio
import pytest
from mcp import Client
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brands
from aboveboard.create.models import Variant
from aboveboard.faces.mcp.server import TOOLS, server
from aboveboard.people import actions as people
from aboveboard.plan.models import Post

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(settings: Any) -> Desk:
    desk = open_desk()
    brands.add_source(
        desk.actor, desk.brand.id, name="shop.md", data=b"The shop is open on Fridays from 9:00."
    )
    _with(settings, people.make_token(desk.actor, "An agent"))
    return desk


def _with(settings: Any, token: str) -> None:
    settings.ABOVEBOARD = settings.ABOVEBOARD.model_copy(update={"token": token})


def call(tool: str, **told: object) -> Any:
    """What a tool answers to a real client of the protocol; its error as text."""

    async def ask() -> Any:
        async with Client(server()) as client:
            answer = await client.call_tool(tool, told)
            if answer.is_error:
                return answer.content[0].text  # type: ignore[union-attr]
            return answer.structured_content

    return anyio.run(ask)


def test_it_offers_nothing_that_takes_a_person() -> None:
    names = {tool.__name__ for tool in TOOLS}
    assert names == {"check_text", "list_brands", "ask_knowledge", "propose_post", "read_post"}


def test_a_text_is_checked_against_the_brand(desk: Desk) -> None:
    text = "The shop is open on Fridays from 8:00."
    alone = call("check_text", text=text, lang="en")
    assert alone["findings"] == []
    told = call("check_text", text=text, lang="en", brand=str(desk.brand.id))
    [finding] = told["findings"]
    assert (finding["code"], text[finding["start"] : finding["end"]]) == ("ungrounded", "8:00")
    assert "9:00" in finding["evidence"][0]["text"]


def test_a_proposal_waits_for_a_person_and_counts_as_a_models(desk: Desk) -> None:
    told = call(
        "propose_post", brand=str(desk.brand.id), texts={str(desk.site.id): "Come by!"}, key="one"
    )
    again = call(
        "propose_post", brand=str(desk.brand.id), texts={str(desk.site.id): "Come by!"}, key="one"
    )
    assert told["post"] == again["post"]
    assert again["new"] == "no"
    variant = Variant.objects.get(post_id=told["post"])
    assert variant.head
    assert {passage.origin.kind for passage in variant.head.written} == {"model"}
    [text] = call("read_post", post=told["post"])["texts"]
    assert text["state"] != "sent"
    assert text["text"] == "Come by!"


def test_what_is_said_to_an_agent_has_the_mend(desk: Desk, settings: Any) -> None:
    other = open_desk()
    assert "no such brand" in call("ask_knowledge", brand=str(other.brand.id), question="When?")
    _with(settings, "wrong")
    assert "Make one in Settings" in call("list_brands")
    assert Post.objects.count() == 0


def test_it_speaks_on_standard_input_and_output() -> None:
    """The command itself, as an agent's program starts it."""
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
    program = (
        "import django; django.setup(); from aboveboard.faces.mcp.server import serve; serve()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(hello) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ,
        check=False,
    )
    answer = json.loads(done.stdout.splitlines()[0])
    assert answer["result"]["serverInfo"]["name"] == "aboveboard"
