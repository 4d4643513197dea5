"""Erasing a person (GDPR, Article 17): what says who they are goes, what they did stays nobody's.

The row stays, without a name or an address, so that approvals and the ledger, which know its id
alone, hold as they did. The id leads to nobody any more.
"""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import transaction

from aboveboard.kernel.errors import Conflict
from aboveboard.people.models import Invitation, Membership, SignInLink, Token, User
from aboveboard.people.rules import Role
from aboveboard.people.signing_in import enter_everywhere


@transaction.atomic
def erase_person(user: User) -> None:
    """Erase somebody, for the machine's own command line only.

    Raises Conflict for the last owner of a workspace.
    """
    mine = User.objects.select_for_update().get(pk=user.pk)
    for member in Membership.objects.filter(user=mine, role=Role.owner.value):
        owners = Membership.objects.select_for_update().filter(
            workspace_id=member.workspace_id, role=Role.owner.value
        )
        if len(owners) == 1:
            raise Conflict(
                "This is the last owner of a workspace. Nothing was erased.",
                mend="Make somebody else an owner first.",
                code="last_owner",
            )
    enter_everywhere(mine, "account.erased", by_house=True)
    for rows in (
        Membership.objects.filter(user=mine),
        Token.objects.filter(user=mine),
        SignInLink.objects.filter(user=mine),
        EmailAddress.objects.filter(user=mine),
        Authenticator.objects.filter(user=mine),
        Invitation.objects.filter(email=mine.email),
    ):
        rows.delete()
    ended = [one.pk for one in Session.objects.all() if _belongs(one, mine)]
    Session.objects.filter(pk__in=ended).delete()
    mine.email, mine.name, mine.is_active = f"{mine.pk.hex}@erased.invalid", "", False
    mine.set_unusable_password()
    mine.save()


def _belongs(session: Session, user: User) -> bool:
    return str(session.get_decoded().get("_auth_user_id", "")) == str(user.pk)
