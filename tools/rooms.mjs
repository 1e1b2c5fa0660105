// The rooms of src/ and the only doors between them. The lint rule is made from this
// table, and src/testing/rooms.test.ts holds the same table against every import.

/** room -> the rooms whose code it may import at run time (its own is always allowed). */
export const doors = {
  domain: [],
  engine: ['domain'],
  store: ['domain'],
  ui: ['domain', 'store'],
  cli: ['domain', 'engine'],
  testing: ['domain', 'engine', 'store'],
}

/** room -> rooms of which it may import types alone. */
export const typeDoors = {
  store: ['engine'],
}

/** domain/<room> -> the sibling rooms it may import. */
export const domainDoors = {
  table: [],
  metrics: [],
  segments: ['table'],
  bench: ['table', 'metrics', 'segments'],
  csv: ['table'],
  features: ['table'],
  rules: ['table', 'features', 'metrics'],
  scoring: ['table', 'features', 'segments'],
  pipelines: ['table', 'csv', 'features', 'scoring'],
  alerts: ['table', 'features', 'scoring', 'metrics', 'segments'],
  findings: ['table', 'csv', 'metrics'],
  explain: ['table', 'features', 'scoring'],
  'what-if': ['table'],
  insight: ['table', 'scoring', 'segments'],
  drift: ['table', 'features', 'scoring', 'metrics'],
}

const rooms = Object.keys(doors)
const test = ['src/**/*.test.ts', 'src/**/*.test.tsx']

function rule(closed, message, typesOpen = []) {
  const patterns = [
    ...closed.map((room) => ({ regex: `^(\\.\\./)+${room}/`, message: message(room) })),
    ...typesOpen.map((room) => ({ regex: `^(\\.\\./)+${room}/`, allowTypeImports: true, message: message(room) })),
  ]
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] }
}

/** One lint block a room. Tests may reach further: they join rooms on purpose. */
export const roomRules = [
  ...rooms
    .filter((room) => room !== 'domain')
    .map((room) => {
      const typesOpen = typeDoors[room] ?? []
      const closed = rooms.filter((other) => other !== room && !doors[room].includes(other) && !typesOpen.includes(other))
      return {
        files: [`src/${room}/**/*.{ts,tsx}`],
        ignores: test,
        rules: rule(closed, (other) => `${room}/ may not import ${other}/: see tools/rooms.mjs`, typesOpen),
      }
    }),
  ...Object.keys(domainDoors).map((room) => {
    const closed = [
      ...rooms.filter((other) => other !== 'domain'),
      ...Object.keys(domainDoors).filter((other) => other !== room && !domainDoors[room].includes(other)),
    ]
    return {
      files: [`src/domain/${room}/**/*.ts`],
      ignores: test,
      rules: rule(closed, (other) => `domain/${room}/ may not import ${other}/: see tools/rooms.mjs`),
    }
  }),
]
