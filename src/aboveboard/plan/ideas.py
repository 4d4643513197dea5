"""What people, programs and the house do with ideas and questions; deciding takes a person."""

from collections.abc import Sequence
from datetime import date
from typing import Literal
from uuid import UUID

from django.db import transaction

from aboveboard.brand import queries as brands
from aboveboard.brand.rules import LANGUAGES
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid
from aboveboard.ledger import actions as ledger
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.plan import actions, queries, rules
from aboveboard.plan.models import Brief, Idea, Question
from aboveboard.plan.reasons import Part, Proposal, Reason, as_json, quotes, rewritten
from aboveboard.text.sentences import sentences

MAX_ANGLE = 2_000
MAX_QUESTION = 300
MAX_HEADLINE = 90
# A board is read by people; so many cards wait on it at most.
MAX_WAITING = 200
IdeaOrigin = Literal["house", "model", "person"]
State = Literal["new", "kept", "used", "aside"]
_ENTRIES = {"new": "idea.restored", "kept": "idea.kept", "aside": "idea.put_aside"}


def propose_ideas(
    actor: Actor,
    brand_id: UUID,
    proposals: Sequence[Proposal],
    *,
    origin: IdeaOrigin,
    by: str = "",
) -> list[Idea]:
    """Put ideas on the board as new. `by` names the model. Raises Invalid when it is full."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    waiting = queries.ideas(brand.id).filter(state="new").count()
    if waiting + len(proposals) > MAX_WAITING:
        raise Invalid(
            f"{waiting} new ideas wait on this board; {MAX_WAITING} is the most.",
            mend="Keep some or put them aside first.",
            code="board_full",
        )
    now = clock.now()
    rows = [
        Idea(
            brand=brand,
            campaign=queries.campaign(actor, one.campaign) if one.campaign else None,
            channel=brands.channel(actor, one.channel) if one.channel else None,
            title=rules.title(one.title),
            parts=as_json(_checked(one.parts)),
            why=as_json(one.why),
            kind=one.kind,
            language=_language(one.language),
            day=one.day,
            origin=origin,
            by=by,
            created_by_id=actor.user_id,
            created_at=now,
        )
        for one in proposals
    ]
    for row in rows:
        if row.campaign and row.campaign.brand_id != brand.id:
            raise Invalid(
                "This campaign is another brand's. Nothing was changed.",
                mend="Choose a campaign of this brand.",
                code="other_campaign",
            )
    with transaction.atomic():
        Idea.objects.bulk_create(rows)
        ledger.append_many(
            actor.workspace_id,
            [
                ledger.Line(
                    "idea.proposed", actor.kind, actor.user_id, "idea", row.id, {"idea": _hash(row)}
                )
                for row in rows
            ],
        )
    return rows


def add_idea(
    actor: Actor,
    brand_id: UUID,
    *,
    title: str,
    angle: str = "",
    language: str = "",
    day: date | None = None,
    campaign: UUID | None = None,
) -> Idea:
    """An idea in somebody's own words; those of a program count as a model's."""
    is_program = actor.kind == "agent"
    said = rules.field(angle, "The angle") or rules.title(title)
    told = Proposal(
        title=title,
        parts=[Part(said, "model" if is_program else "person")],
        why=[Reason("model", "", where=actor.name)] if is_program else [],
        kind="model" if is_program else "person",
        language=language or brands.brand(actor, brand_id).language,
        day=day,
        campaign=campaign,
    )
    origin: IdeaOrigin = "model" if is_program else "person"
    by = "A program" if is_program else ""
    return propose_ideas(actor, brand_id, [told], origin=origin, by=by)[0]


def keep_idea(actor: Actor, idea_id: UUID) -> Idea:
    return _move(actor, idea_id, "kept")


def put_aside_idea(actor: Actor, idea_id: UUID) -> Idea:
    """It stays on record, so that it does not come again."""
    return _move(actor, idea_id, "aside")


def restore_idea(actor: Actor, idea_id: UUID) -> Idea:
    return _move(actor, idea_id, "new")


def change_idea(
    actor: Actor, idea_id: UUID, *, title: str, angle: str, day: date | None = None
) -> Idea:
    """Rewrite a card. Quotes that stay in it stay quotes; a model's words stay a model's."""
    _deciding(actor)
    with transaction.atomic():
        idea = _locked(actor, idea_id)
        idea.title = rules.title(title)
        idea.day = day
        said = rules.field(angle, "The angle") or idea.title
        if said != idea.angle:
            who: Literal["model", "person"] = "model" if idea.origin == "model" else "person"
            idea.parts = as_json(_checked(rewritten(idea.pieces, said, who)))
        idea.save(update_fields=["title", "parts", "day"])
        enter(
            actor,
            "idea.changed",
            subject_kind="idea",
            subject_id=idea.id,
            digests={"idea": _hash(idea)},
        )
    return idea


def make_brief_from_idea(actor: Actor, idea_id: UUID) -> Brief:
    """A brief from a card, for its channel or all of the brand's. The card counts as used.

    What the card quotes becomes what to say, and keeps its place as its origin; a card without a
    quote says its angle, which is the person's or the model's who wrote it.
    """
    _deciding(actor)
    with transaction.atomic():
        idea = _locked(actor, idea_id)
        said = [part.text for part in quotes(idea.pieces)] or [idea.angle]
        channels = [idea.channel_id] if idea.channel_id else []
        every = brands.channels(idea.brand_id).values_list("pk", flat=True)
        brief = actions.create_brief(
            actor,
            idea.brand_id,
            actions.BriefFields(
                title=_headline(idea),
                goal=idea.angle,
                messages=said,
                language=idea.language,
                channels=channels or list(every),
                starts_on=idea.day,
                ends_on=idea.day,
                campaign=idea.campaign_id,
            ),
        )
        brief.idea = idea
        brief.by_program = brief.by_program or idea.origin == "model"
        brief.save(update_fields=["idea", "by_program"])
        idea.state = "used"
        idea.save(update_fields=["state"])
        enter(actor, "idea.used", subject_kind="idea", subject_id=idea.id)
    return brief


def ask_question(
    actor: Actor,
    brand_id: UUID,
    text: str,
    *,
    place: str = "",
    language: str = "",
    key: str | None = None,
) -> Question:
    """Note what somebody asked. The same `key` again gives the question that is there."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    line = " ".join(rules.field(text, "The question").split())
    if not line or len(line) > MAX_QUESTION:
        raise Invalid(
            f"A question has 1 to {MAX_QUESTION} characters.",
            mend="Write down the question alone.",
            code="question",
        )
    where = " ".join(rules.field(place, "The place").split())[:160]
    told = {
        "text": line,
        "place": where,
        "language": _language(language or brand.language),
        "by_id": actor.user_id,
        "at": clock.now(),
    }
    with transaction.atomic():
        if key is None:
            made, is_new = Question.objects.create(brand=brand, **told), True
        else:
            made, is_new = Question.objects.get_or_create(
                brand=brand, key=rules.key(key), defaults=told
            )
        if is_new:
            enter(
                actor,
                "question.noted",
                subject_kind="question",
                subject_id=made.id,
                digests={"question": sha256(line)},
            )
    return made


