"""The words of the model cards. Figures come from results.json and are never written here."""

from __future__ import annotations

from typing import Any

from .card_tables import figure, signed
from .early_answers import FAR_BELOW, MISTAKEN_SHARE
from .episodes import DAILY_SELLER_UNITS, MINIMUM_SPELL_DAYS
from .plan import MODEL_NAMES

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
    "size. `Right of first 10` is precision among the ten likeliest rows of every store and day; lift is precision over that "
    f"of checks at random. A spell is a run of at least {MINIMUM_SPELL_DAYS} phantom days that could be alerted; it is found if an "
    "alert stands on one of them. Days run from its first day to its first alert, the same day being 0, over found spells "
    f"whose first day could be alerted. Daily sellers are items of which shoppers want {DAILY_SELLER_UNITS:g} a day or more. Lost "
    "units are those wanted and not had on phantom rows; they are under alert where one stands that day. In brackets 95 % intervals "
    "from a bootstrap over store-items: how sure a figure is on these worlds. Worlds drawn anew move it by more, recall at precision "
    ".90 most of all, since a few unlike worlds decide what ranks first. The ceiling is the LightGBM learner given the true rate of "
    "demand, which no extract holds: it bounds what better estimates of demand could win."
)

TEST_WORLDS = """Worlds drawn from the usual ranges, as every second one of the training is. No row of them was learned from, \
calibrated on or used to pick anything."""

STRESS_WORLDS = "Worlds whose causes, rates and kinds of demand lie outside the ranges of the training."

REAL_DEMAND = (
    "Shoppers are real: units of perishable goods that real stores sold, one series a store and product, days with hours out of "
    "stock replaced by days in stock. Stock, records and their errors are simulated around them, as drawn for test worlds. "
    "Nothing was learned from, calibrated on or picked on this demand."
)

NO_REAL_DEMAND = "This run had no demand file, so no figure here rests on real demand. Name one with `--demand FILE`."

BANDS = (
    "Apart by what shoppers want of the store-item a day, and by the days seen up to the row: AP / recall at precision .90, models, "
    "ceiling and best rule."
)

WRONG_ALERTS = (
    "What the wrong alerts are, as shares of them. An item that has left the range with stock on record looks like phantom stock; the "
    "ceiling is told that nobody wants it, which a store's own extract cannot show."
)

NOT_OFFERED = "All four together is measured here for comparison; the calibration worlds did not earn it a place in the app."

LEAK_READ = (
    "The first line is a model that reproduces its own rule. The last one is the same model, asked about shelves. What is lost between the "
    "lines in the middle is what each leak had lent."
)

