"""The masthead's way to the public record of the brand one works on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from aboveboard.faces.web.studio import Desk, page


@page
@require_GET
def record(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Open the public record."""
    return redirect("public_record", desk.brand.slug)
