"""What needs a person now: one list over every stage, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aboveboard.brand.models import Brand
from aboveboard.check import queries as checks
from aboveboard.faces.web.studio import Desk
from aboveboard.publish import queries as publish
from aboveboard.publish import standing
from aboveboard.publish.models import Delivery
from aboveboard.publish.standing import Standpoint
from aboveboard.review import queries as review
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


def needs(desk: Desk, now: datetime) -> list[Need]:
    """All that needs a person on this brand, the most urgent first, at most 40."""
    brand, tz = desk.brand, ZoneInfo(desk.brand.zone)
    found = [
        *(_delivery(one, tz, now) for one in publish.stuck(brand.pk)[:MOST]),
        *_rounds(desk, brand, tz, now),
        *_sent_back(brand, tz, now),
        *_channels(brand),
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
    return Need(
        when=_("Now"),
        since=_("since %(time)s") % {"time": moment(one.at, tz, now)},
        icon=icons[one.state],
        title=words[one.state] % {"title": title, "channel": channel},
        text=one.why,
        url=reverse("post", args=[one.variant.post_id]),
        word=_("Look now"),
        at=one.at,
    )


def _rounds(desk: Desk, brand: Brand, tz: ZoneInfo, now: datetime) -> Iterable[Need]:
    rounds = list(review.waiting_rounds(desk.actor).filter(post__brand=brand)[:MOST])
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
        "Approve “%(title)s” for one channel", "Approve “%(title)s” for %(n)d channels", channels
    ) % {"title": post.title, "n": channels}
    text = _("%(who)s asked at %(time)s. %(share)d %% of the words are people’s.") % {
        "who": who,
        "time": moment(asked.asked_at, tz, now),
        "share": post.shares.people,
    }
    if sum(count):
        text += " " + ngettext("%(n)d finding is open.", "%(n)d findings are open.", sum(count)) % {
            "n": sum(count)
        }
    return Need(
        when=_("By %(time)s") % {"time": moment(post.at, tz, now)} if post.at else _("Today"),
        since=_("goes out then") if post.at else _("goes out on your yes"),
        icon="circle-dot",
        title=title,
        text=text,
        url=reverse("review", args=[post.id]),
        word=_("Review"),
        at=post.at or asked.asked_at,
        solid=first,
    )


def _sent_back(brand: Brand, tz: ZoneInfo, now: datetime) -> Iterable[Need]:
    last = Comment.objects.filter(
        sent_back=True, post__brand=brand, post__removed_at=None, round__state="sent_back"
    ).select_related("by", "post")
    seen: set[UUID] = set()
    for comment in last.order_by("-at")[:MOST]:
        if comment.post_id in seen or _asked_again(comment):
            continue
        seen.add(comment.post_id)
        yield Need(
            when=_("By %(time)s") % {"time": moment(comment.post.at, tz, now)}
            if comment.post.at
            else _("Today"),
            since=_("came %(time)s") % {"time": moment(comment.at, tz, now)},
            icon="corner-up-left",
            title=_("%(who)s sent back “%(title)s”")
            % {"who": comment.by.name if comment.by else "", "title": comment.post.title},
            text=f"“{comment.text}”",
            url=reverse("editor", args=[comment.post_id]),
            word=_("Open and mend"),
            at=comment.post.at or FAR,
        )


def _asked_again(comment: Comment) -> bool:
    last = review.last_round(comment.post_id)
    return last is not None and last.pk != comment.round_id


def _channels(brand: Brand) -> Iterable[Need]:
    for channel in publish.channels(brand.pk):
        connection = getattr(channel, "connection", None)
        if connection and connection.state == "dead":
            yield Need(
                when=_("Now"),
                since="",
                icon="key-round",
                title=_("Sign in to %(channel)s again") % {"channel": channel.name},
                text=connection.why,
                url=reverse("new_channel", args=[channel.network]),
                word=_("Sign in"),
                at=connection.checked_at,
            )


def moment(at: datetime | None, tz: ZoneInfo, now: datetime) -> str:
    """A time of day when it is today, else the day too."""
    if at is None:
        return ""
    local, today = at.astimezone(tz), now.astimezone(tz).date()
    if local.date() == today:
        return f"{local:%H:%M}"
    if abs((local.date() - today).days) < 7 and local.date() > today:
        return f"{formats.date_format(local, 'l')} {local:%H:%M}"
    return f"{formats.date_format(local, 'j M')}, {local:%H:%M}"


def day_span(day: date, tz: ZoneInfo) -> tuple[datetime, datetime]:
    """The moments at which a wall-clock day begins and ends."""
    start = datetime(day.year, day.month, day.day, tzinfo=tz)
    after = day + timedelta(days=1)
    return start.astimezone(UTC), datetime(
        after.year, after.month, after.day, tzinfo=tz
    ).astimezone(UTC)
