"""Words and sentences that are not as the brand writes, by the measure of its own samples; and a
text that is less like the samples than each of them is like the others (`text.voice.likeness`).

It only remarks: a voice is for people to break. Lines that people switched off or said in their
own words are not measured. Templates are left alone, since they are the house's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.voice.straying import strays

# Of fewer samples the last says little; and it must be clearly behind the last.
_SAMPLES, _BEHIND, _OFF = 30, 0.004, -1.0
_KINDS = {
    "words": ("choice of words", "It differs most in its choice of words."),
    "shapes": ("build of sentences", "It differs most in how its sentences are built."),
    "letters": ("forms of words", "It differs most in the forms of its words."),
    "habits": ("length, marks, beginning and end",
               "It differs most in length, marks, beginning or end."),
}  # fmt: skip


@dataclass(frozen=True)
class _Voice:
    code: str = "voice"
    title: str = "Not as the brand writes"
    about: str = "Words and sentences that are not like the brand’s samples."
    usual: tuple[Severity, ...] = (Severity.NOTE, Severity.WARN)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        yield from _behind(case)
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


def _behind(case: Case) -> Iterator[Remark]:
    if not case.profile or case.profile.size < _SAMPLES or not case.text.strip():
        return
    like = case.profile.likeness(case.text)
    off = sorted((far, kind) for kind, far in like.kinds.items() if far < _OFF)
    if like.own > 0 or like.score > _BEHIND or not off:
        return
    yield Remark(
        code="voice",
        start=0,
        end=len(case.text),
        severity=Severity.NOTE,
        message=f"None of the brand's {case.profile.size} samples is so unlike the others. "
        f"{_KINDS[off[0][1]][1]}",
        evidence=tuple(
            Evidence("measured", f"{_KINDS[kind][0]}: {-far:.1f} standard deviations off")
            for far, kind in off
        ),
        rule="Measured from the brand's samples",
    )


voice = _Voice()
