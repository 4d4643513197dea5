"""The parts of Mastodon's answers that are used, as types.

Source: docs.joinmastodon.org/entities (Status, Account, Instance, MediaAttachment).
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field, field_validator

from aboveboard.channels.base import Limits, Sent


class MediaAttachment(BaseModel):
    id: str


class _Author(BaseModel):
    id: str = ""
    acct: str = ""


class Status(BaseModel):
    """A status; `text` is the source, which only some servers send."""

    id: str
    created_at: AwareDatetime
    content: str = ""
    text: str | None = None
    url: str | None = None
    uri: str = ""
    account: _Author = Field(default_factory=_Author)
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


class Context(BaseModel):
    """What stands around a status: those that it answers, and those that answer it."""

    descendants: list[Status] = Field(default_factory=list)


class Registered(BaseModel):
    client_id: str
    client_secret: str


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
    image_matrix_limit: int | None = None
    video_size_limit: int | None = None
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
        types = media.supported_mime_types
        most = statuses.max_media_attachments
        most = default.images if most is None else max(most, 0)
        videos = _of("video/", types, default.video_types)
        return replace(
            default,
            text=_positive(statuses.max_characters)
            or _positive(self.max_toot_chars)
            or default.text,
            url_length=_positive(statuses.characters_reserved_per_url) or default.url_length,
            images=most,
            image_bytes=_positive(media.image_size_limit) or default.image_bytes,
            image_types=_of("image/", types, default.image_types) or default.image_types,
            frame=replace(
                default.frame,
                pixels=_positive(media.image_matrix_limit) or default.frame.pixels,
            ),
            videos=min(default.videos, most) if videos else 0,
            video_bytes=_positive(media.video_size_limit) or default.video_bytes,
            video_types=videos or default.video_types,
            alt=_positive(media.description_limit) or default.alt,
        )


def _of(kind: str, types: list[str], default: tuple[str, ...]) -> tuple[str, ...]:
    """The types of a kind that a server takes; `default` where it names no types at all."""
    return tuple(name for name in types if name.startswith(kind)) if types else default


def _positive(value: int | None) -> int | None:
    return value if value is not None and value > 0 else None
