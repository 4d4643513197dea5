"""How a suggestion is fetched: a model is asked under the fact lock, at most three times.

The lock holds the facts of the brief, the knowledge chosen in it and the text there is; those of
the text alone for a translation, across the two languages. An answer that adds or alters one, or
drops one that has to stay, is refused and asked for anew, with what was wrong said; the last one
is kept with its breaks marked, so that a person sees them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from asgiref.sync import sync_to_async

from aboveboard.ai.base import MAX_LIMIT, Instruction, Quote
from aboveboard.ai.results import Result, Rewrite
from aboveboard.ai.shapes import Headlines
from aboveboard.brand import queries as brands
from aboveboard.brand.rules import Task
from aboveboard.brand.voice import voice_rules
from aboveboard.create import queries
from aboveboard.create.actions.models import (
    fail_suggestion,
    finish_suggestion,
    hear_suggestion,
    is_stopped,
    task_of,
)
from aboveboard.create.calls.allowing import Given, must_be_allowed, told_in
from aboveboard.create.calls.asking import answered
from aboveboard.create.calls.spending import note_verdict
from aboveboard.create.models import Suggestion
from aboveboard.create.words.adapting import HEADLINES, WAYS, Way, Wish
from aboveboard.create.words.layout import cleaned, text_with_places
from aboveboard.create.words.threads import thread_of
from aboveboard.kernel.errors import AboveboardError
from aboveboard.text.counting import urls
from aboveboard.text.lock import Break, Lock, facts_to_keep

TRIES = 3
# Of how many samples how many characters are sent along.
VOICE_SAMPLES, VOICE_LENGTH = 4, 1_500
KNOWLEDGE = 40
# A slide, a spoken line and a headline are short; a letter is not. Characters of each text.
LIMITS = {"carousel": 300, "script": 400, "headlines": 120, "newsletter": 8_000}
RULES = (
    "State no number, date, time, price, name, address or claim that the material does not state.",
    "Keep every number, date, time, price, name and address that you use exactly as it is given.",
    "Write plain sentences in the voice of the samples. No hashtags, no markdown.",
    "Write only what is asked for: no further heading, no explanation, no quotation marks around "
    "it.",
)


@dataclass(frozen=True)
class Asked:
    """All that a suggestion needs, read in one go.

    The lock holds brief, text and knowledge in `spoken`, the language of the text; `keep` is what
    of it has to stay. `language` is that of the answer.
    """

    brand_id: UUID
    provider: str
    task: Task
    wish: str
    wants: type[Result]
    spoken: str
    language: str
    limit: int
    keep: tuple[str, ...]
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
    lock = Lock.of(asked.facts, asked.spoken)
    said = ""
    found: Sequence[Break] = ()
    for number in range(1, TRIES + 1):
        answer = await answered(
            asked.brand_id,
            asked.task,
            instruction_for(asked, said, found),
            provider=asked.provider,
            hears=sync_to_async(partial(hear_suggestion, suggestion_id)),
            stopped=partial(is_stopped, suggestion_id),
        )
        # What is compared with the facts is what will be kept.
        result = cleaned(answer.data)
        said, _places = text_with_places(result)
        found = lock.breaks(said, must_keep=asked.keep, lang=asked.language)
        await sync_to_async(note_verdict)(answer.call, kept=not found)
        if not found or number == TRIES:
            break
    await sync_to_async(finish_suggestion)(
        suggestion_id,
        text=said,
        provider=answer.provider,
        model=answer.model,
        breaks=found,
        tries=number,
        result=result,
    )


def instruction_for(
    asked: Asked, said: str = "", found: Sequence[Break] = ()
) -> Instruction[Result]:
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
        wants=asked.wants,
        quotes=tuple(quotes),
        count=HEADLINES if asked.wants is Headlines else 1,
    )


def _asked(suggestion_id: UUID) -> Asked:
    suggestion = Suggestion.objects.select_related(
        "variant__post__brand",
        "variant__post__brief",
        "variant__channel",
        "variant__head",
        "source__variant__post__brief",
    ).get(pk=suggestion_id)
    return gathered(suggestion)


def gathered(suggestion: Suggestion) -> Asked:
    """What would be sent for a suggestion, of which nothing need be kept yet."""
    variant, post = suggestion.variant, suggestion.variant.post
    way = WAYS.get(suggestion.way)
    task = Task(suggestion.task) if suggestion.task else task_of(variant.head)
    source = suggestion.source if way else variant.head
    text = source.text if source else ""
    spoken = suggestion.from_language or variant.language
    # What is said in another language than the text's would bear out a translation's mistakes.
    brief = None if suggestion.translates else (source.variant.post.brief if source else post.brief)
    chosen = list(brief.facts.select_related("passage")) if brief else []
    said = (*told_in(brief), brief.link) if brief else ()
    knowledge = tuple(dict.fromkeys(fact.passage.text for fact in chosen))
    # The rules may have become stricter while this waited.
    given = Given((suggestion.instruction, text, *said, *knowledge), (spoken, variant.language))
    must_be_allowed(post.brand, task, given=given)
    return Asked(
        brand_id=post.brand_id,
        provider=suggestion.provider,
        task=task,
        wish=_wish(suggestion, text, queries.limits_of(variant.channel).text),
        wants=way.wants if way else Rewrite,
        spoken=spoken,
        language=suggestion.language or variant.language,
        limit=_limit(way, text, queries.limits_of(variant.channel).text),
        keep=_keep(way, text, spoken),
        brief=said,
        text=text,
        knowledge=knowledge,
        voice=tuple(
            _first_words(sample.text, VOICE_LENGTH)
            for sample in brands.voice(post.brand_id)[:VOICE_SAMPLES]
        ),
        manner=voice_rules(post.brand_id, variant.language),
        stopped=suggestion.state != "asked",
    )


def _limit(way: Way | None, text: str, most: int) -> int:
    """How long a text may be: what the channel takes, for each post of a thread."""
    if way and way.name in LIMITS:
        return LIMITS[way.name]
    posts = len(thread_of(text)) if way else 1
    if way and way.name == "thread":
        posts = max(posts, 2, len(text) // max(1, most) + 2)
    return min(most * posts, MAX_LIMIT)


def _keep(way: Way | None, text: str, spoken: str) -> tuple[str, ...]:
    """What of the text has to be in the answer."""
    if not way or way.keeps == "nothing":
        return ()
    if way.keeps == "links":
        return tuple(url.text for url in urls(text))
    return facts_to_keep(text, spoken)


def _wish(suggestion: Suggestion, text: str, most: int) -> str:
    """What a model is to do; what the person adds is a member's own words, so it stands there."""
    if suggestion.way:
        wish = Wish(
            way=suggestion.way,
            by="model",
            tone=suggestion.tone,
            language=suggestion.language,
            instruction=suggestion.instruction,
        )
        each = f" Each post has at most {most} characters." if suggestion.way == "thread" else ""
        return wish.told(suggestion.from_language) + each
    asks = f"The author asks: {suggestion.instruction}" if suggestion.instruction else ""
    if text.strip():
        return f"Rewrite the text as one social media post. {asks}"
    return f"Write one social media post from the brief. {asks}"


def _first_words(text: str, limit: int) -> str:
    """The text, cut after the last whole word within `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return cut[: cut.rfind(" ")] if " " in cut else cut
