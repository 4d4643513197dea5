"""What a file says of itself, in words; that it says nothing is no word on who made it."""

from django.utils.translation import gettext as _

from aboveboard.create.models import Asset
from aboveboard.media.sources import BY_MODEL


def saying(asset: Asset) -> str:
    """One or two sentences; "" for a file that says nothing."""
    told = asset.credential
    if not told:
        return ""
    signer = told.get("signer") or _("somebody without a name")
    signed = {
        "trusted": _("Signed by %(who)s."),
        "valid": _("Signed by %(who)s, whom we do not know."),
        "invalid": _("It was changed after %(who)s signed it."),
        "unreadable": _("Its content credentials cannot be read."),
    }.get(told.get("state", ""), "")
    said = [signed % {"who": signer}] if signed else []
    if BY_MODEL & set(told.get("sources", ())):
        said.append(_("It says that a model made it, or a part of it."))
    return " ".join(said)
