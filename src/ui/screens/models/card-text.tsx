import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import styles from './card-text.module.css'

/** The card's headings stand below the model's own (h3); tables scroll for themselves on a narrow screen. */
const components: Components = {
  h1: ({ children }) => <h4 className={styles['title']}>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  table: ({ children }) => (
    <div className={styles['scroller']} role="group" aria-label="Table of the model card" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
}

/** A model card as written. Raw HTML and pictures in it are not drawn. */
export function CardText({ text }: { readonly text: string }) {
  return (
    <div className={styles['text']}>
      <Markdown remarkPlugins={[remarkGfm]} components={components} disallowedElements={['img']}>
        {text}
      </Markdown>
    </div>
  )
}
