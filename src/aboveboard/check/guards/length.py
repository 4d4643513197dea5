"""Too long for the network: counted as the network counts, the label's words included.

Source: the limits that the server tells, else those of the network's documentation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Remark
from aboveboard.disclose.content import thread_of


@dataclass(frozen=True)
class _Length:
    code: str = "length"
    title: str = "Network limits"
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        shown = thread_of(case.text)
        if not case.text.strip() and not case.content.pictures:
            yield _remark(case, 0, 0, "There are no words and no picture yet.")
            return
        at = 0
        for number, part in enumerate(case.content.parts):
            written = shown[number] if len(shown) == len(case.content.parts) else case.text
            start = max(case.text.find(written, at), 0)
            at = end = start + len(written)
            yield from self._part(case, part, written, start, end)
        if len(case.content.pictures) > case.limits.images:
            yield _remark(
                case,
                0,
                0,
                f"{len(case.content.pictures)} pictures; {case.network_title} takes "
                f"{case.limits.images}.",
            )

    def _part(self, case: Case, part: str, written: str, start: int, end: int) -> Iterator[Remark]:
        size, most = case.room(part), case.limits.text
        label = (
            f" The label takes {case.room(part) - case.room(written)}." if part != written else ""
        )
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


def _fitting(case: Case, written: str, over: int) -> int:
    """Where the excess begins: the longest beginning that is short enough."""
    room = case.room(written) - over
    low, high = 0, len(written)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if case.room(written[:middle]) <= room else (low, middle - 1)
    return low


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
