"""Django's settings, all of them derived from `Options`.

The rest of the house reads `settings.PUBLIC_URL`, `settings.ALLOW_HOSTS` (for `kernel.http`),
`settings.SECRET_KEYS` (for a `Vault`), `settings.ABOVEBOARD` (all options) and
`settings.ABOVEBOARD_EMBEDDED` (the studio's own PostgreSQL, or None when DATABASE_URL names one).
"""

import os
from functools import partial
from pathlib import Path
from typing import cast

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from aboveboard.config.database import database
from aboveboard.config.embedded import Embedded
from aboveboard.config.files import files
from aboveboard.config.hosts import allowed_hosts, trusted_origins
from aboveboard.config.keys import add_key, secret_keys, signing_key
from aboveboard.config.logs import logging_config
from aboveboard.config.mail import mail
from aboveboard.config.options import Options, read_options, unknown_variables

PACKAGE = Path(__file__).resolve().parent.parent

ABOVEBOARD: Options = read_options()
ABOVEBOARD_EMBEDDED: Embedded | None = (
    None if ABOVEBOARD.database_url else Embedded(ABOVEBOARD.home)
)
PUBLIC_URL = ABOVEBOARD.url
LAW = str(ABOVEBOARD.law or "")
ALLOW_HOSTS = ABOVEBOARD.allow_hosts
# What looks like a setting of ours and is none, for `aboveboard doctor`.
UNKNOWN_VARIABLES = unknown_variables(os.environ)
# Lazy, so that a command that needs no key leaves no key file behind.
SECRET_KEYS = cast(tuple[str, ...], SimpleLazyObject(lambda: secret_keys(ABOVEBOARD)))
ADD_KEY = partial(add_key, ABOVEBOARD)

DEBUG = ABOVEBOARD.debug
SECRET_KEY = cast(str, SimpleLazyObject(lambda: signing_key(SECRET_KEYS[0])))
SECRET_KEY_FALLBACKS = cast(
    list[str], SimpleLazyObject(lambda: [signing_key(key) for key in SECRET_KEYS[1:]])
)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "procrastinate.contrib.django",
    "aboveboard.ledger",
    "aboveboard.people",
    "aboveboard.brand",
    "aboveboard.plan",
    "aboveboard.create",
    "aboveboard.disclose",
    "aboveboard.check",
    "aboveboard.review",
    "aboveboard.publish",
    "aboveboard.measure",
    "aboveboard.learn",
    "aboveboard.faces.web",
]

MIDDLEWARE = [
    "aboveboard.config.middleware.known_host",
    "aboveboard.config.middleware.secure_headers",
    "django.middleware.security.SecurityMiddleware",
    "aboveboard.config.static_files.StaticFiles",
    "aboveboard.config.middleware.cookies_fit_scheme",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "aboveboard.faces.web.studio.KindErrors",
]

ROOT_URLCONF = "aboveboard.config.urls"
ASGI_APPLICATION = "aboveboard.config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Named besides APP_DIRS so that our pages stand before those of allauth.
        "DIRS": [PACKAGE / "faces" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {
    "default": database(ABOVEBOARD_EMBEDDED.url if ABOVEBOARD_EMBEDDED else ABOVEBOARD.database_url)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- who comes in ------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "aboveboard.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation has shown that the address is theirs
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ABOVEBOARD.is_https else "http"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

MFA_ADAPTER = "aboveboard.people.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Browsers offer passkeys over plain HTTP on localhost alone; this does not widen that.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ABOVEBOARD.is_https

# -- the way in --------------------------------------------------------------------------------

ALLOWED_HOSTS = allowed_hosts(ABOVEBOARD)
CSRF_TRUSTED_ORIGINS = trusted_origins(ABOVEBOARD)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ABOVEBOARD.is_https else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Browsers share cookies between the ports of a host; two studios there must not sign each
# other's people out. `Secure` is set per request (middleware.cookies_fit_scheme).
SESSION_COOKIE_NAME = f"aboveboard_session_{ABOVEBOARD.port}"
CSRF_COOKIE_NAME = f"aboveboard_csrf_{ABOVEBOARD.port}"
LANGUAGE_COOKIE_NAME = "aboveboard_language"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000  # text of a form, in bytes; files stream to disk
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# Every file goes to the disk as it comes, so that all are looked at in one way.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

# -- language and time -------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("nl", _("Dutch")),
    ("fr", _("French")),
    ("de", _("German")),
    ("hu", _("Hungarian")),
]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = "aboveboard.faces.web.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# -- files -------------------------------------------------------------------------------------

MEDIA_ROOT = ABOVEBOARD.home / "media"
MEDIA_URL = "/media/"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "static"
_collected = not DEBUG and (STATIC_ROOT / "staticfiles.json").exists()
# Also what gathers them (`config/collect.py`).
PAGE_FILES = "aboveboard.faces.web.storage.PageFiles"
WHITENOISE_USE_FINDERS = not _collected
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": files(ABOVEBOARD),
    "staticfiles": {
        "BACKEND": PAGE_FILES
        if _collected
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# -- mail and logs -----------------------------------------------------------------------------

_mail = mail(ABOVEBOARD.mail_url)
EMAIL_BACKEND = _mail.backend
EMAIL_FILE_PATH = ABOVEBOARD.home / "mail"
EMAIL_HOST = _mail.host
EMAIL_PORT = _mail.port
EMAIL_HOST_USER = _mail.user
EMAIL_HOST_PASSWORD = _mail.password
EMAIL_USE_TLS = _mail.starttls
EMAIL_USE_SSL = _mail.tls
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = ABOVEBOARD.mail_from
SERVER_EMAIL = ABOVEBOARD.mail_from

LOGGING = logging_config(ABOVEBOARD.log_level)
