"""From a brand's samples to the profile of its voice, made once for the same samples."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

from aboveboard.text.languages import guess
from aboveboard.text.voice.likeness import LEAST, Profile

# A file with so many pieces holds many posts; with fewer it is one text of several paragraphs.
_MANY, _LONG = 6, 700
_RULE = regex.compile(r"\n[ \t]*(?:-{3,}|\*{3,}|={3,}|%)[ \t]*\n")
_BLANK = regex.compile(r"\n[ \t]*\n\s*")
_ENDED = regex.compile(
    r"[.!?…)\"”»]\s*$|[\p{Extended_Pictographic}\uFE0F]\s*$|[#@]\S+\s*$|://\S+\s*$"
)
# So much of the samples in one language makes it the language of all: short posts mislead.
_MOST = 0.8


def posts_of(samples: Iterable[str]) -> Iterator[str]:
    """The posts in samples: one a file, or many, apart by a rule, a blank line or one a line."""
    for sample in samples:
        for piece in _pieces(sample.replace("\r\n", "\n").strip()):
            yield from _short(piece.strip()) if len(piece) > _LONG else (piece.strip(),)


def _pieces(sample: str) -> list[str]:
    for border in (_RULE, _BLANK):
        if len(pieces := [one for one in border.split(sample) if one.strip()]) >= _MANY or (
            border is _RULE and len(pieces) > 1
        ):
            return pieces
    lines = [line for line in sample.split("\n") if line.strip()]
    # Lines of one text that was wrapped end anywhere, and all but the last are about as long.
    ended = sum(bool(_ENDED.search(line)) for line in lines)
    even = len({len(line) // 12 for line in lines[:-1]}) <= 2
    if not _BLANK.search(sample) and len(lines) >= _MANY and (ended > len(lines) / 2 or not even):
        return lines
    return [sample]


def _short(text: str) -> Iterator[str]:
    """A long text in pieces of a post's size, whole paragraphs where they are short enough."""
    for piece in _BLANK.split(text):
        held = ""
        for sentence in regex.split(r"(?<=[.!?…])\s+", piece):
            if held and len(held) + len(sentence) > _LONG // 2:
                yield held
                held = ""
            held = f"{held} {sentence}".strip()
        if held:
            yield held


@lru_cache(maxsize=16)
def profile(samples: tuple[str, ...], language: str) -> Profile | None:
    """The profile of the samples' posts in a language; None while they are too few."""
    posts = [post for post in posts_of(samples) if post]
    if len(posts) < LEAST:
        return None
    guessed = [guess(post) for post in posts]
    often, count = Counter(one or language for one in guessed).most_common(1)[0]
    if count < _MOST * len(posts):
        posts = [p for p, g in zip(posts, guessed, strict=True) if (g or language) == language]
    elif often != language:
        # The samples are in another language; a text is held against them all the same.
        return Profile(posts, often)
    return Profile(posts, language) if len(posts) >= LEAST else None
