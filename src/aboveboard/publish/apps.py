"""The stage `publish` as a Django app."""

from django.apps import AppConfig


class PublishConfig(AppConfig):
    name = "aboveboard.publish"
    label = "publish"
