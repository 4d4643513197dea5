"""A program with a token, as the tests of REST use it."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desk import Desk

from aboveboard.people import actions as people


class Program:
    """It carries a token of the desk's owner."""

    def __init__(self, desk: Desk, name: str = "The shop") -> None:
        token = people.make_token(desk.actor, name)
        self._client = Client(headers={"Authorization": f"Bearer {token}"})

    def get(self, path: str) -> Any:
        return self._client.get(f"/api/v1{path}")

    def post(self, path: str, body: object = None) -> Any:
        told = json.dumps(body if body is not None else {})
        return self._client.post(f"/api/v1{path}", told, content_type="application/json")

    def put(self, path: str, body: object) -> Any:
        return self._client.put(f"/api/v1{path}", json.dumps(body), content_type="application/json")

    def send(self, path: str, name: str, data: bytes) -> Any:
        """A file, as a form would send it."""
        return self._client.post(f"/api/v1{path}", {"file": SimpleUploadedFile(name, data)})
