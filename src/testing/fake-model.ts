/** Models that the fake engine has loaded. */
import { manifestVersion } from '../domain/scoring/model-manifest'
import type { LoadedModel } from '../engine/engine'

export function fakeModel(id: string, own = false): LoadedModel {
  const estimate = { value: 0.9, low: 0.88, high: 0.92 }
  return {
    id,
    name: id,
    usable: true,
    kind: 'graph',
    own,
    threshold: { precision_floor_threshold: 0.7, precision_floor: 0.9 },
    card: `# ${id}`,
    manifest: {
      format_version: manifestVersion,
      id,
      name: id,
      reads: id === 'lstm' ? 'series' : 'rows',
      input: 'features',
      output: 'probability',
      features: [],
      graph: { file: 'pipeline.onnx', sha256: '', bytes: 0 },
      trained: { seed: 1, data_version: '1', code_version: '1', rows: 0, positives: 0 },
      metrics: { precision: estimate, recall: estimate, f1: estimate, auc: estimate, average_precision: estimate, calibration_error: estimate },
      calibration: [],
      feature_quantiles: {},
    },
  }
}
