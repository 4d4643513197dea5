"""The command `bench`: measures one thing and holds it to its limit."""

import json
from collections.abc import Callable
from pkgutil import resolve_name

import click

from aboveboard.faces.cli.commands.starting import prepared
from aboveboard.kernel.figures import Figure

# Each gives its figures; named, not imported, so that one starts without what others need.
BENCHES = {
    "card": "aboveboard.faces.cli.bench.cards:bench_card",
    "clip": "aboveboard.faces.cli.bench.clipping:bench_clip",
    "draft": "aboveboard.faces.cli.bench.drafting:bench_draft",
    "fit": "aboveboard.faces.cli.bench.fitting:bench_fit",
    "guards": "aboveboard.faces.cli.bench.guards:bench_guards",
    "check": "aboveboard.faces.cli.bench.checking:bench_check",
    "sign": "aboveboard.faces.cli.bench.signing:bench_sign",
    "web": "aboveboard.faces.cli.bench.pages:bench_web",
    "publish": "aboveboard.publish.bench:bench_publish",
}
# They read neither settings nor models, so what they measure is as small as the command `check`.
ALONE = {"check", "guards"}


@click.command()
@click.argument("name", type=click.Choice(tuple(BENCHES)))
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def bench(name: str, as_json: bool) -> None:
    """Measure NAME: the figure, its limit, and their ratio (1 or more keeps the limit)."""
    if name not in ALONE:
        prepared()
    measure: Callable[[], Figure] = resolve_name(BENCHES[name])
    figure = measure()
    if as_json:
        click.echo(json.dumps(figure.as_json(), ensure_ascii=False))
        return
    click.echo(
        f"{figure.name}: {figure.figure:.4g} {figure.unit}, limit {figure.limit:.4g}, "
        f"ratio {figure.ratio:.2f}"
    )
    for key, value in figure.extra.items():
        click.echo(f"  {key}: {json.dumps(value, ensure_ascii=False)}")
