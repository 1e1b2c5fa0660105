/** Worker entry: runs the models. The work is in block-scorer.ts. */
import { serveScoring } from './serve-scoring'

serveScoring(self)
