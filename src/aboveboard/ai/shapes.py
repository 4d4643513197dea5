"""Shapes of answers that have parts: slides, a script, headlines, a newsletter."""

import json
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from aboveboard.ai.results import MAX_DRAFTS, Result, Said, clean

MAX_SLIDES, MAX_LINES = 10, 12
MAX_SCRIPT = 60

# What may be left empty.
Perhaps = Annotated[str, AfterValidator(lambda text: clean(text).strip())]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Slide(_Part):
    """One picture of a carousel: its headline and the lines under it."""

    headline: Said
    lines: list[Said] = Field(max_length=MAX_LINES)


class Slides(Result):
    """The words on the slides of a carousel, in their order."""

    slides: list[Slide] = Field(min_length=2, max_length=MAX_SLIDES)

    def texts(self) -> list[str]:
        return [text for slide in self.slides for text in (slide.headline, *slide.lines)]

    def fitting(self, limit: int) -> Self | None:
        return self if all(len(text) <= limit for text in self.texts()) else None

    @classmethod
    def example(cls, count: int) -> str:
        slide = {"headline": "…", "lines": ["…", "…"]}
        return json.dumps({"slides": [slide, slide]}, ensure_ascii=False)


class Beat(_Part):
    """What is said in one go, and what is seen meanwhile; empty where that is still open."""

    spoken: Said
    seen: Perhaps


class Script(Result):
    """A script for a video. Times are not asked for: they follow from the words."""

    beats: list[Beat] = Field(min_length=1, max_length=MAX_SCRIPT)

    def texts(self) -> list[str]:
        return [text for beat in self.beats for text in (beat.spoken, beat.seen) if text]

    def fitting(self, limit: int) -> Self | None:
        return self if all(len(text) <= limit for text in self.texts()) else None

    @classmethod
    def example(cls, count: int) -> str:
        beat = {"spoken": "…", "seen": "…"}
        return json.dumps({"beats": [beat, beat]}, ensure_ascii=False)


class Headlines(Result):
    """Headlines to choose one of."""

    counted: ClassVar[bool] = True

    headlines: list[Said] = Field(min_length=1, max_length=MAX_DRAFTS)

    def texts(self) -> list[str]:
        return list(self.headlines)

    def fitting(self, limit: int) -> Self | None:
        kept = [one for one in self.headlines if len(one) <= limit]
        return type(self)(headlines=kept) if kept else None

    @classmethod
    def example(cls, count: int) -> str:
        return json.dumps({"headlines": ["…"] * count}, ensure_ascii=False)


class Newsletter(Result):
    """A letter: its subject, the line that mail programs show beside it, and its body."""

    subject: Said
    preview: Said
    body: Said

    def texts(self) -> list[str]:
        return [self.subject, self.preview, self.body]

    def fitting(self, limit: int) -> Self | None:
        return self if all(len(text) <= limit for text in self.texts()) else None

    @classmethod
    def example(cls, count: int) -> str:
        return json.dumps({"subject": "…", "preview": "…", "body": "…"}, ensure_ascii=False)
