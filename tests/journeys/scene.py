"""A brand with something of everything: every state, origin and network, long words and few.

For tests that look at whole pages. In: an owner who is set up. Out: the ids that pages need.
"""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PIL import Image

from aboveboard.brand import actions as brands
from aboveboard.brand.models import Brand, Channel, Fact
from aboveboard.check import actions as check
from aboveboard.create import actions as create
from aboveboard.create.actions.models import fail_suggestion, finish_suggestion
from aboveboard.create.models import Link, Variant
from aboveboard.kernel import clock
from aboveboard.learn import ideas as learn
from aboveboard.measure.models import Clicks, Reading, Snapshot
from aboveboard.measure.tests.making import Place, make_channel, make_delivery, make_variant
from aboveboard.people.actors import Actor
from aboveboard.people.models import User, Workspace
from aboveboard.people.queries import actor_for
from aboveboard.plan import actions as plan
from aboveboard.plan import ideas as plan_ideas
from aboveboard.plan.models import Brief, Post
from aboveboard.plan.reasons import Part, Proposal, Reason
from aboveboard.publish.models import Attempt, Connection, Delivery
from aboveboard.review import actions as review
from aboveboard.text.lock import Break
from aboveboard.text.spans import Span

Channels = dict[str, Channel]
ZONE = "Europe/Amsterdam"
OPEN_DAY = """# Open day

On Saturday 5 December 2026 the pans are open from 10:00 to 16:00.

Children under 12 come in free.

There is parking for 40 cars.

In August about 600 guests came.
"""
PRICES = "product,weight,price\nRefill tin,125 g,€6.40\nAdvent parcel,600 g,€24.90\n"
MESSAGES = (
    "How does seawater become salt without a factory? Slowly. In our clay pans it lies waiting "
    "for wind.",
    "On Saturday 5 December you can see it for yourself, from 10:00 to 16:00, and rake a tray of "
    "your own.",
)
GERMAN = "Versandkostenfreiheitsgrenze für Küstengemeindebewohnerinnen im Adventspaketzeitraum"
HUNGARIAN = "Megnyílnak a sólepárló medencék, legmegszentségteleníthetetlenebb hagyományainkkal"
HEBREW = "איך מי ים נעשים מלח? לאט. 5 בדצמבר, 10:00–16:00."


@dataclass(frozen=True)
class Scene:
    """Where to look: ids of posts by what they show, and of the rest."""

    brand: Brand
    posts: dict[str, UUID]
    campaign: UUID
    brief: UUID
    source: UUID
    asset: UUID
    suggestion: UUID
    idea: UUID
    channels: dict[str, Channel]

    def variant(self, name: str, network: str = "site") -> Variant:
        """The text of a post on a network."""
        return Variant.objects.select_related("post__brand", "channel", "head").get(
            post_id=self.posts[name], channel=self.channels[network]
        )


