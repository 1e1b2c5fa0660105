"""What one more unit of shrink costs in sales: the record that claims the unit stops the order that would have replaced it."""

from __future__ import annotations

from dataclasses import replace

from simulator.world import History, simulate

#: Every world is simulated once more with so many times its shrink.
FACTOR = 2.0


def sales_lost_per_unit_of_shrink(histories: list[History]) -> float:
    """Further units wanted and not had, per further unit gone unseen, when shrink alone grows; summed over the worlds.

    Above 1 lost sales grow faster than shrink. Worlds keep their seeds, so the two runs of one differ by the losses
    and what follows from them.
    """
    lost = gone = 0.0
    for history in histories:
        shrunk = simulate(replace(history.parameters, shrink_share=FACTOR * history.parameters.shrink_share))
        lost += float(shrunk.lost.sum()) - float(history.lost.sum())
        gone += float(shrunk.unseen_loss.sum()) - float(history.unseen_loss.sum())
    return lost / gone if gone > 0 else float("nan")
