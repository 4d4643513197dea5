"""The public record: how a brand's posts are made, one post's proof, in one of five languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from babel import Locale
from django.core.cache import cache
from django.core.paginator import EmptyPage, Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from aboveboard.brand.models import Brand
from aboveboard.brand.rules import LANGUAGES
from aboveboard.create.words.origins import GENERATED
from aboveboard.disclose.record import PostLine
from aboveboard.disclose.rules import in_record
from aboveboard.faces.web.public import answers, dates, record_words, shown
from aboveboard.faces.web.public.pages import brand_at, frame, missing
from aboveboard.kernel import clock
from aboveboard.ledger import queries as ledger
from aboveboard.publish import published, record
from aboveboard.publish.models import Delivery
from aboveboard.publish.record import Figures, Line

PER_PAGE = 25
# Seconds for which counts are kept, unless another post goes out.
COUNTED_FOR = 600
# The drawing of the months, in its own units: the height of the highest bar, a column's width.
HEIGHT, COLUMN, BAR = 150.0, 72.0, 40.0
# So many months have their places, also when there were fewer.
FEWEST = 6


@dataclass(frozen=True)
class Bar:
    """One month of the drawing; heights from the ground up, words as they are shown."""

    left: float
    middle: float
    people: float
    model: float
    template: float
    brought: float
    model_top: float
    template_top: float
    brought_top: float
    top: float
    name: str
    long_name: str
    month: record.Month


@require_safe
def record_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """How a brand's posts are made."""
    brand = brand_at(slug)
    if not brand:
        return missing(request)
    pages = Paginator(record.newest(brand), PER_PAGE)
    number = request.GET.get("page", "1")
    try:
        current = pages.page(int(number) if number.isascii() and number.isdigit() else 0)
    except EmptyPage:
        return missing(request, brand)
    language = language_of(request, brand)
    with translation.override(language):
        context = {
            **frame(brand),
            "languages": languages(request, language),
            "page": current,
            "lines": _lines(brand, record.these(brand, current.object_list), language),
            **_counts(brand, language),
            **_rules(brand, language),
            **_ledger(brand, language),
        }
    return answers.page(request, "public/record.html", context, language=language, takes_forms=True)


def _lines(brand: Brand, deliveries: Sequence[Delivery], language: str) -> list[dict[str, object]]:
    told = published.posts(brand, deliveries)
    return [
        {**_line(brand, line, language), **_made(brand, post, language)}
        for line, post in zip(record.lines(deliveries), told, strict=True)
    ]


def gone(brand: Brand, post: PostLine, language: str) -> record_words.Gone | None:
    """What is said of a post that is out no more, in the active language; None of others."""
    if not post.taken_away_at:
        return None
    when = dates.exact(brand, post.taken_away_at, language)
    return record_words.gone(when, taken_down=post.taken_down)


def _made(brand: Brand, post: PostLine, language: str) -> dict[str, object]:
    """Of what a post was made, in words."""
    states = [one.credential for one in post.pictures]
    return {
        "post": post,
        "gone": gone(brand, post, language),
        "tools": record_words.tools(post.uses),
        "is_signed": bool(states) and {"trusted", "valid"}.issuperset(states),
        "pictures": [
            {
                "line": one,
                "credential": record_words.CREDENTIALS[one.credential],
                "is_generated": one.origin == GENERATED,
            }
            for one in post.pictures
        ],
    }


def _counts(brand: Brand, language: str) -> dict[str, object]:
    figures = _figures(brand)
    since = figures.since and dates.local(brand, figures.since).date()
    return {
        "figures": figures,
        "since": dates.month(since, language) if since else "",
        "bars": bars(figures, language),
        "width": COLUMN * max(len(figures.months), FEWEST),
    }


def _figures(brand: Brand) -> Figures:
    """The counts, kept for a while: they cost more than the rest of the page."""
    newest = record.newest(brand).first()
    key = f"record.{brand.pk}.{newest}"
    kept: Figures | None = cache.get(key)
    if kept is None:
        kept = record.figures(brand, clock.now())
        cache.set(key, kept, COUNTED_FOR)
    return kept


def _rules(brand: Brand, language: str) -> dict[str, object]:
    over_time = [
        {
            "since": dates.long_day(brand, rules.since, language),
            "rules": record_words.rules(rules.policy),
            "ai_free": rules.policy.ai_free,
        }
        for rules in record.rules_over_time(brand)
    ]
    without = record.without_ai(brand)
    return {
        "now": over_time[0] if over_time else None,
        "earlier": over_time[1:],
        "without_ai": without,
        "without_since": dates.long_day(brand, without.since, language) if without else "",
    }


