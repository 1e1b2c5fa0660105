"""Merchandise categories: velocity, weekday and month profiles, dispersion, prices.

Velocity is the lognormal fit of mean daily units of item-store series in the M5 data (Walmart,
2011 to 2016, departments FOODS_1 to 3, HOUSEHOLD_1 and 2, HOBBIES_1 and 2); weekday and month
profiles are its store-department aggregates. Names and price levels are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WEEKDAY_PROFILES: dict[str, tuple[float, ...]] = {
    "FOODS_1": (0.885, 0.902, 0.920, 0.944, 1.063, 1.205, 1.081),
    "FOODS_2": (1.018, 0.925, 0.895, 0.880, 0.929, 1.125, 1.228),
    "FOODS_3": (0.945, 0.883, 0.872, 0.880, 0.995, 1.204, 1.220),
    "HOBBIES_1": (0.924, 0.883, 0.894, 0.901, 1.048, 1.233, 1.117),
    "HOBBIES_2": (0.924, 0.941, 0.971, 0.974, 0.991, 1.096, 1.102),
    "HOUSEHOLD_1": (0.931, 0.858, 0.848, 0.862, 1.015, 1.263, 1.224),
    "HOUSEHOLD_2": (0.903, 0.861, 0.863, 0.889, 1.024, 1.246, 1.214),
}
"""Monday to Sunday, mean near 1 (M5)."""

MONTH_PROFILES: dict[str, tuple[float, ...]] = {
    "FOODS": (0.955, 1.0, 0.973, 0.943, 0.949, 1.024, 1.026, 1.043, 1.029, 1.0, 0.997, 1.055),
    "HOBBIES": (0.892, 0.997, 0.963, 0.934, 0.971, 0.96, 0.908, 0.946, 0.971, 1.237, 1.086, 1.135),
    "HOUSEHOLD": (0.847, 0.997, 1.009, 0.976, 0.971, 1.047, 1.034, 1.086, 1.052, 1.009, 0.99, 0.976),
}
"""January to December (M5)."""

VELOCITY: dict[str, tuple[float, float]] = {
    "FOODS_1": (-0.33, 1.04),
    "FOODS_2": (0.018, 0.986),
    "FOODS_3": (0.236, 1.295),
    "HOBBIES_1": (-0.704, 1.06),
    "HOBBIES_2": (-1.739, 0.452),
    "HOUSEHOLD_1": (-0.302, 1.049),
    "HOUSEHOLD_2": (-1.465, 0.805),
}
"""Mean and spread of the log of mean daily units of a store-item (M5)."""


@dataclass(frozen=True)
class Category:
    """One category. `loss` is its appeal to thieves against the average, `waste` its share of perishables."""

    name: str
    department: str
    shape: str
    price: float
    loss: float
    waste: float

    @property
    def group(self) -> str:
        """FOODS, HOUSEHOLD or HOBBIES."""
        return self.shape.rsplit("_", 1)[0]


CATEGORIES: tuple[Category, ...] = (
    Category("Dairy", "Fresh", "FOODS_3", 2.4, 0.7, 1.5),
    Category("Bread and bakery", "Fresh", "FOODS_3", 2.6, 0.6, 2.0),
    Category("Fruit and vegetables", "Fresh", "FOODS_3", 1.9, 0.6, 2.5),
    Category("Meat and fish", "Fresh", "FOODS_2", 6.5, 1.6, 2.0),
    Category("Frozen", "Food", "FOODS_2", 4.4, 0.8, 0.3),
    Category("Pantry", "Food", "FOODS_1", 2.7, 0.6, 0.2),
    Category("Snacks and sweets", "Food", "FOODS_1", 2.3, 1.1, 0.3),
    Category("Drinks", "Food", "FOODS_3", 1.8, 1.0, 0.2),
    Category("Laundry and cleaning", "Household", "HOUSEHOLD_1", 5.9, 1.0, 0.1),
    Category("Paper goods", "Household", "HOUSEHOLD_1", 4.8, 0.5, 0.1),
    Category("Kitchen and home", "Household", "HOUSEHOLD_2", 9.5, 0.9, 0.1),
    Category("Health and beauty", "Care", "HOUSEHOLD_1", 7.2, 2.4, 0.2),
    Category("Baby", "Care", "HOUSEHOLD_2", 8.9, 1.6, 0.1),
    Category("Pets", "Household", "HOUSEHOLD_1", 4.2, 0.6, 0.1),
    Category("Toys and games", "Leisure", "HOBBIES_1", 8.5, 1.5, 0.1),
    Category("Stationery and craft", "Leisure", "HOBBIES_2", 3.9, 1.0, 0.1),
    Category("Batteries and light bulbs", "Household", "HOBBIES_1", 6.8, 2.6, 0.0),
)


def draw_categories(count: int, rng: np.random.Generator) -> list[Category]:
    """`count` different categories, in the order of the floor plan."""
    chosen = rng.choice(len(CATEGORIES), size=min(count, len(CATEGORIES)), replace=False)
    return [CATEGORIES[index] for index in sorted(chosen)]
