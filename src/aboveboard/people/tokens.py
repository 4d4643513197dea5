"""One-time tokens: the bearer holds the token, the database its hash."""

import secrets
from datetime import timedelta

from aboveboard.kernel.digest import sha256

LINK_LASTS = timedelta(hours=24)
INVITATION_LASTS = timedelta(days=7)
# Tells people, and programs that look for leaked secrets, what this is.
PREFIX = "aboveboard_"


def new_token() -> str:
    """256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is kept of a token. It needs no salt, since nobody can guess 256 bits."""
    return sha256(token.encode(errors="surrogatepass"))
