"""A workspace at work, made through the actions alone: what a person at a desk can do."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction

from aboveboard.brand import actions as brand_actions
from aboveboard.brand.models import Brand, Channel
from aboveboard.brand.rules import Policy
from aboveboard.create import actions as create
from aboveboard.create import queries as created
from aboveboard.create.models import Suggestion, Variant
from aboveboard.create.words.origins import Origin, Passage
from aboveboard.kernel.errors import AboveboardError
from aboveboard.people.actors import Actor
from aboveboard.plan import actions as plan
from aboveboard.plan.actions import BriefFields
from aboveboard.plan.models import Brief, Post
from tests.builders import House, make_workspace


@dataclass(frozen=True)
class Desk:
    """A workspace, its owner, and a brand with its site."""

    house: House
    brand: Brand

    @property
    def actor(self) -> Actor:
        return self.house.actor

    @property
    def site(self) -> Channel:
        return self.brand.channels.get(network="site")

    def channel(self, network: str, name: str = "") -> Channel:
        """A further channel, without secrets."""
        return brand_actions.add_channel(
            self.actor,
            self.brand.id,
            network=network,
            name=name or network.title(),
            server="https://social.example",
            handle="saltworks",
        )

    def brief(self, **fields: Any) -> Brief:
        """A brief for the site, unless told otherwise."""
        told = {"title": "Opening", "channels": (self.site.id,), **fields}
        if not {"messages", "goal", "ask", "facts"} & set(fields):
            told["messages"] = ("We open the new salt works on Saturday.",)
        return plan.create_brief(self.actor, self.brand.id, BriefFields(**told))

    def post(self, title: str = "A tide table", at: datetime | None = None) -> Post:
        return plan.create_post(self.actor, self.brand.id, title=title, at=at)

    def variant(
        self,
        text: str = "The pans are full.",
        *,
        post: Post | None = None,
        channel: Channel | None = None,
        at: datetime | None = None,
    ) -> Variant:
        """A text that a person typed."""
        variant = create.add_variant(self.actor, post or self.post(at=at), channel or self.site)
        if text:
            create.save_text(self.actor, variant.id, text, base=1)
        return self.again(variant)

    def by_model(self, text: str, **where: Any) -> Variant:
        """A text that a model wrote."""
        variant = self.variant("", **where)
        create.save_suggested(self.actor, variant.id, [model_passage(text)])
        return self.again(variant)

    def again(self, variant: Variant) -> Variant:
        """The variant as it stands now."""
        return created.variant(self.actor, variant.id)


def open_desk(
    policy: Policy | None = None,
    *,
    name: str = "Brackwater Saltworks",
    zone: str = "Europe/Amsterdam",
    **told: Any,
) -> Desk:
    house = make_workspace()
    brand = brand_actions.create_brand(house.actor, name=name, zone=zone, policy=policy, **told)
    return Desk(house, brand)


def model_passage(text: str, source: str = "a suggestion") -> Passage:
    origin = Origin(kind="model", by="small-model", source=source, at="2026-05-01T10:00+00:00")
    return Passage(text=text, origin=origin)


def kinds(passages: Sequence[Passage]) -> list[tuple[str, str]]:
    """What each origin's kind wrote, in order."""
    return [(passage.origin.kind, passage.text) for passage in passages]


def each_refused(
    kind: type[AboveboardError], *acts: Callable[[], object], words: str | None = None
) -> list[AboveboardError]:
    """Each act raises this error, with a mend; gives the errors."""
    errors: list[AboveboardError] = []
    for act in acts:
        with pytest.raises(kind, match=words) as raised, transaction.atomic():
            act()
        assert raised.value.mend
        errors.append(raised.value)
    return errors


def offered(variant: Variant) -> Suggestion:
    """The newest suggestion for a variant."""
    return variant.suggestions.order_by("-asked_at")[0]


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """What came of acts begun in the same moment, sorted: “done”, or the code of the error."""
    outcomes: list[str] = []
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> None:
        start.wait()
        try:
            act()
            outcomes.append("done")
        except AboveboardError as error:
            outcomes.append(error.code)
        except Exception as error:
            outcomes.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)
