"""The parts of the X API's answers that are used. Source: docs.x.com, openapi.json 2.167."""

from typing import Generic, TypeVar

from pydantic import AwareDatetime, BaseModel, Field

T = TypeVar("T")


class Data(BaseModel, Generic[T]):
    data: T


class Listed(BaseModel, Generic[T]):
    """A list that may be absent when it is empty."""

    data: list[T] = Field(default_factory=list)


class Person(BaseModel):
    id: str
    username: str
    name: str = ""


class Created(BaseModel):
    id: str


class Url(BaseModel):
    url: str
    expanded_url: str = ""


class Entities(BaseModel):
    urls: list[Url] = Field(default_factory=list)


class Public(BaseModel):
    reply_count: int | None = None
    like_count: int | None = None
    retweet_count: int | None = None
    quote_count: int | None = None
    impression_count: int | None = None
    bookmark_count: int | None = None


class Referenced(BaseModel):
    type: str
    id: str


class Attached(BaseModel):
    media_keys: list[str] = Field(default_factory=list)


class Tweet(BaseModel):
    """A post as it is read; its links are shortened, and `entities` says what they stand for."""

    id: str
    text: str = ""
    author_id: str = ""
    created_at: AwareDatetime | None = None
    entities: Entities = Field(default_factory=Entities)
    referenced_tweets: list[Referenced] = Field(default_factory=list)
    attachments: Attached = Field(default_factory=Attached)
    public_metrics: Public = Field(default_factory=Public)


class Meta(BaseModel):
    next_token: str = ""


class Timeline(Listed[Tweet]):
    """One page of an account's posts."""

    meta: Meta = Field(default_factory=Meta)


class Processing(BaseModel):
    state: str = ""
    check_after_secs: float = 1.0
    error: dict[str, object] = Field(default_factory=dict)


class Uploading(BaseModel):
    id: str
    processing_info: Processing | None = None


class Fault(BaseModel):
    """Problem JSON; some errors come as a list within."""

    title: str = ""
    detail: str = ""
    type: str = ""
    reason: str = ""
    errors: list[dict[str, object]] = Field(default_factory=list)
