"""What people type about themselves, cleaned or refused with the mend named."""

import unicodedata

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from aboveboard.kernel.errors import Invalid
from aboveboard.people.models import User

# Joiners and direction marks, which Persian, Hindi, Arabic and Hebrew names may need.
_KEPT_FORMATS = {"\u200c", "\u200d", "\u200e", "\u200f"}


def clean_name(value: str, *, what: str = "name") -> str:
    """A name in NFC without outer spaces. Raises Invalid when empty, over 120, or not one line."""
    name = unicodedata.normalize("NFC", value).strip()
    if not name:
        raise Invalid(f"The {what} is empty. Nothing was changed.", mend=f"Write a {what}.")
    if len(name) > 120:
        raise Invalid(
            f"The {what} has {len(name)} characters. Nothing was changed.",
            mend="Use at most 120.",
            code="name_length",
        )
    if any(_is_hidden(char) for char in name):
        raise Invalid(
            f"The {what} holds a line break or an invisible control character.",
            mend="Type it again by hand. Nothing was changed.",
            code="name_characters",
        )
    return name


def clean_email(value: str) -> str:
    """An e-mail address in lower case. Raises Invalid when it is none."""
    email = value.strip().lower()
    try:
        if any(_is_hidden(char) for char in email):
            raise ValidationError("control character")
        validate_email(email)
        if len(email) > 254:
            raise ValidationError("too long")
    except ValidationError:
        raise Invalid(
            f"“{value.strip()[:80]}” is not an e-mail address. Nothing was changed.",
            mend="Write it like name@example.org.",
            code="email",
        )
    return email


def check_new_password(password: str, *, user: User) -> None:
    """Raises Invalid, saying all that is amiss, for a password that is too easy to guess."""
    try:
        if not is_storable(password) or len(password) > 1024:
            raise ValidationError("It is longer than 1,024 characters, or some are no characters.")
        validate_password(password, user)
    except ValidationError as error:
        raise Invalid(
            f"This password cannot be used. {' '.join(error.messages)}",
            mend="Choose another: a few unrelated words are easy to keep and hard to guess.",
            code="password",
        )


def is_storable(text: str) -> bool:
    """Whether a text is Unicode that PostgreSQL keeps: no NUL, no half of a surrogate pair."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and (
        char not in _KEPT_FORMATS
    )
