"""Content credentials (C2PA): who made a file, from what and how, signed into the file itself.

In: a file and what was done. Out: the file with a manifest in it; and what a manifest says, in the
states that must not be confused: trusted, valid, invalid, none, unreadable. “None” says nothing
about who made a file. C2PA specification 2.x, by c2pa-python.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, BinaryIO, Literal

from aboveboard.media.errors import NotMedia
from aboveboard.media.identity import Identity
from aboveboard.media.seeking import holds
from aboveboard.media.sources import BY_MODEL, SourceType, source_of, uri
from aboveboard.media.xmp import source_in, with_source

State = Literal["trusted", "valid", "invalid", "none", "unreadable"]
Action = Literal[
    "c2pa.created",
    "c2pa.opened",
    "c2pa.placed",
    "c2pa.cropped",
    "c2pa.resized",
    "c2pa.converted",
    "c2pa.edited",
    "c2pa.trimmed",
    "c2pa.transcoded",
    "c2pa.published",
]
# What c2pa signs of what we take; not WebM.
MIMES = (
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "video/mp4",
    "video/quicktime",
)
# The states of one that holds: `trusted` by an authority that we know, `valid` by another.
HOLDS: frozenset[State] = frozenset({"trusted", "valid"})
_NAME = "Aboveboard"
# A manifest stands in a JUMBF box of this type.
_MARK = b"c2pa"
_XMP_MOST = 60_000_000


@dataclass(frozen=True)
class Step:
    """One thing that was done. `source` where it made something; `by` names the software."""

    action: Action
    source: SourceType | None = None
    by: str = ""
    why: str = ""


@dataclass(frozen=True)
class Ingredient:
    """A file that went into another: its parent, or a component placed in it."""

    path: Path
    mime: str
    title: str
    relationship: Literal["parentOf", "componentOf"] = "parentOf"


@dataclass(frozen=True)
class Told:
    """What a file says of itself. `problems` are C2PA's own codes of what does not hold.

    `made_by` is the software of its last manifest, `signer` its certificate's name. `sources`
    are all the types that manifest, ingredients and XMP state.
    """

    state: State
    signer: str = ""
    issuer: str = ""
    made_by: str = ""
    title: str = ""
    steps: tuple[Step, ...] = ()
    ingredients: tuple[str, ...] = ()
    sources: tuple[SourceType, ...] = ()
    problems: tuple[str, ...] = ()
    manifests: int = 0
    xmp: SourceType | None = None

    @property
    def says_model(self) -> bool:
        """Whether the file itself says that a model made it or a part of it."""
        return bool(BY_MODEL & set(self.sources))


def sign(
    source: Path,
    out: Path,
    *,
    mime: str,
    identity: Identity,
    title: str,
    steps: Sequence[Step],
    ingredients: Sequence[Ingredient] = (),
    version: str = "",
    states: SourceType | None = None,
) -> None:
    """Write `source` to `out` with its type in XMP and a signed manifest; XMP first.

    `steps` begin with c2pa.created or, where there is a parent, with c2pa.opened. `states` is the
    type for the XMP where no step names one, as what was cut from a photograph is still one.
    Raises NotMedia for a kind that cannot be signed, or a file that c2pa cannot read.
    """
    if mime not in MIMES:
        raise NotMedia(
            f"{title} is of a kind that holds no signature.",
            mend="Use JPEG, PNG, WebP, GIF, MP4 or MOV.",
            code="not_signable",
        )
    c2pa = resolve_name("c2pa")
    kinds = {step.source for step in steps if step.source} or ({states} if states else set())
    context = c2pa.Context.from_dict(
        {"builder": {"thumbnail": {"enabled": False}}, "verify": {"verify_after_sign": False}}
    )
    keys = c2pa.C2paSignerInfo(b"es256", identity.chain.encode(), identity.key.encode(), None)
    try:
        with c2pa.Signer.from_info(keys) as signer:
            builder = c2pa.Builder(_manifest(title, steps, ingredients, version), context)
            for number, one in enumerate(ingredients):
                about = {
                    "title": one.title,
                    "relationship": one.relationship,
                    "label": f"i{number}",
                }
                with one.path.open("rb") as file:
                    builder.add_ingredient(about, one.mime, file)
            with _stated(source, mime, kinds) as readable, out.open("w+b") as written:
                builder.sign(signer, mime, readable, written)
    except c2pa.C2paError as error:
        out.unlink(missing_ok=True)
        raise NotMedia(
            f"{title} could not be signed: {str(error)[:200]}",
            mend="Save it anew in another program and try again.",
            code="not_signable",
        ) from error


def inspect(path: Path, mime: str, *, trusts: Sequence[str] = ()) -> Told:
    """What a file says of itself. `trusts` are authorities' certificates as PEM."""
    xmp = _xmp(path, mime)
    without = Told("none", sources=(xmp,) if xmp else (), xmp=xmp)
    if not _has_manifest(path):
        return without
    c2pa = resolve_name("c2pa")
    trust: dict[str, Any] = {"verify": {"verify_trust": bool(trusts)}}
    if trusts:
        trust["trust"] = {"user_anchors": "\n".join(trusts)}
    try:
        with path.open("rb") as file:
            reader = c2pa.Reader.try_create(mime, file, context=c2pa.Context.from_dict(trust))
            if reader is None:
                return without
            with reader:
                return _told(json.loads(reader.json()), xmp)
    except (c2pa.C2paError, ValueError) as error:
        return replace(without, state="unreadable", problems=(str(error)[:200],))


