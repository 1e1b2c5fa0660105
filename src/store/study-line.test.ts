import { expect, test } from 'vitest'
import { latch } from '../testing/started-store'
import { StudyLine } from './study-line'

/** A line whose answers the test gives, and what came of it. */
function held() {
  const asked: { readonly question: number; readonly give: (answer: string) => void; readonly fail: () => void }[] = []
  const heard: string[] = []
  const line = new StudyLine<number, string>(
    (question) => {
      const { given, give } = latch<string | null>()
      asked.push({ question, give, fail: () => give(null) })
      return given.then((answer) => {
        if (answer === null) throw new Error('no answer')
        return answer
      })
    },
    (question, answer) => heard.push(`${question} ${answer}`),
    (question) => heard.push(`${question} failed`),
  )
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return { line, asked, heard, settle }
}

test('one question is under way at a time, and of those that wait only the newest is asked', async () => {
  const { line, asked, heard, settle } = held()
  for (const question of [1, 2, 3, 4]) line.ask(question)
  expect(asked.map(({ question }) => question)).toEqual([1])
  asked[0]!.give('a')
  await settle()
  expect(asked.map(({ question }) => question)).toEqual([1, 4])
  asked[1]!.give('b')
  await settle()
  expect(heard).toEqual(['1 a', '4 b'])
})

test('a question that fails does not stop the next', async () => {
  const { line, asked, heard, settle } = held()
  line.ask(1)
  line.ask(2)
  asked[0]!.fail()
  await settle()
  asked[1]!.give('b')
  await settle()
  expect(heard).toEqual(['1 failed', '2 b'])
})

test('once closed nothing is heard, and what waited is not asked', async () => {
  const { line, asked, heard, settle } = held()
  line.ask(1)
  line.ask(2)
  line.close()
  asked[0]!.give('a')
  await settle()
  expect([asked.length, heard.length]).toEqual([1, 0])
})
