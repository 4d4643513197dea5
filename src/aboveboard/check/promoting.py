"""Whether a post shows or praises what a partner or employer sells: names, offers, praise."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

import regex

from aboveboard.check.wording import bare_phrases
from aboveboard.text.bare import bare
from aboveboard.text.spans import Span

ENOUGH = 2
_RUN = regex.compile(r"\p{Lu}[\p{L}\p{N}'&]*(?:[ -](?:\p{Lu}|\d)[\p{L}\p{N}'&]*)+")
_WORD = regex.compile(r"[@#]?[\p{L}\p{N}][\p{L}\p{N}&'_]*")
# What agreements say anywhere, in any of the languages; none of it names a product.
_COMMON = frozenset(
    files("aboveboard.check.phrases").joinpath("on_file.txt").read_text(encoding="utf-8").split()
)


# Common words that names begin with.
_SMALL = frozenset(["van", "les", "le", "das", "die", "der", "a", "the"])


def promoted(text: str, language: str, evidence: tuple[str, ...], *, hint: int = 0) -> Span | None:
    """The words by which the text promotes; None where it promotes nothing.

    `hint` is what speaks for it besides: 2 is enough.
    """
    known, plain = bare_phrases("hidden_ad", language), bare(text)
    names, things = words_on_file(evidence)
    named = _first(text, names, True)
    thing = _first(text, things, False)
    weights = (
        (named, 2),
        (thing, 1),
        (_at(known.find("offer", plain)), 2),
        (_at(known.find("praise", plain)), 1),
        (_at(known.find("show", plain)), 1),
        (_at(known.find("thing", plain)), 1),
        (_at(known.find("apart", plain)), -2),
    )
    total = hint + sum(weight for found, weight in weights if found)
    if total < ENOUGH:
        return None
    shown = next((found for found, _ in weights if found), Span(0, len(text), text))
    return Span(shown.start, shown.end, text[shown.start : shown.end])


def _at(found: Iterator[Span]) -> Span | None:
    return next(found, None)


@lru_cache(maxsize=64)
def words_on_file(evidence: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Names (written with a capital) and other words of the evidence, bare and in lower case."""
    names: set[str] = set()
    things: set[str] = set()
    for entry in evidence:
        for match in _RUN.finditer(entry):
            parts = bare(match.group()).lower().split()
            while parts and parts[0] in _COMMON and parts[0] not in _SMALL:
                parts.pop(0)
            if len(parts) > 1:
                names.add(" ".join(parts))
        for match in _WORD.finditer(entry):
            word = match.group().strip("@#'")
            plain = bare(word).lower().removesuffix("'s")
            if len(plain) < 3 or plain in _COMMON or plain[0].isdigit():
                continue
            (names if word[0].isupper() else things).add(plain)
    return frozenset(names), frozenset(things - names)


def _first(text: str, wanted: frozenset[str], as_name: bool) -> Span | None:
    """The first word that is one of these, however inflected or compounded."""
    if not wanted:
        return None
    plain_text = bare(text).lower()
    for one in wanted:
        if " " in one and (at := plain_text.find(one)) >= 0:
            return Span(at, at + len(one), text[at : at + len(one)])
    for match in _WORD.finditer(text):
        word = match.group()
        marked = word[0] in "@#"
        plain = bare(word).lower().lstrip("@#")
        if as_name and not marked and not word[0].isupper() and plain not in wanted:
            continue
        for one in wanted:
            short = 0 if len(one) < 5 else 1 if as_name else 2
            stem = one[: max(4, len(one) - short)]
            begins = plain.startswith(stem) and len(plain) <= len(one) + 7
            if (begins and (len(stem) > 3 or len(plain) < 6)) or (len(stem) > 4 and stem in plain):
                return Span(match.start(), match.end(), word)
    return None
