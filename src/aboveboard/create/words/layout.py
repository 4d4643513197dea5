"""How an answer with parts stands as one text, and back: slides, scripts, headlines, letters.

In: a typed result, or its pieces. Out: the text that a variant can take, with the place of each
piece in it. The figures of a script (when what is said) are computed and stand in no text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from aboveboard.ai.results import Result, Rewrite
from aboveboard.ai.shapes import Beat, Headlines, Newsletter, Script, Slide, Slides
from aboveboard.create.words.adapting import WAYS
from aboveboard.create.words.origins import Passage, merged, text_of
from aboveboard.create.words.threads import THREAD_BREAK
from aboveboard.create.words.writer import PARAGRAPH, TEMPLATE
from aboveboard.text.cleaning import clean
from aboveboard.text.counting import graphemes

# What stands before and after a piece of each role; before the first one nothing does.
_GAPS = {
    "text": (PARAGRAPH, ""),
    "post": (THREAD_BREAK, ""),
    "headline": (PARAGRAPH, ""),
    "line": ("\n", ""),
    "spoken": (PARAGRAPH, ""),
    "seen": ("\n[", "]"),
    "subject": (PARAGRAPH, ""),
    "preview": (PARAGRAPH, ""),
    "body": (PARAGRAPH, ""),
}
# Spoken characters a second: 150 words a minute of English, spaces counted. Our own measure.
PACE = 14


@dataclass(frozen=True)
class Piece:
    """Words with their role in the whole: `text`, `post`, `headline`, `line`, `spoken`, …"""

    role: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return text_of(self.passages)


@dataclass(frozen=True)
class Place:
    """Where a piece stands in the whole text; `begins` and `ends` are seconds of a script."""

    role: str
    start: int
    end: int
    begins: int = 0
    ends: int = 0


def whole(pieces: Sequence[Piece]) -> tuple[Passage, ...]:
    """The pieces as one text; the marks around what is seen are a template's."""
    passages: list[Passage] = []
    for number, piece in enumerate(pieces):
        before, after = _GAPS[piece.role]
        own = piece.passages[0].origin
        marks = own if not after and piece.role != "post" else TEMPLATE
        passages.append(Passage(text=before if number else "", origin=marks))
        passages += piece.passages
        passages.append(Passage(text=after, origin=TEMPLATE))
    return merged(passages)


def words_of(result: Result) -> list[tuple[str, str]]:
    """Each piece of a result: its role and its words."""
    match result:
        case Slides():
            return [
                (role, text)
                for slide in result.slides
                for role, text in (
                    ("headline", slide.headline),
                    *(("line", t) for t in slide.lines),
                )
            ]
        case Script():
            said = [(("spoken", beat.spoken), ("seen", beat.seen)) for beat in result.beats]
            return [one for pair in said for one in pair if one[1]]
        case Headlines():
            return [("headline", text) for text in result.headlines]
        case Newsletter():
            return [(n, str(getattr(result, n))) for n in ("subject", "preview", "body")]
    return [("text", text) for text in result.texts()]


def text_with_places(result: Result) -> tuple[str, list[Place]]:
    """A result as one text, and where each piece of it stands."""
    text, clock = "", 0
    places: list[Place] = []
    for role, words in words_of(result):
        before, after = _GAPS[role]
        text += before if places else ""
        # What is seen goes along with what is said before it.
        begins = clock if role != "seen" or not places else places[-1].begins
        clock += seconds(words) if role == "spoken" else 0
        places.append(Place(role, len(text), len(text) + len(words), begins, clock))
        text += words + after
    return text, places


def seconds(words: str) -> int:
    """How long it takes to say this, in whole seconds."""
    return max(1, ceil(graphemes(words) / PACE))


def result_of(shape: type[Result], pieces: Sequence[Piece]) -> Result:
    """The typed result that consists of these pieces."""
    texts = [(piece.role, piece.text) for piece in pieces]
    if shape is Slides:
        slides: list[dict[str, Any]] = []
        for role, text in texts:
            if role == "headline":
                slides.append({"headline": text, "lines": []})
            else:
                slides[-1]["lines"].append(text)
        return Slides(slides=[Slide.model_validate(slide) for slide in slides])
    if shape is Script:
        beats: list[dict[str, str]] = []
        for role, text in texts:
            if role == "spoken":
                beats.append({"spoken": text, "seen": ""})
            else:
                beats[-1]["seen"] = text
        return Script(beats=[Beat.model_validate(beat) for beat in beats])
    if shape is Headlines:
        return Headlines(headlines=[text for _role, text in texts])
    if shape is Newsletter:
        return Newsletter.model_validate(dict(texts))
    return Rewrite(text=text_of(whole(pieces)))


def cleaned(result: Result) -> Result:
    """The result as it can be kept: every word of it cleaned. Raises ValidationError."""
    return type(result).model_validate(_cleaned(result.model_dump()))


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    return clean(value).strip() if isinstance(value, str) else value


def kept_result(way: str, value: object) -> Result | None:
    """A result as it was kept in a row of this way; None for none."""
    if not value:
        return None
    known = WAYS.get(way)
    return (known.wants if known else Rewrite).model_validate(value)
