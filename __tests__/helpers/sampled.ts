/** Every case in CI, and a third of them in a developer's run. */
export function sampled<Case>(cases: readonly Case[]): readonly Case[] {
  return process.env['CI'] === 'true' ? cases : cases.filter((_, index) => index % 3 === 0)
}
