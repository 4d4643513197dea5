"""The rows of a CSV file of posts: each looked at by itself, every fault told with its line.

Columns: channel, text, at (ISO 8601 with offset, empty for as soon as it is approved), and
optionally media (a file beside the CSV, or several with “|” between), alt (likewise), lang,
campaign, key, title, relationship (none, paid, gifted, affiliate or employee).
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aboveboard.brand.models import Channel
from aboveboard.brand.rules import LANGUAGES
from aboveboard.create.actions.revising import checked
from aboveboard.kernel.digest import digest, file_sha256
from aboveboard.kernel.errors import AboveboardError, Invalid
from aboveboard.plan import rules as plan
from aboveboard.text.cleaning import clean, first_line

NEEDED = ("channel", "text", "at")
OPTIONAL = ("media", "alt", "lang", "campaign", "key", "title", "relationship")
MAX_BYTES = 20_000_000
MAX_ROWS = 20_000
_EXAMPLE = "2026-12-05T09:00:00+01:00"


@dataclass(frozen=True)
class Media:
    """A picture or video beside the file. `digest` is the SHA-256 of its bytes."""

    path: Path
    digest: str
    alt: str


@dataclass(frozen=True)
class Row:
    """A post to be; `line` is where it begins in the file, counting from 1."""

    line: int
    channel: Channel
    text: str
    at: datetime | None
    media: tuple[Media, ...]
    lang: str
    campaign: str
    key: str | None
    title: str
    relationship: str

    @property
    def digest(self) -> str:
        """Covers all that the row says, so that a key cannot come to mean something else."""
        at = self.at.isoformat() if self.at else ""
        media = [[one.digest, one.alt] for one in self.media]
        said = [str(self.channel.pk), self.text, at, self.lang, self.campaign, self.title]
        if self.relationship != "none":
            said.append(self.relationship)
        return digest([*said, media])


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row."""

    line: int
    error: AboveboardError

    def __str__(self) -> str:
        return f"Line {self.line}: {self.error}"


