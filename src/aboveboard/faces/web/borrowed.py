"""Sentences of django-allauth that our pages show, said in our words in every language.

Its catalogs address people in other ways than ours do (docs/words.md); ours come before them.
"""

from django.utils.translation import gettext_noop as _

BORROWED = (
    _("Forgot your password?"),
    _("The email address and/or password you specified are not correct."),
    _("Too many failed login attempts. Try again later."),
    _("Please type your current password."),
    _("You must type the same password each time."),
    _("Please reauthenticate to safeguard your account."),
    _("Enter your password:"),
    _("Incorrect code."),
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
)
