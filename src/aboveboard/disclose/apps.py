"""The stage `disclose` as a Django app."""

from django.apps import AppConfig


class DiscloseConfig(AppConfig):
    name = "aboveboard.disclose"
    label = "disclose"
