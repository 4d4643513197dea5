"""Words: what to correct in a text, what the knowledge says, how the brand writes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from aboveboard.brand import queries as brands
from aboveboard.brand.asking import MAX_QUESTION, ask
from aboveboard.brand.voice import voice_of, voice_rules
from aboveboard.create.actions.revising import MAX_TEXT
from aboveboard.create.words.correcting import proofread
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import Mistake
from aboveboard.people.actors import require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

router = Router()
Language = Literal["en", "nl", "fr", "de", "hu"]


class TextIn(Schema):
    """A text to look at. Offsets of the answer count its characters in NFC with `\\n` line ends."""

    text: Annotated[str, Field(max_length=MAX_TEXT)]
    language: Language


class CorrectionOut(Schema):
    """`text[start:end]` is `words`; any of `instead` could stand there, the best first."""

    start: int
    end: int
    words: str
    instead: list[str]
    kind: str
    why: str
    source: str
    sure: Literal["sure", "likely", "perhaps"]


class ProofsOut(Schema):
    """`dictionary` is false when the machine has none for the language: then only rules spoke."""

    text: str
    corrections: list[CorrectionOut]
    dictionary: bool


class QuotationOut(Schema):
    """A sentence of the knowledge, word for word, and where it stands."""

    text: str
    where: str
    passage: UUID
    source: UUID
    added_at: datetime
    score: float


class LineOut(Schema):
    """What the brand does: as measured, and in people's own words where they said it otherwise."""

    key: str
    says: str
    said: str
    on: bool


class VoiceOut(Schema):
    """`rules` is what a model is told; `lines` is empty while there are too few samples."""

    language: str
    samples: int
    lines: list[LineOut]
    never: list[str]
    rules: list[str]


@router.post(
    "/brands/{brand}/corrections",
    response={200: ProofsOut, 404: Mistake, 422: Mistake, 503: Mistake},
)
def correct(request: HttpRequest, brand: UUID, told: TextIn) -> ProofsOut:
    """What to correct in a text, with the reasons. Nothing is kept or changed."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    text = clean(told.text)
    done = proofread(brands.brand(actor, brand), text, told.language)
    return ProofsOut(
        text=text,
        corrections=[
            CorrectionOut(
                start=one.start, end=one.end, words=one.words, instead=list(one.instead),
                kind=one.kind, why=one.why, source=one.source, sure=one.sure,
            )
            for one in done.corrections
        ],
        dictionary=not done.missing,
    )  # fmt: skip


@router.get(
    "/brands/{brand}/answers", response={200: list[QuotationOut], 404: Mistake, 422: Mistake}
)
def answers(
    request: HttpRequest,
    brand: UUID,
    question: Annotated[str, Query(min_length=1, max_length=MAX_QUESTION)],
) -> list[QuotationOut]:
    """A question answered by quoting the knowledge; an empty list when nothing says it."""
    return [
        QuotationOut(
            text=one.text, where=one.where, passage=one.passage, source=one.source,
            added_at=one.added_at, score=round(one.score, 3),
        )
        for one in ask(actor_of(request), brand, question)
    ]  # fmt: skip


@router.get("/brands/{brand}/voice", response={200: VoiceOut, 404: Mistake})
def voice(request: HttpRequest, brand: UUID, language: Language | None = None) -> VoiceOut:
    """How the brand writes, in its own language unless another is asked for."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    found = brands.brand(actor, brand)
    told = voice_of(found, language or found.language)
    return VoiceOut(
        language=told.language,
        samples=told.measures.samples,
        lines=[
            LineOut(key=line.key, says=line.says, said=line.said, on=line.on) for line in told.lines
        ],
        never=list(told.never),
        rules=list(voice_rules(found.id, told.language)),
    )
