"""Clips of a video: asked for, stopped, and what its job writes down of how far it is."""

import tempfile
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction

from aboveboard.brand import queries as brands
from aboveboard.create import queries
from aboveboard.create.actions.making import keep_made
from aboveboard.create.assets.clipping import ClipFields, room_in
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset, Clip
from aboveboard.create.words.origins import GENERATED
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Invalid, NotFound
from aboveboard.media.clips.covers import cover
from aboveboard.media.clips.encoding import Room
from aboveboard.media.clips.making import Made
from aboveboard.media.credentials import MIMES, Step
from aboveboard.media.sources import SourceType
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right

# How many of a workspace may wait at once.
MOST_WAITING = 20
# A worker gives a sign each second; one that gave none for this long is not there any more.
SILENT = timedelta(seconds=60)
# One that was asked for and never begun: its job was lost between the database and the queue.
FORGOTTEN = timedelta(minutes=2)
MOST_TRIES = 3
_LOST = "The studio was stopped three times while making it. Ask for it once more."


def ask_clip(actor: Actor, asset_id: UUID, told: ClipFields) -> Clip:
    """Ask for a clip of a video; a job makes it (`tasks.make_clip`), the video stays as it is.

    Raises Invalid for what cannot be made, such as of a picture, or for a channel without videos.
    """
    require(actor, Right.write, actor.workspace_id)
    source = queries.asset(actor, asset_id)
    if not source.is_video:
        raise Invalid(
            f"{source.name[:60]} is a picture; a clip is made of a video.",
            mend="Choose a video.",
            code="not_a_video",
        )
    wanted = told.wanted(room_for(source, told))
    end = source.seconds if wanted.end is None else min(wanted.end, source.seconds)
    if end - wanted.start < 0.2:
        raise Invalid(
            "The clip would end before it begins.",
            mend="Choose an end that comes after the start, and both within the video.",
            code="no_part",
        )
    most, plays = wanted.room.seconds, min(end - wanted.start, wanted.length or end)
    if most and plays > most + 0.05:
        raise Invalid(
            f"The clip would play {plays:.0f} seconds; {most:.0f} are the most there.",
            mend="Choose a shorter part, or give a length.",
            code="too_long",
        )
    waiting = Clip.objects.filter(
        brand__workspace_id=actor.workspace_id, state__in=("asked", "running")
    )
    if waiting.count() >= MOST_WAITING:
        raise Conflict(
            f"{MOST_WAITING} clips are being made already.",
            mend="Let them end, or stop one of them.",
            code="clips",
        )
    now = clock.now()
    with transaction.atomic():
        clip = Clip.objects.create(
            brand_id=source.brand_id,
            source=source,
            asked_by_id=actor.user_id,
            by_program=actor.name[:200] if actor.kind == "agent" else "",
            wanted=told.as_json(),
            asked_at=now,
            at=now,
        )
        enter(actor, "clip.asked", subject_kind="asset", subject_id=source.id)
    return clip


def stop_clip(actor: Actor, clip_id: UUID) -> Clip:
    """Stop a clip that waits or is being made; nothing is kept of it. One that ended stays so."""
    require(actor, Right.write, actor.workspace_id)
    clip = queries.clip(actor, clip_id)
    with transaction.atomic():
        going = Clip.objects.filter(pk=clip.pk, state__in=("asked", "running"))
        if going.update(state="stopped", at=clock.now()):
            enter(actor, "clip.stopped", subject_kind="asset", subject_id=clip.source_id)
    clip.refresh_from_db()
    return clip


def keep_cover(actor: Actor, asset_id: UUID, at: float, *, sharpest: bool = True) -> Asset:
    """Keep the picture of a video at `at` seconds, or the sharpest near it, as a picture."""
    require(actor, Right.write, actor.workspace_id)
    video = queries.asset(actor, asset_id)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "cover.jpg"
        with local_copy(video.file) as path:
            from_second = cover(path, out, at, sharpest=sharpest, name=video.name)
        return keep_made(
            actor,
            video.brand_id,
            name=f"{Path(video.name).stem}, {from_second:.1f} s.jpg",
            file=out,
            steps=(*opening(video), Step("c2pa.converted", why="One picture of a video")),
            recipe={"what": "cover", "at": round(from_second, 3)},
            parts=[video],
            alt=video.alt,
        )


def opening(video: Asset) -> tuple[Step, ...]:
    """The step with which the chain of what is made of a video begins."""
    if video.mime in MIMES:
        return (Step("c2pa.opened"),)
    # A kind that cannot stand in the chain as a parent: what is made of it begins one.
    source: SourceType = (
        "compositeWithTrainedAlgorithmicMedia" if video.origin == GENERATED else "humanEdits"
    )
    return (Step("c2pa.created", source, why=f"Made of {video.name}, which holds no credentials"),)


def room_for(source: Asset, told: ClipFields) -> Room:
    """What all channels that it is for take. Raises NotFound and Invalid."""
    known = {str(one.pk): one for one in brands.channels(source.brand_id)}
    unknown = [one for one in told.channels if one not in known]
    if unknown:
        raise NotFound("There is no such channel here.", mend="Choose one from the list.")
    chosen = [known[one] for one in told.channels]
    return Room.strictest(room_in(one.name, queries.limits_of(one)) for one in chosen)


def begin_clip(clip_id: UUID) -> Clip | None:
    """Take a clip that waits for making; None when somebody stopped it or another has it."""
    with transaction.atomic():
        clip = Clip.objects.select_for_update().filter(pk=clip_id, state="asked").first()
        if not clip:
            return None
        clip.state, clip.done, clip.tries, clip.at = "running", 0, clip.tries + 1, clock.now()
        clip.save(update_fields=["state", "done", "tries", "at"])
    return clip


def note_clip(clip: Clip, stage: str, done: int) -> bool:
    """Note how far it is; False when it is not this worker's to make any more."""
    mine = Clip.objects.filter(pk=clip.pk, state="running", tries=clip.tries)
    return bool(mine.update(stage=stage, done=done, at=clock.now()))


def finish_clip(clip: Clip, asset: Asset, made: Made) -> None:
    """Note what has become of it. The house does this."""
    _end(clip, state="done", done=100, stage="", asset=asset, made=asdict(made))


def fail_clip(clip: Clip, why: str) -> None:
    """Note why nothing has become of it. The house does this."""
    _end(clip, state="failed", why=why[:2_000])


def give_back_clip(clip: Clip) -> None:
    """Let another worker make it, since this one ends."""
    _end(clip, state="asked", stage="", done=0)


def _end(clip: Clip, **what: object) -> None:
    mine = Clip.objects.filter(pk=clip.pk, state="running", tries=clip.tries)
    mine.update(at=clock.now(), **what)


def clips_to_take_up(now: datetime) -> list[UUID]:
    """The clips that nobody is at any more and that are to be begun anew, as asked for again."""
    Clip.objects.filter(state="running", at__lt=now - SILENT, tries__gte=MOST_TRIES).update(
        state="failed", why=_LOST, at=now
    )
    Clip.objects.filter(state="running", at__lt=now - SILENT).update(
        state="asked", stage="", done=0, at=now - FORGOTTEN
    )
    waiting = Clip.objects.filter(state="asked", at__lte=now - FORGOTTEN)
    return list(waiting.values_list("pk", flat=True))
