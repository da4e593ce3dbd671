/** Both colour schemes in one style sheet. Sizes follow the reader's font size. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f4f4f6, #131316);
  --paper: light-dark(#ffffff, #1e1e23);
  --ink: light-dark(#1b1b1f, #f1f1f4);
  --soft: light-dark(#5a5a64, #a9a9b5);
  --line: light-dark(#dcdce2, #35353d);
  --accent: light-dark(#0a58ca, #7db4ff);
  --green: light-dark(#12662f, #79dd98);
  --green-wash: light-dark(#dcf5e3, #163822);
  --blue: light-dark(#0b4fae, #93c1ff);
  --blue-wash: light-dark(#deebff, #17304f);
  --red: light-dark(#a4161f, #ff9d9d);
  --red-wash: light-dark(#fde3e3, #4a1c20);
  --violet: light-dark(#6a2fa8, #d0a8ff);
  --violet-wash: light-dark(#f0e4fd, #38224f);
  --amber: light-dark(#7a4a00, #ffc970);
  --amber-wash: light-dark(#fff0d2, #45310e);
  --grey-wash: light-dark(#ececf0, #2d2d34);
  --tall: 19rem;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 12rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { display: flex; gap: .75rem; align-items: flex-start; margin: .25rem 0 1.5rem; font-size: 1.5rem; line-height: 1.3; text-wrap: balance; }
.sign { flex: none; display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%; font-size: 1.1rem; }
.success .sign { background: var(--green-wash); color: var(--green); }
.warning .sign { background: var(--amber-wash); color: var(--amber); }
.failure .sign { background: var(--red-wash); color: var(--red); }
.facts { margin: 0; color: var(--soft); }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.35rem; }
h3 { margin: 0 0 1rem; font-size: 1.05rem; }
h3 code { margin-left: .4rem; color: var(--soft); font-weight: 400; }
h4 { margin: 1.5rem 0 .75rem; color: var(--soft); font-size: .9rem; font-weight: 600; }
:focus-visible, label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
label input:focus-visible { outline: none; }

.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; margin: 0 0 1rem; padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--paper); }
.choice, legend { color: var(--soft); font-size: .8rem; }
.choice { display: grid; gap: .3rem; }
select, button { min-height: 2.25rem; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--page); color: var(--ink); font: inherit; font-size: .95rem; }
button { cursor: pointer; }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: .3rem; }
.chips { display: flow-root; }
.chips label, .compare label { display: inline-grid; margin: 0 .35rem .25rem 0; border-radius: 2rem; cursor: pointer; }
.chips input, .compare input { grid-area: 1/1; appearance: none; width: 100%; height: 100%; margin: 0; border-radius: inherit; cursor: pointer; }
.chips span, .compare span { grid-area: 1/1; padding: .38rem .85rem; border: 1px solid var(--line); border-radius: inherit; font-size: .9rem; pointer-events: none; }
.chips b { margin-left: .2rem; font-weight: 600; }
:checked + span { border-color: var(--accent); background: var(--blue-wash); color: var(--blue); }
.shown { display: flex; gap: .75rem; align-items: center; margin: 0 0 0 auto; color: var(--soft); font-size: .9rem; }
.nothing { padding: 3rem; color: var(--soft); text-align: center; }

.shelf { margin-bottom: 1rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--paper); }
.cards { display: flex; flex-wrap: wrap; gap: 1.5rem 1.25rem; margin: 0; padding: 0; list-style: none; }
.card { max-width: 100%; display: flex; flex-direction: column; }
.card > .words, .card > .notes { width: 0; min-width: max(100%, 8.5rem); }
.frame { position: relative; display: grid; place-items: center; overflow: hidden; max-width: 100%; aspect-ratio: var(--w) / var(--h); border-radius: .9rem; background: var(--grey-wash); box-shadow: 0 0 0 1px var(--line), 0 .3rem 1rem #0000001a; }
.frame.tall { width: calc(var(--tall) * var(--w) / var(--h)); }
.frame.wide { width: min(24rem, 100vw - 5rem); }
.frame img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; padding: 0; font-size: .8rem; color: var(--soft); }
.frame.empty { align-content: center; gap: .3rem; padding: .75rem; color: var(--soft); font-size: .85rem; text-align: center; }
.frame.video { background: repeating-linear-gradient(90deg, #fff3 0 .6rem, #0000 .6rem 1.2rem) 0 .5rem / 100% .6rem no-repeat, repeating-linear-gradient(90deg, #fff3 0 .6rem, #0000 .6rem 1.2rem) 0 calc(100% - .5rem) / 100% .6rem no-repeat, #26262c; color: #f1f1f4; }
.frame.missing { background: var(--grey-wash); }
.frame.missing img { inset: auto; position: static; height: auto; padding: .75rem; text-align: center; }
.deleted .frame img { filter: grayscale(1); }
.card.deleted .name { text-decoration: line-through; }

.pair { display: flex; gap: .6rem; flex-wrap: wrap; }
figure { margin: 0; max-width: 100%; }
figcaption { margin-top: .3rem; color: var(--soft); font-size: .8rem; text-align: center; }
.slider .pair { --at: var(--cut, 50%); display: grid; justify-content: start; gap: 0; }
.slider .pair figure { grid-area: 1/1; }
.slider .pair .before { z-index: 1; width: 0; min-width: 100%; clip-path: inset(0 calc(100% - var(--at)) 0 0); }
.slider .pair .before .frame { width: 100%; height: 100%; }
.slider .pair figcaption { display: none; }
.cut { grid-area: 2/1; width: 0; min-width: 100%; height: 1.6rem; margin: .2rem 0 0; accent-color: var(--accent); }

.words { padding-top: .6rem; }
.words p { margin: 0; }
.badges { display: flex; flex-wrap: wrap; gap: .35rem; align-items: center; }
.position { min-width: 1.2rem; color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums; }
.badge { padding: .1rem .55rem; border-radius: 1rem; background: var(--grey-wash); color: var(--soft); font-size: .78rem; font-weight: 600; }
.badge.new { background: var(--green-wash); color: var(--green); }
.badge.replaced { background: var(--blue-wash); color: var(--blue); }
.badge.reordered, .badge.updated { background: var(--violet-wash); color: var(--violet); }
.badge.deleted, .badge.problem { background: var(--red-wash); color: var(--red); }
.badge.undecided, .badge.extra { background: var(--amber-wash); color: var(--amber); }
.name { margin-top: .3rem !important; font-size: .92rem; }
.size { color: var(--soft); font-size: .8rem; }
.notes { margin: .6rem 0 0; padding: 0; list-style: none; font-size: .88rem; }
.notes li { margin-bottom: .4rem; padding: .55rem .75rem; border-left: 4px solid; border-radius: .4rem; }
.notes .error { border-color: var(--red); background: var(--red-wash); }
.notes .warning { border-color: var(--amber); background: var(--amber-wash); }
.shelf > .notes { margin-bottom: 1rem; }
.general { margin-bottom: 1.5rem; }
.general h2 { margin-top: 1rem; }

.texts .place, .checklist ul { margin: 0 0 1rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--paper); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th:first-child { width: 22%; }
thead th { border-top: 0; color: var(--soft); font-size: .8rem; font-weight: 400; }
th[scope=row] { font-weight: 600; }
.quiet, em { color: var(--soft); }
.quiet { margin: .75rem 0 0; }
.checklist ul { list-style: none; }
.checklist li + li { margin-top: .75rem; }
.checklist p { margin: .2rem 0 0; color: var(--soft); }
.badge.done { background: var(--green-wash); color: var(--green); }
.badge.missing { background: var(--red-wash); color: var(--red); }
.badge.unknown { background: var(--amber-wash); color: var(--amber); }
summary { width: fit-content; border-radius: .3rem; color: var(--soft); cursor: pointer; }

@media (min-width: 60rem) and (min-height: 40rem) {
  .filters { position: sticky; top: .5rem; z-index: 5; box-shadow: 0 .5rem 1.5rem #0000001f; }
}
@media (max-width: 32rem) {
  :root { --tall: 15.5rem; }
  header, main { padding: 0 .75rem; }
  header { padding-top: 1.25rem; }
  h1 { font-size: 1.2rem; }
  .shelf, .texts .place, .checklist ul { padding: .9rem; border-radius: 1rem; }
  .cards { gap: 1.25rem .9rem; }
  .filters { padding: .8rem; }
  .choice { flex: 1 1 40%; min-width: 0; }
  select { width: 100%; }
  .shown { margin: 0; width: 100%; justify-content: space-between; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { .filters { display: none; } .shelf { break-inside: avoid; } }
`
