"""The shapes in which a model must answer, as pydantic models, and their JSON schemas.

A shape bounds what is asked for (the schema that goes out) and checks what came (validation and
`fitting`), so that nothing beyond it reaches the stages.
"""

import json
import re
from abc import ABC, abstractmethod
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

MAX_DRAFTS = 12
MAX_SOURCES = 4
# A grammar of llama.cpp unrolls a bounded string, and refuses bounds of a few thousand.
MAX_BOUND_IN_SCHEMA = 1000

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without control characters (line feeds and tabs stay) and lone surrogates."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _said(text: str) -> str:
    text = clean(text).strip()
    # A weak model hands the example's ellipsis back.
    if not any(character.isalnum() for character in text):
        raise ValueError("a text without a word")
    return text


Said = Annotated[str, AfterValidator(_said)]


class Result(BaseModel, ABC):
    """One typed answer. Frozen, and closed to fields that were not asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # Whether its lists hold as many texts as the instruction counts; else their own bounds hold.
    counted: ClassVar[bool] = False

    @abstractmethod
    def texts(self) -> list[str]:
        """Every text that the model wrote."""

    @abstractmethod
    def fitting(self, limit: int) -> Self | None:
        """The part of it whose texts have `limit` characters at most, None when there is none."""

    @classmethod
    @abstractmethod
    def example(cls, count: int) -> str:
        """The shape in JSON, for a model that cannot be held to a schema."""


class Drafts(Result):
    """Several independent texts for one brief."""

    counted: ClassVar[bool] = True

    drafts: list[Said] = Field(min_length=1, max_length=MAX_DRAFTS)

    def texts(self) -> list[str]:
        return list(self.drafts)

    def fitting(self, limit: int) -> Self | None:
        kept = [draft for draft in self.drafts if len(draft) <= limit]
        return type(self)(drafts=kept) if kept else None

    @classmethod
    def example(cls, count: int) -> str:
        return json.dumps({"drafts": ["…"] * count}, ensure_ascii=False)


class Rewrite(Result):
    """One text in the place of another."""

    text: Said

    def texts(self) -> list[str]:
        return [self.text]

    def fitting(self, limit: int) -> Self | None:
        return self if len(self.text) <= limit else None

    @classmethod
    def example(cls, count: int) -> str:
        return '{"text": "…"}'


class Idea(BaseModel):
    """Something to say, and the numbers of the quoted sources that it rests on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    heading: Said
    angle: Said
    sources: list[int] = Field(max_length=MAX_SOURCES)


class Ideas(Result):
    """Several ideas for posts."""

    counted: ClassVar[bool] = True

    ideas: list[Idea] = Field(min_length=1, max_length=MAX_DRAFTS)

    def texts(self) -> list[str]:
        return [text for idea in self.ideas for text in (idea.heading, idea.angle)]

    def fitting(self, limit: int) -> Self | None:
        kept = [one for one in self.ideas if max(len(one.heading), len(one.angle)) <= limit]
        return type(self)(ideas=kept) if kept else None

    @classmethod
    def example(cls, count: int) -> str:
        one = {"heading": "…", "angle": "…", "sources": [1]}
        return json.dumps({"ideas": [one] * count}, ensure_ascii=False)


def schema_for(wants: type[Result], *, limit: int, count: int) -> dict[str, Any]:
    """The JSON schema of a shape, its strings bound to `limit` characters.

    The lists of a counted shape are bound to `count`; those of another have bounds of their own.
    """

    def bound(node: Any) -> Any:
        if isinstance(node, list):
            return [bound(item) for item in node]
        if not isinstance(node, dict):
            return node
        node = {key: bound(value) for key, value in node.items() if key != "title"}
        if node.get("type") == "string":
            node["minLength"] = 1
            if limit <= MAX_BOUND_IN_SCHEMA:
                node["maxLength"] = limit
        # A list of numbers is as long as its own shape says.
        counts = wants.counted and node.get("items", {}).get("type") != "integer"
        if node.get("type") == "array" and counts:
            node["minItems"] = node["maxItems"] = min(count, MAX_DRAFTS)
        return node

    schema: dict[str, Any] = bound(wants.model_json_schema())
    schema.pop("description", None)
    return schema
