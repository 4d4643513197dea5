"""Each kind of entry that a post's public record can show stands there in words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from aboveboard.faces.web.public import record_words

SRC = Path(__file__).resolve().parents[4]
# What the record of a post shows entries about.
SHOWN = {"post", "variant", "delivery", "approval"}
ENTERS = {"enter", "_enter", "Line"}
KIND = re.compile(r"[a-z_{}]+(\.[a-z_{}]+)+")
# What stands in the holes of kinds that are put together.
HOLES = {
    "amendment.asked.{}": ("edit", "delete"),
    "amendment.approved.{}": ("edit", "delete"),
    "correction.{}": ("left", "recalled", "taken"),
    "delivery.{}": ("sent", "unknown", "refused", "held", "edited", "taken_down"),
    "suggestion.{}": ("taken", "refused"),
}


def kinds() -> Iterator[str]:
    """What the code enters about a post, its texts and deliveries; with holes as {}."""
    for path in SRC.rglob("*.py"):
        if {"tests", "migrations"} & set(path.relative_to(SRC).parts):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        # A module that enters by a function of its own says there what about.
        own = {subject(call) for call in calls(tree) if call.keywords} - {""}
        for call in calls(tree):
            about = {subject(call)} if subject(call) else own
            if about & SHOWN:
                yield from filter(KIND.fullmatch, map(said, call.args))
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                pairs = zip(node.keys, node.values, strict=True)
                yield from (
                    said(value)
                    for key, value in pairs
                    if key and said(key) == "kind" and said(value).startswith("delivery.")
                )


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        name = getattr(node, "func", None)
        if isinstance(node, ast.Call) and ENTERS & {
            getattr(name, "id", ""),
            getattr(name, "attr", ""),
        }:
            yield node


def subject(call: ast.Call) -> str:
    """What an entry is about, where the call says so itself."""
    if getattr(call.func, "attr", "") == "Line":
        return said(call.args[3])
    return next((said(one.value) for one in call.keywords if one.arg == "subject_kind"), "")


def said(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(
        str(one.value)
        if isinstance(one, ast.Constant)
        else "{}"
        if isinstance(node, ast.JoinedStr)
        else ""
        for one in parts
    )


@pytest.mark.slow
def test_each_kind_has_words() -> None:
    found = set(kinds())
    assert {"finding.left", "variant.approved", "post.created", "delivery.held"} <= found
    holes = {kind for kind in found if "{}" in kind}
    assert holes == set(HOLES), "say what stands in the holes of a kind"
    whole = {kind.format(one) for kind in holes for one in HOLES[kind]} | (found - holes)
    assert sorted(kind for kind in whole if record_words.act(kind) == kind) == []
