"""`aboveboard inspect` reads back what `aboveboard sign` wrote."""

import json
from pathlib import Path

import pytest
from PIL import Image

from aboveboard.kernel import clock
from aboveboard.media.identity import new_identity
from tests.cli.running import Studio

pytestmark = pytest.mark.slow


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "rake.jpg"
    Image.effect_noise((64, 48), 60).convert("RGB").save(path)
    return path


def test_what_sign_wrote_inspect_reads(tmp_path: Path, studio: Studio, photo: Path) -> None:
    ours = new_identity("Brackwater", clock.now())
    chain, key, root = (tmp_path / name for name in ("chain.pem", "key.pem", "root.pem"))
    for path, text in ((chain, ours.chain), (key, ours.key), (root, ours.authority)):
        path.write_text(text)
    out = tmp_path / "signed.jpg"
    studio.does(
        "sign", photo, "--out", out, "--source", "trainedAlgorithmicMedia", "--by", "small-model",
        "--certificate", chain, "--key", key,
    )  # fmt: skip
    told = json.loads(studio.does("inspect", out, "--trust", root, "--json").out)
    assert (told["state"], told["says_model"], told["xmp"]) == (
        "trusted",
        True,
        "trainedAlgorithmicMedia",
    )
    assert told["steps"][0]["by"] == "small-model"
    said = studio.does("inspect", out).out
    assert "Valid. Who signed it is not among those you trust." in said
    assert "It says that a model made it" in said
    assert "says nothing of itself" in studio.does("inspect", photo).out
    # Without a certificate of one's own the studio signs as its own authority, beside the file.
    studio.does("sign", photo)
    beside = json.loads(studio.does("inspect", tmp_path / "rake.signed.jpg", "--json").out)
    assert (beside["state"], beside["ingredients"]) == ("valid", ["rake.jpg"])
    refused = studio.run("sign", photo, "--out", photo)
    assert (refused.code, "left as it is" in refused.err) == (1, True)
