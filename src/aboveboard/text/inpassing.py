"""Names, days and small numbers that a sentence mentions without stating anything by them."""

from collections.abc import Sequence
from dataclasses import replace

from aboveboard.text.bound import holding
from aboveboard.text.claims import Weighed
from aboveboard.text.compare import parts
from aboveboard.text.knowledge import Index
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity, number
from aboveboard.text.stating import Mood


def in_passing(
    quantity: Quantity,
    said: Said,
    stated: Sequence[Quantity],
    weighed: Weighed,
    mood: Mood,
    index: Index,
) -> bool:
    """Whether a name is known in another language, a day or one hour is named in passing."""
    if quantity.kind == "name":
        return _known(quantity, said, index)
    if quantity.kind == "duration" and _one_unit(quantity):
        # "For an hour you pay £4.20"
        return any(q.kind == "price" for q in stated)
    if quantity.kind not in ("weekday", "date", "duration", "number"):
        return False
    if quantity.kind == "date" and parts(quantity.readings[0]).day:
        return False
    if quantity.kind == "number" and (not quantity.value.isdecimal() or len(quantity.value) > 2):
        return False
    return (
        weighed.own < _OF_ITS_OWN
        and not mood.we
        and not mood.leans
        and not any(q.kind in ("price", "time", "percent") for q in stated)
        and not any("open" in term.names for term in said.terms)
        and all(
            q.kind in ("negation", "name") or not holding(index, q)
            for q in stated
            if q is not quantity
        )
        and len(said.terms) > 1
    )


# So much of a sentence's words the nearest fact shares where it speaks of what is known.
_OF_ITS_OWN = 0.2


def _one_unit(span: Quantity) -> bool:
    """Whether it is one hour, day or week, told in words."""
    return number(span) == span.step and not any(c.isdigit() for c in span.span.text)


def _known(name: Quantity, said: Said, index: Index) -> bool:
    terms = [term for term in said.terms if name.span.start <= term.start < name.span.end]
    if terms and all(index.facts.held(term) >= 1 for term in terms):
        return True
    # "Der Tarif Solo" is known as Solo.
    last = replace(name, value=name.value.split()[-1], also=())
    return said.lang == "de" and bool(index.holders(last))