def forget_question(actor: Actor, question_id: UUID) -> None:
    """Take a question away; ideas that came from it stay."""
    require(actor, Right.write, actor.workspace_id)
    question = queries.question(actor, question_id)
    with transaction.atomic():
        enter(actor, "question.forgotten", subject_kind="question", subject_id=question.id)
        question.delete()


def _headline(idea: Idea) -> str:
    """What a post from a card is called: readers see it, so our own words are left out of it."""
    quoted = quotes(idea.pieces)
    if idea.origin != "house" or not quoted:
        return idea.title
    named = [one.text for one in idea.reasons if one.kind in ("occasion", "question")]
    text = named[0] if named else sentences(quoted[0].text, idea.language)[0].text.rstrip(".")
    return text if len(text) <= MAX_HEADLINE else f"{text[:MAX_HEADLINE].rsplit(' ', 1)[0]}…"


def _move(actor: Actor, idea_id: UUID, state: State) -> Idea:
    _deciding(actor)
    with transaction.atomic():
        idea = _locked(actor, idea_id)
        if idea.state == "used" and idea.briefs.exists():
            raise Conflict(
                "A brief was made from this idea, so it stays with the used ones.",
                mend="Go on with the brief.",
                code="idea_used",
            )
        if idea.state != state:
            idea.state = state
            idea.save(update_fields=["state"])
            enter(actor, _ENTRIES[state], subject_kind="idea", subject_id=idea.id)
    return idea


def _deciding(actor: Actor) -> None:
    require(actor, Right.write, actor.workspace_id)
    if actor.kind == "agent":
        raise Forbidden(
            "A program may propose ideas, not decide on them. Nothing was changed.",
            mend="A member decides on the board.",
            code="not_by_agents_ideas",
        )


def _locked(actor: Actor, idea_id: UUID) -> Idea:
    queries.idea(actor, idea_id)
    return Idea.objects.select_for_update().get(pk=idea_id)


def _checked(parts: Sequence[Part]) -> Sequence[Part]:
    size = sum(len(part.text) for part in parts)
    if not 0 < size <= MAX_ANGLE:
        raise Invalid(
            f"The angle has {size:,} characters; 1 to {MAX_ANGLE:,} can be kept.",
            mend="Say it in one or two sentences.",
            code="angle",
        )
    return parts


def _hash(idea: Idea) -> str:
    return sha256(f"{idea.title}\n{idea.angle}")


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise Invalid(
            f"“{language[:10]}” is not one of our languages.",
            mend=f"Choose one of {', '.join(LANGUAGES)}.",
            code="language",
        )
    return language
