"""Ideas from a model: it is given numbered sources, and each idea must name those it rests on.

An idea that names none, or states what those it names do not (the fact lock), is dropped and
counted; so is one that says what is on the board or out already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from asgiref.sync import sync_to_async

from aboveboard.ai.base import Answer, Instruction, Quote
from aboveboard.ai.results import Ideas
from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.create.calls.asking import answered
from aboveboard.create.calls.spending import note_verdict
from aboveboard.kernel.errors import AboveboardError
from aboveboard.learn.doubles import Known, Twin, said_of
from aboveboard.learn.gathering import gather
from aboveboard.learn.ideas import known_of
from aboveboard.learn.material import Material
from aboveboard.learn.models import Search
from aboveboard.learn.recombining import day_reason, passage_reason, post_reason
from aboveboard.learn.searching import TASK, fail_search, finish_search
from aboveboard.learn.worked import sent
from aboveboard.people.actors import Actor
from aboveboard.people.queries import actor_for
from aboveboard.plan.reasons import Part, Proposal, Reason
from aboveboard.plan.rules import MAX_TITLE
from aboveboard.text.cleaning import clean
from aboveboard.text.lock import Lock
from aboveboard.text.sensitive import sensitive_in

LIMIT = 400
# How many sources of each sort are sent along, and how long one may be.
PASSAGES, DAYS, QUESTIONS, POSTS, AIMS, LONGEST = 36, 8, 8, 4, 3, 400
RULES = (
    "Each idea is for one social media post: a heading of a few words, and an angle of one or two "
    "sentences that says what to tell and from which side.",
    "Each idea rests on one to four of the quoted sources; give their numbers in “sources”.",
    "State nothing that the sources you name do not state. Prefer to join two sources.",
    "The ideas differ from one another.",
)


@dataclass(frozen=True)
class Asked:
    """All that a search needs, read in one go. `sources` are numbered from 1."""

    brand: Brand
    actor: Actor
    language: str
    count: int
    campaign: UUID | None
    goal: str
    sources: tuple[Reason, ...]
    known: Known


async def suggest(search_id: UUID) -> None:
    """Fetch the ideas of one search. Whatever goes wrong is written down for who asked."""
    try:
        asked = await sync_to_async(_asked)(search_id)
        if asked:
            answer = await answered(asked.brand.id, TASK, _instruction(asked))
            await sync_to_async(_keep)(search_id, asked, answer)
    except AboveboardError as error:
        await sync_to_async(fail_search)(search_id, str(error))
    except Exception:
        # Nobody shall wait for an answer that does not come; the job's log holds the cause.
        why = "The studio itself failed while asking. The board is as it was. Ask once more."
        await sync_to_async(fail_search)(search_id, why)
        raise


def _asked(search_id: UUID) -> Asked | None:
    row = Search.objects.select_related("brand", "campaign", "asked_by").get(pk=search_id)
    if row.state != "asked" or row.asked_by is None:
        return None
    out = sent(row.brand.id)
    material = gather(row.brand, row.language, out, row.campaign)
    # What speaks of real harm is not sent along where such topics are kept to people.
    kept = policy_of(row.brand).keep_sensitive
    return Asked(
        brand=row.brand,
        actor=actor_for(row.asked_by, row.brand.workspace_id),
        language=row.language,
        count=row.count,
        campaign=row.campaign_id,
        goal=f"{row.campaign.name}\n{row.campaign.goal}" if row.campaign else row.brand.about,
        sources=tuple(one for one in sources_of(material) if not (kept and _harm(one, material))),
        known=known_of(row.brand, out),
    )


def sources_of(material: Material) -> list[Reason]:
    """What a model may build on, in the order of its numbers."""
    language = material.language
    found = [
        *(Reason("question", q.text, q.place, q.ref) for q in material.questions[:QUESTIONS]),
        *(post_reason(post) for post in material.worked[:POSTS]),
        *(
            Reason("campaign", aim.goal or aim.name, aim.name, str(aim.ref))
            for aim in material.aims[:AIMS]
        ),
        *(
            day_reason(day, language)
            for day in [one for one in material.days if not one.observance.quiet][:DAYS]
        ),
    ]
    plain = [quote for quote in material.quotes if len(quote.text) > 15]
    return [*found, *(passage_reason(quote) for quote in plain[:PASSAGES])]


def _instruction(asked: Asked) -> Instruction[Ideas]:
    return Instruction(
        task=f"Propose {asked.count} ideas for posts of this brand.",
        rules=RULES,
        brief=asked.goal,
        language=asked.language,
        limit=LIMIT,
        wants=Ideas,
        count=asked.count,
        quotes=tuple(
            Quote(
                "comment" if one.kind == "question" else "knowledge",
                f"Source {number} ({one.kind}): {told(one)[:LONGEST]}",
            )
            for number, one in enumerate(asked.sources, start=1)
        ),
    )


def _harm(reason: Reason, material: Material) -> bool:
    return bool(sensitive_in(reason.text, material.language))


def told(reason: Reason) -> str:
    """A source as a model reads it, and as the lock takes it."""
    return f"{reason.text}, {reason.day}" if reason.day else reason.text


def _keep(search_id: UUID, asked: Asked, answer: Answer[Ideas]) -> None:
    proposals: list[Proposal] = []
    invented = doubles = 0
    for one in answer.data.ideas[: asked.count]:
        heading = " ".join(clean(one.heading).split())[:MAX_TITLE].strip()
        angle = " ".join(clean(one.angle).split())
        named = _named(one.sources, asked.sources)
        if not (heading and angle and named) or breaks(heading, angle, named, asked.language):
            invented += 1
            continue
        parts = [Part(angle, "model")]
        if asked.known.twin(heading, parts, asked.language):
            doubles += 1
            continue
        asked.known.take(Twin(heading, "idea"), said_of(heading, parts, asked.language))
        day = next((reason.day for reason in named if reason.day), "")
        proposals.append(
            Proposal(
                title=heading,
                parts=parts,
                why=[*named, Reason("model", "", where=answer.model)],
                kind="model",
                language=asked.language,
                day=date.fromisoformat(day) if day else None,
                campaign=asked.campaign,
            )
        )
    note_verdict(answer.call, kept=not invented)
    finish_search(
        search_id,
        asked.actor,
        proposals,
        provider=answer.provider,
        model=answer.model,
        invented=invented,
        doubles=doubles,
    )


def breaks(heading: str, angle: str, named: Sequence[Reason], language: str) -> bool:
    """Whether an idea states what the sources that it names do not."""
    lock = Lock.of([told(reason) for reason in named], language)
    return bool(lock.breaks(angle)) or bool(lock.breaks(heading))


def _named(numbers: Sequence[int], sources: Sequence[Reason]) -> list[Reason]:
    """The sources of these numbers; none at all when one of them does not exist."""
    if any(not 1 <= number <= len(sources) for number in numbers):
        return []
    return [sources[number - 1] for number in dict.fromkeys(numbers)]
