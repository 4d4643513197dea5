"""What people (and models, when asked) change in the create stage."""

from aboveboard.create.actions.adding import Said, Told, add_post
from aboveboard.create.actions.assets import add_asset, describe_asset
from aboveboard.create.actions.correcting import (
    leave_correction,
    recall_corrections,
    take_correction,
    take_corrections_of_kind,
)
from aboveboard.create.actions.drafting import add_variant, draft_post, write_variant
from aboveboard.create.actions.importing import Imported, import_rows
from aboveboard.create.actions.making import keep_made
from aboveboard.create.actions.models import (
    add_provider,
    ask_model,
    refuse_suggestion,
    remove_provider,
    take_suggestion,
    turn_secrets,
)
from aboveboard.create.actions.proposing import ask_proofs
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
    "add_piece",
    "add_post",
    "add_provider",
    "add_variant",
    "ask_model",
    "ask_proofs",
    "authorities",
    "begin_upload",
    "describe_asset",
    "draft_post",
    "forget_certificate",
    "forget_old_uploads",
    "identity_of",
    "import_rows",
    "keep_made",
    "leave_correction",
    "put_in_quotation",
    "recall_corrections",
    "refuse_suggestion",
    "remove_provider",
    "restore",
    "save_suggested",
    "save_text",
    "seal",
    "set_pictures",
    "stop_upload",
    "take_correction",
    "take_corrections_of_kind",
    "take_suggestion",
    "turn_secrets",
    "upload",
    "use_certificate",
    "write_variant",
]
