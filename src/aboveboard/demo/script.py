"""What the demo's files say: briefs and posts as typed values, read from `demo/posts/*.toml`."""

import tomllib
from datetime import time
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

Person = Literal["marit", "jonas"]
State = Literal["draft", "in_review", "sent_back", "waiting", "held", "sent"]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BriefLine(_Told):
    """A brief; `facts` are beginnings or parts of the knowledge's words."""

    key: str
    title: str
    messages: tuple[str, ...]
    channels: tuple[str, ...]
    campaign: str = ""
    language: str = "en"
    goal: str = ""
    audience: str = ""
    facts: tuple[str, ...] = ()
    ask: str = ""
    link: str = ""
    tags: tuple[str, ...] = ()


class PostLine(_Told):
    """A post and all that happened to it.

    It stands `on` a day counted from today `at` a wall-clock time, or some `hours` from now, or
    nowhere. Its words come from a `brief`, a `model` (then rewritten to `text`), a `template`,
    an `imported` file or a person. `refused` and `unknown` name networks of a sent post; `open`
    is a suggestion that still waits. `likes`, `replies` and `clicks` are what it ends up with.
    """

    title: str
    where: tuple[str, ...]
    by: Person
    on: int | None = None
    at: time | None = None
    hours: int | None = None
    lang: str = "en"
    text: str = ""
    brief: str = ""
    template: str = ""
    imported: str = ""
    asked: str = ""
    model: str = ""
    open: str = ""
    pasted: tuple[str, ...] = ()
    picture: str = ""
    state: State = "draft"
    note: str = ""
    sent_back: str = ""
    said: str = ""
    why: str = ""
    refused: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    likes: int = 0
    replies: int = 0
    clicks: int = 0

    @model_validator(mode="after")
    def _one_time(self) -> "PostLine":
        if (self.on is None) != (self.at is None) or (self.on is not None and self.hours):
            raise ValueError(f"{self.title}: give `on` with `at`, or `hours`, or neither")
        return self


def briefs() -> tuple[BriefLine, ...]:
    """The briefs that posts were drafted from."""
    return tuple(BriefLine.model_validate(line) for line in _read("briefs")["brief"])


def posts() -> tuple[PostLine, ...]:
    """Every post; those of `past.toml` have gone out."""
    past = [PostLine.model_validate({**line, "state": "sent"}) for line in _read("past")["post"]]
    coming = [PostLine.model_validate(line) for line in _read("coming")["post"]]
    return (*past, *coming)


def _read(name: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads((files(__package__) / "posts" / f"{name}.toml").read_text("utf-8"))
