"""A process that types, and says after each save what it was told is kept; for being killed."""

import os
import sys
from uuid import UUID

import django

django.setup()

from aboveboard.create import actions  # noqa: E402
from aboveboard.people.actors import Actor  # noqa: E402
from aboveboard.people.rules import Role  # noqa: E402


def main(workspace: str, user: str, variant: str) -> None:
    actor = Actor("person", UUID(workspace), UUID(user), Role.owner, "Marit")
    text, base = "", 1
    for number in range(100_000):
        text = f"{text} word{number}"[-2_000:]
        base = actions.save_text(actor, UUID(variant), text, base=base).number
        os.write(sys.stdout.fileno(), f"{number}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
