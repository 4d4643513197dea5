"""Writing: typing with its origins, pictures beside the words, going back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from aboveboard.create import queries
from aboveboard.create.actions.placing import placeless
from aboveboard.create.actions.revising import (
    MAX_TEXT,
    add_revision,
    checked,
    is_by,
    locked,
    origin_of,
    rewrite,
)
from aboveboard.create.errors import Outrun, unless_out
from aboveboard.create.models import Asset, Revision, Suggestion, Variant
from aboveboard.create.words.origins import Origin, Passage, Pasted, merged, retype, text_of
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid, NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

# Typing goes on in one revision for this long, then a new one begins.
SITTING = timedelta(minutes=10)
# How many earlier revisions are searched for words that come back.
MEMORY = 12
# A source that is named for pasted words has at most so many characters.
MAX_SOURCE = 200


def save_text(
    actor: Actor,
    variant_id: UUID,
    text: str,
    *,
    base: int,
    pasted: Sequence[Pasted] = (),
    copied: Sequence[UUID] = (),
) -> Revision:
    """Save what a person typed; `base` is the number of the revision they typed over.

    Words that stay keep their origin. Typing within a sitting goes on in one revision, unless it
    went on from an older one: then nothing of the newer is lost. `copied` are other texts of the
    workspace that something pasted stood in: those words keep the origin they have there.
    Raises Outrun when somebody else saved meanwhile, TooLong, IsOut when the post is already out.
    """
    require(actor, Right.write, actor.workspace_id)
    text = checked(text)
    now = clock.now()
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        head = variant.head
        if head and base < head.number and not is_by(head, actor):
            raise Outrun(
                "Somebody else has changed this text meanwhile. Yours is kept in this browser.",
                mend="Open it again to see theirs, then put yours in.",
            )
        if head and head.text == text:
            return head
        passages = retype(
            head.written if head else (),
            text,
            origin_of(actor, "person", now),
            pasted=[
                Pasted(clean(piece.text), " ".join(clean(piece.source).split())[:MAX_SOURCE])
                for piece in pasted
                if 0 < len(piece.text) <= MAX_TEXT
            ],
            known=[*_earlier(variant), *_elsewhere(actor, copied)],
        )
        media = head.media if head else []
        if head and head.number == base and _goes_on(head, actor, now):
            rewritten = rewrite(head, passages, media, now)
            if rewritten:
                return rewritten
        return add_revision(actor, variant, passages, media=media, what="typed")


def save_suggested(
    actor: Actor, variant_id: UUID, passages: Sequence[Passage], *, what: str = "suggested"
) -> Revision:
    """Put passages with origins of their own in place of the text (a suggestion taken)."""
    require(actor, Right.write, actor.workspace_id)
    checked(text_of(passages))
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        media = variant.head.media if variant.head else []
        return add_revision(actor, variant, passages, media=media, what=what)


def set_pictures(actor: Actor, variant_id: UUID, pictures: Sequence[tuple[UUID, str]]) -> Revision:
    """Choose the pictures of a variant, each with its words for those who cannot see it.

    For one that says where it was taken stands one that does not (`placing`). Choosing what is
    chosen already changes nothing. Raises Invalid for a picture that is not in the brand's
    library, IsOut when the post is already out.
    """
    require(actor, Right.write, actor.workspace_id)
    goes = placeless(actor, [asset for asset, _ in pictures])
    pictures = [(goes.get(asset, asset), alt) for asset, alt in pictures]
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        known = {
            asset.id: asset
            for asset in Asset.objects.filter(
                pk__in=[asset for asset, _ in pictures],
                brand_id=variant.post.brand_id,
                removed_at=None,
            )
        }
        media: list[dict[str, str]] = []
        for asset_id, alt in pictures:
            if asset_id not in known:
                raise Invalid(
                    "This picture is not in the brand's library. Nothing was changed.",
                    mend="Add it to the library first.",
                    code="asset",
                )
            media.append({"asset": str(asset_id), "alt": clean(alt).strip()[:5_000]})
        before = variant.head.media if variant.head else []
        if len(media) == len(before) == 1 and media[0]["asset"] == before[0]["asset"]:
            # The picture on a link's card stays that.
            media[0] = {**before[0], **media[0]}
        if variant.head and variant.head.media == media:
            return variant.head
        passages = variant.head.written if variant.head else ()
        return add_revision(actor, variant, passages, media=media, what="pictures")


def restore(actor: Actor, variant_id: UUID, number: int) -> Revision:
    """Take an earlier revision up again, as a new one."""
    require(actor, Right.write, actor.workspace_id)
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        old = queries.revision(variant.id, number)
        return add_revision(actor, variant, old.written, media=old.media, what="restored")


def name_source(actor: Actor, variant_id: UUID, pasted: Origin, source: str) -> Revision:
    """Say from where pasted words come; they stay pasted. Raises Invalid, NotFound, IsOut."""
    require(actor, Right.write, actor.workspace_id)
    source = " ".join(clean(source).split())
    if not source or len(source) > MAX_SOURCE:
        raise Invalid(
            f"A source has 1 to {MAX_SOURCE} characters. Nothing was changed.",
            mend="Name the page, the message or the person.",
            code="source",
        )
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        head = variant.head
        named = pasted.model_copy(update={"source": source})
        if not head or pasted.kind != "pasted" or all(p.origin != pasted for p in head.written):
            raise NotFound("These words are not in the text any more.", mend="Look at it again.")
        passages = merged(
            Passage(text=p.text, origin=named) if p.origin == pasted else p for p in head.written
        )
        enter(actor, "text.sourced", subject_kind="variant", subject_id=variant.id)
        return add_revision(actor, variant, passages, media=head.media, what="sourced")


def seal(variant: Variant) -> None:
    """Close the head revision: what is put before people does not change under their eyes."""
    if variant.head_id:
        Revision.objects.filter(pk=variant.head_id, sealed=False).update(sealed=True)


def _earlier(variant: Variant) -> list[Passage]:
    """Passages of revisions and suggestions before, the newest first, each once."""
    recent = Revision.objects.filter(variant__post_id=variant.post_id).order_by("-at")[:MEMORY]
    proposed = Suggestion.objects.filter(variant__post_id=variant.post_id).exclude(text="")
    latest = proposed.order_by("-asked_at")[:MEMORY]
    offered = [passage for suggestion in latest for passage in suggestion.written]
    written = [passage for revision in recent for passage in revision.written]
    return list(dict.fromkeys([*offered, *written]))


def _elsewhere(actor: Actor, variants: Sequence[UUID]) -> list[Passage]:
    """Passages of other texts of the workspace, as they stand."""
    found = Variant.objects.filter(
        pk__in=variants[:MEMORY], post__brand__workspace_id=actor.workspace_id
    ).select_related("head")
    return [passage for one in found if one.head for passage in one.head.written]


def _goes_on(head: Revision, actor: Actor, now: datetime) -> bool:
    return (
        not head.sealed
        and head.what == "typed"
        and is_by(head, actor)
        and now - head.started_at < SITTING
    )
