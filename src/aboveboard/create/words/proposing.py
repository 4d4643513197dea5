"""Corrections that a model proposes: asked for as typed results, each held to the person's text.

What a model proposes counts only if its words stand in the text, if putting it in alters no fact
(the fact lock), and if the sentence stays nearly the same: a correction is no rewriting.
"""

import json
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from asgiref.sync import sync_to_async
from pydantic import BaseModel, ConfigDict, Field

from aboveboard.ai.base import Instruction, Quote
from aboveboard.ai.results import Result, Said
from aboveboard.brand.rules import Task
from aboveboard.create.actions.proposing import fail_proofs, keep_proofs
from aboveboard.create.calls.asking import answered
from aboveboard.create.calls.spending import note_verdict
from aboveboard.create.models import Variant
from aboveboard.kernel.errors import AboveboardError
from aboveboard.text.cleaning import clean
from aboveboard.text.lock import Lock
from aboveboard.text.sentences import sentences
from aboveboard.text.similarity import similarity

MOST, LIMIT = 12, 300
# How alike the sentence must stay (trigrams).
_ALIKE = 0.55


class Fault(BaseModel):
    """Words of the text, what should stand there, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Said
    instead: Said
    why: Said


class Faults(Result):
    """The faults that a model sees in a text; there may be none."""

    faults: list[Fault] = Field(max_length=MOST)

    def texts(self) -> list[str]:
        return [said for one in self.faults for said in (one.words, one.instead, one.why)]

    def fitting(self, limit: int) -> Self | None:
        kept = [
            one for one in self.faults if max(map(len, (one.words, one.instead, one.why))) <= limit
        ]
        return type(self)(faults=kept)

    @classmethod
    def example(cls, count: int) -> str:
        one = {"words": "…", "instead": "…", "why": "…"}
        return json.dumps({"faults": [one]}, ensure_ascii=False)


@dataclass(frozen=True)
class Kept:
    """A proposal that holds; `before` are the characters ahead of its words."""

    words: str
    before: str
    instead: str
    why: str


async def propose(variant_id: UUID) -> None:
    """Ask for the faults of a variant. Whatever goes wrong is written down for who asked."""
    variant = await sync_to_async(
        lambda: Variant.objects.select_related("head", "post").get(pk=variant_id)
    )()
    text = variant.head.text if variant.head else ""
    try:
        answer = await answered(variant.post.brand_id, Task.REWRITE, _instruction(variant, text))
    except AboveboardError as error:
        await sync_to_async(fail_proofs)(variant_id, str(error))
    except Exception:
        why = "The studio itself failed while asking. Your text is as it was. Ask once more."
        await sync_to_async(fail_proofs)(variant_id, why)
        raise
    else:
        kept, invented = held(answer.data, text, variant.language)
        left_out = len(answer.data.faults) - len(kept)
        await sync_to_async(note_verdict)(answer.call, kept=not invented)
        await sync_to_async(keep_proofs)(variant_id, kept, model=answer.model, left_out=left_out)


def held(said: Faults, text: str, language: str) -> tuple[list[Kept], int]:
    """The proposals that change neither facts nor sense, and how many the fact lock refused."""
    lock = Lock.of((text,), language)
    kept, invented = [], 0
    for one in said.faults:
        words, instead = clean(one.words).strip(), clean(one.instead).strip()
        at = text.find(words)
        if at < 0 or words == instead or "\n" in instead:
            continue
        after = text[:at] + instead + text[at + len(words) :]
        if lock.breaks(after):
            invented += 1
        elif _stays(text, at, at + len(words), instead, language):
            before = text[max(0, at - 24) : at]
            kept.append(Kept(words, before, instead, clean(one.why).strip()))
    return kept, invented


def _stays(text: str, start: int, end: int, instead: str, language: str) -> bool:
    for sentence in sentences(text, language):
        if sentence.start <= start and end <= sentence.end:
            after = text[sentence.start : start] + instead + text[end : sentence.end]
            return similarity(sentence.text, after) >= _ALIKE
    return False


def _instruction(variant: Variant, text: str) -> Instruction[Faults]:
    return Instruction(
        task="List the faults of spelling and grammar in the text, for somebody who writes in a "
        "second language. Tone, meaning and style stay as they are.",
        rules=(
            "Copy the faulty words exactly as they stand, as few as possible.",
            "Give only what is wrong, never what could be said more finely. There may be nothing.",
            "Give the reason in one short sentence.",
        ),
        brief="",
        language=variant.language,
        limit=LIMIT,
        wants=Faults,
        quotes=(Quote("text", text),),
        count=MOST,
    )
