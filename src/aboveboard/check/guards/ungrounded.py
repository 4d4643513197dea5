"""A sentence that the brief and the knowledge contradict or do not bear out.

Looked at are its figures, dates, names and links, each bound to what it belongs to; denials and
conditions; and words that say something no source says (`text/grounding`). A small network reads
the sentence together with the facts nearest to it and weighs all of this (`text/network`). A
model's figures hold the post whatever the network says; a person's are remarked on, since people
may know more than the files do. Questions and greetings of people are not judged; those of a model
are, since it has no reason to invent a figure there either. Rule of the house (invariant: AI adds
no facts).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.grounding import Nearest, passed_over
from aboveboard.text.grounding import ungrounded as find
from aboveboard.text.lock import Lock


@dataclass(frozen=True)
class _Ungrounded:
    code: str = "ungrounded"
    title: str = "Facts nobody gave"
    about: str = "Figures, dates, names and claims that neither brief nor knowledge says."
    usual: tuple[Severity, ...] = (Severity.NOTE, Severity.WARN, Severity.BLOCK)
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        said: set[tuple[int, int]] = set()
        for found in find(case.text, case.knowledge, case.language):
            start, end = found.span.start, found.span.end
            if not found.doubted and not case.by_model(start, end):
                # Its figure stands in no source, yet the whole reads like what they say.
                continue
            said.add((start, end))
            near = found.nearest
            yield self._remark(
                start,
                end,
                _severity(found.kind, by_model=case.by_model(start, end)),
                found.why,
                (Evidence(near.source.where, _line(near)),) if near else (),
            )
        yield from self._in_passing(case, said)

    def _in_passing(self, case: Case, said: set[tuple[int, int]]) -> Iterator[Remark]:
        """What a model says in the sentences that are not judged when a person wrote them."""
        if not case.by_model(0, len(case.text)):
            return
        passed = [
            (one.start, one.end)
            for one in passed_over(case.text, case.language)
            if case.by_model(one.start, one.end)
        ]
        if not passed:
            return
        for broken in Lock(case.knowledge, case.language).breaks(case.text):
            span = broken.span
            if (
                span
                and (span.start, span.end) not in said
                and any(start <= span.start < end for start, end in passed)
                and case.by_model(span.start, span.end)
            ):
                yield self._remark(span.start, span.end, Severity.BLOCK, broken.why, ())

    def _remark(
        self, start: int, end: int, severity: Severity, why: str, evidence: tuple[Evidence, ...]
    ) -> Remark:
        return Remark(
            code=self.code,
            start=start,
            end=end,
            severity=severity,
            message=why,
            evidence=evidence,
            rule="Facts come from the brief or the brand's knowledge",
        )


def _line(near: Nearest) -> str:
    """The line of a source that says it: of a price list one price."""
    text = near.source.text
    start = text.rfind("\n", 0, near.span.start) + 1
    end = text.find("\n", near.span.end)
    return text[start:] if end < 0 else text[start:end]


def _severity(kind: str, *, by_model: bool) -> Severity:
    """A figure or name that a model adds holds the post; a person's is remarked on.

    That nobody said a thing, or that it turns a denial round, is judged rightly too seldom to hold
    a post up (docs/guards/ungrounded.md): a model's is remarked on, and a person, who may know more
    than the files do, gets a hint.
    """
    if kind in ("claim", "negation"):
        return Severity.WARN if by_model else Severity.NOTE
    return Severity.BLOCK if by_model else Severity.WARN


ungrounded = _Ungrounded()
