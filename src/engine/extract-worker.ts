/** Worker entry: reads the extract and answers about it. The work is in extract-session.ts. */
import { serveExtract } from './serve-extract'

serveExtract(self)
