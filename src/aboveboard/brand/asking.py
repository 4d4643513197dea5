"""A question about the brand, answered by quoting whole sentences of its knowledge.

In: a question in any of the five languages. Out: quotes with their sources, or none: nothing is
ever answered in other words.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from aboveboard.brand import queries
from aboveboard.brand.models import Passage
from aboveboard.kernel.errors import Invalid
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.text.asking import Library
from aboveboard.text.cleaning import clean
from aboveboard.text.knowledge import Source
from aboveboard.text.languages import guess

MAX_QUESTION = 500


@dataclass(frozen=True)
class Quotation:
    """Words of the knowledge as they stand there: `text` of a passage, from `start` to `end`.

    `where` names the place ("shop.md, line 3"), `added_at` when the file was read, `score` how well
    it answers (see `text.asking`).
    """

    text: str
    passage: UUID
    start: int
    end: int
    source: UUID
    where: str
    language: str
    added_at: datetime
    score: float


def ask(actor: Actor, brand_id: UUID, question: str) -> list[Quotation]:
    """The passages that answer, best first; none when nothing in the knowledge says it.

    Raises NoSuchBrand, Invalid for no question or one of more than 500 characters.
    """
    require(actor, Right.view, actor.workspace_id)
    brand = queries.brand(actor, brand_id)
    question = clean(question).strip()
    if not question or len(question) > MAX_QUESTION:
        raise Invalid(
            f"A question has 1 to {MAX_QUESTION} characters.", mend="Ask one.", code="question"
        )
    library = _library(brand.pk, queries.knowledge_stamp(brand.pk), brand.language)
    found = library.answers(question, lang=guess(question) or "")
    rows = {str(row.pk): row for row in queries.passages(brand.pk).filter(
        pk__in=[one.source.id for one in found])}  # fmt: skip
    return [
        _quotation(row, one.quoted[0].start, one.quoted[-1].end, one.score)
        for one in found
        if (row := rows.get(one.source.id))
    ]


def quotation(actor: Actor, brand_id: UUID, passage_id: UUID, start: int, end: int) -> Quotation:
    """These characters of a passage, as a quotation. Raises Invalid when they are none."""
    queries.brand(actor, brand_id)
    row = queries.passages(brand_id).filter(pk=passage_id).first()
    if not row or not 0 <= start < end <= len(row.text):
        raise Invalid(
            "This passage is not in the knowledge any more. Nothing was put in.",
            mend="Ask again.",
            code="passage",
        )
    return _quotation(row, start, end, 0.0)


def _quotation(row: Passage, start: int, end: int, score: float) -> Quotation:
    source = row.source
    return Quotation(
        text=row.text[start:end],
        passage=row.pk,
        start=start,
        end=end,
        source=source.pk,
        where=row.where,
        language=source.language,
        added_at=source.added_at,
        score=score,
    )


# All that a library holds is in its key, so that none is ever stale.
@lru_cache(maxsize=8)
def _library(brand_id: UUID, _stamp: str, language: str) -> Library:
    rows = [row for row in queries.passages(brand_id) if row.text != row.source.title]
    return Library(
        [Source(str(row.pk), row.text, row.source.language or language, row.where) for row in rows],
        [row.source.title for row in rows],
    )
