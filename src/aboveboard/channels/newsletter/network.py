"""A newsletter by e-mail, through an SMTP server of one's own, to a list's address.

Source: RFC 5321. The connection goes through the same guard as every other. A line that breaks
after the message's last dot leaves it unknown whether the server took it; nothing can be read back
there, so that is for a person. A list of subscribers with their consent is not part of this yet:
the mail goes to the addresses that are given, as a rule that of a mailing list.
"""

import ssl
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage

import aiosmtplib
import anyio
import httpx

from aboveboard.channels.base import (
    Account,
    Capabilities,
    Field,
    Limits,
    Media,
    Network,
    Numbers,
    Outgoing,
    Profile,
    Sent,
    Uploaded,
)
from aboveboard.channels.counting import graphemes
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.newsletter.letter import letter, message_id, sent_at
from aboveboard.kernel.http import Client, HostRefused

_TIMEOUT = 15.0
_PORTS = {"tls": 465, "starttls": 587, "none": 25}


class Newsletter(Network):
    """What `fields` asks for is in the account's secrets; it has no server of its own."""

    name = "newsletter"
    title = "Newsletter"
    limits = Limits(
        text=100_000,
        title=200,
        images=10,
        image_bytes=5_000_000,
        alt=1_000,
    )
    capabilities = Capabilities(
        auth=("app_password",),
        mentions=False,
        tags=False,
        delete=False,
        readback="none",
        verified="server",
    )
    fields = (
        Field("host", "Mail server", "As in smtp.example.org."),
        Field("user", "User name", "Empty when the server asks for none.", required=False),
        Field("password", "Password", "", secret=True, required=False),
        Field("from", "From", "The address that the newsletter comes from."),
        Field("to", "To", "The address of the list; several with commas."),
        Field("security", "Security", "tls, starttls, or none (on one machine).", default="tls"),
        Field("port", "Port", "465 for tls, 587 for starttls, else 25.", required=False),
        Field("from_name", "Sender's name", "", required=False),
        Field("list_id", "List-Id", "As in news.example.org.", required=False),
        Field("unsubscribe", "Unsubscribe", "An https address for one click.", required=False),
        Field("unsubscribe_mail", "Unsubscribe by mail", "", required=False),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return graphemes(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        """Says hello and signs in; sends nothing."""
        told = _checked(account.secrets)
        async with _server(http, told):
            pass
        sender = told["from"]
        named = replace(account, handle=sender, remote_id=f"{sender} to {told['to']}")
        return Profile(named, told.get("from_name", "") or sender, self.limits)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Nothing goes there before the mail: pictures are in it."""
        async with await anyio.open_file(media.path, "rb"):
            return Uploaded(str(media.path), media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        told = _checked(account.secrets)
        to = _addresses(told["to"])
        message = await letter(part, sender=told["from"], to=to, settings=told)
        async with _server(http, told) as server:
            await _sent(server, message, told["from"], to)
        domain = told["from"].rpartition("@")[2]
        return Sent(message_id(part.key, domain), "", at=sent_at(part.created_at))

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """A mail server tells nothing of what it has taken."""
        return ()

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """Opens are not counted: that would be tracking, and wrong besides."""
        return {post.remote_id: Numbers() for post in sent}


def _addresses(raw: str) -> list[str]:
    return [one.strip() for one in raw.replace(";", ",").split(",") if one.strip()]


def _checked(given: Mapping[str, str]) -> dict[str, str]:
    """The settings, whole. Raises SignInAgain with what is missing."""
    told = {name: value.strip() for name, value in given.items()}
    for name in ("from", "to"):
        if not _addresses(told.get(name, "")) or any(
            "@" not in one for one in _addresses(told.get(name, ""))
        ):
            raise SignInAgain(f"“{name}” is no mail address.")
    if told.get("security", "tls") not in _PORTS:
        raise SignInAgain("“security” is tls, starttls or none.")
    if told.get("port", "") and not told["port"].isdecimal():
        raise SignInAgain("“port” is a number.")
    return told


@asynccontextmanager
async def _server(http: Client, told: Mapping[str, str]) -> AsyncIterator[aiosmtplib.SMTP]:
    """A session with the mail server, signed in where a user is given."""
    security = told.get("security", "tls")
    host, port = told.get("host", ""), int(told.get("port") or _PORTS[security])
    try:
        made = await http.connect(host, port)
    except HostRefused as error:
        raise Refused(str(error)) from error
    except httpx.ConnectError as error:
        raise TryLater(f"The mail server could not be reached: {error}") from error
    server = aiosmtplib.SMTP(
        hostname=host,
        sock=made,
        use_tls=security == "tls",
        start_tls=security == "starttls",
        timeout=_TIMEOUT,
    )
    try:
        await server.connect()
        if user := told.get("user", ""):
            await server.login(user, told.get("password", ""))
    except (aiosmtplib.SMTPException, ssl.SSLError, OSError) as error:
        server.close()
        made.close()
        raise _before(error) from error
    try:
        yield server
    finally:
        try:
            await server.quit()
        except (aiosmtplib.SMTPException, OSError):
            server.close()


async def _sent(
    server: aiosmtplib.SMTP, message: EmailMessage, sender: str, to: Sequence[str]
) -> None:
    """MAIL, RCPT and DATA in turn, so that it is known which of them failed."""
    try:
        await server.mail(sender)
        for one in to:
            await server.rcpt(one)
    except (aiosmtplib.SMTPException, OSError) as error:
        raise _before(error) from error
    try:
        await server.data(message.as_bytes())
    except aiosmtplib.SMTPDataError as error:
        raise _before(error) from error
    except (aiosmtplib.SMTPException, OSError) as error:
        raise OutcomeUnknown(
            f"The mail server's answer was lost ({type(error).__name__})."
        ) from error


def _before(error: Exception) -> ChannelError:
    """What a fault means while the message was not yet taken: 4yz is later, 5yz is a no."""
    code = getattr(error, "code", None)
    why = str(getattr(error, "message", "") or error or type(error).__name__)
    if isinstance(error, aiosmtplib.SMTPAuthenticationError) or code in (530, 534, 535):
        return SignInAgain(f"The mail server does not let us in: {why}", status=code)
    if isinstance(code, int) and 500 <= code < 600:
        return Refused(f"The mail server refuses it: {why}", status=code)
    return TryLater(f"The mail server did not take it: {why}", status=code)


newsletter = Newsletter()
