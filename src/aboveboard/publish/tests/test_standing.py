"""Reading where posts stand: spans of time with gaps, and hours as a zone shows them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.builders import make_brand, make_post, make_workspace

from aboveboard.publish import standing

pytestmark = pytest.mark.django_db
NOON = datetime(2036, 10, 25, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_posts_between_two_moments_without_some_spans() -> None:
    house = make_workspace()
    brand = make_brand(house)
    times = [NOON + DAY * number for number in range(6)]
    for at in reversed(times):
        make_post(house, brand, title=f"{at:%d}", at=at)
    make_post(house, make_brand(house), title="elsewhere", at=NOON)

    def found(*without: tuple[datetime, datetime]) -> list[datetime | None]:
        return [p.at for p in standing.between(brand.id, NOON, times[5], without=without)]

    assert found() == times[:5], "the end does not belong to it"
    assert found((times[1], times[3])) == [times[0], times[3], times[4]]
    assert found((NOON, times[2]), (times[2], times[5])) == []
    assert found((NOON - DAY, NOON)) == times[:5]


def test_hours_are_counted_as_the_zone_shows_them() -> None:
    """On 26 October 2036 Amsterdam's clock shows the hour from two to three twice."""
    house = make_workspace()
    brand = make_brand(house)
    night = datetime(2036, 10, 25, 22, 30, tzinfo=UTC)
    for number in range(5):
        make_post(house, brand, at=night + HOUR * number)
    counts = standing.per_hour(brand.id, night, night + DAY, "Europe/Amsterdam")
    assert counts == {date(2036, 10, 26): {0: 1, 1: 1, 2: 2, 3: 1}}
    kolkata = standing.per_hour(brand.id, night, night + DAY, "Asia/Kolkata")
    assert kolkata == {date(2036, 10, 26): {4: 1, 5: 1, 6: 1, 7: 1, 8: 1}}
