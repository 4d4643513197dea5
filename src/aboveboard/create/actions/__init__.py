"""What people (and models, when asked) change in the create stage."""

from aboveboard.create.actions.adapting import adapt, translate_post
from aboveboard.create.actions.adding import Said, Told, add_post
from aboveboard.create.actions.assets import add_asset, describe_asset
from aboveboard.create.actions.cards import Card, card_templates, draw_card, make_card
from aboveboard.create.actions.clips import ask_clip, keep_cover, stop_clip
from aboveboard.create.actions.correcting import (
    leave_correction,
    recall_corrections,
    take_correction,
    take_corrections_of_kind,
)
from aboveboard.create.actions.deciding import (
    refuse_suggestion,
    take_change,
    take_suggestion,
    words_of,
)
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
from aboveboard.create.actions.lettering import read_shown
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
from aboveboard.create.actions.making import keep_made, sign_asset
from aboveboard.create.actions.models import (
    ask_model,
    task_of,
    turn_secrets,
)
from aboveboard.create.actions.pictures import (
    ask_pictures,
    ask_words,
    keep_picture,
    leave_pictures,
    take_words,
)
from aboveboard.create.actions.proposing import ask_proofs
from aboveboard.create.actions.providers import (
    Terms,
    add_provider,
    agree,
    end_agreement,
    move_provider,
    remove_provider,
    set_month,
    set_order,
    set_terms,
)
from aboveboard.create.actions.quoting import put_in_quotation
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
    name_source,
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
    "Terms",
    "Told",
    "adapt",
    "add_asset",
    "add_folder",
    "add_piece",
    "add_post",
    "add_provider",
    "add_variant",
    "agree",
    "ask_clip",
    "ask_model",
    "ask_pictures",
    "ask_proofs",
    "ask_words",
    "authorities",
    "begin_upload",
    "card_templates",
    "compare_older",
    "describe_asset",
    "draft_post",
    "draw_card",
    "end_agreement",
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
    "keep_picture",
    "leave_correction",
    "leave_pictures",
    "link_to_show",
    "make_card",
    "move_assets",
    "move_folder",
    "move_provider",
    "name_source",
    "order_assets",
    "plans_for",
    "put_in_quotation",
    "read_shown",
    "recall_corrections",
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
    "set_month",
    "set_order",
    "set_pictures",
    "set_rights",
    "set_terms",
    "sign_asset",
    "stop_clip",
    "stop_upload",
    "tag_assets",
    "take_back_assets",
    "take_card",
    "take_change",
    "take_correction",
    "take_corrections_of_kind",
    "take_suggestion",
    "take_words",
    "task_of",
    "translate_post",
    "turn_secrets",
    "upload",
    "use_certificate",
    "words_of",
    "write_variant",
]
