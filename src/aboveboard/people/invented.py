"""Members that nobody is: the cast of the demo brand, who can never sign in."""

from django.db import transaction

from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.clean import clean_email, clean_name
from aboveboard.people.models import Membership, User
from aboveboard.people.rules import Right, Role

# Reserved for examples (RFC 2606): no mail ever reaches such an address.
_NOWHERE = ".example"


@transaction.atomic
def invented_member(actor: Actor, *, email: str, name: str, role: Role) -> Actor:
    """A member of the actor's workspace without a password or a way to get one.

    Asked again it is the same member. Raises Forbidden, and Invalid for an address that
    somebody could have.
    """
    require(actor, Right.members, actor.workspace_id)
    address = clean_email(email)
    if not address.endswith(_NOWHERE) or role is Role.owner:
        raise Invalid(
            "An invented member has an address under .example and is no owner.",
            mend="Invite real people instead.",
            code="invented",
        )
    user = User.objects.filter(email=address).first()
    if user is None:
        user = User(email=address, name=clean_name(name))
        user.set_unusable_password()
        user.save(force_insert=True)
    member, is_new = Membership.objects.get_or_create(
        user=user, workspace_id=actor.workspace_id, defaults={"role": role.value}
    )
    if is_new:
        enter(
            actor,
            "member.invented",
            subject_kind="user",
            subject_id=user.id,
            digests={"role": sha256(role.value)},
        )
    return Actor("person", actor.workspace_id, user.id, Role(member.role), str(user))
