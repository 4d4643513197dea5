"""What there is to correct in a text: the rules' and dictionaries' word, and models' proposals.

In: a variant. Out: its corrections, each with the key by which a person takes or leaves it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

import regex
from django.conf import settings

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.brand.rules import Severity
from aboveboard.create.models import Correction as Row
from aboveboard.create.models import Variant
from aboveboard.kernel.digest import digest
from aboveboard.text.correcting.correction import Correction, apart_from_each_other
from aboveboard.text.correcting.reader import READER
from aboveboard.text.correcting.reading import Read

# Kinds of which each case is a word or phrase of its own: nobody takes them all at once.
SINGLE = frozenset({"phrase", "spelling", "model"})
# The guards whose faults the margin shows with what could stand there.
GUARDS = ("spelling", "grammar")
# A row of this kind says how the asking of a model stands: asked, answered or failed.
ASKING = "asking"
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]*|\p{Ll}+\p{Lu}[\p{L}\p{M}]*")
_ANY = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")


@dataclass(frozen=True)
class Proposed:
    """A correction of a variant's text; `row` and `model` tell which model proposed it."""

    key: str
    mark: str
    correction: Correction
    model: str = ""
    row: UUID | None = None


@dataclass(frozen=True)
class Proofs:
    """All that is to be corrected in a text as it stands, and how many were left.

    `off` names those of spelling and grammar that the brand's policy switches off.
    """

    text: str
    proposed: tuple[Proposed, ...]
    left: int
    missing: bool
    off: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> list[Proposed]:
        """Those that may be taken together."""
        alike = [one for one in self.proposed if one.correction.kind == kind]
        return [one for one in alike if one.correction.instead and kind not in SINGLE]


def proofs(variant: Variant, brand: Brand) -> Proofs:
    """Read a variant's text. Takes milliseconds, the first time a second. Raises Unread."""
    text = variant.head.text if variant.head else ""
    done = proofread(brand, text, variant.language)
    off = tuple(one for one in GUARDS if brands.policy_of(brand).guards.get(one) is Severity.OFF)
    wanted = [one for one in done.corrections if _guard_of(one) not in off]
    rows = list(variant.corrections.filter(state__in=("open", "left")))
    left = {row.mark for row in rows if row.state == "left"}
    models = [(row, found) for row in rows if row.state == "open" and (found := _placed(row, text))]
    by_place = {(found.start, found.end, found.instead): row for row, found in models}
    every = apart_from_each_other([*wanted, *(found for _row, found in models)])
    counted: Counter[str] = Counter()
    proposed = []
    for one in every:
        row = by_place.get((one.start, one.end, one.instead))
        mark = row.mark if row else mark_of(one)
        number, counted[mark] = counted[mark], counted[mark] + 1
        if mark not in left:
            key = f"{mark[:20]}-{number}"
            proposed.append(
                Proposed(key, mark, one, row.model if row else "", row.pk if row else None)
            )
    missing = done.missing and "spelling" not in off
    return Proofs(text, tuple(proposed), len(left), missing, off)


def _guard_of(one: Correction) -> str:
    """Which guard looks for such faults."""
    return one.kind if one.kind == "spelling" else "grammar"


def proofread(brand: Brand, text: str, language: str) -> Read:
    """What is wrong in any text of a brand, whose own words and names are right. Raises Unread."""
    return READER.read(
        text, language, known=known_words(brand), folder=settings.ABOVEBOARD.dictionaries
    )


def mark_of(one: Correction) -> str:
    """The same for the same fault in the same words."""
    return digest([one.kind, one.words, one.why])


def known_words(brand: Brand) -> frozenset[str]:
    """Words that no dictionary has and that are right: the brand's own, and names it knows."""
    said = tuple(
        word
        for channel in brands.channels(brand.pk)
        for word in (channel.name, channel.handle, channel.display_name)
    )
    return _known(brand.pk, brands.knowledge_stamp(brand.pk), (brand.name, brand.about, *said))


@lru_cache(maxsize=32)
def _known(brand_id: UUID, _stamp: str, said: Sequence[str]) -> frozenset[str]:
    facts = brands.facts(brand_id).filter(kind="name").values_list("text", flat=True)
    passages = brands.passages(brand_id).values_list("text", flat=True)
    return frozenset([*_words(_ANY, [*said[:1], *said[2:], *facts]),
                      *_words(_CAPITAL, [said[1], *passages])])  # fmt: skip


def _words(pattern: "regex.Pattern[str]", texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in pattern.findall(text))


def _placed(row: Row, text: str) -> Correction | None:
    """A model's proposal where its words stand now, None when they are gone."""
    at = text.find(row.before + row.words)
    if at < 0:
        return None
    start = at + len(row.before)
    return Correction(
        start, start + len(row.words), row.words, (row.instead,), "model", row.why, row.model,
        "perhaps",
    )  # fmt: skip
