"""Which words of a draft state a figure, date, name or address that no source contains."""

from collections.abc import Sequence
from dataclasses import dataclass

from aboveboard.text.compare import agrees, comparable
from aboveboard.text.derived import derived
from aboveboard.text.knowledge import Index, Passage, Source, stems
from aboveboard.text.openings import asks, greets, invites
from aboveboard.text.quantities import quantities
from aboveboard.text.quantity import Kind, Quantity
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

__all__ = ["Index", "Nearest", "Source", "Ungrounded", "ungrounded"]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that comes closest, and the words in it that say something else."""

    source: Source
    span: Span


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """Words of the draft that no source carries; `why` says it in a plain sentence."""

    kind: Kind
    span: Span
    nearest: Nearest | None
    why: str


# How sure it must be that a sentence is about a passage before that passage may contradict it.
_ABOUT = 0.5
_FLIP = 0.62
_CLEARLY = 1.35


def ungrounded(draft: str, sources: Sequence[Source] | Index, lang: str) -> list[Ungrounded]:
    """The findings, in order of the draft. Build an `Index` once to ask often.

    Numbers in greetings, questions and invitations ("tag two friends") are not judged; a figure
    is also supported when it follows from the closest passages by simple arithmetic.
    """
    index = sources if isinstance(sources, Index) else Index(sources)
    found: list[Ungrounded] = []
    stated = quantities(draft, lang)
    for sentence in sentences(draft, lang):
        inside = [q for q in stated if sentence.start <= q.span.start < sentence.end]
        if not (asks(sentence.text) or greets(sentence.text, lang)):
            found.extend(_sentence(draft, sentence, inside, index, lang))
    return found


def _sentence(
    draft: str, sentence: Span, stated: list[Quantity], index: Index, lang: str
) -> list[Ungrounded]:
    near = index.near(sentence.text)
    words = stems(sentence.text)
    close = [passage for passage, _ in near[:3]]
    found = []
    for quantity in stated:
        if _passed_over(quantity, sentence, lang):
            continue
        holders = index.holders(quantity)
        if holders:
            rival = _contradicted(quantity, stated, near, holders, words)
            if rival is None:
                continue
            found.append(_finding(quantity, rival, altered=True))
        elif not derived(quantity, stated, close) and not _factor(quantity, stated, close, index):
            found.append(_finding(quantity, _nearest(quantity, near, index), altered=False))
    found.extend(_flipped(sentence, stated, near, lang))
    found.sort(key=lambda finding: finding.span.start)
    return found


def _factor(quantity: Quantity, stated: list[Quantity], close: list[Passage], index: Index) -> bool:
    """Whether a number is only what a right product was made with: "ten tins cost €64"."""
    if quantity.kind != "number":
        return False
    rest = [other for other in stated if other is not quantity]
    return any(
        other.kind in ("price", "measure", "duration")
        and not index.holders(other)
        and derived(other, stated, close)
        and not derived(other, rest, close)
        for other in rest
    )


def _passed_over(quantity: Quantity, sentence: Span, lang: str) -> bool:
    """What states nothing by itself: one, a negation, a number in an invitation."""
    if quantity.kind == "negation":
        return True
    if quantity.kind == "number":
        return quantity.value in ("1", "0") or invites(sentence.text, lang)
    return False


def _contradicted(
    quantity: Quantity,
    stated: list[Quantity],
    near: list[tuple[Passage, float]],
    holders: frozenset[int],
    words: frozenset[str],
) -> tuple[Passage, Quantity] | None:
    """The closest passage when it clearly says otherwise and the value stands only elsewhere."""
    if not near or quantity.kind in ("name", "url", "handle", "email", "phone", "version"):
        return None
    best, score = near[0]
    if score < _ABOUT or best.number in holders or len(best.stems & words) < 2:
        return None
    held = max((s for passage, s in near if passage.number in holders), default=0.0)
    if score < held * _CLEARLY:
        return None
    rivals = [known for known in best.stated if comparable(quantity, known)]
    # Another figure of the sentence may be the one that the rival belongs to.
    rivals = [known for known in rivals if not any(agrees(other, known) for other in stated)]
    return (best, rivals[0]) if rivals else None


def _nearest(
    quantity: Quantity, near: list[tuple[Passage, float]], index: Index
) -> tuple[Passage, Quantity] | None:
    for passage, _ in near:
        for known in passage.stated:
            if comparable(quantity, known):
                return passage, known
    return index.alike(quantity)


def _flipped(
    sentence: Span, stated: list[Quantity], near: list[tuple[Passage, float]], lang: str
) -> list[Ungrounded]:
    """A denial in one of sentence and passage where almost all other words are shared."""
    if not near or near[0][1] < _FLIP or near[0][0].lang != lang:
        return []
    passage = near[0][0]
    ours = [q for q in stated if q.kind == "negation"]
    theirs = [q for q in passage.stated if q.kind == "negation"]
    close = passage.closest_sentence(sentence.text)
    if close is None or close.share < _FLIP or close.shared < 2:
        return []
    theirs = [q for q in theirs if close.span.start <= q.span.start < close.span.end]
    if bool(ours) == bool(theirs):
        return []
    span = ours[0].span if ours else sentence
    words = Nearest(passage.source, theirs[0].span if theirs else close.span)
    said = close.span.text if len(close.span.text) <= 120 else close.span.text[:117] + "…"
    why = f"{passage.source.where} says the opposite: “{said}”"
    return [Ungrounded("negation", span, words, why)]


_KINDS: dict[Kind, str] = {
    "number": "number", "price": "price", "percent": "percentage", "date": "date",
    "weekday": "day", "time": "time", "duration": "duration", "measure": "measure",
    "url": "link", "handle": "handle", "email": "address", "phone": "telephone number",
    "version": "version", "name": "name", "negation": "denial",
}  # fmt: skip


def _finding(
    quantity: Quantity, rival: tuple[Passage, Quantity] | None, *, altered: bool
) -> Ungrounded:
    words = quantity.span.text
    nearest = Nearest(rival[0].source, rival[1].span) if rival else None
    if altered and nearest:
        why = f"{words} stands elsewhere; {nearest.source.where} says {nearest.span.text} here."
    elif nearest:
        why = (
            f"{words} is neither in the brief nor in the knowledge; "
            f"{nearest.source.where} says {nearest.span.text}."
        )
    else:
        why = f"The {_KINDS[quantity.kind]} {words} is neither in the brief nor in the knowledge."
    return Ungrounded(quantity.kind, quantity.span, nearest, why)
