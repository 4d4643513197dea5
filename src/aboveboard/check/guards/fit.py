"""A picture that the network does not take as it is: its weight, kind, shape or size.

Source: the limits that the server tells, else those of the network's documentation. What it says
of a picture is mended by `create.actions.fit_variant`. A clip of a kind that holds no credential
(C2PA has none for WebM) is remarked on too: what goes out is to be known again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, File, Remark

CODE = "fit"


@dataclass(frozen=True)
class _Fit:
    code: str = CODE
    title: str = "Pictures that fit"
    about: str = "Pictures of a weight, kind or shape that the network does not take."
    usual: tuple[Severity, ...] = (Severity.WARN, Severity.BLOCK)
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        if any(file.mime == "video/webm" for file in case.files):
            yield Remark(
                code=CODE,
                start=0,
                end=0,
                severity=Severity.WARN,
                message="A WebM goes out without a credential, since it holds none. Make a clip of "
                "it, which is an MP4 and signed.",
                rule="Content credentials on every picture and clip",
            )
        pictures = [file for file in case.files if not file.mime.startswith("video/")]
        if not case.limits.images:
            return
        for number, file in enumerate(case.files, start=1):
            if file in pictures:
                which = "The picture" if len(pictures) == 1 else f"Picture {number}"
                yield from (_remark(case, said) for said in _faults(case, file, which))


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


def _remark(case: Case, message: str) -> Remark:
    return Remark(
        code=CODE,
        start=0,
        end=0,
        severity=Severity.BLOCK,
        message=message,
        rule=f"Limits of {case.network_title}",
    )


fit = _Fit()
