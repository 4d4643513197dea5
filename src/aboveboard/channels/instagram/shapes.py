"""The parts of Instagram's answers that are used. Source: developers.facebook.com."""

from pydantic import AwareDatetime, BaseModel, Field


class Id(BaseModel):
    id: str


class Me(BaseModel):
    """`user_id` is the account's id by Instagram Login; by Facebook Login it is `id`."""

    id: str = ""
    user_id: str = ""
    username: str = ""
    name: str = ""


class Container(BaseModel):
    status_code: str = ""
    status: str = ""


class Children(BaseModel):
    data: list[Id] = Field(default_factory=list)


class Post(BaseModel):
    id: str
    caption: str = ""
    timestamp: AwareDatetime
    permalink: str = ""
    children: Children | None = None

    @property
    def pictures(self) -> int:
        return len(self.children.data) if self.children else 1


class Cursors(BaseModel):
    after: str = ""


class Paging(BaseModel):
    cursors: Cursors = Field(default_factory=Cursors)
    next: str = ""


class Posts(BaseModel):
    data: list[Post] = Field(default_factory=list)
    paging: Paging = Field(default_factory=Paging)


class Said(BaseModel):
    """A comment, as its author wrote it."""

    id: str
    text: str = ""
    timestamp: AwareDatetime
    username: str = ""


class Comments(BaseModel):
    data: list[Said] = Field(default_factory=list)


class Value(BaseModel):
    value: int = 0


class Insight(BaseModel):
    name: str
    values: list[Value] = Field(default_factory=list)


class Insights(BaseModel):
    data: list[Insight] = Field(default_factory=list)


class Linked(BaseModel):
    id: str
    username: str = ""


class Page(BaseModel):
    """A Facebook Page with the Instagram account that is linked to it."""

    id: str
    name: str = ""
    access_token: str = ""
    instagram_business_account: Linked | None = None


class Pages(BaseModel):
    data: list[Page] = Field(default_factory=list)
