/** Colours of both schemes, type, and what occurs everywhere. Sizes follow the reader's font size. */
export const BASE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f5f5f7, #000000);
  --paper: light-dark(#ffffff, #1c1c1e);
  --well: light-dark(#f0f0f3, #2a2a2d);
  --ink: light-dark(#1d1d1f, #f5f5f7);
  --soft: light-dark(#67676c, #a1a1a6);
  --line: light-dark(#dedee3, #38383c);
  --accent: light-dark(#0066cc, #4da3ff);
  --green: light-dark(#15692f, #66d98a);
  --green-wash: light-dark(#e0f5e6, #12351f);
  --blue: light-dark(#0055b0, #7cbcff);
  --blue-wash: light-dark(#e2effc, #11304f);
  --red: light-dark(#b3141d, #ff8f8b);
  --red-wash: light-dark(#fde6e6, #451a1c);
  --violet: light-dark(#6f32a8, #cda4ff);
  --violet-wash: light-dark(#f1e6fc, #35214a);
  --amber: light-dark(#7d4e00, #f7c263);
  --amber-wash: light-dark(#fdf0d5, #3f2d0d);
  --tall: 18rem;
  --round: .8rem;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.47 -apple-system, BlinkMacSystemFont, "Segoe UI", Inter, Roboto, system-ui, sans-serif; overflow-wrap: anywhere; -webkit-font-smoothing: antialiased; }
header, main { max-width: 80rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-bottom: 5rem; }
p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
code { font: .86em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
h1, h2, h3, h4 { margin: 0; font-weight: 600; letter-spacing: -.012em; text-wrap: balance; }
h2 { font-size: 1.7rem; letter-spacing: -.02em; line-height: 1.2; }
h3 { font-size: 1.05rem; }
h4 { font-size: .95rem; }
h3 code, h4 code { margin-left: .35rem; color: var(--soft); font-weight: 400; letter-spacing: 0; }
main > section { margin-top: 3.5rem; }
main > section > h2 { margin-bottom: 1.1rem; }
.lead { margin: -.7rem 0 1.1rem; color: var(--soft); max-width: 42rem; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .4rem; }
summary { width: fit-content; color: var(--accent); cursor: pointer; }
.fold { margin-top: 1.5rem; }
.fold > summary { padding: .25rem 0; }
.fold > ul { margin: .5rem 0 0; color: var(--soft); font-size: .92rem; }
.fold > ul > li + li { margin-top: .35rem; }
.badge { display: inline-block; padding: .1rem .55rem; border-radius: 1rem; background: var(--well); color: var(--soft); font-size: .78rem; font-weight: 600; letter-spacing: 0; line-height: 1.4; }
.badge.new, .badge.done { background: var(--green-wash); color: var(--green); }
.badge.replaced { background: var(--blue-wash); color: var(--blue); }
.badge.reordered, .badge.updated { background: var(--violet-wash); color: var(--violet); }
.badge.removed, .badge.failed, .badge.missing { background: var(--red-wash); color: var(--red); }
.badge.not-done, .badge.processing, .badge.extra, .badge.unknown { background: var(--amber-wash); color: var(--amber); }
@media (max-width: 40rem) {
  :root { --tall: 15rem; }
  header, main { padding-left: 1rem; padding-right: 1rem; }
  h2 { font-size: 1.4rem; }
  main > section { margin-top: 2.5rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { .toolbar { display: none; } }
`
