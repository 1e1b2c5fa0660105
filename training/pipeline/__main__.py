"""`python -m pipeline`: simulate, make features, train, export, evaluate, write the cards.

Every stage resumes: what was done with the same seed, sizes and code is not done again.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .ablation import ablate, families_of
from .cards import write_cards
from .ceiling import train_ceiling
from .dataset import World, load_split, load_training
from .evaluate import MeasuredWorlds, evaluate
from .export import export
from .features import make_features
from .golden import write_golden
from .leak import reenact
from .models import LEARNERS
from .plan import MODEL_IDS, TUNING, Plan, choose_plan
from .real_demand import SPLIT, demand_file, digest_of_file, simulate_real_demand
from .reference_measures import write_reference_measures
from .simulate import REDUCED, simulate
from .summary import print_summary
from .train_lgbm import load as load_lgbm
from .truth import scenario_of
from .tune import tune, write_tuning
from .workspace import ROOT, TRAINING, Workspace, digest_of, stage

#: What decides the features of a CSV.
FEATURE_CODE = ("src/domain/features/**/*.ts", "src/domain/csv/*.ts", "src/domain/table/*.ts", "src/cli/features.ts")

#: What decides the rules' scores, which stand beside the features and teach no model.
RULE_CODE = ("src/domain/rules/*.ts",)

#: What `--tune` asks for beside worlds and features.
TUNE = "tune"

STAGES = ("simulate", "features", *MODEL_IDS, "ceiling", "real_demand", "ablation", "leak", "evaluate", "golden")


class Run:
    """One run of the pipeline: the worlds are read once, when a stage first needs them."""

    def __init__(self, plan: Plan, space: Workspace, only: set[str], demand: Path | None) -> None:
        """`demand` is a file of real units by store, product and day; without it no set has real demand."""
        self.plan, self.space, self.only, self.demand = plan, space, only, demand
        self.data_version = digest_of("training/simulator/*.py", "training/pipeline/simulate.py")[:12]
        self.feature_version = digest_of(*FEATURE_CODE)[:12]
        self.rule_version = digest_of(*RULE_CODE)[:12]
        self._splits: dict[str, list[World]] = {}

    def split(self, name: str) -> list[World]:
        """Worlds of `train`, `stopping`, `calibration`, `test` or `stress`."""
        if name not in self._splits:
            if name == "train":
                self._splits[name] = load_training(self.space.features, self.plan.seed, self.plan.days_apart, self.plan.items_apart)
            elif name in ("stopping", "calibration"):
                worlds = load_split(self.space.features, "calibration")
                self._splits["stopping"] = worlds[: self.plan.stopping_worlds]
                self._splits["calibration"] = worlds[self.plan.stopping_worlds :]
            else:
                self._splits[name] = load_split(self.space.features, name, with_rules=True)
        return self._splits[name]

    def wanted(self, name: str) -> bool:
        return not self.only or name in self.only

    def key(self, model_id: str, *files: str) -> dict[str, object]:
        """What a model's stage depends on: the worlds, the features, its own settings and source files."""
        shared = ("seed", "train", "days_apart", "items_apart", "calibration", "stopping_worlds")
        # The LSTM learns from a LightGBM of the plan's settings.
        own = ("lstm_", "lgbm_") if model_id == "lstm" else (f"{model_id}_",)
        settings = {key: value for key, value in asdict(self.plan).items() if key in shared or key.startswith(own)}
        return {
            "plan": settings,
            "data": self.data_version,
            "features": self.feature_version,
            "code": digest_of(*(f"training/pipeline/{file}" for file in files)),
        }

    def run(self) -> None:
        """All stages that were asked for, in order."""
        plan, space = self.plan, self.space
        sizes = {name: asdict(getattr(plan, name)) for name in ("train", "calibration", "test", "stress")}
        data_key = {"seed": plan.seed, "sizes": sizes, "data": self.data_version}
        if self.wanted("simulate"):
            stage(space, "simulate", data_key, lambda: simulate(plan, space.worlds))
        if self.wanted("features"):
            csvs = sorted(space.worlds.glob("*.csv"))
            features_key = {**data_key, "features": self.feature_version, "rules": self.rule_version}
            stage(space, "features", features_key, lambda: make_features(csvs, space.features))
        if self.only == {"simulate", "features", TUNE}:
            write_tuning(TUNING, tune(self.split("train"), self.split("stopping"), plan))
            return
        for model_id in MODEL_IDS:
            if self.wanted(model_id):
                self.make_model(model_id)
        if self.wanted("ceiling"):
            key = self.key("lgbm", "ceiling.py", "train_lgbm.py", "dataset.py", "columns.py", "days.py")
            stage(space, "ceiling", key, self.make_ceiling)
        if self.wanted("real_demand") and self.demand is not None:
            self.make_real_demand(self.demand)
        for study in (self.make_ablation, self.make_leak):
            study()
        if self.wanted("evaluate"):
            self.evaluate()
        if self.wanted("golden"):
            self.make_golden()

    def make_model(self, model_id: str) -> None:
        """Trains one model, and exports it again whenever it or the export changed."""
        learner, native = LEARNERS[model_id], self.space.native / model_id
        own_files = ["lstm_inputs.py", "lstm_network.py", "train_lgbm.py"] if model_id == "lstm" else []
        training_files = [learner.file, "dataset.py", "columns.py", *own_files]

        def train() -> None:
            native.mkdir(parents=True, exist_ok=True)
            learner.train(self.split("train"), self.split("stopping"), self.plan).save(native)

        key = self.key(model_id, *training_files)
        stage(self.space, f"train {model_id}", key, train)
        export_files = [
            "export.py",
            "calibrate.py",
            "early_answers.py",
            "graph.py",
            "tree_graph.py",
            "weekday_splits.py",
            "tree_ensemble.py",
            "lstm_network.py",
            "score.py",
        ]
        export_key = {"trained": key, "out": str(self.space.out), **self.key(model_id, *export_files)}
        stage(
            self.space,
            f"export {model_id}",
            export_key,
            lambda: export(learner.load(native), self.split("calibration"), self.calibration_kinds(), self.space.model(model_id), native),
        )

    def calibration_kinds(self) -> list[str]:
        """Of every calibration world, what kind it is."""
        return [scenario_of(world, self.space.worlds) for world in self.split("calibration")]

    def make_ceiling(self) -> None:
        folder = self.space.native / "ceiling"
        folder.mkdir(parents=True, exist_ok=True)
        train_ceiling(self.split("train"), self.split("stopping"), self.space.worlds, self.plan).save(folder)

    def make_real_demand(self, demand: Path) -> None:
        """Worlds and features around a file's units, in folders of their own."""
        space = self.space.real_demand
        key = {
            "seed": self.plan.seed,
            "worlds": self.plan.real_demand_worlds,
            "file": digest_of_file(demand),
            "data": self.data_version,
            "features": self.feature_version,
            "rules": self.rule_version,
            "code": digest_of("training/pipeline/real_demand.py"),
        }

        def make() -> None:
            simulate_real_demand(self.plan, demand, space.worlds)
            make_features(sorted(space.worlds.glob("*.csv")), space.features)

        stage(self.space, "real_demand", key, make)

    def measured_sets(self) -> dict[str, MeasuredWorlds]:
        """The worlds of the report: test, stress, and real demand where a file gave it."""
        sets = {name: MeasuredWorlds(self.split(name), self.space.worlds) for name in ("test", "stress")}
        made = self.space.real_demand
        if self.demand is not None and made.features.exists():
            if "real_demand" not in self._splits:
                self._splits["real_demand"] = load_split(made.features, SPLIT, with_rules=True)
            sets["real_demand"] = MeasuredWorlds(self._splits["real_demand"], made.worlds)
        else:
            print("No demand file: the report has no set with real demand.", flush=True)
        return sets

    def study(self, name: str, settings: dict[str, object], files: tuple[str, ...], work: Callable[[], dict[str, Any]]) -> None:
        """A stage whose result is a JSON file that the report takes over."""
        if not self.wanted(name):
            return
        own = {"sizes": [asdict(self.plan.test), asdict(self.plan.stress)], "bootstrap": self.plan.bootstrap, **settings}
        key = {**self.key("lgbm", "train_lgbm.py", "quick_learner.py", "dataset.py", "columns.py", *files), "own": own}
        stage(self.space, name, key, lambda: self.space.study(name).write_text(json.dumps(work(), indent=1) + "\n"))

    def make_ablation(self) -> None:
        """What each family of features is worth on worlds unlike those of the training."""
        plan = self.plan
        settings = {"worlds": plan.ablation_worlds, "rounds": plan.ablation_rounds, "demand": self.demand and digest_of_file(self.demand)}

        def work() -> dict[str, Any]:
            sets = {name: measured.worlds for name, measured in self.measured_sets().items() if name != "test"}
            families = families_of(next(self.space.features.glob("train-*.json")))
            return ablate(self.split("train"), sets, families, plan)

        self.study("ablation", settings, ("ablation.py", "measures.py"), work)

    def make_leak(self) -> None:
        """The leaky way of measuring beside the honest one."""
        plan = self.plan
        settings = {"worlds": plan.leak_worlds, "rounds": plan.leak_rounds}
        self.study(
            "leak",
            settings,
            ("leak.py", "calibrate.py", "measures.py"),
            lambda: reenact(self.split("train"), self.split("calibration"), self.split("test"), plan),
        )

    def evaluate(self) -> None:
        """Always done again: what it writes is the truth about the models as they stand."""
        space = self.space
        ceiling = space.native / "ceiling"
        versions = {
            "data_version": f"simulator-{self.data_version}",
            "code_version": digest_of("training/pipeline/*.py", "src/domain/features/**/*.ts")[:12],
        }
        studies = {name: json.loads(space.study(name).read_text()) for name in ("ablation", "leak") if space.study(name).exists()}
        results = evaluate(
            self.plan,
            self.measured_sets(),
            self.split("train"),
            MeasuredWorlds(self.split("calibration"), space.worlds),
            space.out,
            load_lgbm(ceiling) if ceiling.exists() else None,
            versions,
            studies,
        )
        write_reference_measures(space.out, space.golden)
        write_cards(results, space.out, space.card)
        print_summary(results)

    def make_golden(self) -> None:
        """Rows of test worlds and of training worlds with columns left out, scored by the libraries."""
        reduced = [world for world in self.split("train") if world.name.endswith(REDUCED)][:2]
        models = {model_id: LEARNERS[model_id].load(self.space.native / model_id) for model_id in MODEL_IDS}
        worlds = [*self.split("test")[:3], *reduced]
        write_golden(self.space.golden, worlds, models, self.space.native, self.space.out, self.plan.golden_rows, self.plan.seed)


