"""Which sentences of a draft the sources contradict or do not bear out, and by which words.

A sentence that states something is judged by its figures first (`figures`): each is to be held by
a source, or to follow from one, and to belong there to what the sentence speaks of. Then by its
words (`doubt`): those that no source has, that a source denies, or that stand only elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from aboveboard.text.alike import alike
from aboveboard.text.bound import holding, rival, spanned
from aboveboard.text.claims import Weighed, doubt, weigh
from aboveboard.text.counted import counts_alike, miscounted
from aboveboard.text.denied import denied_outright
from aboveboard.text.derived import derived, sums
from aboveboard.text.elapsed import averaged, borders, counted_days, open_at, yearly
from aboveboard.text.enumerated import Row, counted_row, row
from aboveboard.text.facts import Fact, flat
from aboveboard.text.inpassing import in_passing
from aboveboard.text.knowledge import Index, Passage, Source
from aboveboard.text.limited import Limit, broken, limit, other_unit
from aboveboard.text.meaning.terms import Said, read
from aboveboard.text.network.question import Question
from aboveboard.text.onday import another_day, named, shut
from aboveboard.text.ones import ones
from aboveboard.text.openings import asks
from aboveboard.text.paired import mispaired
from aboveboard.text.people import misnamed
from aboveboard.text.quantities import quantities
from aboveboard.text.quantity import Quantity
from aboveboard.text.ranged import other_end
from aboveboard.text.rates import apiece, otherwise_rated, rated
from aboveboard.text.stating import Mood, mood
from aboveboard.text.unsupported import (
    ELSEWHERE,
    Nearest,
    Ungrounded,
    compared,
    finding,
    moved,
    unsaid,
)

if TYPE_CHECKING:
    from aboveboard.text.network.cuttings import Cuttings

__all__ = ["Index", "Nearest", "Source", "Ungrounded", "passed_over", "ungrounded"]


def ungrounded(draft: str, sources: Sequence[Source] | Index, lang: str) -> list[Ungrounded]:
    """The findings, in order of the draft. Build an `Index` once to ask often.

    Greetings, questions, jests and calls ("tag two friends") state nothing; a figure is also
    supported when it follows from the closest passages by simple arithmetic.
    """
    index = sources if isinstance(sources, Index) else Index(sources)
    return [found for one in judged(draft, index, lang) for found in one.findings()]


def judged(draft: str, index: Index, lang: str) -> Iterator["Judged"]:
    """The sentences of a draft that may state something, in their order, each to be judged."""
    # A range states its two ends; its other days are only what it may answer for.
    stated = [replace(q, also=()) if q.kind == "weekday" else q for q in quantities(draft, lang)]
    earlier: Said | None = None
    before: Said | None = None
    parts = read(draft, lang, stated)
    texts = tuple(said.text for said in parts[:_AT_ONCE])
    for said in parts:
        meant = mood(said, lang)
        if not (meant.asks or meant.greets):
            inside = [q for q in stated if said.start <= q.span.start < said.end]
            beside = [q for q in stated if before and before.start <= q.span.start < before.end]
            above = " ".join(one.text for one in (earlier, before) if one)[-_ABOVE:]
            yield Judged(said, before, above, meant, inside, beside, index, lang, texts)
        earlier, before = before, said


def passed_over(draft: str, lang: str) -> list[Said]:
    """The sentences whose figures are not judged: questions, greetings, calls and jests."""
    found = []
    for said in read(draft, lang, quantities(draft, lang)):
        meant = mood(said, lang)
        if meant.asks or meant.greets or meant.calls or meant.jests or meant.laughs:
            found.append(said)
    return found


@dataclass(frozen=True)
class Judged:
    """One sentence of a draft with all that it is judged by."""

    said: Said
    before: Said | None
    above: str
    meant: Mood
    stated: list[Quantity]
    beside: list[Quantity]
    index: Index
    lang: str
    draft: tuple[str, ...]

    @cached_property
    def weighed(self) -> Weighed:
        return weigh(self.said, self.before, self.stated, self.index, self.lang, self.meant)

    @cached_property
    def scores(self) -> dict[int, float]:
        return self.weighed.scores

    @cached_property
    def close(self) -> list[Passage]:
        """The passages to count with: of the nearest facts, then by words alone."""
        found = [self.index.passages[one.fact.passage] for one in self.weighed.near[:3]]
        return [*found, *(passage for passage, _ in self.index.near(self.said.text)[:3])]

    def question(self, cuttings: "Cuttings") -> Question:
        """What the network is asked about the sentence."""
        meant, weighed = self.meant, self.weighed
        elsewhere = [ELSEWHERE in one.why for one in self.figures]
        stated = sum(q.kind not in ("name", "negation") for q in self.stated)
        by_words = {(one.fact.passage, one.fact.said.start): one.score for one in weighed.near}
        near = cuttings.near(self.said.text, by_words)
        return Question(
            self.said.text,
            self.above,
            near.texts,
            {
                **weighed.measures,
                **near.measures,
                "hard": float(min(elsewhere.count(False), 2)),
                "elsewhere": float(min(elsewhere.count(True), 2)),
                "stated": float(min(stated, 3)),
                "top": weighed.near[0].score if weighed.near else 0.0,
                "calls": float(meant.calls),
                "jests": float(meant.jests or meant.laughs),
                "fond": float(min(meant.fond, 2)),
                "we": float(meant.we),
                "addresses": float(meant.addresses),
                "leans": float(meant.leans),
                "opines": float(meant.opines),
                "foreign": float(self.lang not in self.index.facts.languages),
            },
        )

    def findings(self) -> list[Ungrounded]:
        if flat(self.said.text) in self.index.facts.verbatim:
            return []
        doubted = self.doubt > 0
        if (doubted or self.figures) and self._idle_at_all:
            return []
        found = [replace(one, doubted=doubted) for one in self.figures]
        against = self.weighed.against or self._denied
        if doubted and (not found or (against is not None and all(moved(one) for one in found))):
            found = [unsaid(self.said, replace(self.weighed, against=against), self.index)]
        return sorted(found, key=lambda finding: finding.span.start)

    @property
    def _idle_at_all(self) -> bool:
        """Whether the sentence states nothing of the brand: a wish, a musing, a joke with names.

        One with an address that no source holds leads readers there, whatever it states.
        """
        if self.weighed.against is not None or any(one.kind in _LEADS for one in self.figures):
            return False
        # Named, not imported: numpy comes with it, which most processes never need.
        idle = resolve_name("aboveboard.text.network.kinds:idle")
        return self.said.text in idle((*self.draft, self.said.text))

    @cached_property
    def figures(self) -> list[Ungrounded]:
        """What is wrong with the figures, dates and names of the sentence."""
        found = []
        figures = sum(q.kind not in ("name", "negation") for q in self.stated)
        for quantity in self.stated:
            if rated_so := otherwise_rated(quantity, self.said, self.stated, self.lang, self.index):
                found.append(rated_so)
                continue
            if self._passed_over(quantity):
                continue
            holders = self.index.holders(quantity)
            swapped = not holders and other_unit(quantity, self.close)
            if not swapped and (
                self._alike(quantity)
                or shut(quantity, self.said, self.weighed.near, self.index)
                or in_passing(
                    quantity, self.said, self.stated, self.weighed, self.meant, self.index
                )
            ):
                continue
            if quantity.kind in ("price", "time") and not holding(self.index, quantity):
                holders = frozenset()
            if quantity.kind == "weekday" and not named(quantity, self.scores, self.index):
                holders = frozenset()
            # "41 shows" is no sum of other figures where 31 shows are known.
            summed = figures > 1 or self._sums
            counted = not summed and miscounted(quantity, self.lang, self.close)
            follows = not (holders or swapped or counted) and self._follows(quantity)
            if follows and quantity.kind == "time":
                continue
            if not holders and not follows:
                instead = self._rival(quantity, self.stated)
                instead = instead or compared(quantity, self.close, self.index)
                limited = limit(quantity, self.said, self.stated, self.close)
                found.append(replace(finding(quantity, instead, altered=False), limit=limited))
                continue
            other = self._rival(quantity, self.stated)
            if other and quantity.kind == "number" and not counts_alike(quantity, other, self.lang):
                other = None
            other = other or miscounted(quantity, self.lang, self.close)
            near = self.weighed.near
            other = other or another_day(quantity, self.said, self.stated, near, self.index)
            other = other or other_end(quantity, self.said, self.stated, near, self.index)
            other = other or mispaired(quantity, self.lang, self.stated, near, self.index)
            if other and not self._factor(quantity) and not self._derived(quantity):
                found.append(finding(quantity, other, altered=True))
        for one in ones(self.said):
            if any(q.span.overlaps(one.span) for q in self.stated):
                continue
            other = self._rival(one, [one])
            if other and not self.index.holders(one) and not self._alike(one):
                found.append(finding(one, other, altered=True))
        if self.before and asks(self.before.text):
            unheld = [q for q in self.beside if not self.index.holders(q)]
            for quantity, passage in broken(unheld, self.close):
                instead = compared(quantity, [passage], self.index)
                told = finding(quantity, instead, altered=False)
                found.append(replace(told, limit=Limit.SET))
        for name, known, moved_role in misnamed(self.said, self.index):
            if not any(name.span.overlaps(one.span) for one in found):
                found.append(finding(name, known, altered=moved_role))
        return found

    def _alike(self, quantity: Quantity) -> bool:
        facts = [one.fact for one in self.weighed.near]
        return alike(quantity, self.said, self.stated, self.close, facts, self.index)

    def _rival(
        self, quantity: Quantity, stated: Sequence[Quantity]
    ) -> tuple[Passage, Quantity] | None:
        """What a passage on the same states instead, where it is plain."""
        other = rival(
            quantity, self.said, self.before, stated, self.beside, self.scores, self.index
        )
        return (self.index.passages[other.fact.passage], other.quantity) if other else None

    @property
    def doubt(self) -> float:
        """Over 0 when the sentence is likelier not borne out.

        Told by the network and the weights together where something known is about the same, by the
        weights alone elsewhere or where the packaged model is not installed. A figure that no
        source holds needs no asking, unless it is a number, day or name and
        said in jest, with an opinion or in a call.
        """
        by_words = doubt(self.weighed.measures)
        by_weights = 1.0 if self.figures else by_words
        near, meant = self.weighed.near, self.meant
        playful = meant.calls or meant.jests or meant.laughs or meant.opines or meant.fond
        settled = any(
            ELSEWHERE not in one.why and one.limit is Limit.NONE
            for one in self.figures
            if not playful or (one.nearest and (one.kind in _PLAIN or self._counted(one)))
        )
        topic = _TOPIC if len(self.index.passages) <= _MANY else _TOPIC_OF_MANY
        if settled or not near or near[0].score < topic:
            return by_weights
        cuttings = self.index.cuttings
        if cuttings is None:
            return by_weights
        # Named, not imported: numpy comes with it, which most processes never need.
        network = resolve_name("aboveboard.text.network.bearing:bearing")()
        asked = float(network.doubt(self.question(cuttings)))
        by_figures = (
            _MOVED.get(one.kind, _MOVED[""]) if ELSEWHERE in one.why else _FIGURE[one.limit]
            for one in self.figures
        )
        added = max(by_figures, default=0.0) + (self.weighed.against is not None) * _AGAINST
        added += (self._denied is not None) * _DENIED
        return (
            asked + _WORDS * by_words + added + _ROWS[row(self.said, self.scores, self.index.facts)]
        )

    @cached_property
    def _denied(self) -> Fact | None:
        return denied_outright(self.said, self.stated, self.scores, self.index.facts)

    def _counted(self, one: Ungrounded) -> bool:
        """Whether a number that is wrong counts what a near passage counts."""
        at = [q for q in self.stated if q.span == one.span and q.kind == "number"]
        return any(miscounted(q, self.lang, self.close) for q in at)

    @cached_property
    def _sums(self) -> bool:
        return sums(self.said.text)

    def _passed_over(self, quantity: Quantity) -> bool:
        """What states nothing by itself: one, a negation, a number in an invitation."""
        if quantity.kind == "negation" or self.meant.jests:
            return True
        if quantity.kind == "percent" and not any(c.isdigit() for c in quantity.span.text):
            # "Half the work" is no share of anything.
            return quantity.value == "50"
        if quantity.kind == "number":
            if self.meant.laughs:
                return True
            timed = any(reading.kind == "time" for reading in quantity.also)
            idle = quantity.value in ("1", "0") or (self.meant.calls and not timed)
            # "Send us one photo" says something where three are asked for.
            return idle and not miscounted(quantity, self.lang, self.close)
        return False

    def _follows(self, quantity: Quantity) -> bool:
        """Whether a figure is reckoned from others, or a day lies within a range."""
        if self._derived(quantity) or self._factor(quantity):
            return True
        if counted_days(quantity, self.stated) or counted_row(quantity, self.said):
            return True
        if quantity.kind == "date" and borders(quantity, self.said):
            return False
        if quantity.kind == "time":
            alone = sum(one.kind == "time" for one in self.stated) == 1
            nearest = self.weighed.near[0].fact if self.weighed.near else None
            return alone and open_at(quantity, self.said, self.close, nearest)
        facts = [one.fact for one in self.weighed.near]
        if quantity.kind == "number":
            # "From 16", where another part of the passage says "from 16 years".
            facts += [self.index.facts.all[n] for one in facts[:1] for n in self._beside(one)]
        return any(spanned(quantity, fact, fact.stated) for fact in facts)

    def _beside(self, fact: Fact) -> Sequence[int]:
        return self.index.facts.of_passage[fact.passage]

    def _derived(self, quantity: Quantity) -> bool:
        """Whether a figure is reckoned from known ones, with those of the sentence."""
        # "A year costs" multiplies what a month costs.
        spread = [*yearly(self.said), *averaged(self.said)]
        beside = [*self.stated, *self.beside, *ones(self.said), *spread]
        held = bool(self.index.holders(quantity))
        figures = sum(one.kind not in ("name", "negation") for one in beside)
        summed = self._sums or (quantity.kind == "price" and figures > 2 and not held)
        other = self._rival(quantity, self.stated)
        rival = other[1] if other else None
        return derived(
            quantity, beside, self.close, summed=summed, rival=rival, held=held,
            each=self._each(quantity),
        )  # fmt: skip

    def _each(self, quantity: Quantity) -> str:
        """For each of what a figure is told: a unit, or something that is counted."""
        if ours := rated(quantity, self.said.text, self.said.start, self.lang):
            return ours[0]
        counted = (q.counted for passage in self.close for q in passage.stated)
        return "counted" if apiece(self.said.text, self.lang, counted) else ""

    def _factor(self, quantity: Quantity) -> bool:
        """Whether a figure is only what a right one was made with: "ten tins cost €64"."""
        if quantity.kind not in ("number", "duration", "measure", "date"):
            return False
        return any(other is not quantity for other in self._reckoned)

    @cached_property
    def _reckoned(self) -> list[Quantity]:
        """The figures that no source holds, and that follow with the others of the sentence."""
        return [
            one
            for one in self.stated
            if one.kind in ("price", "measure", "duration", "number")
            and not self.index.holders(one)
            and self._derived(one)
        ]


# What is meant as it stands in a call or a jest too: "Save the date: 28 April".
_PLAIN = ("date", "price", "measure")
# What leads readers somewhere.
_LEADS = ("url", "email", "phone", "handle")
# So many sentences of a draft are read at once.
_AT_ONCE = 60
# So many letters of what stands before a sentence are read with it.
_ABOVE = 160
# So much of a sentence's words a fact shares that may be about the same; among many facts one
# shares some by chance.
_TOPIC, _TOPIC_OF_MANY, _MANY = 0.05, 0.35, 200
# How much the weights' log odds count beside the network's, and what is added for a figure that no
# source holds, by the limit that one has for it, or that one holds of something else; chosen on
# 1,365 sentences of other writers, and what is added beside a limit on 95 of four more.
_WORDS = 0.35
_MOVED = {"": 3.5, "number": 1.5, "price": 1.5}
_FIGURE = {Limit.NONE: 2.5, Limit.SET: 3.5, Limit.KEPT: 0.0}
# What is added where a passage denies what the sentence says, or says what it denies.
_AGAINST = 1.0
# What is added where a whole clause of a source is denied that the sentence says; of the sentences
# where that is so 114 are wrong and 17 right, most of which deny something themselves.
_DENIED = 2.1
# What is added for things in a row; of 96 rows with one that no passage knows 77 are wrong.
_ROWS = {Row.NONE: 0.0, Row.WHOLE: -0.5, Row.ONE_STRANGE: 2.5}
