"""What people (and models, when asked) change in the create stage."""

from aboveboard.create.actions.adding import Said, Told, add_post
from aboveboard.create.actions.assets import add_asset, describe_asset
from aboveboard.create.actions.drafting import add_variant, draft_post, write_variant
from aboveboard.create.actions.importing import Imported, import_rows
from aboveboard.create.actions.making import keep_made
from aboveboard.create.actions.models import (
    ask_model,
    refuse_suggestion,
    take_suggestion,
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
    "Imported",
    "Said",
    "Terms",
    "Told",
    "add_asset",
    "add_piece",
    "add_post",
    "add_provider",
    "add_variant",
    "agree",
    "ask_model",
    "ask_pictures",
    "ask_words",
    "authorities",
    "begin_upload",
    "describe_asset",
    "draft_post",
    "end_agreement",
    "forget_certificate",
    "forget_old_uploads",
    "identity_of",
    "import_rows",
    "keep_made",
    "keep_picture",
    "leave_pictures",
    "move_provider",
    "refuse_suggestion",
    "remove_provider",
    "restore",
    "save_suggested",
    "save_text",
    "seal",
    "set_month",
    "set_order",
    "set_pictures",
    "set_terms",
    "stop_upload",
    "take_suggestion",
    "take_words",
    "task_of",
    "turn_secrets",
    "upload",
    "use_certificate",
    "write_variant",
]
