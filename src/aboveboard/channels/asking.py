"""What a person gives to connect an account, as data: fields to fill in, or a sign-in by OAuth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class App:
    """An app at a network, which signs people in: its id and secret."""

    client_id: str
    client_secret: str = field(default="", repr=False)
