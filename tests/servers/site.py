"""A site with pages that say much, little or nothing of themselves, for what reads links."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image


def _picture(width: int, height: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", (width, height), "#2f4a52").save(made, "PNG")
    return made.getvalue()


HTML = "text/html; charset=utf-8"
PAGES: dict[str, tuple[int, str, bytes]] = {
    "/open": (
        200,
        HTML,
        b'<html><head><title>Not this</title><meta property="og:title" content="Salt\n  &amp; sun">'
        b'<meta property="og:description" content="Raked in June."><meta property="og:image" '
        b'content="/rake.png"></head></html>',
    ),
    "/plain": (
        200,
        HTML,
        '<title>Zout & zon – ñ</title><meta name="description" content="x">'.encode(),
    ),
    "/untitled": (200, HTML, b"<p>Nothing</p>"),
    "/moved": (301, "", b"/open"),
    "/loop": (302, "", b"/loop"),
    "/gone": (404, HTML, b"<title>Not found</title>"),
    "/paper": (200, "application/pdf", b"%PDF-1.7"),
    "/rake.png": (200, "image/png", _picture(2_400, 1_200)),
    "/long": (200, HTML, b"<title>Long</title>" + b"<p>salt</p>" * 200_000),
    "/odd": (200, HTML, b'<title>Odd</title><meta property="og:image" content="http://[x">'),
    "/broken": (200, HTML, b'<title>Broken</title><meta property="og:image" content="/not.png">'),
    "/not.png": (200, "image/png", b"\x89PNG\r\n\x1a\nnot a picture"),
    "/wordy": (200, HTML, b"<title>" + b"salt " * 200 + b"</title>"),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, content = PAGES[self.path.partition("?")[0]]
        self.send_response(status)
        if not kind:
            self.send_header("Location", content.decode())
            content = b""
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is told of each request."""


@contextmanager
def serve() -> Iterator[str]:
    """A site on loopback; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
