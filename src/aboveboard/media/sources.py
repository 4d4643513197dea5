"""IPTC's Digital Source Type: what a picture or video is, in the words that networks read.

https://cv.iptc.org/newscodes/digitalsourcetype/ (2024-11); http and https name the same.
"""

from typing import Literal, get_args

SourceType = Literal[
    "digitalCapture",
    "computationalCapture",
    "negativeFilm",
    "positiveFilm",
    "print",
    "humanEdits",
    "compositeWithTrainedAlgorithmicMedia",
    "algorithmicallyEnhanced",
    "digitalCreation",
    "dataDrivenMedia",
    "trainedAlgorithmicMedia",
    "algorithmicMedia",
    "screenCapture",
    "virtualRecording",
    "composite",
    "compositeCapture",
    "compositeSynthetic",
]
SOURCES: tuple[SourceType, ...] = get_args(SourceType)
# What a model made, or made a part of.
BY_MODEL = frozenset(
    {"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"}
)
_BASE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def uri(source: SourceType) -> str:
    return _BASE + source


def source_of(value: str) -> SourceType | None:
    """The type that an address names; None for one that is none."""
    name = value.strip().replace("https://", "http://").removeprefix(_BASE).rstrip("/")
    return next((one for one in SOURCES if one == name), None)
