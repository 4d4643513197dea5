"""A picture's file made fit for several at once, each in the way that its plan says."""

from collections.abc import Sequence
from pathlib import Path

from aboveboard.create.assets.fits import Plan
from aboveboard.media.cropping import Box, scaled
from aboveboard.media.describing import says_where
from aboveboard.media.fitting import Made, Way, fit
from aboveboard.media.looking import Look
from aboveboard.media.salience import salient


def fitted(file: Path, seen: Look, plans: Sequence[Plan], folder: Path) -> list[Made | None]:
    """What has become of each plan, in `folder` by its number; None where the file fits as it is.

    A file that says where it was taken never goes out as it is. Raises NotMedia.
    """
    size, tells = file.stat().st_size, says_where(file)
    ways = {
        number: Way(
            out=str(folder / str(number)),
            box=one.box,
            width=one.width,
            height=one.height,
            mimes=_liked(one.wanted.mimes, seen.mime),
            most=one.wanted.most,
        )
        for number, one in enumerate(plans)
        if tells or not one.leaves(seen.width, seen.height, seen.mime, size)
    }
    made = dict(zip(ways, fit(file, list(ways.values())), strict=True)) if ways else {}
    return [made.get(number) for number in range(len(plans))]


def kept(file: Path, seen: Look) -> list[Box]:
    """What matters in a picture, in its pixels, the most important first. Raises NotMedia."""
    return [scaled(box, seen.width, seen.height) for box in salient(file)["boxes"]]


def _liked(mimes: Sequence[str], own: str) -> tuple[str, ...]:
    """The kinds that are taken, the picture's own before the others."""
    return tuple(sorted(mimes, key=lambda mime: mime != own))
