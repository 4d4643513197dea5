"""How a clip is made: by the worker that takes it, noting how far it is and stopping when told.

The file is made in a folder of its own beside the library and goes into it signed; that folder goes
in any case, and one that a killed worker left goes when the clip is begun anew.
"""

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from django.conf import settings

from aboveboard.create.actions.clips import (
    begin_clip,
    fail_clip,
    finish_clip,
    give_back_clip,
    note_clip,
    opening,
    room_for,
)
from aboveboard.create.actions.making import keep_made
from aboveboard.create.assets.clipping import ClipFields
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset, Clip
from aboveboard.kernel.errors import AboveboardError, NotFound
from aboveboard.media.clips.errors import Stopped
from aboveboard.media.clips.making import Made, make
from aboveboard.media.credentials import Step
from aboveboard.people.actors import Actor
from aboveboard.people.queries import actor_for

_NOTE_EVERY = 0.8
_BROKE = "The studio itself failed while making it. The video is as it was. Ask once more."


def make_clip(clip_id: UUID, ends: Callable[[], bool]) -> None:
    """Make one clip. Whatever goes wrong is written down; `ends` says that the worker is to end."""
    clip = begin_clip(clip_id)
    if not clip:
        return
    folder = Path(settings.MEDIA_ROOT) / "clips" / clip.pk.hex
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    try:
        _made(clip, folder, _Watch(clip, ends))
    except Stopped:
        # A person stopped it, which its row says already, or this worker is to end.
        give_back_clip(clip)
    except FileNotFoundError:
        fail_clip(clip, "The file of the video is not where it was put.")
    except AboveboardError as error:
        fail_clip(clip, str(error))
    except Exception:
        # Nobody shall wait for what does not come; the job's log holds the cause.
        fail_clip(clip, _BROKE)
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Watch:
    """Notes how far a clip is, each second at most, and learns by that whether it is to go on."""

    def __init__(self, clip: Clip, ends: Callable[[], bool]) -> None:
        self.clip, self.ends = clip, ends
        self.stage, self.done, self.at, self.is_over = "", 0.0, 0.0, False

    def tell(self, stage: str, done: float) -> None:
        self.stage, self.done = stage, max(done, self.done)

    def halt(self) -> bool:
        if self.ends():
            return True
        now = time.monotonic()
        if now - self.at >= _NOTE_EVERY:
            self.at = now
            self.is_over = not note_clip(self.clip, self.stage, min(int(self.done * 100), 99))
        return self.is_over


def _made(clip: Clip, folder: Path, watch: _Watch) -> None:
    source = clip.source
    told = ClipFields.from_json(clip.wanted)
    wanted = told.wanted(room_for(source, told))
    out = folder / "clip.mp4"
    with local_copy(source.file) as path:
        made = make(path, out, wanted, name=source.name, tell=watch.tell, halt=watch.halt)
    watch.at = 0.0
    if watch.halt():
        raise Stopped
    asset = keep_made(
        _asker(clip),
        source.brand_id,
        name=_name(source, told, made),
        file=out,
        steps=(*opening(source), *_steps(told, made)),
        recipe={
            "what": "clip",
            **told.as_json(),
            "pieces": [[p.start, p.end] for p in made.pieces],
        },
        parts=[source],
        alt=source.alt,
    )
    finish_clip(clip, asset, made)


def _asker(clip: Clip) -> Actor:
    """Who asked, as they stand now. Raises NotFound when they do not belong here any more."""
    if not clip.asked_by:
        raise NotFound("Who asked for it is not here any more.", mend="Ask for it yourself.")
    actor = actor_for(clip.asked_by, clip.brand.workspace_id)
    return replace(actor, kind="agent", name=clip.by_program) if clip.by_program else actor


def _name(source: Asset, told: ClipFields, made: Made) -> str:
    stem = Path(source.name).stem[:150]
    shape = f"{told.shape.replace(':', '×')}, " if told.shape else ""
    return f"{stem}, {shape}{made.seconds:.0f} s.mp4"


def _steps(told: ClipFields, made: Made) -> list[Step]:
    """What was done to the video, in the words of C2PA."""
    cut = made.pieces[0].start > 0 or len(made.pieces) > 1 or told.end is not None or told.length
    steps = [Step("c2pa.trimmed")] if cut else []
    if told.shape:
        steps.append(Step("c2pa.cropped", why=f"To {told.shape}"))
    if told.burn:
        steps.append(Step("c2pa.edited", why="Subtitles drawn into the picture"))
    if told.attach:
        steps.append(Step("c2pa.edited", why="Subtitles attached"))
    if made.lufs is not None:
        steps.append(Step("c2pa.edited", why=f"Loudness {made.lufs:.1f} LUFS"))
    return [*steps, Step("c2pa.transcoded") if not made.copied else Step("c2pa.converted")]
