"""What people (and models, when asked) change in the create stage."""

from aboveboard.create.actions.pictures import add_asset, describe_asset
from aboveboard.create.actions.words import (
    add_variant,
    draft_post,
    restore,
    save_suggested,
    save_text,
    seal,
    set_pictures,
    write_variant,
)

__all__ = [
    "add_asset",
    "add_variant",
    "describe_asset",
    "draft_post",
    "restore",
    "save_suggested",
    "save_text",
    "seal",
    "set_pictures",
    "write_variant",
]
