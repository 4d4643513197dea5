"""Whether a post shows or praises what a partner or employer sells: names, offers, praise."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

import regex

from aboveboard.check.phrases import Phrases
from aboveboard.check.wording import bare_phrases
from aboveboard.text.bare import bare
from aboveboard.text.spans import Span

ENOUGH = 2
# What speaks against it: a word of everyday life.
APART = 2
_KINDS = (
    ("offer", 2),
    ("praise", 1),
    ("show", 1),
    ("thing", 1),
    ("price", 1),
    ("sells", 1),
    ("bears", 1),
    ("range", 1),
)
_SENTENCE = regex.compile(r"[^.!?\n]+[.!?\n]*")
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
    known = bare_phrases("hidden_ad", language)
    weights = _weights(text, known, evidence)
    apart = known.has("apart", bare(text))
    total = hint + sum(weight for _, weight in weights) - (APART if apart else 0)
    if apart and total < ENOUGH:
        # Besides what it tells of life, it may praise something in another sentence.
        kept = _SENTENCE.sub(
            lambda at: " " * len(at[0]) if known.has("apart", bare(at[0])) else at[0], text
        )
        weights = _weights(kept, known, evidence)
        total = sum(weight for _, weight in weights) - 1
    if total < ENOUGH:
        return None
    shown = weights[0][0] if weights else Span(0, len(text), text)
    return Span(shown.start, shown.end, text[shown.start : shown.end])


def _weights(text: str, known: Phrases, evidence: tuple[str, ...]) -> list[tuple[Span, int]]:
    """What in the text speaks for promotion, and how much."""
    plain = bare(text)
    names, things = words_on_file(evidence)
    found = [(_first(text, names, True), 2), (_first(text, things, False), 1)]
    found += [(next(known.find(kind, plain), None), weight) for kind, weight in _KINDS]
    found += [(next(known.find("own", masked(text, evidence)), None), 1)]
    return [(span, weight) for span, weight in found if span]


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


def masked(text: str, evidence: tuple[str, ...]) -> str:
    """The bare text, as long as it was, with every letter of a name on file made a q."""
    out = bare(text)
    for found in _all(text, words_on_file(evidence)[0], True):
        name = "".join("q" if char.isalnum() else char for char in found.text)
        out = out[: found.start] + name + out[found.end :]
    return out


def _first(text: str, wanted: frozenset[str], as_name: bool) -> Span | None:
    """The first of these words in the text, a name of several words before all others."""
    return next(_all(text, wanted, as_name), None)


def _all(text: str, wanted: frozenset[str], as_name: bool) -> Iterator[Span]:
    """Where one of these words stands, however inflected or compounded; whole names first."""
    if not wanted:
        return
    plain_text = bare(text).lower()
    for one in wanted:
        if " " in one and (at := plain_text.find(one)) >= 0:
            yield Span(at, at + len(one), text[at : at + len(one)])
    for match in _WORD.finditer(text):
        word = match.group()
        marked = word[0] in "@#"
        plain = bare(word).lower().lstrip("@#")
        if as_name and not marked and not word[0].isupper() and plain not in wanted:
            continue
        if any(_is_form(plain, one, as_name) for one in wanted):
            yield Span(match.start(), match.end(), word)


def _is_form(plain: str, one: str, as_name: bool) -> bool:
    short = 0 if len(one) < 5 else 1 if as_name else 2
    stem = one[: max(4, len(one) - short)]
    begins = plain.startswith(stem) and len(plain) <= len(one) + 7
    return (begins and (len(stem) > 3 or len(plain) < 6)) or (len(stem) > 4 and stem in plain)
