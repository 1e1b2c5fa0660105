/** The report's own style, over the colours that are declared before it; on paper the numbers of each chart stand open. */
export const reportStyle = `
body { margin: 0; background: var(--surface-panel, #fff); color: var(--text, #17242a); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .5rem 0; max-width: 46rem; }
.quiet, caption, small { color: var(--text-quiet, #52636b); font-size: .875rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--focus, #0b6e7f); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding-bottom: .25rem; }
th, td { padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--border, #d5dcde); text-align: start; vertical-align: top; }
small { display: block; font-size: .75rem; font-weight: 400; white-space: nowrap; }
th small { white-space: normal; }
tr { break-inside: avoid; }
.digests td { overflow-wrap: anywhere; }
figure { margin: 1.5rem 0 2rem; }
h2, figcaption { break-after: avoid; }
figure > .scroll { break-inside: avoid; }
svg { display: block; min-width: 34rem; max-width: 100%; height: auto; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .75rem; }
summary { cursor: pointer; padding: .25rem 0; }
@page { size: A4; margin: 14mm; }
@media print {
  main { max-width: none; padding: 0; }
  a, summary { color: inherit; }
  .scroll { overflow: visible; }
  svg { min-width: 0; max-height: 22cm; }
  table { font-size: 8.5pt; }
  small { font-size: 7.5pt; white-space: normal; }
  th, td { padding-inline-end: 2mm; }
}
`
