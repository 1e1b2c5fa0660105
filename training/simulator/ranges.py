"""The ranges that worlds are drawn from, and the stress scenarios that lie outside them."""

from __future__ import annotations

from simulator.draws import Draw, LogUniform, OneOf, Sometimes, Uniform, Whole

RANGES: dict[str, Draw] = {
    # Shape
    'days': OneOf(
        (35, 50, 70, 90, 120, 150, 180, 240, 300, 365, 400), (1, 1, 1, 3, 3, 3, 3, 2, 1, 1, 1), 'days in the extract'
    ),
    'stores': OneOf((1, 2, 3, 4, 6, 8, 12, 16, 20, 30), (2, 1, 2, 3, 3, 3, 3, 2, 1, 1), 'stores in the extract'),
    'first_day': Whole(18262, 20400, 'first day of the extract, days since 1970 (2020 to 2025)'),
    # Demand
    'velocity_shift': Uniform(-0.5, 0.7, 'added to the log of mean daily demand'),
    'velocity_spread': Uniform(0.85, 1.1, 'factor on the spread of log velocity'),
    'store_size_sd': Uniform(0.1, 0.5, 'spread of log store size'),
    'local_noise_sd': Uniform(0.2, 0.6, 'spread of log taste of a store for an item'),
    'dispersion': LogUniform(1.5, 10, 'negative-binomial size k; small is noisy'),
    'share_poisson': Uniform(0.05, 0.4, 'share of items with Poisson demand'),
    'share_zero_inflated': Uniform(0.0, 0.2, 'share of items with days on which nobody comes for them'),
    'share_lumpy': Uniform(0.02, 0.2, 'share of items bought several at a time'),
    'drift_sd': Uniform(0.06, 0.25, 'spread of the log rate over 56 days'),
    'drifting_share': Uniform(0.0, 0.2, 'share of items that drift three times as much'),
    'seasonal_share': Uniform(0.0, 0.08, 'share of items sold only in a season'),
    'weekday_strength': Uniform(0.5, 1.6, 'exponent on the weekday profile'),
    'month_strength': Uniform(0.3, 1.5, 'exponent on the month profile'),
    'store_shock_sd': Uniform(0.04, 0.15, 'spread of the log shock of a store-day'),
    'category_shock_sd': Uniform(0.05, 0.2, 'spread of the log shock of a store-category-day'),
    'categories': Whole(4, 12, 'merchandise categories'),
    'sunday_open': OneOf(('open', 'closed', 'some'), (0.7, 0.2, 0.1), 'whether stores open on Sundays'),
    'holidays_per_year': Uniform(3, 11, 'holidays of the chain'),
    'holiday_closed_share': Uniform(0.1, 0.9, 'share of holidays on which stores are closed'),
    'storms_per_store_year': Sometimes(0.2, Uniform(0.2, 3), 'spells of 1 to 4 days with little trade'),
    'till_outages_per_store_year': Sometimes(0.4, Uniform(0.1, 1), 'days on which part of the sales is not recorded'),
    'demand_drops_per_year': Uniform(0.02, 0.3, 'spells of lost demand of one store-item'),
    'chain_drops_per_year': Uniform(0.0, 0.08, 'spells of lost demand of one item in all stores'),
    'promotions_per_year': Sometimes(0.2, Uniform(0.5, 6), 'promotions of an item, chain-wide'),
    'promotion_uplift': Uniform(1.15, 2.6, 'median factor on demand while promoted'),
    'new_share': Uniform(0.0, 0.08, 'share of items launched within the extract'),
    'delisted_chain_share': Uniform(0.0, 0.06, 'share of items that the chain drops'),
    'delisted_store_share': Uniform(0.0, 0.03, 'share of store-items that one store drops'),
    'delisted_stock_left': Uniform(0.5, 0.95, 'share of drops that leave their stock in the backroom'),
    # Replenishment
    'policy': OneOf(('order-up-to', 'reorder-point', 'min-max'), (0.4, 0.4, 0.2), 'how orders are made'),
    'cover_days': Uniform(4, 14, 'days of demand that an order covers'),
    'safety_days': Uniform(1, 5, 'days of demand held as safety stock'),
    'display_days': Uniform(2, 7, 'days of demand that the shelf must show at least'),
    'deliveries_per_week': OneOf((1, 2, 3, 5, 6), (1, 2, 3, 2, 1), 'delivery days'),
    'lead_time_days': Whole(1, 6, 'days from order to delivery'),
    'case_days': Uniform(2, 9, 'days of demand in a case, at the median'),
    'fill_rate': Uniform(0.88, 0.995, 'share of order lines that come in full'),
    'supply_outages_per_year': Uniform(0.05, 0.5, 'spells in which an item cannot be had, chain-wide'),
    'backroom_share': Uniform(0.0, 0.8, 'share of items whose deliveries go to the backroom first'),
    'restock_chance': Uniform(0.7, 0.99, 'chance a day that the shelf is filled from the backroom'),
    'backroom_forgotten_per_year': Uniform(0.0, 0.4, 'spells in which nobody fills the shelf from the backroom'),
    # How records go wrong
    'shrink_share': Uniform(0.008, 0.024, 'units lost unseen, as a share of units sold'),
    'burst_share': Uniform(0.2, 0.7, 'share of it lost in bursts that take much of a shelf'),
    'damage_share': Uniform(0.1, 0.5, 'share of it that is damage, the rest theft'),
    'shrink_concentration': Uniform(0.6, 1.4, 'spread of the log loss rate of items'),
    'known_waste_share': Uniform(0.0, 0.02, 'units written off and recorded, as a share of units sold'),
    'misplaced_per_year': Uniform(0.1, 0.7, 'misplacements of a store-item'),
    'found_chance': LogUniform(0.01, 0.08, 'chance a day that misplaced units come back'),
    'receiving_error_rate': LogUniform(0.002, 0.02, 'share of receipts that are recorded wrong'),
    'receiving_bias_to_short': Uniform(0.45, 0.65, 'share of those with less in the store than on record'),
    'mix_up_pair_share': Uniform(0.02, 0.15, 'share of neighbours that tills confuse'),
    'mix_up_rate': LogUniform(0.01, 0.1, 'share of their sales scanned as the neighbour'),
    'double_scan_rate': Uniform(0.0005, 0.005, 'share of sales scanned once too often'),
    'return_rate': Uniform(0.0, 0.012, 'units brought back, as a share of units sold'),
    'return_unsellable_share': Uniform(0.05, 0.4, 'share of returns that cannot be sold again'),
    # How records are put right
    'counts_per_year': LogUniform(0.2, 4, 'cycle counts of a store-item'),
    'annual_count': OneOf((0.0, 1.0), (0.5, 0.5), 'whether each store counts everything once a year'),
    'gap_check_chance': LogUniform(0.008, 0.05, 'chance a day that staff look into an empty shelf'),
    'negative_fix_chance': LogUniform(0.02, 0.3, 'chance a day that a negative record is put right'),
    'count_error_rate': Uniform(0.01, 0.08, 'share of counts that are wrong themselves'),
    # Forecast
    'forecast_method': OneOf(
        ('moving-average', 'smoothing', 'same-weekday', 'planner'), (3, 3, 2, 2), 'how the forecast is made'
    ),
    'forecast_window': OneOf((7, 14, 28, 56), (1, 2, 3, 2), 'days that it looks back'),
    'forecast_bias': LogUniform(0.75, 1.35, 'factor by which it is off'),
    'forecast_noise_sd': Sometimes(0.4, Uniform(0.05, 0.5), 'spread of its log noise'),
    'forecast_decimals': OneOf((0, 1, 2, 3), (0.12, 0.2, 0.34, 0.34), 'decimals in the file'),
    # Extract
    'optional_column_share': Uniform(0.35, 1.0, 'share of optional columns that the file has'),
    'forecast_column_share': OneOf((0.0, 1.0), (0.25, 0.75), 'whether the file has a forecast'),
    'missing_row_share': Sometimes(0.5, LogUniform(0.0005, 0.03), 'rows that are missing'),
    'missing_store_days': Sometimes(0.6, LogUniform(0.001, 0.02), 'store-days that are missing'),
    'restated_share': Sometimes(0.7, LogUniform(0.0005, 0.02), 'rows that are given twice, the last one right'),
    'on_hand_moment': OneOf(
        ('close', 'late', 'late in some stores', 'open'), (0.8, 0.06, 0.08, 0.06), 'when on-hand was read'
    ),
    'sparse': OneOf((0.0, 1.0), (0.9, 0.1), 'whether the file has rows only where something moved'),
    'row_order': OneOf(('series', 'day', 'shuffled'), (0.6, 0.3, 0.1), 'order of the rows'),
}

