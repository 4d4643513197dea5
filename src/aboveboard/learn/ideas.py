"""The doors of ideas: finding them without a model, and adding one's own, none of them twice."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.kernel.errors import Invalid
from aboveboard.learn.choosing import chosen
from aboveboard.learn.doubles import Known, Twin, said_of
from aboveboard.learn.errors import IdeaTwice
from aboveboard.learn.gathering import gather
from aboveboard.learn.recombining import Candidate, candidates
from aboveboard.learn.worked import Sent, sent
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.plan import ideas as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Idea
from aboveboard.plan.reasons import Part

MOST = 24


@dataclass(frozen=True)
class Found:
    """What a search put on the board, and what said nothing new: a title, and what is like it."""

    ideas: list[Idea]
    turned_down: list[tuple[str, Twin]]

    @property
    def doubles(self) -> int:
        return len(self.turned_down)


def find_ideas(
    actor: Actor,
    brand_id: UUID,
    *,
    count: int = 8,
    campaign: UUID | None = None,
    language: str = "",
) -> Found:
    """Put together ideas from the brand's sources and propose them; no model is asked.

    Raises Invalid for a count that is none or too large.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    check_count(count)
    of = plans.campaign(actor, campaign) if campaign else None
    out = sent(brand.id)
    known = known_of(brand, out)
    turned_down: list[tuple[str, Twin]] = []

    def is_new(one: Candidate) -> bool:
        told = one.proposal
        if twin := known.twin(told.title, told.parts, told.language):
            # One that is only like another of this search needs no telling.
            if twin.ref:
                turned_down.append((told.title, twin))
            return False
        known.take(Twin(told.title, "idea"), said_of(told.title, told.parts, told.language))
        return True

    found = candidates(gather(brand, language or brand.language, out, of))
    picked = [one.proposal for one in chosen(found, count, is_new)]
    made = plan.propose_ideas(actor, brand.id, picked, origin="house") if picked else []
    return Found(made, turned_down)


def add_idea(
    actor: Actor,
    brand_id: UUID,
    *,
    title: str,
    angle: str = "",
    language: str = "",
    day: date | None = None,
    campaign: UUID | None = None,
    anyway: bool = False,
) -> Idea:
    """An idea of somebody's own. Raises IdeaTwice when something says the same, unless `anyway`."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    if not anyway:
        parts = [Part(angle.strip() or title, "person")]
        twin = known_of(brand, sent(brand.id)).twin(title, parts, language or brand.language)
        if twin:
            raise IdeaTwice(
                twin.told, mend="Say what is new about it, or go on with that one.", code="twice"
            )
    return plan.add_idea(
        actor,
        brand_id,
        title=title,
        angle=angle,
        language=language,
        day=day,
        campaign=campaign,
    )


def known_of(brand: Brand, out: list[Sent]) -> Known:
    """What a new idea of this brand must not repeat."""
    return Known(list(plans.ideas(brand.id)[:1_000]), out)


def check_count(count: int) -> None:
    if not 1 <= count <= MOST:
        raise Invalid(
            f"{count} ideas cannot be looked for at once.",
            mend=f"Ask for 1 to {MOST}.",
            code="count",
        )
