"""What the database refuses is told in words, also where no page looked first."""

import json

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from aboveboard.faces.web.studio import KindErrors


@pytest.mark.django_db
def test_a_guard_of_the_database_speaks_to_people() -> None:
    request = RequestFactory().post("/", headers={"Accept": "application/json"})
    with pytest.raises(Exception, match="out") as caught, connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'out' USING ERRCODE = 'AB010'; END $$")
    answer = KindErrors(lambda _request: pytest.fail("not called")).process_exception(
        request, caught.value
    )
    assert isinstance(answer, HttpResponse)
    assert answer.status_code == 409
    assert "already out" in json.loads(answer.content)["said"]


def test_other_faults_stay_faults() -> None:
    request = RequestFactory().get("/")
    assert (
        KindErrors(lambda _request: pytest.fail("not called")).process_exception(
            request, KeyError()
        )
        is None
    )
