"""Every setting and every command is in the documents, and no other setting is read."""

import json
import re

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.channels.registry import networks
from aboveboard.check.guards import GUARDS
from aboveboard.check.measuring import MEASURED, judged, score
from aboveboard.config.options import PREFIX, Options, variable
from guards_page import MEASURES, PAGES, pages
from labels_page import labels_page
from tests.architecture.house import sources
from write_docs import (
    COMMANDS,
    GUIDES,
    LABELS,
    LOCK,
    NETWORKS,
    SETTINGS,
    commands_page,
    lock_page,
    networks_page,
    settings_page,
)


def test_the_settings_page_is_as_the_code_has_it() -> None:
    assert SETTINGS.read_text() == settings_page(), "run make docs"


def test_every_setting_is_explained() -> None:
    short = [
        name for name, field in Options.model_fields.items() if len(field.description or "") < 20
    ]
    assert short == []


def test_the_code_reads_no_setting_that_there_is_not() -> None:
    known = {variable(name) for name in Options.model_fields}
    used = {
        name
        for path in sources(".py", ".html")
        for name in re.findall(rf"\b{PREFIX}[A-Z_]+\b", path.read_text())
    }
    assert used - known - {"ABOVEBOARD_EMBEDDED"} == set()


def test_the_commands_page_is_as_the_code_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["aboveboard", "--help"])
    page = commands_page()
    assert page.count("\n## ") > 15
    assert COMMANDS.read_text() == page, "run make docs"


def test_the_networks_page_is_as_the_adapters_have_it() -> None:
    assert NETWORKS.read_text() == networks_page(), "run make docs"


def test_the_figures_of_the_fact_lock_are_as_measured() -> None:
    assert LOCK.read_text() == lock_page(), "run make docs"


def test_the_pages_of_the_guards_are_as_measured() -> None:
    assert {place: place.read_text() for place in pages()} == pages(), "run make docs"
    assert {path.stem for path in PAGES.glob("*.md")} == {guard.code for guard in GUARDS}


@pytest.mark.slow
@pytest.mark.networks
@pytest.mark.parametrize("guard", MEASURED)
def test_the_figures_of_the_guards_are_what_the_sets_give(guard: str) -> None:
    """Of one language each: all of them take minutes, and `make docs` counts them."""
    language = LANGUAGES[MEASURED.index(guard) % len(LANGUAGES)]
    told = json.loads(MEASURES.read_text())["held"][guard][language]
    counted = score(judged(guard, language, "held"))
    assert counted.f1
    assert told["f1"][0] == pytest.approx(counted.f1.value, abs=0.001), "run make docs"


def test_the_table_of_labels_is_as_the_rules_have_it() -> None:
    assert LABELS.read_text() == labels_page(), "run make docs"


def test_every_network_has_a_page_that_says_how_to_get_its_keys() -> None:
    assert {path.stem for path in GUIDES.glob("*.md")} == set(networks())
