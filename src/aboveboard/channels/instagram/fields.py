"""The fields with which a container is made, for a picture or video and for the post itself."""

from collections.abc import Sequence

from aboveboard.channels.base import Frame, Outgoing, Uploaded

# The guide on publishing: 4:5 to 1.91:1, and 1,440 pixels wide at the most; the shapes are those
# of a feed.
FRAME = Frame(
    narrowest=0.8,
    widest=1.91,
    edge=1_440,
    shapes=((1_080, 1_350), (1_080, 1_080), (1_080, 566)),
)


def item(media: Uploaded) -> dict[str, str]:
    if media.is_video:
        return {"media_type": "VIDEO", "video_url": media.ref}
    return {"image_url": media.ref, **({"alt_text": media.alt} if media.alt else {})}


def whole(part: Outgoing, children: Sequence[str]) -> dict[str, str]:
    """The container of the post itself, with its caption and its own fields."""
    if children:
        fields = {"media_type": "CAROUSEL", "children": ",".join(children)}
    elif part.media[0].is_video:
        fields = {"media_type": "REELS", "video_url": part.media[0].ref, "share_to_feed": "true"}
    else:
        fields = item(part.media[0])
    fields["caption"] = part.text
    return fields | {name: "true" for name, value in part.native.items() if value}
