"""What would be sent to a model, word for word, before anything is."""

from uuid import UUID

from aboveboard.ai.prompting import Prompt, prompt
from aboveboard.create import queries
from aboveboard.create.models import Suggestion
from aboveboard.create.words.suggesting import gathered, instruction_for
from aboveboard.kernel import clock
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean


def request_for(actor: Actor, variant_id: UUID, instruction: str = "") -> Prompt:
    """The request that asking for a suggestion would send. Nothing is kept or sent."""
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    wish = clean(instruction).strip()
    unsaved = Suggestion(variant=variant, instruction=wish, asked_at=clock.now())
    return prompt(instruction_for(gathered(unsaved)))
