"""The newsletter goes through a real SMTP server (aiosmtpd); every failure has its kind."""

import asyncio
import email
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from tests.servers.process import free_port

from aboveboard.channels.base import Account, Media, Network
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.newsletter.letter import one_line
from aboveboard.channels.newsletter.network import newsletter
from aboveboard.channels.tests.contract import NetworkContract, made, outgoing
from aboveboard.kernel.http import Client

# It listens on loopback alone.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@dataclass
class Mailbox:
    """What a server took, and how it is to fail next."""

    letters: list[EmailMessage] = field(default_factory=list)
    at_rcpt: str = ""
    at_data: str = ""
    breaks: bool = False

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at_rcpt:
            return self.at_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.at_data:
            return self.at_data
        content = envelope.content
        assert isinstance(content, bytes)
        letter = email.message_from_bytes(content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        if self.breaks and isinstance(server.transport, asyncio.Transport):
            server.transport.abort()
        return "250 taken"


def _authenticate(
    server: Any, session: Any, envelope: Any, mechanism: str, data: Any
) -> AuthResult:
    known = isinstance(data, LoginPassword) and data.password == b"secret" and data.login == b"salt"
    return AuthResult(success=known, handled=False)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[Controller]:
    controller = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=_authenticate,
        auth_required=True,
        auth_require_tls=False,
    )
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def account(server: Controller) -> Account:
    secrets = {
        "host": "127.0.0.1",
        "port": str(server.port),
        "security": "none",
        "user": "salt",
        "password": "secret",
        "from": "news@saltworks.example",
        "from_name": "Saltworks",
        "to": "list@saltworks.example",
        "list_id": "news.saltworks.example",
        "unsubscribe": "https://saltworks.example/leave?t=1",
        "unsubscribe_mail": "leave@saltworks.example",
    }
    return Account("", "", "", secrets)


class TestNewsletter(NetworkContract):
    @pytest.fixture
    def network(self) -> Network:
        return newsletter


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await newsletter.sign_in(http, account)).account


@pytest.mark.anyio
async def test_a_letter_has_text_page_pictures_and_a_way_out(
    http: Client, ready: Account, mailbox: Mailbox, picture: Media
) -> None:
    text = "Salt & <light>.\nSee https://example.org/a?b=1&c=2.\n\nA second paragraph."
    part = await made(newsletter, http, ready, outgoing(text, title="News\nof June"), [picture])
    sent = await newsletter.publish(http, ready, part)
    (letter,) = mailbox.letters
    assert letter["Message-ID"] == sent.remote_id == f"<{part.key}@saltworks.example>"
    assert letter["Subject"] == "News of June"
    assert letter["From"] == "Saltworks <news@saltworks.example>"
    assert letter["List-Id"] == "<news.saltworks.example>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    ways = str(letter["List-Unsubscribe"]).strip()
    assert ways.startswith("<https://saltworks.example/leave?t=1>, <mailto:")
    plain, page = letter.get_body(("plain",)), letter.get_body(("html",))
    assert plain
    assert page
    assert plain.get_content().strip().replace("\r\n", "\n") == text
    shown = page.get_content()
    assert "Salt &amp; &lt;light&gt;.<br>" in shown
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in shown
    assert f'alt="{picture.alt}"' in shown
    (image,) = [one for one in letter.walk() if one.get_content_type() == "image/png"]
    assert image.get_payload(decode=True) == picture.path.read_bytes()
    assert str(image["Content-ID"]).strip("<>") in shown


@pytest.mark.anyio
async def test_without_an_https_address_there_is_no_one_click(
    http: Client, ready: Account, mailbox: Mailbox
) -> None:
    plain = replace(ready, secrets={**ready.secrets, "unsubscribe": "http://saltworks.example"})
    await newsletter.publish(http, plain, outgoing("Words."))
    (letter,) = mailbox.letters
    assert letter["List-Unsubscribe"] == "<mailto:leave@saltworks.example>"
    assert letter["List-Unsubscribe-Post"] is None


@pytest.mark.anyio
async def test_a_line_that_breaks_after_the_last_dot_is_unknown(
    http: Client, ready: Account, mailbox: Mailbox
) -> None:
    mailbox.breaks = True
    with pytest.raises(OutcomeUnknown):
        await newsletter.publish(http, ready, outgoing("Perhaps."))
    assert len(mailbox.letters) == 1


FAILURES = [
    ("at_rcpt", "550 5.1.1 no such list", Refused),
    ("at_rcpt", "450 4.2.0 greylisted", TryLater),
    ("at_data", "552 5.3.4 too large", Refused),
    ("at_data", "451 4.3.0 not now", TryLater),
    ("at_data", "421 4.7.0 slow down", TryLater),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("where", "said", "kind"), FAILURES)
async def test_each_answer_has_its_kind(
    where: str,
    said: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    mailbox: Mailbox,
) -> None:
    setattr(mailbox, where, said)
    with pytest.raises(kind):
        await newsletter.publish(http, ready, outgoing("Words."))
    assert mailbox.letters == []


@pytest.mark.anyio
async def test_a_wrong_password_asks_to_sign_in_again(http: Client, account: Account) -> None:
    with pytest.raises(SignInAgain) as caught:
        await newsletter.sign_in(
            http, replace(account, secrets={**account.secrets, "password": "wrong"})
        )
    assert "wrong" not in caught.value.why


@pytest.mark.anyio
@pytest.mark.parametrize(
    "changed", [{"from": "nobody"}, {"to": ""}, {"security": "maybe"}, {"port": "x"}]
)
async def test_what_is_missing_is_said(
    changed: dict[str, str], http: Client, account: Account
) -> None:
    with pytest.raises(SignInAgain, match="is"):
        await newsletter.sign_in(http, replace(account, secrets={**account.secrets, **changed}))


@pytest.mark.anyio
async def test_a_private_server_is_refused_unless_allowed(guarded: Client, ready: Account) -> None:
    with pytest.raises(Refused, match="ABOVEBOARD_ALLOW_HOSTS"):
        await newsletter.publish(guarded, ready, outgoing("Not inside."))


@pytest.mark.anyio
async def test_a_server_out_of_reach_is_tried_later(http: Client, ready: Account) -> None:
    away = replace(ready, secrets={**ready.secrets, "port": "9"})
    with pytest.raises(TryLater):
        await newsletter.publish(http, away, outgoing("To nobody."))


def test_no_header_can_be_smuggled_in() -> None:
    assert one_line("News\r\nBcc: everybody@example.org") == "News Bcc: everybody@example.org"
