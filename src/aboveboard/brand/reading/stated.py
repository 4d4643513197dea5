"""The facts that a passage states: figures with units, prices, dates, times, names, denials."""

from dataclasses import dataclass

from aboveboard.text.quantities import quantities
from aboveboard.text.quantity import Quantity
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

LABEL = 120
"""The most characters that a fact's label has."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that `passage[start:end]` states.

    `kind`, `value` and `unit` are those of `text.quantity` ("price", "6.4", "EUR"); the unit of a
    bare number is the word that it counts. `text` is the sentence or row around it, shortened.
    """

    kind: str
    value: str
    unit: str
    text: str
    start: int
    end: int


def facts(passage_text: str, lang: str) -> list[Fact]:
    """The facts of the passage, in order; `lang` is one of the five languages."""
    spans = sentences(passage_text, lang)
    return [
        Fact(
            quantity.kind,
            _value(quantity),
            quantity.unit or quantity.counted,
            _label(_around(quantity.span, spans), quantity.span),
            quantity.span.start,
            quantity.span.end,
        )
        for quantity in quantities(passage_text, lang)
        if _tells(quantity)
    ]


def _value(quantity: Quantity) -> str:
    """The value; of a name that opens its sentence the longer reading, with the first word."""
    if quantity.kind == "name":
        return max((reading.value for reading in quantity.readings), key=len)
    return quantity.value


def _tells(quantity: Quantity) -> bool:
    """Whether it is worth keeping: a lone "1" or a number that counts nothing is not."""
    return quantity.kind != "number" or (quantity.value != "1" and bool(quantity.counted))


def _around(span: Span, found: list[Span]) -> Span:
    return next((s for s in found if s.start <= span.start < s.end), span)


def _label(sentence: Span, span: Span) -> str:
    """The sentence in one line, cut at words around the fact when it is long."""
    text = " ".join(sentence.text.split())
    if len(text) <= LABEL:
        return text
    start, end = span.start - sentence.start, span.end - sentence.start
    left = max(0, min(start - 60, len(sentence.text) - LABEL + 10))
    right = max(left + LABEL - 2, end)
    head, tail = sentence.text[left:start], sentence.text[end:right]
    if left and " " in head:
        head = head[head.index(" ") + 1 :]
    if right < len(sentence.text) and " " in tail:
        tail = tail[: tail.rindex(" ")]
    cut = " ".join((head + sentence.text[start:end] + tail).split())[: LABEL - 2]
    opening = "…" if left else ""
    return f"{opening}{cut}{'…' if right < len(sentence.text) else ''}"
