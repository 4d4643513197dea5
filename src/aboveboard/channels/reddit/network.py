"""Reddit: posts in one community, with a title.

Source: www.reddit.com/dev/api (submit, media asset, comment, editusertext, del, info). Nothing
makes a post once: a lost answer is settled by the account's own submissions. Posts with media are
worked on and answer without a number, so they are always settled that way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from aboveboard.channels import base
from aboveboard.channels import oauth as oauth2
from aboveboard.channels.base import (
    Account,
    Capabilities,
    Limits,
    Media,
    Network,
    Numbers,
    OAuth,
    Outgoing,
    Profile,
    Sent,
    Standing,
    Uploaded,
)
from aboveboard.channels.counting import urls
from aboveboard.channels.errors import OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.reddit.calling import HOME, call, good
from aboveboard.channels.reddit.shapes import (
    Commented,
    Leased,
    Listing,
    Me,
    Post,
    Submitted,
    Subreddit,
    Thing,
)
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.http import Client

_PAGE, _PAGES = "100", 10
_ROUNDING = timedelta(seconds=2)
_POST, _COMMENT = "t3", "t1"


class Reddit(Network):
    """`subreddit` in the secrets is where the posts go, `flair` the number of a flair there."""

    name = "reddit"
    title = "Reddit"
    page = "https://www.reddit.com/user/{id}"
    home = HOME
    limits = Limits(
        text=40_000,
        unit="characters",
        title=300,
        comment=10_000,
        images=20,
        image_bytes=20_000_000,
        image_types=("image/jpeg", "image/png", "image/gif"),
        alt=180,
        videos=1,
        video_bytes=1_000_000_000,
        video_types=("video/mp4", "video/quicktime"),
        video_seconds=900,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        threads=False,
        first_comment=True,
        alt_text=False,
        link_preview="server",
        tags=False,
        edit=True,
        comments=True,
        rates="app",
        metrics=("likes", "replies"),
    )
    fields = (
        base.Field("subreddit", "Community", "Where the posts go, as in r/salt."),
        base.Field("token", "Access token", "With identity, read, submit, edit.", secret=True),
        base.Field(
            "flair",
            "Flair",
            "The number of a flair, where the community asks for one.",
            required=False,
        ),
        base.Field("refresh", "Refresh token", "", secret=True, required=False),
        base.Field("client_id", "Client ID", "Of your app, to renew the token.", required=False),
        base.Field("client_secret", "Client secret", "", secret=True, required=False),
    )
    oauth = OAuth(
        authorize="https://www.reddit.com/api/v1/authorize",
        token="https://www.reddit.com/api/v1/access_token",  # noqa: S106
        scopes=("identity", "read", "submit", "edit", "history", "flair"),
        pkce=False,
        client_auth="basic",
        more={"duration": "permanent"},
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        me = good(await call(http, account, "GET", "/api/v1/me")).read(Me)
        if me.is_suspended:
            raise SignInAgain(f"Reddit has suspended u/{me.name}.")
        place = _community(account)
        if not place:
            raise Refused("Say in which community the posts go, as in r/salt.")
        answer = await call(http, account, "GET", f"/r/{place}/about")
        if answer.status in (302, 403, 404):
            raise SignInAgain(f"u/{me.name} finds no community r/{place}.", status=answer.status)
        about = good(answer).read(Thing[Subreddit]).data
        if about.user_is_banned:
            raise SignInAgain(f"u/{me.name} is banned from r/{about.display_name}.")
        named = replace(account, handle=f"u/{me.name} in r/{about.display_name}", remote_id=me.name)
        expires = moment_of(account.secrets.get("expires_at", ""))
        return Profile(named, me.name, self.limits, expires_at=expires)

    async def refresh(self, http: Client, account: Account) -> Account:
        assert self.oauth
        return await oauth2.refreshed(http, self.oauth, account, home=HOME)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """A place in Reddit's store, then the file there. Kept: its number and its address."""
        name = f"{media.digest[:16]}.{media.path.suffix.lstrip('.') or 'bin'}"
        form = {"filepath": name, "mimetype": media.mime}
        answer = await call(http, account, "POST", "/api/media/asset.json", data=form)
        place = good(answer).read(Leased)
        told = {field.name: field.value for field in place.args.fields}
        url = oauth2.elsewhere(f"https:{place.args.action}", account.server, HOME)
        # A file that is handed over open is read while it is sent, and never stands in memory.
        with media.path.open("rb") as content:
            files = {"file": (name, content, media.mime)}
            stored = await ask(http, "POST", url, data=told, files=files)
        if not stored.ok:
            raise TryLater("Reddit's store did not take the file.", status=stored.status)
        ref = f"{place.asset.asset_id} https:{place.args.action}/{told['key']}"
        return Uploaded(ref, media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        if part.reply_to:
            form = {"thing_id": part.reply_to.remote_id, "text": part.text, "api_type": "json"}
            answer = await call(http, account, "POST", "/api/comment", publishing=True, data=form)
            return _sent(good(answer).read(Commented).body.data.things[0].data)
        if len(part.media) > 1:
            answer = await self._gallery(http, account, part)
        else:
            form = _form(account, part)
            answer = await call(http, account, "POST", "/api/submit", publishing=True, data=form)
        made = good(answer).read(Submitted).body.data
        if not made.full_name:
            raise OutcomeUnknown("Reddit has it, and is working on it.")
        return Sent(made.full_name, made.url)

    async def _gallery(self, http: Client, account: Account, part: Outgoing) -> Answer:
        items = [
            {"media_id": one.ref.split()[0], "caption": one.alt[:180], "outbound_url": ""}
            for one in part.media
        ]
        body: dict[str, Any] = {
            "sr": _community(account),
            "title": _title(part),
            "text": part.text,
            "items": items,
            "api_type": "json",
            "sendreplies": True,
        }
        if flair := account.secrets.get("flair"):
            body["flair_id"] = flair
        path = "/api/submit_gallery_post.json"
        return await call(http, account, "POST", path, publishing=True, json=body)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        if part.reply_to:
            path = f"/comments/{part.reply_to.remote_id.removeprefix('t3_')}"
            _post, comments = await self._under(http, account, path)
            return [
                _sent(one)
                for one in comments
                if one.author == account.remote_id
                and _same(one.body, part.text)
                and one.at >= since - _ROUNDING
            ]
        place = _community(account).casefold()
        return [
            _sent(post)
            for post in await self._own(http, account, since)
            if post.subreddit.casefold() == place
            and (not part.title or post.title == _title(part))
            and (_link(part) == post.url if _link(part) else _same(post.selftext, part.text))
        ]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(_sent(post), "\n\n".join(x for x in (post.title, post.selftext) if x))
            for post in await self._own(http, account, since)
        ]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """The words of a post without media, or of a comment; titles and links stay."""
        form = {"thing_id": sent.remote_id, "text": part.text, "api_type": "json"}
        good(await call(http, account, "POST", "/api/editusertext", data=form))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        good(await call(http, account, "POST", "/api/del", data={"id": sent.remote_id}))

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        idents = [post.remote_id for post in sent]
        for start in range(0, len(idents), 100):
            query = {"id": ",".join(idents[start : start + 100])}
            answer = good(await call(http, account, "GET", "/api/info", params=query))
            for thing in answer.read(Listing).data.children:
                post = Post.model_validate(thing.data)
                found[post.name] = Numbers(likes=post.score, replies=post.num_comments)
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[base.Comment]:
        path = f"/comments/{sent.remote_id.removeprefix('t3_')}"
        _post, comments = await self._under(http, account, path)
        found = [
            base.Comment(
                remote_id=one.name,
                author=one.author,
                text=one.body,
                at=one.at,
                url=_address(one),
                reply_to=one.parent_id,
            )
            for one in comments
            if one.author != account.remote_id and one.at >= since
        ]
        return sorted(found, key=lambda one: one.at)

    async def _under(
        self, http: Client, account: Account, path: str
    ) -> tuple[list[Post], list[Post]]:
        """A post and what stands under it, answers to answers as well."""
        query = {"sort": "new", "limit": "500"}
        answer = good(await call(http, account, "GET", path, params=query))
        post, under = answer.read(list[Listing])
        comments: list[Post] = []
        waiting = under.data.posts(_COMMENT)
        while waiting:
            one = waiting.pop()
            comments.append(one)
            if isinstance(one.replies, dict):
                waiting += Listing.model_validate(one.replies).data.posts(_COMMENT)
        return post.data.posts(_POST), comments

    async def _own(self, http: Client, account: Account, since: datetime) -> list[Post]:
        """The account's submissions since then. Raises TryLater when they are too many."""
        query = {"sort": "new", "limit": _PAGE}
        found: list[Post] = []
        for _ in range(_PAGES):
            path = f"/user/{account.remote_id}/submitted"
            page = good(await call(http, account, "GET", path, params=query)).read(Listing).data
            shown = page.posts(_POST)
            fresh = [post for post in shown if post.at >= since - _ROUNDING]
            found += fresh
            if len(fresh) < len(shown) or not page.after:
                return found
            query["after"] = page.after
        raise TryLater("There are too many posts since then to look at each.", wait=300)


