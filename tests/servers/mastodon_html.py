"""What Mastodon makes of a text: its HTML, and the length it counts.

Written apart from the adapter, so that a mistake on one side shows on the other. Source:
app/lib/text_formatter.rb and app/validators/status_length_validator.rb of mastodon/mastodon.
"""

import html
import re

import regex

# Brackets belong to a path when they are in pairs, to a query never at its end
# (config/initializers/twitter_regex.rb).
_PATH = r"[\w!*';:=+,.$/%#\[\]~&|@-]"
_ENTITY = re.compile(
    r"(?P<url>(?<![\w@/.])https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?"
    rf"(?:/(?:{_PATH}|\({_PATH}*\))*(?<=[\w=#/+)-]))?"
    r"(?:\?[\w!?*'();:&=+$/%#\[\].,~|@-]*[\w&=#/-])?)"
    r"|(?<![=/\w])@(?P<user>\w+)@(?P<host>[\w.-]*\w)"
    r"|(?<![=/\w&#])#(?P<tag>\w*[^\W\d]\w*)"
)
URL_LENGTH = 23
_SHOWN = 30


def length(text: str) -> int:
    """Grapheme clusters; a URL counts 23, of a mention only @name."""
    counted = _ENTITY.sub(
        lambda m: "x" * URL_LENGTH if m["url"] else f"@{m['user']}" if m["user"] else m[0], text
    )
    return len(regex.findall(r"\X", counted))


def render(text: str) -> str:
    """The HTML of a status: paragraphs, line breaks, shortened links, mentions, tags."""
    paragraphs = re.split(r"\n{2,}", text.strip().replace("\r\n", "\n"))
    return "".join(f"<p>{_inline(p)}</p>" for p in paragraphs).replace("\n", "<br />")


def _inline(text: str) -> str:
    out, end = [], 0
    for match in _ENTITY.finditer(text):
        out.append(html.escape(text[end : match.start()], quote=True))
        out.append(_entity(match))
        end = match.end()
    out.append(html.escape(text[end:], quote=True))
    return "".join(out)


def _entity(match: re.Match[str]) -> str:
    if url := match["url"]:
        start = re.match(r"https?://(?:www\.)?", url)
        prefix = start[0] if start else ""
        shown, rest = url[len(prefix) :][:_SHOWN], url[len(prefix) + _SHOWN :]
        return (
            f'<a href="{html.escape(url)}" rel="nofollow noopener" translate="no" target="_blank">'
            f'<span class="invisible">{html.escape(prefix)}</span>'
            f'<span class="{"ellipsis" if rest else ""}">{html.escape(shown)}</span>'
            f'<span class="invisible">{html.escape(rest)}</span></a>'
        )
    if user := match["user"]:
        return (
            f'<span class="h-card" translate="no"><a href="https://{match["host"]}/@{user}" '
            f'class="u-url mention">@<span>{user}</span></a></span>'
        )
    tag = match["tag"]
    return (
        f'<a href="https://loopback.example/tags/{tag.lower()}" class="mention hashtag" '
        f'rel="tag">#<span>{tag}</span></a>'
    )
