"""Logging to the standard error stream, with secrets struck out at every level."""

import logging
import re
from typing import Any

_NAMED = re.compile(
    r"(?i)\b(?P<name>authorization|bearer|basic|token|access_?jwt|refresh_?jwt|password|passwd|secret|"
    r"api[_-]?key|cookie|sessionid|csrfmiddlewaretoken)"
    r"(?P<between>[\"']?\s*[:=]\s*[\"']?(?:(?:bearer|basic)\s+)?|\s+)(?P<value>[^\s\"'&,;)}\]]{6,})"
)
_USERINFO = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]*://)[^\s/@:]*:[^\s/@]+@")
_PATH = re.compile(
    r"(?P<way>/(?:sign-?in|enter|invite|reset|confirm-email|welcome)/(?:key/)?)[\w:\-]{16,}"
)
_STRUCK = "[struck]"


def strike(text: str) -> str:
    """The text without what looks like a token, a password or a one-time link."""
    text = _USERINFO.sub(rf"\g<scheme>{_STRUCK}@", text)
    text = _PATH.sub(rf"\g<way>{_STRUCK}", text)
    return _NAMED.sub(rf"\g<name>\g<between>{_STRUCK}", text)


class Formatter(logging.Formatter):
    """Strikes secrets from the whole line, traces included."""

    def format(self, record: logging.LogRecord) -> str:
        return strike(super().format(record))


def logging_config(level: str) -> dict[str, Any]:
    """The mapping for `logging.config.dictConfig`."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": Formatter,
                "format": "{asctime} {levelname:<7} {name}: {message}",
                "style": "{",
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # These tell whole URLs and headers, or each step of a job.
            "httpx": {"level": "WARNING"},
            "httpcore": {"level": "WARNING"},
            "openai": {"level": "WARNING"},
            "procrastinate": {"level": "WARNING"},
            "django.db.backends": {"level": "INFO"},
            "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        },
    }
