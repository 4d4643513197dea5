"""The house's own housekeeping of jobs: those whose worker died are taken up again."""

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Job, Status

from aboveboard.publish import health, telling

# A worker shows itself every 10 s; procrastinate's own default for a stalled one is 30 s.
_SILENT = 45.0


@app.periodic(cron="* * * * *")
@app.task(queue="house", queueing_lock="publish.sweep_stalled_jobs", pass_context=False)
async def sweep_stalled_jobs(timestamp: int) -> None:
    """After kill -9 a job stays “doing” for good; every job of ours may be run again."""
    await take_up_stalled_jobs()


@app.periodic(cron="*/10 * * * *")
@app.task(queue="house", queueing_lock="publish.look_after_sign_ins", pass_context=False)
async def look_after_sign_ins(timestamp: int) -> None:
    """Renew what ends soon, try what says nothing, and tell people in time."""
    await health.look_after()


@app.periodic(cron="*/5 * * * *")
@app.task(queue="house", queueing_lock="publish.tell_of_stuck", pass_context=False)
def tell_of_stuck(timestamp: int) -> None:
    """Mail people of what goes no further by itself."""
    telling.tell_of_stuck()


async def take_up_stalled_jobs() -> None:
    """Put the jobs of dead workers back in line, unless the same one stands there already."""
    stalled: list[Job] = list(
        await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=_SILENT)
    )
    for job in stalled:
        try:
            await app.job_manager.retry_job(job)
        except (AlreadyEnqueued, UniqueViolation):
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
