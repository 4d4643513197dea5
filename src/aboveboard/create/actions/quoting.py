"""Putting a passage of the knowledge into a text, with where it comes from."""

from uuid import UUID

from django.db import transaction

from aboveboard.brand.asking import quotation
from aboveboard.create import queries
from aboveboard.create.actions.revising import add_revision, checked, locked, origin_of
from aboveboard.create.errors import unless_out
from aboveboard.create.models import Revision
from aboveboard.create.words.mending import Change, mended
from aboveboard.create.words.origins import text_of
from aboveboard.kernel import clock
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right


def put_in_quotation(
    actor: Actor, variant_id: UUID, passage_id: UUID, *, start: int, end: int, at: int
) -> Revision:
    """Put the characters `start` to `end` of a passage into the text before its character `at`.

    They are pasted words, and keep their source. Raises Invalid when the passage is gone.
    """
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    quoted = quotation(actor, variant.post.brand_id, passage_id, start, end)
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        passages = variant.head.written if variant.head else ()
        text = text_of(passages)
        at = min(max(at, 0), len(text))
        before = " " if at and not text[at - 1].isspace() else ""
        after = " " if at < len(text) and not text[at].isspace() else ""
        origin = origin_of(actor, "pasted", clock.now(), source=quoted.where)
        change = Change(at, at, f"{before}{quoted.text}{after}", origin)
        passages = mended(passages, [change])
        checked(text_of(passages))
        media = variant.head.media if variant.head else []
        revision = add_revision(actor, variant, passages, media=media, what="quoted")
        enter(actor, "passage.quoted", subject_kind="variant", subject_id=variant.pk)
    return revision
