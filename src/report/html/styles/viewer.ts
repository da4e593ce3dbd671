/** The viewer: always dark, so that pictures stand out. */
export const VIEWER_STYLES = `
dialog { color-scheme: dark; width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; background: #0b0b0c; color: #f5f5f7; --soft: #a1a1a6; --accent: #4da3ff; }
dialog[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) auto auto; }
dialog::backdrop { background: #000; }
:root:has(dialog[open]) { overflow: hidden; }
.viewer-head { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 1rem; align-items: center; padding: .7rem 1rem; }
#viewer-name { font-weight: 600; }
.viewer-facts, .viewer-count { color: var(--soft); font-size: .88rem; font-variant-numeric: tabular-nums; }
dialog button { min-width: 2.4rem; height: 2.4rem; padding: 0 .9rem; border: 1px solid transparent; border-radius: 2rem; background: #2a2a2d; color: inherit; font: inherit; font-size: .9rem; white-space: nowrap; }
dialog button[aria-pressed=true] { background: #f5f5f7; color: #1d1d1f; }
dialog button:hover { border-color: #a1a1a6; }
kbd { margin-left: .3rem; font: inherit; font-size: .75rem; opacity: .7; }
.viewer-tools { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: center; align-items: center; padding: .7rem 1rem calc(.7rem + env(safe-area-inset-bottom)); }
.comparisons { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: center; }
.viewer-tools [data-do=previous] { margin-right: auto; }
.viewer-tools [data-do=next] { margin-left: auto; }
.viewer-tools [data-do=previous], .viewer-tools [data-do=next] { font-size: 1.3rem; line-height: 1; }

.stage { container-type: size; display: grid; grid-auto-flow: column; place-content: safe center; gap: 1.25rem; overflow: hidden; padding: 0 1rem; touch-action: pan-y pinch-zoom; user-select: none; -webkit-user-select: none; }
.stage:focus-visible { outline-offset: -3px; }
.shot { position: relative; width: min(100cqw, calc(100cqh * var(--w) / var(--h))); aspect-ratio: var(--w) / var(--h); }
.stage[data-mode=sides] .shot { width: min(calc(50cqw - .7rem), calc(100cqh * var(--w) / var(--h))); }
.shot img, .shot video { display: block; width: 100%; height: 100%; object-fit: contain; border-radius: .5rem; background: #1c1c1e; }
.shot .words { position: absolute; inset: 0; display: grid; place-content: center; border-radius: .5rem; background: #1c1c1e; color: var(--soft); }
.shot .elsewhere { position: absolute; left: 50%; top: 50%; translate: -50% -50%; padding: .6rem 1.2rem; border-radius: 2rem; background: #000000b3; color: #fff; white-space: nowrap; }
.shot figcaption { position: absolute; bottom: .7rem; left: 50%; translate: -50%; padding: .2rem .7rem; border-radius: 1rem; background: #000000b3; color: #fff; font-size: .82rem; pointer-events: none; }
.stage[data-mode=one][data-shown=after] .shot.before, .stage[data-mode=one][data-shown=before] .shot.after { display: none; }
.stage[data-mode=slider] .shot, .stage[data-mode=difference] .shot { grid-area: 1 / 1; }
.stage[data-mode=slider] { touch-action: none; cursor: ew-resize; }
.stage[data-mode=slider] .after { order: 2; }
.stage[data-mode=slider] .before { z-index: 1; }
.stage[data-mode=slider] .before > :first-child { clip-path: inset(0 calc(100% - var(--cut)) 0 0); }
.stage[data-mode=slider] .before::after { content: ""; position: absolute; top: 0; bottom: 0; left: var(--cut); width: 3px; margin-left: -1.5px; background: #fff; box-shadow: 0 0 .4rem #000; pointer-events: none; }
.stage[data-mode=slider] .before figcaption { left: .7rem; translate: none; }
.stage[data-mode=slider] .after figcaption { left: auto; right: .7rem; translate: none; }
.stage[data-mode=difference] { isolation: isolate; }
.stage[data-mode=difference] .after { mix-blend-mode: difference; }
.stage[data-mode=difference] figcaption { display: none; }
.stage.zoomed { overflow: auto; touch-action: auto; cursor: grab; }
.stage.zoomed[data-mode=slider] { touch-action: none; cursor: ew-resize; }
.stage.zoomed .shot, .stage.zoomed[data-mode=sides] .shot { width: calc(var(--w) * var(--dot)); }
.cut { width: min(24rem, 80vw); margin: .5rem auto 0; accent-color: var(--accent); }
@media (max-width: 40rem) {
  kbd { display: none; }
  dialog button { height: 2.5rem; padding: 0 .75rem; font-size: .82rem; }
  .viewer-head { gap: .6rem; padding: .5rem .75rem; }
  .viewer-tools { gap: .35rem; padding: .5rem .5rem calc(.5rem + env(safe-area-inset-bottom)); }
  .comparisons { order: -1; width: 100%; gap: .35rem; }
  .stage { padding: 0 .5rem; }
}
`