def _form(account: Account, part: Outgoing) -> dict[str, str]:
    """A post of words, of a link alone, or of one picture or video."""
    form = {
        "sr": _community(account),
        "title": _title(part),
        "api_type": "json",
        "sendreplies": "true",
        "resubmit": "true",
    }
    if flair := account.secrets.get("flair"):
        form["flair_id"] = flair
    if part.media:
        (one,) = part.media
        kind = "video" if one.is_video else "image"
        return form | {"kind": kind, "url": one.ref.split()[1], "text": part.text}
    if link := _link(part):
        return form | {"kind": "link", "url": link, "resubmit": "false"}
    return form | {"kind": "self", "text": part.text}


def _link(part: Outgoing) -> str:
    """The address that a post without other words is: it goes as a link."""
    text = part.text.strip()
    return text if part.title and list(urls(text)) == [(0, len(text))] else ""


def _title(part: Outgoing) -> str:
    return " ".join((part.title or part.text.partition("\n")[0]).split())[:300]


def _community(account: Account) -> str:
    return account.secrets.get("subreddit", "").strip().strip("/").removeprefix("r/")


def _same(shown: str, written: str) -> bool:
    return shown.split() == written.split()


def _address(post: Post) -> str:
    return f"https://www.reddit.com{post.permalink}" if post.permalink else ""


def _sent(post: Post) -> Sent:
    return Sent(post.name, _address(post), at=post.at)


reddit = Reddit()
