"""What the tests of models share: a brief with a price, and how a suggestion is fetched."""

from collections.abc import Sequence

from asgiref.sync import async_to_sync
from tests.desk import Desk

from aboveboard.ai.tests.chat_server import Chat, ChatServer
from aboveboard.create import actions, queries
from aboveboard.create.models import Call, Suggestion, Variant
from aboveboard.create.words.suggesting import suggest

GROUNDED = "Fine salt from our pans is €6.40 a tin."
INVENTED = "Fine salt from our pans is €6.40 a tin, and 4,000 chefs love it."
ALTERED = "Fine salt from our pans is €7.40 a tin."


class InTurn(list[Chat]):
    """What the server is asked; with every question it takes up its next answer."""

    def __init__(self, server: ChatServer, texts: Sequence[str]) -> None:
        super().__init__()
        self._server = server
        self._texts = iter(texts)

    def append(self, chat: Chat) -> None:
        super().append(chat)
        self._server.text = next(self._texts)


def briefed(desk: Desk, **fields: object) -> Variant:
    """An empty text of a post that has a brief with a price."""
    told: dict[str, object] = {"messages": ("Fine salt, €6.40 a tin.",), **fields}
    brief = desk.brief(**told)
    post = actions.draft_post(desk.actor, brief.id)
    variant = queries.variants(post.id)[0]
    actions.save_text(desk.actor, variant.id, "", base=1)
    return desk.again(variant)


def judged(desk: Desk) -> tuple[int, int]:
    """The answers that the fact lock let pass and those that it refused, as the settings show."""
    rows = queries.took(Call.objects.filter(workspace_id=desk.actor.workspace_id))
    return sum(row.judged - row.refused for row in rows), sum(row.refused for row in rows)


def fetched(desk: Desk, variant: Variant, wish: str = "") -> Suggestion:
    asked = actions.ask_model(desk.actor, variant.id, wish)
    async_to_sync(suggest)(asked.id)
    asked.refresh_from_db()
    return asked
