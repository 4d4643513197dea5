"""Fills the studio named by the environment with the scene; says its ids as one line of JSON."""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402

from aboveboard.people import queries  # noqa: E402
from aboveboard.people.models import Membership, User  # noqa: E402
from tests.journeys.scene import furnish  # noqa: E402


def main() -> None:
    if settings.ABOVEBOARD_EMBEDDED:
        settings.ABOVEBOARD_EMBEDDED.start()
    owner = queries.first_owner()
    assert owner
    with transaction.atomic():
        scene = furnish(owner)
        viewer = User(email="viewer@example.org", name="Femke")
        viewer.set_password(sys.argv[1])
        viewer.save()
        workspace = queries.actor_for(owner).workspace_id
        Membership.objects.create(user=viewer, workspace_id=workspace, role="viewer")
    ids = {
        "posts": {name: str(pk) for name, pk in scene.posts.items()},
        "brand": str(scene.brand.pk),
        "slug": scene.brand.slug,
        "campaign": str(scene.campaign),
        "brief": str(scene.brief),
        "source": str(scene.source),
        "asset": str(scene.asset),
        "suggestion": str(scene.suggestion),
        "idea": str(scene.idea),
        "variant": str(scene.variant("mixed").pk),
    }
    print(json.dumps(ids), flush=True)


main()
