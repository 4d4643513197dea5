"""The shapes: what they let through, and the schema they ask with."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from aboveboard.ai.results import Drafts, Ideas, Result, Rewrite, clean, schema_for
from aboveboard.ai.shapes import Headlines, Newsletter, Script, Slides


@given(st.text())
def test_clean_text_can_be_stored_and_shown(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode()


@given(st.lists(st.text(min_size=1), min_size=1, max_size=12), st.integers(1, 30))
def test_fitting_keeps_the_texts_within_the_limit_in_their_order(
    texts: list[str], limit: int
) -> None:
    try:
        drafts = Drafts(drafts=texts)
    except ValidationError:
        assert any(not any(c.isalnum() for c in text) for text in texts)
        return
    fitting = drafts.fitting(limit)
    kept = fitting.texts() if fitting else []
    assert kept == [text for text in drafts.texts() if len(text) <= limit]


@pytest.mark.parametrize(
    ("shape", "bad"),
    [
        (Drafts, {"drafts": []}),
        (Drafts, {"drafts": ["a", " \n"]}),
        (Drafts, {"drafts": "a"}),
        (Drafts, {"drafts": ["a"] * 13}),
        (Drafts, {"drafts": ["a"], "note": "b"}),
        (Rewrite, {"text": "\x00"}),
        (Rewrite, {"text": None}),
        (Slides, {"slides": [{"headline": "One", "lines": []}]}),
        (Slides, {"slides": [{"headline": "One", "lines": [""]}] * 2}),
        (Slides, {"slides": [{"headline": "One", "lines": ["a"] * 13}] * 2}),
        (Slides, {"slides": [{"headline": "One", "lines": [], "at": "0:04"}] * 2}),
        (Script, {"beats": []}),
        (Script, {"beats": [{"spoken": "…", "seen": "The sea"}]}),
        (Script, {"beats": [{"spoken": "The sea", "seen": "", "from": 0}]}),
        (Headlines, {"headlines": []}),
        (Newsletter, {"subject": "A", "preview": " ", "body": "b"}),
    ],
)
def test_other_shapes_are_refused(shape: type[Result], bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        shape.model_validate(bad)


SHAPES: list[type[Result]] = [Drafts, Rewrite, Slides, Script, Headlines, Newsletter]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_example_in_words_is_of_the_shape(shape: type[Result]) -> None:
    example = shape.example(1).replace("…", "x")
    read = shape.model_validate_json(example)
    assert len(read.texts()) == example.count('"x"') > 0
    assert read.fitting(1) == read
    assert shape.model_validate_json(example.replace('"x"', '"xy"')).fitting(1) is None
    with pytest.raises(ValidationError):
        shape.model_validate_json(shape.example(1))


def test_a_long_bound_is_left_out_of_the_schema() -> None:
    # llama.cpp refuses a grammar with thousands of repetitions.
    assert "maxLength" in json.dumps(schema_for(Rewrite, limit=1000, count=1))
    assert "maxLength" not in json.dumps(schema_for(Rewrite, limit=1001, count=1))


def test_only_counted_lists_are_bound_to_the_count() -> None:
    wanted = json.dumps(schema_for(Headlines, limit=90, count=6))
    assert '"minItems": 6' in wanted
    assert '"maxItems": 6' in wanted
    slides = json.dumps(schema_for(Slides, limit=90, count=1))
    assert '"minItems": 2' in slides
    assert '"maxItems": 10' in slides
    assert '"maxLength": 90' in slides


def test_a_list_of_numbers_is_bound_by_its_own_shape() -> None:
    schema = schema_for(Ideas, limit=300, count=4)
    idea = schema["$defs"]["Idea"]["properties"]
    assert schema["properties"]["ideas"]["minItems"] == 4
    assert "minItems" not in idea["sources"]
    assert idea["sources"]["maxItems"] == 4
    assert idea["heading"]["maxLength"] == 300
