"""What people (and models, when asked) change in the create stage."""

from aboveboard.create.actions.adding import Said, Told, add_post
from aboveboard.create.actions.assets import add_asset, describe_asset
from aboveboard.create.actions.cards import Card, card_templates, draw_card, make_card
from aboveboard.create.actions.clips import ask_clip, keep_cover, stop_clip
from aboveboard.create.actions.drafting import add_variant, draft_post, write_variant
from aboveboard.create.actions.fitting import (
    MOST_FITS,
    Chosen,
    Fit,
    fit_asset,
    fit_variant,
    focus_of,
    plans_for,
)
from aboveboard.create.actions.importing import Imported, import_rows
from aboveboard.create.actions.library import (
    add_folder,
    compare_older,
    forget_removed_assets,
    move_assets,
    move_folder,
    order_assets,
    remove_assets,
    remove_folder,
    rename_asset,
    set_rights,
    tag_assets,
    take_back_assets,
)
from aboveboard.create.actions.linking import link_to_show, set_card, take_card
from aboveboard.create.actions.making import keep_made
from aboveboard.create.actions.models import (
    add_provider,
    ask_model,
    refuse_suggestion,
    remove_provider,
    take_suggestion,
    turn_secrets,
)
from aboveboard.create.actions.signing import (
    authorities,
    forget_certificate,
    identity_of,
    use_certificate,
)
from aboveboard.create.actions.uploads import (
    add_piece,
    begin_upload,
    forget_old_uploads,
    stop_upload,
    upload,
)
from aboveboard.create.actions.words import (
    restore,
    save_suggested,
    save_text,
    seal,
    set_pictures,
)

__all__ = [
    "MOST_FITS",
    "Card",
    "Chosen",
    "Fit",
    "Imported",
    "Said",
    "Told",
    "add_asset",
    "add_folder",
    "add_piece",
    "add_post",
    "add_provider",
    "add_variant",
    "ask_clip",
    "ask_model",
    "authorities",
    "begin_upload",
    "card_templates",
    "compare_older",
    "describe_asset",
    "draft_post",
    "draw_card",
    "fit_asset",
    "fit_variant",
    "focus_of",
    "forget_certificate",
    "forget_old_uploads",
    "forget_removed_assets",
    "identity_of",
    "import_rows",
    "keep_cover",
    "keep_made",
    "link_to_show",
    "make_card",
    "move_assets",
    "move_folder",
    "order_assets",
    "plans_for",
    "refuse_suggestion",
    "remove_assets",
    "remove_folder",
    "remove_provider",
    "rename_asset",
    "restore",
    "save_suggested",
    "save_text",
    "seal",
    "set_card",
    "set_pictures",
    "set_rights",
    "stop_clip",
    "stop_upload",
    "tag_assets",
    "take_back_assets",
    "take_card",
    "take_suggestion",
    "turn_secrets",
    "upload",
    "use_certificate",
    "write_variant",
]
