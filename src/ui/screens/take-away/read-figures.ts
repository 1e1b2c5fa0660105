/** Charts as they stand on the page, each as a picture that stands alone, with its numbers. */
import { pictureSvg } from '../../widgets/charts/picture/picture-svg'
import { notInPicture, readPicture } from '../../widgets/charts/picture/read-picture'
import type { ReportFigure } from './report-content'

const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Every chart below `place`, in order; one that is not drawn is left out. */
export function readFigures(place: Element): readonly ReportFigure[] {
  return [...place.querySelectorAll('figure')].flatMap((figure) => {
    const name = named(figure, 'aria-labelledby')
    const table = figure.querySelector('table')
    if (name === '' || !table || figure.clientWidth === 0) return []
    return [{ name, description: named(figure, 'aria-describedby'), source: sourceOf(figure), svg: pictureSvg(name, withoutHead(figure)), table: numbersOf(table) }]
  })
}

/** The text of the element that the figure points to. */
function named(figure: HTMLElement, attribute: string): string {
  const id = figure.getAttribute(attribute)
  return id === null ? '' : textOf(document.getElementById(id))
}

function sourceOf(figure: HTMLElement): string {
  const own = [...figure.children].find((child) => child.tagName === 'P')
  return textOf(own ?? null)
}

/** Name, description and source are written by the report itself: the picture is without them. */
function withoutHead(figure: HTMLElement): ReturnType<typeof readPicture> {
  const id = figure.getAttribute('aria-labelledby')
  const spoken = [id === null ? null : document.getElementById(id), document.getElementById(figure.getAttribute('aria-describedby') ?? ''), [...figure.children].find((child) => child.tagName === 'P')]
  const elements = spoken.filter((element) => element instanceof HTMLElement)
  for (const element of elements) element.setAttribute(notInPicture, '')
  try {
    return readPicture(figure)
  } finally {
    for (const element of elements) element.removeAttribute(notInPicture)
  }
}

function numbersOf(table: HTMLTableElement): ReportFigure['table'] {
  const cells = (row: Element) => [...row.querySelectorAll('th, td')].map(textOf)
  const head = table.querySelector('thead tr')
  return { caption: textOf(table.caption), columns: head ? cells(head) : [], rows: [...table.querySelectorAll('tbody tr')].map(cells) }
}
