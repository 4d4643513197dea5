"""Posts from a CSV file: every row is looked at before the first is kept.

Columns: channel, text, at (ISO 8601 with offset, empty for as soon as it is approved), and
optionally media (a file beside the CSV, or several with “|” between), alt (likewise), lang,
campaign, key. A key makes a row idempotent: again it is the same post, with other content an
error. Texts of an import have the file as their origin.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand, Channel
from aboveboard.brand.rules import LANGUAGES
from aboveboard.create.actions.pictures import add_asset
from aboveboard.create.actions.words import add_variant, set_pictures, write_variant
from aboveboard.create.models import Variant
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest
from aboveboard.kernel.errors import AboveboardError, Invalid
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan import rules as plan_rules
from aboveboard.plan.models import Campaign
from aboveboard.text.cleaning import clean, first_line

NEEDED = ("channel", "text", "at")
OPTIONAL = ("media", "alt", "lang", "campaign", "key", "title")
MAX_BYTES = 20_000_000
MAX_ROWS = 20_000
MAX_SAID = 10


@dataclass(frozen=True)
class Imported:
    """How many posts are new, and how many rows' keys had made theirs before."""

    new: int
    known: int


@dataclass(frozen=True)
class _Row:
    line: int
    channel: Channel
    text: str
    at: datetime | None
    media: tuple[tuple[str, bytes, str], ...]
    lang: str
    campaign: str
    key: str | None
    title: str

    @property
    def digest(self) -> str:
        at = self.at.isoformat() if self.at else ""
        return digest([str(self.channel.pk), self.text, at, self.lang, self.campaign])


