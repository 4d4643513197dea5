"""Knowledge that is typed into the page, and what findings rest on, in the page's language."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from aboveboard.brand.models import Upload
from aboveboard.brand.reading import read
from aboveboard.check.models import Finding
from aboveboard.faces.web.editor.notes import _source
from aboveboard.measure.tests.making import Place, make_place

BY = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def place(settings: Any, tmp_path: Any) -> Place:
    settings.MEDIA_ROOT = tmp_path
    return make_place()


def sent(place: Place, **fields: str) -> int:
    client = Client()
    client.force_login(place.owner, BY)
    return client.post(reverse("knowledge"), fields).status_code


@pytest.mark.django_db
def test_what_is_typed_becomes_a_file_of_that_name(place: Place) -> None:
    assert (
        sent(place, name=" Opening   hours ", words="Open from 9 to 5.\nClosed on Monday.") == 302
    )
    [upload] = Upload.objects.filter(brand=place.brand)
    assert upload.name == "Opening hours.md"
    texts = [one.text for one in read(upload.name, bytes(upload.data)).passages]
    assert texts == ["Open from 9 to 5.", "Closed on Monday."]


@pytest.mark.django_db
def test_paragraphs_and_marks_are_kept(place: Place) -> None:
    words = "# Hours\n\nOpen from 9 to 5\nbut closed on Monday."
    assert sent(place, name="Hours.md", words=words) == 302
    [upload] = Upload.objects.filter(brand=place.brand)
    assert (upload.name, bytes(upload.data)) == ("Hours.md", words.encode())


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"name": "", "words": "Open."}, {"name": "Hours", "words": ""}])
def test_neither_name_nor_words_may_be_missing(place: Place, fields: dict[str, str]) -> None:
    assert sent(place, **fields) == 422
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("code", "source", "text", "shown"),
    [
        (
            "language",
            "counted",
            "Everyday words: German 9, English 0",
            "Everyday words: German 9, English 0 (counted)",
        ),
        (
            "ungrounded",
            "prices.md, line 3",
            "Entry is €4.",
            "Nearest: “Entry is €4.” (prices.md, line 3)",
        ),
        (
            "ai_testimony",
            "the record",
            "A model wrote words of it.",
            "A model wrote words of it. (the record)",
        ),
    ],
)
def test_what_a_finding_rests_on(code: str, source: str, text: str, shown: str) -> None:
    finding = Finding(code=code, evidence=[{"source": source, "text": text}], rule="A rule")
    assert _source(finding) == shown


@pytest.mark.parametrize(
    ("code", "source", "text", "shown"),
    [
        (
            "language",
            "counted",
            "Everyday words: German 9, English 0",
            "Alltagswörter: Deutsch 9, Englisch 0 (gezählt)",
        ),
        (
            "voice",
            "measured",
            "forms of words: 1.5 standard deviations off",
            "Wortformen: 1,5 Standardabweichungen daneben (gemessen)",
        ),
        (
            "sameness",
            "things in threes: 3 here, in people's texts 0.25 of 100 words",
            "salt, sun and wind",
            "„salt, sun and wind“ (Dinge zu dritt: hier 3, in Texten von Menschen 0,25 auf "
            "100 Wörter)",
        ),
        (
            "readability",
            "Flesch (1948)",
            "12, hard from 30 on; 90 words in 3 sentences, the longest of 44",
            "12, schwer ab 30; 90 Wörter in 3 Sätzen, der längste mit 44 (Flesch (1948))",
        ),
    ],
)
def test_it_is_told_in_the_language_of_the_page(
    code: str, source: str, text: str, shown: str
) -> None:
    finding = Finding(code=code, evidence=[{"source": source, "text": text}], rule="A rule")
    with translation.override("de"):
        assert _source(finding) == shown
