"""Public addresses of media, for networks that fetch them instead of taking them.

An address holds the asset and our signature, and ends after two days: long enough for a network to
try again, and nobody can guess the next one.
"""

import mimetypes
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing

from aboveboard.kernel.errors import NotFound

LASTS = timedelta(days=2)
_SALT = "publish.handing"


def media_url(asset: UUID, mime: str) -> str:
    """Where a network finds this file; "" when the studio has no address that others reach."""
    if not settings.PUBLIC_URL.startswith("https://"):
        return ""
    token = signing.TimestampSigner(salt=_SALT).sign(asset.hex)
    return f"{settings.PUBLIC_URL.rstrip('/')}/m/{token}{mimetypes.guess_extension(mime) or ''}"


def asset_of(token: str) -> UUID:
    """The asset that an address names. Raises NotFound for a foreign or an old one."""
    try:
        signed = signing.TimestampSigner(salt=_SALT).unsign(
            token.rpartition(".")[0] or token, max_age=LASTS
        )
        return UUID(hex=signed)
    except (signing.BadSignature, ValueError):
        raise NotFound("There is nothing at this address any more.", code="handed") from None
