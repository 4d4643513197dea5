"""One post with its texts in one act, as a program adds it: the same key makes it once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Channel
from aboveboard.create import queries
from aboveboard.create.actions.drafting import NewText, add_texts
from aboveboard.create.actions.placing import without_place
from aboveboard.create.actions.revising import checked
from aboveboard.kernel.digest import digest
from aboveboard.kernel.errors import Invalid
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan import rules as plan_rules
from aboveboard.plan.models import Post
from aboveboard.text.cleaning import first_line


@dataclass(frozen=True)
class Said:
    """What goes on one channel: its text, and its pictures as ids of assets with alt texts."""

    channel: UUID
    text: str = ""
    media: Sequence[tuple[UUID, str]] = ()


@dataclass(frozen=True)
class Told:
    """A post to be. `at` is a moment, or without an offset a wall-clock time in `zone`."""

    texts: Sequence[Said]
    title: str = ""
    language: str = ""
    campaign: UUID | None = None
    at: datetime | None = None
    zone: str = ""
    relationship: str = "none"

    @property
    def digest(self) -> str:
        """Covers all that is told, so that a key cannot come to mean something else."""
        texts = [
            [str(s.channel), s.text, [[str(a), alt] for a, alt in s.media]] for s in self.texts
        ]
        at = self.at.isoformat() if self.at else ""
        told = [self.title, self.language, str(self.campaign or ""), at, self.zone]
        if self.relationship != "none":
            told.append(self.relationship)
        return digest([*told, texts])


def add_post(
    actor: Actor, brand_id: UUID, told: Told, *, key: str | None = None
) -> tuple[Post, bool]:
    """The post, and whether it is new. A program's texts count as a model's.

    With a `key` the same again gives the same post; other content under it raises KeyUsed.
    Raises Invalid for a time that has passed or is none, no text, or a channel of another brand.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    key = plan_rules.key(key)
    if known := plans.made_by_key(brand.id, key):
        return plan.same_post(known, told.digest), False
    texts = [(_channel(actor, said), said) for said in told.texts]
    if not texts:
        raise Invalid("This post has no texts.", mend="Give at least one.", code="no_text")
    if len({channel.pk for channel, _said in texts}) < len(texts):
        raise Invalid(
            "A channel is named twice.", mend="Give each channel one text.", code="channel_twice"
        )
    media = {
        asset: without_place(actor, queries.asset(actor, asset))
        for said in told.texts
        for asset, _alt in said.media
    }
    title = told.title or first_line(told.texts[0].text, 80) or "Picture"
    campaign = plans.campaign(actor, told.campaign) if told.campaign else None
    try:
        with transaction.atomic():
            post = plan.create_post(
                actor,
                brand.id,
                title=title,
                language=told.language,
                campaign=campaign,
                at=told.at,
                zone=told.zone,
                relationship=told.relationship,
                key=key,
                key_digest=told.digest if key else "",
            )
            if post.variants.exists():
                # Somebody else made it at the same moment, whole.
                return post, False
            add_texts(
                actor,
                [
                    NewText(
                        post=post,
                        channel=channel,
                        text=said.text,
                        media=[(media[asset], alt) for asset, alt in said.media],
                        source="",
                    )
                    for channel, said in texts
                ],
            )
    except IntegrityError:
        known = plans.made_by_key(brand.id, key)
        if not known:
            raise
        return plan.same_post(known, told.digest), False
    return post, True


def _channel(actor: Actor, said: Said) -> Channel:
    if not checked(said.text).strip() and not said.media:
        raise Invalid(
            "A text is empty and has no picture.",
            mend="Write one, or leave it out.",
            code="no_text",
        )
    return brands.channel(actor, said.channel)
