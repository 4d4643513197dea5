"""The stage `measure` as a Django app."""

from django.apps import AppConfig


class MeasureConfig(AppConfig):
    name = "aboveboard.measure"
    label = "measure"