class Sheet:
    """A CSV file, its columns looked at. Raises Invalid for a file that is none.

    `language` is that of rows that name none; `folder` is where pictures are looked for, None
    allows none.
    """

    def __init__(
        self, data: bytes, *, channels: Sequence[Channel], language: str, folder: Path | None
    ) -> None:
        self._channels = channels
        self._language = language
        self._folder = folder.resolve() if folder else None
        self._hashes: dict[Path, str] = {}
        text = _decoded(data)
        top = text.partition("\n")[0]
        mark = ";" if ";" in top and "," not in top else ","
        self._cells = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=mark)
        try:
            self._columns = [cell.strip().lower() for cell in next(self._cells, [])]
        except csv.Error as error:
            raise Invalid(
                f"This file cannot be imported: its first line is not CSV ({error}).",
                mend=f"Begin it with the columns {', '.join(NEEDED)}.",
                code="columns",
            ) from error
        _check_columns(self._columns)

    def rows(self) -> Iterator[Row | Fault]:
        """The rows and faults in the order of the file; empty lines are passed over."""
        count = 0
        while True:
            line = self._cells.line_num + 1
            try:
                cells = next(self._cells, None)
                if cells is None:
                    return
                if not cells:
                    continue
                count += 1
                if count > MAX_ROWS:
                    raise csv.Error(f"{MAX_ROWS:,} rows is the most")
                yield self._row(line, cells)
            except AboveboardError as error:
                yield Fault(line, error)
            except csv.Error as error:
                # What follows cannot be told apart any more.
                yield Fault(line, Invalid(f"{error}.", mend="Mend its quotes, or split the file."))
                return

    def _row(self, line: int, cells: Sequence[str]) -> Row:
        if any(cells[len(self._columns) :]):
            raise Invalid(
                "It has more cells than there are columns.", mend="Quote texts with commas."
            )
        raw = dict(zip(self._columns, cells, strict=False))
        text = checked(raw.get("text", "")).strip()
        media = tuple(self._media(clean(raw.get("media", "")), clean(raw.get("alt", ""))))
        if not text and not media:
            raise Invalid("It has no text.", mend="Write one.")
        title = clean(raw.get("title", "")).strip() or first_line(text, 80) or "Picture"
        campaign = clean(raw.get("campaign", "")).strip()
        return Row(
            line=line,
            channel=self._channel(raw.get("channel", "").strip()),
            text=text,
            at=_moment(raw.get("at", "").strip()),
            media=media,
            lang=self._lang(raw.get("lang", "").strip().lower()),
            campaign=plan.title(campaign) if campaign else "",
            key=plan.key(raw.get("key")),
            title=plan.title(title),
            relationship=plan.relationship(raw.get("relationship", "")),
        )

    def _channel(self, name: str) -> Channel:
        named = [c for c in self._channels if c.name == name] or [
            c for c in self._channels if name.casefold() in (c.network, c.name.casefold())
        ]
        if len(named) != 1:
            known = ", ".join(c.name for c in self._channels) or "none yet"
            problem = "There is no channel" if not named else "There are several channels"
            raise Invalid(f"{problem} named “{name[:40]}”.", mend=f"Use one of: {known}.")
        return named[0]

    def _lang(self, lang: str) -> str:
        lang = lang or self._language
        if lang not in LANGUAGES:
            raise Invalid(
                f"“{lang[:10]}” is not one of {', '.join(LANGUAGES)}.", mend="Use one of them."
            )
        return lang

    def _media(self, raw: str, alts: str) -> Iterator[Media]:
        names = [part.strip() for part in raw.split("|") if part.strip()]
        said = [part.strip() for part in alts.split("|")]
        for number, name in enumerate(names):
            path = self._beside(name)
            yield Media(path, self._hashes[path], said[number] if number < len(said) else "")

    def _beside(self, name: str) -> Path:
        """The file of this name; nothing outside of the folder is ever looked at."""
        shown = name[:60]
        path = (self._folder / name).resolve() if self._folder else None
        if not path or not self._folder or not path.is_relative_to(self._folder):
            raise Invalid(
                f"“{shown}” is not beside the file.", mend="Put pictures and videos next to it."
            )
        if path in self._hashes:
            return path
        try:
            if not path.is_file():
                raise FileNotFoundError
            self._hashes[path] = file_sha256(path)
        except OSError:
            raise Invalid(
                f"There is no file “{shown}” that can be read.", mend="Put it next to the CSV."
            ) from None
        return path


def _check_columns(columns: Sequence[str]) -> None:
    said = [f"the column “{column}” is missing" for column in NEEDED if column not in columns]
    said += [
        f"there is no column “{column[:40]}”"
        for column in columns
        if column not in (*NEEDED, *OPTIONAL)
    ]
    said += [
        f"the column “{column}” is there twice"
        for column in (*NEEDED, *OPTIONAL)
        if columns.count(column) > 1
    ]
    if said:
        raise Invalid(
            f"This file cannot be imported: {', '.join(said[:8])}.",
            mend=f"The columns are {', '.join(NEEDED)}, and if wanted {', '.join(OPTIONAL)}.",
            code="columns",
        )


def _moment(raw: str) -> datetime | None:
    if not raw:
        return None
    try:
        at = datetime.fromisoformat(raw)
    except ValueError:
        raise Invalid(f"“{raw[:40]}” is no time.", mend=f"Write it like {_EXAMPLE}.") from None
    if at.tzinfo is None:
        raise Invalid(f"“{raw[:40]}” has no offset.", mend=f"Write it like {_EXAMPLE}.")
    return plan.moment(at)


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise Invalid(
            f"{MAX_BYTES // 1_000_000} MB is the most for an import.",
            mend="Split it.",
            code="too_large",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(
            "This file is not UTF-8.", mend="Save it as “CSV UTF-8” and try again.", code="encoding"
        ) from None
