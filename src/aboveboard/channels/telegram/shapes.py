"""The parts of the Bot API's answers that are used, as types.

Source: core.telegram.org/bots/api (Message, Chat, User, ResponseParameters), Bot API 10.1.
"""

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

T = TypeVar("T")


class Parameters(BaseModel):
    retry_after: float | None = None
    migrate_to_chat_id: int | None = None


class Said(BaseModel):
    """Every answer, whether it worked or not."""

    ok: bool = False
    error_code: int | None = None
    description: str = ""
    parameters: Parameters = Field(default_factory=Parameters)


class Result(BaseModel, Generic[T]):
    ok: bool
    result: T


class User(BaseModel):
    id: int
    username: str = ""
    first_name: str = ""


class Chat(BaseModel):
    id: int
    type: str = ""
    title: str = ""
    username: str = ""
    first_name: str = ""


class Message(BaseModel):
    message_id: int
    date: int
    chat: Chat
