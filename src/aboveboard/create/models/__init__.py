"""Rows of the create stage."""

from aboveboard.create.models.library import (
    Asset,
    Clip,
    Folder,
    PictureAsk,
    Proposal,
    SigningKey,
    Upload,
)
from aboveboard.create.models.providers import Agreement, Call, ModelRules, Provider
from aboveboard.create.models.texts import Correction, Link, Revision, Suggestion, Variant

__all__ = [
    "Agreement",
    "Asset",
    "Call",
    "Clip",
    "Correction",
    "Folder",
    "Link",
    "ModelRules",
    "PictureAsk",
    "Proposal",
    "Provider",
    "Revision",
    "SigningKey",
    "Suggestion",
    "Upload",
    "Variant",
]
