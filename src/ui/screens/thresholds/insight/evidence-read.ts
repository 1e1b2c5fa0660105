import { fieldNamed } from '../../../../domain/csv/fields'
import { featureCatalog } from '../../../../domain/features/catalog'
import { sourceKey, sourcesRead, type ColumnSource, type PipelineSpec } from '../../../../domain/pipelines/pipeline-spec'
import type { UsableModel } from '../../../../store/selectors'
import { familyWords } from '../../models/family-words'

/** One thing that a model reads and that can be tried otherwise. */
export interface Evidence {
  /** Name of a feature or a field: what the engine is asked by. */
  readonly key: string
  /** Plain words that go on in a sentence. */
  readonly phrase: string
  /** As the model calls it. */
  readonly name: string
  /** Its unit; '' where its meaning says it. */
  readonly unit: string
  readonly meaning: string
}

/** Evidence of one kind, under the words for it. */
export interface EvidenceKind {
  readonly name: string
  readonly read: readonly Evidence[]
}

/** What a model reads, or any model of a combination: features by family in the catalog's order; of a pipeline its columns first, as it names them. */
export function evidenceRead(model: UsableModel, models: readonly UsableModel[]): readonly EvidenceKind[] {
  switch (model.kind) {
    case 'graph':
      return byFamily(model.manifest.features)
    case 'combination':
      return byFamily(models.flatMap((part) => (part.kind === 'graph' && model.formula.models.includes(part.id) ? part.manifest.features : [])))
    case 'pipeline': {
      const columns = sourcesRead(model.pipeline).filter(({ kind }) => kind === 'field')
      const features = sourcesRead(model.pipeline).flatMap((source) => (source.kind === 'feature' ? [source.feature] : []))
      const read = columns.map((source) => fieldEvidence(source, model.pipeline))
      return [...(read.length > 0 ? [{ name: 'Columns of the extract', read }] : []), ...byFamily(features)]
    }
  }
}

function byFamily(features: readonly string[]): readonly EvidenceKind[] {
  const families = [...new Set(featureCatalog.map(({ family }) => family))]
  return families
    .map((family) => ({ name: familyWords(family).name, read: featureCatalog.filter((one) => one.family === family && features.includes(one.name)).map(featureEvidence) }))
    .filter(({ read }) => read.length > 0)
}

function featureEvidence({ name, phrase, unit, formula }: (typeof featureCatalog)[number]): Evidence {
  return { key: name, phrase, name, unit, meaning: formula }
}

function fieldEvidence(source: ColumnSource, { inputs }: PipelineSpec): Evidence {
  const key = sourceKey(source)
  const { label, meaning } = fieldNamed(source.kind === 'field' ? source.field : 'date')
  const theirs = inputs.flatMap(({ columns }) => columns.flatMap((column) => (sourceKey(column.source) === key ? [column.name] : [])))
  return { key, phrase: inSentence(label), name: theirs.join(', '), unit: '', meaning }
}

/** A label as it stands within a sentence; SKU stays SKU. */
const inSentence = (label: string) => (label === label.toUpperCase() ? label : label.charAt(0).toLowerCase() + label.slice(1))
