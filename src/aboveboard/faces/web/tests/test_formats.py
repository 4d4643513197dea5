"""Days are written in each language as its readers do, by names that every language has."""

import importlib
import re
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import formats, translation

from aboveboard.faces.web.quoting import quoted

WEB = Path(__file__).resolve().parents[1]
DJANGOS = {"SHORT_DATE_FORMAT", "YEAR_MONTH_FORMAT"}
MONDAY = datetime(2026, 11, 23, 9, 5)  # noqa: DTZ001  a wall clock's day


def names(language: str) -> set[str]:
    module = importlib.import_module(f"{settings.FORMAT_MODULE_PATH}.{language}.formats")
    return {name for name in vars(module) if name.isupper()}


def used() -> set[str]:
    found: set[str] = set()
    for path in WEB.rglob("*"):
        if path.suffix in {".py", ".html"} and "tests" not in path.parts:
            text = path.read_text(encoding="utf-8")
            found |= set(re.findall(r"""date:["']([A-Z_]{4,})["']""", text))
            found |= set(re.findall(r"""date_format\(.*["']([A-Z_]{4,})["']\)""", text))
    return found


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_language_has_every_name(language: str) -> None:
    assert names(language) == used() - DJANGOS


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("en", "Monday, 23 November", "23 Nov, 09:05"),
        ("nl", "maandag 23 november", "23 nov, 09:05"),
        ("fr", "lundi 23 novembre", "23 nov., 09:05"),
        ("de", "Montag, 23. November", "23. Nov., 09:05"),
        ("hu", "november 23., hétfő", "nov. 23., 09:05"),
    ],
)
def test_a_day_in_each_language(language: str, long: str, short: str) -> None:
    with translation.override(language):
        assert formats.date_format(MONDAY, "LONG_DAY") == long
        assert formats.date_format(MONDAY, "SHORT_DAY_TIME") == short


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "“a”"), ("nl", "‘a’"), ("fr", "«\u00a0a\u00a0»"), ("de", "„a“"), ("hu", "„a”")],
)
def test_quotation_marks_are_those_of_the_language(language: str, shown: str) -> None:
    with translation.override(language):
        assert quoted("a") == shown
