"""The stage `brand` as a Django app."""

from django.apps import AppConfig


class BrandConfig(AppConfig):
    name = "aboveboard.brand"
    label = "brand"
