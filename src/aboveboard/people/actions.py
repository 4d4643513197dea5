"""What changes accounts and workspaces: set-up, signing in, invitations, roles, profiles.

Each action checks the right, makes the change and enters it in the ledger in one transaction.
Ledgers belong to workspaces; what concerns an account is entered in each of its workspaces.
"""

from typing import TextIO
from uuid import UUID

from django.db import transaction

from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.ledger import exporting
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.clean import clean_email, clean_name
from aboveboard.people.models import (
    Invitation,
    Language,
    Membership,
    Theme,
    User,
    Workspace,
)
from aboveboard.people.programs import end_token, make_token
from aboveboard.people.rules import Right, Role, listed, may_set_role
from aboveboard.people.signing_in import (
    check_password,
    enter_everywhere,
    lock,
    make_sign_in_link,
    set_password,
    use_sign_in_link,
)
from aboveboard.people.tokens import INVITATION_LASTS, new_token, token_hash

__all__ = [
    "accept_invitation",
    "change_role",
    "check_password",
    "end_token",
    "export_record",
    "invite",
    "make_sign_in_link",
    "make_token",
    "remove_member",
    "set_up",
    "update_profile",
    "update_workspace",
    "use_sign_in_link",
    "withdraw_invitation",
]


@transaction.atomic
def set_up(owner_email: str, password: str | None, workspace_name: str) -> tuple[User, Workspace]:
    """Makes the first owner and workspace; for the machine's own command line only.

    Done twice for the same owner it changes nothing but a password that is given. Raises
    Conflict when somebody else is the owner, Invalid for a bad e-mail, name or password.
    """
    email = clean_email(owner_email)
    lock(0)
    owned = Membership.objects.filter(role=Role.owner.value).order_by("created_at", "id")
    mine = owned.filter(user__email=email).select_related("user", "workspace").first()
    if mine is None and owned.exists():
        raise Conflict(
            "This studio has an owner already. Nothing was changed.",
            mend="Ask the owner for an invitation, or give the owner's own e-mail.",
            code="has_owner",
        )
    if mine is not None:
        user, workspace = mine.user, mine.workspace
        if password is not None and not user.check_password(password):
            set_password(user, password)
            enter_everywhere(user, "account.password_set", by_house=True)
        return user, workspace
    name = clean_name(workspace_name, what="name of the workspace")
    user = User.objects.filter(email=email).first() or User(email=email, name=email.split("@")[0])
    if password is None and user._state.adding:
        user.set_unusable_password()
        user.save()
    elif password is not None:
        set_password(user, password)
    workspace = Workspace.objects.create(name=name)
    house = Actor.house(workspace.id)
    enter(house, "workspace.made", subject_kind="workspace", subject_id=workspace.id)
    _join(house, user, Role.owner)
    return user, workspace


@transaction.atomic
def invite(actor: Actor, email: str, role: Role) -> str:
    """A token that lets this e-mail into the actor's workspace within a week; earlier ones end.

    Raises Forbidden without the right, Conflict for somebody who is a member, Invalid for no
    e-mail address.
    """
    require(actor, Right.members, actor.workspace_id)
    _require_rank(actor, before=None, after=role)
    address = clean_email(email)
    _lock_workspace(actor.workspace_id)
    if Membership.objects.filter(workspace_id=actor.workspace_id, user__email=address).exists():
        raise Conflict(
            f"{address} is a member already. Nothing was sent.",
            mend="Change the role in the list of members.",
            code="is_member",
        )
    moment = clock.now()
    earlier = Invitation.objects.filter(workspace_id=actor.workspace_id, email=address)
    earlier.filter(accepted_at=None, expires_at__gt=moment).update(expires_at=moment)
    token = new_token()
    invitation = Invitation.objects.create(
        email=address,
        role=role.value,
        workspace_id=actor.workspace_id,
        invited_by_id=actor.user_id,
        token_hash=token_hash(token),
        created_at=moment,
        expires_at=moment + INVITATION_LASTS,
    )
    _note(actor, "member.invited", invitation.id, role, subject_kind="invitation")
    return token


