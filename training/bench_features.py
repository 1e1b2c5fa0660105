"""Features of the reference job as they are usually written in pandas: what `bench_python.py` times."""

from __future__ import annotations

import numpy as np
import pandas as pd

SERIES = ["store_id", "sku_id"]
WINDOWS = (7, 14, 28, 90)


def read(path: str) -> pd.DataFrame:
    """The extract in order of store, SKU and day; identifiers stay text."""
    frame = pd.read_csv(path, dtype={"store_id": str, "sku_id": str, "category": str}, parse_dates=["date"])
    return frame.sort_values([*SERIES, "date"], ignore_index=True)


def days_since(event: pd.Series, key: pd.Series) -> pd.Series:
    """Rows of the series since `event` was last true; rows since the start where it never was."""
    spell = event.groupby(key, sort=False).cumsum()
    return event.groupby([key, spell], sort=False).cumcount()


def make_features(frame: pd.DataFrame) -> pd.DataFrame:
    """Past-only features, one row a row of the extract, float32."""
    key = frame.groupby(SERIES, sort=False).ngroup()
    by_series = frame.groupby(key, sort=False)
    sold, on_hand, forecast = frame["units_sold"], frame["on_hand"], frame["forecast_units"]
    received, price = frame["units_received"], frame["price"]
    base = pd.DataFrame(
        {
            "sold": sold,
            "on_hand": on_hand,
            "forecast": forecast,
            "received": received,
            "zero": (sold <= 0).astype("float64"),
            "gap": forecast - sold,
            "discrepancy": on_hand - (by_series["on_hand"].shift() + received - sold),
        }
    )
    features: dict[str, pd.Series] = {name: base[name] for name in base}
    grouped = base.groupby(key, sort=False)
    for days in WINDOWS:
        rolling = grouped.rolling(days, min_periods=1)
        for name, values in rolling[["sold", "on_hand", "forecast", "received", "zero", "gap", "discrepancy"]].mean().items():
            features[f"mean_{name}_{days}"] = values.reset_index(drop=True)
        for name, values in rolling[["sold", "on_hand"]].std().items():
            features[f"sd_{name}_{days}"] = values.reset_index(drop=True)
        features[f"max_on_hand_{days}"] = rolling["on_hand"].max().reset_index(drop=True)
        mean_sold, mean_forecast = features[f"mean_sold_{days}"], features[f"mean_forecast_{days}"]
        features[f"stock_ratio_{days}"] = on_hand / mean_sold.where(mean_sold > 0)
        features[f"shortfall_{days}"] = 1 - mean_sold / mean_forecast.where(mean_forecast > 0)
        features[f"gap_z_{days}"] = (sold - mean_sold) / features[f"sd_sold_{days}"].where(features[f"sd_sold_{days}"] > 0)

    streak = days_since(sold > 0, key)
    features["days_since_sale"] = streak
    features["days_since_receipt"] = days_since(received > 0, key)
    features["days_unchanged"] = days_since(on_hand != by_series["on_hand"].shift(), key)
    features["days_since_negative"] = days_since(on_hand < 0, key)
    features["days_known"] = by_series.cumcount()
    for days in WINDOWS:
        features[f"improbability_{days}"] = np.exp(-features[f"mean_forecast_{days}"] * streak)
    features["discrepancy_total"] = grouped["discrepancy"].cumsum()
    for lag in (1, 2, 3, 7, 14):
        features[f"sold_lag_{lag}"] = by_series["units_sold"].shift(lag)

    for level, columns in {"item": ["date", "sku_id"], "category": ["date", "store_id", "category"], "store": ["date", "store_id"]}.items():
        peers = base.groupby([frame[column] for column in columns], sort=False)
        for name in ("sold", "forecast", "zero"):
            features[f"{level}_{name}"] = peers[name].transform("mean")
        features[f"{level}_ratio"] = features[f"{level}_sold"] / features[f"{level}_forecast"].where(features[f"{level}_forecast"] > 0)

    add_rates(features, base, key, streak)
    add_silences(features, base, key, streak)
    add_peers(features, frame, streak)
    add_receipts(features, base, key)
    features["weekday"] = frame["date"].dt.day_of_week
    features["weekend"] = (frame["date"].dt.day_of_week >= 5).astype("float32")
    features["month_day"] = frame["date"].dt.day
    features["price"] = price
    features["price_ratio"] = price / by_series["price"].rolling(28, min_periods=1).mean().reset_index(drop=True)
    features["on_promo"] = frame["on_promo"]
    features["promo_days_28"] = by_series["on_promo"].rolling(28, min_periods=1).sum().reset_index(drop=True)
    features["days_since_promo"] = days_since(frame["on_promo"] > 0, key)
    features["days_since_price_change"] = days_since(price != by_series["price"].shift(), key)
    return pd.DataFrame({name: values.astype("float32") for name, values in features.items()})


def add_rates(features: dict[str, pd.Series], base: pd.DataFrame, key: pd.Series, streak: pd.Series) -> None:
    """Rates that forget with two half-lives, and what a silence means under them."""
    grouped = base.groupby(key, sort=False)
    for half_life in (35, 240):
        rates = grouped[["sold", "forecast"]].ewm(halflife=half_life).mean().reset_index(drop=True)
        rate = features[f"rate_{half_life}"] = rates["sold"]
        features[f"forecast_rate_{half_life}"] = rates["forecast"]
        features[f"rate_ratio_{half_life}"] = np.log((rate + 0.05) / (rates["forecast"] + 0.05))
        missed = features[f"missed_{half_life}"] = rate * streak
        features[f"log_no_sale_{half_life}"] = -np.log1p(missed * 0.6) / 0.6
        features[f"cover_{half_life}"] = base["on_hand"] / rate.where(rate > 0)


def add_silences(features: dict[str, pd.Series], base: pd.DataFrame, key: pd.Series, streak: pd.Series) -> None:
    """A silence against the item's own past ones, its days without a sale, and its usual interval."""
    known = key.groupby(key, sort=False).cumcount() + 1
    quiet = base["zero"].groupby(key, sort=False).cumsum() / known
    features["quiet_share"] = quiet
    features["log_quiet"] = streak * np.log(quiet.clip(lower=0.01))
    longest = features["longest_streak"] = streak.groupby(key, sort=False).cummax()
    features["streak_vs_longest"] = streak / longest.where(longest > 0)
    sale_days = known - base["zero"].groupby(key, sort=False).cumsum()
    interval = features["sale_interval"] = known / sale_days.where(sale_days > 0)
    features["streak_vs_interval"] = streak / interval


def add_peers(features: dict[str, pd.Series], frame: pd.DataFrame, streak: pd.Series) -> None:
    """How lately the same SKU, the category and the store have sold."""
    for level, columns in {"item": ["date", "sku_id"], "category": ["date", "store_id", "category"], "store": ["date", "store_id"]}.items():
        keys = [frame[column] for column in columns]
        for days in (7, 28):
            features[f"{level}_selling_{days}"] = (streak < days).groupby(keys, sort=False).transform("mean")
        features[f"{level}_least_streak"] = streak.groupby(keys, sort=False).transform("min")


def add_receipts(features: dict[str, pd.Series], base: pd.DataFrame, key: pd.Series) -> None:
    """What came in, and what has sold since."""
    delivery = (base["received"] > 0).groupby(key, sort=False).cumsum()
    since = base["sold"].groupby([key, delivery], sort=False).cumsum()
    features["sold_since_receipt"] = since
    features["left_of_receipt"] = base["on_hand"] - since
    features["deliveries"] = delivery
