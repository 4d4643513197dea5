"""The record of one post: text, facets, pictures, a video or a link's card, the post it answers.

Source: lexicons app.bsky.feed.post, app.bsky.embed.images, app.bsky.embed.video,
app.bsky.embed.external, app.bsky.richtext.facet.
"""

import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from aboveboard.channels.base import Outgoing, Sent, Uploaded
from aboveboard.channels.bluesky.facets import Found, facets_in

COLLECTION = "app.bsky.feed.post"


def post_record(part: Outgoing, dids: Mapping[str, str]) -> dict[str, Any]:
    """The record, equal on every try. `dids` tells the DIDs of the handles mentioned.

    A mention whose handle has no DID stays plain text.
    """
    moment = part.created_at.astimezone(UTC).isoformat(timespec="milliseconds")
    record: dict[str, Any] = {
        "$type": COLLECTION,
        "text": part.text,
        "createdAt": moment.replace("+00:00", "Z"),
    }
    if part.lang:
        record["langs"] = [part.lang]
    facets = [facet for found in facets_in(part.text) if (facet := _facet(found, dids))]
    if facets:
        record["facets"] = facets
    if part.media and part.media[0].is_video:
        record["embed"] = {"$type": "app.bsky.embed.video", **_file("video", part.media[0])}
    elif part.media and part.card:
        external = {
            "uri": part.card.url,
            "title": part.card.title,
            "description": part.card.description,
            "thumb": json.loads(part.media[0].ref),
        }
        record["embed"] = {"$type": "app.bsky.embed.external", "external": external}
    elif part.media:
        images = [_file("image", picture) for picture in part.media]
        record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
    if part.reply_to:
        root = part.root or part.reply_to
        record["reply"] = {"root": _strong_ref(root), "parent": _strong_ref(part.reply_to)}
    return record


def mentioned(text: str) -> list[str]:
    """The handles a text mentions, each once."""
    return list(dict.fromkeys(f.value for f in facets_in(text) if f.kind == "mention"))


def _facet(found: Found, dids: Mapping[str, str]) -> dict[str, Any] | None:
    kind, field, value = {
        "link": ("#link", "uri", found.value),
        "tag": ("#tag", "tag", found.value),
        "mention": ("#mention", "did", dids.get(found.value, "")),
    }[found.kind]
    if not value:
        return None
    return {
        "index": {"byteStart": found.start, "byteEnd": found.end},
        "features": [{"$type": f"app.bsky.richtext.facet{kind}", field: value}],
    }


def _file(kind: str, media: Uploaded) -> dict[str, Any]:
    file: dict[str, Any] = {kind: json.loads(media.ref), "alt": media.alt}
    if media.width > 0 and media.height > 0:
        file["aspectRatio"] = {"width": media.width, "height": media.height}
    return file


def _strong_ref(sent: Sent) -> dict[str, str]:
    return {"uri": sent.remote_id, "cid": sent.handle}
