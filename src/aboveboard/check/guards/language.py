"""A text that is not in the language of its variant.

By `text.languages` (py3langid, restricted to the five), and only where the everyday words of the
variant's language are missing too. A few words say too little; a language that is none of the five
is not seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.correcting.veiled import VEIL, veiled
from aboveboard.text.languages import COMMON, guess

CODE = "language"
NAMES = {"en": "English", "nl": "Dutch", "fr": "French", "de": "German", "hu": "Hungarian"}
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_WORDS, _MORE = 8, 3


@dataclass(frozen=True)
class _Language:
    code: str = CODE
    title: str = "Language"
    about: str = "Text in another language than the post’s."
    usual: tuple[Severity, ...] = (Severity.WARN,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        plain = veiled(case.text).replace(VEIL, " ")
        said = [word.casefold() for word in _WORD.findall(plain)]
        if len(said) < _WORDS:
            return
        common = {lang: sum(word in held for word in said) for lang, held in COMMON.items()}
        # Everyday words of its own language settle it; guessing takes longer.
        if common[case.language] * 2 >= max(common.values()):
            return
        found = guess(case.text)
        if not found or found == case.language:
            return
        if common[found] < common[case.language] + _MORE:
            return
        yield Remark(
            code=CODE,
            start=0,
            end=len(case.text),
            severity=Severity.WARN,
            message="This is not in the language of its channel, it seems. Write it in that, or "
            "change the language.",
            evidence=(
                Evidence(
                    "counted",
                    f"Everyday words: {NAMES[found]} {common[found]}, "
                    f"{NAMES[case.language]} {common[case.language]}",
                ),
            ),
            rule="The language of the variant",
        )


language = _Language()
