"""Gathers the pages' files under hashed names: `python -m aboveboard.config.collect`."""

import os
import shutil

import django
from django.conf import settings
from django.core.management import call_command


def collect() -> None:
    """Fill STATIC_ROOT anew, whether or not it was filled before."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "aboveboard.config.settings"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": settings.PAGE_FILES}}
    django.setup()
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    collect()
