/** What the words of measuring mean, in plain words: one truth for every screen. */
export const measureMeanings = {
  Threshold: 'The probability from which a row becomes an alert.',
  'Shipped threshold':
    'The one that comes with a model. It was chosen for most recall at a wanted precision on simulated worlds kept for choosing it; on worlds that it was not chosen on, the test worlds, it can be right less often.',
  'Test worlds':
    'Simulated stores that no model learned from and no threshold was chosen on, with the truth of every shelf known. They stand in where an extract has no labels; your stores may differ.',
  'Rows, phantom days, checks':
    'A row is one item in one store on one day. A phantom day is a row that is phantom: an item that stays phantom for a week makes seven of them. A check is one walk to one shelf: the alerts of one day are that day’s checks, however many of their days were alerts before.',
  PSI: 'Population stability index: how differently the values of a signal are spread here and where the models learned. 0 is the same; see the border in the table for far apart.',
  Precision: 'Of the alerts, how many are phantom: how often a walk to the shelf is worth it.',
  Recall: 'Of the phantom rows, how many are alerts: how much is found.',
  F1: 'Precision and recall in one number (their harmonic mean), 0 to 1.',
  AP: 'Average precision: precision averaged over all levels of recall. The fairest single number where phantoms are rare; random checks give the base rate.',
  AUC: 'The chance that a phantom row scores above one that is not; a coin gives .5. It looks good easily where phantoms are rare.',
  Lift: 'Precision over the base rate: how many times more is found per check than by checking at random.',
  Specificity: 'Of the rows that are not phantom, how many are left in peace.',
  'Base rate': 'The share of all rows that are phantom: the precision of checking shelves at random.',
  'Recall at precision .90': 'How much is found by the best threshold that keeps nine of ten alerts right on these worlds.',
  'Right of first 5, 10, 20': 'Of the 5, 10 or 20 rows that each store should check first each day, how many are phantom.',
  'Spells found': 'Of the spells of three phantom days or more, how many had an alert on at least one of their days.',
  'Days to find': 'Days from the first day of a spell to its first alert, the same day being 0: the median over spells found.',
  'Daily sellers': 'The same, of items of which shoppers want one a day or more: their spells show soonest and cost most.',
  'Lost units under alert': 'Of the units that shoppers wanted and did not get for phantom stock, how many were lost while an alert stood.',
  'Calibration error': 'How far the probabilities lie from what happened, on average. 0 is perfect.',
  'Nobody wants it':
    'Of the wrong alerts, how many stood on an item that no shopper wants that day: it has left the range with stock on record, its season is over, or it is not yet on sale.',
  'In the backroom': 'Of the wrong alerts, how many stood on stock that was in the store and not on the shelf: a useful find, and not phantom.',
  'Anything else': 'The other wrong alerts: the stock stood where shoppers find it and was wanted. The silence was chance, or had another cause.',
  '95% interval': 'Under each figure: where it would lie had other store-items been drawn (bootstrap over store-items).',
  '95% in brackets':
    'Where the figure would lie had other store-items been measured: each is left out in turn (jackknife). None where fewer than ten store-items, or five with or without phantom rows, stand behind it.',
} as const

export type Term = keyof typeof measureMeanings
