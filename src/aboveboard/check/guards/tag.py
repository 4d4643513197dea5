"""Tags that do not work: the same twice, far too many, cut off, or not to be read aloud.

Several words run together in small letters are read as one by screen readers: a capital for each
(W3C, Media Accessibility: "CamelCase"; https://www.w3.org/WAI/). Only what is surely several words
of the language is remarked on. The network's own limit of tags is the guard `length`'s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Remark
from aboveboard.text.counting import hashtags
from aboveboard.text.voice.background import background

CODE = "tag"
# House numbers: tags in a post, letters of a tag.
_MOST, _LONG = 15, 60
# From so many letters, and so many words in them, a tag cannot be read; compounds are one word.
_RUN = {"en": (14, 3), "fr": (14, 3), "nl": (22, 3), "de": (24, 3), "hu": (24, 3)}
_TAG = r"(?<![\p{L}\p{N}_&/#.:-])#\p{L}[\p{L}\p{M}\p{N}_]*"
_TAG = r"(?<![\p{L}\p{N}_&/#.:-])#\p{L}[\p{L}\p{M}\p{N}_]*"


def _cut(letters: int) -> regex.Pattern[str]:
    """A tag that ends where its writer did not mean it to: "#salt&pepper", "#l'été", "#St.Martin".

    What follows a hyphen has so many letters, or it is an ending ("#Orfű-n").
    """
    return regex.compile(
        rf"{_TAG}(?:[&+][\p{{L}}\p{{N}}]{{2,}}|['’]\p{{L}}['’]?\p{{L}}{{2,}}|['’]\p{{L}}{{2,}}"
        rf"|(?<=#\p{{L}}{{1,4}})\.\p{{Lu}}\p{{Ll}}{{2,}}|/\p{{L}}{{3,}}"
        rf"|-(?=\p{{L}}{{{letters},}}|\p{{Ll}}{{1,3}}-)[\p{{L}}-]+)+"
    )


_CUT, _CUT_HU = _cut(4), _cut(5)
_APART = regex.compile(r"(?<![\p{L}\p{N}&/#])# (?=\p{L})(?!# of )")


@dataclass(frozen=True)
class _Tag:
    code: str = CODE
    title: str = "Tags"
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        if "#" not in case.text:
            return
        tags = hashtags(case.text)
        seen: set[str] = set()
        for tag in tags:
            word = tag.text[1:]
            if word.casefold() in seen:
                yield _remark(tag.start, tag.end, "This tag stands here twice.")
            elif len(word) > _LONG:
                yield _remark(tag.start, tag.end, "This tag is too long for anyone to look it up.")
            elif word.islower() and (parts := _parts(word, case.language)):
                better = "".join(part.capitalize() for part in parts)
                yield _remark(
                    tag.start,
                    tag.end,
                    f"Screen readers take this tag for one word. Write #{better}.",
                )
            seen.add(word.casefold())
        if len(tags) > _MOST:
            first = tags[_MOST]
            yield _remark(
                first.start,
                tags[-1].end,
                f"{len(tags)} tags are too many to help; keep the few that matter.",
            )
        for pattern in (_CUT_HU if case.language == "hu" else _CUT, _APART):
            for match in pattern.finditer(case.text):
                yield _remark(
                    match.start(), match.end(), "This tag ends at its first mark or space."
                )


@lru_cache(maxsize=2_000)
def _parts(word: str, language: str) -> tuple[str, ...]:
    """The everyday words that a tag surely consists of; none for one word."""
    letters, least = _RUN[language]
    everyday = background(language).counts["words"]
    if len(word) < letters or word in everyday or not word.isalpha():
        return ()
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 20), end):
            before, piece = best[start], word[start:end]
            if before is None or everyday.get(piece, 0) < (2 if len(piece) > 3 else 20):
                continue
            if len(piece) < 2 and piece != "a":
                continue
            if best[end] is None or len(before) + 1 < len(best[end] or ()):
                best[end] = (*before, piece)
    found = best[-1] or ()
    return found if len(found) >= least else ()


def _remark(start: int, end: int, message: str) -> Remark:
    return Remark(CODE, start, end, Severity.NOTE, message, rule="Tags that people can use")


tag = _Tag()
