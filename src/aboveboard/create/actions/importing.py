"""Posts from a CSV file: every row is looked at before the first is kept.

A key makes a row idempotent: again it is the same post, with other content an error. Texts of an
import have the file as their origin. The columns stand in `rows`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError, transaction

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.create.actions.assets import add_asset
from aboveboard.create.actions.drafting import NewText, add_texts
from aboveboard.create.actions.placing import without_place
from aboveboard.create.actions.rows import Fault, Row, Sheet
from aboveboard.create.models import Asset
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError, Conflict, Invalid
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan import rules as plan_rules
from aboveboard.plan.models import Campaign
from aboveboard.text.cleaning import clean

MAX_SAID = 10
# Rows that are written in one statement.
AT_ONCE = 500


@dataclass(frozen=True)
class Imported:
    """How many posts are new, and how many rows' keys had made theirs before."""

    new: int
    known: int


def import_rows(
    actor: Actor, brand_id: UUID, data: bytes, *, folder: Path | None, name: str
) -> Imported:
    """Make a post of each row. Raises Invalid naming lines and mends; then nothing is kept.

    `folder` is where media files are looked for; None allows none. Rows whose keys are known are
    left alone, also when their time has passed meanwhile.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    rows, known = _checked(brand, data, folder)
    source = clean(name).strip()[:120] or "a file"
    try:
        with transaction.atomic():
            campaigns = _campaigns(actor, brand, rows)
            assets = _assets(actor, brand, rows)
            for start in range(0, len(rows), AT_ONCE):
                _keep(actor, brand, rows[start : start + AT_ONCE], campaigns, assets, source)
    except IntegrityError as error:
        raise Conflict(
            "Somebody imported some of these rows at the same moment. Nothing was imported.",
            mend="Import the file again; what is there by then is left alone.",
            code="at_once",
        ) from error
    return Imported(new=len(rows), known=known)


def _checked(brand: Brand, data: bytes, folder: Path | None) -> tuple[list[Row], int]:
    """The rows that are new, and how many are not. Raises Invalid with the faults of all rows."""
    channels = list(brands.channels(brand.id))
    sheet = Sheet(data, channels=channels, language=brand.language, folder=folder)
    found = list(sheet.rows())
    if not found:
        raise Invalid("This file has no rows.", mend="Give a row a post.", code="rows")
    made = plans.made_by_keys(brand.id, [r.key for r in found if isinstance(r, Row) and r.key])
    rows: list[Row] = []
    faults: list[Fault] = []
    for row in found:
        fault = row if isinstance(row, Fault) else _fault(row, made)
        if fault:
            faults.append(fault)
        elif isinstance(row, Row) and row.key not in made:
            rows.append(row)
            if row.key:
                made[row.key] = row.digest
    if faults:
        more = f" And {len(faults) - MAX_SAID} more." if len(faults) > MAX_SAID else ""
        raise Invalid(
            f"Nothing was imported. {' '.join(map(str, faults[:MAX_SAID]))}{more}",
            mend="Mend these lines and import the file again.",
            code="rows",
        )
    return rows, len(found) - len(rows)


def _fault(row: Row, made: Mapping[str, str]) -> Fault | None:
    try:
        if row.key and row.key in made:
            plan.check_key(row.key, made[row.key], row.digest)
        elif row.at:
            plan_rules.not_past(row.at, clock.now(), f"{row.at:%d %B %Y, %H:%M %Z}")
    except AboveboardError as error:
        return Fault(row.line, error)
    return None


def _campaigns(actor: Actor, brand: Brand, rows: Sequence[Row]) -> dict[str, Campaign]:
    known = {c.name: c for c in plans.campaigns(brand.id)}
    for name in dict.fromkeys(row.campaign for row in rows if row.campaign):
        if name not in known:
            known[name] = plan.create_campaign(actor, brand.id, name=name)
    return known


def _assets(actor: Actor, brand: Brand, rows: Sequence[Row]) -> dict[str, Asset]:
    """The pictures of all rows by their hash, each read once."""
    assets: dict[str, Asset] = {}
    for row in rows:
        for media in row.media:
            if media.digest in assets:
                continue
            try:
                added = add_asset(
                    actor, brand.id, name=media.path.name, data=media.path, alt=media.alt
                )
                assets[media.digest] = without_place(actor, added)
            except AboveboardError as error:
                raise Invalid(
                    f"Nothing was imported. Line {row.line}: {error.message}",
                    mend=error.mend,
                    code=error.code,
                ) from error
    return assets


def _keep(
    actor: Actor,
    brand: Brand,
    rows: Sequence[Row],
    campaigns: Mapping[str, Campaign],
    assets: Mapping[str, Asset],
    source: str,
) -> None:
    posts = plan.create_posts(
        actor,
        brand.id,
        [
            plan.NewPost(
                title=row.title,
                language=row.lang,
                campaign=campaigns.get(row.campaign),
                at=row.at,
                relationship=row.relationship,
                key=row.key,
                key_digest=row.digest if row.key else "",
            )
            for row in rows
        ],
    )
    add_texts(
        actor,
        [
            NewText(
                post=post,
                channel=row.channel,
                text=row.text,
                media=[(assets[one.digest], one.alt) for one in row.media],
                source=f"{source}, row {row.line}",
            )
            for post, row in zip(posts, rows, strict=True)
        ],
    )
