/** Whether nobody on the way can read or change what goes to an address. Plain http is for this machine itself. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const {protocol, hostname} = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
