"""The studio as an ASGI application, which `aboveboard web` serves."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.checks.urls import check_url_config

from aboveboard.config.body_limit import limit_body
from aboveboard.kernel import memory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aboveboard.config.settings")

# Requests run on threads of their own here, so connections are shared between them.
settings.DATABASES["default"]["OPTIONS"]["pool"] = {
    "min_size": 1,
    "max_size": settings.ABOVEBOARD.database_pool,
    "timeout": 10,
}

application = limit_body(get_asgi_application(), megabytes=settings.ABOVEBOARD.upload_mb)

# The pages are loaded now, not with the first request.
check_url_config(None)
memory.settle()
