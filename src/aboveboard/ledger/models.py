"""The append-only record: a chain per workspace and its entries, ids and hashes only.

The tables belong to the database, not to Django (`managed = False`): the first migration makes
them in SQL together with the triggers that guard them, and `flush` does not know them.
Only `ledger.actions` adds rows; nothing changes or removes one.
"""

from django.db import models

from aboveboard.kernel.ids import new_id
from aboveboard.ledger.hashing import EntryFields


class Chain(models.Model):
    """The end of a workspace's chain; its row is the lock under which entries are added."""

    workspace_id = models.UUIDField(primary_key=True)
    seq = models.BigIntegerField()
    head_hash = models.CharField(max_length=64)

    class Meta:
        managed = False
        db_table = "ledger_chain"


class Entry(models.Model):
    """One thing that happened. `digests` maps names to SHA-256 values in hex."""

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace_id = models.UUIDField()
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=64)
    actor_kind = models.CharField(max_length=8)
    actor_id = models.UUIDField(null=True)
    subject_kind = models.CharField(max_length=64)
    subject_id = models.UUIDField()
    digests: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        managed = False
        db_table = "ledger_entry"
        ordering = ("workspace_id", "seq")

    def fields(self) -> EntryFields:
        """What this entry says, as the rules take it."""
        return EntryFields(
            id=self.id,
            workspace_id=self.workspace_id,
            seq=self.seq,
            at=self.at,
            kind=self.kind,
            actor_kind=self.actor_kind,
            actor_id=self.actor_id,
            subject_kind=self.subject_kind,
            subject_id=self.subject_id,
            prev_hash=self.prev_hash,
            digests=self.digests,
        )


class SigningKey(models.Model):
    """The instance's Ed25519 key for heads of exports: made once, sealed with the secret keys.

    It lives in the database so that every machine of an instance signs alike.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    public = models.CharField(max_length=64)
    sealed = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_signing_key")]
