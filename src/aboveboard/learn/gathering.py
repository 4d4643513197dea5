"""Reads the sources of ideas from every stage before: what is known, worked, comes, was asked."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand, Passage
from aboveboard.kernel import clock
from aboveboard.learn.material import Aim, Asked, Material, Quote
from aboveboard.learn.worked import Sent, worked
from aboveboard.plan import occasions
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Campaign

# How far ahead days are looked for; a day needs some time to be prepared.
AHEAD, AT_LEAST = timedelta(days=56), timedelta(days=2)
# Of how many passages, questions and posts that worked ideas are made at most.
PASSAGES, QUESTIONS, BEST = 1_500, 60, 6


def gather(
    brand: Brand, language: str, sent: list[Sent], campaign: Campaign | None = None
) -> Material:
    """All sources of a brand in a language; of a campaign the days within it."""
    today = clock.now().astimezone(ZoneInfo(brand.zone)).date()
    aims = [_aim(one) for one in plans.campaigns(brand.id) if _runs(one, today)]
    only = _aim(campaign) if campaign else None
    start, end = today + AT_LEAST, today + AHEAD
    if only:
        start = max(start, only.starts_on or start)
        end = min(end, only.ends_on or end)
    return Material(
        language=language,
        today=today,
        quotes=[quote_of(one) for one in _passages(brand, language)],
        days=occasions.days(brand, start, end) if start <= end else [],
        questions=[
            Asked(one.text, one.place, str(one.pk))
            for one in plans.questions(brand.id).filter(language=language)[:QUESTIONS]
        ],
        worked=worked(sent, language)[:BEST],
        aims=aims,
        only=only,
    )


def quote_of(passage: Passage) -> Quote:
    """A passage as it is quoted; of a row, its values without the names of the columns."""
    is_row = passage.locator.startswith("row")
    text = " ".join(passage.text.split())
    head = text
    if is_row:
        values = [part.partition(": ")[2] or part for part in text.split("; ")]
        text, head = ", ".join(values), values[0]
    return Quote(
        text=text,
        head=head,
        where=passage.where,
        group=str(passage.source_id),
        line=passage.line,
        row=is_row,
    )


def _passages(brand: Brand, language: str) -> list[Passage]:
    found = brands.passages(brand.id)[:PASSAGES]
    return [one for one in found if (one.source.language or brand.language) == language]


def _aim(campaign: Campaign) -> Aim:
    return Aim(campaign.name, campaign.goal, campaign.pk, campaign.starts_on, campaign.ends_on)


def _runs(campaign: Campaign, today: date) -> bool:
    return campaign.ends_on is None or campaign.ends_on >= today
