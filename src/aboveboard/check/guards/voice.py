"""Words and sentences that are not as the brand writes, by the measure of its own samples.

It only remarks: a voice is for people to break. Lines that people switched off or said in their
own words are not measured. Templates are left alone, since they are the house's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.voice.straying import strays


@dataclass(frozen=True)
class _Voice:
    code: str = "voice"
    title: str = "Not as the brand writes"
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        if not (voice := case.voice):
            return
        for one in strays(case.text, voice.measures, on=voice.counted, never=voice.never):
            shown = (Evidence("the samples", one.example),) if one.example else ()
            yield Remark(
                code=self.code,
                start=one.start,
                end=one.end,
                severity=Severity.WARN,
                message=one.why,
                evidence=shown,
                rule="Measured from the brand's samples",
            )


voice = _Voice()
