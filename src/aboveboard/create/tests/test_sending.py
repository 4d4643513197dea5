"""Whatever goes out carries a credential; the original stays as it came, and its chain stays."""

import io
from pathlib import Path

import pytest
from tests.desk import Desk, open_desk

from aboveboard.create.actions import add_asset
from aboveboard.create.actions.sending import sign_to_send
from aboveboard.create.actions.signing import authorities
from aboveboard.create.models import Asset
from aboveboard.kernel.digest import sha256
from aboveboard.ledger import queries as ledger
from aboveboard.media.credentials import inspect
from aboveboard.media.likeness import differing, likeness
from aboveboard.media.tests.drawing import face

pytestmark = pytest.mark.django_db


def picture() -> bytes:
    """A drawn face as PNG."""
    kept = io.BytesIO()
    face().save(kept, "PNG")
    return kept.getvalue()


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def sent(desk: Desk, asset: Asset) -> tuple[str, tuple[str, ...]]:
    path = Path(asset.sent_file.path if asset.sent_digest else asset.file.path)
    told = inspect(path, asset.mime, trusts=authorities(desk.brand.workspace_id))
    return told.state, tuple(step.action for step in told.steps)


def test_an_upload_goes_out_signed_and_stays_as_it_came(desk: Desk) -> None:
    data = picture()
    asset = add_asset(desk.actor, desk.brand.id, name="Salt.png", data=data)
    asset.refresh_from_db()
    assert Path(asset.file.path).read_bytes() == data
    assert asset.digest == sha256(data) != asset.sent_digest
    assert sha256(Path(asset.sent_file.path).read_bytes()) == asset.sent_digest
    assert sent(desk, asset) == ("trusted", ("c2pa.opened", "c2pa.published"))
    assert asset.sent_size > asset.size
    entry = ledger.entries(desk.brand.workspace_id, subject_id=asset.pk).get()
    assert entry.digests == {"file": asset.digest, "sent": asset.sent_digest}
    one, other = (likeness(Path(p.path)) for p in (asset.file, asset.sent_file))
    assert one.bits is not None
    assert other.bits is not None
    assert differing(one.bits, other.bits) == 0


def test_what_came_with_a_manifest_that_holds_goes_out_with_its_chain(desk: Desk) -> None:
    first = add_asset(desk.actor, desk.brand.id, name="Salt.png", data=picture())
    signed = Path(first.sent_file.path).read_bytes()
    again = add_asset(desk.actor, desk.brand.id, name="Again.png", data=signed)
    assert again.sent_digest == ""
    assert sent(desk, again)[0] == "trusted"
    assert Path(again.file.path).read_bytes() == signed


def test_what_cannot_be_signed_is_said_to_be_unsigned(desk: Desk) -> None:
    asset = add_asset(desk.actor, desk.brand.id, name="Salt.png", data=picture())
    kept = asset.sent_digest
    Path(asset.file.path).write_bytes(b"no picture")
    sign_to_send(asset, desk.brand.workspace_id)
    assert asset.sent_digest == kept
    asset.mime, asset.sent_digest = "video/webm", ""
    sign_to_send(asset, desk.brand.workspace_id)
    assert asset.sent_size == asset.size
    assert not asset.is_signed
