"""The pages' own files: WhiteNoise, in a way that fits an ASGI server."""

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import Redirect, StaticFile


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Answers with a file's bytes at once.

    WhiteNoise streams by a synchronous iterator, which Django warns of under ASGI and reads into
    memory whole; our largest file is a font of some tens of kilobytes.
    """

    @staticmethod
    def serve(static_file: StaticFile | Redirect, request: HttpRequest) -> HttpResponse:
        found = static_file.get_response(request.method, request.META)
        content = b""
        if found.file is not None:
            with found.file as file:
                content = file.read()
        response = HttpResponse(content, status=int(found.status))
        del response.headers["Content-Type"]
        for name, value in found.headers:
            response.headers[name] = value
        return response
