"""Loading the demo brand: its folder, its cast, its channels, then a month of posts.

What happens is done by the stages' own actions at the moments when it is told to have happened,
in the order of time. What no action can do (a post sent last week, its numbers) the stages
record for a demo brand alone. The ledger has an entry before and one after, at their true time.
"""

from datetime import timedelta
from importlib.resources import as_file, files

from django.db import transaction

from aboveboard.brand import actions as brands
from aboveboard.brand import queries as brand_queries
from aboveboard.brand.errors import NameTaken
from aboveboard.brand.folder import BrandFolder, read_folder, voice_text
from aboveboard.brand.models import Brand, Channel
from aboveboard.create.actions import add_asset
from aboveboard.create.models import Asset
from aboveboard.demo import pictures, script
from aboveboard.demo.playing import Cast, Play, Stage
from aboveboard.kernel import clock
from aboveboard.people.actors import Actor, enter
from aboveboard.people.invented import invented_member
from aboveboard.people.rules import Role
from aboveboard.plan import actions as plan
from aboveboard.plan.models import Brief

BEGAN = timedelta(days=29)
# Accounts under .example are nobody's; without a connection nothing is ever asked of them.
_ACCOUNTS = (
    ("mastodon", "Mastodon", "https://zilt.example", "@brackwater@zilt.example"),
    ("bluesky", "Bluesky", "https://pds.zilt.example", "brackwater.zilt.example"),
)


def load_demo(actor: Actor) -> Brand:
    """The demo brand of the actor's workspace, loaded when it is not there yet.

    Raises Forbidden without the rights to make brands and members, NameTaken when another
    brand has its name. All of it is loaded, or nothing.
    """
    if known := brand_queries.demo(actor):
        return known
    with as_file(files(__package__) / "brand") as path:
        folder = read_folder(path)
    try:
        with transaction.atomic():
            return _load(actor, folder)
    except NameTaken:
        # Two buttons pressed at once: the other one's demo is ours too.
        if known := brand_queries.demo(actor):
            return known
        raise


def _load(actor: Actor, folder: BrandFolder) -> Brand:
    told = folder.brand
    brand = brands.create_brand(
        actor,
        name=told.name,
        language=told.language,
        zone=told.zone,
        about=told.about,
        policy=told.policy,
        look=told.look,
        demo=True,
    )
    enter(actor, "demo.begun", subject_kind="brand", subject_id=brand.id)
    cast = _cast(actor)
    channels = _channels(actor, brand)
    with clock.as_of(clock.now() - BEGAN):
        _fill(cast.marit, brand, folder)
        stage = Stage(
            brand=brand,
            cast=cast,
            channels=channels,
            assets=_pictures(cast.jonas, brand),
            briefs=_briefs(cast.marit, brand, channels),
        )
    play = Play(stage, clock.now())
    for line in script.posts():
        play.rehearse(line)
    play.perform()
    enter(actor, "demo.loaded", subject_kind="brand", subject_id=brand.id)
    return brand


def _cast(actor: Actor) -> Cast:
    def member(name: str, role: Role) -> Actor:
        email = f"{name.split()[0].lower()}@brackwater.example"
        return invented_member(actor, email=email, name=name, role=role)

    return Cast(
        marit=member("Marit Veen", Role.manager),
        jonas=member("Jonas", Role.creator),
        femke=member("Femke", Role.approver),
    )


def _channels(actor: Actor, brand: Brand) -> dict[str, Channel]:
    for network, name, server, handle in _ACCOUNTS:
        brands.add_channel(
            actor,
            brand.id,
            network=network,
            name=name,
            server=server,
            handle=handle,
            display_name=brand.name,
        )
    return {channel.network: channel for channel in brand_queries.channels(brand.id)}


def _fill(actor: Actor, brand: Brand, folder: BrandFolder) -> None:
    for file in folder.knowledge:
        brands.add_source(actor, brand.id, name=file.name, data=file.data)
    for sample in folder.voice:
        brands.add_voice(actor, brand.id, name=sample.name, text=voice_text(sample))


def _pictures(actor: Actor, brand: Brand) -> dict[str, Asset]:
    return {
        name: add_asset(actor, brand.id, name=f"{name}.png", data=pictures.picture(name), alt=words)
        for name, words in pictures.ALT.items()
    }


def _briefs(actor: Actor, brand: Brand, channels: dict[str, Channel]) -> dict[str, Brief]:
    made = {}
    campaigns = {
        line.campaign: plan.create_campaign(actor, brand.id, name=line.campaign)
        for line in script.briefs()
        if line.campaign
    }
    facts = list(brand_queries.facts(brand.id))
    for line in script.briefs():
        campaign = campaigns.get(line.campaign)
        chosen: dict[str, object] = {}
        for words in line.facts:
            for fact in facts:
                if words in fact.passage.text and fact.text not in chosen:
                    chosen[fact.text] = fact.pk
        made[line.key] = plan.create_brief(
            actor,
            brand.id,
            plan.BriefFields(
                title=line.title,
                goal=line.goal,
                audience=line.audience,
                messages=line.messages,
                facts=[fact.pk for fact in facts if chosen.get(fact.text) == fact.pk],
                ask=line.ask,
                link=line.link,
                tags=line.tags,
                language=line.language,
                channels=[channels[name].id for name in line.channels],
                campaign=campaign.id if campaign else None,
            ),
        )
    return made
