"""The stage `ledger` as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "aboveboard.ledger"
    label = "ledger"
