"""Lived experience claimed by who has none, in five languages."""

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.check.context import Context
from aboveboard.check.guards.ai_testimony import claims
from aboveboard.check.measuring import judged, ordinary, score
from aboveboard.check.tests.cases import TODAY

VIRTUAL = Context.model_validate({"author": "virtual"})
QUOTE = "“I cried at the end,” says Maya."


def words(text: str, language: str = "en", context: Context = VIRTUAL) -> list[str]:
    found = read(Text(text=text, lang=language, context=context), today=TODAY, only="ai_testimony")
    return [text[one.start : one.end] for one in found.findings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_set_is_judged_as_it_was_when_it_was_built(language: str) -> None:
    reached = score(judged("ai_testimony", language, "built"))
    assert reached.f1
    assert reached.f1.value >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_posts_claim_nothing(language: str) -> None:
    assert [text for text in ordinary(language) if list(claims(text, language))] == []


def test_who_wrote_decides() -> None:
    text = "My knees hurt after the run."
    assert words(text) == ["My knees"]
    generated = Context.model_validate({"ai": {"text": "generated"}})
    assert words(text, context=generated) == ["My knees"]
    assert words(text, context=Context.model_validate({"ai": {"text": "assisted"}})) == []


def test_a_quotation_passes_with_the_consent_of_who_is_quoted() -> None:
    agreed = "Consent: Maya Torres, quote, 3 November 2026"
    assert words(QUOTE) == ["I cried"]
    with_consent = VIRTUAL.model_copy(update={"evidence": (agreed,)})
    assert words(QUOTE, context=with_consent) == []
    assert words(QUOTE.replace("Maya", "Ines"), context=with_consent) == ["I cried"]
    other = VIRTUAL.model_copy(update={"evidence": ("Maya Torres sells lamps.",)})
    assert words(QUOTE, context=other) == ["I cried"]
