"""Which kinds of provider there are: one line each, and those that installed packages add.

A package adds one with an entry point of the group `aboveboard.ai_providers` that names a `Kind`.
Adapters are named, not imported, here: a provider's library takes a second or two to load, and
most runs of this program never talk to a model.
"""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pkgutil import resolve_name

from aboveboard.ai.base import Provider, TextModel
from aboveboard.ai.errors import NotConfigured
from aboveboard.ai.pictures import PictureModel

GROUP = "aboveboard.ai_providers"


@dataclass(frozen=True)
class Kind:
    """One kind of provider: its short name, its title for people, and where its adapter is.

    `adapter` is "package.module:name" of what makes a `TextModel` from a `Provider`; `address`
    where it usually answers, empty when there is no such place; `pictures` names what makes a
    `PictureModel`, empty where the kind makes none.
    """

    name: str
    title: str
    adapter: str
    address: str = ""
    pictures: str = ""

    def open(self, provider: Provider) -> TextModel:
        model: TextModel = resolve_name(self.adapter)(provider)
        return model


_BUILT_IN = (
    Kind(
        "openai_compatible",
        "OpenAI-compatible server",
        "aboveboard.ai.openai_compatible.model:OpenAICompatible",
        pictures="aboveboard.ai.openai_compatible.pictures:OpenAICompatiblePictures",
    ),
    Kind(
        "anthropic",
        "Anthropic",
        "aboveboard.ai.anthropic.model:Anthropic",
        "https://api.anthropic.com",
    ),
    Kind(
        "google",
        "Google",
        "aboveboard.ai.google.model:Google",
        "https://generativelanguage.googleapis.com",
    ),
)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name; a package cannot take the place of a built-in one."""
    found = {kind.name: kind for kind in _BUILT_IN}
    for point in entry_points(group=GROUP):
        kind: Kind = point.load()
        found.setdefault(kind.name, kind)
    return found


def text_model(provider: Provider) -> TextModel:
    """The model of a provider. Nothing is sent yet. Raises NotConfigured for an unknown kind."""
    kind = kinds().get(provider.kind)
    if kind is None:
        raise NotConfigured(
            f"There is no kind of AI provider named “{provider.kind[:40]}”.",
            mend=f"Use one of: {', '.join(sorted(kinds()))}.",
        )
    return kind.open(provider)


def picture_model(provider: Provider) -> PictureModel:
    """The picture model of a provider. Raises NotConfigured for a kind that makes none."""
    kind = kinds().get(provider.kind)
    if kind is None or not kind.pictures:
        raise NotConfigured(
            f"{provider.name} makes no pictures.",
            mend="Connect an OpenAI-compatible images endpoint in the settings.",
        )
    model: PictureModel = resolve_name(kind.pictures)(provider)
    return model
