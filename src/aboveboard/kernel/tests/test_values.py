"""Ids that sort, hashes that agree, secrets that survive a change of keys, figures."""

import json
import random
import time
from uuid import RFC_4122

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.kernel.digest import Json, canonical, digest, sha256
from aboveboard.kernel.errors import AboveboardError, Conflict, Forbidden, Invalid, NotFound
from aboveboard.kernel.figures import Figure
from aboveboard.kernel.ids import new_id
from aboveboard.kernel.secrets import Vault, new_key

_TEXT = st.text(st.characters(codec="utf-8"))
_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def test_ids_are_of_version_7_and_sort_by_time() -> None:
    ids = [new_id() for _ in range(2_000)]
    assert len(set(ids)) == len(ids)
    assert {one.version for one in ids} == {7}
    assert {one.variant for one in ids} == {RFC_4122}
    millis = [one.int >> 80 for one in ids]
    assert millis == sorted(millis)
    assert abs(millis[-1] / 1000 - time.time()) < 5


@settings(max_examples=40, deadline=None)
@given(_JSON)
def test_canonical_json_reads_back_and_is_stable(value: Json) -> None:
    written = canonical(value)
    assert canonical(json.loads(written)) == written
    assert digest(value) == sha256(written.encode())


@given(st.dictionaries(_TEXT, st.integers(), max_size=6), st.randoms())
def test_the_order_of_keys_does_not_matter(value: dict[str, int], chance: random.Random) -> None:
    items = list(value.items())
    chance.shuffle(items)
    assert canonical(dict(items)) == canonical(value)


def test_canonical_json_is_exact() -> None:
    assert canonical({"b": ["é", 1, True, None], "a": "\u2028\n"}) == (
        '{"a":"\u2028\\n","b":["é",1,true,null]}'
    )
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))


@given(st.dictionaries(_TEXT, _TEXT, max_size=4))
def test_a_secret_opens_again(values: dict[str, str]) -> None:
    vault = Vault([new_key()])
    sealed = vault.seal(values)
    assert vault.open(memoryview(sealed)) == values  # type: ignore[arg-type]
    assert not any(len(v) > 6 and v.encode() in sealed for v in values.values())


def test_secrets_outlive_a_change_of_keys() -> None:
    old, new = new_key(), new_key()
    sealed = Vault([old]).seal({"token": "s3cret"})
    both = Vault([new, old])
    assert both.open(sealed) == {"token": "s3cret"}
    turned = both.turn(sealed)
    assert Vault([new]).open(turned) == {"token": "s3cret"}
    for attempt in (Vault([new]).open, Vault([new]).turn):
        with pytest.raises(Invalid, match="cannot be opened") as raised:
            attempt(sealed)
        assert raised.value.code == "secret"
    with pytest.raises(Invalid):
        both.open(b"junk")


def test_errors_speak_and_carry_a_code() -> None:
    error = Invalid("It is empty.", mend="Write something.")
    assert (str(error), error.code, error.status) == (
        "It is empty. Write something.",
        "invalid",
        422,
    )
    assert str(NotFound("It is gone.")) == "It is gone."
    assert [kind.status for kind in (AboveboardError, Forbidden, NotFound, Conflict)] == [
        400,
        403,
        404,
        409,
    ]


def test_a_figure_says_how_far_its_limit_is_kept() -> None:
    assert Figure.at_most("draft", 50, "ms", limit=100).ratio == 2
    assert Figure.at_least("publish", 50, "posts/s", limit=100).ratio == 0.5
    assert Figure.at_most("draft", 0, "ms", limit=100).ratio == float("inf")
    shown = Figure.at_least("publish", 123.456, "posts/s", limit=100, extra={"n": 3}).as_json()
    assert shown["figure"] == 123.5
    assert shown["extra"] == {"n": 3}
