"""A calendar's posts, folded hours and slots as tags that put the markup together themselves.

A full month holds thousands of these parts: as included templates they cost half a second, so
their pieces are made once here and joined. `{% load cards %}`.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from aboveboard.create.words.origins import Shares
from aboveboard.faces.web.calendar.grid import Day, Hour, Slot
from aboveboard.faces.web.templatetags import ui
from aboveboard.publish.standing import Standpoint, edge_of

register = template.Library()
_NOBODY = UUID(int=0)
_MONDAY = date(2000, 1, 3)
# Out, on its way or perhaps out: these stay where they are.
FIXED = frozenset({"sent", "sending", "unknown", "taken_down"})


@register.simple_tag
def card(post: Standpoint, may_move: bool = False) -> SafeString:
    """A post as one line: edge, time, networks, title, state."""
    moves = may_move and post.state not in FIXED
    time = ""
    if post.at and post.clock:
        time = f'<time datetime="{post.at.isoformat()}">{post.clock:%H:%M}</time>'
    title = escape(post.title)
    edge, networks, state = _marks(post.shares, post.networks, post.state, get_language())
    return mark_safe(  # noqa: S308
        f'<li class="p{" act" if post.needs_person else ""}"'
        f"{_move(post.id) if moves else ''}>"
        f'{edge}{time}<span class="on">{networks}</span>'
        f'<a class="cut" href="{_address("post", post.id)}" lang="{escape(post.language)}"'
        f' title="{title}"><bdi>{title}</bdi></a>{state}</li>'
    )


@register.simple_tag
def folded(day: Day, linked: bool = True) -> SafeString:
    """The hours of a day that holds too many posts to show each."""
    language = get_language()
    hours = (_hour(day, hour, language, linked=linked) for hour in day.hours)
    return mark_safe("".join(hours))  # noqa: S308


@register.simple_tag
def slot(one: Slot, may_move: bool = False) -> SafeString:
    """An hour of a day in the week: its posts, or how many there are, and room for a new one."""
    cards = "".join(card(post, may_move=may_move) for post in one.posts)
    if one.count:
        href = f"{_plain('search')}?day={one.iso}"
        cards += f'<li class="fold"><a href="{href}">{_count(one.count, get_language())}</a></li>'
    add = ""
    if may_move and not one.past:
        said = gettext("New post on %(day)s at %(hour)s:00") % {
            "day": _weekday(one.date.weekday(), get_language()),
            "hour": f"{one.hour:02d}",
        }
        add = (
            f'<a class="add" href="{_plain("new_post")}?day={one.iso}&amp;at={one.hour:02d}:00"'
            f' tabindex="-1">{_plus()}<span class="sr">{escape(said)}</span></a>'
        )
    return mark_safe(  # noqa: S308
        f'<div class="day roomy{" past" if one.past else ""}" role="group"'
        f' aria-label="{_weekday(one.date.weekday(), get_language())} {one.hour:02d}:00"'
        f' data-day="{one.iso}" data-hour="{one.hour:02d}"><ul>{cards}</ul>{add}</div>'
    )


def _hour(day: Day, hour: Hour, language: str | None, *, linked: bool) -> str:
    said = _count(hour.count, language)
    if not linked:
        return f'<li class="fold">{hour.hour:02d}:00, {said}</li>'
    return (
        f'<li class="fold"><a href="{_plain("search")}?day={day.iso}">'
        f'<span class="n">{hour.hour:02d}:00</span>, {said}</a></li>'
    )


# What is cached carries the language it is in.


@lru_cache(maxsize=2048)
def _count(number: int, _language: str | None) -> str:
    return escape(ngettext("%(n)s post", "%(n)s posts", number) % {"n": number})


@lru_cache(maxsize=64)
def _weekday(number: int, _language: str | None) -> str:
    return escape(date_format(_MONDAY.replace(day=3 + number), "l"))


@lru_cache(maxsize=4096)
def _marks(
    shares: Shares, networks: tuple[str, ...], state: str, _language: str | None
) -> tuple[str, str, str]:
    """What hundreds of cards have alike: edge, networks and state."""
    return ui.edge(edge_of(shares)), _networks(networks), ui.state(state, bare=True)


def _networks(names: Sequence[str]) -> str:
    first, *more = [ui.network_icon(name) for name in names] or [SafeString()]
    count = f"<sup>{len(names)}</sup>" if more else ""
    return first + count + "".join(f'<span class="more">{icon}</span>' for icon in more)


@lru_cache(maxsize=1)
def _plus() -> str:
    return ui.icon("plus", "sm")


def _move(post_id: UUID) -> str:
    return f' data-moves="{_address("move", post_id)}"'


def _address(name: str, post_id: UUID) -> str:
    return _pattern(name).replace(str(_NOBODY), str(post_id))


@lru_cache(maxsize=8)
def _pattern(name: str) -> str:
    return reverse(name, args=[_NOBODY])


@lru_cache(maxsize=8)
def _plain(name: str) -> str:
    return reverse(name)