def main() -> None:
    """Reads the command line; `--small` never touches the shipped models unless told to by --out."""
    parser = argparse.ArgumentParser(prog="npm run train --", description=__doc__)
    parser.add_argument("--small", action="store_true", help="few small worlds and small models, for a check in minutes")
    parser.add_argument("--seed", type=int, help="seed of worlds and models")
    parser.add_argument("--worlds", type=int, help="number of training worlds")
    parser.add_argument("--rows", type=int, help="daily rows of a training world, about")
    parser.add_argument("--out", type=Path, help="folder of the models (default public/models; --small: training/work/small/models)")
    parser.add_argument("--golden", type=Path, help="folder of the golden rows (default src/testing/golden; --small: beside the models)")
    parser.add_argument("--demand", type=Path, help="CSV of real units by store, product and day, to measure on; never learned from")
    parser.add_argument("--tune", action="store_true", help="choose settings by trial, into training/tuning.json; no model is kept")
    parser.add_argument("--only", action="append", default=[], choices=STAGES, help="this stage alone; may be repeated")
    options = parser.parse_args()
    plan = choose_plan(options.small, options.seed, options.worlds, options.rows)
    work = TRAINING / "work" / plan.name
    # Paths on the command line start at the project, wherever Python was started.
    out = (ROOT / (options.out or (work / "models" if options.small else Path("public") / "models"))).resolve()
    shipped = out == ROOT / "public" / "models"
    golden = (ROOT / (options.golden or (Path("src") / "testing" / "golden" if shipped else work / "golden"))).resolve()
    card = ROOT / "MODEL_CARD.md" if shipped else out / "MODEL_CARD.md"
    space = Workspace(work=work, out=out, golden=golden, card=card)
    out.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    (work / "plan.json").write_text(json.dumps(asdict(plan), indent=1) + "\n")
    only = {"simulate", "features", TUNE} if options.tune else set(options.only)
    Run(plan, space, only, demand_file(options.demand)).run()


if __name__ == "__main__":
    main()
