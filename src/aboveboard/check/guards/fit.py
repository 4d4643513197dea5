"""A picture that the network does not take as it is: its weight, kind, shape or size.

Source: the limits that the server tells, else those of the network's documentation. What it says
of a picture is mended by `create.actions.fit_variant`. What cannot carry a content credential (C2PA
has none for WebM) does not go out either: everything that does is to be known again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, File, Remark, which_of

CODE = "fit"
SIGNED = "Content credentials on every picture and clip"


@dataclass(frozen=True)
class _Fit:
    code: str = CODE
    title: str = "Pictures that fit"
    about: str = "Pictures of a weight, kind or shape that the network does not take."
    usual: tuple[Severity, ...] = (Severity.BLOCK,)
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        limits = f"Limits of {case.network_title}"
        for number, file in enumerate(case.files, start=1):
            alone = sum(one.is_video == file.is_video for one in case.files) == 1
            which = which_of(number, video=file.is_video, alone=alone)
            if not file.signed:
                yield _remark(_unsigned(file, which), SIGNED)
            if not file.is_video and case.limits.images:
                yield from (_remark(said, limits) for said in _faults(case, file, which))


def _unsigned(file: File, which: str) -> str:
    if file.mime == "video/webm":
        return (
            f"{which} is a WebM, which cannot carry a content credential; nothing goes out without "
            "one. Make a clip of it, which is an MP4 and signed."
        )
    return (
        f"{which} could not be given a content credential; nothing goes out without one. Save it "
        "anew in another program and add that."
    )


def _faults(case: Case, file: File, which: str) -> Iterator[str]:
    limits, name = case.limits, case.network_title
    if file.size > limits.image_bytes:
        size = max(file.size / 1e6, 0.1)
        yield f"{which} has {size:.1f} MB; {name} takes {limits.image_bytes / 1e6:.1f} MB."
    if file.mime not in limits.image_types:
        kind = file.mime.partition("/")[2].upper()
        yield f"{which} is a {kind}, which {name} does not take."
    if not file.width or not file.height:
        return
    if not limits.frame.takes(file.width, file.height):
        yield f"{which} is {file.width} × {file.height}, a shape that {name} does not take."
    pixels = file.width * file.height
    if limits.frame.pixels and pixels > limits.frame.pixels:
        most = limits.frame.pixels / 1e6
        yield f"{which} has {pixels / 1e6:.1f} megapixels; {name} takes {most:.1f}."


def _remark(message: str, rule: str) -> Remark:
    return Remark(
        code=CODE,
        start=0,
        end=0,
        severity=Severity.BLOCK,
        message=message,
        rule=rule,
    )


fit = _Fit()