LIMITS = """- Real stores differ from simulated ones in ways that nobody here can know. Expect lower precision at first, and set the \
threshold by what the checks find.
- How often stock that nobody wants any more stays on record is published nowhere, and it decides how sure the surest alerts \
can be. The simulator's rates were set by judgement, with the false alarms of development worlds in view; where a store leaves \
more of it than these worlds do, precision is lower than promised.
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
    "probability for every day from that day and those before it. Heavy-tailed inputs are compressed, shares are read as "
    "log-odds, missing ones are set to their mean and told to the network. It learned from the truth and, beside it, from the "
    "probabilities of a LightGBM taught on the same rows.",
}


def tuning_sentence(record: dict[str, Any], seed: int) -> str:
    """The budget and the protocol of the settings of models trained on worlds of `seed`."""
    same = "the same worlds" if record["seed"] == seed else f"other worlds, of seed {seed}"
    return (
        f"Every model had {record['settings_a_model']} settings to try, taught on the same {record['training_rows']:,} rows of "
        f"{record['training_worlds']} worlds of seed {record['seed']} (the LSTM for {record['lstm_epochs']} passes, the forest on "
        f"{record['rf_rows']:,} of the rows) and judged by average precision on "
        f"{record['judging_worlds']} other worlds. The models above were then trained on {same}."
    )


def early_sentences(answers: list[dict[str, Any]]) -> list[str]:
    """The paragraph on early answers, from what the graph tells of them; none where it has none."""
    if not answers:
        return []
    settled = ", ".join(f"{answer['settled']:.0%} after {answer['trees']} of {answer['of']} trees" for answer in answers)
    return [
        f"Rows that are plainly in order have their answer from the first trees: of the candidates that calibrated the model {settled}. "
        f"Of these at most {MISTAKEN_SHARE:.2%} have a probability of {FAR_BELOW:.2f} or more by all trees (or of a quarter of the "
        "threshold, where that is less). Every other row is scored by all trees. Low probabilities are rough ones."
    ]


def training_data(generated: dict[str, Any]) -> str:
    """The paragraph on what was learned from."""
    return (
        f"Learned from {generated['training_rows']:,} daily rows of {generated['training_worlds']} simulated worlds "
        f"({generated['training_positives']:,} of them phantom), seed {generated['seed']}; stopped, calibrated and given thresholds by "
        f"{generated['calibration_worlds']} other worlds. Every second world of both is drawn from ranges that reach further than usual, "
        f"so that models and thresholds have met more than what is likely. {generated['features']} features. "
        f"Data {generated['data_version']}, code {generated['code_version']}."
    )


def threshold_sentence(threshold: dict[str, Any], picked: dict[str, Any]) -> str:
    """How the shipped threshold came about."""
    value, floor = threshold["precision_floor_threshold"], threshold["precision_floor"]
    found = (
        f"On those {picked['candidates']:,} candidates of {picked['worlds']} calibration worlds it gave precision "
        f"{picked['precision']:.3f} and recall {picked['recall']:.3f}."
    )
    if threshold["floor_reached"]:
        kinds = list(reversed(picked["kinds"]))
        apart = f" on the worlds that are {' and on those that are '.join(kinds)}, each taken alone" if len(kinds) > 1 else ""
        return f"{value:.4f}: the highest recall with precision at least {floor:.2f}{apart}. {found}"
    return f"{value:.4f}: no threshold reached precision {floor:.2f}, so this is the one of highest precision. {found}"


def scenarios_of(model: str) -> str:
    """Above the table of stress scenarios."""
    return (
        f"Figures of {model}, the best model on all stress worlds together. A scenario is one way in which a world can be unlike those "
        "learned from; with few worlds each, intervals are wide."
    )


def combined_sentence(combined: dict[str, Any]) -> str:
    """How the combined score is made, and what the calibration worlds said of it."""
    members = ", ".join(MODEL_NAMES[key] for key in combined["models"])
    ap, best = combined["average_precision"], combined["best_single"]
    return (
        f"The mean of the log-odds of {members}, calibrated again with two numbers (combined.json). On the {combined['candidates']:,} "
        f"candidates of {combined['worlds']} calibration worlds its AP is {figure(ap['combined'])}, that of the best single model, "
        f"{MODEL_NAMES[best]}, {figure(ap[best])}: a gain of {signed(combined['gain_over_best_single'])}. "
        + ("So combined.json marks it as worth offering." if combined["offered"] else "So combined.json marks it as not worth offering.")
    )


def ablation_sentence(ablation: dict[str, Any]) -> str:
    """How the ablation was made."""
    whole = "; ".join(f"{key.replace('_', ' ')} {figure(values['average_precision'])}" for key, values in ablation["all"].items())
    return (
        f"{ablation['learner']} with {ablation['rounds']} rounds on {ablation['training_rows']:,} rows of {ablation['training_worlds']} "
        f"training worlds, with every feature (AP: {whole}) and without each family, each the mean of {ablation['fits']} fits. Positive is "
        "worth having. A smaller learner than the shipped one, so compare lines, not levels; the line `all features, fitted again` "
        "shows what other seeds alone do. Families overlap: what one loses another may still tell."
    )


def leak_sentence(leak: dict[str, Any]) -> str:
    """Above the staircase."""
    return (
        f"The same way of measuring, acted out on our worlds: one {leak['learner']} of {leak['rounds']} rounds, {leak['training_rows']:,} "
        f"candidate rows, and this rule as the label: {leak['rule']}. Of the rows that the rule labels in the test worlds, "
        f"{figure_of_share(leak['rule_rows_truly_phantom'])} are phantom."
    )


def figure_of_share(share: float | None) -> str:
    """A share in percent; words where it does not exist."""
    return "none" if share is None else f"{100 * share:.0f} %"
