"""Whether a brand lets a model do something; a refusal is explained and stands in the ledger.

A brand keeps tasks to people, and, unless it says otherwise, whatever speaks of real harm.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import Allowance, Task
from aboveboard.people.actors import Actor, enter
from aboveboard.plan.models import Brief
from aboveboard.text.sensitive import sensitive_in

REFUSED = "model.refused"
WHAT = {
    Task.DRAFT: "drafts",
    Task.REWRITE: "rewriting",
    Task.TRANSLATE: "translating",
    Task.ALT_TEXT: "words for pictures",
    Task.REPLY: "replies",
    Task.STRATEGY: "strategy",
    Task.PICTURE: "making pictures",
}


@dataclass(frozen=True)
class Given:
    """What a model would write of: texts, each in its own language, else one of `languages`."""

    texts: Sequence[str] = ()
    languages: Sequence[str] = ()

    def harm(self) -> str:
        """The first words that speak of real harm to people, or none."""
        found = (one for text in self.texts for one in sensitive_in(text, *self.languages))
        return next((one.text for one in found), "")


NOTHING = Given()


def must_be_allowed(
    brand: Brand, task: Task, *, actor: Actor | None = None, given: Given = NOTHING
) -> None:
    """Raises ModelNotAllowed when the brand keeps this to people, once that is in the ledger.

    Called outside of other transactions, so that the entry stays. `actor` is who asked, the house
    where a job did.
    """
    policy = policy_of(brand)
    allowance = policy.allows(task)
    is_kept = task is Task.DRAFT and allowance is Allowance.ASSIST
    words = ""
    if allowance is not Allowance.NEVER and not is_kept:
        words = given.harm() if policy.keep_sensitive else ""
        if not words:
            return
    with transaction.atomic():
        enter(
            actor or Actor.house(brand.workspace_id),
            REFUSED,
            subject_kind="brand",
            subject_id=brand.pk,
        )
    if policy.ai_free:
        raise ModelNotAllowed(
            "This brand uses no AI. Nothing was sent to a model.",
            mend="Its rules say what a model may do.",
            code="ai_free",
        )
    if words:
        raise ModelNotAllowed(
            f"This brand keeps sensitive topics to people, and this speaks of one: “{words}”. "
            "Nothing was sent to a model.",
            mend="Write it yourself; the brand’s rules say what a model may do.",
            code="sensitive",
        )
    raise ModelNotAllowed(
        f"This brand keeps {WHAT[task]} to people. Nothing was sent to a model.",
        mend="Its rules say what a model may do.",
        code="people_only",
    )


def told_in(brief: Brief | None) -> list[str]:
    """What a brief says, that a model would be given."""
    if not brief:
        return []
    return [brief.title, brief.goal, brief.audience, *brief.messages, brief.ask]
