"""Which networks there are: one line each, and those that installed packages add.

A package adds one with an entry point of the group `aboveboard.networks` that names an
instance satisfying `channels.base.Network`.
"""

from importlib.metadata import entry_points

from aboveboard.channels.base import Network
from aboveboard.channels.bluesky.network import bluesky
from aboveboard.channels.discord.network import discord
from aboveboard.channels.facebook.network import facebook
from aboveboard.channels.ghost.network import ghost
from aboveboard.channels.instagram.network import instagram, instagram_facebook
from aboveboard.channels.linkedin.network import linkedin
from aboveboard.channels.mastodon.network import mastodon
from aboveboard.channels.matrix.network import matrix
from aboveboard.channels.newsletter.network import newsletter
from aboveboard.channels.nostr.network import nostr
from aboveboard.channels.pinterest.network import pinterest
from aboveboard.channels.reddit.network import reddit
from aboveboard.channels.site.network import site
from aboveboard.channels.telegram.network import telegram
from aboveboard.channels.threads.network import threads
from aboveboard.channels.tiktok.network import tiktok
from aboveboard.channels.webhook.network import webhook
from aboveboard.channels.wordpress.network import wordpress
from aboveboard.channels.x.network import x
from aboveboard.channels.youtube.network import youtube
from aboveboard.kernel.errors import NotFound

_BUILT_IN: tuple[Network, ...] = (
    site,
    mastodon,
    bluesky,
    wordpress,
    ghost,
    nostr,
    matrix,
    telegram,
    discord,
    newsletter,
    webhook,
    x,
    instagram,
    instagram_facebook,
    facebook,
    threads,
    linkedin,
    tiktok,
    youtube,
    pinterest,
    reddit,
)


def networks() -> dict[str, Network]:
    """Every network by its name, the built-in ones first."""
    found = {network.name: network for network in _BUILT_IN}
    for point in entry_points(group="aboveboard.networks"):
        network: Network = point.load()
        found.setdefault(network.name, network)
    return found


_NETWORKS = networks()


def network(name: str) -> Network:
    """The network with this name. Raises NotFound."""
    if name not in _NETWORKS:
        raise NotFound(
            f"There is no network named “{name[:40]}”.",
            mend=f"Use one of: {', '.join(sorted(_NETWORKS))}.",
            code="network",
        )
    return _NETWORKS[name]
