"""The house's order holds for every import, without exceptions."""

import pytest
from importlinter.cli import lint_imports

from tests.architecture.house import CONTRACTS, ROOT, SRC, layers


# `make check` looks at the contracts by themselves.
@pytest.mark.slow
def test_every_contract_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_no_contract_lists_exceptions() -> None:
    assert [name for name, contract in CONTRACTS.items() if "ignore_imports" in contract] == []


def test_the_order_names_every_package() -> None:
    there = {path.parent.name for path in SRC.glob("*/__init__.py")}
    assert there <= {name for layer in layers() for name in layer}
