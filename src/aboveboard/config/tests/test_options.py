"""Settings are read from the environment, and one that cannot be used says so."""

import pytest
from django.conf import settings

from aboveboard.config.hosts import allowed_hosts, trusted_origins
from aboveboard.config.mail import mail
from aboveboard.config.options import read_options, unknown_variables
from aboveboard.kernel.errors import Invalid


def test_nothing_needs_to_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "ABOVEBOARD_HOME", "PORT"):
        monkeypatch.delenv(name, raising=False)
    options = read_options()
    assert options.url == "http://127.0.0.1:8000"
    assert options.home.is_absolute()
    assert options.home.name == "var"
    assert not options.is_https


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ABOVEBOARD_ALLOW_HOSTS", " 127.0.0.1:9000, wiki.internal ,")
    monkeypatch.setenv("ABOVEBOARD_HOSTS", "studio.lan")
    options = read_options()
    assert options.allow_hosts == {"127.0.0.1:9000", "wiki.internal"}
    assert options.hosts == ("studio.lan",)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("DATABASE_URL", "mysql://user:hunter2@host/db", "postgresql://"),
        ("PORT", "eighty", "integer"),
        ("PORT", "70000", "65535"),
        ("ABOVEBOARD_PUBLIC_URL", "studio.example.org", "https://studio.example.org"),
        ("ABOVEBOARD_PUBLIC_URL", "https://example.org/studio", "without a path"),
        ("ABOVEBOARD_SECRET_KEYS", "hunter2", "key 1"),
        ("ABOVEBOARD_MAIL_URL", "http://user:hunter2@host", "smtp://"),
        ("ABOVEBOARD_LOG_LEVEL", "loud", "INFO"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, why: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Invalid) as caught:
        read_options()
    assert name in caught.value.message
    assert why in caught.value.message
    assert name in caught.value.mend
    assert "hunter2" not in str(caught.value)


def test_options_show_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:hunter2@host/db")
    monkeypatch.setenv("ABOVEBOARD_MAIL_URL", "smtp://user:hunter2@host")
    assert "hunter2" not in repr(read_options())


def test_a_misspelt_name_is_told_with_the_nearest() -> None:
    names = ["ABOVEBOARD_PUBLIC_URI", "ABOVEBOARD_HOME", "HOME", "ABOVEBOARD_QQQQQQQ"]
    assert unknown_variables(names) == {
        "ABOVEBOARD_PUBLIC_URI": "ABOVEBOARD_PUBLIC_URL",
        "ABOVEBOARD_QQQQQQQ": "",
    }


def test_the_public_host_and_this_machine_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ABOVEBOARD_PUBLIC_URL", "https://studio.example.org/")
    options = read_options()
    assert {"studio.example.org", "localhost", "127.0.0.1", "[::1]"} <= set(allowed_hosts(options))
    assert "*" not in allowed_hosts(options)
    assert trusted_origins(options) == ["https://studio.example.org"]


def test_an_address_of_version_six_is_bracketed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ABOVEBOARD_PUBLIC_URL", "http://[2001:db8::1]:8000")
    assert "[2001:db8::1]" in allowed_hosts(read_options())


def test_mail_goes_to_files_unless_a_server_is_named() -> None:
    assert mail("").backend.endswith("filebased.EmailBackend")
    sent = mail("smtp://me:p%40ss@mail.example.org")
    assert (sent.host, sent.port, sent.user, sent.password) == (
        "mail.example.org",
        587,
        "me",
        "p@ss",
    )
    assert sent.starttls
    assert not sent.tls
    assert mail("smtps://mail.example.org").tls


def test_five_languages_are_spoken() -> None:
    assert [code for code, _ in settings.LANGUAGES] == ["en", "nl", "fr", "de", "hu"]
