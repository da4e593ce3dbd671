/** When a pause that starts now will end, as the time of day in UTC. */
export function clockTime(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString().slice(11, 19)
}
