"""Asking links: what they answer, and where nobody is asked."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings

from aboveboard.check import tasks
from aboveboard.check.models import LinkAnswer
from aboveboard.check.queries import answers
from aboveboard.check.rules import Answer
from aboveboard.check.tasks import ask_links


class Server(ThreadingHTTPServer):
    """Answers with the status that the path names; /slow waits, /away leads elsewhere."""

    daemon_threads = True
    seen: list[str]
    release: threading.Event

    def url(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.seen.append(self.path)
        if self.path == "/slow":
            self.server.release.wait(10)
            return
        if self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 100_000)
            self.server.release.wait(10)
            return
        if self.path == "/broken":
            self.wfile.write(b"nonsense\r\n\r\n")
            return
        away = self.path == "/away"
        self.send_response(302 if away else int(self.path[1:] or 200))
        if away:
            self.send_header("Location", "http://169.254.169.254/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with Server(("127.0.0.1", 0), _Handler) as running:
        running.seen, running.release = [], threading.Event()
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        host = frozenset({f"127.0.0.1:{running.server_port}"})
        monkeypatch.setattr(settings, "ALLOW_HOSTS", host)
        yield running
        running.release.set()
        running.shutdown()
        thread.join()


def ask(*links: str) -> dict[str, Answer]:
    async_to_sync(ask_links.func)(list(links))
    return answers(links)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "ok", "why"),
    [
        ("", True, ""),
        ("204", True, ""),
        ("away", True, ""),
        ("401", True, "It answers 401"),
        ("429", True, "It answers 429"),
        ("404", False, "It answers 404."),
        ("410", False, "It answers 410."),
        ("500", False, "It answers 500."),
        ("broken", False, "cannot be reached"),
        ("endless", True, ""),
    ],
)
def test_what_a_link_answers(server: Server, path: str, ok: bool, why: str) -> None:
    link = server.url(path)
    found = ask(link)[link]
    assert found.ok is ok
    assert why in found.why
    # Redirects are not followed, and each link is asked once.
    assert server.seen == [f"/{path}"]


@pytest.mark.django_db
def test_a_slow_server_holds_nobody_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "SECONDS", 0.3)
    links = [server.url("slow"), server.url("")]
    found = ask(*links)
    assert [found[link].ok for link in links] == [False, True]
    assert "No answer within" in found[links[0]].why


@pytest.mark.django_db
def test_private_addresses_are_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset())
    links = [
        server.url(),
        server.url().replace("127.0.0.1", "localhost"),
        server.url().replace("127.0.0.1", "[::ffff:127.0.0.1]"),
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
    ]
    found = ask(*links)
    assert {found[link].why for link in links} == {"It leads to a private address."}
    assert server.seen == []


@pytest.mark.django_db
def test_links_that_are_none() -> None:
    odd = ["http://a..b/", "https://xn--/", "nowhere.invalid", "http://" + "a" * 64 + ".example/"]
    found = ask(*odd)
    assert [found[link].ok for link in odd] == [False] * 4
    assert all(found[link].why for link in odd)


@pytest.mark.django_db
def test_a_bare_host_is_asked_as_a_reader_would(server: Server) -> None:
    bare = f"127.0.0.1:{server.server_port}/404"
    # Over https, which this server does not speak; it is no fault of its spelling.
    assert "cannot be reached" in ask(bare)[bare].why


@pytest.mark.django_db
def test_many_links_at_once(server: Server) -> None:
    links = [server.url("200")] * 5 + [server.url(str(200 + n)) for n in range(30)]
    ask(*links)
    assert LinkAnswer.objects.count() <= tasks.MOST
    async_to_sync(ask_links.func)([])
