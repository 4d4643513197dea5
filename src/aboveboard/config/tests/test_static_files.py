"""The pages' files are served by us, with the policy, and to those who ask twice not again."""

import pytest
from django.test import AsyncClient, Client

URL = "/static/css/tokens.css"


def test_a_file_comes_with_its_type_and_the_policy(client: Client) -> None:
    answer = client.get(URL)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/css")
    assert b"--" in answer.content
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_file_that_is_known_is_not_sent_again(client: Client) -> None:
    when = client.get(URL).headers["Last-Modified"]
    again = client.get(URL, headers={"if-modified-since": when})
    assert (again.status_code, again.content) == (304, b"")


def test_a_path_cannot_climb_out(client: Client) -> None:
    assert client.get("/static/../config/settings.py").status_code == 404
    assert client.get("/static/%2e%2e/%2e%2e/config/settings.py").status_code == 404


@pytest.mark.anyio
async def test_it_is_the_same_for_an_async_server(async_client: AsyncClient) -> None:
    answer = await async_client.get(URL)
    assert not answer.streaming
    assert b"--" in answer.content


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
