"""Looking at a variant, and what people do with findings."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.check import queries
from aboveboard.check.guards import GUARDS
from aboveboard.check.models import Finding, LinkAnswer, Look
from aboveboard.check.rules import Answer, Remark, remarks
from aboveboard.create.models import Variant
from aboveboard.kernel import clock
from aboveboard.kernel.digest import Json, digest, sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean


def look(variant: Variant, brand: Brand) -> list[Finding]:
    """Let the guards read a variant as it stands; gives its open and left findings.

    What was left with a reason stays left as long as the same words give the same remark.
    Nothing is written when nothing changed since the last look.
    """
    look_at_all([variant], brand)
    return list(queries.findings(variant.id))


def look_at_all(variants: Sequence[Variant], brand: Brand) -> None:
    """Let the guards read every variant of one post, as `look` does: a few reads for all."""
    policy = policy_of(brand)
    known = Look.objects.in_bulk([variant.pk for variant in variants])
    for variant, case in zip(variants, queries.cases(variants, brand), strict=True):
        said = remarks(case, policy, GUARDS)
        stamp = digest([case.content.digest, [[_mark(r, case.text), _evidence(r)] for r in said]])
        before = known.get(variant.pk)
        if not before or before.digest != stamp:
            _note(variant, case.text, said, stamp)


def _note(variant: Variant, text: str, said: Sequence[Remark], stamp: str) -> None:
    """Write down what the guards say now; what they no longer say is settled."""
    now = clock.now()
    with transaction.atomic():
        # Two who look at once write one after the other.
        Variant.objects.select_for_update().get(pk=variant.pk)
        before: dict[str, deque[Finding]] = defaultdict(deque)
        kept = Finding.objects.filter(variant=variant, state__in=("open", "left"))
        for finding in kept.order_by("start", "found_at"):
            before[finding.mark].append(finding)
        for remark in said:
            mark = _mark(remark, text)
            if before[mark]:
                old = before[mark].popleft()
                old.start, old.end, old.severity = remark.start, remark.end, remark.severity
                old.message, old.evidence = remark.message, _evidence(remark)
                old.save(update_fields=["start", "end", "severity", "message", "evidence"])
            else:
                Finding.objects.create(
                    variant=variant,
                    code=remark.code,
                    severity=remark.severity,
                    start=remark.start,
                    end=remark.end,
                    words=text[remark.start : remark.end][:300],
                    message=remark.message,
                    evidence=_evidence(remark),
                    rule=remark.rule,
                    mark=mark,
                    found_at=now,
                )
        gone = [finding.pk for same in before.values() for finding in same]
        Finding.objects.filter(pk__in=gone).update(state="settled", settled_at=now)
        Look.objects.update_or_create(
            variant=variant, defaults={"digest": stamp, "guards": len(GUARDS), "at": now}
        )


def leave(actor: Actor, finding_id: UUID, reason: str) -> Finding:
    """Leave a remark as it is, with the reason. One that blocks cannot be left.

    Raises NotFound for one that is settled already.
    """
    require(actor, Right.write, actor.workspace_id)
    finding = queries.finding(actor, finding_id)
    reason = clean(reason).strip()
    if not reason:
        raise Invalid("Leaving a remark needs a reason.", mend="Say why it does not apply.")
    if finding.severity == "block":
        raise Invalid(
            "This remark holds the post; it cannot be left.",
            mend="Change the words, or add the source to the brief or the knowledge.",
            code="blocks",
        )
    with transaction.atomic():
        finding.state, finding.reason, finding.by_id = "left", reason[:2_000], actor.user_id
        finding.settled_at = clock.now()
        finding.save(update_fields=["state", "reason", "by", "settled_at"])
        enter(
            actor,
            "finding.left",
            subject_kind="variant",
            subject_id=finding.variant_id,
            digests={"reason": sha256(reason)},
        )
    return finding


def keep_answers(answers: Mapping[str, Answer]) -> None:
    """Note what links answered; the house asks by itself."""
    now = clock.now()
    for url, answer in answers.items():
        LinkAnswer.objects.update_or_create(
            url_digest=sha256(url),
            defaults={"url": url[:2_000], "ok": answer.ok, "why": answer.why[:300], "at": now},
        )


def _mark(remark: Remark, text: str) -> str:
    """The same for the same remark on the same words, wherever they stand now."""
    words = text[remark.start : remark.end]
    return digest([remark.code, remark.message, remark.severity.value, words])


def _evidence(remark: Remark) -> list[Json]:
    return [{"source": item.source, "text": item.text} for item in remark.evidence]
