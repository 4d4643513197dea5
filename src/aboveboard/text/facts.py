"""The sources of a draft read sentence by sentence: what each is about, and what denies what."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from aboveboard.text.found.names import fold
from aboveboard.text.meaning.groups import FAINT
from aboveboard.text.meaning.lexicon import parts
from aboveboard.text.meaning.terms import Said, Term, read
from aboveboard.text.quantity import Quantity

_FAINTLY = 0.35
_MOST = 6
# What a word counts that one of the two denies.
_OPPOSED = 0.7


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence of a source: which passage, where in it, its keys with whether denied."""

    number: int
    passage: int
    said: Said
    keys: dict[str, bool]
    sharp: frozenset[str]
    """Those that are denied themselves, not only with their clause."""
    mixed: frozenset[str]
    """Those that it denies and states, so that neither can be said against it."""
    stated: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A fact with how much of a sentence it covers, from 0 to 1."""

    fact: Fact
    score: float


@dataclass(frozen=True, slots=True)
class Read:
    """A passage as it was read: its sentences, what they state, the heading above, the language."""

    said: tuple[Said, ...]
    stated: Sequence[Quantity]
    heading: str
    lang: str


class Facts:
    """Every sentence of the sources, found again by what it is about."""

    def __init__(self, texts: Iterable[Read]) -> None:
        self.all: list[Fact] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._letters: dict[str, set[str]] = defaultdict(set)
        self._known: set[str] = set()
        self._matches: dict[str, frozenset[str]] = {}
        self._headings: list[frozenset[str]] = []
        self.of_passage: dict[int, list[int]] = defaultdict(list)
        self.languages: set[str] = set()
        self.verbatim: set[str] = set()
        for number, passage in enumerate(texts):
            lang = passage.lang
            self.verbatim |= {flat(one.text) for one in passage.said}
            self.languages.add(lang)
            above = _keys(passage.heading, lang)
            self._headings.append(frozenset(above))
            for said in (piece for one in passage.said for piece in _pieces(one)):
                self.verbatim.add(flat(said.text))
                keys: dict[str, bool] = {}
                mixed: set[str] = set()
                for term in said.terms:
                    for key in _keys_of(term):
                        if keys.get(key, term.denied) != term.denied:
                            mixed.add(key)
                        keys[key] = keys.get(key, False) or term.denied
                    if not term.names:
                        for name in parts(term.word, lang):
                            keys.setdefault(f"~{name}", term.denied)
                stated = tuple(q for q in passage.stated if said.start <= q.span.start < said.end)
                sharp = frozenset(
                    key for term in said.terms if term.sharply for key in _keys_of(term)
                )
                self._take(
                    Fact(len(self.all), number, said, keys, sharp, frozenset(mixed), stated), above
                )
        self._total = max(len(self.all), 1)

    def _take(self, fact: Fact, above: Iterable[str]) -> None:
        place = len(self.all)
        self.all.append(fact)
        self.of_passage[fact.passage].append(place)
        for key in {*fact.keys, *above}:
            self._holding[key].append(place)
            if key.startswith("="):
                word = key[1:]
                self._known.add(word)
                self._letters[_sound(_bare(word))[:3]].add(word)

    def weight(self, term: Term) -> float:
        """How much a term tells: by how few facts hold it, more when none does."""
        if term.names and term.names <= FAINT:
            return _FAINTLY
        held = max((len(self._holding.get(key, ())) for key in self.meant(term)), default=0)
        return math.log(1 + self._total / (held + 0.5)) / math.log(1 + self._total / 0.5)

    def meant(self, term: Term) -> frozenset[str]:
        """The keys under which what the term means may be filed."""
        return _filed(term.names) if term.names else self._spelt(term)

    def held(self, term: Term, keys: Iterable[str] | None = None) -> float:
        """The share of what a term means that the keys hold; that any fact holds without them."""
        if not term.names:
            meant = self.meant(term)
            if keys is None:
                return 1.0 if meant else 0.0
            return 1.0 if not meant.isdisjoint(keys) else 0.0
        where = self._holding if keys is None else keys
        ours = _filed(term.names)
        share = sum(key in where for key in ours) / len(ours)
        if share < 1 and not self._spelt(term).isdisjoint(where):
            return 1.0
        return share

    def _spelt(self, term: Term) -> frozenset[str]:
        """The keys of known words that are written like a term, whatever their rows."""
        if term.word not in self._matches:
            found = frozenset(f"={word}" for word in self._alike(term.word))
            self._matches[term.word] = found
        return self._matches[term.word]

    def has(self, key: str, keys: Iterable[str] | None = None) -> bool:
        """Whether the keys, or those of any fact, hold a key."""
        return key in (self._holding if keys is None else keys)

    def signs(self, term: Term) -> set[bool]:
        """Whether the facts that hold what a term means deny it: both may be."""
        found: set[bool] = set()
        for key in self.meant(term):
            for place in self._holding.get(key, ()):
                fact = self.all[place]
                if key in fact.mixed:
                    return {True, False}
                if key in fact.keys:
                    found.add(fact.keys[key])
        return found

    def rarity(self, key: str) -> float:
        """How much a key tells, from 0 to 1: by how few facts hold it."""
        if key.startswith("~") and key[1:] in FAINT:
            return _FAINTLY
        held = len(self._holding.get(key, ()))
        return math.log(1 + self._total / (held + 0.5)) / math.log(1 + self._total / 0.5)

    def scores(self, terms: Sequence[tuple[Term, float]]) -> dict[int, float]:
        """How much of the terms, each with its weight, each fact covers, from 0 to 1."""
        scores: dict[int, float] = defaultdict(float)
        whole = 0.0
        for term, share in terms:
            weight = self.weight(term) * share
            whole += weight
            keys = self.meant(term)
            for key in keys:
                part = weight / (len(keys) if term.names else 1)
                for place in self._holding.get(key, ()):
                    same = self.all[place].keys.get(key, term.denied) == term.denied
                    scores[place] += part if same else _OPPOSED * part
        if not scores or not whole:
            return {}
        return {place: min(score / whole, 1.0) for place, score in scores.items()}

    def best(self, scores: Mapping[int, float]) -> list[Near]:
        """The facts of the highest scores, best first."""
        best = heapq.nlargest(_MOST, scores, key=lambda place: (scores[place], -place))
        return [Near(self.all[place], scores[place]) for place in best]

    def around(self, near: Sequence[Near]) -> set[str]:
        """All keys of these facts, of the rest of their passages' headings."""
        found: set[str] = set()
        for one in near:
            found |= one.fact.keys.keys()
            found |= self._headings[one.fact.passage]
        return found

    def _alike(self, word: str) -> set[str]:
        """The known words that are this one inflected, joined to another or spelt elsewhere."""
        if word in self._known:
            return {word}
        found = {
            other for other in self._letters.get(_sound(_bare(word))[:3], ()) if _same(word, other)
        }
        if len(word) >= (6 if found else 4):
            found |= {
                other
                for other in self._known
                if (len(other) > len(word) + 2 and (other.endswith(word) or other.startswith(word)))
                or (
                    len(other) >= 5
                    and len(word) > len(other) + 2
                    and (word.endswith(other) or word.startswith(other))
                )
            }
        return found


