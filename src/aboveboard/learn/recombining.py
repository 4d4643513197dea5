"""Ideas without a model: quotes of the sources, two and two, in sentences of ours (pure).

Every word of an idea stands in a source or in `angles`; nothing else is put in. An idea is quoted
from where it stands, so it can be checked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

import regex

from aboveboard.learn.angles import ANGLES, MARKS, Angle
from aboveboard.learn.material import Aim, Material, Quote, Worked
from aboveboard.plan.observances import Day
from aboveboard.plan.reasons import Part, Proposal, Reason, SourceKind
from aboveboard.plan.rules import MAX_TITLE
from aboveboard.text.knowledge import Index, Source, stems
from aboveboard.text.quantities import quantities

# Shorter passages are headings, longer ones say too much for one idea.
SHORTEST, LONGEST = 18, 300
HEAD_WORDS, HEAD_LETTERS = 7, 52
# A passage answers a question from this nearness on (cosine of rare words). Of nineteen questions
# in three languages the eleven with an answer in the knowledge score 0.17 and more, others 0.09.
ANSWERS = 0.15
# A season and an opening time are told about this many days ahead, a day of the year earlier.
SOON = 24
# A passage that names a day further off than this is not for now.
NOT_YET = 92
_DATED = regex.compile(r"(?:(\d{4})|-)-(\d\d)-(\d\d)")
# A first sentence that is short enough to stand for the whole.
_FIRST = regex.compile(rf".{{12,{HEAD_LETTERS}}}?[.!?](?= )")
_HOLE = regex.compile(r"\{(\w+)\}")
_WE = {
    "en": r"\b(?:we|our|us)\b",
    "nl": r"\b(?:wij|we|ons|onze)\b",
    "fr": r"\b(?:nous|notre|nos)\b",
    "de": r"\b(?:wir|uns|unser\w*)\b",
    "hu": r"\b(?:mi|nálunk|\p{L}+(?:unk|ünk|juk|jük))\b",
}
_TELLS_NUMBER = frozenset({"number", "percent", "measure", "duration"})
_NO_STORY = frozenset({"price", "url", "email", "phone", "weekday", "handle"})
_NO_SCENE = _NO_STORY | {"negation"}


@dataclass(frozen=True)
class Candidate:
    """An idea that could be proposed. `group` is the source it must not follow itself from."""

    proposal: Proposal
    angle: Angle
    group: str
    score: float


def candidates(material: Material) -> list[Candidate]:
    """All that can be put together, in no order."""
    usable = [one for one in material.quotes if _usable(one)]
    if material.only:
        aim = stems(f"{material.only.name} {material.only.goal}")
        near = [one for one in usable if stems(one.text) & aim]
        usable = near or usable
    maker = _Maker(material, usable)
    return [*maker.all()]


def _usable(quote: Quote) -> bool:
    long_enough = SHORTEST <= len(quote.text) <= LONGEST
    return long_enough and (quote.row or quote.text.rstrip()[-1:] in ".!?…")


def head_of(text: str) -> str:
    """The first words of a quote, whole, with an ellipsis when there are more."""
    words = text.split()
    first = _FIRST.match(text)
    if first:
        return first[0]
    kept = words[:HEAD_WORDS]
    while len(kept) > 1 and len(" ".join(kept)) > HEAD_LETTERS:
        kept.pop()
    said = " ".join(kept)
    return said if len(kept) == len(words) else f"{said.rstrip(' .,;:–—-')}…"


def common(texts: Iterable[str]) -> frozenset[str]:
    """The stems that stand in so many of the texts that they tell no matter from another."""
    found = [stems(text) for text in texts]
    often = Counter(stem for words in found for stem in words)
    return frozenset(stem for stem, count in often.items() if count > max(2, len(found) / 8))


class _Maker:
    """Goes through the sources once for each angle."""

    def __init__(self, material: Material, usable: Sequence[Quote]) -> None:
        self._of = material
        self._lang = material.language
        stated = {one: quantities(one.text, self._lang) for one in usable}
        self._dates = {
            one: [day for found in stated[one] if (day := _date(found.value, material.today))]
            for one in usable
        }
        self._quotes = [one for one in usable if all(map(self._is_for_now, self._dates[one]))]
        self._kinds = {one: {found.kind for found in stated[one]} for one in self._quotes}

    def all(self) -> Iterator[Candidate]:
        yield from self._days()
        yield from self._questions()
        yield from self._again()
        yield from self._stories()
        yield from self._aims()
        for quote in self._quotes:
            yield from self._alone(quote)

    def _is_for_now(self, day: date) -> bool:
        return (day - self._of.today).days <= NOT_YET

    def _days(self) -> Iterator[Candidate]:
        for day in self._of.days:
            if day.observance.quiet:
                continue
            ahead = (day.date - self._of.today).days
            name = day.observance.name(self._lang)
            for quote in self._quotes:
                strength = day.observance.concern(quote.text, self._lang)
                # What ends before the day comes does not fit it.
                over = any(self._of.today <= told < day.date for told in self._dates[quote])
                if not strength or over:
                    continue
                is_hours = "hours" in day.observance.topics
                if is_hours and (ahead > SOON or "weekday" not in self._kinds[quote]):
                    continue
                angle: Angle = "hours" if is_hours else "occasion"
                holes = {"name": _named(name, "observances"), "q": quote, "head": quote}
                why = (day_reason(day, self._lang), passage_reason(quote))
                score = 0.9 - ahead / 90 + strength / 10
                yield self._made(angle, holes, why, quote, score, kind="occasion", day=day)

    def _questions(self) -> Iterator[Candidate]:
        index = Index(
            [Source(str(n), one.text, self._lang, one.where) for n, one in enumerate(self._quotes)]
        )
        answered: list[tuple[Quote, Quote, Reason]] = []
        for asked in self._of.questions:
            near = index.near(asked.text)
            if not near or near[0][1] < ANSWERS:
                continue
            answer = self._quotes[near[0][0].number]
            said = Quote(asked.text, asked.text, asked.place, f"question:{asked.ref}", 0)
            why = Reason("question", asked.text, where=asked.place, ref=asked.ref)
            answered.append((said, answer, why))
            holes = {"head": said, "q": said, "q2": answer}
            both = (why, passage_reason(answer))
            yield self._made("question", holes, both, answer, 1.2, kind="question")
        for three in (answered[at : at + 3] for at in range(0, len(answered) - 2, 3)):
            first, second, third = (said for said, _, _ in three)
            holes = {"head": first, "q": first, "q2": second, "q3": third}
            why_all = tuple(
                reason for _, answer, why in three for reason in (why, passage_reason(answer))
            )
            yield self._made("series", holes, why_all, first, 0.8, kind="question")

    def _again(self) -> Iterator[Candidate]:
        everywhere = common(one.text for one in self._quotes)
        for post in self._of.worked:
            ours = stems(post.text) - everywhere
            for quote in self._quotes:
                if len(ours & stems(quote.text)) < 2:
                    continue
                holes = {"post": _named(post.title, "post"), "head": quote, "q": quote}
                why = (post_reason(post), passage_reason(quote))
                score = 0.6 + 0.5 * post.above / max(post.like, 4)
                yield self._made(
                    "again", holes, why, quote, score, kind="post", channel=post.channel
                )

    def _stories(self) -> Iterator[Candidate]:
        plain = [one for one in self._quotes if not self._kinds[one] & _NO_STORY and not one.row]
        for run in zip(plain, plain[1:], plain[2:], strict=False):
            together = all(
                a.group == b.group and 0 < b.line - a.line <= 2 and stems(a.text) & stems(b.text)
                for a, b in pairwise(run)
            )
            if together and sum(len(one.text) for one in run) <= 2 * LONGEST:
                holes = {"head": run[0], "q": run[0], "q2": run[1], "q3": run[2]}
                why = tuple(passage_reason(one) for one in run)
                yield self._made("story", holes, why, run[0], 0.7, kind="passage")

    def _aims(self) -> Iterator[Candidate]:
        for aim in [self._of.only] if self._of.only else self._of.aims:
            about = stems(f"{aim.name} {aim.goal}")
            for quote in self._quotes:
                if not about & stems(quote.text):
                    continue
                holes = {"name": _named(aim.name, "campaign"), "head": quote, "q": quote}
                why = (
                    Reason("campaign", aim.goal or aim.name, where=aim.name, ref=str(aim.ref)),
                    passage_reason(quote),
                )
                yield self._made("campaign", holes, why, quote, 0.85, kind="campaign", aim=aim)

    def _alone(self, quote: Quote) -> Iterator[Candidate]:
        kinds = self._kinds[quote]
        holes = {"head": quote, "q": quote}
        why = (passage_reason(quote),)

        def made(angle: Angle, score: float) -> Candidate:
            return self._made(angle, holes, why, quote, score, kind="passage")

        if quote.row and "price" in kinds:
            yield made("shelf", 0.45)
        elif not quote.row and "negation" in kinds:
            yield made("denial", 0.5)
        elif not quote.row and kinds & _TELLS_NUMBER:
            yield made("number", 0.6)
        is_ours = regex.search(_WE[self._lang], quote.text, flags=regex.IGNORECASE)
        if is_ours and not quote.row and not kinds & _NO_SCENE:
            yield made("scene", 0.65)

    def _made(
        self,
        angle: Angle,
        holes: dict[str, Quote],
        why: tuple[Reason, ...],
        main: Quote,
        score: float,
        *,
        kind: SourceKind,
        day: Day | None = None,
        aim: Aim | None = None,
        channel: UUID | None = None,
    ) -> Candidate:
        title, text = ANGLES[angle][self._lang]
        of = aim or self._of.only
        proposal = Proposal(
            title=self._title(title, holes),
            parts=self._filled(text, holes),
            why=why,
            kind=kind,
            language=self._lang,
            day=day.date if day else None,
            channel=channel,
            campaign=of.ref if of else None,
        )
        return Candidate(proposal, angle, main.group, score)

    def _title(self, template: str, holes: dict[str, Quote]) -> str:
        opens, closes = MARKS[self._lang]

        def said(match: "regex.Match[str]") -> str:
            name = match[1]
            quote = holes[name]
            if name == "name":
                return quote.text
            words = quote.text if name == "post" or template == "{head}" else head_of(quote.head)
            return words if template == "{head}" else f"{opens}{words}{closes}"

        line = _HOLE.sub(said, template)
        return line if len(line) <= MAX_TITLE else f"{line[: MAX_TITLE - 1].rstrip()}…"

    def _filled(self, template: str, holes: dict[str, Quote]) -> list[Part]:
        opens, closes = MARKS[self._lang]
        parts: list[Part] = []
        at = 0
        for match in _HOLE.finditer(template):
            quote = holes[match[1]]
            bare, is_name = match[1] == "name", match[1] in ("name", "post")
            parts.append(Part(template[at : match.start()] + ("" if bare else opens), "template"))
            parts.append(Part(quote.text, "name" if is_name else "quote", quote.where))
            at = match.end()
            if not bare:
                parts.append(Part(closes, "template"))
        if template[at:]:
            parts.append(Part(template[at:], "template"))
        return _joined(parts)


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Neighbouring words of a template as one piece, empty ones left out."""
    result: list[Part] = []
    for part in parts:
        if not part.text:
            continue
        if result and part.said_by == "template" == result[-1].said_by:
            result[-1] = Part(result[-1].text + part.text, "template")
        else:
            result.append(part)
    return result


def _date(value: str, today: date) -> date | None:
    """A day that a passage names, the next one when it names no year; None for anything else."""
    found = _DATED.fullmatch(value)
    if not found:
        return None
    year, month, number = int(found[1] or today.year), int(found[2]), int(found[3])
    try:
        day = date(year, month, number)
        return day.replace(year=year + 1) if not found[1] and day < today else day
    except ValueError:
        return None  # 29 February


def day_reason(day: Day, language: str) -> Reason:
    about = day.observance
    name = about.name(language)
    return Reason("occasion", name, where=about.source, ref=about.key, day=day.date.isoformat())


def _named(name: str, where: str) -> Quote:
    return Quote(name, name, where, where, 0)


def passage_reason(quote: Quote) -> Reason:
    return Reason("passage", quote.text, where=quote.where, ref=quote.group)


def post_reason(post: Worked) -> Reason:
    return Reason("post", post.title, ref=post.ref, above=post.above, like=post.like)
