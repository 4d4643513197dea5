"""Google's generateContent for tests, strict about what it is sent.

After https://ai.google.dev/api/generate-content and
https://ai.google.dev/gemini-api/docs/troubleshooting.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, ValidationError

from aboveboard.ai.tests.chat_server import Handler, _Strict

KINDS = {
    400: "INVALID_ARGUMENT",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    529: "UNAVAILABLE",
}
PATH = re.compile(r"/v1beta/models/([\w.-]+):(generateContent|streamGenerateContent)(\?alt=sse)?")


class Part(_Strict):
    text: str = Field(min_length=1)


class Content(_Strict):
    role: Literal["user", "model"] = "user"
    parts: list[Part] = Field(min_length=1)


class Generation(_Strict):
    maxOutputTokens: int = Field(ge=1)
    responseMimeType: Literal["application/json"] | None = None
    responseJsonSchema: dict[str, Any] | None = None
    responseModalities: list[Literal["TEXT"]] | None = None


class Generate(_Strict):
    contents: list[Content] = Field(min_length=1)
    systemInstruction: Content | None = None
    generationConfig: Generation
    model: str = ""
    stream: bool = False
    tools: None = None

    def said(self, role: str) -> str:
        found = [self.systemInstruction] if role == "system" else self.contents
        return "\n".join(part.text for one in found if one for part in one.parts)


class GeminiHandler(Handler):
    """What differs from OpenAI's format."""

    retry_after: dict[str, dict[str, str]] = {}

    def do_GET(self) -> None:
        if self.state.mode == "slow":
            self.state.release.wait(10)
        if self._entered():
            entries = [
                {"name": f"models/{name}", "supportedGenerationMethods": ["generateContent"]}
                for name in self.state.models
            ]
            entries.append({"name": "models/e", "supportedGenerationMethods": ["embedContent"]})
            self._json(200, {"models": entries})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._entered():
            return
        found = PATH.fullmatch(self.path)
        if not found:
            return self._error(404, "Unknown path.")
        try:
            chat = Generate.model_validate_json(body)
        except ValidationError as error:
            self.state.refused.append(str(error))
            return self._error(400, f"Invalid request: {error.errors()[0]['loc']}")
        chat.model, chat.stream = found[1], found[2] == "streamGenerateContent"
        if chat.generationConfig.responseMimeType and not self.state.schemas:
            return self._error(400, "JSON mode is not enabled for this model.")
        self.state.chats.append(chat)
        self._answer(chat)

    def _entered(self) -> bool:
        self.state.headers.append({k.lower(): v for k, v in self.headers.items()})
        given = self.headers.get("x-goog-api-key", "")
        if not given or (self.state.key and given != self.state.key):
            self._error(400, f"API key not valid. Please pass a valid API key, not {given}.")
            return False
        return True

    def _completion(self, chat: Any) -> dict[str, Any]:
        mode = self.state.mode
        finish = {"length": "MAX_TOKENS", "refusal": "SAFETY"}.get(mode, "STOP")
        candidate: dict[str, Any] = {"finishReason": finish, "index": 0}
        if mode != "refusal":
            candidate["content"] = {"role": "model", "parts": [{"text": self._content(chat)}]}
        return {
            "candidates": [candidate],
            "usageMetadata": {
                "promptTokenCount": 11,
                "candidatesTokenCount": 5,
                "totalTokenCount": 16,
            },
            "modelVersion": f"{chat.model}-2026",
            "responseId": "r1",
        }

    def _events(self, chat: Any) -> Iterator[tuple[str, Any]]:
        whole = self._completion(chat)
        pieces = self._pieces(chat)
        if not pieces:
            yield "", whole
        for number, piece in enumerate(pieces):
            content = {"role": "model", "parts": [{"text": piece}]}
            candidate: dict[str, Any] = {"content": content, "index": 0}
            if number == len(pieces) - 1:
                candidate["finishReason"] = whole["candidates"][0]["finishReason"]
            yield "", {**whole, "candidates": [candidate]}

    def _error(self, status: int, message: str, extra: dict[str, str] | None = None) -> None:
        details: list[dict[str, Any]] = []
        if status == 429:
            details = [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "7s"}]
        error = {
            "code": status,
            "message": message,
            "status": KINDS.get(status, "UNKNOWN"),
            "details": details,
        }
        self._send(status, json.dumps({"error": error}).encode(), "application/json", extra=extra)
