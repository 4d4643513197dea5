"""Which host names and addresses the pages answer to, and which origins may send forms."""

from urllib.parse import urlsplit

import psutil

from aboveboard.config.options import Options

_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def own_addresses() -> list[str]:
    """This machine's IP addresses, as a Host header writes them."""
    found = set()
    for addresses in psutil.net_if_addrs().values():
        for address in addresses:
            if address.family.name == "AF_INET":
                found.add(address.address)
            elif address.family.name == "AF_INET6":
                found.add(f"[{address.address.split('%')[0]}]")
    return sorted(found)


def allowed_hosts(options: Options) -> list[str]:
    """The hosts that the pages answer to: the public one, those listed, and this machine.

    Any other Host header is refused, which stops DNS rebinding and links to foreign hosts.
    """
    host = urlsplit(options.url).hostname or ""
    public = f"[{host}]" if ":" in host else host
    return sorted({public, *options.hosts, *_LOCAL, *own_addresses()})


def trusted_origins(options: Options) -> list[str]:
    """The public origin: behind a proxy it differs from what the request itself tells."""
    return [options.url]
