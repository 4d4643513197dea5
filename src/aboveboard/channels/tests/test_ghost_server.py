"""Ghost passes the contract on a real one."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers import ghost_server
from tests.servers.ghost_server import Ghost

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import SignInAgain
from aboveboard.channels.ghost.network import _proof, ghost
from aboveboard.channels.tests.contract import ServerContract, made, outgoing
from aboveboard.kernel.http import Client

pytestmark = pytest.mark.ghost


@pytest.fixture(scope="module")
def site() -> Iterator[Ghost]:
    """A real Ghost. Mark the test `ghost`."""
    if reason := ghost_server.missing():
        pytest.skip(reason)
    with ghost_server.ghost() as running:
        yield running


@pytest.fixture
def account(site: Ghost) -> Account:
    return Account(site.url, "", "", {"token": site.key})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await ghost.sign_in(http, account)).account


async def page(http: Client, sent: Sent) -> str:
    """What readers see at a post's address."""
    answer = await http.get(sent.url)
    assert answer.status_code == 200
    return answer.text


class TestGhost(ServerContract):
    publishing_path = "/ghost/api/admin/posts/"
    upload_path = "/ghost/api/admin/images/upload/"
    counts = False

    @pytest.fixture
    def network(self) -> Network:
        return ghost

    async def check_picture(
        self, network: Network, http: Client, account: Account, sent: Sent, picture: Media
    ) -> None:
        text = await page(http, sent)
        assert f'alt="{picture.alt}"' in text

    async def check_video(
        self, network: Network, http: Client, account: Account, sent: Sent, clip: Media
    ) -> None:
        address = re.search(r'<video[^>]* src="([^"]+)"', await page(http, sent))
        assert address
        assert (await http.get(address[1])).content == clip.path.read_bytes()


@pytest.mark.anyio
async def test_signing_in_finds_the_site(http: Client, account: Account) -> None:
    profile = await ghost.sign_in(http, account)
    assert profile.display_name == "Salt"
    with pytest.raises(SignInAgain):
        await ghost.sign_in(http, replace(account, secrets={"token": f"{'0' * 24}:{'ab' * 32}"}))


@pytest.mark.anyio
async def test_a_post_is_at_our_address_once(http: Client, ready: Account, site: Ghost) -> None:
    """A repeat would be a second post there: why a lost answer is settled by its address."""
    part = outgoing("Open from ten.\n\nBring boots & a <rake>.", title="Open day")
    sent = await ghost.publish(http, ready, part)
    assert re.fullmatch(rf"{re.escape(site.url)}/open-day-[0-9a-f]{{10}}/", sent.url)
    found = await ghost.find(http, ready, part, since=part.created_at)
    assert [one.remote_id for one in found] == [sent.remote_id]
    again = await ghost.publish(http, ready, part)
    assert again.url != sent.url
    await ghost.delete(http, ready, again)
    text = await page(http, sent)
    assert "Bring boots &amp; a &lt;rake&gt;." in text


@pytest.mark.anyio
async def test_a_change_of_words_leaves_the_pictures(
    http: Client, ready: Account, picture: Media
) -> None:
    part = await made(ghost, http, ready, outgoing("Rakes.", title="R"), [picture, picture])
    sent = await ghost.publish(http, ready, part)
    await ghost.edit(http, ready, sent, replace(part, text="Rakes, and salt."))
    text = await page(http, sent)
    assert "Rakes, and salt." in text
    assert len(re.findall(rf'<img[^>]* alt="{picture.alt}"', text)) >= 2


@pytest.mark.anyio
async def test_nobody_is_sent_a_letter(http: Client, ready: Account) -> None:
    sent = await ghost.publish(http, ready, outgoing("Words.", title="W"))
    headers = {"Authorization": f"Ghost {_proof(ready.secrets['token'])}"}
    url = f"{ready.server}/ghost/api/admin/posts/{sent.remote_id}/?include=email,newsletter"
    (post,) = (await http.get(url, headers=headers)).json()["posts"]
    assert (post["status"], post["email"], post["newsletter"]) == ("published", None, None)
