/** Pictures in their frames, changes in groups, and the two strips of a new order. */
export const CARDS = `
.frame { position: relative; display: block; overflow: hidden; height: var(--tall); max-width: 100%; aspect-ratio: var(--w) / var(--h); border-radius: var(--round); background: var(--well); box-shadow: 0 0 0 1px light-dark(#0000001a, #ffffff24); }
.frame.wide { height: auto; width: calc(var(--tall) * 1.2); }
.frame img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; color: var(--soft); font-size: .8rem; }
.frame.missing { display: grid; place-content: center; justify-items: center; gap: .4rem; padding: .6rem; color: var(--soft); text-align: center; }
.frame.missing::before { content: ""; width: 1.7rem; aspect-ratio: 3 / 4; border: 1.5px solid; border-radius: .3rem; opacity: .55; }
.frame.missing.video::before { width: 0; aspect-ratio: auto; border: solid transparent; border-width: .6rem 0 .6rem 1rem; border-left-color: currentColor; border-radius: 0; }
.words { font-size: .78rem; line-height: 1.3; overflow: hidden; max-width: 100%; }
.open { display: block; width: fit-content; max-width: 100%; color: inherit; border-radius: var(--round); }
.open:hover { text-decoration: none; }
.open:hover .frame { box-shadow: 0 0 0 1px light-dark(#00000040, #ffffff50), 0 .4rem 1.4rem light-dark(#00000024, #000000a0); }
.caption, .label, .fact { display: block; font-size: .85rem; }
.caption { margin-top: .45rem; font-weight: 500; }
.label, .fact { margin-top: .25rem; color: var(--soft); }
.fact.strong { color: var(--red); font-weight: 500; }
.play { display: inline-block; margin-top: .25rem; font-size: .85rem; }
.card > .badge { margin-top: .35rem; }
.card:target > .open .frame { box-shadow: 0 0 0 3px var(--accent); }

.groups { display: flex; flex-wrap: wrap; gap: 1.25rem; }
.fold .groups { margin-top: 1rem; }
.group { min-width: 12.5rem; max-width: 100%; padding: 1.25rem; border-radius: 1.25rem; background: var(--paper); }
.group.files { align-self: start; }
.group > h3, .group > .where, .group .caption, .card > .fact { width: 0; min-width: 100%; }
.group > h3 { display: flex; flex-wrap: wrap; gap: .3rem .55rem; align-items: center; }
.group > .where { margin: .2rem 0 1rem; color: var(--soft); font-size: .9rem; }
.cards { display: flex; flex-wrap: wrap; gap: 1.5rem 1.9rem; }
.card { max-width: 100%; min-width: 9.5rem; }
.group.many { --tall: 11rem; --round: .55rem; flex: 1 1 100%; content-visibility: auto; contain-intrinsic-size: auto 60rem; }
.measured .group.many, .measured .locale { content-visibility: visible; }
.many .cards { gap: 1.3rem 1.75rem; }
.many .card { min-width: 5.2rem; }
.many .label { font-size: .75rem; }
.sides { display: flex; }
.pair { gap: .4rem; align-items: flex-start; }
.side { min-width: 0; }
.side .label { text-align: center; }

.order + .order { margin-top: 1.5rem; }
.strips { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin-top: .4rem; --tall: 11rem; --round: .55rem; }
.strips > div { min-width: 0; max-width: 100%; }
.strips .label { text-align: center; }
.strips p.label { text-align: left; margin-bottom: .35rem; }
.order .card { min-width: 0; }
.moved .frame { box-shadow: 0 0 0 2px var(--violet); }
.moved .label { color: var(--violet); font-weight: 600; }
.moved small { color: var(--soft); font-size: inherit; font-weight: 400; }
.same { color: inherit; }
@media (max-width: 40rem) {
  .group { flex: 1 1 100%; padding: 1rem; border-radius: 1.1rem; }
  .cards, .many .cards { flex-wrap: nowrap; gap: 1.25rem; margin: 0 -1rem; padding: 3px 1rem .4rem; overflow-x: auto; scroll-snap-type: x mandatory; scroll-padding: 0 1rem; }
  .cards > .card { flex: none; scroll-snap-align: start; }
  .group.many { --tall: 13rem; }
  .strips { --tall: 9rem; }
}
`
