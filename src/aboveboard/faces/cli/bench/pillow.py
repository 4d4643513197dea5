"""What `bench fit` is held to: the same pictures made with Pillow and nothing else."""

from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name


def bare(source: str, folder: str, jobs: Sequence[tuple[list[int], list[int]]]) -> None:
    """The same with Pillow alone: decoded once at the scale that all need, cut, resized, saved."""
    image = resolve_name("PIL.Image")
    with image.open(source) as picture:
        whole = picture.size
        part = max(size[0] / (box[2] - box[0]) for box, size in jobs)
        picture.draft("RGB", (int(whole[0] * part), int(whole[1] * part)))
        scale = picture.width / whole[0]
        for number, (box, size) in enumerate(jobs):
            place = tuple(edge * scale for edge in box)
            cut = picture.resize(size, image.Resampling.LANCZOS, box=place, reducing_gap=3.0)
            cut.save(Path(folder, f"bare{number}"), "JPEG", quality=88)
