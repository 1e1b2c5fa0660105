/** What each family of features is worth: the same learner taught without it. */
import { z } from 'zod'
import { estimate } from './measured'

const measures = { average_precision: estimate.nullish(), recall_at_precision_90: estimate.nullish() }

export const featureWorth = z.object({
  learner: z.string(),
  rounds: z.number(),
  /** Fits whose mean each figure is. */
  fits: z.number(),
  training_rows: z.number(),
  training_worlds: z.number(),
  /** With every feature, by set. */
  all: z.record(z.string(), z.object(measures)),
  without: z.array(
    z.object({
      /** A family of the feature catalog, or what else was varied. */
      family: z.string(),
      /** Features left out; 0 where the same was only fitted again with other seeds. */
      features: z.number().int().nonnegative(),
      /** By set: the measures without the family, and the loss, which is all features minus this. */
      sets: z.record(z.string(), z.object({ ...measures, loss: z.object(measures) })),
    }),
  ),
})

export type FeatureWorth = z.infer<typeof featureWorth>
export type WithoutFamily = FeatureWorth['without'][number]
