"""The stage `check` as a Django app."""

from django.apps import AppConfig


class CheckConfig(AppConfig):
    name = "aboveboard.check"
    label = "check"
