"""The command `python -m bench`."""

import json
from pathlib import Path

import click

from bench import report, run
from bench.errors import BenchError
from bench.explain import explain as plans
from bench.load import Size
from bench.record import describe
from pgbooking.errors import SetupError

RESULTS = Path(__file__).resolve().with_name("results.json")


@click.command(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.option("--server", type=click.Choice(["15", "18"]), default="18", help="PostgreSQL.")
@click.option(
    "--scale", type=click.FloatRange(0.0001, 10), default=1.0, help="1: 2 million claims."
)
@click.option("--seed", type=int, default=1, help="Of the data.")
@click.option("--rounds", type=click.IntRange(1, 100), default=7, help="The median of them counts.")
@click.option(
    "--seconds", type=click.IntRange(1, 600), default=5, help="Length of a round of writes."
)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(list(run.MEASUREMENTS)),
    help="Only this measurement.",
)
@click.option("--explain", is_flag=True, help="Print the plans inside the hot calls instead.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False),
    help="Where the numbers go as JSON.  [default: bench/results.json, for a whole run]",
)  # fmt: skip
def main(
    server: str, scale: float, seed: int, rounds: int, seconds: int, only: tuple[str, ...],
    explain: bool, output: Path | None,
) -> None:  # fmt: skip
    """Measure the engine, each figure beside its floor from the same run."""
    size, tenth = Size.at(scale, seed), Size.at(scale / 10, seed)
    try:
        with run.cluster(server) as cluster:
            click.echo(f"PostgreSQL {server}, scale {scale:g}: preparing the data …", err=True)
            bench = run.prepare(cluster, size, tenth, rounds, seconds)
            if explain:
                for line in plans(bench, only):
                    click.echo(line)
                return
            results = []
            for result in run.measure(bench, only):
                click.echo(f"{result.name} …", err=True)
                results.append(result)
            record = describe(bench, size, scale, results)
    except (BenchError, SetupError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(report.text(record))
    path = output or (None if only else RESULTS)
    if path:
        path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if path and path.resolve() == RESULTS:  # the words follow the figures
        old = report.PAGE.read_text(encoding="utf-8")
        report.PAGE.write_text(report.page(record, old), encoding="utf-8")


if __name__ == "__main__":
    main()
