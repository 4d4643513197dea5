"""Text becomes HTML without letting anything of it become markup."""

from html.parser import HTMLParser

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.faces.web.public.words import opening, paragraphs, short, trimmed

_PIECES = [
    *("<script>", "</p>", '"', "'", "&amp;", "<img src=x onerror=alert(1)>", "javascript:x"),
    *("https://a.example/?q=<b>", 'http://a.example/"onclick="x', "https://", "\n", "\n\n"),
    *("http://[::1", "https://user:word@a.example/", "שלום", "a\u0301", " ", "]]>", "--"),
]
markup = st.lists(
    st.sampled_from(_PIECES) | st.text(max_size=12),
    max_size=12,
).map("".join)


class Seen(HTMLParser):
    """What tags and attributes a browser would make of it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets += [value or "" for name, value in attrs if name == "href"]


@given(markup)
def test_only_paragraphs_breaks_and_web_links_come_out(text: str) -> None:
    seen = Seen()
    seen.feed(paragraphs(text, {}))
    assert seen.tags <= {"p", "br", "a"}
    assert seen.attributes <= {"dir", "href", "rel"}
    assert all(target.startswith(("http://", "https://")) for target in seen.targets)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_no_word_is_lost(text: str) -> None:
    if "http" in text:
        return
    shown = BeautifulSoup(paragraphs(text, {}), "html.parser").get_text()
    assert shown == text.strip()


def test_paragraphs_and_lines_stay() -> None:
    assert paragraphs("One.\nTwo.\n\n\nThree.", {}) == (
        '<p dir="auto">One.<br>Two.</p><p dir="auto">Three.</p>'
    )


def test_a_known_link_leads_through_us_and_shows_where_it_leads() -> None:
    url = "https://www.brackwater.example/shop/?utm_source=site"
    found = paragraphs(f"See {url}.", {url: "/l/abc"}, base="https://studio.example")
    assert found == (
        '<p dir="auto">See <a href="https://studio.example/l/abc" rel="noopener">'
        "brackwater.example/shop</a>.</p>"
    )


def test_an_address_ends_where_the_sentence_goes_on() -> None:
    assert trimmed("https://a.example/b).") == "https://a.example/b"
    assert trimmed("https://a.example/b_(c)") == "https://a.example/b_(c)"
    assert trimmed("https://a.example/b?!") == "https://a.example/b"
    assert len(short("https://a.example/" + "b" * 200)) == 60


def test_an_address_with_a_name_and_password_is_no_link() -> None:
    assert "<a" not in paragraphs("https://brackwater.example@evil.example/", {})


@given(st.text(max_size=4_000))
def test_an_opening_is_short_and_a_beginning(text: str) -> None:
    kept, is_all = opening(text, 100)
    assert len(kept) <= 153
    assert is_all == (kept == text)
