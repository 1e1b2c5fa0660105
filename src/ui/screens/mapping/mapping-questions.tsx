import type { Question } from '../../../domain/csv/mapping'
import { useAppStore } from '../../app-store-context'
import styles from './mapping-screen.module.css'

/** What the file leaves open, our suggestion first; nothing is chosen before the user does. */
export function MappingQuestions({ questions }: { readonly questions: readonly Question[] }) {
  const answers = useAppStore((state) => state.answers)
  const answerQuestion = useAppStore((state) => state.answerQuestion)
  return (
    <section className={styles['panel']} aria-labelledby="questions-title">
      <h2 id="questions-title" className={styles['panelTitle']}>
        {questions.length === 1 ? 'One question' : `${questions.length} questions`}
      </h2>
      {questions.map((question) => (
        <fieldset key={question.id} className={styles['question']}>
          <legend>{question.text}</legend>
          {question.options.map((option, i) => (
            <label key={option.label} className={styles['answer']}>
              <input type="radio" name={`question-${question.id}`} checked={answers[question.id] === i} onChange={() => answerQuestion(question.id, i)} />
              <span>
                {option.label}
                {i === 0 && <span className={styles['suggested']}>suggested</span>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  )
}
