"""Whether a sentence states anything: questions, greetings, opinions, calls and jests do not."""

from dataclasses import dataclass

import regex

from aboveboard.text.found.names import fold
from aboveboard.text.meaning.lexicon import lexicon_of, tokens
from aboveboard.text.meaning.terms import Said
from aboveboard.text.openings import asks, greets

_LAUGHS = regex.compile(r"[😀-😆😉😅🤣😂😜😝🤪🤭🙃😏😹]")
# What trails off or sighs.
_TRAILS = regex.compile(
    r"(?:\.\.\.|…)[\s\p{Extended_Pictographic}]*$|^[^\p{L}]*(?:ah|oh|och|ach|hach|aah|ooh|mmm+|"
    r"hmm+|ó|ho)(?!\p{L})", regex.IGNORECASE
)
# Who speaks of a brand's doings.
_WE = {
    "en": "we our ours us",
    "nl": "wij we ons onze",
    "fr": "nous notre nos on",
    "de": "wir unser unsere unseren unserem unserer uns",
    "hu": "mi nalunk hozzank minket nekunk tolunk",
}


@dataclass(frozen=True, slots=True)
class Mood:
    """What speaks for and against a sentence's stating something."""

    asks: bool
    greets: bool
    calls: bool
    jests: bool
    laughs: bool
    fond: int
    we: bool
    trails: bool


def mood(said: Said, lang: str) -> Mood:
    """How a sentence is meant, by its first words, its signs and its words of praise."""
    lexicon = lexicon_of(lang)
    words = [word for _, _, word in tokens(said.text)]
    flat = fold(said.text)
    first = words[0] if words else ""
    calls = first in lexicon.moves and not _subject_follows(words, lang)
    return Mood(
        asks=asks(said.text),
        greets=greets(said.text, lang),
        calls=calls,
        jests=any(jest in flat for jest in lexicon.jests),
        laughs=bool(_LAUGHS.search(said.text)),
        fond=said.fond,
        trails=bool(_TRAILS.search(said.text)),
        we=any(word in _WE.get(lang, "").split() for word in words),
    )


_SUBJECTS = {
    "nl": "je jij u we wij ik hij zij ze het de",
    "de": "ich er es wir sie man du",
    "en": "it s",
}


def _subject_follows(words: list[str], lang: str) -> bool:
    """Whether a subject comes next, so that the verb states: "Kommt er", "It" no call."""
    return len(words) > 1 and words[1] in _SUBJECTS.get(lang, "").split() and lang != "en"
