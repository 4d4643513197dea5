"""Sessions: signing in with an app password, renewing tokens, finding the account's server.

Source: com.atproto.server.createSession and refreshSession; atproto.com/specs/did. A server
allows 30 sign-ins in 5 minutes and 300 a day, so a living session is renewed, not replaced.
"""

from dataclasses import replace

from aboveboard.channels.base import Account
from aboveboard.channels.bluesky.shapes import DidDocument, RepoDescription, Session
from aboveboard.channels.bluesky.xrpc import call, good, meaning
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain
from aboveboard.channels.wire import ask
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.http import Client, http_url

PLC = "https://plc.directory"


async def renewed(http: Client, account: Account) -> Account:
    """The account with a living session: renewed by its refresh token, else by its password.

    Raises SignInAgain when neither is accepted.
    """
    if account.secrets.get("refresh"):
        name = "com.atproto.server.refreshSession"
        answer = await call(http, account, "POST", name, signed_by="refresh")
        if answer.ok:
            return _joined(account, answer.read(Session), server="")
        error = meaning(answer)
        if not isinstance(error, SignInAgain):
            raise error
        if not account.secrets.get("password"):
            raise SignInAgain(error.why, status=error.status)
    return await opened(http, account)


async def opened(http: Client, account: Account) -> Account:
    """The account with a new session, and with its own server in place of an entryway."""
    handle, password = account.handle.lstrip("@"), account.secrets.get("password", "")
    answer = await call(
        http,
        account,
        "POST",
        "com.atproto.server.createSession",
        signed_by=None,
        json={"identifier": handle, "password": password},
    )
    try:
        session = good(answer).read(Session)
    except (SignInAgain, Refused) as error:
        raise SignInAgain(error.why, status=error.status) from None
    document = session.document or await _document(http, account, session.did)
    return _joined(account, session, server=document.pds)


def _joined(account: Account, session: Session, *, server: str) -> Account:
    if not session.active:
        raise Gone(f"The account is {session.status or 'not active'}.")
    known = session.handle not in ("", "handle.invalid")
    return replace(
        account,
        server=_safe(server, account.server),
        handle=session.handle if known else account.handle,
        remote_id=session.did,
        secrets={**account.secrets, "access": session.access, "refresh": session.refresh},
    )


def _safe(server: str, known: str) -> str:
    """The named server, unless it is no address or would take tokens off an encrypted line."""
    try:
        named = http_url(server).rstrip("/")
    except Invalid:
        return known
    return known if known.startswith("https:") and not named.startswith("https:") else named


async def _document(http: Client, account: Account, did: str) -> DidDocument:
    """The DID document by the server, else by its directory; an empty one when neither tells."""
    try:
        answer = await call(
            http,
            account,
            "GET",
            "com.atproto.repo.describeRepo",
            signed_by=None,
            params={"repo": did},
        )
        if answer.ok:
            return answer.read(RepoDescription).document
        where = _address_of(did)
        return good(await ask(http, "GET", where)).read(DidDocument) if where else DidDocument()
    except ChannelError:
        return DidDocument()


def _address_of(did: str) -> str:
    if did.startswith("did:plc:"):
        return f"{PLC}/{did}"
    if did.startswith("did:web:"):
        return f"https://{did.removeprefix('did:web:')}/.well-known/did.json"
    return ""
