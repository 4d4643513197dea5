"""The stage `review` as a Django app."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "aboveboard.review"
    label = "review"
