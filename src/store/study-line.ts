/**
 * One asker's line of questions to a study: at most one is under way, and of those that come meanwhile
 * only the newest is asked next. A slider that moves sixty times a second asks as often as answers come.
 */
export class StudyLine<Question, Answer> {
  readonly #ask: (question: Question) => Promise<Answer>
  readonly #answered: (question: Question, answer: Answer) => void
  readonly #failed: (question: Question) => void
  #underWay = false
  #next: { readonly question: Question } | null = null
  #closed = false

  /** Neither `answered` nor `failed` is called for a question that a newer one has overtaken before it was asked, nor once closed. */
  constructor(ask: (question: Question) => Promise<Answer>, answered: (question: Question, answer: Answer) => void, failed: (question: Question) => void) {
    this.#ask = ask
    this.#answered = answered
    this.#failed = failed
  }

  ask(question: Question): void {
    if (this.#underWay) this.#next = { question }
    else void this.#run(question)
  }

  /** Nobody listens any more. */
  close(): void {
    this.#closed = true
    this.#next = null
  }

  async #run(question: Question): Promise<void> {
    this.#underWay = true
    try {
      const answer = await this.#ask(question)
      if (!this.#closed) this.#answered(question, answer)
    } catch {
      // Whoever answers has said why; the line goes on.
      if (!this.#closed) this.#failed(question)
    }
    this.#underWay = false
    const next = this.#next
    this.#next = null
    if (next) void this.#run(next.question)
  }
}
