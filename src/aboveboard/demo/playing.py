"""Playing the demo's script: each line becomes deeds at moments, done in the order of time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aboveboard.brand.models import Brand, Channel
from aboveboard.check.actions import look_at_all
from aboveboard.create import actions as create
from aboveboard.create import queries as created
from aboveboard.create.models import Asset, Variant
from aboveboard.create.past import record_link, record_suggestion
from aboveboard.create.words.origins import Origin, Passage, Pasted
from aboveboard.demo import growing
from aboveboard.demo.script import PostLine
from aboveboard.kernel import clock
from aboveboard.measure.past import record_numbers
from aboveboard.people.actors import Actor
from aboveboard.plan import actions as plan
from aboveboard.plan.models import Brief, Post
from aboveboard.publish import actions as publish
from aboveboard.publish.models import Delivery
from aboveboard.publish.past import Past, record_past
from aboveboard.review import actions as review

MODEL = "mistral-small"
NOTES = "https://brackwater.example/notes"
_QUARTER = 15
# Nobody else writes meanwhile: whatever revision stands is the one written over.
_NEWEST = 1_000


@dataclass(frozen=True)
class Cast:
    """The people of the demo brand, who can do what their roles let them."""

    marit: Actor
    jonas: Actor
    femke: Actor

    def named(self, name: str) -> Actor:
        return {"marit": self.marit, "jonas": self.jonas}[name]


@dataclass(frozen=True)
class Stage:
    """What the script plays with. `channels` are by network, the rest by their keys."""

    brand: Brand
    cast: Cast
    channels: Mapping[str, Channel]
    assets: Mapping[str, Asset]
    briefs: Mapping[str, Brief]


Deed = Callable[[], None]


class Play:
    """Collects the deeds of all lines, then does them in the order of time."""

    def __init__(self, stage: Stage, now: datetime) -> None:
        self._stage = stage
        self._now = now
        self._tz = ZoneInfo(stage.brand.zone)
        self._deeds: list[tuple[datetime, int, Deed]] = []

    def rehearse(self, line: PostLine) -> None:
        """Note what happens to a post, and when."""
        story = _Story(self._stage, line, self._at(line), self._now)
        for moment, deed in story.deeds(self._days(line)):
            # Never ahead of the clock, whenever the demo is loaded.
            self._deeds.append((min(moment, self._now), len(self._deeds), deed))

    def perform(self) -> None:
        """Do everything, each deed at its moment."""
        for moment, _number, deed in sorted(self._deeds, key=lambda deed: deed[:2]):
            with clock.as_of(moment):
                deed()

    def _at(self, line: PostLine) -> datetime | None:
        if line.on is not None and line.at:
            day = self._now.astimezone(self._tz).date() + timedelta(days=line.on)
            return self._wall(day, line.at)
        if line.hours is not None:
            moment = self._now + timedelta(hours=line.hours)
            early = timedelta(minutes=moment.minute % _QUARTER, seconds=moment.second)
            return (moment - early).replace(microsecond=0)
        return None

    def _days(self, line: PostLine) -> Callable[[int, time], datetime]:
        """A moment so many days before the post's, or before today when that is earlier."""
        at = self._at(line)
        base = min(at or self._now, self._now).astimezone(self._tz).date()
        return lambda days, wall: self._wall(base - timedelta(days=days), wall)

    def _wall(self, day: date, wall: time) -> datetime:
        return datetime.combine(day, wall, self._tz)


