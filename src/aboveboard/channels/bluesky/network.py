"""Bluesky, on any server of the AT Protocol.

We choose the record key, so a repeat writes the same record and a lost answer is settled by
reading that one record. Source: lexicons com.atproto.repo.*, app.bsky.feed.*.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import anyio

from aboveboard.channels.base import (
    Account,
    Capabilities,
    Comment,
    Field,
    Frame,
    Limits,
    Media,
    Network,
    Numbers,
    Outgoing,
    Profile,
    Sent,
    Standing,
    Uploaded,
)
from aboveboard.channels.bluesky.record import COLLECTION, mentioned, post_record
from aboveboard.channels.bluesky.session import opened, renewed
from aboveboard.channels.bluesky.shapes import (
    Posts,
    PostThread,
    ProfileRecord,
    Record,
    Records,
    Resolved,
    Stored,
    Written,
)
from aboveboard.channels.bluesky.tid import record_key
from aboveboard.channels.bluesky.xrpc import call, error_name, good
from aboveboard.channels.counting import graphemes
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, Refused, SignInAgain
from aboveboard.channels.wire import Answer
from aboveboard.kernel.http import Client

POSTS_PER_QUESTION = 25
LISTED = 50
# How many answers to answers deep comments are read.
DEPTH = 10


class Bluesky(Network):
    """`account.secrets`: `password` (an app password), `access` and `refresh` (the session).

    Optional: `appview`, who tells the numbers: the address of a public AppView, or the DID and
    service that the account's server shall pass the question to (did:web:…#bsky_appview).
    Without it that server passes it to the AppView of its own choice.
    """

    name = "bluesky"
    title = "Bluesky"
    page = "https://bsky.app/profile/{id}"
    # The lexicon takes pictures of 2,000,000 bytes, older servers 1,000,000: stay with those.
    # A video goes to the account's own server, as a file like any other, and is made ready for
    # players once the post is seen; servers take 50 MiB unless they are set up otherwise.
    limits = Limits(
        text=300,
        text_bytes=3_000,
        images=4,
        image_bytes=1_000_000,
        alt=2_000,
        # Its own app sends no more than 2,000 pixels.
        frame=Frame(edge=2_000),
        videos=1,
        video_bytes=52_428_800,
    )
    capabilities = Capabilities(
        auth=("app_password",),
        link_preview="own",
        idempotent="own_id",
        readback="by_id",
        metrics=("replies", "likes", "reposts", "quotes"),
        comments=True,
        verified="server",
    )

    home = "https://bsky.social"
    fields = (
        Field("server", "Server", "The account's own server.", default=home),
        Field("handle", "Account name", "In full, as in name.example."),
        Field(
            "password",
            "App password",
            "Make one in the account's settings; your own password is not needed.",
            secret=True,
        ),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return graphemes(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        """Opens a session when there is none yet, else renews it."""
        account = await (renewed if account.secrets.get("refresh") else opened)(http, account)
        return Profile(account, await self._display_name(http, account), self.limits)

    async def _display_name(self, http: Client, account: Account) -> str:
        query = {"repo": account.remote_id, "collection": "app.bsky.actor.profile", "rkey": "self"}
        try:
            answer = await call(http, account, "GET", "com.atproto.repo.getRecord", params=query)
            return good(answer).read(ProfileRecord).value.display_name or account.handle
        except ChannelError:
            return account.handle

    async def refresh(self, http: Client, account: Account) -> Account:
        return await renewed(http, account)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        answer = await call(
            http,
            account,
            "POST",
            "com.atproto.repo.uploadBlob",
            headers={"Content-Type": media.mime},
            content=await anyio.Path(media.path).read_bytes(),
        )
        blob = good(answer).read(Stored).blob
        ref = blob.model_dump_json()
        return Uploaded(ref, media.alt, media.width, media.height, mime=media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        """Writes the record under its own key, and only if none is there (`swapRecord` null).

        The reference server takes an equal record as done. Where a record differs (a mention
        that resolves by now), the one that is there is ours from an earlier try.
        """
        rkey = record_key(part.key, part.created_at)
        dids = await self._dids(http, account, mentioned(part.text))
        answer = await call(
            http,
            account,
            "POST",
            "com.atproto.repo.putRecord",
            publishing=True,
            json={
                "repo": account.remote_id,
                "collection": COLLECTION,
                "rkey": rkey,
                "record": post_record(part, dids),
                "swapRecord": None,
            },
        )
        if error_name(answer) == "InvalidSwap":
            return await self._ours(http, account, part)
        return _sent(good(answer).read(Written), part)

    async def _ours(self, http: Client, account: Account, part: Outgoing) -> Sent:
        try:
            found = await self.find(http, account, part, since=part.created_at)
        except SignInAgain:
            raise
        except ChannelError as error:
            raise OutcomeUnknown(error.why, status=error.status) from error
        if not found:
            raise Refused("Another record is in this place. Make a new post of this text.")
        return found[0]

    async def _dids(self, http: Client, account: Account, handles: Sequence[str]) -> dict[str, str]:
        dids: dict[str, str] = {}
        for handle in handles:
            name, query = "com.atproto.identity.resolveHandle", {"handle": handle}
            try:
                answer = await call(http, account, "GET", name, signed_by=None, params=query)
                dids[handle] = good(answer).read(Resolved).did
            except ChannelError:
                continue
        return dids

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        answer = await call(
            http,
            account,
            "GET",
            "com.atproto.repo.getRecord",
            params={
                "repo": account.remote_id,
                "collection": COLLECTION,
                "rkey": record_key(part.key, part.created_at),
            },
        )
        if error_name(answer) == "RecordNotFound":
            return ()
        record = good(answer).read(Record)
        return (_sent(record, part),) if record.value.text == part.text else ()

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        query: dict[str, str | int] = {
            "repo": account.remote_id,
            "collection": COLLECTION,
            "limit": LISTED,
        }
        answer = await call(http, account, "GET", "com.atproto.repo.listRecords", params=query)
        return [
            Standing(
                Sent(one.uri, _page(one.uri), handle=one.cid, at=one.value.created_at),
                one.value.text,
            )
            for one in good(answer).read(Records).records
            if one.value.created_at and one.value.created_at >= since
        ]

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """A record that is not there is no error to the server."""
        _, _, rkey = sent.remote_id.removeprefix("at://").split("/")
        body = {"repo": account.remote_id, "collection": COLLECTION, "rkey": rkey}
        good(await call(http, account, "POST", "com.atproto.repo.deleteRecord", json=body))

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """The counts of an AppView; nothing at all where the server has none behind it."""
        found: dict[str, Numbers] = {}
        for start in range(0, len(sent), POSTS_PER_QUESTION):
            uris = [post.remote_id for post in sent[start : start + POSTS_PER_QUESTION]]
            answer = await self._ask_app_view(
                http, account, "app.bsky.feed.getPosts", {"uris": uris}
            )
            if _has_no_app_view(answer):
                return found
            for post in good(answer).read(Posts).posts:
                found[post.uri] = Numbers(
                    replies=post.replies, likes=post.likes, reposts=post.reposts, quotes=post.quotes
                )
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        """Whoever answers the post, or an answer to it; our own thread is left out."""
        query: dict[str, str | int] = {"uri": sent.remote_id, "depth": DEPTH, "parentHeight": 0}
        answer = await self._ask_app_view(http, account, "app.bsky.feed.getPostThread", query)
        if _has_no_app_view(answer) or error_name(answer) == "NotFound":
            return ()
        found = [
            Comment(
                remote_id=one.uri,
                author=one.author.handle or one.author.did,
                text=one.record.text,
                at=one.indexed_at,
                url=_page(one.uri),
                reply_to=one.record.reply.parent.uri if one.record.reply else "",
            )
            for one in good(answer).read(PostThread).thread.below()
            if one.author.did != account.remote_id and one.indexed_at >= since
        ]
        return sorted(found, key=lambda one: one.at)

    async def _ask_app_view(
        self, http: Client, account: Account, name: str, query: Mapping[str, object]
    ) -> Answer:
        view = account.secrets.get("appview", "")
        if view.startswith("did:"):
            proxy = {"atproto-proxy": view}
            return await call(http, account, "GET", name, headers=proxy, params=query)
        return await call(
            http,
            account,
            "GET",
            name,
            signed_by=None if view else "access",
            server=view,
            params=query,
        )


def _has_no_app_view(answer: Answer) -> bool:
    return answer.status in (404, 501, 502) or error_name(answer) == "MethodNotImplemented"


def _page(uri: str) -> str:
    did, _, rkey = uri.removeprefix("at://").split("/")
    return f"https://bsky.app/profile/{did}/post/{rkey}"


def _sent(written: Written, part: Outgoing) -> Sent:
    return Sent(written.uri, _page(written.uri), handle=written.cid, at=part.created_at)


bluesky = Bluesky()
