"""A job whose worker was killed is taken up again, once."""

import asyncio
from collections.abc import Iterator
from typing import cast

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from aboveboard.publish.tasks import sweep_stalled_jobs, take_up_stalled_jobs

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _no_jobs(transactional_db: None) -> Iterator[None]:
    """Its tables are not Django's and are not emptied with the others."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def states() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_a_job_of_a_dead_worker_is_taken_up_again() -> None:
    asyncio.run(_work(is_queued_again=False))
    assert states() == ["todo"]


def test_it_gives_way_to_the_same_job_that_stands_in_line_already() -> None:
    asyncio.run(_work(is_queued_again=True))
    assert states() == ["todo"]


async def _work(*, is_queued_again: bool) -> None:
    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    with app.replace_connector(connector) as ours:
        async with ours.open_async():
            job = sweep_stalled_jobs.configure(task_kwargs={"timestamp": 0})
            await job.defer_async()
            worker = await ours.job_manager.register_worker()
            assert await ours.job_manager.fetch_job(queues=["house"], worker_id=worker)
            if is_queued_again:
                await job.defer_async()
            await ours.connector.execute_query_async(
                "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'"
            )
            await take_up_stalled_jobs()
