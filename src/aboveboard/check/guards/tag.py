"""Tags that do not work: the same twice, far too many, cut off, or not to be read aloud.

Several words run together in small letters are read as one by screen readers: a capital for each
(W3C, Media Accessibility: "CamelCase"; https://www.w3.org/WAI/). Only what is surely several words
of the language is remarked on (`text.correcting.joined`). The network's own limit of tags is the
guard `length`'s.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Remark
from aboveboard.text.counting import hashtags

CODE = "tag"
# House numbers: tags in a post, letters of a tag.
_MOST, _LONG = 15, 60
_TAG = r"(?<![\p{L}\p{N}_&/#.:-])#\p{L}[\p{L}\p{M}\p{N}_]*"


def _cut(letters: int) -> regex.Pattern[str]:
    """A tag that ends where its writer did not mean it to: "#salt&pepper", "#l'été", "#St.Martin".

    What follows a hyphen has so many letters, or it is an ending ("#Orfű-n").
    """
    return regex.compile(
        rf"{_TAG}(?:[&+][\p{{L}}\p{{N}}]{{2,}}|['’]\p{{L}}['’]?\p{{L}}{{2,}}|['’]\p{{L}}{{2,}}"
        rf"|['’]s_\p{{L}}+|\.\p{{Ll}}{{2,}}(?![\p{{L}}\p{{N}}]*[./])"
        rf"|(?<=#\p{{L}}{{1,4}})\.\p{{Lu}}\p{{Ll}}{{2,}}|/\p{{L}}{{3,}}"
        rf"|-(?=\p{{L}}{{{letters},}}|\p{{Ll}}{{1,3}}-)[\p{{L}}-]+)+"
    )


_CUT, _CUT_HU = _cut(4), _cut(5)
# A number among tags is none: networks want a letter in it. "We are #1" is no tag.
_NUMBER = regex.compile(r"(?<=#[\p{L}\p{N}_]+\s+)#\d+\b|(?<!\w)#\d+(?=\s+#\p{L})")
_APART = regex.compile(r"(?<![\p{L}\p{N}&/#])# (?=\p{L})(?!# of )")


@dataclass(frozen=True)
class _Tag:
    code: str = CODE
    title: str = "Tags"
    about: str = "Tags that stand twice, are too many, cut off or not to be read aloud."
    usual: tuple[Severity, ...] = (Severity.NOTE,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        if "#" not in case.text:
            return
        tags = hashtags(case.text)
        joined = {one.start: one for one in case.faults() if one.kind == "joined"}
        seen: set[str] = set()
        for tag in tags:
            word = tag.text[1:]
            if word.casefold() in seen:
                yield _remark(tag.start, tag.end, "This tag stands here twice.")
            elif len(word) > _LONG:
                yield _remark(tag.start, tag.end, "This tag is too long for anyone to look it up.")
            elif tag.start in joined:
                better = joined[tag.start].instead[0].removeprefix("#")
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
        for match in _NUMBER.finditer(case.text):
            yield _remark(
                match.start(),
                match.end(),
                "Networks take no tag of digits alone; put a word into it.",
            )
        for pattern in (_CUT_HU if case.language == "hu" else _CUT, _APART):
            for match in pattern.finditer(case.text):
                yield _remark(
                    match.start(), match.end(), "This tag ends at its first mark or space."
                )


def _remark(start: int, end: int, message: str) -> Remark:
    return Remark(CODE, start, end, Severity.NOTE, message, rule="Tags that people can use")


tag = _Tag()
