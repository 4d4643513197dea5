"""What somebody said, in the quotation marks of the page's language."""

from django.utils.translation import gettext as _


def quoted(words: str) -> str:
    """Words of a person between quotation marks."""
    return _("“%(words)s”") % {"words": words}
