"""Every text of the pages is there in every language, whole, and within the rules of the house."""

import gettext
import io
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from django.conf import settings

import translations
from translations import PLURALS, faults, forms_of, in_code, problems, read

PAIR = ("%(n)s post", "%(n)s posts")


def fault_of(source: str | tuple[str, str], target: str | tuple[str, str]) -> str:
    catalog = Catalog(locale="nl")
    catalog.add(source, target)
    return "; ".join(faults(catalog[source]))


@pytest.fixture(scope="module")
def code() -> Catalog:
    return in_code()


@pytest.mark.parametrize("language", PLURALS)
def test_every_text_is_there(code: Catalog, language: str) -> None:
    assert len(code) > 500
    found = problems(language, code)
    assert found == [], "run tools/translations.py extract, then translate what is listed"


def test_the_languages_are_those_of_the_settings() -> None:
    assert {"en", *PLURALS} == {code for code, _ in settings.LANGUAGES}
    assert list(settings.LOCALE_PATHS) == [translations.LOCALE]


@pytest.mark.parametrize("language", PLURALS)
def test_plural_forms_are_chosen_by_the_language(language: str) -> None:
    """From the catalog as it would be compiled now, not from the .mo files in the tree."""
    compiled = io.BytesIO()
    write_mo(compiled, read(language))
    compiled.seek(0)
    there = gettext.GNUTranslations(compiled)
    one, many = forms_of(read(language)[PAIR].string)
    assert [there.ngettext(*PAIR, n) for n in (1, 2, 11)] == [one, many, many]
    assert there.ngettext(*PAIR, 0) == (one if language == "fr" else many)


@pytest.mark.parametrize(
    ("source", "target", "fault"),
    [
        ("Saved", "", "no translation"),
        ("Saved", "Opgeslagen!", "an exclamation mark"),
        ("Saved.", "Opgeslagen", "another end"),
        (" of it", "ervan", "other blanks"),
        ("By %(who)s", "Door %(wie)s", "other placeholders"),
        ("By %(who)s", "Door iemand", "other placeholders"),
        ("%(n)s %% of it", "%(n)s % ervan", "other placeholders"),
        ("<b>%(n)s</b> of it", "%(n)s ervan", "other markup"),
        ("Look at “it”", "Kijk 'ernaar'", "a straight quotation mark"),
        (PAIR, ("bericht", "berichten"), "other placeholders"),
        (PAIR, ("%(n)s bericht", ""), "no translation"),
    ],
)
def test_what_is_not_in_order_is_told(
    source: str | tuple[str, str], target: str | tuple[str, str], fault: str
) -> None:
    assert fault in fault_of(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("%(n)s %% of it", "%(n)s %% ervan"),
        ("<b>%(n)s</b> of it", "daarvan <b>%(n)s</b>"),
        (PAIR, ("%(n)s bericht", "%(n)s berichten")),
        (PAIR, ("één bericht", "%(n)s berichten")),
        (("One post", "%(n)s posts"), ("%(n)s bericht", "%(n)s berichten")),
    ],
)
def test_what_is_in_order_is_left_alone(
    source: str | tuple[str, str], target: str | tuple[str, str]
) -> None:
    assert fault_of(source, target) == ""


def test_texts_are_found_wherever_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text(
        "_('a word')\ngettext_lazy('one ' 'two')\nngettext('a row', 'rows', n)\n"
        "pgettext('noun', 'post')\n_(name)\n_(f'{name} here')\n"
        "from django.utils.translation import gettext as _now\n_now('under an alias')\n"
    )
    (tmp_path / "b.html").write_text(
        "{% load i18n %}{% translate 'in a tag' %}{{ _('in a value') }}"
        "{% include 'x.html' with title=_('in an argument') %}"
        "{% translate 'post' context 'verb' %}"
        "{% blocktranslate with n=x %}{{ n }} % of it{% endblocktranslate %}"
        "{% blocktranslate asvar y %}kept{% endblocktranslate %}"
        "{% blocktranslate count n=x %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}"
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "c.py").write_text("_('in a test')\n")
    monkeypatch.setattr(translations, "SRC", tmp_path)
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    found = {(message.context, message.id) for message in in_code() if message.id}
    assert found == {
        (None, "a word"),
        (None, "one two"),
        (None, ("a row", "rows")),
        (None, "under an alias"),
        ("noun", "post"),
        ("verb", "post"),
        (None, "in a tag"),
        (None, "in a value"),
        (None, "in an argument"),
        (None, "%(n)s %% of it"),
        (None, "kept"),
        (None, ("%(n)s row", "%(n)s rows")),
    }
