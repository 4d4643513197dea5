"""Findings persist, are left with a reason, and settle, as the words change."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.builders import make_asset, make_member, make_workspace
from tests.desk import Desk, at_once, each_refused, open_desk

from aboveboard.brand import actions as brand_actions
from aboveboard.brand.models import Brand
from aboveboard.brand.rules import Look as BrandLook
from aboveboard.brand.rules import Policy, Severity
from aboveboard.check import queries
from aboveboard.check.actions import keep_answers, leave, look, look_at_all
from aboveboard.check.models import Finding
from aboveboard.check.rules import Answer
from aboveboard.create import actions as create
from aboveboard.create.models import Variant
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import entries
from aboveboard.plan import actions as plan
from aboveboard.plan.actions import BriefFields

PRICES = b"tin,price\nfine salt,6.40 EUR\n"


@pytest.fixture
def desk(db: None) -> Desk:
    made = open_desk()
    brand_actions.add_source(made.actor, made.brand.id, name="prices.csv", data=PRICES)
    return made


def seen(desk: Desk, variant: Variant) -> list[Finding]:
    return look(desk.again(variant), Brand.objects.get(pk=desk.brand.pk))


def told(desk: Desk, variant: Variant) -> list[tuple[str, str, str]]:
    return [(one.code, one.words, one.state) for one in seen(desk, variant)]


def write(desk: Desk, variant: Variant, text: str) -> None:
    head = desk.again(variant).head
    assert head
    create.save_text(desk.actor, variant.id, text, base=head.number)


def test_findings_come_stay_and_settle(desk: Desk) -> None:
    variant = desk.variant("Fine salt costs €7.40.")
    assert told(desk, variant) == [("ungrounded", "€7.40", "open")]
    first = seen(desk, variant)[0]
    assert first.evidence[0]["source"] == "prices.csv, row 2"
    # It moves along with its words.
    write(desk, variant, "Good news: fine salt costs €7.40.")
    moved = seen(desk, variant)[0]
    assert (moved.id, moved.start) == (first.id, first.start + len("Good news: "))
    write(desk, variant, "Good news: fine salt costs €6.40.")
    assert told(desk, variant) == []
    gone = queries.settled([variant.id]).get()
    assert (gone.id, gone.state, gone.settled_at is not None) == (first.id, "settled", True)
    # Coming back, it is a new one.
    write(desk, variant, "Fine salt costs €7.40.")
    assert seen(desk, variant)[0].id != first.id


def test_the_same_remark_twice_is_two_findings_and_stays_two(desk: Desk) -> None:
    variant = desk.variant("Fine salt costs €7.40. Yes, fine salt costs €7.40.")
    ids = {one.id for one in seen(desk, variant)}
    assert len(ids) == 2
    for text in ("Fine salt costs €7.40. Oh yes, fine salt costs €7.40.",) * 2:
        write(desk, variant, text)
        assert {one.id for one in seen(desk, variant)} == ids
    write(desk, variant, "Fine salt costs €7.40.")
    assert len(seen(desk, variant)) == 1
    assert Finding.objects.filter(variant=variant).count() == 2


def test_looking_again_writes_nothing(desk: Desk) -> None:
    variant = desk.variant("Fine salt costs €7.40.")
    seen(desk, variant)
    again, brand = desk.again(variant), Brand.objects.get(pk=desk.brand.pk)
    with CaptureQueriesContext(connection) as caught:
        look(again, brand)
    assert len(caught) <= 7
    assert not [q for q in caught if not q["sql"].lstrip().startswith("SELECT")]


def test_many_texts_of_a_post_in_a_few_reads(desk: Desk) -> None:
    post = desk.post()
    channels = [desk.channel("bluesky", f"C{n}") for n in range(6)]
    made = [desk.variant("Salt costs €7.40.", post=post, channel=c) for c in channels]
    variants = [desk.again(variant) for variant in made]
    look_at_all(variants, desk.brand)
    assert Finding.objects.filter(state="open").count() == 6
    with CaptureQueriesContext(connection) as caught:
        look_at_all(variants, desk.brand)
    assert len(caught) <= 6
    look_at_all([], desk.brand)


def test_leaving_a_remark(desk: Desk) -> None:
    variant = desk.variant("Fine salt costs €7.40 from May on.")
    finding = seen(desk, variant)[0]
    each_refused(Invalid, lambda: leave(desk.actor, finding.id, " \0 "), words="needs a reason")
    left = leave(desk.actor, finding.id, "The new price\0, from May.")
    assert (left.state, left.reason) == ("left", "The new price, from May.")
    assert left.by_id == desk.actor.user_id
    assert [e.kind for e in entries(desk.actor.workspace_id)][-1] == "finding.left"
    # Left it stays, as long as the same words give the same remark, wherever they stand.
    write(desk, variant, "Mind: fine salt costs €7.40 from May on.")
    assert [state for _, words, state in told(desk, variant) if words == "€7.40"] == ["left"]
    write(desk, variant, "Mind: fine salt costs €8.40 from May on.")
    assert [state for _, words, state in told(desk, variant) if words == "€8.40"] == ["open"]
    each_refused(NotFound, lambda: leave(desk.actor, finding.id, "Still."))


def test_what_blocks_cannot_be_left(desk: Desk) -> None:
    variant = desk.by_model("Fine salt costs €7.40.")
    finding = seen(desk, variant)[0]
    assert finding.severity == "block"
    errors = each_refused(Invalid, lambda: leave(desk.actor, finding.id, "I know better."))
    assert errors[0].code == "blocks"
    assert list(queries.holding(variant.post_id)) == [finding]
    assert queries.counts([variant.post_id]) == {variant.post_id: (1, 0)}
    # A person who changes a figure of the model's has not made it theirs.
    write(desk, variant, "Fine salt costs €7.90.")
    assert seen(desk, variant)[0].severity == "block"
    # One of their own is a remark only.
    write(desk, variant, "Fine salt is 9.99 EUR.")
    assert seen(desk, variant)[0].id != finding.id
    assert queries.counts([variant.post_id])[variant.post_id][0] == 0


def test_a_stricter_policy_opens_what_was_left(desk: Desk) -> None:
    variant = desk.variant("Look.")
    create.set_pictures(desk.actor, variant.id, [(make_asset(desk.brand).id, "")])
    warn = Policy(guards={"alt_text": Severity.WARN})
    brand_actions.set_policy(desk.actor, desk.brand.id, warn)
    leave(desk.actor, seen(desk, variant)[0].id, "An ornament.")
    assert not queries.holding(variant.post_id).exists()
    brand_actions.set_policy(desk.actor, desk.brand.id, Policy())
    seen(desk, variant)
    assert queries.holding(variant.post_id).count() == 1


def test_who_may_leave(desk: Desk) -> None:
    variant = desk.variant("Fine salt costs €7.40.")
    finding = seen(desk, variant)[0]
    for role in ("viewer", "approver", "client"):
        with pytest.raises(Forbidden):
            leave(make_member(desk.house, role), finding.id, "x")
    stranger = make_workspace().actor
    each_refused(
        NotFound,
        lambda: leave(stranger, finding.id, "x"),
        lambda: queries.finding(stranger, finding.id),
    )
    plan.remove_post(desk.actor, variant.post_id)
    each_refused(NotFound, lambda: leave(desk.actor, finding.id, "x"))


# -- what is known is never stale -----------------------------------------------------------------


def _ungrounded(desk: Desk, variant: Variant) -> list[str]:
    return [one.words for one in seen(desk, variant) if one.code == "ungrounded"]


def test_knowledge_that_changes_is_known_at_once(desk: Desk) -> None:
    variant = desk.variant("Fine salt costs €7.40, says Bertrand Dubois.")
    assert _ungrounded(desk, variant) == ["€7.40", "Bertrand Dubois"]
    source = brand_actions.add_source(
        desk.actor, desk.brand.id, name="new.md", data=b"Fine salt costs EUR 7.40 from May on.\n"
    )
    assert _ungrounded(desk, variant) == ["Bertrand Dubois"]
    # The same file again, with other words and then under another name.
    brand_actions.add_source(desk.actor, desk.brand.id, name="new.md", data=b"Nothing new.\n")
    assert "€7.40" in _ungrounded(desk, variant)
    data = b"Fine salt costs EUR 7.40 from May on.\n"
    again = brand_actions.add_source(desk.actor, desk.brand.id, name="newer.md", data=data)
    assert "€7.40" not in _ungrounded(desk, variant)
    brand_actions.remove_source(desk.actor, again.id)
    assert "€7.40" in _ungrounded(desk, variant)
    assert source.id != again.id


def test_the_name_of_a_source_is_the_one_it_has_now(desk: Desk) -> None:
    variant = desk.variant("Fine salt costs €7.40.")
    assert seen(desk, variant)[0].evidence[0]["source"] == "prices.csv, row 2"
    old = desk.brand.sources.get()
    brand_actions.remove_source(desk.actor, old.id)
    brand_actions.add_source(desk.actor, desk.brand.id, name="list.csv", data=PRICES)
    assert seen(desk, variant)[0].evidence[0]["source"] == "list.csv, row 2"


def test_the_brands_own_words_are_known(desk: Desk) -> None:
    variant = desk.variant("We are Bertrand Dubois.")
    assert _ungrounded(desk, variant) == ["Bertrand Dubois"]
    told_: dict[str, Any] = {"language": "en", "zone": "UTC", "look": BrandLook()}
    brand_actions.change_brand(
        desk.actor, desk.brand.id, name="Bertrand Dubois", about="Salt.", **told_
    )
    assert _ungrounded(desk, variant) == []


def test_a_brief_that_changes_is_known_at_once(desk: Desk) -> None:
    brief = desk.brief(messages=("Fine salt costs €7.40.",))
    post = create.draft_post(desk.actor, brief.id)
    variant = Variant.objects.get(post=post)
    assert _ungrounded(desk, variant) == []
    plan.change_brief(desk.actor, brief.id, BriefFields(title="Opening", goal="Sell salt."))
    assert _ungrounded(desk, variant) == ["€7.40"]


def test_another_brands_knowledge_counts_for_nothing(desk: Desk) -> None:
    other = open_desk(name="Another")
    data = b"Fine salt costs EUR 7.40.\n"
    brand_actions.add_source(other.actor, other.brand.id, name="prices.md", data=data)
    assert _ungrounded(desk, desk.variant("Fine salt costs €7.40.")) == ["€7.40"]


def test_links_that_answered(desk: Desk) -> None:
    variant = desk.variant("See https://a.example/x and b.example.")
    assert [one.words for one in seen(desk, variant) if one.code == "link"] == []
    bad = Answer(ok=False, why="It answers 404.")
    keep_answers({"https://a.example/x": bad, "b.example": bad, "https://c.example": bad})
    links = [one.words for one in seen(desk, variant) if one.code == "link"]
    assert links == ["https://a.example/x", "b.example"]
    keep_answers({"https://a.example/x": Answer(ok=True, why=""), "b.example": bad})
    assert [one.words for one in seen(desk, variant) if one.code == "link"] == ["b.example"]


def test_pictures_too_heavy_for_a_network(desk: Desk) -> None:
    variant = desk.variant("Look.", channel=desk.channel("bluesky"))
    asset = make_asset(desk.brand)
    asset.size = 3_000_000
    asset.save()
    create.set_pictures(desk.actor, variant.id, [(asset.id, "Salt")])
    assert [one.message for one in seen(desk, variant)] == [
        "The picture has 3.0 MB; Bluesky takes 1.0 MB."
    ]


def test_a_servers_own_limits_count(desk: Desk) -> None:
    channel = desk.channel("mastodon")
    variant = desk.variant("x" * 400, channel=channel)
    assert seen(desk, variant) == []
    brand_actions.refresh_channel(
        channel.id, remote_id="", handle="", display_name="", limits={"text": 300}
    )
    assert "400 of 300" in seen(desk, variant)[0].message


@pytest.mark.django_db(transaction=True)
def test_two_who_look_at_once_find_it_once() -> None:
    desk = open_desk()
    variant = desk.variant("Fine salt costs €7.40.")
    assert at_once(*[lambda: look(desk.again(variant), desk.brand)] * 4) == ["done"] * 4
    assert Finding.objects.filter(variant=variant, state="open").count() == 1
