"""A text that is nearly one of the brand's own recent ones, or full of shapes that much generated
text falls into.

Nearness by `text.sameness`; shapes by `check.shapes`, each with its rate in people's texts. It only
remarks: people use every one of these shapes, and none is evidence of who or what wrote a text.
Looks at the words alone, in five languages; what it does not see is the same thought in wholly
other words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.check.shapes import KINDS, MANY, SHAPES, manner, rates
from aboveboard.text.sameness import nearest, often, opening

CODE = "sameness"
_SHOWN, _LOOKED_AT = 200, 5_000


@dataclass(frozen=True)
class _Sameness:
    code: str = CODE
    title: str = "Like what was there before"
    about: str = "Texts nearly as before, and turns that many generated texts have."
    usual: tuple[Severity, ...] = (Severity.NOTE, Severity.WARN)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        if not case.text.strip():
            return
        near = nearest(case.text, tuple(case.history))
        if near and near.same:
            yield _remark(
                0,
                len(case.text),
                Severity.WARN,
                f"This says nearly the same as an earlier post ({near.closeness:.0%}). "
                "Say something else, or let the earlier one be enough.",
                (Evidence("an earlier post", case.history[near.at][:_SHOWN]),),
                "Compared with the brand's recent posts",
            )
        else:
            yield from _opening(case)
        yield from _shapes(case)


def closeness(case: Case) -> float | None:
    """The larger of the nearness to an earlier text and of that to the shapes; None of neither."""
    near = nearest(case.text, tuple(case.history))
    seen = manner(case.text[:_LOOKED_AT], case.language)
    if not near and not seen.found:
        return None
    return max(near.closeness if near else 0.0, seen.closeness)


def _opening(case: Case) -> Iterator[Remark]:
    count, of = opening(case.text, case.history)
    if often(count):
        end = len(" ".join(case.text.split(maxsplit=3)[:3]))
        yield _remark(
            0,
            min(end, len(case.text)),
            Severity.NOTE,
            f"{count} of the last {of} posts begin with these words. Begin otherwise.",
            (),
            "Compared with the brand's recent posts",
        )


def _shapes(case: Case) -> Iterator[Remark]:
    seen = manner(case.text[:_LOOKED_AT], case.language)
    if seen.rarity < MANY or len(seen.by_shape) < KINDS:
        return
    usual = rates(case.language)
    counts = Counter(name for name, _ in seen.found)
    yield _remark(
        min(span.start for _, span in seen.found),
        max(span.end for _, span in seen.found),
        Severity.NOTE,
        "So many set turns seldom stand in so few words; readers take them for routine. "
        "Say it in your own way.",
        tuple(
            Evidence(
                f"{SHAPES[name]}: {counts[name]} here, in people's texts {usual[name]:.2f} of 100 "
                "words",
                next((span.text for shape, span in seen.found if shape == name), ""),
            )
            for name in seen.by_shape
        ),
        "Measured on people's texts; no evidence of who or what wrote this",
    )


def _remark(
    start: int,
    end: int,
    severity: Severity,
    message: str,
    evidence: tuple[Evidence, ...],
    rule: str,
) -> Remark:
    return Remark(CODE, start, end, severity, message, evidence, rule)


sameness = _Sameness()
