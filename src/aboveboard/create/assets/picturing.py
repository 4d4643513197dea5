"""How pictures, and words for them, are fetched from a model in a job, and made to fit."""

import tempfile
from functools import partial
from pathlib import Path
from uuid import UUID

from asgiref.sync import sync_to_async

from aboveboard.ai.base import Instruction
from aboveboard.ai.pictures import Wanted
from aboveboard.ai.results import Rewrite
from aboveboard.brand.rules import Task
from aboveboard.create.actions.pictures import (
    fail_pictures,
    keep_proposals,
    keep_words,
)
from aboveboard.create.assets.files import local_copy
from aboveboard.create.calls.asking import answered, pictured
from aboveboard.create.models import Asset, PictureAsk
from aboveboard.kernel.errors import AboveboardError
from aboveboard.media.apart import apart
from aboveboard.media.looking import look

MOST_WORDS = 400
_SEE = (
    "Say in one or two plain sentences what the picture shows, for somebody who cannot see it. "
    "Name no person, and read no text that is not clearly there."
)


async def fetch_pictures(ask_id: UUID) -> None:
    """Fetch what was asked for. Whatever goes wrong is written down for the person who asked."""
    try:
        ask = await sync_to_async(_ask)(ask_id)
        if ask.state != "asked":
            return
        with tempfile.TemporaryDirectory() as folder:
            if ask.what == "words":
                await _words(ask, Path(folder))
            else:
                await _pictures(ask, Path(folder))
    except AboveboardError as error:
        await sync_to_async(fail_pictures)(ask_id, str(error))
    except Exception:
        why = "The studio itself failed while asking. Nothing was changed. Ask once more."
        await sync_to_async(fail_pictures)(ask_id, why)
        raise


async def _words(ask: PictureAsk, folder: Path) -> None:
    assert ask.asset is not None
    seen = folder / "seen.jpg"
    await sync_to_async(_apart)(ask.asset, "small", str(seen))
    answer = await answered(
        ask.brand_id,
        Task.ALT_TEXT,
        Instruction(
            task=_SEE,
            rules=(),
            brief="",
            language=ask.brand.language,
            limit=MOST_WORDS,
            wants=Rewrite,
            picture=seen.read_bytes(),
        ),
        stopped=partial(_is_stopped, ask.pk),
    )
    await sync_to_async(keep_words)(
        ask.pk, provider=answer.provider, model=answer.model, text=answer.data.text
    )


async def _pictures(ask: PictureAsk, folder: Path) -> None:
    picture, mask = folder / "picture.png", folder / "mask.png"
    if ask.asset:
        await sync_to_async(_apart)(
            ask.asset, "prepare", ask.what, ask.area, ask.size, str(picture), str(mask)
        )
    row, made = await pictured(
        ask.brand_id,
        Wanted(
            ask.instruction,
            size=ask.size,  # type: ignore[arg-type]
            count=ask.count,
            picture=picture.read_bytes() if picture.exists() else b"",
            mask=mask.read_bytes() if mask.exists() else b"",
            transparent=ask.what == "cutout",
        ),
        stopped=partial(_is_stopped, ask.pk),
    )
    files = [
        await sync_to_async(_fitted)(ask, data, folder / f"made-{number}")
        for number, data in enumerate(made.pictures)
    ]
    await sync_to_async(keep_proposals)(ask.pk, provider=row.name, model=made.model, files=files)


def _fitted(ask: PictureAsk, data: bytes, place: Path) -> Path:
    """One picture as it came, looked at, or put in its place in the one that it changes."""
    place.write_bytes(data)
    look("The model’s picture", place)
    if not ask.asset:
        return place
    out = place.with_suffix(".png")
    _apart(ask.asset, "blend", ask.what, ask.area, str(place), str(out))
    return out


def _apart(asset: Asset, name: str, *args: object) -> None:
    """One of `media.blending` in a process of its own, with the asset's file."""
    with local_copy(asset.file) as path:
        apart(f"aboveboard.media.blending:{name}", str(path), *args)


def _ask(ask_id: UUID) -> PictureAsk:
    return PictureAsk.objects.select_related("brand", "asset").get(pk=ask_id)


def _is_stopped(ask_id: UUID) -> bool:
    return not PictureAsk.objects.filter(pk=ask_id, state="asked").exists()
