"""The site as feeds: Atom (RFC 4287) and JSON Feed 1.1, with WebSub's links.

https://www.jsonfeed.org/version/1.1/ and https://www.w3.org/TR/websub/. Every entry is named by
its delivery's id, which stays when the studio's address changes.
"""

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as etree

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from aboveboard.brand.models import Brand
from aboveboard.disclose.rules import in_record
from aboveboard.faces.web.public.shown import Entry, absolute
from aboveboard.faces.web.public.words import paragraphs

ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 (section 2.2) has no way to hold.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PICTURE = '<p><img src="{}" alt="{}" width="{}" height="{}"></p>'
_VIDEO = '<p><video controls src="{}" aria-label="{}" width="{}" height="{}"></video></p>'


def hub() -> str:
    """The WebSub hub that is told of new posts, or nothing."""
    return str(getattr(settings.ABOVEBOARD, "websub_hub", "") or "")


def link_header(url: str) -> str:
    """The header in which WebSub looks for hub and topic."""
    links = [f'<{url}>; rel="self"']
    if hub():
        links.insert(0, f'<{hub()}>; rel="hub"')
    return ", ".join(links)


def atom(brand: Brand, posts: Sequence[Entry], changed_at: datetime) -> bytes:
    """The newest posts as Atom."""
    feed = etree.Element("feed", {"xmlns": ATOM, "xml:lang": brand.language})
    _add(feed, "id", f"urn:uuid:{brand.id}")
    _add(feed, "title", brand.name)
    if brand.about:
        _add(feed, "subtitle", brand.about)
    _add(feed, "updated", _moment(changed_at))
    _author(feed, brand)
    _add(feed, "generator", "Aboveboard")
    _link(feed, "self", absolute(reverse("public_atom", args=[brand.slug])), "application/atom+xml")
    _link(feed, "alternate", absolute(reverse("public_site", args=[brand.slug])), "text/html")
    if hub():
        _link(feed, "hub", hub())
    for post in posts:
        _entry(feed, post)
    return bytes(etree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _entry(feed: etree.Element, post: Entry) -> None:
    entry = etree.SubElement(feed, "entry", {"xml:lang": post.language})
    _add(entry, "id", post.urn)
    _add(entry, "title", post.title)
    _add(entry, "published", _moment(post.sent_at))
    _add(entry, "updated", _moment(post.updated_at))
    _link(entry, "alternate", absolute(post.url), "text/html")
    _link(entry, "related", absolute(post.record), "text/html")
    for picture in post.pictures:
        link = _link(entry, "enclosure", absolute(picture.url), picture.mime)
        link.set("length", str(picture.size))
        link.set("title", _clean(picture.alt))
    label = _add(entry, "category", "")
    label.set("scheme", absolute("/record/labels"))
    label.set("term", post.label.kind)
    label.set("label", in_record(post.label.kind, post.language))
    _add(entry, "content", as_html(post)).set("type", "html")


def _add(parent: etree.Element, name: str, text: str) -> etree.Element:
    element = etree.SubElement(parent, name)
    element.text = _clean(text) or None
    return element


def _author(feed: etree.Element, brand: Brand) -> None:
    author = _add(feed, "author", "")
    _add(author, "name", brand.name)
    _add(author, "uri", absolute(reverse("public_site", args=[brand.slug])))


def _link(parent: etree.Element, rel: str, href: str, kind: str = "") -> etree.Element:
    link = _add(parent, "link", "")
    link.set("rel", rel)
    link.set("href", href)
    if kind:
        link.set("type", kind)
    return link


def json_feed(brand: Brand, posts: Sequence[Entry]) -> bytes:
    """The newest posts as JSON Feed; `_aboveboard` says how each was made."""
    home = absolute(reverse("public_site", args=[brand.slug]))
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": brand.name,
        "home_page_url": home,
        "feed_url": absolute(reverse("public_json", args=[brand.slug])),
        "language": brand.language,
        "authors": [{"name": brand.name, "url": home}],
        **({"description": brand.about} if brand.about else {}),
        **({"hubs": [{"type": "WebSub", "url": hub()}]} if hub() else {}),
        "items": [_item(brand, post) for post in posts],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(brand: Brand, post: Entry) -> dict[str, object]:
    attachments = [
        {
            "url": absolute(picture.url),
            "mime_type": picture.mime,
            "title": picture.alt,
            "size_in_bytes": picture.size,
        }
        for picture in post.pictures
    ]
    images = [absolute(picture.url) for picture in post.pictures if not picture.is_video]
    return {
        "id": post.urn,
        "url": absolute(post.url),
        "title": post.title,
        "content_html": as_html(post),
        "content_text": "\n\n".join((*post.parts, post.said)),
        "language": post.language,
        "date_published": _moment(post.sent_at),
        "date_modified": _moment(post.updated_at),
        **({"image": images[0]} if images else {}),
        **({"attachments": attachments} if attachments else {}),
        "_aboveboard": {
            "about": absolute(reverse("public_record", args=[brand.slug])),
            "record": absolute(post.record),
            "label": {
                "kind": post.label.kind,
                "text": post.said,
                "ai": post.label.ai,
            },
            "sha256": post.digest,
            "approved_at": _moment(post.approved_at),
        },
    }


def as_html(post: Entry) -> str:
    """A post's words, pictures and label as HTML with whole addresses."""
    words = [paragraphs(part, post.links, base=absolute("")) for part in post.parts]
    pictures = [
        format_html(
            _VIDEO if one.is_video else _PICTURE, absolute(one.url), one.alt, one.width, one.height
        )
        for one in post.pictures
    ]
    return format_html(
        '<div lang="{}" dir="auto">{}{}<p><em><a href="{}">{}</a></em></p></div>',
        post.language,
        format_html_join("", "{}", ((text,) for text in words)),
        format_html_join("", "{}", ((one,) for one in pictures)),
        absolute(post.record),
        post.said,
    )


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
