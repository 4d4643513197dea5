"""A picture of the library made to fit channels and shapes, several at once."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from aboveboard.brand import queries as brands
from aboveboard.create import actions, queries
from aboveboard.create.actions import Chosen
from aboveboard.create.assets.fits import Wanted, for_shape
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import AssetOut, Mistake, Taken
from aboveboard.kernel.errors import Invalid
from aboveboard.people.actors import Actor

router = Router()
Part = Annotated[float, Field(ge=0, le=1)]


class CutIn(Taken):
    """For a channel, or for a format as “4:5” or “1200x630”.

    `box` is where it is cut, in pixels: left, top, right, bottom. Without one faces, or what
    draws the eye, are kept.
    """

    channel: UUID | None = None
    format: str = ""
    box: tuple[int, int, int, int] | None = None


class FitIn(Taken):
    """`focus` is a point of the picture that is kept, from 0 to 1 across and down."""

    cuts: list[CutIn] = Field(min_length=1, max_length=actions.MOST_FITS)
    focus: tuple[Part, Part] | None = None


class CutOut(Schema):
    """`asset` is the original itself where that fits; None with the reason in `refused`.

    `flattened`: what was clear lies on white, because the channel takes no such kind.
    """

    channel: UUID | None
    format: str
    box: tuple[int, int, int, int]
    asset: AssetOut | None
    flattened: bool
    refused: str
    mend: str


@router.post(
    "/assets/{asset}/fit", response={201: list[CutOut], 403: Mistake, 404: Mistake, 422: Mistake}
)
def fit(request: HttpRequest, asset: UUID, told: FitIn) -> Status[list[CutOut]]:
    """Cut, size and lighten a picture for each; they are kept beside the original."""
    actor = actor_of(request)
    wanted = [_wanted(actor, one) for one in told.cuts]
    chosen = {
        one.key: Chosen(box=cut.box) for one, cut in zip(wanted, told.cuts, strict=True) if cut.box
    }
    made = actions.fit_asset(actor, asset, wanted, chosen=chosen, focus=told.focus)
    return Status(
        201,
        [
            CutOut(
                channel=cut.channel,
                format=cut.format,
                box=(*one.plan.box,),
                asset=AssetOut.from_orm(one.asset) if one.asset else None,
                flattened=one.flattened,
                refused=one.refused,
                mend=one.mend,
            )
            for cut, one in zip(told.cuts, made, strict=True)
        ],
    )


def _wanted(actor: Actor, cut: CutIn) -> Wanted:
    if not cut.channel:
        return for_shape(cut.format)
    channel = brands.channel(actor, cut.channel)
    wanted = queries.wanted_by(channel)
    if not wanted:
        raise Invalid(f"{channel.name} takes no pictures.", mend="Leave it out.", code="fit")
    return wanted
