import type { UsableModel } from '../../../../store/selectors'

/** Names of the features that a model reads, or that any model of a combination does, in the catalog's order of its models; none for one that reads columns of the extract. */
export function featuresRead(model: UsableModel, models: readonly UsableModel[]): readonly string[] {
  switch (model.kind) {
    case 'graph':
      return model.manifest.features
    case 'combination':
      return [...new Set(models.flatMap((part) => (part.kind === 'graph' && model.formula.models.includes(part.id) ? part.manifest.features : [])))]
    case 'pipeline':
      return []
  }
}
