"""A drawn set of measured rows, with spells, lost units and two scores, for tests of the report."""

from __future__ import annotations

import numpy as np

from pipeline.scored_set import ScoredSet

DAYS = 30


def drawn_set(seed: int, items: int = 40, worlds: int = 2) -> ScoredSet:
    """`items` store-items a world over DAYS days; every second one has a spell, some days are missing."""
    generator = np.random.default_rng(seed)
    rows = []
    for world in range(worlds):
        for item in range(items):
            begins, length = int(generator.integers(-4, 25)), int(generator.integers(1, 9))
            rate = float(generator.lognormal(-0.5, 1.2))
            for day in range(DAYS):
                inside = item % 2 == 0 and begins <= day < begins + length
                if generator.random() < 0.05:
                    continue
                spell = (world << 48) | item if inside else -1
                rows.append((world, item, day, inside, spell, begins if inside else 0, rate, generator.poisson(rate) if inside else 0))
    world, item, day, inside, spell, begins, rate, lost = (np.array(column) for column in zip(*rows, strict=True))
    score = np.round(np.clip(generator.beta(1, 6, len(rows)) + inside * generator.random(len(rows)) * 0.7, 0.001, 0.999), 2)
    other = np.round(np.clip(generator.beta(1, 6, len(rows)) + inside * generator.random(len(rows)) * 0.9, 0.001, 0.999), 2)
    return ScoredSet(
        label=inside.astype(np.int64),
        item=(world.astype(np.int64) << 48) | item,
        store_day=(world.astype(np.int64) << 48) | ((item % 3) << 28) | day,
        day=day.astype(np.int64),
        history_days=day + 28,
        spell=spell.astype(np.int64),
        spell_begins=begins.astype(np.int64),
        lost=lost.astype(np.float64),
        unwanted=generator.random(len(rows)) < 0.2,
        in_backroom=generator.random(len(rows)) < 0.3,
        item_rate=rate,
        scores={"one": score, "two": other},
        worlds=worlds,
    )


def resampled(scored: ScoredSet, weight: np.ndarray) -> ScoredSet:
    """The rows repeated as often as whole-number weights say, every repeat of an item with spells of its own."""
    copies = [scored.only(weight > copy) for copy in range(int(weight.max()))]
    apart = [np.where(part.spell >= 0, part.spell + (copy << 56), -1) for copy, part in enumerate(copies)]
    arrays = {
        name: np.concatenate([getattr(part, name) for part in copies])
        for name in ("label", "item", "store_day", "day", "history_days", "spell_begins", "lost", "unwanted", "in_backroom", "item_rate")
    }
    scores = {key: np.concatenate([part.scores[key] for part in copies]) for key in scored.scores}
    return ScoredSet(**arrays, spell=np.concatenate(apart), scores=scores, worlds=scored.worlds)
