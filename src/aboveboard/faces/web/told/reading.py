"""Why a file of the knowledge was not read; see `sentences`."""

from django.utils.translation import gettext_noop as _

READING = (
    _("Use one of these kinds: %(said)s."),
    _("“%(name)s” has %(count)s passages; at most %(most)s fit in one file."),
    _("Split it into several files."),
    _("“%(name)s” is %(count)s MB; at most %(most)s MB are read."),
    _("Leave out its pictures or split it."),
    _("“%(name)s” is not what its name says: inside it is %(what)s."),
    _("a ZIP archive or office file"),
    _("an old office file"),
    _("a picture"),
    _("a rich text file"),
    _("something else"),
    _("Give it the ending that fits, or save it again in the kind you meant."),
    _("“%(name)s” holds NUL bytes, so it is not a plain text file."),
    _("“%(name)s” has elements nested more than %(most)s deep."),
    _("Save the page's text as .txt or .md and add that."),
    _("“%(name)s” has more than %(most)s pages."),
    _("Add the pages that matter as a file of their own."),
    _("“%(name)s” stops being a table at line %(count)s: %(said)s."),
    _("Save it again as CSV from the program it was made in."),
    _("“%(name)s” is not a Word file that can be read (damaged, locked or of another kind)."),
    _("Save it as .docx without a password and add it again."),
    _("“%(name)s” unpacks to more than %(most)s MB."),
    _("Save it again without its pictures, or paste the text."),
)
