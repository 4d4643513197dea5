"""Whose page an address leads to: the brand of the post, text, asset or brief that it names."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Model

from aboveboard.brand.models import Source
from aboveboard.create.models import Asset, Variant
from aboveboard.plan.models import Brief, Campaign, Post

# The part of an address that names a thing -> what it is, and how its brand is reached.
_THINGS: Mapping[str, tuple[type[Model], str]] = {
    "post_id": (Post, "brand_id"),
    "variant_id": (Variant, "post__brand_id"),
    "asset_id": (Asset, "brand_id"),
    "brief_id": (Brief, "brand_id"),
    "campaign_id": (Campaign, "brand_id"),
    "source_id": (Source, "brand_id"),
}


def brand_named(parts: Mapping[str, object]) -> UUID | None:
    """The brand of what the parts of an address name; None when they name nothing of a brand."""
    for name, value in parts.items():
        if name in _THINGS:
            model, path = _THINGS[name]
            found: UUID | None = (
                model._default_manager.filter(pk=value).values_list(path, flat=True).first()
            )
            return found
    return None
