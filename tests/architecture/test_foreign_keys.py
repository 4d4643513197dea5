"""A foreign key counts as an import: it points to the same stage or to an earlier one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db.models import ForeignObject, ManyToManyField, Model

from tests.architecture.house import rank


@dataclass(frozen=True)
class Relation:
    """One relation of our models, with the packages at both ends."""

    name: str
    source: str
    target: str

    @property
    def points_up(self) -> bool:
        return rank(self.target) > rank(self.source)


def relations(models: Iterable[type[Model]]) -> list[Relation]:
    """Every relation between our models, also those declared by a name in a string."""
    found = []
    for model in models:
        for field in model._meta.get_fields(include_hidden=True):
            if isinstance(field, ForeignObject | ManyToManyField):
                target = field.related_model
                if isinstance(target, type) and _package(target) and _package(model):
                    name = f"{model._meta.label}.{field.name}"
                    found.append(Relation(name, _package(model), _package(target)))
    return found


def _package(model: type[Model]) -> str:
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "aboveboard" else ""


def test_relations_point_downward() -> None:
    found = relations(apps.get_models(include_auto_created=True))
    assert len(found) > 30, "the walk must see the house's relations"
    assert [relation.name for relation in found if relation.points_up] == []


def test_a_relation_upward_is_told() -> None:
    assert Relation("Membership.delivery", "people", "publish").points_up
    assert not Relation("Delivery.member", "publish", "people").points_up
    assert not Relation("Part.delivery", "publish", "publish").points_up
