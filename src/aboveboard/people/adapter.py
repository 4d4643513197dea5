"""How django-allauth behaves here: nobody signs up by themselves, and secrets are sealed."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

from aboveboard.kernel.secrets import Vault

_NAME = "totp"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from `people.actions` (set-up and invitations), never from a form."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return "/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return "/"


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of one-time codes sealed with the installation's keys."""

    def encrypt(self, text: str) -> str:
        return Vault(settings.SECRET_KEYS).seal({_NAME: text}).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return Vault(settings.SECRET_KEYS).open(encrypted_text.encode())[_NAME]

    def get_totp_issuer(self) -> str:
        return "Aboveboard"
