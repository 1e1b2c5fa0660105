"""Command line of the simulator; `python -m simulator --help` lists the commands."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from simulator.extract import make_extract, write_csv, write_truth
from simulator.parameters import SPLITS, draw_parameters
from simulator.summary import summarise
from simulator.world import simulate


def worlds(split: str, count: int, rows: int, seed: int, out: Path, first: int) -> None:
    """Write `count` worlds of a split: extract, truth and parameters of each; print a line per world."""
    out.mkdir(parents=True, exist_ok=True)
    for index in range(first, first + count):
        parameters = draw_parameters(split, seed, index, rows)
        history = simulate(parameters)
        extract = make_extract(history)
        name = f'{split}-{index:03d}'
        write_csv(extract.columns, out / f'{name}.csv')
        write_truth(history, extract, out / f'{name}.truth.npz')
        summary = summarise(history)
        about = {
            'name': name,
            'file_rows': len(extract.day),
            'columns': list(extract.columns),
            'parameters': asdict(parameters),
            'summary': summary,
        }
        (out / f'{name}.json').write_text(json.dumps(about, indent=1) + '\n', encoding='utf-8')
        print(
            f'{name}  {parameters.scenario:26s} {len(extract.day):8d} rows  {parameters.stores:2d} stores {parameters.days:3d} days'
            f'  phantom {summary["phantom_share"]:.3f}  out of stock {summary["out_of_stock"]:.3f}  records wrong {summary["records_wrong"]:.2f}'
            f' ({summary["wrong_below_record"]:.2f} below)  shrink {summary["shrink"]:.3f}  spell {summary["mean_spell_days"]:.0f} d',
            flush=True,
        )


def main() -> None:
    """Read the arguments and run the command."""
    parser = argparse.ArgumentParser(prog='simulator', description=__doc__)
    commands = parser.add_subparsers(dest='command', required=True)
    many = commands.add_parser('worlds', help='extracts with their truth, for training and evaluation')
    many.add_argument('--split', choices=SPLITS, required=True)
    many.add_argument('--worlds', type=int, default=1)
    many.add_argument('--first', type=int, default=0, help='index of the first world')
    many.add_argument('--rows', type=int, default=100_000, help='rows a world, about')
    many.add_argument('--seed', type=int, default=7)
    many.add_argument('--out', type=Path, required=True)
    options = parser.parse_args()
    if options.command == 'worlds':
        worlds(options.split, options.worlds, options.rows, options.seed, options.out, options.first)


if __name__ == '__main__':
    main()
