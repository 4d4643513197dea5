"""Reddit's answers, as far as they are read. Things are wrapped as {kind, data}."""

from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from pydantic import Field

from aboveboard.channels.reddit.calling import Shape

T = TypeVar("T")


class Me(Shape):
    id: str
    name: str
    is_suspended: bool = False


class Subreddit(Shape):
    display_name: str
    name: str = ""
    user_is_banned: bool | None = False


class Post(Shape):
    """A submission (`t3_…`) or comment (`t1_…`); `name` is its full name."""

    name: str
    subreddit: str = ""
    title: str = ""
    selftext: str = ""
    url: str = ""
    body: str = ""
    author: str = ""
    permalink: str = ""
    parent_id: str = ""
    link_id: str = ""
    created_utc: float
    score: int | None = None
    num_comments: int | None = None
    replies: Any = ""

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(self.created_utc, UTC)


class Thing(Shape, Generic[T]):
    kind: str = ""
    data: T


class Listed(Shape):
    children: list[Thing[dict[str, Any]]] = Field(default_factory=list)
    after: str | None = None

    def posts(self, kind: str) -> list[Post]:
        return [Post.model_validate(one.data) for one in self.children if one.kind == kind]


Listing = Thing[Listed]


class Made(Shape):
    """What a submission answers: nothing but a socket's address where media are worked on.

    A gallery's full name is in `id`, elsewhere it is in `name`.
    """

    name: str = ""
    id: str = ""
    url: str = ""

    @property
    def full_name(self) -> str:
        return self.name or (self.id if self.id.startswith("t3_") else "")


class Said(Shape):
    things: list[Thing[Post]] = Field(default_factory=list)


class Json(Shape, Generic[T]):
    data: T


class Submitted(Shape):
    body: Json[Made] = Field(alias="json")


class Commented(Shape):
    body: Json[Said] = Field(alias="json")


class LeaseField(Shape):
    name: str
    value: str


class Lease(Shape):
    action: str
    fields: list[LeaseField]


class Asset(Shape):
    asset_id: str


class Leased(Shape):
    args: Lease
    asset: Asset
