"""`npm run train -- --data labelled.csv`: the four models, learned from a user's own labelled extract."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..card_tables import figure
from ..dataset import World
from ..evaluate import as_text
from ..export import export
from ..features import make_features
from ..manifest import feature_quantiles, reliability_bins, write_manifest
from ..models import LEARNERS
from ..plan import MODEL_IDS, MODEL_NAMES, Plan
from ..real_demand import digest_of_file
from ..report import FORMAT_VERSION
from ..workspace import ROOT, TRAINING, digest_of
from .card import own_card
from .labels import CannotTrain, LabelledExtract, day_text, describe, load_labelled
from .measure import SHIPPED_PREFIX, measure
from .sides import EMBARGO_DAYS, Side, split
from .simulated import make_simulated, take_part
from .sizes import own_plan

SHIPPED = ROOT / "public" / "models"
SEED = 1

#: Figures of the terminal's table: heading, key in results.json.
SHOWN = (("AP", "average_precision"), ("precision", "precision"), ("recall", "recall"))


@dataclass(frozen=True)
class Wishes:
    """The command line."""

    data: Path
    out: Path
    work: Path
    #: Ids begin with it: `own` gives own-lgbm, own-xgb, own-rf, own-lstm.
    name: str
    label: str | None
    embargo: int
    with_simulated: bool
    seed: int


def main() -> None:
    """Exit code 2 and one sentence where the data or the wishes do not do."""
    try:
        train_own(read_wishes(sys.argv[1:]))
    except CannotTrain as reason:
        print(f"Cannot train: {reason}", file=sys.stderr)
        raise SystemExit(2) from None


def read_wishes(arguments: list[str]) -> Wishes:
    """Paths on the command line start at the project."""
    parser = argparse.ArgumentParser(prog="npm run train -- --data FILE", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="labelled extract: a column phantom (0/1), or counted_units")
    parser.add_argument("--out", type=Path, help="folder of the models (default training/work/NAME/models)")
    parser.add_argument("--name", default="own", help="ids begin with it (default own: own-lgbm, own-xgb, own-rf, own-lstm)")
    parser.add_argument("--label", choices=("phantom", "counts"), help="which label, where the extract has both (default phantom)")
    parser.add_argument("--embargo", type=int, default=EMBARGO_DAYS, help=f"days between two windows (default {EMBARGO_DAYS})")
    parser.add_argument("--with-simulated", action="store_true", help="learn from simulated stores too, one row in three")
    parser.add_argument("--seed", type=int, default=SEED, help="seed of the models")
    options = parser.parse_args(arguments)
    if not re.fullmatch(r"[a-z0-9_-]{1,30}", options.name) or options.name in ("full", "small"):
        raise CannotTrain("--name takes small letters, digits, - and _, 30 at most, and neither full nor small.")
    if options.embargo < 0:
        raise CannotTrain("--embargo takes a number of days, 0 or more.")
    data = (ROOT / options.data).resolve()
    if not data.is_file():
        raise CannotTrain(f"There is no file {options.data}.")
    work = TRAINING / "work" / options.name
    out = (ROOT / (options.out or work / "models")).resolve()
    return Wishes(data, out, work, options.name, options.label, options.embargo, options.with_simulated, options.seed)


def train_own(wishes: Wishes) -> dict[str, Any]:
    """Everything, from the CSV to the cards; returns the results.

    Raises:
        CannotTrain: the extract cannot be read or does not do; nothing was written to `out` then.
    """
    extract = read_extract(wishes)
    print(describe(extract), flush=True)
    sides = split(extract, wishes.embargo)
    for side in sides.values():
        print(
            f"  {side.name}: {day_text(side.first_day)} to {day_text(side.last_day)}, {side.rows:,} rows, {side.positives:,} phantom "
            f"on {side.positive_items:,} store-items",
            flush=True,
        )
    simulated: list[World] = []
    if wishes.with_simulated:
        simulated = take_part(make_simulated(wishes.work / "simulated", wishes.seed), sides["learning"].rows, wishes.seed)
    training = [sides["learning"].world, *simulated]
    plan = own_plan(sum(int(world.teaches.sum()) for world in training), wishes.seed)
    folders = {f"{wishes.name}-{model_id}": wishes.out / f"{wishes.name}-{model_id}" for model_id in MODEL_IDS}
    for model_id in MODEL_IDS:
        print(f"{MODEL_NAMES[model_id]} ...", flush=True)
        native = wishes.work / "native" / model_id
        native.mkdir(parents=True, exist_ok=True)
        model = LEARNERS[model_id].train(training, [sides["stopping"].world], plan)
        model.save(native)
        export(model, [sides["calibration"].world], ["the extract's own rows"], folders[f"{wishes.name}-{model_id}"], native)
    results = write_results(wishes, plan, extract, sides, simulated, folders)
    print_figures(results)
    print(f"\nThe models are in {wishes.out}.", flush=True)
    return results


def read_extract(wishes: Wishes) -> LabelledExtract:
    """Features of the CSV, by the code that the app runs, and its label."""
    try:
        make_features([wishes.data], wishes.work / "features")
    except SystemExit:
        # The feature command has said on standard error what is wrong with the file.
        raise CannotTrain(f"{wishes.data.name} could not be read as an extract.") from None
    return load_labelled(wishes.work / "features", wishes.data.stem, wishes.label)


def write_results(
    wishes: Wishes, plan: Plan, extract: LabelledExtract, sides: dict[str, Side], simulated: list[World], folders: dict[str, Path]
) -> dict[str, Any]:
    """results.json, every model.json and every model_card.md."""
    names = {f"{wishes.name}-{model_id}": f"{MODEL_NAMES[model_id]} ({wishes.name})" for model_id in MODEL_IDS}
    test = sides["test"].world
    report, scored = measure(test, extract.source, folders, names, SHIPPED, plan.bootstrap, wishes.seed)
    learning = sides["learning"]
    versions = {
        "data_version": f"{wishes.name}-{digest_of_file(wishes.data)[:12]}",
        "code_version": digest_of("training/pipeline/**/*.py", "src/domain/features/**/*.ts")[:12],
    }
    results = {
        "format_version": FORMAT_VERSION,
        "generated": {
            "plan": plan.name,
            "seed": wishes.seed,
            "label": extract.source,
            "file_rows": extract.world.rows,
            "training_rows": learning.rows,
            "training_positives": learning.positives,
            "simulated_rows": sum(int(world.teaches.sum()) for world in simulated),
            "simulated_positives": sum(int((world.teaches & (world.label == 1)).sum()) for world in simulated),
            "embargo_days": wishes.embargo,
            "sides": {name: side.described() for name, side in sides.items()},
            "features": len(test.feature_names),
            "bootstrap_replicates": plan.bootstrap,
            **versions,
        },
        "sets": {"test": report},
    }
    # Beside the app's own models their results stay.
    file = f"{wishes.name}-results.json" if wishes.out == SHIPPED else "results.json"
    (wishes.out / file).write_text(as_text(results))
    quantiles = feature_quantiles(learning.world.features[learning.world.teaches], test.feature_names)
    trained = {"seed": wishes.seed, **versions, "rows": learning.rows, "positives": learning.positives}
    for base_id, (model_id, folder) in zip(MODEL_IDS, folders.items(), strict=True):
        reads = LEARNERS[base_id].load(wishes.work / "native" / base_id).reads
        bins = reliability_bins(scored.scores[model_id], scored.label)
        measured = report["models"][model_id]
        write_manifest(folder, model_id, names[model_id], reads, trained, measured, bins, quantiles)
        (folder / "model_card.md").write_text(own_card(folder, model_id, base_id, results))
    return results


def print_figures(results: dict[str, Any]) -> None:
    """The table that a person wants at the end: best average precision first."""
    test = results["sets"]["test"]
    print(f"\nTest side: {test['candidates']:,} candidates, {test['positives']:,} of them phantom")
    entries = [*test["models"].values(), *test["rules"].values()]
    for entry in sorted(entries, key=lambda entry: -entry["average_precision"]["value"]):
        cells = [f"{heading} {figure(entry.get(key)):20s}" for heading, key in SHOWN]
        print(f"  {entry['name'][:44]:44s} " + "  ".join(cells))
    best = max(test["models"], key=lambda key: test["models"][key]["average_precision"]["value"])
    if best.startswith(SHIPPED_PREFIX):
        name = test["models"][best]["name"]
        helps = "" if results["generated"]["simulated_rows"] else " --with-simulated may help, and"
        print(f"\n{name} ranks these rows better than what was learned here:{helps} more labels will.")