def import_rows(
    actor: Actor, brand_id: UUID, data: bytes, *, folder: Path | None, name: str
) -> Imported:
    """Make a post of each row. Raises Invalid naming lines and mends; then nothing is kept.

    `folder` is where media files are looked for; None allows none.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    rows = _rows(brand, data, folder)
    new = 0
    with transaction.atomic():
        campaigns = _campaigns(actor, brand, rows)
        for row in rows:
            try:
                new += _keep(actor, brand, row, campaigns, f"{name[:120]}, row {row.line}")
            except AboveboardError as error:
                raise type(error)(
                    f"Line {row.line}: {error.message} Nothing was imported.",
                    mend=error.mend,
                    code=error.code,
                )
    return Imported(new=new, known=len(rows) - new)


def _keep(
    actor: Actor, brand: Brand, row: _Row, campaigns: dict[str, Campaign], source: str
) -> bool:
    post = plan.create_post(
        actor,
        brand.id,
        title=row.title or first_line(row.text, 80) or "Picture",
        language=row.lang,
        campaign=campaigns.get(row.campaign),
        at=row.at,
        key=row.key,
        key_digest=row.digest if row.key else "",
    )
    if Variant.objects.filter(post=post).exists():
        return False
    variant = add_variant(actor, post, row.channel)
    write_variant(actor, variant.id, text=row.text, origin_source=source)
    if row.media:
        pictures = []
        for file, content, alt in row.media:
            asset = add_asset(actor, brand.id, name=file, data=content, alt=alt)
            pictures.append((asset.id, alt or asset.alt))
        set_pictures(actor, variant.id, pictures)
    return True


def _campaigns(actor: Actor, brand: Brand, rows: Sequence[_Row]) -> dict[str, Campaign]:
    known = {c.name: c for c in plans.campaigns(brand.id)}
    for name in {row.campaign for row in rows if row.campaign} - set(known):
        known[name] = plan.create_campaign(actor, brand.id, name=name)
    return known


def _rows(brand: Brand, data: bytes, folder: Path | None) -> list[_Row]:
    reader = csv.DictReader(io.StringIO(_decoded(data)), strict=True, restval="")
    header = [(field or "").strip().lower() for field in reader.fieldnames or []]
    reader.fieldnames = header
    missing = [column for column in NEEDED if column not in header]
    unknown = [column for column in header if column not in (*NEEDED, *OPTIONAL)]
    if missing or unknown:
        said = [f"the column “{column}” is missing" for column in missing]
        said += [f"there is no column “{column[:40]}”" for column in unknown]
        raise Invalid(
            f"This file cannot be imported: {', '.join(said)}.",
            mend=f"The columns are {', '.join(NEEDED)}, and if wanted {', '.join(OPTIONAL)}.",
            code="columns",
        )
    rows, errors = _looked_at(brand, reader, folder)
    if errors:
        more = f" And {len(errors) - MAX_SAID} more." if len(errors) > MAX_SAID else ""
        raise Invalid(
            f"Nothing was imported. {' '.join(errors[:MAX_SAID])}{more}",
            mend="Mend these lines and import the file again.",
            code="rows",
        )
    if not rows:
        raise Invalid("This file has no rows.", mend="Give a row a post.", code="rows")
    return rows


def _looked_at(
    brand: Brand, reader: "csv.DictReader[str]", folder: Path | None
) -> tuple[list[_Row], list[str]]:
    channels = list(brands.channels(brand.id))
    rows: list[_Row] = []
    errors: list[str] = []
    try:
        for raw in reader:
            if len(rows) + len(errors) >= MAX_ROWS:
                errors.append(f"{MAX_ROWS:,} rows is the most.")
                break
            try:
                rows.append(_row(brand, raw, reader.line_num, channels, folder))
            except AboveboardError as error:
                errors.append(f"Line {reader.line_num}: {error}")
    except csv.Error as error:
        errors.append(f"Line {reader.line_num}: {error}.")
    return rows, errors


def _row(
    brand: Brand,
    raw: dict[str, str],
    line: int,
    channels: Sequence[Channel],
    folder: Path | None,
) -> _Row:
    if None in raw:
        raise Invalid("It has more cells than there are columns.", mend="Quote texts with commas.")
    text = clean(raw["text"]).strip()
    media = tuple(_media(raw.get("media", ""), raw.get("alt", ""), folder))
    if not text and not media:
        raise Invalid("It has no text.", mend="Write one.")
    at = _moment(raw["at"].strip())
    if at:
        shown = f"{at:%d %B %Y, %H:%M %Z}"
        plan_rules.not_past(at, clock.now(), shown)
    lang = raw.get("lang", "").strip() or brand.language
    if lang not in LANGUAGES:
        raise Invalid(
            f"“{lang[:10]}” is not one of {', '.join(LANGUAGES)}.", mend="Use one of them."
        )
    return _Row(
        line=line,
        channel=_channel(raw["channel"].strip(), channels),
        text=text,
        at=at,
        media=media,
        lang=lang,
        campaign=clean(raw.get("campaign", "")).strip()[:160],
        key=clean(raw.get("key", "")).strip()[:200] or None,
        title=clean(raw.get("title", "")).strip()[:160],
    )


def _channel(name: str, channels: Sequence[Channel]) -> Channel:
    named = [c for c in channels if c.name == name] or [
        c for c in channels if name.casefold() in (c.network, c.name.casefold())
    ]
    if len(named) != 1:
        known = ", ".join(c.name for c in channels)
        problem = "There is no channel" if not named else "There are several channels"
        raise Invalid(f"{problem} named “{name[:40]}”.", mend=f"Use one of: {known}.")
    return named[0]


def _moment(raw: str) -> datetime | None:
    if not raw:
        return None
    try:
        at = datetime.fromisoformat(raw)
    except ValueError:
        raise Invalid(f"“{raw[:40]}” is no time.", mend="Write it like 2026-12-05T09:00:00+01:00.")
    if at.tzinfo is None:
        raise Invalid(
            f"“{raw[:40]}” has no offset.", mend="Write it like 2026-12-05T09:00:00+01:00."
        )
    return at


def _media(raw: str, alts: str, folder: Path | None) -> Iterator[tuple[str, bytes, str]]:
    names = [part.strip() for part in raw.split("|") if part.strip()]
    said = [part.strip() for part in alts.split("|")]
    for number, name in enumerate(names):
        path = (folder / name).resolve() if folder else None
        if not path or not folder or not path.is_relative_to(folder.resolve()):
            raise Invalid(f"“{name[:60]}” is not beside the file.", mend="Put pictures next to it.")
        if not path.is_file():
            raise Invalid(f"There is no file “{name[:60]}”.", mend="Put it next to the CSV.")
        yield path.name, path.read_bytes(), said[number] if number < len(said) else ""


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise Invalid(f"{MAX_BYTES // 1_000_000} MB is the most for an import.", mend="Split it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(
            "This file is not UTF-8.", mend="Save it as “CSV UTF-8” and try again.", code="encoding"
        )
