"""A picture's page on which it is made to fit: every channel side by side, each with its cut."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from aboveboard.brand import queries as brands
from aboveboard.create import actions, queries
from aboveboard.create.actions import Chosen
from aboveboard.create.assets.fits import COMMON, Plan, Shape, Wanted, for_shape
from aboveboard.create.models import Asset
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.faces.web.told import told

_BOX = re.compile(r"(-?\d{1,6}),(-?\d{1,6}),(-?\d{1,6}),(-?\d{1,6})")
_SHAPE = re.compile(r"(\d{1,6})x(\d{1,6})")


@dataclass(frozen=True)
class Cut:
    """One of the cuts on the page. `network` is "" for a shape that stands for itself."""

    plan: Plan
    network: str
    as_it_is: bool
    made: Asset | None

    @property
    def key(self) -> str:
        return self.plan.wanted.key

    @property
    def box(self) -> str:
        return ",".join(map(str, self.plan.box))

    @property
    def chosen(self) -> str:
        return _named(self.plan.shape)

    @property
    def shapes(self) -> list[tuple[str, str]]:
        """Values and words of the shapes to choose from."""
        own = [] if self.plan.shape in self.plan.wanted.shapes else [self.plan.shape]
        return [(_named(shape), _words(shape)) for shape in (*own, *self.plan.wanted.shapes)]

    @property
    def kinds(self) -> str:
        return ", ".join(mime.partition("/")[2].upper() for mime in self.plan.wanted.mimes)

    @property
    def megabytes(self) -> float:
        return self.plan.wanted.most / 1e6


@page
@require_http_methods(["GET", "POST"])
def fit(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponseBase:
    """Where a picture is cut for each channel; what is chosen is made and kept beside it."""
    asset = queries.asset(desk.actor, asset_id)
    wanted = _wanted(asset)
    if request.method == "POST":
        names = set(request.POST.getlist("for"))
        ours = [one for one, _network in wanted if one.key in names]
        chosen = {one.key: _chosen(request, one.key) for one in ours}
        _tell(request, actions.fit_asset(desk.actor, asset.pk, ours, chosen=chosen), asset)
        return redirect("fit", asset.pk)
    made = list(queries.fits_of(asset))
    context = {
        "asset": asset,
        "cuts": list(_cuts(asset, wanted, made)),
        "focus": actions.focus_of(asset)[0],
        "by": asset.focus.get("by", ""),
        "made": made[:24],
    }
    return show(request, desk, "library/fit.html", context, section="assets")


def _wanted(asset: Asset) -> list[tuple[Wanted, str]]:
    """The brand's channels that take pictures, then the common shapes."""
    known = [(queries.wanted_by(one), one.network) for one in brands.channels(asset.brand_id)]
    ours = [(one, network) for one, network in known if one]
    return ours + [(for_shape(f"{w}:{h}"), "") for w, h in COMMON]


def _cuts(asset: Asset, wanted: list[tuple[Wanted, str]], made: list[Asset]) -> Iterator[Cut]:
    """Each as it was chosen last in that shape, else as it is proposed."""
    known = {tuple(one.recipe["shape"]): one for one in reversed(made)}
    plans = actions.plans_for(asset, [one for one, _network in wanted])
    chosen = {
        one.wanted.key: Chosen(shape=one.shape, box=tuple(known[one.shape].recipe["box"]))
        for one in plans
        if one.shape in known
    }
    plans = actions.plans_for(asset, [one for one, _network in wanted], chosen=chosen)
    for one, (_wanted_by, network) in zip(plans, wanted, strict=True):
        fits = one.leaves(asset.width, asset.height, asset.mime, asset.size)
        there = next((asset for asset in made if _is_made(asset, one)), None)
        yield Cut(one, network, fits, there)


def _is_made(asset: Asset, one: Plan) -> bool:
    """Whether what the plan would make is there already."""
    return (
        asset.recipe["box"] == [*one.box]
        and (asset.width, asset.height) == (one.width, one.height)
        and asset.mime in one.wanted.mimes
        and asset.size <= one.wanted.most
    )


def _chosen(request: HttpRequest, key: str) -> Chosen:
    """What was chosen; what cannot be read counts as not chosen."""
    shape = _SHAPE.fullmatch(request.POST.get(f"shape-{key}", ""))
    box = _BOX.fullmatch(request.POST.get(f"box-{key}", ""))
    width, height = map(int, shape.groups()) if shape else (0, 0)
    left, top, right, bottom = map(int, box.groups()) if box else (0, 0, 0, 0)
    return Chosen(
        shape=(width, height) if width and height else None,
        box=(left, top, right, bottom) if left < right and top < bottom else None,
    )


def _tell(request: HttpRequest, fits: list[actions.Fit], asset: Asset) -> None:
    """How many were made, which fit as they are, and what could not be done."""
    made = {one.asset.pk for one in fits if one.asset and one.asset != asset}
    if made:
        said = _("Made and kept beside the original: %(n)d.")
        messages.success(request, said % {"n": len(made)})
    same = [one.plan.wanted.title for one in fits if one.asset == asset]
    if same:
        messages.info(request, _("It fits as it is: %(names)s.") % {"names": ", ".join(same)})
    for one in fits:
        if one.refused:
            where = one.plan.wanted.title
            messages.error(request, f"{where}: {told(f'{one.refused} {one.mend}')}")


def _named(shape: Shape) -> str:
    return f"{shape[0]}x{shape[1]}"


def _words(shape: Shape) -> str:
    """A shape in the words of the trade: 4:5, or 1.91:1."""
    width, height = shape
    for w, h in ((1, 1), (4, 5), (5, 4), (2, 3), (3, 2), (3, 4), (4, 3), (9, 16), (16, 9)):
        if abs(width / height - w / h) < 0.005:
            return f"{w}:{h}"
    return f"{width / height:.2f}:1" if width > height else f"1:{height / width:.2f}"
