"""The parts of Mastodon's answers that are used, as types.

Source: docs.joinmastodon.org/entities (Status, Account, Instance, MediaAttachment).
"""

from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field, field_validator

from aboveboard.channels.base import Limits, Sent


class MediaAttachment(BaseModel):
    id: str


class Status(BaseModel):
    """A status; `text` is the source, which only some servers send."""

    id: str
    created_at: AwareDatetime
    content: str = ""
    text: str | None = None
    url: str | None = None
    uri: str = ""
    in_reply_to_id: str | None = None
    media_attachments: list[MediaAttachment] = Field(default_factory=list)
    replies_count: int | None = None
    favourites_count: int | None = None
    reblogs_count: int | None = None
    quotes_count: int | None = None

    @property
    def sent(self) -> Sent:
        at: datetime = self.created_at
        return Sent(self.id, self.url or self.uri, at=at)


class Credentials(BaseModel):
    id: str
    username: str
    display_name: str = ""


class _Statuses(BaseModel):
    max_characters: int | None = None
    max_media_attachments: int | None = None
    characters_reserved_per_url: int | None = None


class _Attachments(BaseModel):
    description_limit: int | None = None
    image_size_limit: int | None = None
    supported_mime_types: list[str] = Field(default_factory=list)


class _Configuration(BaseModel):
    statuses: _Statuses = Field(default_factory=_Statuses)
    media_attachments: _Attachments = Field(default_factory=_Attachments)


class Instance(BaseModel):
    """What a server says of itself, in version 2 (`domain`) or 1 (`uri`) of the API.

    Older and related servers say `max_toot_chars` in place of the configuration.
    """

    domain: str = ""
    uri: str = ""
    max_toot_chars: int | None = None
    configuration: _Configuration = Field(default_factory=_Configuration)

    @field_validator("configuration", mode="before")
    @classmethod
    def _absent(cls, value: Any) -> Any:
        return {} if value is None else value

    @property
    def host(self) -> str:
        return (self.domain or self.uri).split("://")[-1].strip("/")

    def limits(self, default: Limits) -> Limits:
        """The server's own figures, those of `default` where it is silent or speaks nonsense."""
        statuses, media = self.configuration.statuses, self.configuration.media_attachments
        types = tuple(t for t in media.supported_mime_types if t.startswith("image/"))
        return Limits(
            text=_positive(statuses.max_characters)
            or _positive(self.max_toot_chars)
            or default.text,
            unit=default.unit,
            url_length=_positive(statuses.characters_reserved_per_url) or default.url_length,
            images=default.images
            if statuses.max_media_attachments is None
            else max(statuses.max_media_attachments, 0),
            image_bytes=_positive(media.image_size_limit) or default.image_bytes,
            image_types=types or default.image_types,
            alt=_positive(media.description_limit) or default.alt,
        )


def _positive(value: int | None) -> int | None:
    return value if value is not None and value > 0 else None
