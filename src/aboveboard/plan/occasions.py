"""Which observances a brand keeps: switched on and off, and days of its own."""

from datetime import date
from uuid import UUID

from django.db import transaction

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.kernel.errors import Invalid, NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.plan import queries, rules
from aboveboard.plan.models import Occasion
from aboveboard.plan.observances import Day, Observance, between, observances, usual

MAX_NAME = 120
MAX_OWN = 200


def kept(brand: Brand) -> list[Observance]:
    """The observances that a brand keeps, its own days last."""
    rows = list(queries.occasions(brand.id))
    told = {row.key: row.chosen for row in rows if row.key}
    known = usual(brand.zone)
    found = [one for one in observances() if told.get(one.key, one.key in known)]
    return found + [own(row) for row in rows if not row.key]


def days(brand: Brand, start: date, end: date) -> list[Day]:
    """What a brand keeps from one day to another, both included, in order."""
    return between(kept(brand), start, end)


def own(row: Occasion) -> Observance:
    """A brand's own day as an observance; it is called the same in every language."""
    return Observance(
        key=str(row.pk),
        when=f"{row.month or 1:02}-{row.number or 1:02}",
        kind="own",
        names=(row.name,) * 5,
        quiet=row.quiet,
        year=row.year,
    )


def choose_occasion(actor: Actor, brand_id: UUID, key: str, *, chosen: bool) -> None:
    """Switch an observance on or off for a brand. Raises NotFound for one that there is not."""
    require(actor, Right.plan, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    if key not in {one.key for one in observances()}:
        raise NotFound("The calendar has no such day.", mend="Choose one from the list.")
    with transaction.atomic():
        row, _new = Occasion.objects.update_or_create(
            brand=brand, key=key, defaults={"chosen": chosen}
        )
        kind = "occasion.chosen" if chosen else "occasion.left"
        enter(actor, kind, subject_kind="occasion", subject_id=row.id)


def add_occasion(
    actor: Actor, brand_id: UUID, *, name: str, day: date, yearly: bool = True, quiet: bool = False
) -> Occasion:
    """A day of the brand's own: its anniversary, a fair, a feast of its town."""
    require(actor, Right.plan, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    line = rules.title(name)
    if len(line) > MAX_NAME or queries.occasions(brand.id).filter(key="").count() >= MAX_OWN:
        raise Invalid(
            f"A brand has up to {MAX_OWN} own days, each with a name of up to {MAX_NAME} letters.",
            mend="Shorten the name, or take a day away.",
            code="occasion",
        )
    with transaction.atomic():
        row = Occasion.objects.create(
            brand=brand,
            name=line,
            month=day.month,
            number=day.day,
            year=None if yearly else day.year,
            quiet=quiet,
        )
        enter(actor, "occasion.added", subject_kind="occasion", subject_id=row.id)
    return row


def remove_occasion(actor: Actor, occasion_id: UUID) -> None:
    """Take an own day away."""
    require(actor, Right.plan, actor.workspace_id)
    row = Occasion.objects.filter(
        pk=occasion_id, key="", brand__workspace_id=actor.workspace_id
    ).first()
    if not row:
        raise NotFound("There is no such day of your own.", mend="Choose one from the list.")
    with transaction.atomic():
        enter(actor, "occasion.removed", subject_kind="occasion", subject_id=row.id)
        row.delete()
