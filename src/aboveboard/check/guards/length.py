"""Too much for the network: its words as the network counts them, the label's included, and its
pictures' and videos' number, and what each video is.

Source: the limits that the server tells, else those of the network's documentation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Remark
from aboveboard.disclose.content import thread_of
from aboveboard.text.counting import beginning, hashtags


@dataclass(frozen=True)
class _Length:
    code: str = "length"
    title: str = "Network limits"
    about: str = "Words, pictures and videos beyond what the network takes."
    usual: tuple[Severity, ...] = (Severity.BLOCK,)
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        if not case.text.strip() and not case.content.pictures:
            yield _remark(case, 0, 0, "There are no words and no picture yet.")
            return
        for number, (part, start, end) in enumerate(_placed(case)):
            most = case.limits.most(number)
            yield from self._part(case, part, case.text[start:end], start, end, most)
        yield from _title_and_tags(case)
        yield from _pictures(case)

    def _part(
        self, case: Case, part: str, written: str, start: int, end: int, most: int
    ) -> Iterator[Remark]:
        size = case.room(part)
        plain = case.content.bare_parts[0] if part == case.content.parts[0] else part
        label = f" The label takes {size - case.room(plain)}." if plain != part else ""
        if size > most:
            fits = _fitting(case, written, size - most)
            yield _remark(
                case,
                start + fits,
                end,
                f"{size} of {most}: {size - most} too many for {case.network_title}.{label}",
            )
        elif case.limits.text_bytes and len(part.encode()) > case.limits.text_bytes:
            over = len(part.encode()) - case.limits.text_bytes
            yield _remark(
                case,
                start,
                end,
                f"{over:,} bytes too many for {case.network_title}, which takes "
                f"{case.limits.text_bytes:,}.",
            )


def _placed(case: Case) -> Iterator[tuple[str, int, int]]:
    """The parts that go out, each with the place of its words in the text that people wrote."""
    shown = thread_of(case.text)
    if len(shown) != len(case.content.parts):
        # A network without threads gets all of it as one.
        yield "\n\n".join(case.content.parts), 0, len(case.text)
        return
    at = 0
    for part, written in zip(case.content.parts, shown, strict=True):
        start = max(case.text.find(written, at), 0)
        at = start + len(written)
        yield part, start, at


def _title_and_tags(case: Case) -> Iterator[Remark]:
    limits, name, title = case.limits, case.network_title, case.content.title
    if limits.title and len(title) > limits.title:
        yield _remark(
            case, 0, 0, f"The title has {len(title)} characters; {name} takes {limits.title}."
        )
    tags = hashtags(case.text)
    if limits.tags is not None and len(tags) > limits.tags:
        first = tags[limits.tags]
        yield _remark(
            case, first.start, first.end, f"{len(tags)} tags; {name} takes {limits.tags}."
        )


def _pictures(case: Case) -> Iterator[Remark]:
    limits, name = case.limits, case.network_title
    videos = [file for file in case.files if file.is_video]
    count = len(case.content.pictures) - len(videos)
    if count + len(videos) < limits.media_least:
        yield _remark(case, 0, 0, f"{name} takes no post without a picture or video.")
    if count and not limits.images:
        yield _remark(case, 0, 0, f"{name} takes no pictures.")
    elif count > limits.images:
        yield _remark(case, 0, 0, f"{count} pictures; {name} takes {limits.images}.")
    if videos and not limits.videos:
        yield _remark(case, 0, 0, f"{name} takes no videos.")
    elif len(videos) > limits.videos:
        yield _remark(case, 0, 0, f"{len(videos)} videos; {name} takes {limits.videos}.")
    if count and videos and not limits.mixed:
        yield _remark(case, 0, 0, f"{name} takes pictures or a video, not both.")
    for file in videos if limits.videos else ():
        which, most = "The video", limits.video_bytes
        if file.size > most:
            size = max(file.size / 1e6, 0.1)
            yield _remark(
                case, 0, 0, f"{which} has {size:.1f} MB; {name} takes {most / 1e6:.1f} MB."
            )
        if limits.video_seconds and file.seconds > limits.video_seconds:
            yield _remark(
                case,
                0,
                0,
                f"{which} plays {file.seconds:.0f} seconds; {name} takes {limits.video_seconds}.",
            )
        if file.mime not in limits.video_types:
            kind = file.mime.partition("/")[2].upper()
            yield _remark(case, 0, 0, f"{which} is a {kind}, which {name} does not take.")


def _fitting(case: Case, written: str, over: int) -> int:
    """Where the excess begins: the longest beginning that is short enough."""
    room = case.room(written) - over
    return beginning(written, lambda words: case.room(words) <= room)


def _remark(case: Case, start: int, end: int, message: str) -> Remark:
    return Remark(
        code="length",
        start=start,
        end=end,
        severity=Severity.BLOCK,
        message=message,
        rule=f"Limits of {case.network_title}",
    )


length = _Length()
