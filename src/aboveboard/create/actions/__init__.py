"""What people (and models, when asked) change in the create stage."""

from aboveboard.create.actions.adding import Said, Told, add_post
from aboveboard.create.actions.drafting import add_variant, draft_post, write_variant
from aboveboard.create.actions.importing import Imported, import_rows
from aboveboard.create.actions.models import (
    add_provider,
    ask_model,
    refuse_suggestion,
    remove_provider,
    take_suggestion,
    turn_secrets,
)
from aboveboard.create.actions.pictures import add_asset, describe_asset
from aboveboard.create.actions.words import (
    restore,
    save_suggested,
    save_text,
    seal,
    set_pictures,
)

__all__ = [
    "Imported",
    "Said",
    "Told",
    "add_asset",
    "add_post",
    "add_provider",
    "add_variant",
    "ask_model",
    "describe_asset",
    "draft_post",
    "import_rows",
    "refuse_suggestion",
    "remove_provider",
    "restore",
    "save_suggested",
    "save_text",
    "seal",
    "set_pictures",
    "take_suggestion",
    "turn_secrets",
    "write_variant",
]
