"""What a person gives to connect an account, as data: fields to fill in, or a sign-in by OAuth."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal


@dataclass(frozen=True)
class Field:
    """One thing that a person gives to connect an account.

    `name` is "server", "handle" or the name it has in `Account.secrets`. What is `secret` is
    never shown again; the rest is (a board, a chat), though all of it is kept encrypted.
    """

    name: str
    label: str
    help: str = ""
    secret: bool = False
    required: bool = True
    default: str = ""


@dataclass(frozen=True)
class OAuth:
    """Where and how one signs in by OAuth 2 (RFC 6749), as data.

    `{server}` in the addresses stands for the account's server. `registers`: the adapter
    registers an app by itself (`Network.register`); elsewhere a person gives `client_id` and
    `client_secret` of their own app. `client_name` is what the network calls the client's id.
    `scopes_with` names further scopes by the field of the network that needs them when it is given.
    """

    authorize: str
    token: str
    scopes: tuple[str, ...]
    separator: str = " "
    pkce: bool = True
    registers: bool = False
    client_name: str = "client_id"
    client_auth: Literal["post", "basic"] = "post"
    more: Mapping[str, str] = field(default_factory=dict)
    scopes_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def asking(self, settings: Mapping[str, str]) -> "OAuth":
        """The same with the scopes that the settings need which a person has given."""
        wanted = [scope for name in settings for scope in self.scopes_with.get(name, ())]
        return replace(self, scopes=tuple(dict.fromkeys((*self.scopes, *wanted))))


@dataclass(frozen=True)
class App:
    """An app at a network, which signs people in: its id and secret."""

    client_id: str
    client_secret: str = field(default="", repr=False)
