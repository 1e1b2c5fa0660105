/** The extract worker's side of the protocol: a session behind messages. */
import type { AlertView } from '../domain/alerts/alert-row'
import type { Outcome } from '../domain/csv/problems'
import { cancelled, isOutOfMemory, outOfMemory, unexpected } from './engine-faults'
import { ExtractSession, predictionsBlob } from './extract-session'
import { toOutcome } from './jobs'
import { PortScorer } from './port-scorer'
import type { Endpoint, ExtractReply, ExtractRequest } from './protocol'
import type { Progress } from './engine'
import { readPipeline } from '../domain/pipelines/read-pipeline'
import { unpackArchive } from './unpack-zip'

/** Progress messages closer together than this are left out; the last of a step never is. */
const progressEveryMs = 50

/** Answers every request on `endpoint`, for as long as the realm lives. */
export function serveExtract(endpoint: Endpoint): void {
  let session = new ExtractSession([], [])
  const running = new Map<number, AbortController>()
  const reply = (message: ExtractReply, transfer: Transferable[] = []) => endpoint.postMessage(message, transfer)

  /** Runs a question under a signal that `cancel` can give; its outcome never rejects. */
  async function settle<Value, Reason>(id: number, work: (signal: AbortSignal) => Promise<Outcome<Value, Reason>>) {
    const control = new AbortController()
    running.set(id, control)
    try {
      return await toOutcome(control.signal, () => work(control.signal))
    } finally {
      running.delete(id)
    }
  }
  const at = <Value>(id: number, answer: () => Value) => settle<Value, never>(id, () => Promise.resolve({ ok: true, value: answer() }))

  function progressOf(id: number): (progress: Progress) => void {
    let last = -Infinity
    return (progress) => {
      const now = performance.now()
      if (now - last < progressEveryMs && progress.fraction < 1) return
      last = now
      reply({ kind: 'progress', id, progress })
    }
  }

  async function answer(request: ExtractRequest): Promise<void> {
    switch (request.kind) {
      case 'start':
        session = new ExtractSession(
          request.models,
          request.scorers.map((port) => new PortScorer(port)),
          request.combined,
          request.worlds,
        )
        return
      case 'ping':
        reply({ kind: 'pong' })
        return
      case 'cancel':
        running.get(request.id)?.abort(cancelled)
        return
      case 'propose': {
        const { id, kind } = request
        reply({ kind, id, outcome: await settle(id, (signal) => session.propose(request.file, signal)) })
        return
      }
      case 'open': {
        const { id, kind, file, dialect, mapping } = request
        reply({ kind, id, outcome: await settle(id, (signal) => session.open(file, dialect, mapping, signal, progressOf(id))) })
        return
      }
      case 'proposeGroup': {
        const { id, kind, files } = request
        reply({ kind, id, outcome: await settle(id, (signal) => session.proposeGroup(files, signal)) })
        return
      }
      case 'openGroup': {
        const { id, kind, parts } = request
        reply({ kind, id, outcome: await settle(id, (signal) => session.openGroup(parts, signal, progressOf(id))) })
        return
      }
      case 'rejects': {
        const { id, kind } = request
        reply({ kind, id, outcome: await settle(id, (signal) => session.rejects(signal, progressOf(id))) })
        return
      }
      case 'score': {
        const { id, kind, models } = request
        const onLatest = (latestOf: readonly string[]) => reply({ kind: 'latest', id, models: latestOf })
        reply({ kind, id, outcome: await settle(id, (signal) => session.score(signal, progressOf(id), onLatest, models ? { models } : {})) })
        return
      }
      case 'unpack': {
        const { id, kind, archive } = request
        reply({ kind, id, outcome: await settle(id, async () => ({ ok: true, value: await unpackArchive(archive) })) })
        return
      }
      case 'settlePipeline': {
        const { kind, id, model, graph, manifest } = request
        reply({ kind, id, outcome: await settle(id, () => Promise.resolve({ ok: true, value: readPipeline(model, graph, manifest) })) })
        return
      }
      case 'addModel': {
        const { id, kind, model } = request
        reply({ kind, id, outcome: await settle(id, async () => ({ ok: true, value: await session.addModel(model) })) })
        return
      }
      case 'removeModel': {
        const { id, kind, model } = request
        await session.removeModel(model)
        reply({ kind, id, outcome: { ok: true, value: null } })
        return
      }
      case 'view': {
        const { id, kind, query } = request
        const outcome = await at(id, () => session.view(query))
        reply({ kind, id, outcome }, outcome.ok ? columnsOf(outcome.value) : [])
        return
      }
      case 'today': {
        const { id, kind } = request
        reply({ kind, id, outcome: await at(id, () => session.today()) })
        return
      }
      case 'latestScores': {
        const { id, kind, model } = request
        reply({ kind, id, outcome: await at(id, () => session.latestScores(model)) })
        return
      }
      case 'alertDays': {
        const { id, kind, model, segments } = request
        reply({ kind, id, outcome: await at(id, () => session.alertDays(model, segments)) })
        return
      }
      case 'rows': {
        const { id, kind, rows } = request
        reply({ kind, id, outcome: await at(id, () => session.rows(rows)) })
        return
      }
      case 'history': {
        const { id, kind, row } = request
        reply({ kind, id, outcome: await at(id, () => session.history(row)) })
        return
      }
      case 'explain': {
        const { id, kind, row } = request
        reply({ kind, id, outcome: await settle(id, async () => ({ ok: true, value: await session.explain(row) })) })
        return
      }
      case 'whatIf': {
        const { id, kind, question } = request
        reply({ kind, id, outcome: await settle(id, async () => ({ ok: true, value: await session.insight.whatIf(question) })) })
        return
      }
      case 'insight': {
        const { id, kind, question } = request
        reply({ kind, id, outcome: await settle(id, (signal) => session.insight.look(question, signal, progressOf(id))) })
        return
      }
      case 'drift': {
        const { id, kind, reference } = request
        reply({ kind, id, outcome: await settle(id, async (signal) => ({ ok: true, value: await session.unlabelled.drift(reference, signal) })) })
        return
      }
      case 'expected': {
        const { id, kind, question } = request
        reply({ kind, id, outcome: await at(id, () => session.unlabelled.expected(question)) })
        return
      }
      case 'curve': {
        const { id, kind, source, model, segments } = request
        reply({ kind, id, outcome: await at(id, () => session.bench.curve(source, model, segments)) })
        return
      }
      case 'ruleCurves': {
        const { id, kind, source } = request
        reply({ kind, id, outcome: await settle(id, async () => ({ ok: true, value: await session.bench.ruleCurves(source) })) })
        return
      }
      case 'study': {
        const { id, kind, source, name, question } = request
        reply({ kind, id, outcome: await at(id, () => session.bench.study(source, name, question)) })
        return
      }
      case 'tellChecks': {
        const { id, kind, checks } = request
        const told = await at(id, () => {
          session.bench.tellChecks(checks)
          return null
        })
        reply({ kind, id, outcome: told })
        return
      }
      case 'predictions': {
        const { id, kind, alertBy } = request
        reply({ kind, id, outcome: await settle(id, (signal) => predictionsBlob(session, alertBy, signal, progressOf(id))) })
        return
      }
      default:
        request satisfies never
    }
  }

  endpoint.onmessage = (event: MessageEvent<ExtractRequest>) => {
    const request = event.data
    answer(request).catch((error: unknown) => {
      if (!('id' in request) || request.kind === 'cancel') throw error
      // An outcome that cannot be posted (no memory for its copy) must not leave its question open.
      reply({ kind: 'failed', id: request.id, fault: isOutOfMemory(error) ? outOfMemory : unexpected(error) })
    })
  }
}

/** The buffers of a view, which go to the page without a copy. */
function columnsOf({ rows, probabilities, judged, missedUnits, lostSales }: AlertView): Transferable[] {
  return [rows, probabilities, missedUnits, ...(judged ? [judged] : []), ...(lostSales ? [lostSales] : [])].map((column) => column.buffer as ArrayBuffer)
}
