// Which studies the page asks of its worker, and how many are not answered yet.

/** Hears from now on what workers are asked and answer: call it before a file is given. */
export async function watchStudies(page) {
  await page.evaluate(() => {
    const studies = { asked: [], underWay: 0 }
    window.studies = studies
    const post = Worker.prototype.postMessage
    const heard = new WeakSet()
    Worker.prototype.postMessage = function (...message) {
      if (!heard.has(this)) {
        heard.add(this)
        this.addEventListener('message', ({ data }) => data?.kind === 'study' && studies.underWay--)
      }
      if (message[0]?.kind === 'study') {
        studies.asked.push(message[0].name)
        studies.underWay++
      }
      return post.apply(this, message)
    }
  })
}
