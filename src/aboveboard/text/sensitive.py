"""What of a text speaks of real harm to people: disaster, death, war, attack, layoffs and so on.

In: a text and its language. Out: the places that say so, each with its topic. Figures of speech
("a disaster of a launch"), stories, games, drills and what is long past are not meant; mourning
makes plain that a text is in earnest, and so does what is told of the day, of a place at war or of
those who came through. A guard and the policy both stand on this. The words are in `harm/`, two
files per language; accents make no difference, since posts leave them out.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex
from pydantic import BaseModel, ConfigDict

from aboveboard.text.bare import bare
from aboveboard.text.languages import LANGUAGES, guess
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

TOPICS = (
    "disaster", "death", "war", "attack", "accident", "self_harm", "layoffs", "crisis",
)  # fmt: skip
# An event before this year has no living victims.
_PAST = 1930
_YEAR = regex.compile(r"(?<![\p{N}.,€$£])1[0-9]{3}(?![\p{N}.,]?\p{N})(?P<after>\s+\p{Ll}+)?")
_ANY = r"[\p{L}\p{M}']*"
# Up to eight words of the same sentence.
_GAP = r"(?:[\s,;:–-]+[^\s.!?]+){0,8}?[\s,;:–-]+"


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A place that speaks of real harm; `topic` is one of `TOPICS`."""

    topic: str


class _Words(BaseModel):
    """One language's phrases, as `harm/README.md` explains; `sure` and `perhaps` by topic."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: str
    slots: dict[str, str]
    sure: dict[str, str]
    perhaps: dict[str, str]
    company: str
    sober: str
    figures: str
    told: str
    people: str


class _Veiled(BaseModel):
    """What says it without its name, as `harm/README.md` explains; `sure` by topic."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slots: dict[str, str]
    sure: dict[str, str]
    hinted: str
    grave: str
    real: str
    figures: str
    told: str


@dataclass(frozen=True)
class _Patterns:
    sure: dict[str, "regex.Pattern[str]"]
    perhaps: dict[str, "regex.Pattern[str]"]
    company: "regex.Pattern[str]"
    sober: "regex.Pattern[str]"
    figures: "regex.Pattern[str]"
    told: "regex.Pattern[str]"
    people: "regex.Pattern[str]"
    hinted: "regex.Pattern[str]"
    grave: "regex.Pattern[str]"
    real: "regex.Pattern[str]"


def sensitive(text: str, lang: str, also: Iterable[Span] = ()) -> list[Mention]:
    """Where the text speaks of real harm, in order and apart from each other; none: it does not.

    `lang` is one of the five languages; another one is read as English. `also` are sentences that
    speak of harm as far as another reader can tell; what excuses words excuses them too.
    """
    by = _patterns(lang if lang in LANGUAGES else "en")
    # A figure of speech is taken out, so that its words count for nothing.
    unread = bare(text)
    plain = by.figures.sub(lambda match: " " * len(match.group()), unread)
    sober = by.sober.search(plain) is not None
    if not sober and (_is_past(plain, by) or (by.told.search(plain) and not by.real.search(plain))):
        return []
    found: list[Mention] = []
    parts = sentences(plain, lang)
    hurt = [sober or by.company.search(one.text) is not None for one in parts]
    grave = [by.grave.search(one.text) is not None for one in parts]
    for number, sentence in enumerate(parts):
        found += _in(sentence, by.sure)
        if any(hurt[max(0, number - 1) : number + 2]):
            found += _in(sentence, by.perhaps)
        if any(grave[max(0, number - 1) : number + 2]):
            found += _in(sentence, {"crisis": by.hinted})
    for one in also:
        if plain[one.start : one.end] == unread[one.start : one.end]:
            found.append(Mention(one.start, one.end, one.text, "crisis"))
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(Mention(one.start, one.end, text[one.start : one.end], one.topic))
    return kept


def sensitive_in(text: str, *langs: str) -> list[Mention]:
    """The same for a text whose language is not certain: in that which it seems to be, else these.

    `langs` are those that it may be in.
    """
    seems = guess(text)
    for lang in dict.fromkeys([seems] if seems else langs or ("en",)):
        if found := sensitive(text, lang):
            return found
    return []


def _in(sentence: Span, by: dict[str, "regex.Pattern[str]"]) -> Iterator[Mention]:
    for topic, pattern in by.items():
        for match in pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield Mention(start, end, match.group(), topic)


def _is_past(text: str, by: _Patterns) -> bool:
    """Whether a year long past is named; "1200 people" is no year."""
    return any(
        int(match.group()[:4]) < _PAST and not by.people.fullmatch((match["after"] or "").strip())
        for match in _YEAR.finditer(text)
    )


@cache
def _patterns(lang: str) -> _Patterns:
    words = _Words.model_validate(_table(f"{lang}.toml"))
    veiled = _Veiled.model_validate(_table("veiled", f"{lang}.toml"))
    slots = {
        name: _ways(f"{words.slots.get(name, '')}, {veiled.slots.get(name, '')}", {})
        for name in words.slots | veiled.slots
    }
    slots["#"] = rf"(?:\p{{N}}[\p{{N}}.,]*|{_ways(words.number, {})})"
    return _Patterns(
        sure={
            topic: _compiled(f"{said}, {veiled.sure.get(topic, '')}", slots)
            for topic, said in words.sure.items()
        },
        perhaps={topic: _compiled(said, slots) for topic, said in words.perhaps.items()},
        company=_compiled(words.company, slots),
        sober=_compiled(words.sober, slots),
        figures=_compiled(f"{words.figures}, {veiled.figures}", slots),
        told=_compiled(f"{words.told}, {veiled.told}", slots),
        people=_compiled(words.people, slots),
        hinted=_compiled(veiled.hinted, slots),
        grave=_compiled(veiled.grave, slots),
        real=_compiled(veiled.real, slots),
    )


def _table(*path: str) -> dict[str, object]:
    table = files("aboveboard.text").joinpath("harm", *path).read_text(encoding="utf-8")
    return tomllib.loads(bare(table))


def _compiled(said: str, slots: Mapping[str, str]) -> "regex.Pattern[str]":
    """Phrases apart by commas: `*` any letters, ` .. ` up to eight words, `#` a number, `{name}`
    one of a slot."""
    ways = _ways(said, slots)
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{ways})(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)


def _ways(said: str, slots: Mapping[str, str]) -> str:
    phrases = [" ".join(one.split()) for one in said.replace("\n", " ").split(",")]
    # The longest first, and so the one that says the most.
    longest = sorted(filter(None, phrases), key=len, reverse=True)
    return rf"(?:{'|'.join(_way(one, slots) for one in longest)})"


def _way(phrase: str, slots: Mapping[str, str]) -> str:
    way = (
        phrase.removesuffix(" ..").replace(" .. ", _GAP).replace("*", _ANY).replace(" ", r"[\s-]+")
    )
    for name, ways in slots.items():
        way = way.replace(name if name == "#" else f"{{{name}}}", ways)
    return way
