"""A post as an e-mail: text and HTML side by side, pictures within, and the headers of a list.

Sources: RFC 5322 (Message-ID, Date), RFC 2369 and 8058 (List-Unsubscribe, one click), RFC 2919
(List-Id). The Message-ID is ours and the same over every try.
"""

import html
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import anyio
import regex

from aboveboard.channels.base import Outgoing
from aboveboard.channels.markup import paragraphs

_LINES = regex.compile(r"\s*[\r\n\u2028\u2029]+\s*")


async def letter(
    part: Outgoing, *, sender: str, to: Sequence[str], settings: Mapping[str, str]
) -> EmailMessage:
    """The message. `settings` may hold list_id, unsubscribe (https) and unsubscribe_mail."""
    message = EmailMessage(policy=SMTP)
    domain = sender.rpartition("@")[2]
    message["From"] = _address(sender, settings.get("from_name", ""))
    message["To"] = [_address(one) for one in to]
    message["Subject"] = one_line(part.title) or one_line(part.text)[:120]
    message["Date"] = format_datetime(part.created_at)
    message["Message-ID"] = message_id(part.key, domain)
    message["Content-Language"] = part.lang
    if part.reply_to:
        message["In-Reply-To"] = message["References"] = part.reply_to.remote_id
    if list_id := one_line(settings.get("list_id", "")):
        message["List-Id"] = f"<{list_id.strip('<>')}>"
    _unsubscribe(message, settings)
    message.set_content(part.text)
    message.add_alternative(_page(part, domain), subtype="html")
    body = message.get_body(("html",))
    assert isinstance(body, EmailMessage)
    for place, one in enumerate(part.media):
        content = await anyio.Path(one.ref).read_bytes()
        kind, subtype = one.mime.split("/")
        body.add_related(content, kind, subtype, cid=f"<{_cid(part, place, domain)}>")
    return message


def message_id(key: str, domain: str) -> str:
    """Our own id of the message."""
    return f"<{key}@{domain}>"


def one_line(text: str) -> str:
    """A text fit for a header."""
    return " ".join(_LINES.sub(" ", text).split())


def sent_at(moment: datetime) -> datetime:
    """When it was sent, in whole seconds as mail has it."""
    return moment.replace(microsecond=0)


def _address(raw: str, name: str = "") -> Address:
    return Address(display_name=one_line(name), addr_spec=raw.strip())


def _unsubscribe(message: EmailMessage, settings: Mapping[str, str]) -> None:
    """One click wants an https address (RFC 8058); a mail address alone does without it."""
    page = settings.get("unsubscribe", "").strip()
    mail = settings.get("unsubscribe_mail", "").strip()
    ways = [f"<{page}>"] if page.startswith("https://") else []
    ways += [f"<mailto:{mail}>"] if "@" in mail else []
    if ways:
        message["List-Unsubscribe"] = ", ".join(ways)
    if page.startswith("https://"):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _page(part: Outgoing, domain: str) -> str:
    title = html.escape(one_line(part.title))
    pictures = "".join(
        f'<p><img src="cid:{_cid(part, place, domain)}" alt="{html.escape(one.alt)}"'
        f' width="{min(one.width, 600)}"></p>'
        for place, one in enumerate(part.media)
    )
    words = "".join(f"<p>{one}</p>" for one in paragraphs(part.text))
    heading = f"<h1>{title}</h1>" if title else ""
    return (
        f'<!doctype html><html lang="{html.escape(part.lang)}"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body>{heading}{words}{pictures}</body></html>"
    )


def _cid(part: Outgoing, place: int, domain: str) -> str:
    return f"{place}.{part.key}@{domain}"
