"""A small made-up world for tests: features of which two carry the label, missing values, several series."""

from __future__ import annotations

import numpy as np

from pipeline.dataset import World

NAMES = (
    "DailyBOH",
    "sold_today",
    "sales_gap",
    "day_of_week",
    "residual_abs_mean_90",
    "peer_share_selling_7",
    "evidence",
    "noise",
    "rarely_known",
)


def made_world(seed: int, items: int = 60, days: int = 80, shuffled_labels: bool = False) -> World:
    """`items` series in four stores; in a spell an item sells nothing and its evidence grows."""
    generator = np.random.default_rng(seed)
    rows = items * days
    series = np.repeat(np.arange(items), days).astype(np.int32)
    day = (np.tile(np.arange(days), items) + 19_000).astype(np.int32)
    begins, ends = generator.integers(20, 70, items), generator.integers(5, 30, items)
    step = np.tile(np.arange(days), items)
    spell = (step >= begins[series]) & (step < begins[series] + ends[series]) & (series % 3 == 0)
    rate = generator.lognormal(0, 1, items)[series]
    sold = np.where(spell, 0, generator.poisson(rate))
    silent = np.zeros(rows)
    for row in range(rows):
        silent[row] = 0 if sold[row] > 0 or step[row] == 0 else silent[row - 1] + rate[row]
    features = np.stack(
        [
            generator.integers(1, 40, rows),
            sold,
            rate - sold,
            (day + 3) % 7,
            generator.random(rows),
            generator.random(rows),
            silent,
            generator.normal(size=rows) * 1000,
            np.where(generator.random(rows) < 0.9, np.nan, rate),
        ],
        axis=1,
    ).astype(np.float32)
    features[:, 7][generator.random(rows) < 0.05] = np.nan
    label = spell.astype(np.int32)
    if shuffled_labels:
        label = generator.permutation(label)
    return World(
        name=f"made-{seed}",
        feature_names=NAMES,
        features=features,
        record=np.arange(rows, dtype=np.int32),
        series=series,
        store=(series % 4).astype(np.int32),
        sku=(series // 4).astype(np.int32),
        day=day,
        scored=np.ones(rows, dtype=bool),
        candidate=step >= 27,
        label=label,
        filled=np.zeros(rows, dtype=bool),
    )
