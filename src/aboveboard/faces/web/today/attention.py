"""What waits for a person on a brand, as rows: Today lists them, the masthead counts them."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from aboveboard.brand.models import Brand
from aboveboard.kernel import clock
from aboveboard.people.actors import Actor
from aboveboard.plan.models import Post
from aboveboard.publish import queries as publish
from aboveboard.review import queries as review
from aboveboard.review.models import Approval, Round

# A draft whose time comes this soon is everybody's business.
SOON = timedelta(hours=24)
# Nobody works off more than this today; the masthead says 99+.
COUNTED = 100


def asked(actor: Actor, brand: Brand) -> QuerySet[Round]:
    """Rounds that wait for a decision, the most urgent first."""
    return review.waiting_rounds(actor).filter(post__brand=brand)


def sent_back(brand: Brand) -> QuerySet[Round]:
    """Rounds that ended with words for the author and were not asked for again."""
    later = Round.objects.filter(post_id=OuterRef("post_id"), number__gt=OuterRef("number"))
    return Round.objects.filter(
        ~Exists(later), state="sent_back", post__brand=brand, post__removed_at=None
    ).select_related("post")


def drafts_due(brand: Brand, now: datetime) -> QuerySet[Post]:
    """Posts whose time comes within a day and that nobody was asked about."""
    here = OuterRef("pk")
    decided = Approval.objects.filter(variant__post_id=here, voided_at=None)
    spoken = Round.objects.filter(post_id=here, state__in=("open", "sent_back"))
    return Post.objects.filter(
        ~Exists(decided),
        ~Exists(spoken),
        brand=brand,
        removed_at=None,
        at__gte=now,
        at__lt=now + SOON,
    ).order_by("at")


def count(actor: Actor, brand: Brand) -> int:
    """How many things wait for a person, for the masthead; from 100 on they are not counted."""
    # In one read: every page asks for it.
    first, *others = (
        rows.order_by().values("pk")[:COUNTED]
        for rows in (asked(actor, brand), sent_back(brand), drafts_due(brand, clock.now()))
    )
    asked_here = first.union(*others, all=True).count()
    return min(asked_here + publish.needing_person(brand.pk), COUNTED)
