"""Pipelines as other projects export them, small, with what their libraries say of the rows of a small extract.

`npm run train -- --exporters` writes them into src/testing/exported: a folder for each pipeline as a user would
bring it, extract.csv, and scores.json with the library's own probability of every row of it (null where the
library gives none, or the pipeline is one that has to be refused). The app's tests hold its scores to them.
"""

from __future__ import annotations

import json
import shutil
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import onnxmltools
import pandas as pd
import torch
import xgboost
from onnxmltools.convert.common.data_types import FloatTensorType as ToolsFloat
from skl2onnx import convert_sklearn, to_onnx
from skl2onnx.common.data_types import DoubleTensorType, FloatTensorType, Int64TensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from simulator.extract import make_extract, write_csv
from simulator.parameters import draw_parameters
from simulator.world import simulate

OUT = Path(__file__).parent.parent / "src" / "testing" / "exported"
SEED = 20260
NUMBERS = ["on_hand", "units_sold", "forecast_units", "price"]
TEXTS = ["category", "store_id"]
TABLE = [*NUMBERS, "units_received", "on_promo"]
#: Of the written extract.
SERIES, DAYS = 10, 40
#: Tensors of an open number of rows, one column each.
ONE = [None, 1]

Scores = np.ndarray


def drawn_rows(folder: Path) -> pd.DataFrame:
    """A simulated world, read back as another project would read its extract."""
    parameters = draw_parameters("train", SEED, 0, 40_000)
    path = folder / "world.csv"
    write_csv(make_extract(simulate(parameters), [*TABLE[2:], "category"]).columns, path)
    rows = read(path)
    path.unlink()
    return rows.drop_duplicates(["store_id", "sku_id", "date"], keep="last").dropna(subset=["on_hand", "units_sold"])


def read(path: Path) -> pd.DataFrame:
    """Identifiers are texts, and so is a category that is not there."""
    return pd.read_csv(path, dtype={"store_id": str, "sku_id": str}).fillna({"category": ""})


