"""The guards for texts alone: a line of a file, a call of REST or of an agent; no database.

What comes in is one text with what is known of it; what goes out are the findings, with offsets
in characters of that text. The guard `label` does not look here: it is about words that the studio
puts on a post, and there are none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from aboveboard.brand.folder import BrandFolder, voice_text
from aboveboard.brand.rules import LANGUAGES, Policy
from aboveboard.channels.registry import network
from aboveboard.check.context import Context
from aboveboard.check.guards import GUARDS
from aboveboard.check.guards.sameness import closeness
from aboveboard.check.proofreading import begun, faults
from aboveboard.check.rules import Case, File, Guard, Remark, remarks
from aboveboard.create.words.origins import Origin, Passage
from aboveboard.disclose.content import Content, Picture
from aboveboard.disclose.rules import Label
from aboveboard.kernel.digest import Json
from aboveboard.kernel.errors import Invalid
from aboveboard.text.grounding import Index, Source
from aboveboard.text.languages import guess
from aboveboard.text.voice.profiles import profile

MAX_TEXT = 40_000
MAX_HISTORY = 500
MAX_PICTURES, MAX_WORDS = 50, 5_000
Words = Annotated[str, Field(max_length=MAX_WORDS)]


class Text(BaseModel):
    """A text to be read: `lang` one of the five (guessed when empty), `history` earlier texts.

    `channel` is the name of a network, whose limits then hold. `pictures` are the words of each
    picture for those who cannot see it; empty where it has none.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str = Field(max_length=MAX_TEXT)
    lang: str = ""
    channel: str = ""
    history: Annotated[tuple[str, ...], Field(max_length=MAX_HISTORY)] = ()
    pictures: Annotated[tuple[Words, ...], Field(max_length=MAX_PICTURES)] = ()
    context: Context = Context()


@dataclass(frozen=True)
class Known:
    """What texts are compared with: a brand's policy, what may be stated, samples of its voice."""

    language: str = ""
    policy: Policy = field(default_factory=Policy)
    index: Index | None = None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scores:
    """How like the voice of the samples a text is, as a percentile among them, and how near to a
    text of its history or to a manner that generated text falls into: 0 to 1.

    None where there is nothing to compare with.
    """

    voice: float | None = None
    sameness: float | None = None


@dataclass(frozen=True)
class Reading:
    """What the guards said of a text, in the order of its words."""

    findings: tuple[Remark, ...]
    scores: Scores


NOTHING = Known()


def sources_of(folder: BrandFolder) -> list[Source]:
    """What a brand's folder lets one state. Raises Invalid naming the file that cannot be."""
    brand = folder.brand
    sources = [
        Source(
            id=f"{document.title}:{passage.line}",
            text=passage.text,
            lang=document.lang or brand.language,
            where=f"{file.name}, {passage.locator}",
            heading=passage.heading,
        )
        for file, document in zip(folder.knowledge, folder.documents(), strict=True)
        for passage in document.passages
    ]
    named = f"{brand.name}. {brand.about}"
    sources.append(Source(id="brand", text=named, lang=brand.language, where="the brand"))
    return sources


def known_of(folder: BrandFolder) -> Known:
    """A brand's folder, ready to compare with. Raises Invalid naming the file that cannot be."""
    return Known(
        language=folder.brand.language,
        policy=folder.brand.policy,
        index=Index(sources_of(folder)) if folder.knowledge else None,
        samples=tuple(voice_text(file) for file in folder.voice),
    )


def plain(remark: Remark) -> dict[str, Json]:
    """A finding as JSON."""
    return {
        "code": remark.code,
        "start": remark.start,
        "end": remark.end,
        "severity": remark.severity.value,
        "message": remark.message,
        "evidence": [{"source": one.source, "text": one.text} for one in remark.evidence],
        "rule": remark.rule,
    }


def plain_reading(reading: Reading) -> dict[str, Json]:
    """A reading as JSON: `findings` and `scores`."""
    scores = reading.scores
    return {
        "findings": [plain(one) for one in reading.findings],
        "scores": {"voice": scores.voice, "sameness": scores.sameness},
    }


def known_language(language: str) -> None:
    """Raises Invalid for a language that is not one of ours."""
    if language not in LANGUAGES:
        raise Invalid(
            f"“{language[:10]}” is not one of our languages.",
            mend=f"Use one of {', '.join(LANGUAGES)}.",
            code="language",
        )


def read(
    text: Text,
    known: Known = NOTHING,
    *,
    today: date,
    only: str = "",
    files: Sequence[File] = (),
) -> Reading:
    """What the guards say of a text, or one of them alone (`only`, its code).

    `files` are those of its pictures, where they are at hand. Raises Invalid for a language or a
    network nobody knows.
    """
    case = _case(text, _language(text, known), known, today, files, whole=not only)
    looking = [guard for guard in _looking(known) if only in ("", guard.code)]
    found = remarks(case, known.policy, looking)
    return Reading(findings=tuple(found), scores=_scores(case))


def load(text: Text, known: Known, *, today: date) -> None:
    """Let the guards read a text, but ask nothing of the process that holds the dictionaries.

    What they load is there for processes that are forked afterwards, and no thread began.
    """
    case = _case(text, _language(text, known), known, today, (), whole=False)
    remarks(replace(case, faults=tuple), known.policy, _looking(known))
    _scores(case)


def _language(text: Text, known: Known) -> str:
    language = text.lang or guess(text.text) or known.language or "en"
    known_language(language)
    return language


def _looking(known: Known) -> list[Guard]:
    """Facts can be held against knowledge only where there is some."""
    silent = {"label"} if known.index else {"label", "ungrounded"}
    return [guard for guard in GUARDS if guard.code not in silent]


def _scores(case: Case) -> Scores:
    voice = case.profile.likeness(case.text).score if case.profile and case.text else None
    same = closeness(case)
    return Scores(
        # Far off there are differences, too.
        voice=None if voice is None else float(f"{voice:.6g}"),
        sameness=None if same is None else round(same, 4),
    )


def _case(
    text: Text, language: str, known: Known, today: date, files: Sequence[File], *, whole: bool
) -> Case:
    adapter = network(text.channel or "site")
    origin = Origin(kind="model" if text.context.ai.text == "generated" else "import")
    return Case(
        text=text.text,
        language=language,
        passages=(Passage(text=text.text, origin=origin),) if text.text else (),
        content=Content(
            variant="",
            channel="",
            network=adapter.name,
            language=language,
            title="",
            at="",
            parts=(text.text,),
            pictures=tuple(Picture(asset="", digest="", alt=alt) for alt in text.pictures),
            label=Label(kind="brought", text="", ai=False),
            native={},
            revision="",
        ),
        # Here there are words alone.
        limits=replace(adapter.limits, media_least=0),
        room=adapter.count,
        knowledge=known.index or Index(()),
        network_title=adapter.title,
        day=today,
        profile=profile(known.samples, language) if known.samples else None,
        faults=begun(text.text, language) if whole else partial(faults, text.text, language),
        context=text.context,
        history=text.history,
        files=files,
    )