def furnish(user: User, name: str = "Brackwater Saltworks") -> Scene:
    """Make the brand and all that is in it."""
    actor = actor_for(user)
    brand = brands.create_brand(
        actor, name=name, language="en", zone=ZONE, about="Sea salt made by wind and patience."
    )
    source = brands.add_source(actor, brand.id, name="open-day.md", data=OPEN_DAY.encode())
    brands.add_source(actor, brand.id, name="prices.csv", data=PRICES.encode())
    brands.add_voice(actor, brand.id, name="spring", text="Salt takes time. We do not hurry it.")
    site = Channel.objects.get(brand=brand)
    channels = {
        "site": site,
        "mastodon": make_channel(
            brand, "mastodon", name="Mastodon", server="http://127.0.0.1:9", handle="brackwater"
        ),
        "bluesky": make_channel(
            brand,
            "bluesky",
            name="Bluesky",
            server="http://127.0.0.1:9",
            handle="brackwater.example",
        ),
    }
    place = Place(Workspace.objects.get(pk=actor.workspace_id), user, brand, site)
    campaign = plan.create_campaign(
        actor, brand.id, name="Open pans, 5 December", goal="Fill the open day."
    )
    facts = list(Fact.objects.filter(passage__source__brand=brand)[:4])
    brief = plan.create_brief(
        actor,
        brand.id,
        plan.BriefFields(
            title="Seawater, without a hurry",
            goal="Fill the open day; show that our salt takes time.",
            audience="People who cook, within an hour’s drive",
            messages=MESSAGES,
            facts=[fact.id for fact in facts],
            ask="Book a time",
            link="https://brackwater.example/open",
            tags=["Open pans", "sea salt"],
            channels=[channel.id for channel in channels.values()],
            campaign=campaign.id,
        ),
    )
    create.add_provider(
        actor,
        name=f"Own server, {name}"[:80],
        base_url="http://127.0.0.1:9/v1",
        model="mistral-small",
    )
    posts = {"blank": plan.create_post(actor, brand.id, title="A blank sheet").id}
    scene = Scene(
        brand=brand,
        posts=posts,
        campaign=campaign.id,
        brief=brief.id,
        source=source.id,
        asset=_picture(actor, brand),
        suggestion=UUID(int=0),
        idea=_ideas(actor, brand),
        channels=channels,
    )
    posts["draft"] = create.draft_post(actor, brief.id, at=_at(1, 9)).id
    posts["mixed"] = _mixed(place, channels, brief)
    posts["review"] = _asked(actor, brief.id, _at(2, 12))
    posts["back"] = _asked(actor, brief.id, _at(0, 23))
    review.send_back(actor, posts["back"], "Say who weighed it. I would ask.")
    _titled(posts["back"], GERMAN, "de")
    posts["approved"] = _approved(
        place, channels, "Ask us about brine", _at(3, 10), state="waiting"
    )
    posts["held"] = _approved(place, channels, HUNGARIAN, _at(1, 17), state="held", language="hu")
    posts["unknown"] = _approved(
        place, channels, "First frost, first flakes", _at(0, 0), state="unknown"
    )
    posts["refused"] = _approved(
        place, channels, "Price list for 2027", _at(-2, 12), state="refused"
    )
    posts["rtl"] = plan.create_post(actor, brand.id, title=HEBREW, at=_at(4, 11)).id
    rtl = create.add_variant(actor, Post.objects.get(pk=posts["rtl"]), channels["mastodon"])
    create.save_text(actor, rtl.id, f"{HEBREW}\n\nZ̑̑a̋l̈g̃o͟ ş͓o͓f͓t", base=0)
    for back in range(1, 8):
        posts[f"sent{back}"] = _sent(place, channels, _at(-3 * back, 9), back)
    for hour in range(18):
        plan.create_post(actor, brand.id, title=f"Weekend hours {hour}", at=_at(5, hour))
    suggestion = _suggested(actor, scene)
    _connection_ends(channels["bluesky"])
    return Scene(**{**scene.__dict__, "suggestion": suggestion})


def _at(days: int, hour: int) -> datetime:
    """A wall-clock time some days from now; one of today is always still to come."""
    now = clock.now().astimezone(ZoneInfo(ZONE))
    day = (now + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)
    return max(day, now + timedelta(minutes=30)).replace(tzinfo=None) if days >= 0 else day


def _ideas(actor: Actor, brand: Brand) -> UUID:
    """A board with ideas of the house, one kept, one put aside, and one of a model."""
    plan_ideas.ask_question(actor, brand.id, "What do the shrimp eat?", place="a letter")
    found = learn.find_ideas(actor, brand.id, count=6).ideas
    plan_ideas.keep_idea(actor, found[0].id)
    plan_ideas.put_aside_idea(actor, found[1].id)
    made = plan_ideas.propose_ideas(
        actor,
        brand.id,
        [
            Proposal(
                title="What the wind does",
                parts=[Part("Tell of wind and salt, without a hurry.", "model")],
                why=[*found[0].reasons, Reason("model", "", where="mistral-small")],
                kind="model",
                language="en",
            )
        ],
        origin="model",
        by="mistral-small",
    )
    return made[0].id


def _picture(actor: Actor, brand: Brand) -> UUID:
    file = io.BytesIO()
    Image.new("RGB", (640, 360), "#2F4A52").save(file, "PNG")
    asset = create.add_asset(
        actor, brand.id, name="pans.png", data=file.getvalue(), alt="Clay pans in low light"
    )
    return asset.id


def _mixed(place: Place, channels: Channels, brief: Brief) -> UUID:
    """A post of people's, a model's, pasted and a template's words, with a number nobody gave."""
    post = plan.create_post(
        actor_for(place.owner), place.brand.id, title="Open pans", brief=brief, at=_at(4, 9)
    )
    words = [
        ("How does seawater become salt without a factory? Slowly.\n\n", "person"),
        ("On Saturday 5 December you can see it for yourself, from 10:00 to 16:00. ", "model"),
        ("Last year more than 2,000 chairs stood there.", "model"),
        (" Children under 12 come in free. Our tins hold 130 g.\n\n", "person"),
        ("“I tasted the fog in it, and I mean that kindly.”", "pasted"),
        ("\n\n", "person"),
        ("Book a time: https://brackwater.example/open\n#OpenPans #SeaSalt", "template"),
    ]
    for network, channel in channels.items():
        long = [*words, ("\n\nAnd wind. " * 12, "person")] if network == "bluesky" else words
        made = make_variant(place, long, post=post, channel=channel)
        check.look(
            Variant.objects.select_related("post__brief", "channel", "head").get(pk=made.pk),
            place.brand,
        )
    return post.id


