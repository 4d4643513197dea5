"""Where a text strays from the voice of its brand, as far as that can be counted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import regex

from aboveboard.text.correcting.veiled import veiled
from aboveboard.text.sentences import sentences
from aboveboard.text.voice.measures import Measures, emoji_in, word_count
from aboveboard.text.voice.persons import SHOWN, persons

# A sentence counts as long when it has half as many words again as the longest usual ones, and
# four more: with short sentences half is little.
_LONGER, _MORE = 1.5, 4


@dataclass(frozen=True, slots=True)
class Stray:
    """`text[start:end]` is not as the brand writes; `why` tells the measure, `key` its line."""

    key: str
    start: int
    end: int
    why: str
    example: str = ""


def strays(
    text: str, of: Measures, *, on: Collection[str], never: Collection[str] = ()
) -> list[Stray]:
    """What strays from the lines that are `on`, in the text's order; `never` are words to avoid."""
    plain = veiled(text)
    found = [*_never(plain, never)]
    if of.enough:
        found += [stray for stray in _counted(plain, text, of) if stray.key in on]
    return sorted(found, key=lambda one: (one.start, one.end))


def _never(text: str, never: Collection[str]) -> Iterator[Stray]:
    for word in never:
        pattern = rf"(?<![\p{{L}}\p{{N}}]){regex.escape(word)}(?![\p{{L}}\p{{N}}])"
        for match in regex.finditer(pattern, text, regex.IGNORECASE):
            why = f"“{word}” is on the brand's list of words that it never uses."
            yield Stray("never", match.start(), match.end(), why)


def _counted(plain: str, text: str, of: Measures) -> Iterator[Stray]:
    size = of.length
    most = max(size.high * _LONGER, size.high + _MORE)
    for sentence in sentences(plain, of.language):
        if (count := word_count(sentence.text)) > most:
            usual = of.examples["length"]
            yield Stray(
                "length",
                sentence.start,
                sentence.end,
                f"This sentence has {count} words; the brand's have {size.mean} on average, nine "
                f"of ten {size.low} to {size.high}.",
                usual[0].text if usual else "",
            )
    yield from _persons(plain, of)
    # Said once: what holds of twenty emoji need not be said twenty times.
    if not of.exclaiming and (mark := regex.search(r"!+", plain)):
        why = f"The brand's {of.samples} samples hold no exclamation mark."
        yield Stray("exclaiming", mark.start(), mark.end(), why)
    if not of.emoji and (used := emoji_in(text)):
        why = f"The brand's {of.samples} samples hold no emoji."
        yield Stray("emoji", used[0].start, used[0].end, why)


def _persons(text: str, of: Measures) -> Iterator[Stray]:
    near, far = SHOWN[of.language]
    for kind, start, end in persons(text, of.language):
        word = text[start:end]
        if {kind, of.address} == {"you", "formal"}:
            other = near if of.address == "you" else far
            why = f"“{word}”: the brand says “{other}” to its readers."
            yield Stray("address", start, end, why, _example(of, of.address))
        elif {kind, of.speaker} == {"I", "we"}:
            why = f"“{word}”: the brand speaks as “{of.speaker}”."
            yield Stray("speaker", start, end, why, _example(of, of.speaker))


def _example(of: Measures, kind: str) -> str:
    return next((one.text for one in of.examples.get(kind, ())), "")