def _ledger(brand: Brand, language: str) -> dict[str, object]:
    end = ledger.state(brand.workspace_id)
    return {
        "ledger": end,
        "head": _grouped(end.head_hash),
        # To the minute, so that the page stays the same for that long.
        "read_at": dates.day_and_hour(brand, clock.now(), language),
    }


@require_safe
def record_post(request: HttpRequest, slug: str, delivery: UUID) -> HttpResponseBase:
    """One post's record: what was approved, when, in which role, and what the ledger says."""
    brand = brand_at(slug)
    proof = record.proof(brand, delivery) if brand else None
    if not brand or not proof:
        return missing(request, brand)
    language = language_of(request, brand)
    on_site = shown.found(brand, delivery)
    (post,) = published.posts(brand, [record.out(brand).get(pk=delivery)])
    end = ledger.state(brand.workspace_id)
    with translation.override(language):
        context = {
            **frame(brand),
            "languages": languages(request, language),
            "proof": proof,
            "line": _line(brand, proof.line, language),
            **_made(brand, post, language),
            "ledger": end,
            "head": _grouped(end.head_hash),
            "role": record_words.ROLES.get(proof.role, ""),
            "approved": dates.exact(brand, proof.line.approved_at, language),
            "sent": dates.exact(brand, proof.line.sent_at, language),
            "label": in_record(proof.line.label.kind, language),
            "digest": _grouped(proof.digest, of=8),
            "read_here": shown.entries(brand, [on_site])[0].url if on_site else "",
            "elsewhere": [url for url in post.urls if not on_site and shown.is_web_address(url)],
            "entries": [
                {
                    "seq": entry.seq,
                    "at": dates.exact(brand, entry.at, language),
                    "iso": entry.at.isoformat(),
                    "act": record_words.act(entry.kind),
                    "actor": record_words.actor(entry.actor_kind),
                    "hash": _grouped(entry.hash[:12]),
                }
                for entry in proof.entries
            ],
        }
    return answers.page(request, "public/record_post.html", context, language=language)


def bars(figures: Figures, language: str) -> list[Bar]:
    """The months as bars: people at the foot, what a model took part in, templates, the rest."""
    highest = max((month.total for month in figures.months), default=0)
    result = []
    # The newest month stands at the right end, where a phone begins to show the drawing.
    for place, month in enumerate(figures.months, start=max(FEWEST - len(figures.months), 0)):
        people, model, template, brought = (
            HEIGHT * count / max(highest, 1)
            for count in (month.people, month.model, month.template, month.brought)
        )
        left = place * COLUMN
        result.append(
            Bar(
                left=left,
                middle=left + BAR / 2,
                people=people,
                model=model,
                template=template,
                brought=brought,
                model_top=HEIGHT - people - model,
                template_top=HEIGHT - people - model - template,
                brought_top=HEIGHT - people - model - template - brought,
                top=HEIGHT - people,
                name=dates.month_name(month.first, language),
                long_name=dates.month(month.first, language),
                month=month,
            )
        )
    return result


def _line(brand: Brand, line: Line, language: str) -> dict[str, object]:
    this_year = line.sent_at.year == clock.now().year
    when = dates.day_and_hour if this_year else dates.short_day
    return {
        "line": line,
        "label": in_record(line.label.kind, language),
        "url": reverse("public_record_post", args=[brand.slug, line.delivery]),
        "when": when(brand, line.sent_at, language),
        "iso": line.sent_at.isoformat(),
        "approved": dates.short_day(brand, line.approved_at, language),
    }


def language_of(request: HttpRequest, brand: Brand) -> str:
    """The language that is asked for, else the brand's."""
    asked = request.GET.get("lang", "")
    return asked if asked in LANGUAGES else brand.language


def languages(request: HttpRequest, chosen: str) -> list[dict[str, object]]:
    """The same page in every language."""
    return [
        {
            "code": code,
            "name": (Locale(code).display_name or code).capitalize(),
            "url": f"{request.path}?lang={code}",
            "is_chosen": code == chosen,
        }
        for code in LANGUAGES
    ]


def _grouped(digest: str, *, of: int = 4) -> str:
    """A hash in groups that an eye can compare."""
    return " ".join(digest[start : start + of] for start in range(0, len(digest), of))
