"""Which jobs wait for which: those that take minutes have a lane of their own."""

from procrastinate.contrib.django import app

from aboveboard.publish.worker import _lanes


def test_every_queue_is_worked_on_once_and_clips_alone() -> None:
    lanes = _lanes()
    named = [queue for queues, _many in lanes for queue in queues]
    assert sorted(named) == sorted({task.queue for task in app.tasks.values()})
    assert (["clips"], 1) in lanes
