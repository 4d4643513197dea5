"""Plain text as simple HTML, for networks that want it, and HTML's words back as text."""

import html

import regex

from aboveboard.channels.counting import urls

_BLANK = regex.compile(r"\n\s*\n")
_TAG = regex.compile(r"<[^>]*>")
_COMMENT = regex.compile(r"<!--.*?-->", regex.DOTALL)


def paragraphs(text: str) -> list[str]:
    """The inside of each paragraph: line breaks kept, links made to be followed."""
    return [_marked(block.strip("\n")) for block in _BLANK.split(text) if block.strip()]


def words_of(markup: str) -> list[str]:
    """The words of some HTML in their order, without its marks."""
    shown = _TAG.sub(" ", _COMMENT.sub(" ", markup))
    return html.unescape(shown).split()


def same_words(markup: str, text: str) -> bool:
    """Whether some HTML says what `paragraphs` makes of a text."""
    return words_of(markup) == words_of(" ".join(paragraphs(text)))


def _marked(block: str) -> str:
    parts, end = [], 0
    for start, stop in urls(block):
        url = html.escape(block[start:stop])
        parts += [html.escape(block[end:start]), f'<a href="{url}">{url}</a>']
        end = stop
    parts.append(html.escape(block[end:]))
    return "".join(parts).replace("\n", "<br>")
