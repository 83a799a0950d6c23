"""What the house does for itself by the clock."""

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from wijkhuis.base.upkeep.tidying import sweep

# A worker says every ten seconds that it lives; silent for this long means gone.
SILENT_SECONDS = 120


@app.periodic(cron="*/5 * * * *", periodic_id="retry_stalled_jobs")
@app.task(name="upkeep.retry_stalled_jobs", queueing_lock="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Pick up the work of a worker that was killed halfway."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        try:
            await jobs.retry_job(job)
        except UniqueViolation:
            # The same work waits in the queue already under a job of its own.
            await jobs.finish_job(job, status=Status.FAILED, delete_job=True)


@app.periodic(cron="0 4 * * *", periodic_id="sweep_what_was_forgotten")
@app.task(name="upkeep.sweep", queueing_lock="sweep_what_was_forgotten")
def sweep_what_was_forgotten(timestamp: int) -> None:
    """Let forgotten words leave the files of the database, after the night's forgetting."""
    sweep()
