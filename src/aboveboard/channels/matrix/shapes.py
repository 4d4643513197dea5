"""What a Matrix homeserver answers, as far as it is read."""

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Who(BaseModel):
    user_id: str


class Token(BaseModel):
    access_token: str
    device_id: str = ""


class Homeserver(BaseModel):
    base_url: str


class WellKnown(BaseModel):
    homeserver: Homeserver = Field(alias="m.homeserver")


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
    def last_edit(self) -> str:
        """The event that gave it the words it has now; "" when they are its first ones."""
        return str(self._bundled("m.replace").get("event_id", ""))

    @property
    def words(self) -> str:
        """The words without the quotation that older programs put before an answer."""
        body = self.body
        if not self._replied_to or not body.startswith("> "):
            return body
        quoted, _, rest = body.partition("\n\n")
        return rest if all(line.startswith(">") for line in quoted.split("\n")) else body

    @property
    def answers(self) -> set[str]:
        """The events that this one answers: in a thread, or by itself."""
        found = {self._related_to, self._replied_to} if not self.is_edit else set()
        return found - {""}

    @property
    def answered(self) -> str:
        """The one event that it answers; in a thread the first where it answers none by itself."""
        alone = bool(self.relation.get("is_falling_back"))
        return (self._related_to if alone else self._replied_to) or self._related_to

    @property
    def _related_to(self) -> str:
        found = self.relation.get("event_id")
        return found if isinstance(found, str) else ""

    @property
    def _replied_to(self) -> str:
        inner = self.relation.get("m.in_reply_to")
        found = inner.get("event_id") if isinstance(inner, dict) else ""
        return found if isinstance(found, str) else ""

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
