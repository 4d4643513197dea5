"""The stage `plan` as a Django app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "aboveboard.plan"
    label = "plan"
