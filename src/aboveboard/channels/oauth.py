"""OAuth 2 for whichever network has it: sending a person there, and tokens for a code or a refresh.

RFC 6749 (authorisation code, refresh) and RFC 7636 (PKCE with S256). What
differs between networks is data in `base.OAuth`; what is odd about one is in its adapter.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit

from authlib.common.security import generate_token
from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from pydantic import BaseModel

from aboveboard.channels.base import Account, OAuth
from aboveboard.channels.errors import ChannelError, Refused, SignInAgain, TryLater
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client


class Tokens(BaseModel):
    """A token endpoint's answer (RFC 6749, 5.1); `expires_in` in seconds."""

    access_token: str
    refresh_token: str = ""
    expires_in: float | None = None
    scope: str = ""


class _Fault(BaseModel):
    error: str = ""
    error_description: str = ""


@dataclass(frozen=True)
class Errand:
    """A sign-in under way: where the person is sent, and what is kept here until they come back.

    `state` comes back with them and is compared; `verifier` never leaves us before the exchange.
    """

    url: str
    state: str
    verifier: str


def begin(oauth: OAuth, *, client_id: str, redirect: str, server: str = "") -> Errand:
    """Where to send a person to sign in. `redirect` is our address to which they come back."""
    state, verifier = generate_token(48), generate_token(64)
    asked = {
        oauth.client_name: client_id,
        "redirect_uri": redirect,
        "response_type": "code",
        "scope": oauth.separator.join(oauth.scopes),
        "state": state,
        **oauth.more,
    }
    if oauth.pkce:
        challenge = create_s256_code_challenge(verifier)
        asked |= {"code_challenge": challenge, "code_challenge_method": "S256"}
    url = add_params_to_uri(oauth.authorize.replace("{server}", server), list(asked.items()))
    return Errand(str(url), state, verifier)


async def exchange(
    http: Client,
    oauth: OAuth,
    account: Account,
    *,
    code: str,
    verifier: str,
    redirect: str,
    home: str = "",
) -> Account:
    """The account with the tokens that a code stands for.

    `account.secrets` holds `client_id` and `client_secret`. Raises SignInAgain for a code that is
    spent or foreign.
    """
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect}
    if oauth.pkce:
        form["code_verifier"] = verifier
    return _with(account, await _tokens(http, oauth, account, form, home=home))


async def refreshed(http: Client, oauth: OAuth, account: Account, *, home: str = "") -> Account:
    """The account with fresh tokens; the refresh token stays when the answer brings none.

    `home` is the network's own root: an account that is elsewhere has its tokens there too.
    Raises SignInAgain when there is no refresh token, or it is not accepted any more.
    """
    token = account.secrets.get("refresh", "")
    if not token:
        raise SignInAgain("There is nothing to renew the sign-in with.")
    form = {"grant_type": "refresh_token", "refresh_token": token}
    return _with(account, await _tokens(http, oauth, account, form, home=home))


def expiry(seconds: float | None) -> str:
    """When a token that lasts so long runs out, as ISO 8601; "" when nobody says."""
    return (clock.now() + timedelta(seconds=seconds)).isoformat() if seconds else ""


def elsewhere(url: str, server: str, home: str) -> str:
    """An official address, on the account's own server where that is another one."""
    if not server or not home or server.rstrip("/") == home.rstrip("/"):
        return url
    place, own = urlsplit(url), urlsplit(server)
    return urlunsplit((own.scheme, own.netloc, place.path, place.query, ""))


def _with(account: Account, tokens: Tokens) -> Account:
    kept = {
        **account.secrets,
        "token": tokens.access_token,
        "expires_at": expiry(tokens.expires_in),
    }
    if tokens.refresh_token:
        kept["refresh"] = tokens.refresh_token
    return replace(account, secrets={name: value for name, value in kept.items() if value})


async def _tokens(
    http: Client, oauth: OAuth, account: Account, form: Mapping[str, str], *, home: str = ""
) -> Tokens:
    client_id = account.secrets.get("client_id", "")
    client_secret = account.secrets.get("client_secret", "")
    if not client_id:
        raise SignInAgain("The app that signed in is not known any more. Sign in anew.")
    headers, more = {"Accept": "application/json"}, {oauth.client_name: client_id}
    if oauth.client_auth == "basic":
        pair = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
        headers["Authorization"] = f"Basic {pair}"
    elif client_secret:
        more["client_secret"] = client_secret
    url = elsewhere(oauth.token.replace("{server}", account.server), account.server, home)
    answer = await ask(http, "POST", url, headers=headers, data={**form, **more})
    return _read(answer)


def _read(answer: Answer) -> Tokens:
    fault = _fault(answer)
    if answer.ok and not fault.error:
        return answer.read(Tokens)
    why = fault.error_description or fault.error
    if fault.error in ("invalid_grant", "invalid_token", "invalid_client", "unauthorized_client"):
        raise SignInAgain(f"The sign-in is not accepted: {why}", status=answer.status)
    if fault.error == "temporarily_unavailable":
        raise TryLater(why, wait=answer.wait(), status=answer.status)
    if fault.error:
        raise SignInAgain(f"The sign-in failed: {why}", status=answer.status)
    error: ChannelError = answer.error()
    if isinstance(error, Refused):
        raise SignInAgain(error.why, status=answer.status)
    raise error


def _fault(answer: Answer) -> _Fault:
    try:
        return _Fault.model_validate_json(answer.body)
    except ValueError:
        return _Fault()
