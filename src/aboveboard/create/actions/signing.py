"""Who signs a workspace's media: a key pair of its own, or a certificate that it was given."""

from uuid import UUID

from django.conf import settings
from django.db import transaction

from aboveboard.create.models import SigningKey
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.secrets import Vault
from aboveboard.media.identity import Identity, given_identity, new_identity
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.models import Workspace
from aboveboard.people.rules import Right


def identity_of(workspace_id: UUID) -> Identity:
    """The workspace's signer; made when it is first wanted."""
    kept = SigningKey.objects.filter(workspace_id=workspace_id).first()
    if kept is None:
        name = Workspace.objects.values_list("name", flat=True).get(pk=workspace_id)
        made = new_identity(name, clock.now())
        kept, _new = SigningKey.objects.get_or_create(
            workspace_id=workspace_id,
            defaults={
                "chain": made.chain,
                "sealed_key": Vault(settings.SECRET_KEYS).seal({"key": made.key}),
                "made_at": clock.now(),
            },
        )
    key = Vault(settings.SECRET_KEYS).open(bytes(kept.sealed_key))["key"]
    return Identity(kept.chain, key)


def authorities(workspace_id: UUID) -> tuple[str, ...]:
    """The certificates that a workspace trusts: those of whom it signs by itself."""
    kept = SigningKey.objects.filter(workspace_id=workspace_id).first()
    return (Identity(kept.chain, "").authority,) if kept else ()


def use_certificate(actor: Actor, *, chain: str, key: str) -> SigningKey:
    """Sign with a certificate of one's own from now on. Raises Invalid when it does not fit.

    What was signed before keeps its signature.
    """
    require(actor, Right.connect, actor.workspace_id)
    given = given_identity(chain, key)
    with transaction.atomic():
        kept, _new = SigningKey.objects.update_or_create(
            workspace_id=actor.workspace_id,
            defaults={
                "chain": given.chain,
                "sealed_key": Vault(settings.SECRET_KEYS).seal({"key": given.key}),
                "is_given": True,
                "made_at": clock.now(),
            },
        )
        enter(
            actor,
            "signing.changed",
            subject_kind="workspace",
            subject_id=actor.workspace_id,
            digests={"certificate": sha256(given.chain)},
        )
    return kept


def forget_certificate(actor: Actor) -> None:
    """Go back to a key pair of the studio's own; a new one is made when it is wanted."""
    require(actor, Right.connect, actor.workspace_id)
    with transaction.atomic():
        SigningKey.objects.filter(workspace_id=actor.workspace_id, is_given=True).delete()
        enter(
            actor,
            "signing.changed",
            subject_kind="workspace",
            subject_id=actor.workspace_id,
        )
