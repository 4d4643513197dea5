"""What a Matrix homeserver refuses has its kind."""

from dataclasses import replace

import pytest
from tests.servers.contract.engine import Api, Call, Reply

from aboveboard.channels.base import Account
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.matrix.network import matrix
from aboveboard.channels.tests.contract import (
    outgoing,
)
from aboveboard.kernel.http import Client

SEND = "/_matrix/client/v3/rooms/{room}/send/m.room.message/{txn}"


ACCOUNT = Account("", "@salt:x", "!room:x", {"token": "t"})
ERRORS = [
    (429, {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 7_000}, TryLater),
    (403, {"errcode": "M_RESOURCE_LIMIT_EXCEEDED"}, TryLater),
    (401, {"errcode": "M_UNKNOWN_TOKEN", "soft_logout": True}, SignInAgain),
    (403, {"errcode": "M_CONSENT_NOT_GIVEN"}, SignInAgain),
    (404, {"errcode": "M_NOT_FOUND"}, Gone),
    (403, {"errcode": "M_USER_DEACTIVATED"}, Gone),
    (413, {"errcode": "M_TOO_LARGE"}, Refused),
    (500, {"errcode": "M_UNKNOWN"}, OutcomeUnknown),
    (502, {}, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "body", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int, body: dict[str, object], kind: type[ChannelError], http: Client
) -> None:
    """Those that a healthy server does not give by itself."""
    api: Api[None] = Api("matrix")

    @api.call("PUT", SEND, kind="bytes")
    def answer(_state: None, _call: Call) -> Reply:
        return Reply(status, body)

    with api.serve(None) as broken, pytest.raises(kind) as caught:
        await matrix.publish(http, replace(ACCOUNT, server=broken.url), outgoing("Words."))
    assert type(caught.value) is kind
    if isinstance(caught.value, TryLater):
        assert caught.value.wait == (7 if status == 429 else 3_600)
