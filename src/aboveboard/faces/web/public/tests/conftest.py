"""Parts for the tests of the public pages."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from aboveboard.measure.tests.making import Place, make_place

Get = Callable[..., "Page"]


class Page(BeautifulSoup):
    """A page as it was answered; the elements that a test asks for are there."""

    answer: Any
    select_one: Any


def one(tag: Tag, selector: str) -> Tag:
    """The element that must be there."""
    found = tag.select_one(selector)
    assert found is not None, selector
    return found


@pytest.fixture
def place(db: None, settings: Any, tmp_path: Any) -> Place:
    settings.MEDIA_ROOT = tmp_path
    return make_place()


@pytest.fixture
def get(client: Client) -> Get:
    """A page by its path, which is answered with `status`."""

    def fetch(path: str, status: int = 200, **headers: str) -> Page:
        answer = client.get(path, headers=headers)
        assert answer.status_code == status, path
        page = Page(answer.content, "html.parser")
        page.answer = answer
        return page

    return fetch
