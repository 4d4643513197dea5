"""The settings of an installation: read once from the environment, typed, and explained."""

import difflib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from aboveboard.kernel.errors import Invalid

PREFIX = "ABOVEBOARD_"
_SECRET = frozenset(
    {
        "DATABASE_URL",
        "ABOVEBOARD_SECRET_KEYS",
        "ABOVEBOARD_MAIL_URL",
        "ABOVEBOARD_TOKEN",
        "ABOVEBOARD_S3_KEY",
        "ABOVEBOARD_S3_SECRET",
    }
)


class Options(BaseSettings):
    """One field per environment variable; `docs/settings.md` is written from this class."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    database_url: str = Field(
        default="",
        validation_alias="DATABASE_URL",
        repr=False,
        description="The PostgreSQL (15 or newer) to use, like "
        "`postgresql://user:password@host/name`. "
        "When it is not given, a PostgreSQL of the studio's own runs under `ABOVEBOARD_HOME`.",
    )
    home: Path = Field(
        default=Path("var"),
        description="The folder for everything that is kept outside the database: media, the key "
        "file, the studio's own PostgreSQL. It is made when it is not there.",
    )
    dictionaries: str = Field(
        default="",
        description="A further folder with hunspell dictionaries (`nl.dic` beside `nl.aff`), for "
        "spelling. Setup brings those of English, Dutch, French and Hungarian, and of German a "
        "list of forms; with Debian's `hunspell-de-de`, which is looked for in "
        "`/usr/share/hunspell`, more is found.",
    )
    token: str = Field(
        default="",
        repr=False,
        description="For `aboveboard mcp` alone: the token of the program that acts (Settings → "
        "Programs). Without one an agent can only have texts checked by themselves.",
    )
    port: int = Field(
        default=8000, ge=1, le=65535, validation_alias="PORT", description="The port of the pages."
    )
    bind: str = Field(
        default="127.0.0.1",
        description="The address that the pages listen on. `0.0.0.0` opens them to the network.",
    )
    public_url: str = Field(
        default="",
        description="Where people reach the studio, like `https://studio.example.org`. Links in "
        "mails, feeds and public records begin with it. When it starts with `https://`, the proxy "
        "in front must set `X-Forwarded-Proto`. Default: `http://127.0.0.1` and the port.",
    )
    law: Path | None = Field(
        default=None,
        description="A folder with newer rules of law for labels, as TOML files like those in "
        "`aboveboard/disclose/law`. A file of the same name takes the place of the built-in one; "
        "it can ask for more words on a post, never for fewer than the studio puts there anyway.",
    )
    hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Further host names that the pages answer to, separated by commas. The host of "
        "`ABOVEBOARD_PUBLIC_URL`, `localhost` and this machine's own addresses always work.",
    )
    allow_hosts: Annotated[frozenset[str], NoDecode] = Field(
        default=frozenset(),
        description="Private hosts that the studio may send requests to, as `name` or `name:port`, "
        "separated by commas. Everything that is not on the public network is refused otherwise.",
    )
    secret_keys: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        repr=False,
        description="The keys that seal tokens and sign sessions (Fernet keys), the newest first, "
        "separated by commas. When none is given, one is made in `ABOVEBOARD_HOME/secret.keys`, "
        "readable by its owner only.",
    )
    mail_url: str = Field(
        default="",
        repr=False,
        description="How mail goes out: `smtp://user:password@host:587` (STARTTLS), "
        "`smtps://…:465` (TLS) or `smtp+plain://…:25`. When it is not given, mails are written to "
        "`ABOVEBOARD_HOME/mail`.",
    )
    mail_from: str = Field(
        default="aboveboard@localhost", description="The sender's address of the studio's mails."
    )
    websub_hub: str = Field(
        default="",
        description="The WebSub hub that is told when a brand's own page has a new post, like "
        "`https://pubsubhubbub.appspot.com/`. When none is given, readers look by themselves.",
    )
    s3_bucket: str = Field(
        default="",
        description="A bucket of S3, or of a server that speaks it, for the files of the library. "
        "When none is given, they are under `ABOVEBOARD_HOME/media`. It is to be there already, "
        "private, and this studio's alone. Small pictures for lists, uploads that are under way "
        "and long public records, which workers write, stay on the disk: several machines need one "
        "that they share. Files that are there already do not move by themselves.",
    )
    s3_url: str = Field(
        default="",
        description="Where the bucket's server is, like `https://minio.example.org`. Default: AWS.",
    )
    s3_region: str = Field(default="", description="The bucket's region, where it has one.")
    s3_key: str = Field(
        default="",
        repr=False,
        description="The id of the key to the bucket. When none is given, the usual ways of AWS "
        "are tried (`AWS_ACCESS_KEY_ID`, the role of the machine).",
    )
    s3_secret: str = Field(default="", repr=False, description="The secret of that key.")
    upload_mb: int = Field(
        default=50, ge=1, le=10_000, description="The largest request that is read, in megabytes."
    )
    database_pool: int = Field(
        default=16, ge=1, le=500, description="How many database connections one web process opens."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="How much is logged. Secrets are left out at every level."
    )
    debug: bool = Field(
        default=False,
        description="Show traces in the browser and read pages' files anew for each request. For "
        "development only.",
    )

    @field_validator("hosts", "allow_hosts", "secret_keys", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("database_url")
    @classmethod
    def _postgres(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in {"postgres", "postgresql"}:
            raise ValueError("it must begin with postgresql://")
        return value

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @field_validator("s3_url")
    @classmethod
    def _server(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("it must be like https://minio.example.org")
        return value

    @field_validator("public_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (
            parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/")
        ):
            raise ValueError("it must be like https://studio.example.org, without a path")
        return value.rstrip("/")

    @field_validator("secret_keys")
    @classmethod
    def _fernet(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for number, key in enumerate(value, start=1):
            try:
                Fernet(key)
            except ValueError:
                raise ValueError(f"key {number} is not 32 bytes in URL-safe base64")
        return value

    @field_validator("mail_url")
    @classmethod
    def _smtp(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"smtp", "smtps", "smtp+plain"} or not parts.hostname):
            raise ValueError("it must be like smtp://user:password@host:587")
        return value

    @property
    def url(self) -> str:
        """Where people reach the studio, without a slash at the end."""
        return self.public_url or f"http://127.0.0.1:{self.port}"

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")


def variable(field: str) -> str:
    """The environment variable of a field of `Options`."""
    alias = Options.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else PREFIX + field.upper()


def read_options() -> Options:
    """The options from the environment. Raises Invalid naming the variable and the mend."""
    try:
        return Options()
    except ValidationError as error:
        first = error.errors()[0]
        place = str(first["loc"][0]) if first["loc"] else ""
        name = place if place not in Options.model_fields else variable(place)
        given = os.environ.get(name, "")
        shown = "" if name in _SECRET else f" ({given[:60]!r})"
        reason = first["msg"].removeprefix("Value error, ")
        raise Invalid(
            f"The setting {name}{shown} cannot be used: {reason}.",
            mend=f"Change or unset {name}; docs/settings.md says what it may be.",
            code="settings",
        ) from None


def unknown_variables(names: Iterable[str]) -> dict[str, str]:
    """Variables that look like ours and are not, each with the nearest name there is (or "")."""
    known = [variable(field) for field in Options.model_fields]
    found = {}
    for name in sorted(names):
        if name.startswith(PREFIX) and name not in known:
            own = [other.removeprefix(PREFIX) for other in known]
            near = difflib.get_close_matches(name.removeprefix(PREFIX), own, n=1)
            found[name] = known[own.index(near[0])] if near else ""
    return found
