"""Generic code never names a network."""

import re

from tests.architecture.house import SRC, package_of, sources

# `site` and `threads` are words of their own; these can only mean the network.
NETWORKS = re.compile(
    r"(?i)mastodon|bluesky|\bbsky|atproto|instagram|facebook|linkedin|tiktok|youtube|pinterest|"
    r"telegram|nostr|wordpress|pixelfed|twitter"
)
# Names that are not a network's: a published way of counting, and its address.
OTHERWISE = re.compile(r"(?i)twitter[-/]text|github\.com/twitter")
ALLOWED = {
    "channels/registry.py": "the one line that a new network adds",
    "text/found/name_words.py": "words that people write and that are names",
    "measure/rules.py": "the words by which programs that fetch previews tell who they are",
    "faces/web/gallery.py": "made-up content, to look at the components",
    "faces/web/templates/components.html": "made-up content, to look at the components",
}


def test_generic_code_names_no_network() -> None:
    found = []
    for path in sources(".py", ".html", ".js", ".css"):
        name = path.relative_to(SRC).as_posix()
        own_folder = package_of(path) == "channels" and len(path.relative_to(SRC).parts) > 2
        if own_folder or name in ALLOWED or "demo" in path.relative_to(SRC).parts:
            continue
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if match := NETWORKS.search(OTHERWISE.sub("", line)):
                found.append(f"{name}:{number} names {match[0]}")
    assert found == []
