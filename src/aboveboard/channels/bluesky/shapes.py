"""The parts of AT Protocol answers that are used, as types (com.atproto.*, app.bsky.*)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class Resource(BaseModel):
    uri: str


class Error(BaseModel):
    error: str = ""
    message: str = ""


class Service(BaseModel):
    id: str = ""
    endpoint: str | dict[str, Any] = Field("", alias="serviceEndpoint")


class DidDocument(BaseModel):
    service: list[Service] = Field(default_factory=list)

    @property
    def pds(self) -> str:
        """The account's own server; empty when the document names none."""
        for service in self.service:
            if service.id.endswith("#atproto_pds") and isinstance(service.endpoint, str):
                return service.endpoint.rstrip("/")
        return ""


class Session(BaseModel):
    did: str
    handle: str
    access: str = Field(alias="accessJwt")
    refresh: str = Field(alias="refreshJwt")
    document: DidDocument | None = Field(None, alias="didDoc")
    active: bool = True
    status: str | None = None


class RepoDescription(BaseModel):
    document: DidDocument = Field(alias="didDoc")


class Written(Resource):
    cid: str


class _Post(BaseModel):
    text: str = ""


class Record(Written):
    value: _Post


class _Dated(_Post):
    created_at: AwareDatetime | None = Field(None, alias="createdAt")


class _Listed(Written):
    value: _Dated


class Records(BaseModel):
    records: list[_Listed] = Field(default_factory=list)


class _Person(BaseModel):
    display_name: str = Field("", alias="displayName")


class ProfileRecord(BaseModel):
    value: _Person


class Resolved(BaseModel):
    did: str


class BlobRef(BaseModel):
    """A blob as the server names it; kept letter by letter, because a record repeats it."""

    model_config = ConfigDict(extra="allow")
    mimeType: str
    size: int


class Stored(BaseModel):
    blob: BlobRef


class Counts(BaseModel):
    uri: str
    replies: int | None = Field(None, alias="replyCount")
    likes: int | None = Field(None, alias="likeCount")
    reposts: int | None = Field(None, alias="repostCount")
    quotes: int | None = Field(None, alias="quoteCount")


class Posts(BaseModel):
    posts: list[Counts]


class _Author(BaseModel):
    did: str
    handle: str = ""


class _Reply(BaseModel):
    parent: Resource


class _Said(BaseModel):
    text: str = ""
    reply: _Reply | None = None


class Comment(BaseModel):
    """`indexed_at` is the AppView's time; what a record says of its own time is its author's."""

    uri: str
    author: _Author
    record: _Said
    indexed_at: datetime = Field(alias="indexedAt")


class Thread(BaseModel):
    """A post and what answers it; without `post` where it is blocked or gone."""

    post: Comment | None = None
    replies: "list[Thread] | None" = None

    def below(self) -> Iterator[Comment]:
        """Everything under this post."""
        for one in self.replies or ():
            if one.post:
                yield one.post
            yield from one.below()


class PostThread(BaseModel):
    thread: Thread
