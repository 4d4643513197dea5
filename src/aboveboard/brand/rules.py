"""The brand's policy and look as values: what AI may do, who approves, how it is labelled."""

from enum import StrEnum
from typing import Annotated, Literal, get_args
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_serializer, field_validator

LANGUAGES = ("en", "nl", "fr", "de", "hu")


class Task(StrEnum):
    """What a model may be asked for."""

    DRAFT = "draft"
    REWRITE = "rewrite"
    TRANSLATE = "translate"
    ALT_TEXT = "alt_text"
    REPLY = "reply"
    STRATEGY = "strategy"
    PICTURE = "picture"


class Allowance(StrEnum):
    """How far a model may go in a task: not at all, help with a person's words, or draft."""

    NEVER = "never"
    ASSIST = "assist"
    DRAFT = "draft"


class Severity(StrEnum):
    """What an open finding of a guard does to a post: nothing, a hint, a remark, or it holds it."""

    OFF = "off"
    NOTE = "note"
    WARN = "warn"
    BLOCK = "block"


_DEFAULT_AI = {
    Task.DRAFT: Allowance.DRAFT,
    Task.REWRITE: Allowance.ASSIST,
    Task.TRANSLATE: Allowance.DRAFT,
    Task.ALT_TEXT: Allowance.ASSIST,
    Task.REPLY: Allowance.NEVER,
    Task.STRATEGY: Allowance.NEVER,
    Task.PICTURE: Allowance.DRAFT,
}

HIGHEST_LABEL_SHARE = 50


Jurisdiction = Literal["eu", "us", "uk"]
JURISDICTIONS: tuple[Jurisdiction, ...] = get_args(Jurisdiction)


class Policy(BaseModel):
    """The rules a brand sets itself.

    `label_from` is the share of a model's words, in percent, from which the public reads that
    a post was partly made with AI. It may be set between 1 and 50: a post of which a model
    wrote more than half always says so.
    `own_work` says whether an author may approve their own post. `keep_sensitive` keeps what speaks
    of real harm to people (`text.sensitive`): no model is given such a text, nor asked for one.
    `jurisdictions` are those whose law the label follows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ai: dict[Task, Allowance] = Field(default_factory=lambda: dict(_DEFAULT_AI))
    approvers: frozenset[Literal["owner", "manager", "approver", "client"]] = Field(
        default=frozenset({"owner", "manager", "approver"}), min_length=1
    )
    keep_sensitive: bool = True
    own_work: bool = True
    label_from: int = Field(default=20, ge=1, le=HIGHEST_LABEL_SHARE)
    label_people: bool = False
    jurisdictions: frozenset[Jurisdiction] = Field(default=frozenset(JURISDICTIONS), min_length=1)
    guards: dict[Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")], Severity] = Field(
        default_factory=dict, max_length=100
    )

    @field_validator("ai")
    @classmethod
    def _every_task(cls, value: dict[Task, Allowance]) -> dict[Task, Allowance]:
        missing = {task: usual for task, usual in _DEFAULT_AI.items() if task not in value}
        if set(missing) == {Task.PICTURE} and set(value.values()) == {Allowance.NEVER}:
            # Who let a model do nothing when there were fewer tasks lets it do nothing now.
            missing = dict.fromkeys(missing, Allowance.NEVER)
        return {task: {**missing, **value}[task] for task in Task}

    @field_serializer("approvers", "jurisdictions")
    def _in_one_order(self, value: frozenset[str]) -> list[str]:
        # A set has no order of its own; without one, equal policies would have unequal hashes.
        return sorted(value)

    def allows(self, task: Task) -> Allowance:
        return self.ai[task]

    @property
    def ai_free(self) -> bool:
        """Whether no model may be called at all."""
        return all(allowance is Allowance.NEVER for allowance in self.ai.values())


Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Look(BaseModel):
    """The brand's colours (CSS hex), the letter of its headings and its logo.

    `colour` and what is written on it stand in previews and on its own site; cards use all.
    `logo` is the id of a picture in the library.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    colour: Colour = "#2F4A52"
    on_colour: Colour = "#F3F1EA"
    accent: Colour = "#E0B25B"
    letter: Literal["serif", "sans"] = "serif"
    logo: UUID | None = None
