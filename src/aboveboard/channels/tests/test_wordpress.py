"""WordPress passes the contract on a real one, and every refusal has its kind."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from tests.servers import wordpress_server
from tests.servers.contract.engine import Api, Call, Reply, Shape
from tests.servers.wordpress_server import WordPress

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.tests.contract import ServerContract, made, outgoing
from aboveboard.channels.wordpress.network import wordpress
from aboveboard.kernel.http import Client
from aboveboard.kernel.ids import new_id

SECOND = timedelta(seconds=1)


class Route(Shape):
    rest_route: str


@pytest.fixture(scope="module")
def site() -> Iterator[WordPress]:
    """A real WordPress. Mark the test `wordpress`."""
    if reason := wordpress_server.missing():
        pytest.skip(reason)
    with wordpress_server.wordpress() as running:
        yield running


@pytest.fixture
def account(site: WordPress) -> Account:
    return Account(site.url, "author", "", {"password": site.author})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await wordpress.sign_in(http, account)).account


async def raw(http: Client, account: Account, sent: Sent) -> str:
    """A post's content as it is kept."""
    query = {"rest_route": f"/wp/v2/posts/{sent.remote_id}", "context": "edit"}
    auth = httpx.BasicAuth(account.handle, account.secrets["password"])
    request = http.build_request("GET", f"{account.server}/", params=query)
    answer = await http.send(next(auth.sync_auth_flow(request)))
    return str(answer.json()["content"]["raw"])


@pytest.mark.wordpress
class TestWordPress(ServerContract):
    publishing_path = "/?rest_route=%2Fwp%2Fv2%2Fposts"
    upload_path = "/?rest_route=%2Fwp%2Fv2%2Fmedia"

    @pytest.fixture
    def network(self) -> Network:
        return wordpress

    @pytest.fixture
    def picture(self, picture: Media) -> Media:
        """One that the site does not have yet."""
        return replace(picture, alt=f"{picture.alt} {new_id()}")

    async def check_picture(
        self, network: Network, http: Client, account: Account, sent: Sent, picture: Media
    ) -> None:
        content = await raw(http, account, sent)
        assert f'alt="{picture.alt}"' in content
        address = re.search(r'src="([^"]+)"', content)
        assert address
        assert (await http.get(address[1])).content == picture.path.read_bytes()


@pytest.mark.wordpress
@pytest.mark.anyio
async def test_a_file_is_sent_once(http: Client, ready: Account, picture: Media) -> None:
    first = await wordpress.upload(http, ready, picture)
    assert await wordpress.upload(http, ready, picture) == first


@pytest.mark.wordpress
@pytest.mark.anyio
async def test_a_change_of_words_leaves_the_pictures(
    http: Client, ready: Account, picture: Media
) -> None:
    part = await made(wordpress, http, ready, outgoing("A rake.", title="Rakes"), [picture])
    sent = await wordpress.publish(http, ready, part)
    await wordpress.edit(http, ready, sent, replace(part, text="A rake, and salt."))
    content = await raw(http, ready, sent)
    assert "A rake, and salt." in content
    assert content.count("<figure") == 1


@pytest.mark.wordpress
@pytest.mark.anyio
async def test_comments_are_read_and_counted(http: Client, ready: Account, site: WordPress) -> None:
    part = outgoing("Open from ten.", title="Open")
    sent = await wordpress.publish(http, ready, part)
    httpx.post(
        f"{site.url}/",
        params={"rest_route": "/wp/v2/comments"},
        json={"post": int(sent.remote_id), "content": "Dogs <b>too</b>, &amp; cats?"},
        auth=("subscriber", site.subscriber),
        timeout=20,
    ).raise_for_status()
    shown = await wordpress.comments(http, ready, sent, since=part.created_at - 5 * SECOND)
    assert [(one.author, one.text) for one in shown] == [("Subscriber", "Dogs too, & cats?")]
    assert (await wordpress.numbers(http, ready, [sent]))[sent.remote_id].replies == 1


@pytest.mark.wordpress
@pytest.mark.anyio
async def test_who_may_not_publish_is_told(http: Client, site: WordPress) -> None:
    account = Account(site.url, "subscriber", "", {"password": site.subscriber})
    with pytest.raises(SignInAgain):
        await wordpress.sign_in(http, account)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, "incorrect_password", SignInAgain),
        (401, "rest_cannot_create", SignInAgain),
        (403, "rest_forbidden", SignInAgain),
        (403, "", TryLater),
        (400, "rest_invalid_param", Refused),
        (404, "rest_no_route", Gone),
        (413, "rest_upload_file_too_big", Refused),
        (429, "", TryLater),
        (500, "internal_server_error", OutcomeUnknown),
        (503, "", OutcomeUnknown),
    ],
)
async def test_each_documented_error_has_its_kind(
    status: int, code: str, kind: type[ChannelError], http: Client
) -> None:
    api: Api[None] = Api("wordpress")

    @api.call("POST", "/", query=Route, kind="bytes")
    def answer(_state: None, _call: Call) -> Reply:
        return Reply(
            status, {"code": code, "message": "No <b>way</b>.", "data": {"status": status}}
        )

    with api.serve(None) as site:
        account = Account(site.url, "author", "2", {"password": "x"})
        with pytest.raises(kind) as caught:
            await wordpress.publish(http, account, outgoing("Words."))
        site.faults.clear()
    assert type(caught.value) is kind
