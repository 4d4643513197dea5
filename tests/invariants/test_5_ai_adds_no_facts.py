"""A figure or name that a model made up is marked, and cannot pass unnoticed."""

import pytest

from aboveboard.brand import actions as brands
from aboveboard.brand.rules import LANGUAGES, Policy, Severity
from aboveboard.check import queries as checks
from aboveboard.check.actions import leave, look
from aboveboard.create import actions as create
from aboveboard.create.models import Suggestion, Variant
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid
from aboveboard.review import actions as review
from aboveboard.review.errors import Holds
from aboveboard.review.models import Approval
from aboveboard.text.lock import Lock
from tests.desk import Desk, each_refused, open_desk

KNOWN = {
    "en": "Fine salt costs €6.40 a tin.",
    "nl": "Fijn zout kost € 6,40 per blik.",
    "fr": "Le sel fin coûte 6,40 € la boîte.",
    "de": "Feines Salz kostet 6,40 € pro Dose.",
    "hu": "A finom só dobozonként 640 Ft.",
}
INVENTED = {
    "en": "Fine salt costs €7.90 a tin.",
    "nl": "Fijn zout kost € 7,90 per blik.",
    "fr": "Le sel fin coûte 7,90 € la boîte.",
    "de": "Feines Salz kostet 7,90 € pro Dose.",
    "hu": "A finom só dobozonként 790 Ft.",
}

pytestmark = pytest.mark.django_db


def taken(desk: Desk, text: str, language: str = "en") -> Variant:
    post = desk.post()
    post.language = language
    post.save()
    variant = desk.variant("", post=post)
    suggestion = Suggestion.objects.create(
        variant=variant,
        provider="Ours",
        model="small",
        text=text,
        state="open",
        asked_at=clock.now(),
    )
    create.take_suggestion(desk.actor, suggestion.id)
    return desk.again(variant)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lock_sees_it_and_the_guard_holds_it(language: str) -> None:
    desk = open_desk(language=language)
    source = f"{KNOWN[language]}\n".encode()
    brands.add_source(desk.actor, desk.brand.id, name="prices.md", data=source)
    lock = Lock.of([KNOWN[language]], language)
    assert lock.breaks(KNOWN[language]) == []
    assert lock.breaks(INVENTED[language])
    right, wrong = (taken(desk, text[language], language) for text in (KNOWN, INVENTED))
    assert review.approve(desk.actor, right.post_id)
    each_refused(
        Holds,
        lambda: review.ask(desk.actor, wrong.post_id),
        lambda: review.approve(desk.actor, wrong.post_id),
    )


def test_it_cannot_be_waved_through() -> None:
    desk = open_desk(Policy(guards={"ungrounded": Severity.OFF}))
    wrong = taken(desk, "Already 4,000 chefs cook with it, says Bertrand Dubois.")
    look(wrong, desk.brand)
    findings = list(checks.holding(wrong.post_id))
    assert {finding.words for finding in findings} >= {"4,000", "Bertrand Dubois"}
    for finding in findings:
        each_refused(Invalid, lambda f=finding: leave(desk.actor, f.id, "Fine."))  # type: ignore[misc]
    # Nor by moving it, nor by changing a letter, nor by going round by a program.
    for text in (
        "Says Bertrand Dubois: already 4,000 chefs cook with it.",
        "Already 4,001 chefs cook with it, says Bertrand Dubois.",
    ):
        head = desk.again(wrong).head
        assert head
        create.save_text(desk.actor, wrong.id, text, base=head.number)
        each_refused(Holds, lambda: review.approve(desk.actor, wrong.post_id))
    by_program = desk.variant("")
    create.save_text(desk.house.agent(), by_program.id, "Already 4,000 chefs.", base=1)
    each_refused(Holds, lambda: review.approve(desk.actor, by_program.post_id))
    assert not Approval.objects.exists()


def test_a_person_may_say_it_and_is_told() -> None:
    desk = open_desk()
    variant = desk.variant("Already 4,000 chefs cook with it.")
    found = look(variant, desk.brand)
    assert [(one.words, one.severity) for one in found] == [("4,000", "warn")]
    assert review.approve(desk.actor, variant.post_id)
