"""Words that do not agree with each other, in the languages that have rules for it."""

from collections.abc import Callable, Iterable

from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.grammar_de import agreement_de
from aboveboard.text.correcting.grammar_nl import agreement_nl

_BY_LANGUAGE: dict[str, Callable[[str], Iterable[Correction]]] = {
    "de": agreement_de,
    "nl": agreement_nl,
}


def agreement(text: str, lang: str) -> Iterable[Correction]:
    """What surely does not agree in a veiled text."""
    read = _BY_LANGUAGE.get(lang)
    return read(text) if read else ()
