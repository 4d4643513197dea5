"""What stands in the margin: findings by number, origins by letter, and what one can do about each.

In: what the guards said and who wrote which passage. Out: plain values for templates and script.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aboveboard.check.guards import GUARDS
from aboveboard.check.guards.fit import SIGNED
from aboveboard.check.measured import how_often
from aboveboard.check.models import Finding
from aboveboard.create import queries
from aboveboard.create.models import Revision, Suggestion
from aboveboard.create.words.origins import Origin, Passage
from aboveboard.faces.web.choices import LANGUAGES
from aboveboard.faces.web.editor.offers import title_of
from aboveboard.faces.web.quoting import quoted
from aboveboard.faces.web.told import told
from aboveboard.faces.web.told.places import entry_told, place_told
from aboveboard.people.models import User
from aboveboard.text.quantities import quantities
from aboveboard.text.sentences import sentences

_LEVEL = {"block": "stop", "warn": "warn", "note": "look"}
_TITLES = {guard.code: guard.title for guard in GUARDS}
_NOTED = {"model": "mod", "pasted": "src", "import": "src"}


@dataclass(frozen=True)
class Act:
    """A small act under a note.

    `opens` is a dialog; `replaces` how many UTF-16 units before and after the marked words go
    with them when `words` are put there; `selects` marks the passage for one to write anew.
    """

    word: str
    url: str = "#"
    post: bool = False
    opens: str = ""
    replaces: str = ""
    words: str = ""
    selects: bool = False


@dataclass(frozen=True)
class Note:
    """A remark in the margin on the characters `start` to `end` of the text."""

    ref: str
    level: str
    title: str
    text: str
    start: int
    end: int
    tone: str = ""
    source: str = ""
    reason: str = ""
    settled: bool = False
    measurable: bool = False
    right: int | None = None
    of: int | None = None
    acts: tuple[Act, ...] = ()
    finding: UUID | None = None
    pasted: Origin | None = None


@dataclass(frozen=True)
class Voices:
    """Who is behind the origins of a text: people's names and models' suggestions, by id."""

    people: Mapping[str, str]
    suggestions: Mapping[str, Suggestion]
    revisions: Mapping[str, int] = field(default_factory=dict)


def voices(passages: Sequence[Passage]) -> Voices:
    """Those behind these passages: three queries at most."""
    people = {p.origin.by for p in passages if p.origin.kind == "pasted" and _is_id(p.origin.by)}
    asked = {p.origin.source for p in passages if p.origin.kind == "model"}
    found = Suggestion.objects.filter(pk__in=[one for one in asked if _is_id(one)])
    origins = {p.origin.of for p in passages if p.origin.of and _is_id(p.origin.of)}
    texts = Revision.objects.filter(pk__in=origins) if origins else ()
    return Voices(
        {str(u.pk): u.name or u.email for u in User.objects.filter(pk__in=people)}
        if people
        else {},
        {str(s.pk): s for s in found.select_related("asked_by")} if asked else {},
        {str(r.pk): r.number for r in texts},
    )


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def finding_notes(
    findings: Iterable[Finding], text: str, language: str, *, may_write: bool
) -> list[Note]:
    """A note for each finding, by number; those that hold the post come first."""
    order = sorted(findings, key=lambda one: not holds(one))
    return [
        _finding_note(number, one, text, language, may_write=may_write)
        for number, one in enumerate(order, start=1)
    ]


def holds(finding: Finding) -> bool:
    """Whether the post cannot go out before something is done about it."""
    return finding.severity == "block" and finding.state == "open"


def _finding_note(
    number: int, finding: Finding, text: str, language: str, *, may_write: bool
) -> Note:
    settled = finding.state != "open"
    often = how_often(finding.code, language)
    acts: list[Act] = []
    if may_write and not settled:
        acts += _mends(finding, text, language)
        acts += _clips(finding)
        if finding.severity != "block":
            acts.append(Act(word=_("Leave it, because…"), opens=f"leave-{finding.id.hex}"))
    return Note(
        ref=str(number),
        level="" if settled else _LEVEL[finding.severity],
        title=told(_TITLES.get(finding.code, finding.code)),
        text=told(finding.message),
        source=_source(finding),
        start=finding.start,
        end=finding.end,
        reason=finding.reason,
        settled=settled,
        measurable=not settled,
        right=often.right if often else None,
        of=often.of if often else None,
        acts=tuple(acts),
        finding=finding.id,
    )


def _source(finding: Finding) -> str:
    """What a finding rests on: what was measured, the nearest passages, or else the rule alone."""
    if finding.code == "contrast":
        return ". ".join(told(one) for one in (finding.evidence[0]["text"], finding.rule))
    if finding.code == "manipulation":
        filed = [said for one in finding.evidence if (said := _filed(one["source"], one["text"]))]
        return ". ".join([*filed, told(finding.rule)])
    shown = "; ".join(_shown(finding.code, one) for one in finding.evidence[:2])
    if finding.code in _OF_OTHERS and shown:
        return _("Nearest: %(near)s") % {"near": shown}
    return shown or told(finding.rule)


# Whose evidence is what others wrote that comes nearest; and what we measured or keep ourselves.
_OF_OTHERS = {"ungrounded", "unsafe_claim", "green_claim"}
_OURS = {"counted", "measured", "the record"}


def _shown(code: str, one: Mapping[str, str]) -> str:
    text, source = entry_told(told(one["text"])), place_told(told(one["source"]))
    if one["source"] in _OURS or code == "readability":
        return f"{text} ({source})" if source else text
    return f"{quoted(text)} ({source})"


def _filed(source: str, text: str) -> str:
    """What the brief says is left, or when it ends; "" where it does not say."""
    if source == "stock" and text != "unknown":
        return _("Left by the brief: %(said)s") % {"said": told(text)}
    if source == "deadline" and text != "none":
        day = formats.date_format(date.fromisoformat(text), "LONG_DAY_YEAR")
        return _("End by the brief: %(said)s") % {"said": day}
    return quoted(entry_told(text)) if source == "on file" else ""


def _mends(finding: Finding, text: str, language: str) -> list[Act]:
    """For a picture: one that fits. For a fact nobody gave: the one that stands nearest."""
    if finding.code == "fit" and finding.rule != SIGNED:
        url = reverse("fit_pictures", args=[finding.variant_id])
        return [Act(word=_("Fit it"), url=url, post=True)]
    if finding.code != "ungrounded" or text[finding.start : finding.end] != finding.words:
        return []
    acts = []
    nearest = _nearest(finding, language)
    if nearest:
        acts.append(
            Act(word=_("Use “%(value)s”") % {"value": nearest}, replaces="0,0", words=nearest)
        )
    for sentence in sentences(text, language):
        if sentence.start <= finding.start and finding.end <= sentence.end:
            after = text[finding.end : sentence.end]
            after += " " if text[sentence.end : sentence.end + 1] == " " else ""
            before = text[sentence.start : finding.start]
            span = f"{_units(before)},{_units(after)}"
            acts.append(Act(word=_("Take the sentence out"), replaces=span))
    return acts


# How the guards speak of a video that does not go out as it is.
_VIDEO = re.compile(r"(?:The video|Video (\d+)) ")


def _clips(finding: Finding) -> list[Act]:
    """For a video that is too long, too large or of another kind: where a clip of it is made."""
    told = _VIDEO.match(finding.message)
    head = finding.variant.head
    if finding.code not in ("fit", "length") or not told or not head:
        return []
    number = int(told[1]) - 1 if told[1] else None
    for at, one in enumerate(queries.assets_of(head)):
        if one.is_video and number in (None, at):
            where = f"{reverse('clip', args=[one.pk])}?for={finding.variant.channel_id}"
            return [Act(word=_("Make a clip that fits"), url=where)]
    return []


def _nearest(finding: Finding, language: str) -> str:
    """What the nearest passage says in place of the words, when it says one such thing only."""
    stated = quantities(finding.words, language)
    if len(stated) != 1 or len(finding.evidence) != 1:
        return ""
    kind, unit = stated[0].kind, stated[0].unit
    there = [
        one
        for one in quantities(str(finding.evidence[0]["text"]), language)
        if (one.kind, one.unit) == (kind, unit)
    ]
    return _written_as(finding.words, there[0].span.text) if len(there) == 1 else ""


_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")


def _written_as(words: str, other: str) -> str:
    """The other figure with its sign where the words have it: “€45” beside “40 €” is “45 €”."""
    mine, theirs = _NUMBER.search(words), _NUMBER.search(other)
    if not mine or not theirs or _NUMBER.sub("", words).strip() != _NUMBER.sub("", other).strip():
        return other
    return words[: mine.start()] + theirs[0] + words[mine.end() :]


def _units(text: str) -> int:
    """Length in UTF-16 units, as scripts count."""
    return len(text.encode("utf-16-le")) // 2


def origin_notes(
    passages: Sequence[Passage], known: Voices, *, may_write: bool
) -> tuple[list[Note], list[Note]]:
    """Notes on passages that no person typed (a template's aside), and a mark for each passage.

    Passages of one origin share a note and its letter.
    """
    placed: list[tuple[Origin, Passage, int]] = []
    at = 0
    for passage in passages:
        if passage.origin.kind in _NOTED and passage.text.strip():
            placed.append((passage.origin, passage, at))
        at += len(passage.text)
    order = list(dict.fromkeys(_key(origin) for origin, _passage, _at in placed))
    placed.sort(key=lambda one: (order.index(_key(one[0])), one[2]))
    notes: list[Note] = []
    marks: list[Note] = []
    for number, (_k, group) in enumerate(groupby(placed, key=lambda one: _key(one[0]))):
        some = [(passage, start) for _origin, passage, start in group]
        note = _origin_note(_letter(number), some, known, may_write=may_write)
        notes.append(note)
        marks += [_mark(note, start, start + len(passage.text)) for passage, start in some]
    return notes, marks


def _key(origin: Origin) -> tuple[str, str, str]:
    return origin.kind, origin.by, origin.source


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else f"a{number}"


def _mark(note: Note, start: int, end: int) -> Note:
    return Note(note.ref, note.tone, note.title, note.text, start, end)


def _origin_note(
    ref: str, some: Sequence[tuple[Passage, int]], known: Voices, *, may_write: bool
) -> Note:
    first, start = some[0]
    acts: list[Act] = []
    if may_write and first.origin.kind == "model":
        acts.append(Act(word=_("Put it in my words"), selects=True))
        if len(some) == 1:
            acts.append(Act(word=_("Take out"), replaces="0,0"))
    if may_write and first.origin.kind == "pasted":
        acts.append(Act(word=_("Say from where"), opens=f"from-{ref}"))
    return Note(
        ref=ref,
        level="",
        pasted=first.origin if first.origin.kind == "pasted" else None,
        tone=_NOTED[first.origin.kind],
        title=_origin_title(first.origin, known),
        text=_origin_text([passage for passage, _start in some], known),
        start=start,
        end=start + len(first.text),
        acts=tuple(acts),
    )


def _origin_title(origin: Origin, known: Voices) -> str:
    if origin.kind == "model":
        return origin.by or _("A model")
    if origin.kind == "pasted":
        who = known.people.get(origin.by, "")
        return _("Pasted by %(who)s") % {"who": who} if who else _("Pasted")
    return _("From %(source)s") % {"source": origin.source or _("a file")}


def _origin_text(passages: Sequence[Passage], known: Voices) -> str:
    origin = passages[0].origin
    said = []
    if origin.at:
        at = timezone.localtime(datetime.fromisoformat(origin.at))
        said.append(f"{formats.date_format(at, 'WEEKDAY')}, {at:%H:%M}.")
    if origin.kind == "pasted" and origin.source:
        said.append(_("From %(source)s") % {"source": origin.source} + ".")
    asked = known.suggestions.get(origin.source)
    wanted = ": ".join(filter(None, (str(title_of(asked)), asked.instruction))) if asked else ""
    if asked and wanted:
        who = asked.asked_by.name if asked.asked_by else _("Somebody")
        said.append(_("%(who)s asked: “%(words)s”") % {"who": who, "words": wanted})
    if origin.translated:
        language = dict(LANGUAGES).get(origin.translated, origin.translated)
        number = known.revisions.get(origin.of)
        said.append(
            _("Translated from %(language)s, revision %(n)d.") % {"language": language, "n": number}
            if number
            else _("Translated from %(language)s.") % {"language": language}
        )
    if origin.kind == "pasted" and origin.source:
        said.append(_("From: %(source)s.") % {"source": origin.source.rstrip(".")})
    count = sum(len(passage.text.split()) for passage in passages)
    said.append(ngettext("%(n)d word.", "%(n)d words.", count) % {"n": count})
    return " ".join(said)
