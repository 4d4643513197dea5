"""Following a file on its way into the knowledge, and stopping it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from aboveboard.brand import actions, queries
from aboveboard.faces.web.events import stream
from aboveboard.faces.web.studio import Desk, page


@page
@require_GET
def events(request: HttpRequest, desk: Desk, upload_id: UUID) -> HttpResponseBase:
    """How far the reading is, until it ends."""
    queries.upload(desk.actor, upload_id)

    def look(waited: float) -> dict[str, Any]:
        upload = queries.upload(desk.actor, upload_id)
        far = _("Passage %(done)d of %(total)d") % {"done": upload.done, "total": upload.total}
        facts = ngettext("%(n)d fact so far", "%(n)d facts so far", upload.found)
        return {
            "state": "going" if upload.state == "reading" else "done",
            "what": _("Reading %(name)s") % {"name": upload.name},
            "far": f"{far}, {facts % {'n': upload.found}}. " + _("You may leave this page."),
            "done": upload.done,
            "total": upload.total,
        }

    return stream(look)


@page
@require_POST
def stop(request: HttpRequest, desk: Desk, upload_id: UUID) -> HttpResponse:
    """Stop the reading; what the brand knew before stays."""
    actions.stop_upload(desk.actor, upload_id)
    return redirect("knowledge")
