"""Rules of grammar that a language has of its own, beside phrases: words that do not fit."""

from collections.abc import Callable, Iterable, Mapping

from aboveboard.text.correcting.agreeing.dutch.agreement import agreement_nl
from aboveboard.text.correcting.agreeing.english.agreement import agreement_en
from aboveboard.text.correcting.agreeing.french.agreement import french
from aboveboard.text.correcting.agreeing.german.agreement import agreement_de
from aboveboard.text.correcting.agreeing.hungarian.agreement import hungarian
from aboveboard.text.correcting.correction import Correction

RULES: Mapping[str, Callable[[str], Iterable[Correction]]] = {
    "de": agreement_de,
    "en": agreement_en,
    "fr": french,
    "hu": hungarian,
    "nl": agreement_nl,
}


def agreement(text: str, lang: str) -> Iterable[Correction]:
    """What a language's rules find in a veiled text; some may touch each other."""
    return RULES[lang](text) if lang in RULES else ()
