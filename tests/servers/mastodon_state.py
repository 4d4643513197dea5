"""The loopback Mastodon server's rules and memory: what it takes, refuses, keeps and shows."""

import json
import random
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.servers.mastodon_html import URL_LENGTH, length, render
from tests.servers.mastodon_oauth import SignIns

TOKEN, READER, ACCOUNT = "loopback-token", "loopback-reader", "1001"
FAULTS = (
    "drop_before",
    "drop_after",
    "half_after",
    "error_before",
    "error_after",
    "garbage_after",
    "rate_limit",
    "hang_before",
    "hang_after",
    "redirect",
    "refuse",
)
_TYPES = ("image/jpeg", "image/png", "video/mp4", "video/quicktime")
_MOST = {"image": 16_777_216, "video": 103_809_024}
_KNOWN = {
    "status",
    "visibility",
    "language",
    "media_ids",
    "in_reply_to_id",
    "spoiler_text",
    "sensitive",
}


@dataclass
class Options:
    """How the server behaves. `faults` gives each fault's share of publishing requests, from a
    generator seeded with `seed`; `script` names faults in order (null: none), by kind of request
    (publish, upload, read, change), and comes before `faults`. `latency` is in seconds.
    `media_polls` is how often a file is asked for until it is ready (a video once at the least),
    `media_fails` says that it never will be."""

    max_characters: int = 500
    idempotency: bool = True
    instance: str = "v2"
    media_polls: int = 0
    media_fails: bool = False
    latency: float = 0.0
    clock_ahead: float = 0.0
    seed: int = 0
    faults: dict[str, float] = field(default_factory=dict)
    script: dict[str, list[str | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named = [*self.faults, *(f for s in self.script.values() for f in s if f)]
        if unknown := [name for name in named if name not in FAULTS]:
            raise ValueError(f"Unknown faults {unknown}; known are {FAULTS}")


_EDITS = {"status", "media_ids", "media_attributes", "language", "spoiler_text", "sensitive"}


class Problem(Exception):
    """An answer that is no success: a status and Mastodon's JSON of it."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status = status
        self.body = json.dumps({"error": error}).encode()


class State:
    """Everything the server knows. `publishes` counts the publishing requests it has read."""

    def __init__(self, options: Options, base: str) -> None:
        self.options = options
        self.base = base
        self.statuses: list[dict[str, Any]] = []
        self.by_id: dict[str, dict[str, Any]] = {}
        self.by_key: dict[str, dict[str, Any]] = {}
        self.media: dict[str, dict[str, Any]] = {}
        self.sign_ins = SignIns()
        self.publishes = 0
        self.counted: dict[str, int] = {}
        self._random = random.Random(options.seed)
        self._last_id = 0

    def account_of(self, token: str) -> str | None:
        """Whose token this is: besides those of `ACCOUNT` there is one for each whole number."""
        if token in (TOKEN, READER) or token in self.sign_ins.tokens:
            return ACCOUNT
        name, _, number = token.rpartition("-")
        return f"{ACCOUNT}{number}" if name == TOKEN and number.isdecimal() else None

    def next_fault(self, kind: str) -> str | None:
        """The fault for the next request of a kind, by the script first, then by chance."""
        at = self.counted.get(kind, 0)
        self.counted[kind] = at + 1
        script = self.options.script.get(kind, [])
        if at < len(script):
            return script[at]
        if kind != "publish" or not self.options.faults:
            return None
        draw = self._random.random()
        for name, share in self.options.faults.items():
            draw -= share
            if draw < 0:
                return name
        return None

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.options.clock_ahead, UTC)

    def _new_id(self) -> str:
        self._last_id = max(self._last_id + 1, int(self.now().timestamp() * 1000) << 16)
        return str(self._last_id)

    def create(self, form: dict[str, Any], key: str, account: str = ACCOUNT) -> dict[str, Any]:
        """Create a status of an account. Raises Problem for anything Mastodon refuses."""
        if self.options.idempotency and key in self.by_key:
            return self.by_key[key]
        if unknown := set(form) - _KNOWN:
            raise Problem(422, f"Unknown parameters: {sorted(unknown)}")
        text, media = form.get("status", ""), form.get("media_ids", [])
        if not isinstance(text, str) or not isinstance(media, list):
            raise Problem(422, "Validation failed: parameters of the wrong type")
        if not text.strip() and not media:
            raise Problem(422, "Validation failed: Text can't be blank")
        if length(text) > self.options.max_characters:
            raise Problem(422, "Validation failed: Text character limit exceeded")
        parent = form.get("in_reply_to_id")
        if parent is not None and str(parent) not in self.by_id:
            raise Problem(404, "The post you are trying to reply to does not appear to exist.")
        attachments = self._attach(media)
        status = self._status(form, text, parent, attachments)
        status["account"]["id"] = account
        if parent is not None:
            self.by_id[str(parent)]["replies_count"] += 1
        self.statuses.append(status)
        self.by_id[status["id"]] = status
        if key:
            self.by_key[key] = status
        return status

    def _attach(self, ids: list[Any]) -> list[dict[str, Any]]:
        if len(ids) > 4:
            raise Problem(422, "Cannot attach more than 4 files")
        found = [self.media.get(str(ref)) for ref in ids]
        if any(item is None or item["attached"] for item in found):
            raise Problem(422, "Validation failed: a picture is not there or in another post")
        if any(item and item["polls"] > 0 for item in found):
            raise Problem(422, "Cannot attach files that have not finished processing.")
        kinds = [item["json"]["type"] for item in found if item]
        if "video" in kinds and len(kinds) > 1:
            raise Problem(422, "Cannot attach a video to a post that already contains images")
        for item in found:
            if item:
                item["attached"] = True
        return [item["json"] for item in found if item]

    def _status(
        self, form: dict[str, Any], text: str, parent: Any, attachments: list[dict[str, Any]]
    ) -> dict[str, Any]:
        ident = self._new_id()
        return {
            "id": ident,
            "created_at": self.now().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "in_reply_to_id": None if parent is None else str(parent),
            "sensitive": bool(form.get("sensitive")),
            "spoiler_text": form.get("spoiler_text", ""),
            "visibility": form.get("visibility", "public"),
            "language": form.get("language"),
            "uri": f"{self.base}/users/tester/statuses/{ident}",
            "url": f"{self.base}/@tester/{ident}",
            "replies_count": 0,
            "reblogs_count": 0,
            "favourites_count": 0,
            "quotes_count": 0,
            "content": render(text),
            "reblog": None,
            "application": {"name": "Loopback", "website": None},
            "account": {"id": ACCOUNT, "username": "tester", "acct": "tester"},
            "media_attachments": attachments,
            "mentions": [],
            "tags": [],
            "emojis": [],
            "card": None,
            "poll": None,
        }

    def edit(self, ident: str, form: dict[str, Any]) -> dict[str, Any]:
        """Give a status other words; its pictures must be named again. Raises Problem."""
        status = self.by_id[ident]
        if unknown := set(form) - _EDITS:
            raise Problem(422, f"Unknown parameters: {sorted(unknown)}")
        text, media = form.get("status", ""), form.get("media_ids", [])
        known = {item["id"]: item for item in status["media_attachments"]}
        if not set(media) <= set(known):
            raise Problem(422, "Validation failed: a picture is not of this post")
        if not str(text).strip() and not media:
            raise Problem(422, "Validation failed: Text can't be blank")
        if length(text) > self.options.max_characters:
            raise Problem(422, "Validation failed: Text character limit exceeded")
        kept = [known[ref] for ref in media]
        status |= {
            "content": render(text),
            "media_attachments": kept,
            "edited_at": self.now().isoformat(),
        }
        return status

    def delete(self, ident: str) -> dict[str, Any]:
        """Take a status down; it is answered once more."""
        status = self.by_id.pop(ident)
        self.statuses.remove(status)
        return status

    def store(self, name: str, kind: str, size: int, description: str) -> dict[str, Any]:
        """Keep a picture or video, ready or still to be worked on. Raises Problem."""
        if kind not in _TYPES:
            raise Problem(422, "Validation failed: File content type is invalid")
        if len(description) > 1500:
            raise Problem(422, "Validation failed: Description is too long")
        shape = kind.split("/")[0]
        if size > _MOST[shape]:
            raise Problem(422, f"Validation failed: File must be less than {_MOST[shape]}")
        ident = self._new_id()
        shown = {"id": ident, "type": shape, "description": description, "name": name}
        polls = max(self.options.media_polls, shape == "video")
        self.media[ident] = {"json": shown, "polls": polls, "attached": False, "size": size}
        return self.media[ident]

    def look_at(self, ident: str) -> dict[str, Any]:
        """A file in no post yet, a little further on. Raises Problem."""
        stored = self.media[ident]
        if stored["attached"]:
            raise Problem(404, "Record not found")
        if self.options.media_fails:
            raise Problem(422, "Error processing thumbnail for uploaded media")
        stored["polls"] = max(stored["polls"] - 1, 0)
        return stored

    def context(self, ident: str) -> dict[str, Any]:
        """What a status answers, and what answers it or one of its answers."""
        around: dict[str, list[dict[str, Any]]] = {"ancestors": [], "descendants": []}
        above = self.by_id[ident]["in_reply_to_id"]
        while above in self.by_id:
            around["ancestors"].insert(0, self.by_id[above])
            above = self.by_id[above]["in_reply_to_id"]
        under = {ident}
        for status in self.statuses:
            if status["in_reply_to_id"] in under:
                under.add(status["id"])
                around["descendants"].append(status)
        return around

    def page(self, account: str, query: dict[str, str]) -> list[dict[str, Any]]:
        """An account's statuses, newest first, older than `max_id`, at most `limit` (40)."""
        limit = max(1, min(int(query.get("limit", "20")), 40))
        below = int(query["max_id"]) if "max_id" in query else None
        found: list[dict[str, Any]] = []
        for status in reversed(self.statuses):
            mine = status["account"]["id"] == account
            if mine and (below is None or int(status["id"]) < below):
                found.append(status)
                if len(found) == limit:
                    break
        return found

    def instance(self, version: str) -> dict[str, Any]:
        """The instance document of API version v1 or v2. Raises Problem where there is none."""
        offered = {"v2": ("v1", "v2"), "v1": ("v1",), "old": ("v1",), "none": ()}
        if version not in offered[self.options.instance]:
            raise Problem(404, "Not found")
        if self.options.instance == "old":
            return {"uri": "loopback.example", "max_toot_chars": self.options.max_characters}
        configuration = {
            "statuses": {
                "max_characters": self.options.max_characters,
                "max_media_attachments": 4,
                "characters_reserved_per_url": URL_LENGTH,
            },
            "media_attachments": {
                "supported_mime_types": list(_TYPES),
                "image_size_limit": _MOST["image"],
                "video_size_limit": _MOST["video"],
                "description_limit": 1500,
            },
        }
        name = {"domain": "loopback.example"} if version == "v2" else {"uri": "loopback.example"}
        return {**name, "title": "Loopback", "configuration": configuration}