def _manifest(
    title: str, steps: Sequence[Step], ingredients: Sequence[Ingredient], version: str
) -> dict[str, Any]:
    actions = []
    for step in steps:
        action: dict[str, Any] = {"action": step.action}
        if step.source:
            action["digitalSourceType"] = uri(step.source)
        if step.by:
            action["softwareAgent"] = {"name": step.by}
        if step.why:
            action["description"] = step.why
        kind = {"c2pa.opened": "parentOf", "c2pa.placed": "componentOf"}.get(step.action)
        if kind:
            named = [f"i{n}" for n, one in enumerate(ingredients) if one.relationship == kind]
            action["parameters"] = {"ingredientIds": named}
        actions.append(action)
    generator = {"name": _NAME, **({"version": version} if version else {})}
    return {
        "claim_generator_info": [generator],
        "title": title,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": actions}}],
    }


@contextmanager
def _stated(path: Path, mime: str, sources: set[SourceType]) -> Iterator[BinaryIO]:
    """A file to be read for signing: with its type in XMP where its kind holds that."""
    holds = mime in ("image/jpeg", "image/png") and path.stat().st_size <= _XMP_MOST
    if holds and len(sources) == 1:
        yield io.BytesIO(with_source(path.read_bytes(), next(iter(sources))))
    else:
        with path.open("rb") as file:
            yield file


def _xmp(path: Path, mime: str) -> SourceType | None:
    if not mime.startswith("image/") or path.stat().st_size > _XMP_MOST:
        return None
    return source_in(path.read_bytes())


def _has_manifest(path: Path) -> bool:
    """Whether the mark of one stands in the file; a look that costs no library and no memory."""
    return holds(path, (_MARK,))


def _told(read: Mapping[str, Any], xmp: SourceType | None) -> Told:
    manifests: Mapping[str, Any] = read.get("manifests", {})
    active: Mapping[str, Any] = manifests.get(read.get("active_manifest", ""), {})
    steps = tuple(_steps(active))
    sources = [step.source for one in manifests.values() for step in _steps(one) if step.source]
    signature = active.get("signature_info", {})
    results = read.get("validation_results", {}).get("activeManifest", {})
    problems = tuple(dict.fromkeys(one["code"] for one in results.get("failure", ())))
    states: dict[str, State] = {"Trusted": "trusted", "Valid": "valid"}
    generator: Mapping[str, Any] = next(iter(active.get("claim_generator_info") or ()), {})
    return Told(
        state=states.get(str(read.get("validation_state", "")), "invalid"),
        signer=str(signature.get("common_name", "")),
        issuer=str(signature.get("issuer", "")),
        made_by=" ".join(str(generator.get(key, "")) for key in ("name", "version")).strip(),
        title=str(active.get("title", "")),
        steps=steps,
        ingredients=tuple(str(one.get("title", "")) for one in active.get("ingredients", ())),
        sources=tuple(dict.fromkeys([*sources, *([xmp] if xmp else [])])),
        problems=problems,
        manifests=len(manifests),
        xmp=xmp,
    )


def _steps(manifest: Mapping[str, Any]) -> Iterator[Step]:
    for assertion in manifest.get("assertions", ()):
        if str(assertion.get("label", "")).startswith("c2pa.actions"):
            for action in assertion.get("data", {}).get("actions", ()):
                agent = action.get("softwareAgent") or ""
                by = agent.get("name", "") if isinstance(agent, dict) else str(agent)
                yield Step(
                    action=action.get("action", ""),
                    source=source_of(str(action.get("digitalSourceType", ""))),
                    by=str(by),
                    why=str(action.get("description", "")),
                )
