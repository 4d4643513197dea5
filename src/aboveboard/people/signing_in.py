"""Signing in: one-time links, passwords, and how guessing them is slowed down."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection, transaction

from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Forbidden, Invalid
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor, enter
from aboveboard.people.clean import check_new_password, is_storable
from aboveboard.people.models import FailedSignIn, Membership, SignInLink, User
from aboveboard.people.rules import Role
from aboveboard.people.tokens import LINK_LASTS, new_token, token_hash

TRIES = 10
TRIES_WITHIN = timedelta(minutes=5)
_LOCKS = 0x70656F70  # the space of this stage's advisory locks: any number that stays the same


@transaction.atomic
def make_sign_in_link(user: User) -> str:
    """A token that signs this user in once within 24 hours; earlier ones end.

    Has no actor: whoever can run a command on the machine, or read the owner's mail, has it.
    """
    moment = clock.now()
    SignInLink.objects.filter(user=user, used_at=None, expires_at__gt=moment).update(
        expires_at=moment
    )
    token = new_token()
    SignInLink.objects.create(
        user=user, token_hash=token_hash(token), created_at=moment, expires_at=moment + LINK_LASTS
    )
    enter_everywhere(user, "sign_in_link.made", by_house=True)
    return token


@transaction.atomic
def use_sign_in_link(token: str) -> User:
    """The user whom a link signs in. Raises Invalid for one that is used, too old or unknown."""
    links = SignInLink.objects.select_for_update(of=("self",)).select_related("user")
    link = links.filter(token_hash=token_hash(token)).first()
    moment = clock.now()
    if link is None or link.used_at or link.expires_at <= moment or not link.user.is_active:
        raise Invalid(
            "This sign-in link has been used, or it is too old.",
            mend="Make a new one with `aboveboard up`, or sign in with your password or passkey.",
            code="sign_in_link",
        )
    link.used_at = moment
    link.save(update_fields=["used_at"])
    enter_everywhere(link.user, "sign_in_link.used")
    return link.user


def check_password(email: str, password: str) -> User:
    """The user with this e-mail and password. Raises Forbidden, the same for either being wrong.

    Ten wrong ones within five minutes close an e-mail until they are over, whoever tries. For
    command lines and programs; the sign-in page has allauth's own limits.
    """
    address, moment = email.strip().lower(), clock.now()
    key = sha256(address.encode(errors="surrogatepass"))
    with transaction.atomic():
        lock(1 + int(key[:7], 16))
        tries = FailedSignIn.objects.filter(email_hash=key)
        tries.filter(at__lte=moment - TRIES_WITHIN).delete()
        is_closed = tries.count() >= TRIES
        user = None if is_closed else _user_with(address, password)
        if user is None and not is_closed:
            FailedSignIn.objects.create(email_hash=key, at=moment)
    if user is not None:
        return user
    if is_closed:
        raise Forbidden(
            "There were too many wrong passwords for this e-mail. This one was not tried.",
            mend=f"Wait {TRIES_WITHIN.seconds // 60} minutes.",
            code="too_many_tries",
        )
    raise Forbidden(
        "The e-mail or the password is wrong.",
        mend="Try again, or make a sign-in link with `aboveboard up`.",
        code="wrong_password",
    )


def set_password(user: User, password: str) -> None:
    """Sets and saves. Raises Invalid for one that is too easy to guess."""
    check_new_password(password, user=user)
    user.set_password(password)
    user.save()


def enter_everywhere(user: User, kind: str, *, by_house: bool = False) -> None:
    """Enters what concerns an account in the ledger of each of its workspaces."""
    # In the order of ids, so that two of these never wait for each other's chains.
    for member in Membership.objects.filter(user=user).order_by("workspace_id"):
        own = Actor("person", member.workspace_id, user.id, Role(member.role), str(user))
        actor = Actor.house(member.workspace_id) if by_house else own
        enter(actor, kind, subject_kind="user", subject_id=user.id)


def lock(number: int) -> None:
    """Waits for whoever else holds this number, and holds it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCKS, number])


def _user_with(email: str, password: str) -> User | None:
    if not is_storable(email) or not is_storable(password):
        return None
    user = User.objects.filter(email=email, is_active=True).first()
    if user is None:
        User().set_password(password)  # takes as long as checking would, so tells nothing
        return None
    return user if user.check_password(password) else None


@transaction.atomic
def turn_secrets() -> int:
    """Seal the secrets of one-time codes anew under the newest key; how many there are."""
    vault = Vault(settings.SECRET_KEYS)
    count = 0
    for one in Authenticator.objects.select_for_update():
        sealed = {name: one.data[name] for name in ("secret", "seed") if one.data.get(name)}
        for name, text in sealed.items():
            one.data[name] = vault.turn(text.encode()).decode()
            count += 1
        if sealed:
            one.save(update_fields=["data"])
    return count
