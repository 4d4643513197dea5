"""Deciding on a suggestion: a person takes it whole or in part, or puts it aside."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from aboveboard.create.actions.revising import locked
from aboveboard.create.actions.words import save_suggested
from aboveboard.create.errors import Outrun, unless_out
from aboveboard.create.models import Revision, Suggestion
from aboveboard.create.words.differences import changes, taken
from aboveboard.create.words.origins import Passage, cut, merged, retype, text_of
from aboveboard.create.words.writer import PARAGRAPH
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right

# Fewer words in a row than this that both texts share are chance, not a person's sentence kept.
MIN_KEPT_WORDS = 5


def take_suggestion(actor: Actor, suggestion_id: UUID) -> Revision:
    """Put a suggestion in place of the text; its words keep whoever wrote them as their origin.

    The text is in the suggestion's language from then on. Raises Forbidden for a program,
    NotFound when somebody has decided on it, IsOut when the post is already out.
    """
    _require_person(actor)
    with unless_out(), transaction.atomic():
        suggestion = _suggestion(actor, suggestion_id, "open")
        variant = locked(actor, suggestion.variant_id)
        passages = words_of(suggestion, variant.head.written if variant.head else ())
        revision = save_suggested(actor, variant.id, passages, what=_what(suggestion))
        if suggestion.language and variant.language != suggestion.language:
            variant.language = suggestion.language
            variant.save(update_fields=["language"])
        _decide(actor, suggestion, "taken")
    return revision


def take_change(actor: Actor, suggestion_id: UUID, number: int, *, base: int) -> Revision:
    """Make one of the changes that a suggestion proposes; it waits on with the others.

    `base` is the revision that the change was counted against. Of headlines the one of that
    number goes on top of the text. Raises Outrun when the text has changed since, Invalid for a
    text in another language, and what `take_suggestion` raises.
    """
    _require_person(actor)
    with unless_out(), transaction.atomic():
        suggestion = _suggestion(actor, suggestion_id, "open")
        variant = locked(actor, suggestion.variant_id)
        head = variant.head
        if not head or head.number != base:
            raise Outrun(
                "The text has changed meanwhile. Nothing was taken.",
                mend="Look at the suggestion again.",
            )
        if suggestion.language and suggestion.language != variant.language:
            raise Invalid(
                "This is in another language; it can be taken as a whole only.",
                mend="Take it whole, or put it aside.",
                code="whole_only",
            )
        proposed = words_of(suggestion, head.written)
        if suggestion.way == "headlines":
            passages = _with_headline(head, proposed, number)
        else:
            found = changes(head.text, text_of(proposed), variant.language)
            change = next((one for one in found if number and one.number == number), None)
            if not change:
                raise NotFound("There is no such change.", mend="Choose one that is shown.")
            passages = taken(head.written, proposed, change)
        revision = save_suggested(actor, variant.id, passages, what=_what(suggestion))
        enter(actor, "suggestion.taken_in_part", subject_kind="variant", subject_id=variant.id)
        is_all = revision.text.split() == text_of(proposed).split()
        if is_all or suggestion.way == "headlines":
            _decide(actor, suggestion, "taken")
    return revision


def refuse_suggestion(actor: Actor, suggestion_id: UUID) -> None:
    """Put a suggestion aside, or stop one that is on its way."""
    _require_person(actor)
    with transaction.atomic():
        suggestion = _suggestion(actor, suggestion_id, "open", "asked", "failed")
        _decide(actor, suggestion, "refused")


def words_of(suggestion: Suggestion, before: Sequence[Passage]) -> tuple[Passage, ...]:
    """A suggestion's words with their origins, beside the text it would take the place of.

    Whole sentences of `before` that a model left as they were stay whose they were; a translation
    is the model's throughout.
    """
    if suggestion.passages or suggestion.translates:
        return suggestion.written
    origin = suggestion.origin
    typed = [
        passage
        if passage.origin == origin or len(passage.text.split()) >= MIN_KEPT_WORDS
        else Passage(text=passage.text, origin=origin)
        for passage in retype(before, suggestion.text, origin)
    ]
    stood = text_of(before)
    found: list[Passage] = []
    for one in changes(stood, suggestion.text, suggestion.language or "en"):
        stays = stood[one.start : one.end] == suggestion.text[one.at : one.upto]
        found += cut(before, one.start, one.end) if stays else cut(typed, one.at, one.upto)
    return merged(found)


def _with_headline(head: Revision, proposed: Sequence[Passage], number: int) -> tuple[Passage, ...]:
    """The text with one of the headlines on top; a sentence of it that says the same goes there."""
    text = text_of(proposed)
    starts = [0]
    for line in text.split(PARAGRAPH):
        starts.append(starts[-1] + len(line) + len(PARAGRAPH))
    if not 1 <= number < len(starts):
        raise NotFound("There is no such headline.", mend="Choose one that is shown.")
    chosen = cut(proposed, starts[number - 1], starts[number] - len(PARAGRAPH))
    if head.text.startswith(text_of(chosen)):
        raise Invalid("The text opens with these words.", mend="Choose another one.", code="same")
    gap = Passage(text=PARAGRAPH, origin=chosen[0].origin)
    return merged([*chosen, gap, *head.written])


def _what(suggestion: Suggestion) -> str:
    if suggestion.by_house:
        return "adapted"
    return "translated" if suggestion.translates else "suggested"


def _require_person(actor: Actor) -> None:
    """What is proposed is for a person to decide, whatever a program's token may write."""
    require(actor, Right.write, actor.workspace_id)
    if actor.kind == "agent":
        raise Forbidden(
            "A program may not decide on a suggestion. Nothing was changed.",
            mend="Somebody who may write takes it, or puts it aside, in the editor.",
            code="not_by_agents_take",
        )


def _decide(actor: Actor, suggestion: Suggestion, state: str) -> None:
    suggestion.state = state
    suggestion.save(update_fields=["state"])
    enter(
        actor,
        f"suggestion.{state}",
        subject_kind="variant",
        subject_id=suggestion.variant_id,
    )


def _suggestion(actor: Actor, suggestion_id: UUID, *states: str) -> Suggestion:
    """A suggestion in one of these states, locked until the transaction ends."""
    found = (
        Suggestion.objects.select_for_update(of=("self",))
        .filter(
            pk=suggestion_id,
            variant__post__brand__workspace_id=actor.workspace_id,
            variant__post__removed_at=None,
            state__in=states,
        )
        .first()
    )
    if not found:
        raise NotFound(
            "This suggestion is not waiting any more.", mend="Somebody may have decided on it."
        )
    return found