_ROW = regex.compile(r"\s*[^:;]{1,30}: ")
_CUT = regex.compile(r";\s+")


def _pieces(said: Said) -> Iterator[Said]:
    """A sentence cut at its semicolons, unless it is a row of a table; the first names the rest."""
    parts = _CUT.split(said.text)
    if len(parts) == 1 or any(_ROW.match(part) or len(part.split()) < 3 for part in parts):
        yield said
        return
    at, topic = said.start, None
    for part in parts:
        end = at + len(part)
        own = tuple(t for t in said.terms if at <= t.start < end)
        led = (replace(topic, denied=any(t.denied for t in own)),) if topic else ()
        yield replace(said, start=at, end=end, text=part, terms=(*led, *own))
        topic = topic or next(iter(own), None)
        cut = _CUT.match(said.text, end - said.start)
        at = said.start + cut.end() if cut else end


def flat(text: str) -> str:
    """A text by its letters and digits alone."""
    return "".join(c for c in fold(text) if c.isalnum())


def _keys(text: str, lang: str) -> dict[str, bool]:
    return {
        key: term.denied
        for said in read(text, lang, ())
        for term in said.terms
        for key in _keys_of(term)
    }


@lru_cache(maxsize=10_000)
def _filed(names: frozenset[str]) -> frozenset[str]:
    return frozenset(f"~{name}" for name in names)


def _keys_of(term: Term) -> list[str]:
    return [*_filed(term.names), f"={term.word}"]


def _same(word: str, other: str) -> bool:
    """Whether two words begin alike for most of their length."""
    a, b = sorted((_sound(_bare(word)), _sound(_bare(other))), key=len)
    if a == b:
        return True
    shared = 0
    for one, two in zip(a, b, strict=False):
        if one != two:
            break
        shared += 1
    return shared >= 4 and shared >= 0.75 * len(a) and len(b) - shared <= (3 if len(a) < 5 else 6)


_SOUNDS = (("sch", "s"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"),
           ("c", "k"), ("y", "i"), ("z", "s"), ("w", "v"))  # fmt: skip


def _bare(word: str) -> str:
    """A participle without its first syllable: "gegrillt" is "grillen"."""
    return (
        word[2:]
        if len(word) >= 7 and word.startswith("ge") and word.endswith(("t", "en"))
        else word
    )


def _sound(word: str) -> str:
    """A word as the five languages might each write it."""
    for one, other in _SOUNDS:
        word = word.replace(one, other)
    return "".join(c for at, c in enumerate(word) if at == 0 or c != word[at - 1])
