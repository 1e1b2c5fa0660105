/** What was taken on, in sentences. */
import type { TakenNews } from '../../../store/take-away/take-away-state'
import { countOf } from '../../format/format-number'
import { formatThreshold } from '../../format/format-score'
import { segmentsCounted } from '../segments-in-use/in-use-words'

type Accepted = Exclude<TakenNews, { readonly kind: 'refused' }>

export function takenTitle(news: Accepted): string {
  switch (news.kind) {
    case 'link':
      return 'This link brought its settings along'
    case 'session':
      return `Session taken on from ${news.file}`
    case 'threshold':
      return `Threshold taken on from ${news.file}`
    case 'segments':
      return news.segments ? 'Thresholds by segment are in use' : 'One threshold is for all again'
  }
}

/** @param modelName the name that a model has on screen */
export function takenSentences(news: Accepted, modelName: (id: string) => string): readonly string[] {
  switch (news.kind) {
    case 'threshold':
      return [
        news.segments
          ? `${modelName(news.model)} now alerts by thresholds of their own in ${segmentsCounted(news.segments)}, and from ${formatThreshold(news.threshold)} everywhere else.`
          : `${modelName(news.model)} now alerts from ${formatThreshold(news.threshold)}.`,
      ]
    case 'segments':
      return [news.segments ? `${modelName(news.model)} now alerts by thresholds of their own in ${segmentsCounted(news.segments)}; lists, counts and files follow.` : `${modelName(news.model)} alerts from the common threshold everywhere.`]
    case 'link':
      return ['Model, thresholds, goals, payoff table and the plan of the day are now as in the link. It carried no data, and opening it sent none.', ...misfits(news.fits, modelName)]
    case 'session':
      return ['Model, thresholds, goals, payoff table and the plan of the day are now as in the session.', ...misfits(news.fits, modelName), ...mappingWords(news.mappings), ...findingWords(news.findings)]
  }
}

function misfits({ strangeModel, strangeThresholds }: Extract<Accepted, { kind: 'link' }>['fits'], modelName: (id: string) => string): readonly string[] {
  const others = strangeThresholds.filter((id) => id !== strangeModel)
  return [
    ...(strangeModel === null ? [] : [`The model ${modelName(strangeModel)} is not here, so the model in use stays. Bring it on the Models screen and take this on again.`]),
    ...(others.length === 0 ? [] : [`Left out: ${countOf(others.length, 'threshold')} of models that are not here (${others.map(modelName).join(', ')}).`]),
  ]
}

function mappingWords({ taken, known, unkept }: Extract<Accepted, { kind: 'session' }>['mappings']): readonly string[] {
  return [
    ...(taken === 0 ? [] : [`${countOf(taken, 'set')} of column headers will be known when a file has them. A file that is open already stays as it was read.`]),
    ...(known === 0 ? [] : [`${countOf(known, 'set')} of column headers changed nothing: the same, or a later answer, is kept here.`]),
    ...(unkept === 0 ? [] : [`${countOf(unkept, 'set')} of column headers could not be kept in this browser.`]),
  ]
}

function findingWords({ taken, known, unread }: Extract<Accepted, { kind: 'session' }>['findings']): readonly string[] {
  return [
    ...(taken === 0 ? [] : [`${countOf(taken, 'finding')} taken.`]),
    ...(known === 0 ? [] : [`${countOf(known, 'finding')} changed nothing: the same, or a later entry, stands here.`]),
    ...(unread === 0 ? [] : [`${countOf(unread, 'entry', 'entries')} of the file could not be read.`]),
  ]
}
