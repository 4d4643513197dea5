"""An images endpoint for tests, strict about what it is sent.

After https://platform.openai.com/docs/api-reference/images. It paints the canvas red, or, in mode
`right` of edits, the transparent part of the mask; without a mask it leaves a hole around.
"""

import base64
import io
import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, Literal

from PIL import Image
from pydantic import Field, ValidationError

from aboveboard.ai.tests.chat_server import Handler, _Strict


class Generation(_Strict):
    model: str
    prompt: str = Field(min_length=1, max_length=32_000)
    n: int = Field(ge=1, le=10)
    size: Literal["1024x1024", "1536x1024", "1024x1536"]
    response_format: Literal["b64_json"] | None = None
    background: Literal["transparent"] | None = None
    output_format: Literal["png"] | None = None
    image: bytes = b""
    mask: bytes = b""


class ImagesHandler(Handler):
    """Generations as JSON, edits as a form."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._entered():
            return
        kind = self.path.removeprefix("/v1/images/")
        if kind not in {"generations", "edits"}:
            return self._error(404, "Unknown path.")
        try:
            asked = json.loads(body) if kind == "generations" else self._form(body)
            chat = Generation.model_validate(asked)
        except (ValidationError, ValueError) as error:
            self.state.refused.append(str(error))
            return self._error(400, f"Invalid request: {error}"[:200])
        if (kind == "edits") != bool(chat.image):
            return self._error(400, "image is required for edits alone.")
        self.state.chats.append(chat)
        self._answer(chat)

    def _streams(self, chat: Any) -> bool:
        return False

    def _form(self, body: bytes) -> dict[str, Any]:
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        fields: dict[str, Any] = {}
        for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
            name = str(part.get_param("name", header="content-disposition"))
            raw: Any = part.get_payload(decode=True)
            fields[name] = raw if part.get_filename() else raw.decode()
        return fields | {"n": int(fields["n"])}

    def _completion(self, chat: Any) -> dict[str, Any]:
        mode = self.state.mode
        if mode == "wrong_wire":
            return {"hello": "world"}
        one: dict[str, Any] = {"b64_json": base64.b64encode(self._painted(chat)).decode()}
        if mode == "tags":
            one = {"url": "https://elsewhere.example/picture.png"}
        if mode == "bad_shape":
            one = {"b64_json": base64.b64encode(b"<svg onload=alert(1)>").decode()}
        return {
            "created": 1,
            "data": [one] * chat.n,
            "usage": {"input_tokens": 50, "output_tokens": 4000, "total_tokens": 4050},
        }

    def _painted(self, chat: Any) -> bytes:
        size = tuple(int(side) for side in chat.size.split("x"))
        sheet = Image.new("RGBA", size, "#cc2222")  # type: ignore[arg-type]
        if chat.image:
            with Image.open(io.BytesIO(chat.image)) as given:
                assert given.size == size
                assert given.mode == "RGBA"
                sheet.paste(given)
            if chat.mask:
                with Image.open(io.BytesIO(chat.mask)) as mask:
                    assert mask.size == size
                    # The whole comes back a little other, as models do: nobody may rely on it.
                    sheet = Image.new("RGBA", size, "#338833")
                    free = mask.getchannel("A").point(lambda alpha: 255 - alpha)
                    sheet.paste(Image.new("RGBA", size, "#cc2222"), mask=free)
            elif chat.background:
                sheet.putalpha(0)
                middle = (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4)
                sheet.paste("#338833", middle)
        file = io.BytesIO()
        sheet.save(file, "PNG")
        return file.getvalue()
