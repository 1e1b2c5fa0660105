"""The words of the model cards. Figures come from results.json and are never written here."""

from __future__ import annotations

from typing import Any

SIMULATED = (
    "**Trained and measured on simulated stores.** There is no public data set of phantom inventory with labels from "
    "the shelf, so a simulator with a physical truth apart from the record makes one, fitted to published figures about "
    "demand and record errors. What these figures promise for a real store is unknown until its own counts have been "
    "compared with the alerts."
)

WHAT = (
    "Four models, LightGBM, XGBoost, a Random Forest and an LSTM, give for every store-item and day the probability "
    "that its stock is phantom: the record says on-hand above zero at the close of the day, and nothing sellable is in "
    "the store. All read the same features, made by the same code in training and in the browser, from this day and "
    "earlier days alone. Each is one ONNX graph with its preprocessing inside, and its output is calibrated: of rows at "
    "probability .7, about seven in ten should be phantom."
)

USE = (
    "A short list of shelves to check, made by the people who know the store, with the probability as a help to decide how "
    "many. Not for writing off stock unseen, and not for judging anyone: a wrong record has many causes, most of them "
    "ordinary. Rows whose record is zero or below cannot be phantom and are not scored as alerts; an item seen for less "
    "than 28 days is not alerted."
)

FIGURES_ARE = (
    "Candidates only: record above zero, 28 days of history. Precision, recall and F1 at the shipped threshold; AP is "
    "average precision; calibration error is the mean gap between promised and observed share over ten bins of equal "
    "size. In brackets 95 % intervals from a bootstrap over store-items. The ceiling is the LightGBM learner given the "
    "true rate of demand, which no extract holds: what it misses, nobody could find from daily records."
)

TEST_WORLDS = "Worlds drawn like those of the training, but of which no row was learned from, calibrated on or used to pick anything."

STRESS_WORLDS = "Worlds whose causes, rates and kinds of demand lie outside the ranges of the training."

LIMITS = """- Real stores differ from simulated ones in ways that nobody here can know. Expect lower precision at first, and set the \
threshold by what the checks find.
- Items that sell less than about once a month give no evidence that could tell a phantom from a quiet month.
- Items that the whole chain stops selling look like phantoms until other stores are seen to have stopped as well: \
extracts of one store lack that evidence.
- Stock that lies in the backroom is another finding. The models were taught that it is no phantom, but daily records \
show the two alike while nothing sells.
- A missing column costs accuracy. The models were taught on extracts with columns left out, and the app says what is missing.
- The probability is calibrated on the share of phantoms in the simulated worlds. Where phantoms are rarer, it is too high."""

LEAK = """A published project of this kind reports for its LightGBM precision .91, recall .77 and AUC .986 on a month of dairy \
sales. Its figures cannot be compared with ours, for four reasons that its own code shows. The label is a rule over columns that \
are also features, so that a model can read the answer. One feature, the days since the shelf was reported empty, is computed \
from the file of labels. Rows of the same item stand on both sides of the split. And the threshold was picked on predictions for \
the training rows. Split by item, its own cross-validated AUC falls to .81 for LightGBM, .82 for XGBoost and .83 for the Random \
Forest.

Here the label comes from the simulator's physical truth, which no feature reads; whole worlds are kept apart for training, for \
calibration and thresholds, and for the report; thresholds come from calibration worlds; and tests shuffle the labels and see the \
skill vanish, and cut the future off and see no feature change."""

AGAIN = """`npm run train` simulates the worlds, makes the features, trains, calibrates, exports, measures and writes this file. \
`npm run train -- --small` does the same with little data in a few minutes, into a folder of its own. See training/README.md."""

MODELS = {
    "lgbm": "Boosted trees grown leaf by leaf (LightGBM). Reads each row alone; the past is in the features. The default model.",
    "xgb": "Boosted trees grown level by level (XGBoost). Reads each row alone; the past is in the features.",
    "rf": "A Random Forest (scikit-learn): many trees on random parts of rows and columns, averaged. Reads each row alone. "
    "The number of leaves is bounded so that the browser can open it quickly.",
    "lstm": "A recurrent network (PyTorch) that reads each store-item once, from its first day to its last, and gives a "
    "probability for every day from that day and those before it. Heavy-tailed inputs are compressed, missing ones are set to "
    "their mean and told to the network.",
}


def training_data(generated: dict[str, Any]) -> str:
    """The paragraph on what was learned from."""
    return (
        f"Learned from {generated['training_rows']:,} daily rows of {generated['training_worlds']} simulated worlds "
        f"({generated['training_positives']:,} of them phantom), seed {generated['seed']}; calibrated and given thresholds on "
        f"{generated['calibration_worlds']} further worlds. {generated['features']} features. Data {generated['data_version']}, "
        f"code {generated['code_version']}."
    )


def threshold_sentence(threshold: dict[str, Any], picked: dict[str, Any]) -> str:
    """How the shipped threshold came about."""
    value, floor = threshold["precision_floor_threshold"], threshold["precision_floor"]
    found = (
        f"On those {picked['candidates']:,} candidates of {picked['worlds']} calibration worlds it gave precision "
        f"{picked['precision']:.3f} and recall {picked['recall']:.3f}."
    )
    if threshold["floor_reached"]:
        return f"{value:.4f}: the highest recall with precision at least {floor:.2f}. {found}"
    return f"{value:.4f}: no threshold reached precision {floor:.2f}, so this is the one of highest precision. {found}"
