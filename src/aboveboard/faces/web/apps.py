"""The pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "aboveboard.faces.web"
    label = "web"
