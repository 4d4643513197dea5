"""Taking files into a brand's knowledge: at once, or as a job that tells how far it is.

A file is read and looked through for facts outside of any transaction; then the source, its
passages and facts are written in one, in place of those of the same name.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from django.db import transaction

from aboveboard.brand import queries
from aboveboard.brand.models import Brand, Fact, Passage, Source, Upload
from aboveboard.brand.reading import MAX_BYTES, Document, facts, read
from aboveboard.brand.reading import Fact as Stated
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import AboveboardError, Invalid, NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

# After so many passages a job says how far it is, and looks whether it should stop.
STEP = 20
Told = Callable[[int, int, int], None]


class _Stopped(Exception):
    """Somebody stopped the reading."""


def add_source(actor: Actor, brand_id: UUID, *, name: str, data: bytes) -> Source:
    """Read a file of knowledge into passages and facts; the same name again replaces it.

    Raises Invalid with the mend when the file cannot be read; nothing is changed then.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = queries.brand(actor, brand_id)
    name = _name(name)
    document = read(name, data)
    stated = list(_stated(document, brand))
    return _keep(actor, brand, name, sha256(data), document, stated)


def begin_upload(actor: Actor, brand_id: UUID, *, name: str, data: bytes) -> Upload:
    """Keep a file to be read by a job. Raises Invalid for one that is too large."""
    require(actor, Right.write, actor.workspace_id)
    brand = queries.brand(actor, brand_id)
    if len(data) > MAX_BYTES:
        raise Invalid(
            f"{name[:60]} has {len(data) / 1e6:.0f} MB; {MAX_BYTES / 1e6:.0f} MB is the most.",
            mend="Cut it into several files.",
            code="file",
        )
    return Upload.objects.create(
        brand=brand, name=_name(name), data=data, by_id=actor.user_id, at=clock.now()
    )


def stop_upload(actor: Actor, upload_id: UUID) -> Upload:
    """Stop a reading, or put one aside that failed; what the brand knew before stays."""
    require(actor, Right.write, actor.workspace_id)
    upload = queries.upload(actor, upload_id)
    waiting = Upload.objects.filter(pk=upload.pk, state__in=("reading", "failed"))
    waiting.update(state="stopped", data=b"")
    return upload


def read_upload(actor: Actor, upload_id: UUID) -> None:
    """Read a kept file, telling how far it is in its row; safe to be done again."""
    upload = Upload.objects.select_related("brand").filter(pk=upload_id, state="reading").first()
    if not upload:
        return

    def tell(done: int, total: int, found: int) -> None:
        going = Upload.objects.filter(pk=upload_id, state="reading")
        if not going.update(done=done, total=total, found=found):
            raise _Stopped

    try:
        data = bytes(upload.data)
        document = read(upload.name, data)
        stated = list(_stated(document, upload.brand, tell))
        with transaction.atomic():
            tell(len(document.passages), len(document.passages), sum(map(len, stated)))
            _keep(actor, upload.brand, upload.name, sha256(data), document, stated)
            Upload.objects.filter(pk=upload_id).update(state="done", data=b"")
    except _Stopped:
        return
    except AboveboardError as error:
        Upload.objects.filter(pk=upload_id).update(state="failed", why=str(error), data=b"")


def uploader(upload_id: UUID) -> tuple[UUID, UUID]:
    """The workspace of an upload and who brought it. Raises NotFound."""
    row = Upload.objects.filter(pk=upload_id).values_list("brand__workspace_id", "by_id").first()
    if not row or row[1] is None:
        raise NotFound("There is no such file on its way, or nobody stands for it.")
    return row[0], row[1]


def _stated(
    document: Document, brand: Brand, tell: Told | None = None
) -> Iterator[Sequence[Stated]]:
    """The facts of each passage, in order."""
    language, total, found = document.lang or brand.language, len(document.passages), 0
    for number, passage in enumerate(document.passages):
        if tell and number % STEP == 0:
            tell(number, total, found)
        stated = facts(passage.text, language)
        found += len(stated)
        yield stated


def _keep(
    actor: Actor,
    brand: Brand,
    name: str,
    digest: str,
    document: Document,
    stated: Sequence[Sequence[Stated]],
) -> Source:
    language = document.lang or brand.language
    with transaction.atomic():
        # Two files of one name are taken in one after the other.
        Brand.objects.select_for_update(no_key=True).get(pk=brand.pk)
        source, _is_new = Source.objects.update_or_create(
            brand=brand,
            name=name,
            defaults={
                "title": clean(document.title)[:300],
                "language": language,
                "digest": digest,
                "added_at": clock.now(),
            },
        )
        _replace(source, document, stated)
        enter(
            actor,
            "source.added",
            subject_kind="source",
            subject_id=source.id,
            digests={"file": digest},
        )
    return source


def _replace(source: Source, document: Document, stated: Sequence[Sequence[Stated]]) -> None:
    """The passages and facts of a source as they are now; what stands there still keeps its row,
    since briefs have chosen facts of it."""
    before: dict[str, deque[Passage]] = defaultdict(deque)
    for passage in source.passages.prefetch_related("facts").order_by("line"):
        before[passage.text].append(passage)
    moved, new = list[Passage](), list[Passage]()
    facts_gone, facts_new = list[Fact](), list[Fact]()
    for told, some in zip(document.passages, stated, strict=True):
        known = before[told.text].popleft() if before[told.text] else None
        here = known or Passage(source=source, text=told.text)
        here.line, here.locator = told.line, told.locator[:60]
        (moved if known else new).append(here)
        had: dict[tuple[str, ...], deque[Fact]] = defaultdict(deque)
        for fact in known.facts.all() if known else ():
            had[fact.kind, fact.value, fact.unit, fact.text].append(fact)
        for one in some:
            says = (one.kind, one.value[:300], one.unit[:40], one.text[:300])
            if had[says]:
                had[says].popleft()
            else:
                kind, value, unit, text = says
                facts_new.append(Fact(passage=here, kind=kind, value=value, unit=unit, text=text))
        facts_gone += [fact for same in had.values() for fact in same]
    gone = [passage.pk for same in before.values() for passage in same]
    Passage.objects.filter(pk__in=gone).delete()
    Fact.objects.filter(pk__in=[fact.pk for fact in facts_gone]).delete()
    Passage.objects.bulk_update(moved, ["line", "locator"], batch_size=1_000)
    Passage.objects.bulk_create(new, batch_size=1_000)
    Fact.objects.bulk_create(facts_new, batch_size=1_000)


def _name(name: str) -> str:
    name = clean(name).strip()[-200:]
    if not name:
        raise Invalid("This file has no name.", mend="Give it one.", code="file")
    return name
