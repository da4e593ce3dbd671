/** When a pause that starts now will end, such as `01:49:22 UTC`. */
export function clockTime(milliseconds: number): string {
  return `${new Date(Date.now() + milliseconds).toISOString().slice(11, 19)} UTC`
}
