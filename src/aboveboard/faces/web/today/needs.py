"""What needs a person now: one list over every stage, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aboveboard.brand.models import Brand
from aboveboard.check import queries as checks
from aboveboard.create.assets import ending as endings
from aboveboard.faces.web.numerals import in_words, remarks_open
from aboveboard.faces.web.quoting import quoted
from aboveboard.faces.web.today import attention
from aboveboard.faces.web.told import told
from aboveboard.people.actors import Actor
from aboveboard.publish import health, standing
from aboveboard.publish import queries as publish
from aboveboard.publish.models import Amendment, Delivery
from aboveboard.publish.standing import Standpoint
from aboveboard.review.models import Comment, Round

FAR = datetime(9999, 1, 1, tzinfo=UTC)
MOST = 40


@dataclass(frozen=True)
class Need:
    """One thing that waits for a person. `solid` marks the one act of the view."""

    when: str
    since: str
    icon: str
    title: str
    text: str
    url: str
    word: str
    at: datetime
    solid: bool = False


def needs(actor: Actor, brand: Brand, now: datetime) -> list[Need]:
    """All that needs a person on this brand, the most urgent first, at most 40."""
    tz = ZoneInfo(brand.zone)
    found = [
        *(_delivery(one, tz, now) for one in publish.stuck(brand.pk)[:MOST]),
        *(_change(one, tz, now) for one in publish.failed_changes(brand.pk)[:MOST]),
        *(_asked_change(one, tz, now) for one in publish.asked_changes(brand.pk)[:MOST]),
        *_rounds(actor, brand, tz, now),
        *_sent_back(brand, tz, now),
        *_drafts(brand, tz, now),
        *_channels(brand, now),
        *_rights(brand, now),
    ]
    found.sort(key=lambda need: need.at)
    return found[:MOST]


def _delivery(one: Delivery, tz: ZoneInfo, now: datetime) -> Need:
    channel, title = one.channel.name, one.variant.post.title
    words = {
        "unknown": _("We do not know whether “%(title)s” reached %(channel)s"),
        "refused": _("%(channel)s refused “%(title)s”"),
        "held": _("“%(title)s” is held for %(channel)s"),
    }
    icons = {"unknown": "circle-question-mark", "refused": "octagon-x", "held": "circle-pause"}
    time = {"time": moment(one.at, tz, now)}
    return Need(
        when=_("By %(time)s") % time if one.at > now else _("Now"),
        since=_("its time") if one.at > now else _("since %(time)s") % time,
        icon=icons[one.state],
        title=words[one.state] % {"title": title, "channel": channel},
        text=told(one.why),
        url=reverse("post", args=[one.variant.post_id]),
        word=_("Look now"),
        at=one.at,
    )


def _change(one: Amendment, tz: ZoneInfo, now: datetime) -> Need:
    title, channel = one.delivery.variant.post.title, one.delivery.channel.name
    return Need(
        when=_("Now"),
        since=_("since %(time)s") % {"time": moment(one.asked_at, tz, now)},
        icon="octagon-x",
        title=_("The change of “%(title)s” on %(channel)s could not be carried out")
        % {"title": title, "channel": channel},
        text=told(one.why),
        url=reverse("post", args=[one.delivery.variant.post_id]),
        word=_("Look now"),
        at=one.asked_at,
    )


def _asked_change(one: Amendment, tz: ZoneInfo, now: datetime) -> Need:
    title = (
        _("Approve other words for “%(title)s” on %(channel)s")
        if one.is_edit
        else _("Approve taking “%(title)s” down from %(channel)s")
    )
    text = _("%(who)s asked at %(time)s.") % {
        "who": one.asked_by.name if one.asked_by else _("Somebody"),
        "time": moment(one.asked_at, tz, now),
    }
    return Need(
        when=_("Now"),
        since=_("it is out as it is"),
        icon="pen-line" if one.is_edit else "trash-2",
        title=title
        % {"title": one.delivery.variant.post.title, "channel": one.delivery.channel.name},
        text=f"{text} {quoted(one.reason)}" if one.reason else text,
        url=reverse("post", args=[one.delivery.variant.post_id]),
        word=_("Review"),
        at=one.asked_at,
    )


def _rounds(actor: Actor, brand: Brand, tz: ZoneInfo, now: datetime) -> Iterable[Need]:
    rounds = list(attention.asked(actor, brand)[:MOST])
    posts = {one.id: one for one in standing.chosen([r.post_id for r in rounds])}
    counts = checks.counts(posts)
    for number, asked in enumerate(rounds):
        post = posts.get(asked.post_id)
        if post:
            yield _round(asked, post, counts.get(post.id, (0, 0)), tz, now, first=not number)


def _round(
    asked: Round,
    post: Standpoint,
    count: tuple[int, int],
    tz: ZoneInfo,
    now: datetime,
    *,
    first: bool,
) -> Need:
    who = asked.asked_by.name if asked.asked_by else _("Somebody")
    channels = len(post.variants)
    title = ngettext(
        "Approve “%(title)s” for one channel", "Approve “%(title)s” for %(n)s channels", channels
    ) % {"title": post.title, "n": in_words(channels)}
    text = _("%(who)s asked at %(time)s. %(share)d %% of the words are people’s.") % {
        "who": who,
        "time": moment(asked.asked_at, tz, now),
        "share": post.shares.people,
    }
    return Need(
        when=_by(post.at, tz, now),
        since=_("goes out then") if post.at else _("goes out on your yes"),
        icon="circle-dot",
        title=title,
        text=f"{text} {_findings(count)}".strip(),
        url=reverse("review", args=[post.id]),
        word=_("Review"),
        at=post.at or asked.asked_at,
        solid=first,
    )


def _findings(count: tuple[int, int]) -> str:
    blocks, warns = count
    if blocks:
        holds = ngettext("%(n)s finding holds it.", "%(n)s findings hold it.", blocks)
        return holds % {"n": in_words(blocks, start=True)}
    return remarks_open(warns)


def _sent_back(brand: Brand, tz: ZoneInfo, now: datetime) -> Iterable[Need]:
    rounds = {one.pk: one for one in attention.sent_back(brand)[:MOST]}
    said = Comment.objects.filter(round__in=list(rounds), sent_back=True).select_related("by")
    for comment in said.order_by("at"):
        post = rounds[comment.round_id].post if comment.round_id else comment.post
        yield Need(
            when=_by(post.at, tz, now),
            since=_("came %(time)s") % {"time": moment(comment.at, tz, now)},
            icon="corner-up-left",
            title=_("%(who)s sent back “%(title)s”")
            % {"who": comment.by.name if comment.by else _("Somebody"), "title": post.title},
            text=quoted(comment.text),
            url=reverse("editor", args=[post.pk]),
            word=_("Open and mend"),
            at=post.at or FAR,
        )


def _drafts(brand: Brand, tz: ZoneInfo, now: datetime) -> Iterable[Need]:
    posts = list(attention.drafts_due(brand, now)[:MOST])
    counts = checks.counts(post.pk for post in posts)
    for post in posts:
        said = _findings(counts.get(post.pk, (0, 0)))
        waits = _("Nobody was asked for a yes, and without one it stays here.")
        yield Need(
            when=_by(post.at, tz, now),
            since=_("goes out then"),
            icon="triangle-alert" if said else "circle-dashed",
            title=_("“%(title)s” is still a draft") % {"title": post.title},
            text=f"{waits} {said}".strip(),
            url=reverse("editor", args=[post.pk]),
            word=_("Open the words"),
            at=post.at or FAR,
        )


def _channels(brand: Brand, now: datetime) -> Iterable[Need]:
    for channel in publish.channels(brand.pk):
        connection = getattr(channel, "connection", None)
        if connection and connection.state == "dead":
            yield Need(
                when=_("Now"),
                since="",
                icon="key-round",
                title=_("Sign in to %(channel)s again") % {"channel": channel.name},
                text=told(connection.why),
                url=reverse("new_channel", args=[channel.network]),
                word=_("Sign in"),
                at=connection.checked_at,
            )
    for sign_in in health.ending(brand.pk):
        days = max((sign_in.expires_at - now).days, 0) if sign_in.expires_at else 0
        yield Need(
            when=_("Soon"),
            since="",
            icon="key-round",
            title=_("The sign-in of %(channel)s ends") % {"channel": sign_in.channel.name},
            text=ngettext(
                "In %(n)s day. Connect it again before that.",
                "In %(n)s days. Connect it again before that.",
                days,
            )
            % {"n": days},
            url=reverse("new_channel", args=[sign_in.channel.network]),
            word=_("Sign in"),
            at=sign_in.expires_at or FAR,
        )


def _rights(brand: Brand, now: datetime) -> Iterable[Need]:
    """Pictures whose rights end, or have ended though a post is planned with them: a row a day."""
    ending = endings.ending(brand)[:1_000]
    for until, same_day in groupby(ending, key=lambda one: one.may_use_until):
        assets = list(same_day)
        names = ", ".join(one.name for one in assets[:3])
        if until and until < now.astimezone(ZoneInfo(brand.zone)).date():
            title, state = _("A post is planned with a picture that may not be used"), "ended"
            text = _("It could be used until %(day)s. Change the picture, or its rights.")
        else:
            title, state = _("A picture may not be used for much longer"), "ending"
            text = _("Its last day is %(day)s. After that nothing with it is approved.")
        one = assets[0]
        url = (
            f"{reverse('assets')}?rights={state}"
            if len(assets) > 1
            else reverse("asset", args=[one.pk])
        )
        yield Need(
            when=_("Soon") if state == "ending" else _("Now"),
            since="",
            icon="image",
            title=f"{title}: {names}" + (" …" if len(assets) > 3 else ""),
            text=text % {"day": formats.date_format(until or now.date(), "LONG_DAY_YEAR")},
            url=url,
            word=_("See its rights"),
            at=datetime(until.year, until.month, until.day, tzinfo=UTC) if until else FAR,
        )


def _by(at: datetime | None, tz: ZoneInfo, now: datetime) -> str:
    return _("By %(time)s") % {"time": moment(at, tz, now)} if at else _("Today")


def moment(at: datetime | None, tz: ZoneInfo, now: datetime) -> str:
    """A time of day when it is today, else the day too, short enough for a narrow column."""
    if at is None:
        return ""
    local, today = at.astimezone(tz), now.astimezone(tz).date()
    if local.date() == today:
        return f"{local:%H:%M}"
    if abs((local.date() - today).days) < 7:
        return f"{formats.date_format(local, 'D')} {local:%H:%M}"
    return f"{formats.date_format(local, 'SHORT_DAY')}, {local:%H:%M}"


def day_span(day: date, tz: ZoneInfo) -> tuple[datetime, datetime]:
    """The moments at which a wall-clock day begins and ends."""
    start = datetime(day.year, day.month, day.day, tzinfo=tz)
    after = day + timedelta(days=1)
    return start.astimezone(UTC), datetime(
        after.year, after.month, after.day, tzinfo=tz
    ).astimezone(UTC)
