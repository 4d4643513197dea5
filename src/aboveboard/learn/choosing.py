"""Which ideas come first: near days, evidence, and no kind or source twice in a row (pure)."""

from collections import Counter
from collections.abc import Callable, Sequence

from aboveboard.learn.recombining import Candidate

# What an idea loses for each one of its angle, of its source and of its day chosen before it.
ANGLE_COSTS, SOURCE_COSTS, DAY_COSTS = 0.22, 0.08, 0.3


def chosen(
    found: Sequence[Candidate], count: int, is_new: Callable[[Candidate], bool]
) -> list[Candidate]:
    """At most `count` candidates, the best first; `is_new` turns down what is there already.

    It is asked once for each candidate that comes up, in that order, and must remember.
    """
    left = list(found)
    kept: list[Candidate] = []
    angles: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    days: Counter[object] = Counter()
    while left and len(kept) < count:
        last = kept[-1] if kept else None

        def worth(one: Candidate, last: Candidate | None = last) -> tuple[bool, float, str]:
            score = one.score - ANGLE_COSTS * angles[one.angle] - SOURCE_COSTS * groups[one.group]
            if one.proposal.day:
                score -= DAY_COSTS * days[one.proposal.day]
            follows = last is not None and last.group == one.group
            return not follows, score, one.proposal.title

        best = max(left, key=worth)
        left.remove(best)
        if not is_new(best):
            continue
        kept.append(best)
        angles[best.angle] += 1
        groups[best.group] += 1
        if best.proposal.day:
            days[best.proposal.day] += 1
    return kept