@transaction.atomic
def withdraw_invitation(actor: Actor, invitation_id: UUID) -> None:
    """Ends an invitation that nobody has accepted. Raises NotFound, Forbidden."""
    require(actor, Right.members, actor.workspace_id)
    waiting = Invitation.objects.filter(
        id=invitation_id, workspace_id=actor.workspace_id, accepted_at=None
    )
    if not waiting.update(expires_at=clock.now()):
        raise NotFound("This invitation is not there, or it has been accepted.")
    enter(actor, "member.invitation_withdrawn", subject_kind="invitation", subject_id=invitation_id)


def accept_invitation(
    token: str, name: str = "", password: str = "", *, user: User | None = None
) -> User:
    """Makes the invited person a member, and an account when they have none.

    Somebody with an account gives its password, or comes signed in as `user`. Raises Invalid
    for an invitation that has ended, Forbidden for another's or a wrong password.
    """
    invitation = _open_invitation(token)
    if user is not None and user.email != invitation.email:
        raise Forbidden(
            "This invitation is for another e-mail than the one you are signed in with.",
            mend="Sign out and open the link again, or ask for an invitation to your e-mail.",
            code="other_email",
        )
    if user is None and User.objects.filter(email=invitation.email).exists():
        # Before the transaction, so that a wrong password stays counted.
        user = check_password(invitation.email, password)
    with transaction.atomic():
        workspace = _lock_workspace(invitation.workspace_id)
        invitation = _open_invitation(token)
        if user is None:
            user = User(email=invitation.email, name=clean_name(name))
            set_password(user, password)
        invitation.accepted_at = clock.now()
        invitation.save(update_fields=["accepted_at"])
        role = Role(invitation.role)
        if not Membership.objects.filter(user=user, workspace=workspace).exists():
            _join(Actor("person", workspace.id, user.id, role, str(user)), user, role)
    return user


@transaction.atomic
def change_role(actor: Actor, user_id: UUID, role: Role) -> Membership:
    """Gives a member another role. Raises Forbidden, NotFound, and Conflict for the last owner."""
    require(actor, Right.members, actor.workspace_id)
    member = _member(actor.workspace_id, user_id)
    before = Role(member.role)
    if before is role:
        return member
    _require_rank(actor, before=before, after=role)
    _keep_an_owner(member)
    member.role = role.value
    member.save(update_fields=["role"])
    _note(actor, "member.role_changed", user_id, role)
    return member


@transaction.atomic
def remove_member(actor: Actor, user_id: UUID) -> None:
    """Ends a membership; everybody may end their own. What they made and did stays.

    Raises Forbidden, NotFound, and Conflict for the last owner.
    """
    leaving = actor.kind == "person" and actor.user_id == user_id
    if not leaving:
        require(actor, Right.members, actor.workspace_id)
    member = _member(actor.workspace_id, user_id)
    if not leaving:
        _require_rank(actor, before=Role(member.role), after=None)
    _keep_an_owner(member)
    Membership.objects.filter(id=member.id).delete()
    enter(actor, "member.removed", subject_kind="user", subject_id=user_id)


@transaction.atomic
def update_profile(
    user: User,
    *,
    name: str | None = None,
    language: str | None = None,
    zone: str | None = None,
    theme: str | None = None,
    single_keys: bool | None = None,
) -> User:
    """Changes what is given of one's own profile. Raises Invalid.

    Only a new name is entered in the ledger: the rest concerns nobody else.
    """
    mine = User.objects.select_for_update().get(id=user.id)
    renamed = name is not None and clean_name(name) != mine.name
    if name is not None:
        mine.name = clean_name(name)
    if language is not None:
        mine.language = _language(language)
    if zone is not None:
        mine.zone = clock.zone(zone).key
    if theme is not None:
        if theme not in Theme.values:
            raise Invalid(
                f"There is no theme “{theme[:40]}”.", mend="Choose system, light or dark."
            )
        mine.theme = theme
    if single_keys is not None:
        mine.single_keys = single_keys
    mine.save(update_fields=["name", "language", "zone", "theme", "single_keys"])
    if renamed:
        enter_everywhere(mine, "account.renamed")
    return mine


