"""The command `verify`: needs no database, no settings and no account."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from aboveboard.disclose import record as brand_record
from aboveboard.disclose.looking import Known, seek
from aboveboard.disclose.matching import LONGEST, best_of, digest_of
from aboveboard.disclose.record import PostLine, Verdict
from aboveboard.kernel.digest import file_sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.ledger.record import Fault, verify_file
from aboveboard.media.credentials import inspect
from aboveboard.media.errors import NotMedia
from aboveboard.media.likeness import Likeness, likeness
from aboveboard.media.looking import look
from aboveboard.media.small import make_small

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
@click.option("--key", default=None, help="The public key or fingerprint that you expect.")
@click.option("--earlier", type=_FILE, default=None, help="A record of the brand from before.")
@click.option("--image", type=_FILE, default=None, help="Is this picture or clip in it?")
@click.option("--text", type=_FILE, default=None, help="Is this text in it? UTF-8.")
def verify(
    file: Path, key: str | None, earlier: Path | None, image: Path | None, text: Path | None
) -> None:
    """Check an exported record: changes, removals, additions, reordering, truncation.

    It may be the record of a workspace or the public one of a brand. With a brand's, `--image` and
    `--text` ask whether something is that brand's and unaltered: status 0 when it is, 3 when it
    looks like it or is altered, 4 when it is not known. `--earlier` holds the ledger's hashes
    against those of a record from before.
    """
    if not brand_record.is_brand_record(file):
        if earlier or image or text:
            raise Invalid(
                "This is no public record of a brand.",
                mend="Fetch that from the brand's record page, or export it with "
                "`aboveboard record export --brand NAME`.",
                code="not_a_brand_record",
            )
        _ledger(file, key)
        return
    found = brand_record.verify_file(file, expected_key=key)
    _told(found.faults, found.fault_count)
    header = found.header
    if header is None:
        _told(found.faults, 1)
        return
    ledger = f"{header.seq} entries of the ledger, head {header.ledger_hash[:16]}"
    click.echo(f"In order: {len(found.posts)} posts of {header.name}, {ledger}.")
    _signed(found.fingerprint, found.is_expected_key)
    if header.demo:
        click.echo("This is the record of an invented brand, for show.")
    if earlier:
        _continues(brand_record.verify_file(earlier, expected_key=key), found)
    status = max(_image(found, image) if image else 0, _text(found, text) if text else 0)
    sys.exit(status)


def _ledger(file: Path, key: str | None) -> None:
    verdict = verify_file(file, expected_key=key)
    _told(verdict.faults, verdict.fault_count)
    click.echo(f"In order: {verdict.count} entries, head {verdict.head_hash[:16]}.")
    _signed(verdict.fingerprint, verdict.is_expected_key)


def _told(faults: Sequence[Fault], count: int) -> None:
    for fault in faults:
        click.echo(str(fault))
    if count > len(faults):
        click.echo(f"and {count - len(faults)} more")
    if count:
        _end("This is not the record that was exported.", 1)


def _signed(fingerprint: str, is_expected: bool | None) -> None:
    known = "as expected" if is_expected else "compare it with the studio's own"
    click.echo(f"Signed by {fingerprint} ({known}).")


def _continues(earlier: Verdict, found: Verdict) -> None:
    _told(earlier.faults, earlier.fault_count)
    if earlier.header is None or found.header is None or earlier.header.key != found.header.key:
        _end("The two records are signed with different keys.", 1)
    at = brand_record.disagreement(earlier, found)
    if at is not None:
        _end(f"The ledger was another one before, from entry {at} on.", 1)
    click.echo(f"It goes on from the earlier one: all {len(earlier.hashes)} entries are there.")


def _text(found: Verdict, file: Path) -> int:
    given = file.read_text(encoding="utf-8", errors="replace")
    if len(given) > LONGEST:
        raise Invalid(
            f"The text is longer than {LONGEST:,} characters.",
            mend="Give one post at a time.",
            code="too_long",
        )
    digest = digest_of(given)
    for post in reversed(found.posts):
        if digest in post.texts:
            return _said(post, "exactly what was published", 0)
    near, made = best_of(given, ((post, (*post.parts, *post.bare)) for post in found.posts))
    if near is None:
        return _not_known("text")
    if made.found == "excerpt":
        return _said(near, "a part of what was published, unaltered", 0)
    _said(near, "not what was published, but like it:", 3)
    marks = {"same": " ", "only_published": "-", "only_given": "+"}
    for one in made.differences:
        click.echo(f"  {marks[one.part]} {one.text}")
    return 3


def _image(found: Verdict, file: Path) -> int:
    seen = look(file.name, file)
    told = inspect(file, seen.mime)
    click.echo(f"The file's own credential: {told.state}.")
    post, how = seek(file_sha256(file), _look(file, seen.mime, seen.seconds), _known(found))
    if post is None:
        return _not_known("picture")
    if how == "exact":
        return _said(post, "exactly the file that was published", 0)
    if how == "original":
        return _said(post, "the file from which the published, signed one was made", 0)
    return _said(post, "a picture that looks like one of this post; that is no proof", 3)


def _look(file: Path, mime: str, seconds: float) -> Likeness | None:
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small"
        try:
            make_small(file, small, mime, edge=480, seconds=seconds)
            return likeness(small)
        except (NotMedia, OSError):
            return None


def _known(found: Verdict) -> Iterator[tuple[PostLine, Known]]:
    for post in reversed(found.posts):
        for one in post.pictures:
            bits = int(one.bits, 16) if one.bits else None
            look = Likeness(bits, bytes.fromhex(one.colours))
            yield post, Known(look, approved=one.digest, sent=one.sent)


def _said(post: PostLine, what: str, status: int) -> int:
    where = f"{post.channel} ({post.network}), {post.sent_at:%Y-%m-%d %H:%M} UTC"
    gone = ", taken away since" if post.taken_away else ""
    click.echo(f"It is {what}: “{post.title}”, {where}{gone}. Label: {post.kind}.")
    return status


def _not_known(what: str) -> int:
    click.echo(f"This {what} is not in the record. That says nothing of who made it.")
    return 4


def _end(words: str, status: int) -> NoReturn:
    click.echo(words)
    sys.exit(status)
