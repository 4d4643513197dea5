"""Asking, approving, sending back: what only people do."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import DatabaseError, IntegrityError, transaction

from aboveboard.brand.queries import policy_of
from aboveboard.check import queries as checks
from aboveboard.check.actions import look_at_all
from aboveboard.create import actions as create
from aboveboard.create.models import Variant
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right, Role
from aboveboard.plan import queries as plans
from aboveboard.plan import rules as plan_rules
from aboveboard.plan.models import Post
from aboveboard.review import queries
from aboveboard.review.errors import Changed, Holds, NotAsked
from aboveboard.review.models import Approval, Comment, Round
from aboveboard.text.cleaning import clean


def ask(actor: Actor, post_id: UUID, *, note: str = "") -> Round:
    """Put a post before the people who decide.

    Raises Holds when a finding blocks, Invalid when there is nothing to decide on or the
    time has passed, Conflict when a round is open already.
    """
    require(actor, Right.ask_review, actor.workspace_id)
    post = plans.post(actor, post_id)
    if queries.open_round(post.id):
        raise _in_review()
    shown = queries.contents(post)
    if not shown:
        raise Invalid(
            "This post has no channel yet.", mend="Add one in the editor.", code="no_channel"
        )
    _in_time(post)
    look_at_all([variant for variant, _ in shown], post.brand)
    _not_held(post)
    try:
        with transaction.atomic():
            shown = _locked_contents(post)
            for variant, _ in shown:
                create.seal(variant)
            asked = _new_round(actor, post, note=clean(note).strip()[:2_000])
            enter(
                actor,
                "review.asked",
                subject_kind="post",
                subject_id=post.id,
                digests={f"content{n}": content.digest for n, (_, content) in enumerate(shown)},
            )
    except IntegrityError as error:
        raise _in_review() from error
    return asked


def approve(
    actor: Actor,
    post_id: UUID,
    *,
    shown: Mapping[UUID, str] | None = None,
    asked: str | None = None,
) -> list[Approval]:
    """A person's yes to a post on all its channels, exactly as shown.

    `shown` maps variants to the digests that the person saw, `asked` is the id of the round that
    was open then, "" when none was; a difference raises Changed. Without them the person stands
    for whatever the post holds now (the command line's `--all`). Opens and closes a round when
    nobody asked for one; after a no or a taking back somebody has to ask: that raises NotAsked.
    """
    require(actor, Right.approve, actor.workspace_id)
    person = actor.user_id
    if actor.kind != "person" or person is None:
        raise Forbidden("Only a person approves.", code="not_a_person")
    post = plans.post(actor, post_id)
    _may_decide(actor, post)
    _not_own_work(actor, post)
    _in_time(post)
    contents = queries.contents(post)
    if not contents:
        raise Invalid("This post has no channel yet.", mend="Add one first.", code="no_channel")
    if not _stands(contents):
        _still_asked(post, asked)
    if shown is not None:
        for variant, content in contents:
            if shown.get(variant.id) != content.digest:
                raise Changed(
                    f"The text for {variant.channel.name} has changed since you opened it. "
                    "Nothing was approved.",
                    mend="Look at it again, then decide.",
                )
    look_at_all([variant for variant, _ in contents], post.brand)
    _not_held(post)
    try:
        return _approved(actor, person, post, contents, asked)
    except IntegrityError as error:
        raise Conflict(
            "Somebody else decided on this post at the same moment.",
            mend="Look at where it stands now.",
            code="at_once",
        ) from error


def _approved(
    actor: Actor,
    person: UUID,
    post: Post,
    contents: Sequence[tuple[Variant, Content]],
    asked: str | None,
) -> list[Approval]:
    """All approvals of a post or none."""
    now = clock.now()
    with transaction.atomic():
        digests = {variant.pk: content.digest for variant, content in contents}
        contents = _locked_contents(post)
        if {variant.pk: content.digest for variant, content in contents} != digests:
            raise _changed()
        if not _stands(contents):
            _still_asked(post, asked)
        decided = queries.open_round(post.id)
        have = queries.valid([variant.id for variant, _ in contents])
        given: list[Approval] = []
        for variant, content in contents:
            known = have.get(variant.id)
            if known and known.digest == content.digest:
                given.append(known)
                continue
            if known:
                # Only its label has changed, with the brand's rules: this yes takes its place.
                void = Approval.objects.filter(pk=known.pk)
                void.update(voided_at=now, void_reason="replaced")
            decided = decided or _new_round(actor, post, was_asked=False)
            create.seal(variant)
            given.append(
                _approval(
                    Approval(
                        round=decided,
                        variant=variant,
                        content=content.canonical,
                        digest=content.digest,
                        by_id=person,
                        at=now,
                    )
                )
            )
            enter(
                actor,
                "variant.approved",
                subject_kind="variant",
                subject_id=variant.id,
                digests={"content": content.digest},
            )
        if decided:
            decided.state, decided.decided_at = "approved", now
            decided.save(update_fields=["state", "decided_at"])
    return given


def send_back(actor: Actor, post_id: UUID, text: str) -> Comment:
    """Give a post back to its author with the reason; no yes from before holds any more."""
    require(actor, Right.approve, actor.workspace_id)
    post = plans.post(actor, post_id)
    _may_decide(actor, post)
    text = _words(text, "Say what should change.")
    now = clock.now()
    with transaction.atomic():
        _lock(post)
        asked = queries.open_round(post.id)
        if not asked:
            raise Conflict(
                "This post is not in review.",
                mend="Somebody may have decided on it meanwhile.",
                code="not_in_review",
            )
        asked.state, asked.decided_at = "sent_back", now
        asked.save(update_fields=["state", "decided_at"])
        _void(post, "sent back")
        comment = Comment.objects.create(
            post=post, round=asked, by_id=actor.user_id, at=now, text=text, sent_back=True
        )
        enter(
            actor,
            "review.sent_back",
            subject_kind="post",
            subject_id=post.id,
            digests={"comment": sha256(text)},
        )
    return comment


def comment(actor: Actor, post_id: UUID, text: str) -> Comment:
    """Say something about a post."""
    require(actor, Right.comment, actor.workspace_id)
    post = plans.post(actor, post_id)
    _put_before(actor, post)
    text = _words(text, "Write something.")
    with transaction.atomic():
        said = Comment.objects.create(
            post=post,
            round=queries.open_round(post.id),
            by_id=actor.user_id,
            at=clock.now(),
            text=text,
        )
        enter(
            actor,
            "post.commented",
            subject_kind="post",
            subject_id=post.id,
            digests={"comment": sha256(text)},
        )
    return said


def withdraw(actor: Actor, post_id: UUID, *, reason: str = "withdrawn") -> int:
    """Take approvals back, or a request for review; gives how many approvals became void.

    Who may approve may also take that back. What is sent stays approved as it was. For another
    yes somebody has to ask anew.
    """
    require(actor, Right.publish if actor.may(Right.publish) else Right.write, actor.workspace_id)
    post = plans.post(actor, post_id)
    with transaction.atomic():
        _lock(post)
        last, count = queries.last_round(post.id), _void(post, reason)
        if last and last.state == "open":
            last.state, last.decided_at = "closed", clock.now()
        elif last and last.state == "approved" and count:
            last.state = "withdrawn"
        if last:
            last.save(update_fields=["state", "decided_at"])
        enter(actor, "review.withdrawn", subject_kind="post", subject_id=post.id)
    return count


def _approval(approval: Approval) -> Approval:
    try:
        with transaction.atomic():
            approval.save(force_insert=True)
    except DatabaseError as error:
        state = getattr(error.__cause__, "sqlstate", "")
        if state == "AB003":
            raise Forbidden(
                "Your role may not approve for this brand.", mend="Its policy says who may."
            )
        if state in {"AB002", "AB004", "AB006", "AB007"}:
            raise _changed() from error
        raise
    return approval


def _void(post: Post, reason: str) -> int:
    """How many approvals of a post became void by this."""
    return Approval.objects.filter(variant__post=post, voided_at=None).update(
        voided_at=clock.now(), void_reason=reason[:60]
    )


def _stands(contents: Sequence[tuple[Variant, Content]]) -> bool:
    """Whether a yes to exactly this is there already: then the same yes again changes nothing."""
    return queries.stands(contents, queries.valid(variant.id for variant, _ in contents))


def _still_asked(post: Post, asked: str | None) -> None:
    """Raises NotAsked after a no or a taking back, Changed when the round is not the one seen."""
    last = queries.last_round(post.id)
    if last and last.is_overruled:
        said = (
            "This post was sent back to its author. Nothing was approved."
            if last.state == "sent_back"
            else "This post was taken back. Nothing was approved."
        )
        mend = "Somebody has to ask for review again first."
        raise NotAsked(said, mend=mend, code="not_asked")
    there = str(last.pk) if last and last.state == "open" else ""
    if asked is not None and asked != there:
        raise Changed(
            "This is not the round that you looked at. Nothing was approved.",
            mend="Look at it again, then decide.",
        )


def _changed() -> Changed:
    return Changed(
        "The post changed while you approved it. Nothing was approved.",
        mend="Look at it again, then decide.",
    )


def _locked_contents(post: Post) -> list[tuple[Variant, Content]]:
    """What a post holds now; nobody edits or moves it until the transaction ends."""
    _lock(post)
    list(Variant.objects.select_for_update(no_key=True).filter(post=post).order_by("pk"))
    return queries.contents(post)


def _lock(post: Post) -> None:
    """Let nobody else decide on a post, move or edit it until the transaction ends."""
    Post.objects.select_for_update(no_key=True).get(pk=post.pk)


def _new_round(actor: Actor, post: Post, *, note: str = "", was_asked: bool = True) -> Round:
    last = queries.last_round(post.id)
    return Round.objects.create(
        post=post,
        number=last.number + 1 if last else 1,
        asked_by_id=actor.user_id,
        asked_at=clock.now(),
        note=note,
        was_asked=was_asked,
    )


def _in_review() -> Conflict:
    return Conflict(
        "This post is in review already.", mend="Take the request back first.", code="in_review"
    )


def _may_decide(actor: Actor, post: Post) -> None:
    """Raises Forbidden for whom the brand's policy does not let decide."""
    policy = policy_of(post.brand)
    if str(actor.role) not in policy.approvers:
        raise Forbidden(
            f"{post.brand.name} lets {', '.join(sorted(policy.approvers))} approve.",
            mend="Ask one of them.",
            code="policy",
        )
    _put_before(actor, post)


def _put_before(actor: Actor, post: Post) -> None:
    """A client sees and says something only where a round was opened for them."""
    if actor.role is Role.client and not queries.open_round(post.id):
        raise Forbidden(
            "This post is not before you for review.",
            mend="Whoever writes it asks you when it is ready.",
            code="not_before_you",
        )


def _not_own_work(actor: Actor, post: Post) -> None:
    """Raises Forbidden when the brand wants a second person and this is one who wrote it."""
    if policy_of(post.brand).own_work:
        return
    if post.created_by_id == actor.user_id or queries.wrote(post.id, str(actor.user_id)):
        raise Forbidden(
            f"{post.brand.name} wants a second person: authors do not approve their own posts.",
            mend="Ask somebody else.",
            code="own_work",
        )


def _in_time(post: Post) -> None:
    if post.at:
        plan_rules.not_past(post.at, clock.now(), "The time of this post")


def _not_held(post: Post) -> None:
    held = list(checks.holding(post.id)[:20])
    if held:
        what = "A finding holds" if len(held) == 1 else f"{len(held)} findings hold"
        first = held[0]
        raise Holds(
            f"{what} this post. {first.variant.channel.name}: {first.message}",
            mend="Settle it in the editor.",
            code="held",
        )


def _words(text: str, mend: str) -> str:
    text = clean(text).strip()
    if not text:
        raise Invalid("There are no words yet.", mend=mend, code="empty")
    if len(text) > 5_000:
        raise Invalid("5,000 characters is the most for a comment.", mend="Shorten it.")
    return text
