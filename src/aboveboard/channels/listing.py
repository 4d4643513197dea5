"""A network as plain data, for programs (`aboveboard networks --json`) and docs/networks.md."""

from dataclasses import asdict
from typing import Any

from aboveboard.channels.base import Network


def listing(network: Network) -> dict[str, Any]:
    """What a network offers and asks for: its limits, abilities and fields, secrets left out."""
    limits, can = asdict(network.limits), asdict(network.capabilities)
    media = (
        "images",
        "image_bytes",
        "image_types",
        "alt",
        "frame",
        "videos",
        "video_bytes",
        "video_types",
        "video_seconds",
        "video_edge",
        "video_rate",
        "media_least",
        "mixed",
    )
    return {
        "name": network.name,
        "title": network.title,
        "auth": list(can.pop("auth")),
        "text_limit": limits["text"],
        "text_unit": limits["unit"],
        "text_bytes": limits["text_bytes"],
        "title_limit": limits["title"],
        "media": {name: limits[name] for name in media},
        **can,
        "fields": [asdict(field) for field in network.fields],
    }
