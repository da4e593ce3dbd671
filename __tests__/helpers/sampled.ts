/** Every case in CI, and a third of them in a developer's run. */
export function sampled<Case>(cases: readonly Case[]): readonly Case[] {
  return process.env['CI'] === 'true' ? cases : everyThird(cases)
}

/** For cases that `npm run test:slow` plays all of. */
export function everyThird<Case>(cases: readonly Case[]): readonly Case[] {
  return cases.filter((_, index) => index % 3 === 0)
}
