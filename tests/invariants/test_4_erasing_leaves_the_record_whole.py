"""What is personal is not in the ledger: erasing a person leaves chain and approvals whole."""

import io

import pytest
from django.apps import apps
from django.db import models

from aboveboard.disclose.record import verify
from aboveboard.kernel.errors import Conflict
from aboveboard.ledger import queries as ledger
from aboveboard.ledger.exporting import export
from aboveboard.ledger.record import verify_lines
from aboveboard.people.actions import make_token
from aboveboard.people.erasing import erase_person
from aboveboard.people.models import Membership, User
from aboveboard.publish.exporting import export as export_public
from aboveboard.review import actions as review
from aboveboard.review.models import Approval
from tests.builders import make_member
from tests.desk import open_desk

pytestmark = pytest.mark.django_db


def everywhere(words: str) -> list[str]:
    """The columns of the whole database in which these words stand."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField | models.JSONField):
                rows = model._default_manager.filter(**{f"{field.name}__icontains": words})
                if rows.exists():
                    found.append(f"{model.__name__}.{field.name}")
    return found


def test_erasing_a_person_leaves_the_chain_whole() -> None:
    desk = open_desk()
    femke = make_member(desk.house, "manager")
    user = User.objects.get(pk=str(femke.user_id))
    User.objects.filter(pk=user.pk).update(name="Femke Zilt", email="femke@zilt.example")
    user.refresh_from_db()
    make_token(femke, "phone")
    variant = desk.variant("The pans are full.")
    review.approve(femke, variant.post_id)
    assert everywhere("femke")
    before = ledger.state(desk.brand.workspace_id)
    old = list(ledger.hashes_until(desk.brand.workspace_id, before.seq))

    erase_person(user)

    assert everywhere("femke") == []
    assert ledger.broken_at(desk.brand.workspace_id) is None
    after = ledger.state(desk.brand.workspace_id)
    assert after.seq == before.seq + 1
    assert list(ledger.hashes_until(desk.brand.workspace_id, before.seq)) == old
    approval = Approval.objects.get()
    assert (approval.by_id, approval.voided_at) == (user.pk, None)
    for write, judge in (
        (lambda out: export(desk.brand.workspace_id, out), verify_lines),
        (lambda out: export_public(desk.brand, out), verify),
    ):
        kept = io.StringIO()
        write(kept)
        verdict = judge(kept.getvalue().splitlines(keepends=True))
        assert verdict.ok, verdict.faults
        assert "emke" not in kept.getvalue()


def test_the_last_owner_is_not_erased() -> None:
    desk = open_desk()
    with pytest.raises(Conflict, match="last owner"):
        erase_person(desk.house.owner)
    assert Membership.objects.filter(user=desk.house.owner).exists()
