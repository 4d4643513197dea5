"""The fact lock: what a model wrote may state only what its sources state, and all that must "
"stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from aboveboard.text.compare import agrees
from aboveboard.text.found.names import fold, same_name
from aboveboard.text.found.negations import negations, says_quietly, taken_away
from aboveboard.text.knowledge import Index, Source, stems
from aboveboard.text.openings import asks
from aboveboard.text.quantities import quantities
from aboveboard.text.quantity import Quantity
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span


@dataclass(frozen=True, slots=True)
class Break:
    """A fact that the output adds, alters or drops. `span` is None for what was dropped.

    `text` holds the words it is about: the output's, or the dropped ones of `must_keep`.
    """

    kind: Literal["added", "altered", "dropped"]
    span: Span | None
    text: str
    why: str


_LOCKED = frozenset(
    {"number", "price", "percent", "date", "weekday", "time", "duration", "measure"}
    | {"url", "handle", "email", "phone", "version", "name"}
)


@dataclass(frozen=True)
class Lock:
    """The facts of the sources of one task. Make it with `Lock.of`."""

    index: Index
    lang: str

    @classmethod
    def of(cls, source_texts: Sequence[str], lang: str) -> "Lock":
        """A lock over the texts that the model was given; all are in the language `lang`."""
        sources = [
            Source(str(number), text, lang, f"source {number + 1}")
            for number, text in enumerate(source_texts)
        ]
        return cls(Index(sources), lang)

    def breaks(
        self, output: str, *, must_keep: Sequence[str] = (), lang: str | None = None
    ) -> list[Break]:
        """What the output adds or alters, in its order, then what it drops of `must_keep`.

        `lang` is the output's language where it is another than the sources' (a translation).
        A question's numbers are locked too: a model has no reason to invent one.
        """
        spoken = lang or self.lang
        stated = quantities(output, spoken)
        found = [
            broken
            for quantity in stated
            if quantity.kind in _LOCKED and (broken := self._broken(quantity)) is not None
        ]
        found += self._denials(output, stated, spoken)
        found.sort(key=lambda broken: broken.span.start if broken.span else 0)
        return found + [
            dropped for text in must_keep for dropped in self._dropped(text, output, stated)
        ]

    def _broken(self, quantity: Quantity) -> Break | None:
        if quantity.kind == "number" and quantity.value == "1":
            return None
        if self.index.holders(quantity):
            return None
        words = quantity.span.text
        near = self.index.alike(quantity)
        if near:
            why = f"“{words}” is not what the sources say: “{near[1].span.text}”."
            return Break("altered", quantity.span, words, why)
        return Break("added", quantity.span, words, f"“{words}” is in none of the sources.")

    def _denials(self, output: str, stated: list[Quantity], lang: str) -> list[Break]:
        """A denial in a sentence whose closest source denies nothing, or the other way round."""
        found: list[Break] = []
        stating = [one for one in sentences(output, lang) if not asks(one.text)]
        if lang != self.lang:
            found += self._lost_in_translation(stating, stated, lang)
        for sentence in stating:
            ours = [
                q
                for q in stated
                if q.kind == "negation" and sentence.start <= q.span.start < sentence.end
            ]
            is_silent = not negations(sentence.text, lang) and not says_quietly(sentence.text, lang)
            if is_silent and (gone := self._given_back(sentence.text, lang)):
                why = f"The source says that there is none: “{gone}”"
                found.append(Break("altered", sentence, sentence.text, why))
                continue
            theirs = self._closest(sentence.text, lang)
            if theirs is None:
                if ours and not self._any_denial():
                    why = f"“{ours[0].span.text}” denies something; no source denies anything."
                    found.append(Break("added", ours[0].span, ours[0].span.text, why))
                continue
            denied, said = theirs
            if ours and not denied and not says_quietly(said, lang):
                why = f"The source does not deny it: “{said}”"
                found.append(Break("altered", ours[0].span, ours[0].span.text, why))
            elif denied and is_silent:
                why = f"The source denies it: “{said}”"
                found.append(Break("altered", sentence, sentence.text, why))
        return found

    def _given_back(self, sentence: str, lang: str) -> str:
        """The words of a source that says there is none of what the sentence speaks of; else ""."""
        if lang != self.lang:
            return ""
        words = stems(sentence)
        return next((said for named, said in self._absent if named <= words), "")

    @cached_property
    def _absent(self) -> list[tuple[frozenset[str], str]]:
        """The stems of what the sources say there is none of, each with its source."""
        told = [stems(said) for said, denied in self._said if not denied]
        return [
            (named, passage.source.text)
            for passage in self.index.passages
            for thing in taken_away(passage.source.text, self.lang)
            if (named := stems(thing.text)) and not any(named <= words for words in told)
        ]

    @cached_property
    def _said(self) -> list[tuple[str, bool]]:
        """The sources' sentences, each with whether it denies something."""
        return [
            (one.text, bool(negations(one.text, self.lang)))
            for passage in self.index.passages
            for one in sentences(passage.source.text, self.lang)
        ]

    def _lost_in_translation(
        self, stating: Sequence[Span], stated: list[Quantity], lang: str
    ) -> list[Break]:
        """A denial that a translation lost: by the order of sentences, or of a single one.

        Words of two languages cannot be compared, so this speaks only where the place is plain.
        """
        theirs = self._said
        if not stating or any(q.kind == "negation" for q in stated):
            return []
        if len(theirs) == len(stating):
            pairs = list(zip(theirs, stating, strict=True))
        elif len(theirs) == 1:
            pairs = [(theirs[0], max(stating, key=lambda one: one.end - one.start))]
        else:
            return []
        return [
            Break("altered", ours, ours.text, f"The source denies it: “{said}”")
            for (said, denied), ours in pairs
            if denied and not says_quietly(ours.text, lang)
        ]

    def _closest(self, sentence: str, lang: str) -> tuple[bool, str] | None:
        """Whether the sentence of the sources that is clearly meant denies, and its words."""
        if lang != self.lang:
            return None
        for passage, _ in self.index.near(sentence)[:1]:
            close = passage.closest_sentence(sentence)
            if close and close.share >= 0.5 and close.shared >= 2:
                inside = [
                    q
                    for q in passage.stated
                    if q.kind == "negation" and close.span.start <= q.span.start < close.span.end
                ]
                return bool(inside), close.span.text
        return None

    def _any_denial(self) -> bool:
        return any(q.kind == "negation" for p in self.index.passages for q in p.stated)

    def _dropped(self, text: str, output: str, stated: list[Quantity]) -> list[Break]:
        """What of a text that must stay is not in the output: its facts, else its words."""
        facts = [q for q in quantities(text, self.lang) if q.kind in _LOCKED]
        if all(fact.kind == "name" for fact in facts):
            kept = " ".join(fold(text).split()) in " ".join(fold(output).split())
            why = f"“{text}” has to be said and is missing."
            said = Index([Source("", output, self.lang, "")])
            named = Quantity("name", same_name(text), "", Span(0, len(text), text))
            kept = kept or (bool(facts) and bool(said.holders(named)))
            return [] if kept else [Break("dropped", None, text, why)]
        missing = [fact for fact in facts if not _kept(fact, stated)]
        told = sentences(text, self.lang)
        return [
            Break(
                "dropped",
                None,
                fact.span.text,
                f"“{fact.span.text}” of “{_said_in(told, fact, text)}” is missing.",
            )
            for fact in missing
        ]


def facts_to_keep(text: str, lang: str) -> tuple[str, ...]:
    """What `must_keep` takes so that every fact of a text has to stay, in whatever form."""
    facts = [q for q in quantities(text, lang) if q.kind in _LOCKED]
    if any(fact.kind != "name" for fact in facts):
        return (text,)
    return tuple(dict.fromkeys(fact.span.text for fact in facts))


def _said_in(told: Sequence[Span], fact: Quantity, text: str) -> str:
    """The sentence that states the fact."""
    at = fact.span.start
    return next((one.text for one in told if one.start <= at < one.end), text)


def _kept(fact: Quantity, stated: list[Quantity]) -> bool:
    """Whether the output says the fact, in whatever form."""
    if fact.kind == "name":
        parts = set(fact.value.split())
        return any(q.kind == "name" and parts & set(q.value.split()) for q in stated)
    return any(agrees(fact, other) or agrees(other, fact) for other in stated)
