"""Command line of the simulator; `python -m simulator --help` lists the commands."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from simulator.calibrate import compare, simulate_worlds, spread, table
from simulator.demand_file import market_of, read_demand, with_demand
from simulator.demo import DEMO_SEED, EVENTS, STORES, make_demo, pair_of
from simulator.extract import make_extract, write_csv, write_truth
from simulator.further import FURTHER_RANGES
from simulator.market import draw_market
from simulator.parameters import SPLITS, WorldParameters, draw_parameters
from simulator.ranges import RANGES, STRESS_SCENARIOS
from simulator.reference_job import write_reference_job
from simulator.summary import summarise
from simulator.world import simulate


def worlds(split: str, count: int, rows: int, seed: int, out: Path, first: int, demand: Path | None) -> None:
    """Write `count` worlds of a split: extract, truth and parameters of each; print a line per world.

    With `demand`, shoppers are those of that file and `rows` is the file's own number.
    """
    out.mkdir(parents=True, exist_ok=True)
    file = None if demand is None else read_demand(demand)
    for index in range(first, first + count):
        parameters = draw_parameters(split, seed, index, rows)
        if file is not None:
            parameters = with_demand(parameters, file)
        history = simulate(parameters, make_market=draw_market if file is None else market_of(file))
        extract = make_extract(history)
        name = f"{split}-{index:03d}"
        write_csv(extract.columns, out / f"{name}.csv")
        write_truth(history, extract, out / f"{name}.truth.npz")
        summary = summarise(history)
        about = {
            "name": name,
            "file_rows": len(extract.day),
            "columns": list(extract.columns),
            "parameters": asdict(parameters),
            "summary": summary,
        }
        (out / f"{name}.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
        print(f"{name}  {parameters.scenario:26s} {len(extract.day):8d} rows  {_shape(parameters, summary)}", flush=True)


def _shape(p: WorldParameters, summary: dict[str, float]) -> str:
    """A world in one line."""
    return (
        f"{p.stores:2d} stores {p.days:3d} days  phantom {summary['phantom_share']:.3f}  out of stock {summary['out_of_stock']:.3f}"
        f"  records wrong {summary['records_wrong']:.2f} ({summary['wrong_below_record']:.2f} below)"
        f"  shrink {summary['shrink']:.3f}  spell {summary['mean_spell_days']:.0f} d"
    )


def write_demo(seed: int, out: Path) -> None:
    """Write the demo extract and say what is in it."""
    history, extract = make_demo(seed)
    write_csv(extract.columns, out)
    print(f"{len(extract.day)} rows; " + ", ".join(f"{name} {value}" for name, value in summarise(history).items()))
    for event in EVENTS:
        pair = pair_of(history.pairs, event)
        on_hand, phantom = int(history.on_hand[-1, pair][0]), bool(history.phantom[-1, pair][0])
        print(f"{STORES[event.store]}  {event.item:28s} {event.kind:16s} on hand {on_hand:4d}  {'phantom' if phantom else 'not phantom'}")


def parameter_table() -> str:
    """Every drawn parameter with its ranges and meaning, then what each stress scenario replaces."""
    lines = ["| parameter | drawn from | further than usual | meaning |", "|---|---|---|---|"]
    for name, draw in RANGES.items():
        further = FURTHER_RANGES[name]
        lines.append(f"| {name} | {draw} | {'the same' if further == draw else further} | {draw.meaning} |")
    lines += ["", "| stress scenario | instead |", "|---|---|"]
    for scenario, changed in STRESS_SCENARIOS.items():
        lines.append(f"| {scenario} | " + "; ".join(f"{name}: {draw}" for name, draw in changed.items()) + " |")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments and run the command."""
    parser = argparse.ArgumentParser(prog="simulator", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    many = commands.add_parser("worlds", help="extracts with their truth, for training and evaluation")
    many.add_argument("--split", choices=SPLITS, required=True)
    many.add_argument("--worlds", type=int, default=1)
    many.add_argument("--first", type=int, default=0, help="index of the first world")
    many.add_argument("--rows", type=int, default=100_000, help="rows a world, about")
    many.add_argument("--seed", type=int, default=7)
    many.add_argument("--demand", type=Path, help="CSV of real units by store, product and day to take demand from")
    many.add_argument("--out", type=Path, required=True)
    held = commands.add_parser("calibrate", help="simulated against published figures, in one table")
    held.add_argument("--worlds", type=int, default=24)
    held.add_argument("--rows", type=int, default=30_000)
    held.add_argument("--seed", type=int, default=1)
    held.add_argument("--split", choices=SPLITS, default="train")
    shown = commands.add_parser("demo", help="the demo extract, about 100,000 labelled rows with names")
    shown.add_argument("--seed", type=int, default=DEMO_SEED)
    shown.add_argument("--out", type=Path, required=True)
    timed = commands.add_parser("reference-job", help="the file that speed is measured on")
    timed.add_argument("--rows", type=int, default=1_000_000)
    timed.add_argument("--seed", type=int, default=1)
    timed.add_argument("--out", type=Path, required=True)
    commands.add_parser("parameters", help="what worlds are drawn from")
    options = parser.parse_args()
    if options.command == "worlds":
        worlds(options.split, options.worlds, options.rows, options.seed, options.out, options.first, options.demand)
    elif options.command == "calibrate":
        histories = simulate_worlds(options.split, options.worlds, options.rows, options.seed)
        print(table(compare(histories)))
        print(spread(histories))
    elif options.command == "demo":
        write_demo(options.seed, options.out)
    elif options.command == "reference-job":
        print(f"{write_reference_job(options.rows, options.seed, options.out)} rows")
    elif options.command == "parameters":
        print(parameter_table())


if __name__ == "__main__":
    main()
