/** The header, the list of parts and the filters. */
export const HEADER = `
header { padding-top: 2.75rem; }
.about { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; color: var(--soft); }
.about b { color: var(--ink); font-weight: 600; }
.state { padding: .05rem .6rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .82rem; }
h1 { display: flex; gap: .85rem; align-items: flex-start; margin: .7rem 0 .8rem; max-width: 60rem; font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.3rem); line-height: 1.18; letter-spacing: -.022em; }
h1.long { font-size: clamp(1.15rem, 1rem + .7vw, 1.45rem); line-height: 1.35; letter-spacing: -.012em; }
.sign { flex: none; display: grid; place-items: center; width: 1.18em; height: 1.18em; border-radius: 50%; font-size: 1em; }
.sign::first-line { font-size: .62em; line-height: 1; }
.plan .sign { background: var(--blue-wash); color: var(--blue); }
.success .sign { background: var(--green-wash); color: var(--green); }
.warning .sign { background: var(--amber-wash); color: var(--amber); }
.failure .sign { background: var(--red-wash); color: var(--red); }
.unbroken { white-space: nowrap; }
.context { color: var(--soft); font-size: .9rem; }

.toolbar { margin-top: 2rem; padding: .8rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; }
nav a { font-weight: 500; }
.filters { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin-top: .8rem; }
.filters fieldset { display: contents; border: 0; }
select, .filters button, .chip span { height: 2.1rem; padding: 0 .85rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--paper); color: var(--ink); font: inherit; font-size: .9rem; line-height: 2rem; }
select { max-width: 14rem; padding-right: .5rem; }
.chip { position: relative; display: inline-block; border-radius: 2rem; white-space: nowrap; cursor: pointer; }
.chip span { display: block; }
.chip b { margin-left: .15rem; color: var(--soft); font-weight: 600; }
.chip input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.chip:hover span, select:hover, button:hover { border-color: var(--soft); }
.chip :checked + span { border-color: var(--accent); background: var(--blue-wash); color: var(--blue); }
.chip :checked + span b { color: inherit; }
.chip:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
select:focus-visible, button:focus-visible { border-radius: 2rem; }
button { cursor: pointer; }
.shown { display: flex; gap: .6rem; align-items: center; margin-left: auto; color: var(--soft); font-size: .9rem; }
.nothing { padding: 2.5rem 0 1.5rem; color: var(--soft); text-align: center; }
@media (max-width: 40rem) {
  header { padding-top: 1.5rem; }
  .choice { flex: 1 1 40%; min-width: 0; }
  select { width: 100%; max-width: none; }
  .filters fieldset { display: flex; gap: .5rem; min-width: 100%; width: 0; margin: -.3rem -1rem; padding: .3rem 1rem; overflow-x: auto; box-sizing: content-box; scrollbar-width: none; }
  .shown { width: 100%; justify-content: space-between; margin: 0; }
}
`
