"""Commands that need no database: a draft from a brief's file, a check of a text."""

import json
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from aboveboard.brand.folder import BrandFolder, read_folder
from aboveboard.channels.base import Network
from aboveboard.channels.registry import network, networks
from aboveboard.check.batch import known_language, plain, sources_of
from aboveboard.check.guards import GUARDS
from aboveboard.check.rules import Case, Remark, remarks
from aboveboard.create.words.origins import Passage, shares, text_of
from aboveboard.create.words.writer import Material, Room
from aboveboard.create.words.writer import draft as write
from aboveboard.disclose.content import Content, thread_of, with_label
from aboveboard.disclose.rules import label_for
from aboveboard.kernel.errors import Invalid
from aboveboard.plan import rules as plan
from aboveboard.text.grounding import Index, Source


def _names(*names: str) -> Any:
    return AliasChoices(*names)


class BriefFile(BaseModel):
    """A brief as a TOML file; `messages` is the heart of it."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    title: str = ""
    goal: str = ""
    audience: str = ""
    messages: list[str] = Field(
        default_factory=list, validation_alias=_names("messages", "key_messages")
    )
    facts: list[str] = Field(default_factory=list, validation_alias=_names("facts", "facts_to_use"))
    ask: str = Field(default="", validation_alias=_names("ask", "call_to_action", "cta"))
    link: str = Field(default="", validation_alias=_names("link", "url"))
    tags: list[str] = Field(default_factory=list, validation_alias=_names("tags", "hashtags"))
    language: str = Field(default="", validation_alias=_names("language", "lang"))
    channels: list[str] = Field(
        default_factory=list, validation_alias=_names("channels", "networks")
    )
    campaign: str = ""


@click.command()
@click.argument("brief", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--brand", required=True, type=click.Path(path_type=Path), help="The brand's folder.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def draft(brief: Path, brand: Path, as_json: bool) -> None:
    """Draft posts from a BRIEF.toml, one for each of its channels. Needs no database."""
    folder = read_folder(brand)
    told = read_brief(brief)
    language = told.language or folder.brand.language
    known_language(language)
    index = _index(folder, _said(told), language)
    variants = [
        _variant(network(name), told, folder, language, index)
        for name in told.channels or networks()
    ]
    if as_json:
        click.echo(json.dumps({"title": told.title, "variants": variants}, ensure_ascii=False))
        return
    for variant in variants:
        click.echo(f"{variant['channel']} ({variant['count']} of {variant['limit']})")
        click.echo(f"{variant['text']}\n")


def _variant(
    adapter: Network, told: BriefFile, folder: BrandFolder, language: str, index: Index
) -> dict[str, Any]:
    limits, room = adapter.limits, room_of(adapter)
    material = material_of(told, language)
    passages = write(material, room)
    content = _content(adapter, passages, folder, language)
    return {
        "channel": adapter.name,
        "text": text_of(passages),
        "parts": list(content.parts),
        "count": max(adapter.count(part) for part in content.parts),
        "limit": limits.text,
        "language": language,
        "passages": [passage.model_dump() for passage in passages],
        "shares": shares(passages).model_dump(),
        "label": content.label.model_dump(),
        "findings": [plain(one) for one in _looked(adapter, passages, folder, language, index)],
    }


def room_of(adapter: Network) -> Room:
    """A network with its usual limits, as the writer sees it."""
    limits = adapter.limits

    def fits(text: str) -> bool:
        within = adapter.count(text) <= limits.text
        return within and (not limits.text_bytes or len(text.encode()) <= limits.text_bytes)

    return Room(
        fits=fits, limit=limits.text, threads=adapter.capabilities.threads, source=adapter.name
    )


def material_of(told: BriefFile, language: str) -> Material:
    """A brief's file as the writer takes it."""
    return Material(
        messages=plan.messages(told.messages) or ([told.goal] if not told.ask else []),
        proof=[(fact, "the brief") for fact in told.facts],
        ask=told.ask,
        link=told.link,
        tags=[tag.lstrip("#") for tag in told.tags],
        campaign=told.campaign,
        language=language,
        author="",
        at=datetime.now(UTC).isoformat(timespec="minutes"),
    )


def _content(
    adapter: Network, passages: tuple[Passage, ...], folder: BrandFolder, language: str
) -> Content:
    label = label_for(shares(passages), folder.brand.policy, language)
    can = adapter.capabilities
    parts = thread_of(text_of(passages))
    if not can.in_parts:
        parts = ("\n\n".join(parts),)
    return Content(
        variant="",
        channel="",
        network=adapter.name,
        language=language,
        title="",
        at="",
        parts=with_label(parts, label, native=can.says_ai),
        pictures=(),
        label=label,
        native=can.native(ai=label.ai, media=False),
        revision="",
    )


def _looked(
    adapter: Network,
    passages: tuple[Passage, ...],
    folder: BrandFolder,
    language: str,
    index: Index,
) -> list[Remark]:
    case = Case(
        text=text_of(passages),
        language=language,
        passages=passages,
        content=_content(adapter, passages, folder, language),
        # Here there are words alone; their pictures come later.
        limits=replace(adapter.limits, media_least=0),
        room=adapter.count,
        knowledge=index,
        network_title=adapter.title,
    )
    return remarks(case, folder.brand.policy, GUARDS)


def _index(folder: BrandFolder, said: tuple[str, ...], language: str) -> Index:
    sources = sources_of(folder)
    sources += [
        Source(id=f"brief-{n}", text=text, lang=language, where="the brief")
        for n, text in enumerate(said)
        if text
    ]
    return Index(sources)


def _said(told: BriefFile) -> tuple[str, ...]:
    return (
        told.title,
        told.goal,
        told.audience,
        *told.messages,
        *told.facts,
        told.ask,
        told.link,
        " ".join(told.tags),
    )


def read_brief(path: Path) -> BriefFile:
    """The brief in a TOML file. Raises Invalid."""
    try:
        raw = tomllib.loads(bytes_of(path).decode("utf-8"))
        inner = raw.get("brief")
        told = BriefFile.model_validate(inner if isinstance(inner, dict) else raw)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Invalid(f"{path.name} cannot be read: {error}.", mend="Mend that line.", code="brief")
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{path.name}: {place}: {first['msg']}.", mend="Mend that.", code="brief")
    if not (told.messages or told.goal or told.ask or told.facts):
        raise Invalid(
            f"{path.name} says nothing yet.",
            mend="Give it at least one message, a goal or a call to action.",
            code="empty_brief",
        )
    return told


def bytes_of(path: Path) -> bytes:
    """What a file holds. Raises Invalid for one that is too large or cannot be read."""
    try:
        if path.stat().st_size > 2_000_000:
            raise Invalid(f"{path.name} is larger than 2 MB.", mend="Cut it.", code="too_long")
        return path.read_bytes()
    except OSError as error:
        raise Invalid(f"{path} cannot be read: {error.strerror}.", mend="Name a file.", code="file")
