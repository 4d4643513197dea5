"""Server-sent events: what a piece of longer work has to tell, until it ends."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _

LOOK_EVERY, LONGEST = 0.5, 600.0


def stream(look: Callable[[float], dict[str, Any]]) -> StreamingHttpResponse:
    """What `look` tells twice a second (it gets the seconds so far) until `state` is not going.

    Keys are those of static/js/progress.js: what, far, done, total, state, next, text.
    """
    answer = StreamingHttpResponse(_told(look), content_type="text/event-stream")
    answer.headers["Cache-Control"] = "no-store"
    # A proxy in front must not collect the events.
    answer.headers["X-Accel-Buffering"] = "no"
    return answer


def following(
    known: QuerySet[Any], doing: Callable[[], str], *, hears: bool = False
) -> StreamingHttpResponse:
    """What a model that was asked is at, until its row is not `asked` any more.

    `known` holds that one row; `doing` is what is said of its %(model)s. With `hears` its text is
    told as far as it is written.
    """
    fields = ("state", "model", "text") if hears else ("state", "model")

    def look(waited: float) -> dict[str, Any]:
        state, model, *text = known.values_list(*fields).get()
        return {
            "state": "going" if state == "asked" else "done",
            **({"text": text[0]} if hears else {}),
            "what": doing() % {"model": model},
            "far": _("%(seconds)d s. You may leave this page.") % {"seconds": waited},
        }

    return stream(look)


async def _told(look: Callable[[float], dict[str, Any]]) -> AsyncIterator[str]:
    waited = 0.0
    while waited < LONGEST:
        news = await sync_to_async(look)(waited)
        yield f"data: {json.dumps(news)}\n\n"
        if news["state"] != "going":
            return
        await asyncio.sleep(LOOK_EVERY)
        waited += LOOK_EVERY
