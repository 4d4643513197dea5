"""The studio's own settings, with the pages' files as they lie in the checkout."""

from aboveboard.config.settings import *  # noqa: F403
from aboveboard.config.settings import STORAGES as _STORAGES

STORAGES = _STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
