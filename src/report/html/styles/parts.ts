/** Problems, texts and checklists. */
export const PARTS = `
.finding { max-width: 52rem; margin-top: .75rem; border-radius: 1.1rem; background: var(--paper); }
.finding summary { position: relative; width: auto; padding: .95rem 1.25rem .95rem 2.9rem; border-radius: 1.1rem; color: inherit; list-style: none; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary::before { content: "!"; position: absolute; left: 1.15rem; top: 1.08rem; display: grid; place-items: center; width: 1.2rem; height: 1.2rem; border-radius: 50%; background: var(--red-wash); color: var(--red); font-size: .8rem; font-weight: 700; line-height: 1; }
.finding.warning > summary::before { background: var(--amber-wash); color: var(--amber); }
.what { display: block; font-weight: 600; }
.titles { display: block; margin-top: .1rem; color: var(--soft); font-size: .9rem; }
.body { padding: 0 1.25rem 1.25rem 2.9rem; --tall: 11rem; }
.body > * + * { margin-top: .9rem; }
.body details > summary { padding: 0; color: var(--accent); list-style: revert; }
.body > pre { margin: .9rem 0 0; }
.command { padding: .8rem 1rem; border-radius: .7rem; background: var(--well); white-space: pre-wrap; user-select: all; }
.paths { display: grid; gap: .3rem; font-size: .92rem; }
.body .card { width: min-content; }
.body .caption small { display: block; color: var(--soft); font-size: inherit; font-weight: 400; }

.place { margin-top: .9rem; padding: 1.25rem; border-radius: 1.25rem; background: var(--paper); }
.field { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: .3rem 1.5rem; padding: .9rem 0; border-top: 1px solid var(--line); }
.field:first-child { border-top: 0; }
.field:last-child { padding-bottom: 0; }
dt { font-weight: 500; }
dt::first-letter { text-transform: uppercase; }
dt code { display: block; margin-top: .15rem; color: var(--soft); font-weight: 400; font-size: .78em; }
dd { max-width: 46rem; }
dd details { margin-top: .5rem; }
ins { text-decoration: none; background: var(--green-wash); color: var(--green); border-radius: .25rem; box-decoration-break: clone; }
del { background: var(--red-wash); color: var(--red); border-radius: .25rem; text-decoration-thickness: 1px; }
del + ins { margin-left: .2em; }

.checklist .list { padding: 1.25rem; border-radius: 1.25rem; background: var(--paper); }
.checklist .fold { margin-top: .75rem; }
.checklist .fold:first-child { margin-top: 0; }
.checklist li code { margin-left: .35rem; color: var(--soft); }
.checklist li + li { margin-top: .75rem; }
.checklist li p { margin-top: .2rem; color: var(--soft); }
@media (max-width: 40rem) {
  .finding > summary { padding-right: 1rem; }
  .body { padding-left: 1.25rem; }
  .place { padding: 1rem; }
  .field { grid-template-columns: minmax(0, 1fr); }
}
`
