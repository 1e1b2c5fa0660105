"""How records go wrong: losses, misplacement, receiving, tills, returns.

Rates follow the field: shrink of 1.4 % of sales in general retail and 2.7 % in grocery, most of it
operational and carried by few items; shelf and backroom loss dominate record error (Chuang & Oliva
2015), transaction errors add most uncertainty.
"""

from __future__ import annotations

import numpy as np

from simulator.assortment import Items, Pairs
from simulator.parameters import WorldParameters
from simulator.stock import Cause, StockState


def _hit(rate: np.ndarray | float, size: int, rng: np.random.Generator) -> np.ndarray:
    """Indices of the store-items that an event of that daily rate strikes today."""
    return np.flatnonzero(rng.random(size, dtype=np.float32) < rate)


class Losses:
    """Theft, damage, waste and misplacement, day by day."""

    def __init__(self, p: WorldParameters, items: Items, pairs: Pairs, usual_stock: np.ndarray, rng: np.random.Generator) -> None:
        self.p = p
        self.rng = rng
        self.size = len(pairs.item)
        self.units_today = 0
        # A thief sees a shelf, not a sales rate: losses grow slower than velocity.
        weight = items.loss_weight[pairs.item] * pairs.base_rate**0.75 * np.exp(0.4 * rng.standard_normal(self.size))
        units_a_day = p.shrink_share * pairs.base_rate.sum() * weight / weight.sum()
        self.burst_rate = np.minimum(0.02, p.burst_share * units_a_day / np.maximum(1.0, 0.6 * usual_stock))
        self.drip_rate = np.minimum(0.5, (1 - p.burst_share) * units_a_day / 1.3)
        waste_of = np.array([c.waste for c in items.categories])[items.category][pairs.item]
        self.waste_rate = np.minimum(0.5, p.known_waste_share * waste_of * pairs.base_rate / 1.5)

    def happen(self, state: StockState, trading: np.ndarray) -> None:
        """Take today's losses from the stock."""
        rng, p = self.rng, self.p
        self.units_today = 0
        burst = _hit(self.burst_rate * trading, self.size, rng)
        share = rng.uniform(0.3, 1.0, len(burst))
        self._lose(state, burst, np.ceil(state.shelf[burst] * share).astype(np.int64))
        drip = _hit(self.drip_rate * trading, self.size, rng)
        self._lose(state, drip, rng.geometric(0.77, len(drip)))
        waste = _hit(self.waste_rate * trading, self.size, rng)
        state.write_off(waste, rng.geometric(0.67, len(waste)))

        lost = _hit(p.misplaced_per_year / 365 * trading, self.size, rng)
        # Mostly a few units in the wrong place; at times the whole pallet.
        part = np.where(rng.random(len(lost)) < 0.4, 1.0, rng.uniform(0.1, 0.9, len(lost)))
        state.misplaced[lost] += state.take_unseen(lost, np.ceil(state.sellable[lost] * part).astype(np.int64), Cause.MISPLACED)
        found = np.flatnonzero((state.misplaced > 0) & (rng.random(self.size, dtype=np.float32) < p.found_chance))
        state.add_unseen(found, state.misplaced[found], Cause.MISPLACED)
        state.misplaced[found] = 0

    def _lose(self, state: StockState, pair: np.ndarray, units: np.ndarray) -> None:
        damage = self.rng.random(len(pair)) < self.p.damage_share
        damaged = state.take_unseen(pair[damage], units[damage], Cause.DAMAGE)
        stolen = state.take_unseen(pair[~damage], units[~damage], Cause.THEFT)
        self.units_today += int(damaged.sum() + stolen.sum())


def receive(state: StockState, due: np.ndarray, to_backroom: np.ndarray, p: WorldParameters, rng: np.random.Generator) -> np.ndarray:
    """Take in what is due (units per store-item) and return what is posted as received.

    Of the wrong receipts some hold less than is posted (short, never come, posted twice) and some
    more (over-delivered, or put away and never posted).
    """
    posted, actual = due.copy(), due.copy()
    wrong = np.flatnonzero((due > 0) & (rng.random(len(due), dtype=np.float32) < p.receiving_error_rate))
    if len(wrong):
        short = rng.random(len(wrong)) < p.receiving_bias_to_short
        how = rng.random(len(wrong))
        low, high = wrong[short], wrong[~short]
        part = np.where(how[short] < 0.5, rng.uniform(0, 1, len(low)), 0.0)
        twice = how[short] > 0.8
        actual[low] = np.where(twice, due[low], np.floor(due[low] * part))
        posted[low] = np.where(twice, 2 * due[low], due[low])
        unposted = how[~short] < 0.4
        posted[high] = np.where(unposted, 0, due[high])
        actual[high] = np.where(unposted, due[high], due[high] + rng.integers(1, np.maximum(2, due[high])))
    state.record += posted
    state.blame[Cause.RECEIVING] += posted - actual
    state.backroom += np.where(to_backroom, actual, 0)
    state.shelf += np.where(to_backroom, 0, actual)
    return posted


class Tills:
    """What the tills make of the units that left over the counter."""

    def __init__(self, p: WorldParameters, items: Items, pairs: Pairs, rng: np.random.Generator) -> None:
        self.p = p
        self.rng = rng
        self.return_rate = p.return_rate
        # The store-item of the neighbour, where this store has it.
        place = {(s, i): at for at, (s, i) in enumerate(zip(pairs.store.tolist(), pairs.item.tolist(), strict=True))}
        neighbour = items.neighbour[pairs.item].tolist()
        at = [place.get((s, n), -1) for s, n in zip(pairs.store.tolist(), neighbour, strict=True)]
        self.neighbour = np.array(at, dtype=np.int64)
        share = np.where(self.neighbour >= 0, items.mix_up[pairs.item], 0.0)
        # Not every store's cashiers have the habit.
        self.confused = np.flatnonzero(share * (rng.random(len(share)) < 0.7) > 0)
        self.mix_up = share[self.confused]

    def record_sales(self, state: StockState, left: np.ndarray, recorded_share: np.ndarray) -> np.ndarray:
        """Post the sales of the day and its returns; return recorded units sold (with sign)."""
        rng, p = self.rng, self.p
        scanned = left.copy()
        patchy = np.flatnonzero((recorded_share < 1) & (left > 0))
        if len(patchy):
            scanned[patchy] = rng.binomial(left[patchy], recorded_share[patchy])
            state.blame[Cause.TILL, patchy] += left[patchy] - scanned[patchy]
        if len(self.confused):
            swapped = rng.binomial(scanned[self.confused], self.mix_up)
            some = swapped > 0
            mine, theirs, units = self.confused[some], self.neighbour[self.confused[some]], swapped[some]
            scanned[mine] -= units
            state.blame[Cause.MIX_UP, mine] += units
            np.add.at(scanned, theirs, units)
            np.subtract.at(state.blame[Cause.MIX_UP], theirs, units)
        twice = np.flatnonzero(rng.random(len(left), dtype=np.float32) < p.double_scan_rate * left)
        scanned[twice] += 1
        state.blame[Cause.TILL, twice] -= 1
        back = np.flatnonzero(rng.random(len(left), dtype=np.float32) < self.return_rate * np.minimum(left, 5))
        scanned[back] -= 1
        good = rng.random(len(back)) >= p.return_unsellable_share
        state.shelf[back[good]] += 1
        state.blame[Cause.RETURN, back[~good]] += 1
        state.record -= scanned
        return scanned
