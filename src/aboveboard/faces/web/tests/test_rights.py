"""Who reaches which page: nobody unsigned, no stranger, and a viewer only to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.builders import House, make_asset, make_member, make_workspace

from aboveboard.brand import actions as brands
from aboveboard.brand.models import Channel, Fact
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.check.models import Finding
from aboveboard.create import actions as create
from aboveboard.create.models import Clip, PictureAsk, Proposal, Suggestion, Variant
from aboveboard.kernel import clock
from aboveboard.kernel.ids import new_id
from aboveboard.learn import searching
from aboveboard.learn.models import Search
from aboveboard.people import actions as people
from aboveboard.people.models import Token, User
from aboveboard.plan import actions as plan
from aboveboard.plan import ideas, occasions
from aboveboard.plan.models import Idea, Occasion, Post, Question
from aboveboard.publish.models import Delivery
from aboveboard.review import actions as review

pytestmark = pytest.mark.django_db

# Pages that stand open, or that ask for something else than being signed in.
OPEN = {"sign_in_link", "invitation"}


@dataclass(frozen=True)
class Things:
    """One object of each kind, by the name of its part in an address."""

    house: House
    ids: dict[str, str]


@pytest.fixture
def things() -> Things:
    house = make_workspace()
    actor = house.actor
    brand = brands.create_brand(actor, name="Saltworks", language="en", zone="UTC")
    source = brands.add_source(actor, brand.id, name="prices.md", data=b"A tin is 6.40 EUR.\n")
    sample = brands.add_voice(actor, brand.id, name="spring", text="Salt takes time.")
    campaign = plan.create_campaign(actor, brand.id, name="Open pans")
    site = Channel.objects.get(brand=brand)
    brief = plan.create_brief(
        actor,
        brand.id,
        plan.BriefFields(
            title="A brief",
            messages=["Salt takes time."],
            facts=[fact.id for fact in Fact.objects.filter(passage__source=source)],
            channels=[site.id],
        ),
    )
    post = create.draft_post(actor, brief.id)
    variant = Variant.objects.get(post=post)
    provider = create.add_provider(actor, name="Own", base_url="http://127.0.0.1:9/v1", model="m")
    finding = Finding.objects.create(
        variant=variant,
        mark="m",
        code="link",
        severity="warn",
        start=0,
        end=1,
        found_at=clock.now(),
    )
    suggestion = Suggestion.objects.create(
        variant=variant, provider="Own", model="m", text="x", state="open", asked_at=clock.now()
    )
    people.make_token(actor, "A shop")
    policy = Policy(ai={Task.STRATEGY: Allowance.ASSIST})
    strategic = brands.create_brand(actor, name="Another", zone="UTC", policy=policy)
    token = Token.objects.get()
    asset = make_asset(brand)
    ask = PictureAsk.objects.create(
        brand=brand, what="generate", state="open", asked_at=clock.now()
    )
    proposal = Proposal.objects.create(
        ask=ask, number=1, file=asset.file.name, mime=asset.mime, width=8, height=6
    )
    ids = {
        "ask_id": ask.id,
        "proposal_id": proposal.id,
        "brand_id": brand.id,
        "source_id": source.id,
        "sample_id": sample.id,
        "campaign_id": campaign.id,
        "brief_id": brief.id,
        "post_id": post.id,
        "variant_id": variant.id,
        "channel_id": site.id,
        "asset_id": asset.id,
        "provider_id": provider.id,
        "finding_id": finding.id,
        "suggestion_id": suggestion.id,
        "user_id": house.owner.id,
        "delivery_id": new_id(),
        "amendment_id": new_id(),
        "clip_id": Clip.objects.create(
            brand=brand, source=asset, asked_at=clock.now(), at=clock.now()
        ).id,
        "upload_id": create.begin_upload(actor, brand.id, name="a.mp4", size=9).id,
        "token_id": token.id,
        "idea_id": ideas.add_idea(actor, brand.id, title="Show the old map").id,
        "question_id": ideas.ask_question(actor, brand.id, "Why salt?").id,
        "search_id": searching.ask_for_ideas(actor, strategic.id).id,
        "occasion_id": occasions.add_occasion(
            actor, brand.id, name="Clay fair", day=date(2027, 6, 5)
        ).id,
    }
    return Things(house, {name: str(value) for name, value in ids.items()})


def pages() -> Iterator[tuple[str, list[str]]]:
    """The name and the parameters of every page of the studio."""
    for route in _routes(get_resolver("aboveboard.faces.web.urls").url_patterns):
        module = getattr(route.callback, "__module__", "")
        if route.name and ".public" not in module:
            yield route.name, list(route.pattern.regex.groupindex)


def _routes(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one.url_patterns)
        else:
            yield one


ALL = sorted(pages())
OBJECTS = [(name, given) for name, given in ALL if any(part.endswith("_id") for part in given)]


def address(name: str, given: list[str], things: Things) -> str:
    act = "approve" if name == "amendment" else "hold"
    kind = "srt" if name == "clip_subtitles" else "delete"
    others = {"act": act, "kind": kind, "name": "mastodon", "token": "x"}
    return reverse(name, kwargs={part: things.ids.get(part) or others[part] for part in given})


def signed_in(user_id: UUID | None) -> Client:
    assert user_id
    client = Client()
    client.force_login(
        User.objects.get(pk=user_id), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_nobody_gets_in_without_signing_in(things: Things, client: Client) -> None:
    for name, given in ALL:
        path = address(name, given, things)
        for answer in () if name in OPEN else (client.get(path), client.post(path)):
            assert answer.status_code in (302, 405), path
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith("/account/login/"), path


def test_a_script_without_a_session_is_told_in_words(things: Things, client: Client) -> None:
    path = reverse("save", args=[things.ids["variant_id"]])
    answer = client.post(path, {"text": "x"}, headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert {"said", "mend", "code"} <= set(answer.json())


def test_a_stranger_finds_nothing(things: Things) -> None:
    other = make_workspace("Elsewhere")
    brands.create_brand(other.actor, name="Another", language="en", zone="UTC")
    client = signed_in(other.owner.id)
    for name, given in OBJECTS:
        path = address(name, given, things)
        answers = [client.get(path), client.post(path, {"role": "viewer"}), client.delete(path)]
        statuses = {answer.status_code for answer in answers}
        assert 404 in statuses, path
        assert statuses <= {404, 405}, path


WRITES = {
    "save": {"text": "Changed"},
    "set_time": {"zone": "UTC"},
    "rename": {"title": "Changed"},
    "ask": {},
    "withdraw": {},
    "remove": {},
    "set_pictures": {},
    "fit_pictures": {},
    "fit": {},
    "restore": {"number": "1"},
    "suggest": {},
    "take": {},
    "refuse": {},
    "leave": {"reason": "no"},
    "draft": {},
    "review": {},
    "send_back": {"text": "no"},
    "comment": {"text": "no"},
    "describe": {"alt": "no"},
    "declare": {"relationship": "paid"},
    "uploads": {},
    "stop_clip": {},
    "cover": {"at": "0"},
    "forget_source": {},
    "forget_voice": {},
    "disconnect": {},
    "forget_model": {},
    "change_role": {"role": "viewer"},
    "remove_member": {},
    "pause": {},
    "unpause": {},
    "cards": {
        "template": "quote",
        "f-quote": "Salt takes time.",
        "f-who": "Ilse",
        "scheme": "brand",
        "formats": "1:1",
        "language": "en",
    },
    "find_ideas": {},
    "ask_ideas": {},
    "stop_ideas": {},
    "new_idea": {"title": "Changed", "language": "en"},
    "idea": {"title": "Changed"},
    "move_idea": {"to": "kept"},
    "idea_brief": {},
    "idea_draft": {},
    "note_question": {"text": "Why?"},
    "forget_question": {},
    "idea_days": {"key": "bee-day", "to": "off"},
    "remove_day": {},
}


def test_a_viewer_changes_nothing(things: Things) -> None:
    client = signed_in(make_member(things.house, "viewer").user_id)
    before = _state(things)
    for name, fields in WRITES.items():
        answer = client.post(address(name, dict(ALL)[name], things), fields)
        assert answer.status_code == 403, name
        assert b"may not" in answer.content, name
        assert _state(things) == before, name


def test_a_viewer_reads(things: Things) -> None:
    client = signed_in(make_member(things.house, "viewer").user_id)
    for name in (
        "today",
        "calendar",
        "campaigns",
        "ideas",
        "idea_days",
        "editor",
        "post",
        "review",
        "brand",
        "assets",
    ):
        answer = client.get(address(name, dict(ALL)[name], things))
        assert answer.status_code == 200, name
        for control in (b"data-ask-review", b"data-manuscript", b'data-opens="approve"'):
            assert control not in answer.content, name


def test_a_creator_does_not_approve(things: Things) -> None:
    creator = make_member(things.house, "creator")
    review.ask(things.house.actor, UUID(things.ids["post_id"]))
    answer = signed_in(creator.user_id).post(reverse("review", args=[things.ids["post_id"]]))
    assert answer.status_code == 403
    assert not Delivery.objects.exists()


def _state(things: Things) -> tuple[object, ...]:
    post = Post.objects.get(pk=things.ids["post_id"])
    variant = Variant.objects.get(pk=things.ids["variant_id"])
    idea = Idea.objects.get(pk=things.ids["idea_id"])
    board = idea.title, idea.state, Idea.objects.count(), Question.objects.count()
    kept = Occasion.objects.count(), set(Search.objects.values_list("state", flat=True))
    return post.title, post.at, post.removed_at, variant.head_id, post.rounds.count(), board, kept
