"""Plain text as simple HTML, for networks that want it, and HTML's words back as text."""

import html

import regex

from aboveboard.channels.counting import urls

_BLANK = regex.compile(r"\n\s*\n")
_BREAK = regex.compile(r"</(?:p|div|li|figure|blockquote|h\d)>|<br[^>]*>", regex.IGNORECASE)
_TAG = regex.compile(r"<[^>]*>")
_COMMENT = regex.compile(r"<!--.*?-->", regex.DOTALL)


def paragraphs(text: str) -> list[str]:
    """The inside of each paragraph: line breaks kept, links made to be followed."""
    return [_marked(block.strip("\n")) for block in _BLANK.split(text) if block.strip()]


def text_of(markup: str) -> str:
    """The words of some HTML without its marks, a line for each paragraph."""
    shown = _TAG.sub("", _BREAK.sub("\n", _COMMENT.sub("", markup)))
    lines = (" ".join(line.split()) for line in html.unescape(shown).splitlines())
    return "\n".join(line for line in lines if line)


def same_words(markup: str, text: str) -> bool:
    """Whether some HTML says what `paragraphs` makes of a text."""
    made = "".join(f"<p>{one}</p>" for one in paragraphs(text))
    return text_of(markup).split() == text_of(made).split()


def _marked(block: str) -> str:
    parts, end = [], 0
    for start, stop in urls(block):
        url = html.escape(block[start:stop])
        parts += [html.escape(block[end:start]), f'<a href="{url}">{url}</a>']
        end = stop
    parts.append(html.escape(block[end:]))
    return "".join(parts).replace("\n", "<br>")
