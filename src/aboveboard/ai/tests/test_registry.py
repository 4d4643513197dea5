"""Kinds by name, those of other packages included."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from aboveboard.ai import registry
from aboveboard.ai.base import Provider
from aboveboard.ai.errors import NotConfigured
from aboveboard.ai.openai_compatible.model import OpenAICompatible
from aboveboard.ai.registry import Kind, kinds, text_model

ADAPTER = "aboveboard.ai.openai_compatible.model:OpenAICompatible"
ELSEWHERE = Kind("elsewhere", "Elsewhere", ADAPTER)
IMPOSTOR = Kind("openai_compatible", "Impostor", ADAPTER)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    points = [
        EntryPoint(name.lower(), f"{__name__}:{name}", registry.GROUP)
        for name in ("ELSEWHERE", "IMPOSTOR")
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: EntryPoints(points))
    kinds.cache_clear()
    yield
    kinds.cache_clear()


def test_a_package_adds_a_kind_and_takes_none(installed: None) -> None:
    assert set(kinds()) == {"openai_compatible", "anthropic", "google", "elsewhere"}
    assert kinds()["openai_compatible"].title != "Impostor"


def test_a_provider_opens_its_model(provider: Provider) -> None:
    model = text_model(provider)
    assert isinstance(model, OpenAICompatible)
    assert model.provider is provider


def test_knowing_the_kinds_loads_no_library() -> None:
    code = "import sys, aboveboard.ai.registry as r, aboveboard.ai.discovery; r.kinds(); "
    code += "sys.exit('pydantic_ai' in sys.modules or 'openai' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_kind_names_those_there_are(provider: Provider) -> None:
    unknown = Provider("x", "telepathy", "http://x", "y")
    with pytest.raises(NotConfigured, match="openai_compatible"):
        text_model(unknown)
