"""The secrets of one-time codes move to a new key with everything else."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from pytest_django import Settings
from tests.builders import make_workspace

from aboveboard.kernel.secrets import new_key
from aboveboard.ledger import keys as ledger
from aboveboard.people import signing_in


@pytest.mark.django_db
def test_one_time_codes_and_the_signing_key_need_the_old_key_no_more(
    settings: Settings,
) -> None:
    old, new = new_key(), new_key()
    settings.SECRET_KEYS = (old,)
    user = make_workspace().owner
    data = {"secret": get_adapter().encrypt("JBSWY3DPEHPK3PXP")}
    one = Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data=data)
    public = ledger.public_hex(ledger.signing_key())
    settings.SECRET_KEYS = (new, old)
    assert signing_in.turn_secrets() == 1
    assert ledger.turn_secrets() == 1
    settings.SECRET_KEYS = (new,)
    one.refresh_from_db()
    assert get_adapter().decrypt(one.data["secret"]) == "JBSWY3DPEHPK3PXP"
    assert ledger.public_hex(ledger.signing_key()) == public
