"""What was accepted is there, whenever the process that accepted it is killed."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from aboveboard.create import actions as create
from aboveboard.create import queries
from aboveboard.create.errors import Outrun
from aboveboard.create.words.origins import text_of
from aboveboard.ledger.queries import broken_at
from tests.builders import make_member
from tests.database import database_url
from tests.desk import Desk, open_desk

ROOT = Path(__file__).resolve().parents[2]
KILLS = 4


@pytest.mark.django_db(transaction=True)
def test_a_killed_process_has_kept_what_it_said_it_kept() -> None:
    desk = open_desk()
    chance = random.Random(20261122)
    for _ in range(KILLS):
        variant = desk.variant("")
        told = _typed_until_killed(desk, str(variant.id), after=chance.randint(1, 25))
        head = desk.again(variant).head
        assert head
        # The last save that was answered is there, or one that was on its way.
        last = int(head.text.rsplit("word", 1)[1])
        assert told <= last <= told + 1
        assert text_of(head.written) == head.text
        assert broken_at(desk.actor.workspace_id) is None
        # And one goes on where it stopped.
        assert create.save_text(desk.actor, variant.id, "On.", base=head.number).text == "On."


def _typed_until_killed(desk: Desk, variant: str, *, after: int) -> int:
    """The number of the last save that was answered before the kill."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "ABOVEBOARD_SECRET_KEYS": ",".join(settings.SECRET_KEYS),
        "DJANGO_SETTINGS_MODULE": "aboveboard.config.settings",
    }
    ids = [str(desk.actor.workspace_id), str(desk.actor.user_id), variant]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.invariants.saver", *ids],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
    ) as process:
        assert process.stdout
        for _ in range(after):
            assert process.stdout.readline(), "it ended by itself"
        process.send_signal(signal.SIGKILL)
        lines = process.stdout.read().split()
        process.wait()
    return int(lines[-1]) if lines else after - 1


@pytest.mark.django_db
def test_refused_input_leaves_what_was_there() -> None:
    desk = open_desk()
    variant = desk.variant("The pans are full.")
    jonas = make_member(desk.house, "creator")
    create.save_text(jonas, variant.id, "Theirs.", base=2)
    with pytest.raises(Outrun):
        create.save_text(desk.actor, variant.id, "Mine.", base=2)
    texts = [revision.text for revision in queries.revisions(variant.id)]
    assert texts == ["Theirs.", "The pans are full.", ""]


@pytest.mark.django_db
def test_nothing_that_was_written_goes_away() -> None:
    """Whatever is done to a text, each state that was left behind can be read again."""
    desk = open_desk()
    variant = desk.variant("One.")
    create.seal(desk.again(variant))
    create.save_text(desk.actor, variant.id, "Two.", base=2)
    create.restore(desk.actor, variant.id, 2)
    create.save_text(desk.actor, variant.id, "Three.", base=4)
    create.save_text(desk.actor, variant.id, "Late, from another window.", base=2)
    texts = [revision.text for revision in queries.revisions(variant.id)]
    assert texts == ["Late, from another window.", "Three.", "One.", "Two.", "One.", ""]
