"""What the record tells of a post besides its words: context, and the brand's earlier texts.

In: variants of one post. Out: what `rules.Case` takes as `context` and `history`.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Literal, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.check.context import MAX_PIECE, Context, Hand
from aboveboard.create.models import Asset, Variant
from aboveboard.create.words.origins import GENERATED
from aboveboard.text.grounding import Index

# The latest so many texts of a brand are compared with.
LATEST = 200
# From this share of a model's words on a text is generated; below, a model helped with it.
_MOSTLY = 50
Words = Literal["none", "assisted", "generated"]
Pictures = Literal["none", "edited", "generated_realistic", "generated_artistic"]
Tie = Literal["none", "paid", "gifted", "affiliate", "employee"]


def earlier(brand: Brand, post_id: UUID, languages: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The brand's latest texts per language, the newest first, without those of this post."""
    rows = (
        Variant.objects.filter(
            post__brand=brand,
            post__removed_at=None,
            post__at__isnull=False,
            language__in=languages,
            head__isnull=False,
        )
        .exclude(post_id=post_id)
        .exclude(head__text="")
        .order_by("-post__at", "post_id")
        .values_list("language", "post_id", "head__text")[: LATEST * 2]
    )
    found: dict[str, dict[str, None]] = {language: {} for language in languages}
    for language, _post, text in rows:
        # One text for many channels is one text.
        found[language].setdefault(text)
    return {language: tuple(texts)[:LATEST] for language, texts in found.items()}


def context(
    variant: Variant, brand: Brand, known: Index, assets: Sequence[Asset], day: date
) -> Context:
    """What is known about a variant; its post and brief are read already."""
    head, brief = variant.head, variant.post.brief
    share = head.model_share if head else 0
    words: Words = "none" if not share else "generated" if share >= _MOSTLY else "assisted"
    return Context(
        relationship=cast(Tie, variant.post.relationship),
        ai=Hand(text=words, media=_pictures(assets)),
        stock=brief.stock if brief else None,
        stock_on=_on(brief.stock_at, brand) if brief else None,
        deadline=brief.ends_on if brief else None,
        evidence=_evidence(brand, known, head.text if head else ""),
        today=day,
    )


def _on(moment: datetime | None, brand: Brand) -> date | None:
    """The day of a moment by the brand's clock."""
    return moment.astimezone(ZoneInfo(brand.zone)).date() if moment else None


def _pictures(assets: Iterable[Asset]) -> Pictures:
    """A generated picture counts as one that could pass as real: nobody has said otherwise."""
    held = list(assets)
    if any(asset.origin == GENERATED and asset.recipe.get("what") != "card" for asset in held):
        return "generated_realistic"
    if any(asset.origin == GENERATED for asset in held):
        return "generated_artistic"
    return "edited" if any(asset.recipe for asset in held) else "none"


def _evidence(brand: Brand, known: Index, text: str) -> tuple[str, ...]:
    """The brief's words, the passages nearest to the text, and the policy on AI."""
    said = [one.source.text for one in known.passages if one.source.id.startswith("brief-")]
    near = [
        f"{passage.source.text} ({passage.source.where})"
        for passage, _score in known.near(text)
        if not passage.source.id.startswith("brief-")
    ]
    share = policy_of(brand).label_from
    policy = f"House policy: text of which AI wrote {share} % or more must be labelled."
    return tuple(one[:MAX_PIECE] for one in (*said, *near, policy) if one.strip())