@transaction.atomic
def update_workspace(
    actor: Actor, *, name: str | None = None, language: str | None = None, zone: str | None = None
) -> Workspace:
    """Changes what is given of the actor's workspace. Raises Forbidden, Invalid."""
    require(actor, Right.members, actor.workspace_id)
    workspace = _lock_workspace(actor.workspace_id)
    if name is not None:
        workspace.name = clean_name(name, what="name of the workspace")
    if language is not None:
        workspace.language = _language(language)
    if zone is not None:
        workspace.zone = clock.zone(zone).key
    workspace.save(update_fields=["name", "language", "zone"])
    enter(actor, "workspace.changed", subject_kind="workspace", subject_id=workspace.id)
    return workspace


def export_record(actor: Actor, stream: TextIO) -> exporting.Exported:
    """Writes the workspace's ledger as a file that `verify` can check, and enters that it was.

    Raises Forbidden without the right, Conflict when the record does not hold together.
    """
    require(actor, Right.export, actor.workspace_id)
    done = exporting.export(actor.workspace_id, stream)
    with transaction.atomic():
        enter(
            actor,
            "record.exported",
            subject_kind="workspace",
            subject_id=actor.workspace_id,
            digests={"head": done.head_hash},
        )
    return done


def _open_invitation(token: str) -> Invitation:
    invitation = Invitation.objects.filter(token_hash=token_hash(token)).first()
    if invitation is None or invitation.accepted_at or invitation.expires_at <= clock.now():
        raise Invalid(
            "This invitation has been used or withdrawn, or it is too old. Nothing was changed.",
            mend="Ask for a new one.",
            code="invitation",
        )
    return invitation


def _join(actor: Actor, user: User, role: Role) -> None:
    Membership.objects.create(user=user, workspace_id=actor.workspace_id, role=role.value)
    _note(actor, "member.joined", user.id, role)


def _note(
    actor: Actor, kind: str, subject_id: UUID, role: Role, *, subject_kind: str = "user"
) -> None:
    enter(
        actor,
        kind,
        subject_kind=subject_kind,
        subject_id=subject_id,
        digests={"role": sha256(role.value)},
    )


def _require_rank(actor: Actor, *, before: Role | None, after: Role | None) -> None:
    if actor.role is None or not may_set_role(actor.role, before=before, after=after):
        raise Forbidden(
            "Only an owner gives or takes the role of owner. Nothing was changed.",
            mend=f"Ask {listed((Role.owner,))} of this workspace.",
            code="rank",
        )


def _keep_an_owner(member: Membership) -> None:
    owners = Membership.objects.filter(workspace_id=member.workspace_id, role=Role.owner.value)
    if member.role == Role.owner.value and owners.count() == 1:
        raise Conflict(
            "This is the last owner of the workspace. Nothing was changed.",
            mend="Make somebody else an owner first.",
            code="last_owner",
        )


def _member(workspace_id: UUID, user_id: UUID) -> Membership:
    _lock_workspace(workspace_id)
    member = Membership.objects.filter(workspace_id=workspace_id, user_id=user_id).first()
    if member is None:
        raise NotFound("This person is not a member of the workspace.", code="no_member")
    return member


def _lock_workspace(workspace_id: UUID) -> Workspace:
    """Memberships change one at a time, so that counting owners means something."""
    return Workspace.objects.select_for_update().get(id=workspace_id)


def _language(code: str) -> str:
    if code not in Language.values:
        raise Invalid(
            f"The interface does not speak “{code[:40]}”.",
            mend=f"Choose one of {', '.join(Language.values)}.",
            code="language",
        )
    return code
