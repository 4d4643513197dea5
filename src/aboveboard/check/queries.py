"""What the guards are given and what they found."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.brand.sound import Voice
from aboveboard.brand.voice import voice_of
from aboveboard.channels.registry import network
from aboveboard.check.batch import Known
from aboveboard.check.models import Finding, LinkAnswer
from aboveboard.check.proofreading import begun
from aboveboard.check.recorded import context, earlier
from aboveboard.check.rules import Answer, Case, File
from aboveboard.create.models import Asset, Variant
from aboveboard.create.queries import limits_of
from aboveboard.disclose.queries import assets_of, content
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor
from aboveboard.plan.models import Brief
from aboveboard.text.counting import urls
from aboveboard.text.grounding import Index, Source
from aboveboard.text.voice.profiles import profile

FRESH = timedelta(hours=1)


def cases(variants: Sequence[Variant], brand: Brand) -> list[Case]:
    """Variants of one post as the guards see them; each comes with post, brief, channel and head.

    A few reads, however many there are.
    """
    if not variants:
        return []
    known = knowledge(brand, variants[0].post.brief)
    assets = assets_of(variants)
    links = {url.text for v in variants if v.head for url in urls(v.head.text)}
    said = answers(links)
    voices = {language: voice_of(brand, language) for language in {v.language for v in variants}}
    history = earlier(brand, variants[0].post_id, set(voices))
    return [
        _case(v, brand, known, assets, said, voices[v.language], history[v.language])
        for v in variants
    ]


def _case(
    variant: Variant,
    brand: Brand,
    known: Index,
    assets: Mapping[str, Asset],
    said: Mapping[str, Answer],
    voice: Voice,
    history: tuple[str, ...],
) -> Case:
    adapter, limits = network(variant.channel.network), limits_of(variant.channel)
    media = variant.head.media if variant.head else []
    shown = [asset for item in media if (asset := assets[item["asset"]])]
    day, text = _day(variant, brand), variant.head.text if variant.head else ""
    return Case(
        text=text,
        language=variant.language,
        passages=variant.head.written if variant.head else (),
        content=content(variant, brand, assets=assets),
        limits=limits,
        room=partial(adapter.count, limits=limits),
        knowledge=known,
        network_title=adapter.title,
        answers=said,
        voice=voice,
        profile=profile(voice.texts, variant.language) if voice.texts else None,
        files=[
            File(
                size=asset.sent_size,
                mime=asset.mime,
                seconds=asset.seconds,
                width=asset.width,
                height=asset.height,
                may_use_until=asset.may_use_until,
                consent=asset.consent,
                removed=asset.removed_at is not None,
                lettering=asset.lines,
                signed=asset.is_signed,
            )
            for asset in shown
        ],
        day=day,
        context=context(variant, brand, known, shown, day),
        history=history,
        faults=begun(text, variant.language, settings.ABOVEBOARD.dictionaries),
    )


def _day(variant: Variant, brand: Brand) -> date:
    """The day by the brand's clock on which it would go out: the planned one, or today."""
    now = clock.now()
    return max(variant.post.at or now, now).astimezone(ZoneInfo(brand.zone)).date()


def knowledge(brand: Brand, brief: Brief | None) -> Index:
    """What may be stated: the brand's knowledge and the brief, ready to compare with."""
    stamp = brands.knowledge_stamp(brand.id)
    said = said_in(brief) if brief else ()
    language = brief.language if brief else brand.language
    named = Source("brand", f"{brand.name} {brand.about}", brand.language, "the brand")
    return _index(brand.id, stamp, named, language, said)


def known_of_brand(brand: Brand) -> Known:
    """What texts that are no posts yet are compared with: all that a brand knows and is."""
    return Known(
        language=brand.language,
        policy=brands.policy_of(brand),
        index=knowledge(brand, None),
        samples=tuple(brands.voice(brand.pk).values_list("text", flat=True)),
    )


def said_in(brief: Brief) -> tuple[str, ...]:
    """The words of a brief that a post may lean on."""
    link = (brief.link,) if brief.link else ()
    left = () if brief.stock is None else (_LEFT[brief.language].format(brief.stock),)
    return (brief.title, brief.goal, brief.audience, *brief.messages, brief.ask, *link, *left)


# What a brief's figure of the stock says, as a sentence that a text may lean on.
_LEFT = {
    "en": "{} left in stock.",
    "nl": "Nog {} op voorraad.",
    "fr": "Il en reste {} en stock.",
    "de": "Noch {} auf Lager.",
    "hu": "Még {} maradt készleten.",
}


# All that an index holds is in its key, so that none is ever stale. One takes some 10 MB for
# 2,000 passages.
@lru_cache(maxsize=8)
def _index(
    brand_id: UUID, stamp: str, named: Source, language: str, said: tuple[str, ...]
) -> Index:
    sources = [
        Source(
            id=str(p.id),
            text=p.text,
            lang=p.source.language or named.lang,
            where=p.where,
            heading=p.locator.partition("“")[2].rstrip("”"),
        )
        for p in brands.passages(brand_id)
    ]
    sources.append(named)
    sources += [
        Source(id=f"brief-{number}", text=text, lang=language, where="the brief")
        for number, text in enumerate(said)
        if text
    ]
    return Index(sources)


def answers(links: Iterable[str]) -> dict[str, Answer]:
    """What these links answered within the last hour."""
    digests = {sha256(link): link for link in links}
    if not digests:
        return {}
    rows = LinkAnswer.objects.filter(pk__in=digests, at__gte=clock.now() - FRESH)
    return {digests[row.url_digest]: Answer(ok=row.ok, why=row.why) for row in rows}


def findings(variant_id: UUID) -> QuerySet[Finding]:
    """Open and left findings of a variant in the order of its words."""
    return (
        Finding.objects.filter(variant_id=variant_id, state__in=("open", "left"))
        .select_related("by")
        .order_by("start", "end", "found_at")
    )


def settled(variant_ids: Sequence[UUID]) -> QuerySet[Finding]:
    """What the guards once said and is gone or left, for the story of a post."""
    return (
        Finding.objects.filter(variant_id__in=variant_ids)
        .exclude(state="open")
        .select_related("by", "variant__channel")
        .order_by("found_at")
    )


def finding(actor: Actor, finding_id: UUID) -> Finding:
    found = (
        Finding.objects.filter(
            pk=finding_id,
            state__in=("open", "left"),
            variant__post__brand__workspace_id=actor.workspace_id,
            variant__post__removed_at=None,
        )
        .select_related("variant__post__brand")
        .first()
    )
    if not found:
        raise NotFound("There is no such remark here.", mend="It may be settled already.")
    return found


def holding(post_id: UUID) -> QuerySet[Finding]:
    """The findings that hold a post: open ones that block."""
    return Finding.objects.filter(
        variant__post_id=post_id, state="open", severity="block"
    ).select_related("variant__channel")


def counts(post_ids: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """Per post: how many open findings block, and how many only remark; hints do not count."""
    rows = (
        Finding.objects.filter(variant__post_id__in=list(post_ids), state="open")
        .values("variant__post_id")
        .annotate(
            blocks=Count("id", filter=Q(severity="block")),
            warns=Count("id", filter=Q(severity="warn")),
        )
    )
    return {row["variant__post_id"]: (row["blocks"], row["warns"]) for row in rows}
