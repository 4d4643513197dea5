"""The one way to a model: which of the workspace's models is asked for a task, if any may be.

In: a brand, a task and a typed instruction. Out: a typed answer, or why none was asked for.
"""

from typing import TypeVar
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db.models import F

from aboveboard.ai.base import Answer, Instruction
from aboveboard.ai.base import Provider as Place
from aboveboard.ai.discovery import LOCAL_HOSTS
from aboveboard.ai.registry import text_model
from aboveboard.ai.results import Result
from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import Allowance, Task
from aboveboard.create import queries
from aboveboard.create.models import Provider
from aboveboard.kernel.errors import Invalid, NotFound
from aboveboard.kernel.secrets import Vault

R = TypeVar("R", bound=Result)


async def answered(
    brand_id: UUID, task: Task, instruction: Instruction[R], *, provider: str = ""
) -> Answer[R]:
    """What a model answers: the named one of the brand's workspace, else the one for this task.

    Raises ModelNotAllowed when the brand keeps the task to people, Invalid when no model is
    connected, NotFound when the named one is gone, and whatever `ai.errors` holds.
    """
    place = await sync_to_async(_place)(brand_id, task, provider)
    return await text_model(place).write(instruction)


def _place(brand_id: UUID, task: Task, name: str) -> Place:
    brand = Brand.objects.get(pk=brand_id)
    if policy_of(brand).allows(task) is Allowance.NEVER:
        raise ModelNotAllowed(
            "This brand keeps this to people. Nothing was sent to a model.",
            mend="Its rules say what a model may do.",
            code="people_only",
        )
    rows = queries.providers(brand.workspace_id)
    row = (rows.filter(name=name) if name else rows).first()
    if row is None and name:
        raise NotFound(
            f"{name} has been taken away meanwhile. Nothing was sent.",
            mend="Connect it again in the settings, or ask another model.",
        )
    if row is None:
        raise Invalid(
            "No writing model is connected. Your text is as it was.",
            mend="Connect one in the settings.",
            code="no_model",
        )
    return _opened(row)


def _opened(row: Provider) -> Place:
    key = Vault(settings.SECRET_KEYS).open(bytes(row.sealed_key)) if row.sealed_key else {}
    return Place(
        name=row.name,
        kind=row.kind,
        base_url=row.base_url,
        model=row.model,
        api_key=key.get("api_key", ""),
        allow_hosts=settings.ALLOW_HOSTS | LOCAL_HOSTS,
    )


def count_answers(workspace_id: UUID, provider: str, *, kept: int, refused: int) -> None:
    """Add to what is told of a model: how much of its answers the fact lock let pass."""
    Provider.objects.filter(workspace_id=workspace_id, name=provider).update(
        answered=F("answered") + kept, refused=F("refused") + refused
    )
