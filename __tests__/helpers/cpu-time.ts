/**
 * How long the processor works for something, in milliseconds. Unlike the time of day, this does not pass while the
 * machine sleeps or works for others.
 */
export async function cpuMilliseconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}
