"""The stage `create` as a Django app."""

from django.apps import AppConfig


class CreateConfig(AppConfig):
    name = "aboveboard.create"
    label = "create"