class _Story:
    """What happens to one post."""

    def __init__(self, stage: Stage, line: PostLine, at: datetime | None, now: datetime) -> None:
        self._stage, self._line, self._at, self._now = stage, line, at, now
        self._author = stage.cast.named(line.by)
        self._post: Post | None = None
        self._variants: list[Variant] = []

    def deeds(self, when: Callable[[int, time], datetime]) -> Sequence[tuple[datetime, Deed]]:
        line = self._line
        found = [(when(2, time(10, 2)), self._begin)]
        if line.model or line.open:
            found.append((when(2, time(10, 6)), self._suggest))
        if line.model:
            found.append((when(2, time(10, 9)), self._take))
        found.append((when(2, time(10, 44)), self._rewrite))
        if line.picture:
            found.append((when(2, time(10, 58)), self._pictures))
        if line.state == "draft":
            found.append((when(2, time(11, 1)), self._look))
            return found
        if line.state in ("in_review", "sent_back") or line.model or line.brief or line.picture:
            # The short ones are approved over Femke's shoulder, without being asked for.
            found.append((when(2, time(15, 10)), self._ask))
        if line.sent_back:
            found.append((when(2, time(16, 35)), self._send_back))
        if line.state in ("in_review", "sent_back"):
            return found
        if line.sent_back:
            found.append((when(1, time(9, 15)), self._mend))
            found.append((when(1, time(9, 40)), self._ask))
        found.append((when(1, time(11, 2)), self._approve))
        if line.state == "held":
            found.append((when(1, time(14, 20)), self._hold))
        if line.state == "sent" and self._at:
            found.append((self._at, self._send))
            found.append((self._now, self._count))
        return found

    # -- writing ---------------------------------------------------------------------------------

    def _begin(self) -> None:
        line, stage = self._line, self._stage
        brief = stage.briefs.get(line.brief)
        self._post = plan.create_post(
            self._author,
            stage.brand.id,
            title=line.title,
            language=line.lang,
            brief=brief,
            at=self._at,
        )
        self._variants = [
            create.add_variant(self._author, self._post, stage.channels[name], brief=brief)
            for name in line.where
        ]
        for variant in self._variants:
            if line.imported:
                create.write_variant(
                    self._author, variant.id, text=line.text, origin_source=line.imported
                )
            elif line.template:
                self._from_template(variant)

    def _from_template(self, variant: Variant) -> None:
        origin = Origin(kind="template", source=self._line.title)
        words = (Passage(text=self._line.template, origin=origin),)
        create.save_suggested(self._author, variant.id, words, what="drafted")

    def _suggest(self) -> None:
        line = self._line
        for variant in self._variants if line.model else self._variants[:1]:
            record_suggestion(
                self._author,
                variant.id,
                asked=line.asked,
                text=(line.model or line.open).strip(),
                model=MODEL,
            )

    def _take(self) -> None:
        for variant in self._variants:
            for suggestion in variant.suggestions.filter(state="open"):
                create.take_suggestion(self._author, suggestion.id)

    def _rewrite(self) -> None:
        text = self._line.text.strip()
        if self._line.sent_back and self._line.state == "sent":
            text = text.split("\n\n")[0].replace(", weighed by our supplier, letter and all", "")
        if text and not self._line.imported:
            self._write(text)

    def _mend(self) -> None:
        self._write(self._line.text.strip())

    def _write(self, text: str) -> None:
        for variant in self._variants:
            words = text
            if self._has_notes(variant):
                words = f"{text}\n\n{NOTES}"
                record_link(self._author, variant.id, NOTES)
            pasted = [Pasted(piece) for piece in self._line.pasted]
            create.save_text(self._author, variant.id, words, base=_NEWEST, pasted=pasted)

    def _has_notes(self, variant: Variant) -> bool:
        """Clicks need a link to be counted at; a brief brings its own."""
        return bool(self._line.clicks and not self._line.brief and self._network(variant) == "site")

    def _pictures(self) -> None:
        asset = self._stage.assets[self._line.picture]
        for variant in self._variants:
            create.set_pictures(self._author, variant.id, [(asset.id, asset.alt)])

    def _look(self) -> None:
        variants = [created.variant(self._author, variant.id) for variant in self._variants]
        look_at_all(variants, self._stage.brand)

    # -- deciding --------------------------------------------------------------------------------

    def _ask(self) -> None:
        review.ask(self._author, self._there.id, note=self._line.note)

    def _send_back(self) -> None:
        review.send_back(self._stage.cast.femke, self._there.id, self._line.sent_back)

    def _approve(self) -> None:
        femke = self._stage.cast.femke
        review.approve(femke, self._there.id)
        if self._line.said:
            review.comment(femke, self._there.id, self._line.said)
        publish.take_in(brand_id=self._stage.brand.id)

    def _hold(self) -> None:
        for delivery in Delivery.objects.filter(variant__post=self._there):
            publish.hold(self._stage.cast.femke, delivery.id, self._line.why)

    # -- what has been ---------------------------------------------------------------------------

    def _send(self) -> None:
        for variant in self._variants:
            record_past(self._stage.cast.femke, variant.id, self._past(variant))

    def _past(self, variant: Variant) -> Past:
        network = self._network(variant)
        if network in self._line.refused:
            return Past(
                "refused",
                answer="Validation failed: Text is a duplicate of an earlier post.",
                why="The server will not take it: it says that this text was posted before.",
            )
        if network in self._line.unknown:
            return Past(
                "unknown",
                answer="The server closed the connection after the post was sent.",
                why="The server closed the connection and cannot be read back. "
                "Look there and say whether it is out.",
            )
        if network == "site":
            return Past("sent")
        number = variant.id.int % 10**17
        server = self._stage.channels[network].server
        return Past("sent", remote_id=str(number), url=f"{server}/brackwater/{number}")

    def _count(self) -> None:
        for variant in self._variants:
            network = self._network(variant)
            if self._at and network not in (*self._line.refused, *self._line.unknown):
                stands = growing.stands(self._line, network, self._at, self._now)
                if stands:
                    record_numbers(self._stage.cast.femke, variant.id, stands)

    def _network(self, variant: Variant) -> str:
        return next(n for n, c in self._stage.channels.items() if c.id == variant.channel_id)

    @property
    def _there(self) -> Post:
        assert self._post, "a post begins before anything happens to it"
        return self._post
