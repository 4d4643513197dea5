"""YouTube's answers, as far as they are read."""

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Shape(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Related(Shape):
    uploads: str = ""


class Details(Shape):
    related_playlists: Related = Field(default_factory=Related)


class Named(Shape):
    """Of a video or a channel; `channel_id` is whose a video is."""

    title: str = ""
    description: str = ""
    category_id: str = "22"
    tags: list[str] = Field(default_factory=list)
    default_language: str = ""
    default_audio_language: str = ""
    channel_id: str = ""
    published_at: AwareDatetime | None = None


class Channel(Shape):
    id: str
    snippet: Named = Field(default_factory=Named)
    content_details: Details = Field(default_factory=Details)


class Status(Shape):
    upload_status: str = ""
    failure_reason: str = ""
    rejection_reason: str = ""
    privacy_status: str = ""
    self_declared_made_for_kids: bool = False
    contains_synthetic_media: bool = False


class Statistics(Shape):
    view_count: int | None = None
    like_count: int | None = None
    comment_count: int | None = None


class Video(Shape):
    id: str
    snippet: Named = Field(default_factory=Named)
    status: Status = Field(default_factory=Status)
    statistics: Statistics = Field(default_factory=Statistics)


class Where(Shape):
    video_id: str = ""


class Uploaded(Shape):
    """A line of the playlist of a channel's uploads, which its owner sees whole."""

    snippet: Named = Field(default_factory=Named)
    content_details: Where = Field(default_factory=Where)
    status: Status = Field(default_factory=Status)


class Author(Shape):
    value: str = ""


class CommentText(Shape):
    text_original: str = ""
    text_display: str = ""
    author_display_name: str = ""
    author_channel_id: Author = Field(default_factory=Author)
    parent_id: str = ""
    published_at: AwareDatetime


class Comment(Shape):
    id: str
    snippet: CommentText


class Thread(Shape):
    top_level_comment: Comment


class Replies(Shape):
    comments: list[Comment] = Field(default_factory=list)


class CommentThread(Shape):
    """A comment and, as YouTube hands them out with it, some of what answers it."""

    id: str
    snippet: Thread
    replies: Replies = Field(default_factory=Replies)


class Reason(Shape):
    reason: str = ""


class Fault(Shape):
    message: str = ""
    errors: list[Reason] = Field(default_factory=list)


class Failed(Shape):
    error: Fault = Field(default_factory=Fault)
