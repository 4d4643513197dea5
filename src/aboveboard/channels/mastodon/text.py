"""How Mastodon counts a text, and whether a status it shows is the text we sent."""

import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote

import regex

from aboveboard.channels.counting import graphemes, urls

# The local and the remote part of a mention; only the local part counts.
# Source: mastodon/documentation, user/posting; app/models/account.rb (MENTION_RE).
_USER = r"[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*"
_MENTION = regex.compile(
    rf"(?<![=/\w])@({_USER})(?:@\w+(?:[.-]+\w+)*)", regex.IGNORECASE | regex.UNICODE
)
# Source: config/initializers/twitter_regex.rb (valid_url_query_ending_chars).
_QUERY_END = regex.compile(r"[^\w&=#/?-]+$")
_NOT_WORDS = regex.compile(r"[^\p{L}\p{N}\p{M}]+")
_SPACE = regex.compile(r"[\s\p{Cf}]+")
_BLOCKS = frozenset({"p", "br", "div", "li", "blockquote", "pre", "h1", "h2", "h3"})


def length(text: str, url_length: int | None) -> int:
    """The length that counts towards the limit, in grapheme clusters.

    A URL counts `url_length` whatever its length (None: as written), and of a mention
    only `@name`, not the server.
    """
    counted = 0
    plain: list[str] = []
    end = 0
    for start, stop in urls(text) if url_length is not None else ():
        plain.append(text[end:start])
        counted += url_length or 0
        end = start + len(_counted_url(text[start:stop]))
    plain.append(text[end:])
    return counted + sum(graphemes(_MENTION.sub(r"@\1", piece)) for piece in plain)


def _counted_url(url: str) -> str:
    """The URL as the server sees it: its query does not end in a bracket or a full stop."""
    return _QUERY_END.sub("", url) if "?" in url else url


def strict_key(text: str) -> str:
    """A form in which a text and the HTML made of it are equal: no spaces, no servers of
    mentions, URLs decoded."""
    text = unicodedata.normalize("NFC", text)
    pieces, end = [], 0
    for start, stop in urls(text):
        pieces += [_MENTION.sub(r"@\1", text[end:start]), _url_key(text[start:stop])]
        end = stop
    pieces.append(_MENTION.sub(r"@\1", text[end:]))
    return _SPACE.sub("", "".join(pieces))


def loose_key(text: str) -> str:
    """Letters and digits only, for servers that read the text as Markdown or draw smileys.

    A text without any falls back to the strict form.
    """
    return _NOT_WORDS.sub("", strict_key(text)).casefold() or strict_key(text)


def shown_text(html: str) -> str:
    """The text of a status' HTML; a shortened link becomes the address it leads to."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.text)


def _url_key(url: str) -> str:
    url = unquote(url).removesuffix("/")
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    try:
        host = host.encode("ascii").decode("idna")
    except UnicodeError:
        host = host.casefold()
    return f"{scheme.casefold()}://{host.casefold()}{slash}{path}"


class _Reader(HTMLParser):
    """Collects text; inside a plain link, its address in place of its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._in_link = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.text.append("\n")
        if tag == "a":
            found = dict(attrs)
            kinds = (found.get("class") or "").split()
            href = found.get("href") or ""
            self._in_link = bool(href) and not {"mention", "hashtag"} & set(kinds)
            if self._in_link:
                self.text.append(href)
        if tag == "img":
            self.text.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._in_link = False

    def handle_data(self, data: str) -> None:
        if not self._in_link:
            self.text.append(data)
