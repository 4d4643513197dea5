"""Whether a brand lets a model do something; a refusal is explained and stands in the ledger."""

from django.db import transaction

from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import Allowance, Task
from aboveboard.people.actors import Actor, enter

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


def must_be_allowed(brand: Brand, task: Task, *, actor: Actor | None = None) -> None:
    """Raises ModelNotAllowed when the brand keeps a task to people, once that is in the ledger.

    Called outside of other transactions, so that the entry stays. `actor` is who asked, the house
    where a job did.
    """
    policy = policy_of(brand)
    allowance = policy.allows(task)
    is_kept = task is Task.DRAFT and allowance is Allowance.ASSIST
    if allowance is not Allowance.NEVER and not is_kept:
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
    raise ModelNotAllowed(
        f"This brand keeps {WHAT[task]} to people. Nothing was sent to a model.",
        mend="Its rules say what a model may do.",
        code="people_only",
    )
