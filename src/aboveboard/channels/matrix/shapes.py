"""What a Matrix homeserver answers, as far as it is read."""

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Who(BaseModel):
    user_id: str


class Token(BaseModel):
    access_token: str


class Room(BaseModel):
    room_id: str


class Name(BaseModel):
    displayname: str | None = None


class Media(BaseModel):
    content_uri: str


class Most(BaseModel):
    """The largest file in bytes, where the server tells."""

    size: int | None = Field(default=None, alias="m.upload.size")


class Made(BaseModel):
    event_id: str


class Event(BaseModel):
    """A message; `content` is empty once it was redacted."""

    model_config = ConfigDict(extra="ignore")

    event_id: str
    sender: str = ""
    type: str = ""
    origin_server_ts: int = 0
    content: dict[str, Any] = Field(default_factory=dict)
    unsigned: dict[str, Any] = Field(default_factory=dict)

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(self.origin_server_ts / 1000, UTC)

    @property
    def relation(self) -> dict[str, Any]:
        found = self.content.get("m.relates_to")
        return found if isinstance(found, dict) else {}

    @property
    def is_edit(self) -> bool:
        return bool(self.relation.get("rel_type") == "m.replace")

    @property
    def body(self) -> str:
        """The words as they stand now, after the last edit."""
        edit = self._bundled("m.replace").get("content", {})
        content = edit.get("m.new_content", {}) if isinstance(edit, dict) else {}
        shown = content.get("body") or self.content.get("body")
        return shown if isinstance(shown, str) else ""

    @property
    def answers(self) -> set[str]:
        """The events that this one answers: in a thread, or by itself."""
        found = {self.relation.get("event_id")} if not self.is_edit else set()
        inner = self.relation.get("m.in_reply_to")
        if isinstance(inner, dict):
            found.add(inner.get("event_id"))
        return {one for one in found if isinstance(one, str)}

    @property
    def thread_count(self) -> int:
        count = self._bundled("m.thread").get("count", 0)
        return count if isinstance(count, int) else 0

    def _bundled(self, kind: str) -> dict[str, Any]:
        relations = self.unsigned.get("m.relations", {})
        found = relations.get(kind, {}) if isinstance(relations, dict) else {}
        return found if isinstance(found, dict) else {}


class Page(BaseModel):
    chunk: list[Event] = Field(default_factory=list)
    end: str | None = None


class Related(BaseModel):
    chunk: list[Event] = Field(default_factory=list)
    next_batch: str | None = None


class Fault(BaseModel):
    errcode: str = ""
    error: str = ""
    retry_after_ms: float | None = None