STRESS_SCENARIOS: dict[str, dict[str, Draw]] = {
    'receiving errors dominate': {
        'receiving_error_rate': Uniform(0.04, 0.09),
        'shrink_share': Uniform(0.003, 0.007),
        'misplaced_per_year': Uniform(0.0, 0.1),
    },
    'heavy misplacement': {
        'misplaced_per_year': Uniform(1.2, 2.4),
        'found_chance': Uniform(0.02, 0.12),
        'shrink_share': Uniform(0.005, 0.01),
    },
    'frequent counts': {
        'counts_per_year': Uniform(8, 20),
        'gap_check_chance': Uniform(0.05, 0.1),
        'shrink_share': Uniform(0.025, 0.05),
        'misplaced_per_year': Uniform(0.8, 1.6),
    },
    'real demand drops': {
        'demand_drops_per_year': Uniform(0.7, 1.6),
        'chain_drops_per_year': Uniform(0.2, 0.5),
        'delisted_chain_share': Uniform(0.08, 0.16),
        'delisted_store_share': Uniform(0.04, 0.08),
    },
    'outages and storms': {
        'storms_per_store_year': Uniform(6, 14),
        'till_outages_per_store_year': Uniform(2, 5),
        'supply_outages_per_year': Uniform(0.8, 1.6),
        'store_shock_sd': Uniform(0.2, 0.35),
    },
    'tiny stores': {
        'stores': Whole(1, 2),
        'velocity_shift': Uniform(-1.3, -0.7),
        'days': OneOf((60, 90, 120), (1, 1, 1)),
    },
    'lumpy and intermittent': {
        'share_poisson': Uniform(0.0, 0.05),
        'share_zero_inflated': Uniform(0.3, 0.45),
        'share_lumpy': Uniform(0.3, 0.5),
        'dispersion': Uniform(0.6, 1.3),
        'drifting_share': Uniform(0.3, 0.6),
    },
    'dirty extract': {
        'missing_row_share': Uniform(0.04, 0.1),
        'missing_store_days': Uniform(0.02, 0.05),
        'restated_share': Uniform(0.02, 0.05),
        'on_hand_moment': OneOf(('late in some stores', 'open'), (1, 1)),
        'optional_column_share': Uniform(0.0, 0.3),
        'forecast_column_share': OneOf((0.0,), (1,)),
    },
}
"""Each scenario names the ranges that it replaces; every one of them lies outside the usual range in at least one."""
