"""The sources of a draft, indexed once: by what they state and by the words they use."""

import heapq
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pkgutil import resolve_name
from typing import TYPE_CHECKING

import regex

from aboveboard.text.facts import Facts, Read
from aboveboard.text.found.names import fold
from aboveboard.text.holdings import Holdings
from aboveboard.text.meaning.terms import Said, read
from aboveboard.text.quantities import quantities
from aboveboard.text.quantity import Quantity
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span
from aboveboard.text.tables import words

if TYPE_CHECKING:
    from aboveboard.text.network.cuttings import Cuttings

# The holder of names too short to be looked up ("U2").
_ANYWHERE = -1
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]{2,}")
_TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}\p{N}]+")
_STEM = 5
# The most letters by which an inflected name is longer (Rotterdam, Rotterdamban).
_ENDING = 5
_PLURAL = regex.compile(r"(?<=\w{3})(?:en|es|s|e)$")
# What carries no topic in any of the five languages; the rest is weighed by how rare it is.
_EMPTY = words(
    "the and for are was you your our with that this from have has will can not but all its out "
    "het een van zijn met voor dat dit niet ook aan bij wij onze jij jouw naar nog wel als "
    "dan maar "
    "les des une est sont avec pour dans sur par que qui nos vos votre notre vous nous pas "
    "aux plus "
    "der die das den dem des ein eine einen einem und ist sind mit von für auf bei aus nicht "
    "auch wir "
    "ihr sie uns unser unsere euch egy van nem hogy csak már még meg vagy mint ezt azt nálunk "
    "minden "
    "geen kein keine keinen sans without zonder ohne nélkül never nooit jamais nie soha now nun nur"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A text that counts as known: a passage of the knowledge, or the brief.

    `where` names it for a person ("prices.csv, row 7"); `lang` as in `LANGUAGES`; `heading` is
    what stands above it.
    """

    id: str
    text: str
    lang: str
    where: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class CloseSentence:
    """The sentence of a passage that shares most words, and how many."""

    span: Span
    share: float
    shared: int


@dataclass(slots=True)
class Passage:
    """A source with what it states and the stems of its words."""

    number: int
    source: Source
    stated: list[Quantity]
    stems: frozenset[str]
    _sentences: list[tuple[Span, frozenset[str]]] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """The source's language."""
        return self.source.lang

    def closest_sentence(self, text: str) -> CloseSentence | None:
        """The sentence with the greatest share of words in common with `text` (Jaccard)."""
        if not self._sentences:
            spans = sentences(self.source.text, self.lang)
            self._sentences = [(span, stems(span.text)) for span in spans]
        ours = stems(text)
        best: CloseSentence | None = None
        for span, theirs in self._sentences:
            union = len(ours | theirs)
            share = len(ours & theirs) / union if union else 0.0
            if best is None or share > best.share:
                best = CloseSentence(span, share, len(ours & theirs))
        return best


class Index:
    """Finds which sources state a value and which are about a sentence, in under a millisecond."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.passages = [
            Passage(number, source, *_read(source.text, source.lang))
            for number, source in enumerate(sources)
        ]
        self._holdings = Holdings()
        # What `bound.holding` found for a quantity, kept since posts ask for the same again.
        self.held: dict[tuple[object, ...], frozenset[int]] = {}
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._words: dict[str, list[int]] = defaultdict(list)
        for passage in self.passages:
            for quantity in passage.stated:
                self._holdings.add(quantity, passage.number)
            for stem in passage.stems:
                self._by_stem[stem].append(passage.number)
            for word in {fold(w) for w in _TOKEN.findall(passage.source.text)}:
                self._words[word].append(passage.number)
        self._ordered = sorted(self._words)
        self._weights = self._rarity()
        self._sizes = [
            math.sqrt(sum(self._weights[stem] ** 2 for stem in passage.stems)) or 1.0
            for passage in self.passages
        ]

    @cached_property
    def facts(self) -> Facts:
        """The sources sentence by sentence, for what is more than words and figures."""
        return Facts(
            Read(_said(p.source.text, p.lang), p.stated, p.source.heading, p.lang)
            for p in self.passages
        )

    @cached_property
    def cuttings(self) -> "Cuttings | None":
        """The sources as the network reads them; None where its model is not installed."""
        # Named, not imported: numpy comes with it, which most processes never need.
        network = resolve_name("aboveboard.text.network.bearing:bearing")()
        return network.cuttings([p.source.text for p in self.passages]) if network else None

    @cached_property
    def ranged(self) -> list[int]:
        """The facts that name two days or months, or several at once ("at weekends")."""
        return [
            fact.number
            for fact in self.facts.all
            if sum(q.kind in ("weekday", "date") for q in fact.stated) > 1
            or not fact.keys.keys().isdisjoint(("~weekend", "~weekday", "~daily"))
        ]

    def holders(self, claim: Quantity) -> frozenset[int]:
        """The numbers of the passages that carry the claim."""
        if claim.kind == "name":
            return self._named(claim.value)
        return self._holdings.holders(claim)

    def stands(self, word: str) -> bool:
        """Whether a source has the word as it is, in lower case and without accents."""
        return word in self._words

    def near(self, text: str) -> list[tuple[Passage, float]]:
        """The passages that share most of the text's rarer words, best first, at most eight.

        The score is the cosine of the two sets of words, weighed by rarity, between 0 and 1.
        """
        ours = stems(text)
        shared: dict[int, float] = defaultdict(float)
        # Words that stand in most passages tell little and cost most.
        common = max(50, len(self.passages) // 3)
        rare = [stem for stem in ours if len(self._by_stem.get(stem, ())) <= common]
        for stem in rare or ours:
            weight = self._weights.get(stem, 0.0)
            for number in self._by_stem.get(stem, ()):
                shared[number] += weight * weight
        top = math.log(1 + len(self.passages)) + 1
        size = math.sqrt(sum(self._weights.get(stem, top) ** 2 for stem in ours)) or 1.0
        best = heapq.nlargest(8, shared, key=lambda number: shared[number] / self._sizes[number])
        return [(self.passages[n], shared[n] / (size * self._sizes[n])) for n in best]

    def alike(self, claim: Quantity) -> tuple[Passage, Quantity] | None:
        """The only figure of its kind in all sources, for want of a passage on the topic."""
        if claim.kind in ("name", "negation"):
            return None
        only = self._holdings.only(claim)
        return (self.passages[only[1]], only[0]) if only else None

    def _named(self, name: str) -> frozenset[int]:
        """The passages that hold every word of the name, in any inflection."""
        spoken = regex.split(r"[\s'’-]+", name)
        parts = [held for part in spoken if (held := self._word(part)) is not None]
        return frozenset.intersection(*parts) if parts else frozenset({_ANYWHERE})

    def _word(self, word: str) -> frozenset[int] | None:
        """Where a word stands; None for a particle too short to tell."""
        if len(word) < 3:
            return None
        found = set(self._words.get(word, ()))
        for length in range(max(3, len(word) - _ENDING), len(word)):
            found.update(self._words.get(word[:length], ()))
        at = bisect_left(self._ordered, word)
        while at < len(self._ordered) and self._ordered[at].startswith(word):
            if len(self._ordered[at]) - len(word) <= _ENDING:
                found.update(self._words[self._ordered[at]])
            at += 1
        return frozenset(found)

    def _rarity(self) -> dict[str, float]:
        total = len(self.passages)
        return {
            stem: math.log(1 + total / len(numbers)) + (0.3 if total < 3 else 0.0)
            for stem, numbers in self._by_stem.items()
        }


# The same knowledge is indexed again beside each other brief; reading it is what takes long.
@lru_cache(maxsize=6_000)
def _read(text: str, lang: str) -> tuple[list[Quantity], frozenset[str]]:
    return quantities(text, lang), stems(text)


@lru_cache(maxsize=6_000)
def _said(text: str, lang: str) -> tuple[Said, ...]:
    return read(text, lang, _read(text, lang)[0])


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry the topic, without accents."""
    found = (fold(word) for word in _WORD.findall(text) if word.casefold() not in _EMPTY)
    return frozenset(_stem(word) for word in found)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """The word without a plural's ending or a doubled consonant, at most five letters."""
    bare = _PLURAL.sub("", word)
    if len(bare) > 3 and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:_STEM]
