"""The page that makes clips of a video: asked for, followed, stopped; and its covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Channel
from aboveboard.channels.base import Limits
from aboveboard.create import actions, queries
from aboveboard.create.assets.clipping import ClipFields
from aboveboard.create.models import Asset, Clip
from aboveboard.create.tasks import begin_making
from aboveboard.faces.web.clips.forms import ClipForm, Moment, clock, initial
from aboveboard.faces.web.events import stream
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.faces.web.told import error_told
from aboveboard.kernel.errors import Invalid, NotFound
from aboveboard.media.clips.cutting import Piece
from aboveboard.media.clips.subtitles import FAST, NotSubtitles, parse, remarks, retimed, srt, vtt
from aboveboard.people.rules import Right

SHOWN = 30
STAGES = {
    "scenes": gettext_noop("Looking for scenes"),
    "subject": gettext_noop("Looking for the subject"),
    "measuring": gettext_noop("Measuring the sound"),
    "encoding": gettext_noop("Writing the clip"),
    "checking": gettext_noop("Checking the clip"),
}


@dataclass(frozen=True)
class Place:
    """A channel that takes videos, and whether this one fits there as it is."""

    channel: Channel
    limits: Limits
    too_long: bool
    too_large: bool


@page
@require_http_methods(["GET", "POST"])
def clip(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponseBase:
    """Player, marks and wishes for one video; what is posted here is asked for."""
    video = _video(desk, asset_id)
    places = list(_places(video))
    last = queries.clips(video).first()
    told = ClipFields.from_json(last.wanted) if last else ClipFields(language=desk.brand.language)
    fields = initial(told) | (
        {"channels": request.GET.getlist("for")} if "for" in request.GET else {}
    )
    sent = request.method == "POST"
    form = ClipForm(request.POST, request.FILES) if sent else ClipForm(initial=fields)
    form.fields["channels"].choices = [  # type: ignore[attr-defined]
        (str(place.channel.pk), place.channel.name) for place in places
    ]
    if sent and not desk.actor.may(Right.write):
        actions.ask_clip(desk.actor, asset_id, ClipFields())
    if sent and form.is_valid():
        asked = tried(form, lambda: actions.ask_clip(desk.actor, asset_id, form.fields_told()))
        if asked:
            begin_making(asked.pk)
            return redirect(f"{reverse('clip', args=[video.pk])}#clips")
    chosen = form["channels"].value() or []
    context = {
        "video": video,
        "form": form,
        "places": [(place, str(place.channel.pk) in chosen) for place in places],
        "clips": queries.clips(video)[:SHOWN],
        "fast": FAST,
    }
    return show(request, desk, "clips/clip.html", context, section="assets")


@page
@require_GET
def made(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """The clips made of a video, as a part of its page."""
    context = {
        "clips": queries.clips(_video(desk, asset_id))[:SHOWN],
        "may_write": desk.actor.may(Right.write),
    }
    return render(request, "clips/_clips.html", context)


@page
@require_POST
def stop(request: HttpRequest, desk: Desk, clip_id: UUID) -> HttpResponse:
    """Stop a clip; its page hears of it by the events."""
    stopped = actions.stop_clip(desk.actor, clip_id)
    if getattr(request, "htmx", False):
        return HttpResponse(status=204)
    return redirect("clip", stopped.source_id)


@page
@require_GET
def events(request: HttpRequest, desk: Desk, clip_id: UUID) -> HttpResponseBase:
    """Server-sent events until the clip is there, or is not going to be."""
    queries.clip(desk.actor, clip_id)

    def look(_waited: float) -> dict[str, Any]:
        now = Clip.objects.only("state", "stage", "done").get(pk=clip_id)
        going = now.is_going
        far = _("%(n)d %% done. You may leave this page.") % {"n": now.done}
        return {
            "state": "going" if going else now.state,
            "what": _(STAGES[now.stage]) if now.stage in STAGES else _("Waiting for its turn"),
            "far": far if now.state == "running" else _("You may leave this page."),
            "done": now.done,
            "total": 100,
        }

    return stream(look)


@page
@require_GET
def subtitles(request: HttpRequest, desk: Desk, clip_id: UUID, kind: str) -> HttpResponse:
    """A clip's subtitles in its own time, as SRT or WebVTT."""
    one = queries.clip(desk.actor, clip_id)
    words = one.wanted.get("subtitles", "")
    if one.state != "done" or not words.strip():
        raise NotFound("This clip has no subtitles.", mend="Make one with them.")
    pieces = [Piece(part["start"], part["end"]) for part in one.made.get("pieces", ())]
    cues = retimed(parse(words), pieces)
    text, mime = (vtt(cues), "text/vtt") if kind == "vtt" else (srt(cues), "application/x-subrip")
    answer = HttpResponse(text, content_type=f"{mime}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="subtitles.{kind}"'
    return answer


@page
@require_POST
def check_subtitles(request: HttpRequest, desk: Desk, asset_id: UUID) -> JsonResponse:
    """The cues of what stands in the editor, what is odd about them, or what is wrong."""
    _video(desk, asset_id)
    try:
        cues = parse(request.POST.get("text", ""))
    except NotSubtitles as error:
        return JsonResponse({"wrong": error_told(error), "cues": [], "remarks": []})
    said = [_remark(one.kind, one.number, one.figure) for one in remarks(cues)]
    told = [{"start": cue.start, "end": cue.end, "text": cue.text} for cue in cues]
    speeds = [cue.speed for cue in cues]
    sums = _("%(count)d subtitles, %(speed)d characters a second at the most") % {
        "count": len(cues),
        "speed": round(max(speeds)),
    }
    return JsonResponse({"wrong": "", "cues": told, "remarks": said[:20], "sums": sums})


def _remark(kind: str, number: int, figure: float) -> str:
    if kind == "overlap":
        said = _("Number %(number)d goes on %(figure)s s into the next.")
    else:
        said = _("Number %(number)d has %(figure)s characters a second; many cannot read along.")
    return said % {"number": number, "figure": f"{figure:g}"}


@page
@require_POST
def cover(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """Keep a picture of the video as an asset of its own."""
    queries.asset(desk.actor, asset_id)
    told = Moment().to_python(request.POST.get("at", ""))
    if told is None:
        raise Invalid("This is no time.", mend="Write seconds, or 1:15.5.", code="time")
    exact = request.POST.get("exact") == "on"
    kept = actions.keep_cover(desk.actor, asset_id, told, sharpest=not exact)
    second = clock(kept.recipe["at"])
    messages.success(request, _("The picture at %(at)s s is kept in the assets.") % {"at": second})
    return redirect("clip", asset_id)


def _video(desk: Desk, asset_id: UUID) -> Asset:
    video = queries.asset(desk.actor, asset_id)
    if not video.is_video:
        raise NotFound("A clip is made of a video.", mend="Choose one in the assets.")
    return video


def _places(video: Asset) -> Sequence[Place]:
    found = []
    for channel in brands.channels(video.brand_id):
        limits = queries.limits_of(channel)
        if limits.videos:
            found.append(
                Place(
                    channel=channel,
                    limits=limits,
                    too_long=bool(limits.video_seconds and video.seconds > limits.video_seconds),
                    too_large=bool(limits.video_bytes and video.size > limits.video_bytes),
                )
            )
    return found
