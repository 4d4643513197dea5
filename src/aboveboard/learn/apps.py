"""The stage `learn` as a Django app."""

from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "aboveboard.learn"
    label = "learn"