def _asked(actor: Actor, brief_id: UUID, at: datetime) -> UUID:
    post = create.draft_post(actor, brief_id, at=at)
    review.ask(actor, post.id, note="The times are checked.")
    return post.id


def _titled(post_id: UUID, title: str, language: str) -> None:
    Post.objects.filter(pk=post_id).update(title=title, language=language)


def _approved(
    place: Place, channels: Channels, title: str, at: datetime, *, state: str, language: str = "en"
) -> UUID:
    """A post with an approval, whose delivery to Mastodon stands in `state`."""
    post = _planned(place, title, at, language)
    for network in ("site", "mastodon"):
        variant = make_variant(
            place, "Salt takes time. We do not hurry it.", post=post, channel=channels[network]
        )
        stands = state if network == "mastodon" else "waiting"
        one = make_delivery(place, variant, state=stands, sent_at=post.at)
        why = {
            "unknown": "The server closed the connection after we sent it.",
            "refused": "The server said: Validation failed: Text is too long.",
            "held": "Marit Veen holds it.",
        }
        Delivery.objects.filter(pk=one.pk).update(
            why=why.get(state, "") if network == "mastodon" else "", next_at=None
        )
        if stands in ("unknown", "refused"):
            Attempt.objects.create(
                delivery=one,
                step="publish",
                started_at=one.at,
                ended_at=one.at,
                outcome=stands,
                answer="connection closed",
                next="Looking whether it is there.",
            )
    return post.id


def _sent(place: Place, channels: Channels, at: datetime, number: int) -> UUID:
    """A post that is out on all channels, with a curve of numbers."""
    moment = at.astimezone(UTC)
    post = _planned(place, f"Tins: what we changed ({number})", moment.replace(tzinfo=UTC), "en")
    words = [
        ("Our refill tins weigh less than before: ", "model"),
        ("125 g of salt, €6.40. The lid sticks a little. We know. Warm it in your hand.", "person"),
    ]
    for network, channel in channels.items():
        link = ("https://brackwater.example/tins",)
        variant = make_variant(place, words, post=post, channel=channel, links=link)
        one = make_delivery(place, variant, sent_at=moment)
        told = network != "site"
        for hours, share in ((1, 0.4), (6, 0.7), (24, 0.9), (48, 1.0)):
            Snapshot.objects.create(
                delivery=one,
                at=moment + timedelta(hours=hours),
                replies=round(30 / number * share) if told else None,
                likes=round(200 / number * share) if told else None,
                reposts=round(40 / number * share) if told else None,
            )
        Reading.objects.create(
            delivery=one, next_at=clock.now() + timedelta(hours=1), read_at=clock.now()
        )
        counted = Link.objects.filter(variant=variant).first()
        if counted and not told:
            Clicks.objects.create(link=counted, hour=moment, count=164)
    return post.id


def _planned(place: Place, title: str, at: datetime, language: str) -> Post:
    moment = at if at.tzinfo else clock.resolve(at, ZONE)
    wall = clock.wall(moment, ZONE)
    return Post.objects.create(
        brand=place.brand,
        title=title,
        language=language,
        zone=ZONE,
        day=wall.date(),
        clock=wall.time(),
        at=moment,
        created_by=place.owner,
        created_at=min(moment, clock.now()) - timedelta(days=1),
    )


def _suggested(actor: Actor, scene: Scene) -> UUID:
    """Three suggestions: one open with a fact nobody gave, one that failed, one on its way."""
    text = "Seawater turns to salt in the wind. In 2019 it won a prize.\n\nCome and see."
    asked = create.ask_model(actor, scene.variant("draft").id, "Shorter, please")
    at = text.index("2019")
    lock = Break(
        "added", Span(at, at + 4, "2019"), "2019", "Neither brief nor knowledge says 2019."
    )
    finish_suggestion(asked.id, text=text, model="mistral-small", breaks=[lock], tries=2)
    failed = create.ask_model(actor, scene.variant("mixed").id)
    fail_suggestion(failed.id, "The server did not answer within 60 s.")
    create.ask_model(actor, scene.variant("draft", "bluesky").id)
    return asked.id


def _connection_ends(channel: Channel) -> None:
    Connection.objects.filter(channel=channel).update(
        state="dead", why="Bluesky no longer accepts the app password."
    )
