/** When a pause from now on ends, as a clock in UTC shows it. */
export function clockTime(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString().slice(11, 19)
}
