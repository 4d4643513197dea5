"""The key that signs the heads of exports: Ed25519 (RFC 8032), one per instance."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import transaction

from aboveboard.kernel.clock import now
from aboveboard.kernel.secrets import Vault
from aboveboard.ledger.models import SigningKey

_NAME = "ed25519"


def signing_key() -> Ed25519PrivateKey:
    """The instance's key, made at the first use; two that make it at once get the same.

    Raises Invalid when the secret keys that sealed it are no longer listed.
    """
    vault = Vault(settings.SECRET_KEYS)
    kept = SigningKey.objects.first()
    if kept is None:
        fresh = Ed25519PrivateKey.generate()
        SigningKey.objects.bulk_create(
            [
                SigningKey(
                    public=public_hex(fresh),
                    sealed=vault.seal({_NAME: fresh.private_bytes_raw().hex()}),
                    made_at=now(),
                )
            ],
            ignore_conflicts=True,
        )
        kept = SigningKey.objects.get()
    return Ed25519PrivateKey.from_private_bytes(
        bytes.fromhex(vault.open(bytes(kept.sealed))[_NAME])
    )


def public_hex(key: Ed25519PrivateKey) -> str:
    """The public half, 64 hex digits, as it stands in exports."""
    return key.public_key().public_bytes_raw().hex()


@transaction.atomic
def turn_secrets() -> int:
    """Seal the signing key anew under the newest secret key; 1, or 0 when none was made yet."""
    vault = Vault(settings.SECRET_KEYS)
    rows = list(SigningKey.objects.select_for_update())
    for row in rows:
        row.sealed = vault.turn(bytes(row.sealed))
        row.save(update_fields=["sealed"])
    return len(rows)
