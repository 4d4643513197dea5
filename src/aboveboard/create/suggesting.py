"""How a suggestion is fetched: a model is asked under the fact lock, at most three times.

The lock holds the facts of the brief, the knowledge chosen in it and the text there is. An
answer that adds, alters or drops one is refused and asked for anew, with what was wrong said;
the last one is kept with its breaks marked, so that a person sees them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from asgiref.sync import sync_to_async

from aboveboard.ai.base import MAX_LIMIT, Instruction, Quote
from aboveboard.ai.results import Rewrite
from aboveboard.brand import queries as brands
from aboveboard.brand.rules import Task
from aboveboard.brand.voice import voice_rules
from aboveboard.create import queries
from aboveboard.create.actions.models import (
    check_allowed,
    fail_suggestion,
    finish_suggestion,
    task_of,
)
from aboveboard.create.asking import answered
from aboveboard.create.models import Suggestion
from aboveboard.kernel.errors import AboveboardError
from aboveboard.text.cleaning import clean
from aboveboard.text.lock import Break, Lock

TRIES = 3
# Of how many samples how many characters are sent along.
VOICE_SAMPLES, VOICE_LENGTH = 4, 1_500
KNOWLEDGE = 40
RULES = (
    "State no number, date, time, price, name, address or claim that the material does not state.",
    "Keep every number, date, time, price, name and address that you use exactly as it is given.",
    "Write plain sentences in the voice of the samples. No hashtags, no markdown.",
    "Write only the post itself: no heading, no explanation, no quotation marks around it.",
)


@dataclass(frozen=True)
class Asked:
    """All that a suggestion needs, read in one go. The lock holds brief, text and knowledge."""

    brand_id: UUID
    provider: str
    task: Task
    wish: str
    language: str
    limit: int
    brief: tuple[str, ...]
    text: str
    knowledge: tuple[str, ...]
    voice: tuple[str, ...]
    manner: tuple[str, ...]
    stopped: bool

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(line for line in (*self.brief, self.text, *self.knowledge) if line)


async def suggest(suggestion_id: UUID) -> None:
    """Fetch one suggestion. Whatever goes wrong is written down for the person who asked."""
    try:
        asked = await sync_to_async(_asked)(suggestion_id)
        if not asked.stopped:
            await _fetch(suggestion_id, asked)
    except AboveboardError as error:
        await sync_to_async(fail_suggestion)(suggestion_id, str(error))
    except Exception:
        # Nobody shall wait for an answer that does not come; the job's log holds the cause.
        why = "The studio itself failed while asking. Your text is as it was. Ask once more."
        await sync_to_async(fail_suggestion)(suggestion_id, why)
        raise


async def _fetch(suggestion_id: UUID, asked: Asked) -> None:
    lock = Lock.of(asked.facts, asked.language)
    said, refused = "", 0
    found: Sequence[Break] = ()
    for number in range(1, TRIES + 1):
        answer = await answered(
            asked.brand_id,
            asked.task,
            _instruction(asked, said, found),
            provider=asked.provider,
        )
        # What is compared with the facts is what will be kept.
        said = clean(answer.data.text).strip()
        found = lock.breaks(said)
        if not found or number == TRIES:
            break
        refused += 1
    await sync_to_async(finish_suggestion)(
        suggestion_id,
        text=said,
        model=answer.model,
        breaks=found,
        tries=number,
        refused=refused + bool(found),
    )


def _instruction(asked: Asked, said: str, found: Sequence[Break]) -> Instruction[Rewrite]:
    quotes = [Quote("voice", sample) for sample in asked.voice]
    if asked.text:
        quotes.append(Quote("text", asked.text))
    quotes += [Quote("knowledge", passage) for passage in asked.knowledge[:KNOWLEDGE]]
    # Without samples enough nobody knows what the brand does with them.
    rules = [*RULES, *(asked.manner or ["No emoji."])]
    if found:
        quotes.append(Quote("text", said))
        rules.append(
            "Your last answer, the last text quoted, was refused. Mend this: "
            + "; ".join(dict.fromkeys(f"{item.kind} {item.text!r}" for item in found[:8]))
        )
    return Instruction(
        task=asked.wish,
        rules=tuple(rules),
        brief="\n".join(line for line in asked.brief if line),
        language=asked.language,
        limit=asked.limit,
        wants=Rewrite,
        quotes=tuple(quotes),
    )


def _asked(suggestion_id: UUID) -> Asked:
    suggestion = Suggestion.objects.select_related(
        "variant__post__brand", "variant__post__brief", "variant__channel", "variant__head"
    ).get(pk=suggestion_id)
    variant, post = suggestion.variant, suggestion.variant.post
    # The rules may have become stricter while this waited.
    check_allowed(post.brand, variant.head)
    brief = post.brief
    text = variant.head.text if variant.head else ""
    chosen = list(brief.facts.select_related("passage")) if brief else []
    said = (
        (brief.title, brief.goal, brief.audience, *brief.messages, brief.ask, brief.link)
        if brief
        else ()
    )
    return Asked(
        brand_id=post.brand_id,
        provider=suggestion.provider,
        task=task_of(variant.head),
        wish=(
            f"Rewrite the text as one social media post. {_wish(suggestion)}"
            if text.strip()
            else f"Write one social media post from the brief. {_wish(suggestion)}"
        ),
        language=variant.language,
        limit=min(queries.limits_of(variant.channel).text, MAX_LIMIT),
        brief=said,
        text=text,
        knowledge=tuple(dict.fromkeys(fact.passage.text for fact in chosen)),
        voice=tuple(
            _first_words(sample.text, VOICE_LENGTH)
            for sample in brands.voice(post.brand_id)[:VOICE_SAMPLES]
        ),
        manner=voice_rules(post.brand_id, variant.language),
        stopped=suggestion.state != "asked",
    )


def _wish(suggestion: Suggestion) -> str:
    """What the person asked for; a member's own words, so they stand with the task."""
    return f"The author asks: {suggestion.instruction}" if suggestion.instruction else ""


def _first_words(text: str, limit: int) -> str:
    """The text, cut after the last whole word within `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return cut[: cut.rfind(" ")] if " " in cut else cut
