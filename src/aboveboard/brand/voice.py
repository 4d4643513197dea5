"""How a brand sounds in a language: measured from its samples, put right by people.

For pages (`voice_of`), for models (`voice_rules`) and for the guard that compares.
"""

from collections.abc import Mapping
from functools import lru_cache
from uuid import UUID

from django.db import transaction

from aboveboard.brand import queries
from aboveboard.brand.models import Brand, VoiceLine
from aboveboard.brand.rules import LANGUAGES
from aboveboard.brand.sound import Told, Voice
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean
from aboveboard.text.languages import guess
from aboveboard.text.voice.lines import KEYS, lines
from aboveboard.text.voice.measures import Example, Measures, measured

FREE = ("never", "besides")
MAX_SAID, MAX_NEVER = 400, 100


def voice_of(brand: Brand, language: str) -> Voice:
    """The voice in one language; a sample whose language nobody can tell is the brand's own's."""
    samples = [
        (sample.name, sample.text)
        for sample in queries.voice(brand.pk)
        if (guess(sample.text) or brand.language) == language
    ]
    texts = tuple(text for _name, text in samples)
    of = _measured(texts, language, brand.pk, queries.knowledge_stamp(brand.pk))
    rows = {
        row.key: row
        for row in VoiceLine.objects.filter(brand=brand, language=language).select_related("by")
    }
    told = tuple(_told(line.key, line.says, line.rule, line.examples, rows) for line in lines(of))
    never, besides = (rows[key].said if key in rows else "" for key in FREE)
    names = tuple(name for name, _text in samples)
    return Voice(language, of, told, tuple(never.splitlines()), besides, names, texts)


def voice_rules(brand_id: UUID, language: str) -> tuple[str, ...]:
    """What a model is told of the voice, a sentence each; nothing while too little is known."""
    voice = voice_of(Brand.objects.get(pk=brand_id), language)
    rules = [rule for line in voice.lines if line.on and (rule := line.said or line.rule)]
    if voice.never:
        rules.append(f"Never use these words: {', '.join(voice.never)}.")
    rules += [line for line in voice.besides.splitlines() if line]
    return tuple(rules)


def set_voice_line(
    actor: Actor, brand_id: UUID, *, language: str, key: str, on: bool = True, said: str = ""
) -> VoiceLine:
    """Switch a line off or on, or say it in one's own words (empty: as it was measured).

    Raises Invalid for a line that there is none of, or too many words.
    """
    require(actor, Right.policy, actor.workspace_id)
    brand = queries.brand(actor, brand_id)
    if key not in (*KEYS, *FREE) or language not in LANGUAGES:
        raise Invalid("There is no such line of the voice.", mend="Choose one from the list.")
    said = _said(key, said)
    with transaction.atomic():
        line, _is_new = VoiceLine.objects.update_or_create(
            brand=brand,
            language=language,
            key=key,
            defaults={"on": on, "said": said, "by_id": actor.user_id, "at": clock.now()},
        )
        enter(
            actor,
            "voice.told",
            subject_kind="brand",
            subject_id=brand.pk,
            digests={"line": sha256(f"{language} {key} {on} {said}")},
        )
    return line


def _said(key: str, said: str) -> str:
    rows = [" ".join(row.split()) for row in clean(said).replace(";", "\n").splitlines()]
    if key == "never":
        rows = [word.strip() for row in rows for word in row.split(",")]
    rows = list(dict.fromkeys(row for row in rows if row))
    most = MAX_NEVER if key == "never" else 10
    if len(rows) > most or any(len(row) > MAX_SAID for row in rows):
        raise Invalid(
            f"This is too much for a line of the voice: {most} lines of {MAX_SAID} characters are "
            "the most.",
            mend="Shorten it.",
            code="voice",
        )
    return "\n".join(rows) if key in FREE else " ".join(rows)


def _told(
    key: str, says: str, rule: str, examples: tuple[Example, ...], rows: Mapping[str, VoiceLine]
) -> Told:
    row = rows.get(key)
    if row is None:
        return Told(key, says, rule, examples)
    by = (row.by.name or row.by.email) if row.by else ""
    return Told(key, says, rule, examples, row.said, row.on, by, row.at)


# All that the measures hold is in the key, so that none is ever stale.
@lru_cache(maxsize=32)
def _measured(texts: tuple[str, ...], language: str, brand_id: UUID, _stamp: str) -> Measures:
    rows = queries.passages(brand_id).filter(source__language=language)
    return measured(texts, language, against=rows.values_list("text", flat=True)[:2_000])
