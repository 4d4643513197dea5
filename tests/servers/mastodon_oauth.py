"""OAuth of the loopback Mastodon server: it registers apps, and whoever comes signs in and agrees.

Source: docs.joinmastodon.org/methods/apps and /methods/oauth; RFC 7636 for the proof (PKCE).
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

SCOPES = {
    "read",
    "write",
    "profile",
    "read:accounts",
    "read:statuses",
    "write:statuses",
    "write:media",
}


class Denied(Exception):
    """A refusal: its status, and the fields of RFC 6749 (5.2)."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error, "error_description": description}


@dataclass
class SignIns:
    """Apps by their id, codes that are good once, and the scope of each token that was given."""

    apps: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    def register(self, form: dict[str, Any]) -> dict[str, Any]:
        """POST /api/v1/apps."""
        self._exactly(form, {"client_name", "redirect_uris", "scopes"}, {"website"})
        if unknown := set(form["scopes"].split()) - SCOPES:
            raise Denied(422, f"Validation failed: unknown scopes {sorted(unknown)}", "")
        ident, secret = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
        self.apps[ident] = {**form, "client_secret": secret}
        named = {"name": form["client_name"], "redirect_uri": form["redirect_uris"]}
        return {"id": "1", **named, "client_id": ident, "client_secret": secret}

    def authorize(self, query: dict[str, str]) -> str:
        """GET /oauth/authorize: where the person goes with the code."""
        wanted = {"response_type", "client_id", "redirect_uri", "scope", "state"}
        self._exactly(query, wanted, {"code_challenge", "code_challenge_method", "force_login"})
        app = self.apps.get(query["client_id"], {})
        if query["redirect_uri"] != app.get("redirect_uris") or query["response_type"] != "code":
            raise Denied(401, "invalid_client", "Client authentication failed")
        if not set(query["scope"].split()) <= set(app["scopes"].split()):
            raise Denied(400, "invalid_scope", "The requested scope is invalid")
        if query.get("code_challenge_method", "S256") != "S256":
            raise Denied(400, "invalid_code_challenge_method", "It is S256")
        code = secrets.token_urlsafe(16)
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def exchange(self, form: dict[str, Any]) -> dict[str, Any]:
        """POST /oauth/token with a code."""
        wanted = {"grant_type", "code", "client_id", "client_secret", "redirect_uri"}
        self._exactly(form, wanted, {"code_verifier", "scope"})
        app = self.apps.get(form["client_id"], {})
        if form["client_secret"] != app.get("client_secret"):
            raise Denied(401, "invalid_client", "Client authentication failed")
        asked = self.codes.pop(form["code"], None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            form["grant_type"] != "authorization_code"
            or asked is None
            or (asked["client_id"], asked["redirect_uri"])
            != (form["client_id"], form["redirect_uri"])
            or asked.get("code_challenge", proof) != proof
        ):
            raise Denied(400, "invalid_grant", "The provided authorization grant is invalid")
        token = secrets.token_urlsafe(16)
        self.tokens[token] = asked["scope"]
        return {"access_token": token, "token_type": "Bearer", "scope": asked["scope"]}

    @staticmethod
    def _exactly(form: dict[str, Any], wanted: set[str], more: set[str]) -> None:
        missing, unknown = wanted - set(form), set(form) - wanted - more
        if missing or unknown:
            said = f"missing {sorted(missing)}, unknown {sorted(unknown)}"
            raise Denied(400, "invalid_request", said)
