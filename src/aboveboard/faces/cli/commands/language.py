"""Commands about words: correcting a text, asking the knowledge, telling the voice."""

import json
import sys
from typing import BinaryIO

import click
from django.conf import settings

from aboveboard.brand import asking
from aboveboard.brand.rules import LANGUAGES
from aboveboard.brand.voice import voice_of, voice_rules
from aboveboard.create.words.correcting import known_words
from aboveboard.faces.cli.commands.acting import brand_named
from aboveboard.faces.cli.commands.starting import ready
from aboveboard.kernel.errors import Invalid
from aboveboard.text.cleaning import clean
from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.dictionaries import PACKAGES
from aboveboard.text.correcting.reading import read
from aboveboard.text.languages import guess

_LANG = click.option("--lang", type=click.Choice(LANGUAGES), help="Its language; else guessed.")


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@_LANG
@click.option("--brand", help="A brand, whose own words and names are right.")
@click.option("--take-sure", is_flag=True, help="Write the text with all that is sure taken.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
def correct(
    file: BinaryIO, lang: str | None, brand: str | None, take_sure: bool, as_json: bool
) -> None:
    """Tell what to correct in a text FILE, or standard input, with the reason for each.

    Exits with 1 when something sure was found and not taken.
    """
    text = clean(file.read().decode("utf-8"))
    spoken = lang or guess(text)
    if spoken is None:
        raise Invalid("The language of this text cannot be told.", mend="Say it with --lang.")
    known: frozenset[str] = frozenset()
    if brand:
        ready()
        known = known_words(brand_named(brand)[1])
    done = read(text, spoken, known=known, folder=settings.ABOVEBOARD.dictionaries)
    if done.missing:
        click.echo(
            f"No whole dictionary for {spoken}: some faults are not found. "
            f"Install {PACKAGES[spoken]}, "
            "or name a folder in ABOVEBOARD_DICTIONARIES.",
            err=True,
        )
    sure = [one for one in done.corrections if one.sure == "sure"]
    if take_sure:
        click.echo(taken(text, sure), nl=False)
        return
    for one in done.corrections:
        line = text.count("\n", 0, one.start) + 1
        if as_json:
            row = {
                "line": line, "start": one.start, "end": one.end, "words": one.words,
                "instead": one.instead, "kind": one.kind, "why": one.why, "source": one.source,
                "sure": one.sure,
            }  # fmt: skip
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            instead = " or ".join(f"“{words}”" for words in one.instead[:3]) or "?"
            click.echo(f"{line}: “{one.words}” → {instead}  {one.why} ({one.source}, {one.sure})")
    if sure:
        sys.exit(1)


@click.command()
@click.argument("question")
@click.option("--brand", required=True, help="The brand's name.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
def ask(question: str, brand: str, as_json: bool) -> None:
    """Answer a QUESTION by quoting the knowledge; exits with 1 when nothing says it."""
    actor, found = brand_named(brand)
    quotations = asking.ask(actor, found.id, question)
    for one in quotations:
        if as_json:
            row = {"text": one.text, "where": one.where, "read": one.added_at.isoformat(),
                   "score": round(one.score, 3)}  # fmt: skip
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(f"{one.text}\n    {one.where}, read {one.added_at:%Y-%m-%d}")
    if not quotations:
        click.echo("Nothing in the knowledge says it.", err=True)
        sys.exit(1)


@click.command()
@click.option("--brand", required=True, help="The brand's name.")
@_LANG
@click.option("--rules", "as_rules", is_flag=True, help="As a model is told it.")
def voice(brand: str, lang: str | None, as_rules: bool) -> None:
    """Tell how a brand writes, measured from its samples."""
    _actor, found = brand_named(brand)
    spoken = lang or found.language
    if as_rules:
        for rule in voice_rules(found.id, spoken):
            click.echo(rule)
        return
    told = voice_of(found, spoken)
    if not told.lines:
        click.echo("Not known yet: it takes three samples with twelve sentences.", err=True)
        sys.exit(1)
    for line in told.lines:
        click.echo(f"{'' if line.on else '(off) '}{line.said or line.says}")
        for example in line.examples[:1]:
            click.echo(f"    “{example.text}”")
    if told.never:
        click.echo(f"Never: {', '.join(told.never)}")
