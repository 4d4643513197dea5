"""What did better than usual: against the channel's other posts, five of them at least."""

from datetime import UTC, datetime
from uuid import UUID

from aboveboard.channels.base import Numbers
from aboveboard.kernel.ids import new_id
from aboveboard.learn.worked import Sent, figure, worked

CHANNEL = new_id()


def posts(*figures: tuple[str, int | None], channel: UUID = CHANNEL) -> list[Sent]:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return [Sent(new_id(), text, text, "en", channel, at, done) for text, done in figures]


OTHERS = [("Clay walls mended", 4), ("Soup at noon", 5), ("Boots wanted", 6), ("Fog again", 5)]


def test_what_is_above_the_median_worked_and_says_of_how_many_like_it() -> None:
    rows = posts(("Wind makes flakes", 20), ("The wind and its flakes", 3), *OTHERS)
    (best, *_others) = worked(rows, "en")
    assert (best.title, best.above, best.like) == ("Wind makes flakes", 1, 2)
    assert worked(rows, "nl") == []


def test_too_few_posts_say_nothing() -> None:
    assert worked(posts(("Wind makes flakes", 20), *OTHERS), "en") == []


def test_what_a_network_does_not_tell_is_not_a_zero() -> None:
    assert figure(Numbers()) is None
    assert figure(Numbers(likes=3, clicks=4, views=900)) == 7
    rows = posts(("Wind makes flakes", 20), ("Untold", None), *OTHERS)
    assert worked(rows, "en") == []
