"""How a suggestion is fetched: a model is asked under the fact lock, at most three times.

The lock holds the facts of the brief, the knowledge chosen in it and the text there is. An
answer that adds, alters or drops one is refused and asked for anew, with what was wrong said;
the last one is kept with its breaks marked, so that a person sees them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings

from aboveboard.ai.base import Instruction, Provider, Quote
from aboveboard.ai.discovery import LOCAL_HOSTS
from aboveboard.ai.registry import text_model
from aboveboard.ai.results import Rewrite
from aboveboard.brand import queries as brands
from aboveboard.create import queries
from aboveboard.create.actions.models import fail_suggestion, finish_suggestion
from aboveboard.create.models import Suggestion
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.secrets import Vault
from aboveboard.text.lock import Break, Lock

TRIES = 3
VOICE_SAMPLES = 4
RULES = (
    "State no number, date, time, price, name, address or claim that the material does not state.",
    "Keep every number, date, time, price, name and address that you use exactly as it is given.",
    "Write plain sentences in the voice of the samples. No hashtags, no emoji, no markdown.",
    "Write only the post itself: no heading, no explanation, no quotation marks around it.",
)


@dataclass(frozen=True)
class Asked:
    """All that a suggestion needs, read in one go. `facts` are the texts that the lock holds."""

    provider: Provider
    task: str
    language: str
    limit: int
    brief: str
    text: str
    facts: tuple[str, ...]
    voice: tuple[str, ...]
    stopped: bool


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
    model, said, refused = text_model(asked.provider), "", 0
    found: Sequence[Break] = ()
    for number in range(1, TRIES + 1):
        answer = await model.write(_instruction(asked, said, found))
        said = answer.data.text
        found = lock.breaks(said)
        if not found or number == TRIES:
            break
        refused += 1
    await sync_to_async(finish_suggestion)(
        suggestion_id,
        text=said,
        model=answer.model or asked.provider.model,
        breaks=found,
        tries=number,
        refused=refused + bool(found),
    )


def _instruction(asked: Asked, said: str, found: Sequence[Break]) -> Instruction[Rewrite]:
    quotes = [Quote("voice", sample) for sample in asked.voice]
    if asked.text:
        quotes.append(Quote("text", asked.text))
    quotes += [Quote("knowledge", fact) for fact in asked.facts[:40]]
    rules = list(RULES)
    if found:
        quotes.append(Quote("text", said))
        rules.append(
            "Your last answer, the last text quoted, was refused. Mend this: "
            + "; ".join(dict.fromkeys(f"{item.kind} {item.text!r}" for item in found[:8]))
        )
    return Instruction(
        task=asked.task,
        rules=tuple(rules),
        brief=asked.brief,
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
    row = queries.providers(post.brand.workspace_id).get(name=suggestion.provider)
    key = Vault(settings.SECRET_KEYS).open(bytes(row.sealed_key)) if row.sealed_key else {}
    brief = post.brief
    text = variant.head.text if variant.head else ""
    chosen = list(brief.facts.select_related("passage")) if brief else []
    said = (
        [brief.title, brief.goal, brief.audience, *brief.messages, brief.ask, brief.link]
        if brief
        else []
    )
    return Asked(
        provider=Provider(
            name=row.name,
            kind=row.kind,
            base_url=row.base_url,
            model=row.model,
            api_key=key.get("api_key", ""),
            allow_hosts=settings.ABOVEBOARD.allow_hosts | LOCAL_HOSTS,
        ),
        task=(
            f"Rewrite the text as one social media post. {_wish(suggestion)}"
            if text.strip()
            else f"Write one social media post from the brief. {_wish(suggestion)}"
        ),
        language=variant.language,
        limit=queries.limits_of(variant.channel).text,
        brief="\n".join(line for line in said if line),
        text=text,
        facts=tuple(line for line in (*said, text, *(f.passage.text for f in chosen)) if line),
        voice=tuple(s.text for s in brands.voice(post.brand_id)[:VOICE_SAMPLES]),
        stopped=suggestion.state != "asked",
    )


def _wish(suggestion: Suggestion) -> str:
    """What the person asked for; a member's own words, so they stand with the task."""
    return f"The author asks: {suggestion.instruction}" if suggestion.instruction else ""
