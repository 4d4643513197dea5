"""The sentences of the library, as `sentences` holds those of the other stages."""

from django.utils.translation import gettext_noop as _

LIBRARY = (
    _("A name has at least one character."),
    _("Type a name."),
    _("%(count)s tags are the most that one picture can carry."),
    _("Take some off first."),
    _("This is no answer to whether the people shown agreed."),
    _("Choose one of the list."),
    _("A folder needs a name."),
    _("A folder cannot lie in itself."),
    _("Choose another place."),
    _("There is no such folder."),
    _("Folders lie at most %(count)s deep, with 300 characters in all."),
    _("Choose a shorter path."),
    _("%(count)s pictures are the most at once."),
    _("Choose fewer."),
    _("What is approved or out keeps its pictures."),
    _("Nothing was removed."),
    _("Used in: %(words)s."),
    _("Take it out of those posts first, or leave it here."),
    _("Nothing is chosen."),
    _("Choose a picture first."),
    _("The rights were not understood."),
    _("Look at the date and try again."),
    _("No small picture could be made of this file."),
    _("Open the original."),
)