def small_extract(rows: pd.DataFrame) -> pd.DataFrame:
    """The last days of a few store-items, with holes, and a category that no pipeline has learned."""
    items = rows[["store_id", "sku_id"]].drop_duplicates()
    chosen = rows.merge(items.iloc[:: len(items) // SERIES].head(SERIES)).sort_values(["store_id", "sku_id", "date"])
    extract = chosen.groupby(["store_id", "sku_id"]).tail(DAYS).reset_index(drop=True)
    holes = np.random.default_rng(SEED)
    for column in ("price", "forecast_units", "units_received"):
        extract.loc[holes.random(len(extract)) < 0.06, column] = np.nan
    extract.loc[extract.sku_id == extract.sku_id.iloc[-1], "category"] = "Never seen before"
    return extract.drop(columns="phantom")


def single(rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Numbers rounded to float32, which is what a graph with float inputs is given."""
    return rows[columns].astype({column: np.float32 for column in columns if column not in TEXTS})


class Fixtures:
    """Fits every pipeline on the same rows and writes it beside its scores."""

    def __init__(self, learning: pd.DataFrame, extract: pd.DataFrame) -> None:
        self.learning, self.extract = learning, extract
        self.label = learning.phantom.to_numpy(int)
        self.scores: dict[str, list[float | None]] = {}

    def write(self, name: str, graph: bytes, scores: Scores | None, manifest: dict[str, Any] | None = None) -> None:
        """One folder; `scores` is None for a pipeline that the app has to refuse."""
        folder = OUT / name
        folder.mkdir()
        (folder / "pipeline.onnx").write_bytes(graph)
        if manifest is not None:
            (folder / "model.json").write_text(json.dumps(manifest) + "\n", encoding="utf-8")
        if scores is not None:
            self.scores[name] = [None if np.isnan(score) else round(float(score), 8) for score in scores]
        print(f"{name:22s} {len(graph):6d} bytes", flush=True)

    def by_columns(
        self, name: str, prepare: ColumnTransformer, model: Any, types: dict[str, Any], zipmap: bool = False, taken: bool = True
    ) -> None:
        """scikit-learn, one tensor a column."""
        pipeline = Pipeline([("prepare", prepare), ("model", model)]).fit(single(self.learning, list(types)), self.label)
        graph = convert_sklearn(pipeline, initial_types=list(types.items()), options={id(pipeline): {"zipmap": zipmap}})
        scores = pipeline.predict_proba(single(self.extract, list(types)))[:, 1] if taken else None
        self.write(name, graph.SerializeToString(), scores)

    def by_table(
        self,
        name: str,
        fit: Callable[[np.ndarray, np.ndarray], Any],
        export: Callable[[Any], Any],
        columns: list[str],
        kind: type = np.float32,
    ) -> None:
        """One tensor of columns that model.json names, of float numbers or of `kind`."""
        model = fit(self.learning[columns].to_numpy(kind), self.label)
        scores = model.predict_proba(self.extract[columns].to_numpy(kind))[:, 1]
        self.write(name, export(model).SerializeToString(), scores, {"columns": columns})


def columns_and_texts(encoder: OneHotEncoder | None = None) -> ColumnTransformer:
    """Imputer and scaler for numbers, one-hot for texts."""
    numbers = make_pipeline(SimpleImputer(), StandardScaler())
    return ColumnTransformer([("numbers", numbers, NUMBERS), ("texts", encoder or OneHotEncoder(handle_unknown="ignore"), TEXTS)])


def write_sklearn(fixtures: Fixtures) -> None:
    """skl2onnx: types of input, models, one tensor a column or several, and its default that has to be refused."""
    floats = {column: FloatTensorType(ONE) for column in NUMBERS} | {column: StringTensorType(ONE) for column in TEXTS}
    logistic = LogisticRegression(max_iter=500)
    whole = ColumnTransformer(
        [
            ("whole", StandardScaler(), ["on_hand", "units_sold"]),
            ("broken", make_pipeline(SimpleImputer(), StandardScaler()), ["forecast_units", "price"]),
            ("texts", OneHotEncoder(handle_unknown="ignore"), TEXTS),
        ]
    )
    fixtures.by_columns("logistic-columns", whole, logistic, floats | dict.fromkeys(("on_hand", "units_sold"), Int64TensorType(ONE)))
    fixtures.by_columns("forest-columns", columns_and_texts(), RandomForestClassifier(6, max_depth=5, random_state=SEED), floats)
    fixtures.by_columns("zipmap-columns", columns_and_texts(), logistic, floats, zipmap=True, taken=False)
    doubles = {column: DoubleTensorType(ONE) for column in NUMBERS}
    fixtures.by_columns("double-imputer", ColumnTransformer([("numbers", SimpleImputer(), NUMBERS)]), logistic, doubles, taken=False)
    fixtures.by_table(
        "boosting-table",
        make_pipeline(SimpleImputer(), GradientBoostingClassifier(n_estimators=15, random_state=SEED)).fit,
        lambda model: to_onnx(model, np.zeros((1, len(TABLE)), np.float32), options={id(model): {"zipmap": False}}),
        TABLE,
    )
    fixtures.by_table(
        "double-table",
        make_pipeline(StandardScaler(), MLPClassifier((6,), max_iter=60, random_state=SEED)).fit,
        lambda model: to_onnx(model, np.zeros((1, 2)), options={id(model): {"zipmap": False}}),
        ["on_hand", "units_sold"],
        np.float64,
    )
    write_two_tables(fixtures, logistic)
    write_frame(fixtures, logistic)
    write_strict(fixtures, logistic)


def write_two_tables(fixtures: Fixtures, model: Any) -> None:
    """A tensor of numbers beside one of texts, whose columns model.json names."""
    cut = len(NUMBERS)
    numbers = make_pipeline(SimpleImputer(), StandardScaler())
    texts = OneHotEncoder(handle_unknown="ignore")
    prepare = ColumnTransformer([("numbers", numbers, slice(0, cut)), ("texts", texts, slice(cut, cut + len(TEXTS)))])
    pipeline = Pipeline([("prepare", prepare), ("model", model)])
    pipeline.fit(single(fixtures.learning, [*NUMBERS, *TEXTS]).to_numpy(object), fixtures.label)
    types = [("numbers", FloatTensorType([None, cut])), ("texts", StringTensorType([None, len(TEXTS)]))]
    graph = convert_sklearn(pipeline, initial_types=types, options={id(pipeline): {"zipmap": False}})
    scores = pipeline.predict_proba(single(fixtures.extract, [*NUMBERS, *TEXTS]).to_numpy(object))[:, 1]
    fixtures.write("two-tables", graph.SerializeToString(), scores, {"columns": {"numbers": NUMBERS, "texts": TEXTS}})


def write_frame(fixtures: Fixtures, model: Any) -> None:
    """Exported from a data frame, whose own types become those of the inputs: int32, float, truths."""
    kinds = {"on_hand": np.int32, "price": np.float32, "on_promo": bool}
    prepare = ColumnTransformer([("scaled", StandardScaler(), ["on_hand", "price"]), ("as it is", "passthrough", ["on_promo"])])
    pipeline = Pipeline([("prepare", prepare), ("model", model)])
    frame = fixtures.learning.dropna(subset=list(kinds))[list(kinds)].astype(kinds)
    pipeline.fit(frame, fixtures.learning.loc[frame.index, "phantom"].to_numpy(int))
    known = fixtures.extract.dropna(subset=list(kinds))
    scores = np.full(len(fixtures.extract), np.nan)
    scores[known.index] = pipeline.predict_proba(known[list(kinds)].astype(kinds))[:, 1]
    fixtures.write("data-frame", to_onnx(pipeline, frame[:1], options={id(pipeline): {"zipmap": False}}).SerializeToString(), scores)


def write_strict(fixtures: Fixtures, model: Any) -> None:
    """An encoder as it comes, which refuses a category that it has not learned."""
    columns = ["on_hand", "category"]
    prepare = ColumnTransformer([("scaled", StandardScaler(), ["on_hand"]), ("texts", OneHotEncoder(), ["category"])])
    pipeline = Pipeline([("prepare", prepare), ("model", model)]).fit(single(fixtures.learning, columns), fixtures.label)
    types = [("on_hand", FloatTensorType(ONE)), ("category", StringTensorType(ONE))]
    graph = convert_sklearn(pipeline, initial_types=types, options={id(pipeline): {"zipmap": False}})
    known = fixtures.extract.category.isin(fixtures.learning.category.unique()).to_numpy()
    scores = np.full(len(known), np.nan)
    scores[known] = pipeline.predict_proba(single(fixtures.extract[known], columns))[:, 1]
    fixtures.write("strict-texts", graph.SerializeToString(), scores)


def write_trees(fixtures: Fixtures) -> None:
    """onnxmltools: LightGBM and XGBoost, which read missing values themselves."""
    types = [("input", ToolsFloat([None, len(TABLE)]))]
    boosted = lightgbm.LGBMClassifier(n_estimators=15, num_leaves=8, random_state=SEED, verbose=-1)
    fixtures.by_table(
        "lightgbm-table", boosted.fit, lambda model: onnxmltools.convert_lightgbm(model, initial_types=types, zipmap=False), TABLE
    )
    extreme = xgboost.XGBClassifier(n_estimators=15, max_depth=3, random_state=SEED)
    fixtures.by_table("xgboost-table", extreme.fit, lambda model: onnxmltools.convert_xgboost(model, initial_types=types), TABLE)


def write_networks(fixtures: Fixtures) -> None:
    """torch: a network that ends in a probability, one that ends in log-odds, one for a single row at a time."""
    columns = ["on_hand", "units_sold"]
    torch.manual_seed(SEED)
    body = torch.nn.Sequential(torch.nn.Linear(2, 8), torch.nn.ReLU(), torch.nn.Linear(8, 1))
    given = torch.tensor(fixtures.learning[columns].to_numpy(np.float32))
    wanted = torch.tensor(fixtures.label[:, None].astype(np.float32))
    optimiser = torch.optim.Adam(body.parameters(), lr=0.01)
    for _ in range(200):
        optimiser.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(body(given), wanted).backward()
        optimiser.step()
    whole = torch.nn.Sequential(body, torch.nn.Sigmoid()).eval()
    with torch.no_grad():
        scores = whole(torch.tensor(fixtures.extract[columns].to_numpy(np.float32))).numpy()[:, 0]
    path = OUT / "network.onnx"
    open_rows = {"x": {0: "rows"}, "p": {0: "rows"}}
    for name, network, axes, said in (
        ("network-table", whole, open_rows, scores),
        ("network-log-odds", body, open_rows, None),
        ("network-one-row", whole, None, None),
    ):
        torch.onnx.export(network, (given[:1],), path, dynamo=False, input_names=["x"], output_names=["p"], dynamic_axes=axes)
        fixtures.write(name, path.read_bytes(), said, {"columns": columns})
    path.unlink()


def main() -> None:
    """Everything into src/testing/exported, whose README stays."""
    warnings.filterwarnings("ignore")
    OUT.mkdir(parents=True, exist_ok=True)
    for folder in (path for path in OUT.iterdir() if path.is_dir()):
        shutil.rmtree(folder)
    rows = drawn_rows(OUT)
    small_extract(rows).to_csv(OUT / "extract.csv", index=False)
    learning = rows[rows.on_hand > 0].sample(6_000, random_state=SEED)
    fixtures = Fixtures(learning, read(OUT / "extract.csv"))
    write_sklearn(fixtures)
    write_trees(fixtures)
    write_networks(fixtures)
    made_with = {name: version(name) for name in ("scikit-learn", "skl2onnx", "onnxmltools", "lightgbm", "torch", "onnx")}
    made_with["xgboost"] = xgboost.__version__
    text = json.dumps({"format_version": 1, "made_with": made_with, "scores": fixtures.scores}, separators=(",", ":"))
    (OUT / "scores.json").write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
