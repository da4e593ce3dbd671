/** Sets as on the product page, and the table of locales. */
export const STORE = `
.sets > summary { padding: .55rem 1.3rem; border-radius: 2rem; background: var(--accent); color: light-dark(#ffffff, #00264d); font-weight: 500; list-style: none; }
.sets > summary::-webkit-details-marker { display: none; }
.sets > summary:focus-visible { border-radius: 2rem; }
.sets:not([open]) .opened, .sets[open] .closed { display: none; }
.sets[open] > summary { background: var(--well); color: var(--ink); }
.locale { margin-top: 1.5rem; padding: 1.4rem 0 .6rem; border-radius: 1.25rem; background: var(--paper); content-visibility: auto; contain-intrinsic-size: auto 30rem; }
.locale > h3 { padding: 0 1.4rem; font-size: 1.25rem; }
.shelf { margin-top: 1.1rem; }
.shelf h4 { padding: 0 1.4rem; color: var(--soft); font-weight: 500; }
.strip { display: flex; gap: .9rem; overflow-x: auto; padding: .7rem 1.4rem 1.2rem; scroll-padding: 0 1.4rem; scroll-snap-type: x proximity; scrollbar-width: thin; }
.strip > li { flex: none; scroll-snap-align: start; min-width: 0; max-width: min(85vw, 100%); }
.strip .open { max-width: none; }
.strip .frame { max-width: none; }
.frame:empty::after { content: "See above"; position: absolute; inset: 0; display: grid; place-items: center; color: var(--soft); font-size: .8rem; }
.strips .frame:empty::after { content: "See below"; }
.shelf .name { display: block; width: 0; min-width: 100%; margin-top: .45rem; font-size: .82rem; color: var(--soft); }
.shelf .card { min-width: 6.5rem; }
.strip:has(> .marked) > li { position: relative; padding-top: .7rem; }
.marked::before { content: ""; position: absolute; top: 0; left: 0; right: -.9rem; height: 3px; background: var(--accent); }
.marked:not(:has(+ .marked))::before { right: 0; border-radius: 0 2px 2px 0; }
.marked:first-child::before { border-radius: 2px 0 0 2px; }
.rows { display: grid; gap: .5rem; margin: 0; padding: 0 1.4rem .4rem; list-style: none; }
.rows > li { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; }
.rows > .row .name { width: auto; min-width: 0; margin: 0; color: inherit; overflow-wrap: anywhere; }
.rows > .row > .fact { margin: 0; }
.aside { padding: 0 1.4rem; color: var(--soft); font-size: .85rem; }
.strip.small { gap: .5rem; padding: 3px 3px .4rem; scroll-padding: 0; }

.scroll { width: fit-content; max-width: 100%; overflow-x: auto; padding: 1.1rem 1.25rem; border-radius: 1.25rem; background: var(--paper); }
.matrix { border-collapse: separate; border-spacing: 0; font-size: .85rem; line-height: 1; }
.matrix th, .matrix td { padding: 2px; font-weight: 400; text-align: center; white-space: nowrap; }
.matrix thead th { padding: 0 2px .45rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.matrix thead th[scope=colgroup] { color: var(--ink); font-weight: 500; text-align: left; }
.matrix th[scope=row] { position: sticky; left: -1.25rem; z-index: 1; padding-right: 1rem; background: var(--paper); text-align: left; }
.matrix .first, .matrix th[scope=colgroup] { padding-left: 1.1rem; }
.matrix thead span { display: block; width: 1.35rem; text-align: center; }
.cell { position: relative; display: block; width: 1.35rem; height: 1.6rem; border-radius: .3rem; background: light-dark(#d6d6dc, #4a4a4f); overflow: hidden; color: var(--ink); font-size: .7rem; text-indent: 3rem; white-space: nowrap; }
.cell::after { position: absolute; inset: 0; display: grid; place-items: center; text-indent: 0; font-size: .85rem; font-weight: 600; }
.cell.new { background: var(--green-wash); color: var(--green); box-shadow: inset 0 0 0 1px; }
.cell.new::after { content: "+"; }
.cell.replaced { background: var(--blue-wash); color: var(--blue); box-shadow: inset 0 0 0 1px; }
.cell.replaced::after { content: "↻"; }
.cell.reordered, .cell.updated { background: var(--violet-wash); color: var(--violet); box-shadow: inset 0 0 0 1px; }
.cell.reordered::after { content: "↔"; }
.cell.updated::after { content: "•"; }
.cell.missing { background: none; color: var(--red); border: 1.5px dashed; }
.cell.failed { background: var(--red-wash); color: var(--red); box-shadow: inset 0 0 0 1px; }
.cell.failed::after { content: "!"; }
.cell.not-done, .cell.processing, .cell.extra { background: var(--amber-wash); color: var(--amber); box-shadow: inset 0 0 0 1px; }
.cell.not-done::after, .cell.processing::after { content: "…"; }
.cell.extra::after { content: "?"; }
.cell.same { background-image: repeating-linear-gradient(-45deg, transparent 0 3px, light-dark(#0000002e, #ffffff3d) 3px 5px); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.3rem; margin-bottom: .9rem; color: var(--soft); font-size: .9rem; }
.legend li { display: flex; gap: .45rem; align-items: center; }
.legend .cell { flex: none; width: 1.1rem; height: 1.3rem; }
.legend b { color: var(--ink); font-weight: 600; }
@media (max-width: 40rem) {
  .locale { margin-left: -1rem; margin-right: -1rem; border-radius: 0; }
  .strip { scroll-snap-type: x mandatory; }
  .scroll { padding: .9rem 1rem; }
  .matrix th[scope=row] { left: -1rem; max-width: 8.5rem; overflow: hidden; text-overflow: ellipsis; }
}
`
