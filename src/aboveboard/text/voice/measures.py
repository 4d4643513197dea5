"""What samples of a brand's own texts have in common, in numbers, with a sentence for each.

In: texts in one language. Out: `Measures`. Three samples and twelve sentences are the least from
which anything is said.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import regex

from aboveboard.text.correcting.veiled import VEIL, veiled
from aboveboard.text.found.names import fold
from aboveboard.text.knowledge import stems
from aboveboard.text.languages import COMMON
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span
from aboveboard.text.voice.persons import persons

SAMPLES, SENTENCES = 3, 12
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*")
_EMOJI = regex.compile(r"[\p{Extended_Pictographic}--[©®™\p{N}]]", regex.V1)
_TAG = regex.compile(r"(?<![\p{L}\p{N}&/])[#＃]\p{L}[\p{L}\p{M}\p{N}_]*")
_SHORT = regex.compile(r"\p{L}+['’](?:s|re|ve|ll|d|m|t)(?!\p{L})", regex.IGNORECASE)
_LONG = regex.compile(
    r"(?<!\p{L})(?:(?:I|you|we|they) (?:am|are|have|will)|(?:it|that|he|she) is|do not|does not|"
    r"did not|is not|are not|cannot|will not)(?!\p{L})",
    regex.IGNORECASE,
)
MARKS = {
    "dash": regex.compile(r"\s[–—]\s|\p{L}—\p{L}"),
    "semicolon": regex.compile(r";"),
    "colon": regex.compile(r"(?<=\p{L}):(?=\s)"),
    "dots": regex.compile(r"…|\.\.\."),
    "brackets": regex.compile(r"\([^)\n]+\)"),
}
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Length:
    """Words a sentence: on average, and between which nine of ten lie."""

    mean: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Example:
    """Words of a sample: which sample, and the sentence."""

    sample: int
    text: str


@dataclass(frozen=True)
class Measures:
    """What the samples do. Counts are of samples that hold such a thing, of `samples`.

    `persons` counts words that say "I", "we", "you" and "formal"; `contracted` is how many of the
    places where English can contract do, of `contractible`; `marks` counts samples per mark.
    `examples` holds up to three sentences for each of these, by its name. `uses` are words that
    stand in several samples and hardly in `against`.
    """

    language: str
    samples: int
    sentences: int
    length: Length
    letters: float
    persons: dict[str, int]
    questions: int
    exclaiming: int
    emoji: int
    tags: int
    contracted: int
    contractible: int
    marks: dict[str, int]
    uses: tuple[str, ...]
    examples: dict[str, tuple[Example, ...]]

    @property
    def enough(self) -> bool:
        """Whether there is enough to say anything."""
        return self.samples >= SAMPLES and self.sentences >= SENTENCES

    @property
    def speaker(self) -> str:
        """Who speaks: "we", "I", or "" where it is seldom said or mixed."""
        ours, mine = self.persons["we"], self.persons["I"]
        if max(ours, mine) < 3:
            return ""
        return "we" if ours >= 4 * mine else "I" if mine >= 4 * ours else ""

    @property
    def address(self) -> str:
        """How readers are spoken to: "you", "formal", or ""."""
        near, far = self.persons["you"], self.persons["formal"]
        if max(near, far) < 3:
            return ""
        return "you" if near >= 4 * far else "formal" if far >= 4 * near else ""


def measured(texts: Sequence[str], lang: str, *, against: Iterable[str] = ()) -> Measures:
    """Measure texts in one language; `against` are other texts of the brand, to tell its words."""
    plain = [veiled(text) for text in texts]
    spans = [(number, span) for number, text in enumerate(plain) for span in sentences(text, lang)]
    sizes = sorted(size for _n, span in spans if (size := word_count(span.text)))
    said: Counter[str] = Counter({"I": 0, "we": 0, "you": 0, "formal": 0})
    said.update(kind for text in plain for kind, _start, _end in persons(text, lang))
    letters = [len(word) for text in plain for word in _WORD.findall(text)]
    examples = {
        **{kind: _such(spans, partial(_says, kind, lang)) for kind in ("I", "we", "you", "formal")},
        "questions": _such(spans, lambda one: one.rstrip().endswith("?")),
        "exclaiming": _such(spans, lambda one: "!" in one),
        "emoji": _such(spans, _EMOJI.search),
        "contracted": _such(spans, _SHORT.search),
        "length": _middling(spans, sizes),
        **{name: _such(spans, pattern.search) for name, pattern in MARKS.items()},
    }
    return Measures(
        language=lang,
        samples=len(texts),
        sentences=len(sizes),
        length=_length(sizes),
        letters=round(sum(letters) / len(letters), 1) if letters else 0.0,
        persons=dict(said),
        questions=_holding(plain, regex.compile(r"\?")),
        exclaiming=_holding(plain, regex.compile(r"!")),
        emoji=_holding(texts, _EMOJI),
        tags=_holding(texts, _TAG),
        contracted=sum(len(_SHORT.findall(text)) for text in plain) if lang == "en" else 0,
        contractible=(
            sum(len(_SHORT.findall(text)) + len(_LONG.findall(text)) for text in plain)
            if lang == "en"
            else 0
        ),
        marks={name: _holding(plain, pattern) for name, pattern in MARKS.items()},
        uses=_own_words(plain, lang, against),
        examples=examples,
    )


def word_count(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text.replace(VEIL, " ")))


def emoji_in(text: str) -> list[Span]:
    return [Span(m.start(), m.end(), m.group()) for m in _EMOJI.finditer(text)]


def _says(kind: str, lang: str, text: str) -> bool:
    """Whether a word of the text says who speaks, or to whom, in this way."""
    return any(said == kind for said, _start, _end in persons(text, lang))


def _length(sizes: Sequence[int]) -> Length:
    if not sizes:
        return Length(0, 0, 0)
    last = len(sizes) - 1
    return Length(
        round(sum(sizes) / len(sizes)), sizes[round(0.05 * last)], sizes[round(0.95 * last)]
    )


def _holding(texts: Iterable[str], pattern: "regex.Pattern[str]") -> int:
    return sum(1 for text in texts if pattern.search(text))


def _such(spans: Sequence[tuple[int, Span]], holds: Callable[[str], object]) -> tuple[Example, ...]:
    """The shortest three sentences for which `holds`."""
    found = [(n, span) for n, span in spans if holds(span.text)]
    found.sort(key=lambda one: len(one[1].text))
    return tuple(Example(n, span.text) for n, span in found[:3] if VEIL not in span.text)


def _middling(spans: Sequence[tuple[int, Span]], sizes: Sequence[int]) -> tuple[Example, ...]:
    """A sentence of about the usual length."""
    if not sizes:
        return ()
    usual = sizes[len(sizes) // 2]
    best = min(spans, key=lambda one: abs(word_count(one[1].text) - usual))
    return (Example(best[0], best[1].text),) if VEIL not in best[1].text else ()


def _own_words(texts: Sequence[str], lang: str, against: Iterable[str]) -> tuple[str, ...]:
    """Words that stand in at least two samples, oftenest first, and hardly in `against`."""
    held: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        seen = set()
        for word in _WORD.findall(text):
            flat = fold(word)
            if len(flat) < 4 or flat in COMMON[lang] or not (stem := next(iter(stems(word)), "")):
                continue
            seen.add(stem)
            forms.setdefault(stem, Counter())[word.casefold()] += 1
        held.update(seen)
    other = Counter(stem for text in against for stem in stems(text))
    size = sum(other.values()) or 1
    own = [
        (count, stem) for stem, count in held.items() if count >= 2 and other[stem] / size < 0.01
    ]
    own.sort(key=lambda one: (-one[0], one[1]))
    return tuple(forms[stem].most_common(1)[0][0] for _count, stem in own[:_MOST_WORDS])
