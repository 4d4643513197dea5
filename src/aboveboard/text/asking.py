"""Which passages answer a question, by the words and letters they share; nothing is written here.

BM25 (Robertson and Zaragoza, 2009) over the beginnings of words and over what they are about, so
that a question in another language finds the passage, and the share of the question's letters in
threes, which forgives inflection and slips. What comes out are places in the passages.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from aboveboard.text.concepts import asked_kinds, concepts
from aboveboard.text.found.names import fold
from aboveboard.text.knowledge import Source, stems
from aboveboard.text.languages import COMMON
from aboveboard.text.quantities import quantities
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span
from aboveboard.text.tables import words

# Under this score a passage does not answer; measured by the cases in tests/asking.
ENOUGH = 0.42
_K, _B = 1.2, 0.4
_GRAMS, _STATED, _FOREIGN = 0.25, 0.15, 0.5
# Of a passage, sentences with this share of the best one's words are quoted with it.
_WITH_IT = 0.6
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\p{N}]+|\p{N}+")
# Words that ask, or that every question to a brand holds.
_ASKING = words(
    "what when where who whom which why how does did do can could may much many long often tell "
    "please there any your you i me my we our in ook auch aussi is bring allowed "
    "meenemen mee wat wanneer waar wie welke waarom hoe hoeveel kan kunnen mag jullie u uw ik "
    "mijn zijn er "
    "que quoi quand ou qui quel quelle quels quelles pourquoi comment combien peut puis vos vous "
    "je mon ma mes est ce sont il y a t "
    "mitbringen erlaubt was wann wo wer wen welche welcher welches warum wie viel viele kann "
    "konnen darf ihr euer ich mein gibt es man "
    "hozhatok szabad mi mit mikor hol ki kik melyik miert hogyan mennyi hany lehet tudok van "
    "vannak nektek ti en kell az a egy brand company business bedrijf entreprise firma ceg"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that answers: which one, how well (0 to about 1.4), and its sentences to quote."""

    source: Source
    score: float
    quoted: tuple[Span, ...]


class Library:
    """Passages indexed once, to be asked often."""

    def __init__(self, sources: Sequence[Source], titles: Sequence[str] = ()) -> None:
        """`titles` are those of the files, in the order of the passages; they count by half."""
        self._sources = list(sources)
        self._terms: list[Counter[str]] = [Counter(_terms(source.text)) for source in sources]
        self._titled = [frozenset(_terms(title)) for title in titles] or [frozenset()] * len(
            self._sources
        )
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(self._terms):
            for term in terms:
                self._holding[term].append(number)
        sizes = [sum(terms.values()) for terms in self._terms]
        self._sizes, self._usual = sizes, (sum(sizes) / len(sizes) if sizes else 1.0)

    def answers(
        self, question: str, *, lang: str = "", most: int = 5, enough: float = ENOUGH
    ) -> list[Found]:
        """The passages that answer, best first; none when nothing says it.

        `lang` is the question's language, empty when nobody knows.
        """
        asked = list(dict.fromkeys(_terms(question, of_question=True)))
        if not asked:
            return []
        scores: dict[int, float] = defaultdict(float)
        spoken = {source.lang for source in self._sources}
        # A word of another language cannot stand there; that tells little.
        alien = _FOREIGN if lang and lang not in spoken else 1.0
        whole = sum(
            self._weight(term) * (1.0 if _is_concept(term) or term in self._holding else alien)
            for term in asked
        )
        for term in asked:
            for number in self._holding.get(term, ()):
                scores[number] += self._weight(term) * self._often(term, number)
            for number, title in enumerate(self._titled):
                if term in title and term not in self._terms[number]:
                    scores[number] += self._weight(term) / 2
        grams, kinds = _grams(question), asked_kinds(question)
        found = []
        for number, score in scores.items():
            source = self._sources[number]
            shared = len(grams & _grams(source.text)) / len(grams) if grams else 0.0
            full = min(score / whole, 1.0) + _GRAMS * shared
            if kinds & _stated(source.text, source.lang):
                full += _STATED
            if full >= enough:
                found.append(Found(source, full, self._quoted(source, asked)))
        found.sort(key=lambda one: (-one.score, one.source.where))
        best = found[0].score if found else 0.0
        return [one for one in found if one.score >= 0.6 * best][:most]

    def _quoted(self, source: Source, asked: Sequence[str]) -> tuple[Span, ...]:
        """The sentences that carry the answer, whole, in their order."""
        spans = sentences(source.text, source.lang)
        shares = [
            sum(self._weight(term) for term in set(_terms(span.text)) & set(asked))
            for span in spans
        ]
        best = max(shares, default=0.0)
        chosen = [s for s, share in zip(spans, shares, strict=True) if share >= _WITH_IT * best]
        return tuple(chosen or spans)

    def _weight(self, term: str) -> float:
        held = len(self._holding.get(term, ()))
        rare = math.log(1 + (len(self._sources) - held + 0.5) / (held + 0.5))
        return 0.7 * rare if _is_concept(term) else rare

    def _often(self, term: str, number: int) -> float:
        times = self._terms[number][term]
        long = 1 - _B + _B * self._sizes[number] / self._usual
        return times * (_K + 1) / (times + _K * long)


def _is_concept(term: str) -> bool:
    return term.startswith("~")


def _terms(text: str, *, of_question: bool = False) -> list[str]:
    """The beginnings of a text's words that carry a topic, and with ~ what they are about."""
    found: list[str] = []
    for word in _WORD.findall(text):
        flat = fold(word)
        empty = flat in _ASKING or any(flat in common for common in COMMON.values())
        # "So" is salt in one language and nothing in another.
        if empty and flat not in ("so", "tel", "bon"):
            continue
        about = concepts(word)
        found += [f"~{name}" for name in about]
        if flat.isdecimal():
            found.append(flat)
        elif not (about and of_question):
            found += stems(word) or ([flat] if len(flat) > 1 else [])
    return found


@lru_cache(maxsize=8_000)
def _grams(text: str) -> frozenset[str]:
    flat = " ".join(fold(w) for w in _WORD.findall(text) if fold(w) not in _ASKING)
    return frozenset(flat[at : at + 3] for at in range(len(flat) - 2))


@lru_cache(maxsize=8_000)
def _stated(text: str, lang: str) -> frozenset[str]:
    return frozenset(one.kind for one in quantities(text, lang))
