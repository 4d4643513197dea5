"""The ways in which a text is adapted, as data: what each is, who can do it, what a model is told.

What can be done by choosing and arranging the people's own sentences, the house does (`house`).
Another tone or language takes a model, under the fact lock.
"""

from dataclasses import dataclass
from typing import Literal

from aboveboard.ai.base import LANGUAGES as LANGUAGE_NAMES
from aboveboard.ai.results import Result, Rewrite
from aboveboard.ai.shapes import Headlines, Newsletter, Script, Slides
from aboveboard.brand.rules import LANGUAGES, Task
from aboveboard.kernel.errors import Invalid

By = Literal["house", "model"]
HEADLINES = 6

# What a tone asks of a model; the names are what people choose from.
TONES = {
    "plainer": "plainer: everyday words and short sentences, nothing ornate",
    "warmer": "warmer: closer to the reader, as one speaks to a neighbour",
    "formal": "more formal: complete sentences, no contractions, a polite address",
    "livelier": "livelier: active verbs and a quicker rhythm, without exclamation marks",
    "calmer": "calmer: unhurried, without urgency or superlatives",
}


@dataclass(frozen=True)
class Way:
    """One way to adapt a text.

    `wants` is the shape of the result, `task` what a model's part in it is in the brand's policy,
    `says` what a model is told, `work` what it does by it, of `origins.WORKS`. `house` says
    whether it can be done without a model. `keeps` is what has to stay of the source: all of its
    facts, its links, or nothing in particular.
    """

    name: str
    wants: type[Result]
    says: str
    task: Task = Task.REWRITE
    house: bool = True
    keeps: Literal["facts", "links", "nothing"] = "facts"
    work: str = "drafting"


WAYS = {
    way.name: way
    for way in (
        Way(
            "shorter",
            Rewrite,
            "Make the text about half as long. Keep its opening, its call to action and its "
            "links; leave out what matters least.",
            keeps="links",
            work="shortening",
        ),
        Way(
            "longer",
            Rewrite,
            "Make the text longer, with what the brief and the knowledge say and the text does "
            "not say yet.",
        ),
        Way(
            "channel",
            Rewrite,
            "Arrange the text for another channel, within its limit. Keep its links.",
            keeps="links",
            work="rewording",
        ),
        Way(
            "thread",
            Rewrite,
            "Say the text as a thread of short posts, each of which makes sense by itself. Part "
            "them by a line that holds three dashes and nothing else.",
            work="rewording",
        ),
        Way(
            "carousel",
            Slides,
            "Say the text on the slides of a carousel, a headline and a few short lines on each. "
            "The first slide makes one want to see the next; the last holds the call to action.",
        ),
        Way(
            "script",
            Script,
            "Write a script for a short video: what is said, sentence by sentence, and what is "
            "seen meanwhile. Show only what the text or the brief speaks of. State no times.",
        ),
        Way(
            "headlines",
            Headlines,
            "Write headlines for the text to choose from, each at most 70 characters, each with "
            "another idea.",
            keeps="nothing",
        ),
        Way(
            "newsletter",
            Newsletter,
            "Write a newsletter from the text: a subject of at most 60 characters, a preview line "
            "of at most 110 that adds to it, and the body.",
        ),
        Way(
            "tone",
            Rewrite,
            "Say the text in another tone: {tone}.",
            house=False,
            work="rewording",
        ),
        Way(
            "language",
            Rewrite,
            "Translate the text from {source} into {language}, sentence by sentence, as a native "
            "writer would say it. Leave out nothing and add nothing. Names, handles and addresses "
            "stay as they are.",
            task=Task.TRANSLATE,
            house=False,
            work="translation",
        ),
    )
}


@dataclass(frozen=True)
class Wish:
    """How a text shall be adapted. `tone` is one of TONES, `language` one of the five.

    `instruction` is what the person adds in their own words; only a model can follow it.
    Raises Invalid for what is not known or does not go together.
    """

    way: str
    by: By = "house"
    tone: str = ""
    language: str = ""
    instruction: str = ""

    def __post_init__(self) -> None:
        if self.way not in WAYS:
            raise Invalid(
                f"There is no way to adapt named “{self.way[:20]}”.",
                mend=f"Use one of: {', '.join(WAYS)}.",
                code="way",
            )
        if self.way == "tone" and self.tone not in TONES:
            raise Invalid("Which tone?", mend=f"Choose one of: {', '.join(TONES)}.", code="tone")
        if self.way == "language" and self.language not in LANGUAGES:
            raise Invalid(
                "Into which language?",
                mend=f"Choose one of: {', '.join(LANGUAGES)}.",
                code="language",
            )
        if self.by == "house" and not self.known.house:
            needs = "translating" if self.way == "language" else "another tone"
            raise Invalid(
                f"This needs a model: {needs} puts words there that nobody wrote yet.",
                mend=f"Ask the model. The brand's policy calls it “{self.known.task}”.",
                code="needs_model",
            )

    @property
    def known(self) -> Way:
        return WAYS[self.way]

    @property
    def works(self) -> tuple[str, ...]:
        """What a model does by it; () where people add words of their own, which may ask for
        anything."""
        return () if self.instruction else (self.known.work,)

    def told(self, source_language: str) -> str:
        """What a model is told to do."""
        said = self.known.says.format(
            tone=TONES.get(self.tone, ""),
            source=LANGUAGE_NAMES.get(source_language, ""),
            language=LANGUAGE_NAMES.get(self.language, ""),
        )
        return f"{said} The author adds: {self.instruction}" if self.instruction else said


# An origin keeps this much of an instruction; the suggestion holds the whole.
ASKED = 200


def asked_in_short(way: str, tone: str, language: str, instruction: str) -> str:
    """An instruction as an origin keeps it: “shorter”, “tone warmer”, or a person's own words."""
    said = " ".join(part for part in (way, tone, language if way == "language" else "") if part)
    return ": ".join(part for part in (said, instruction) if part)[:ASKED]
