/** Whether nobody on the way can read or change what goes to an address. Plain http is for this machine itself. */
export function isSafeAddress(address: string): boolean {
  return isHttps(address) || isLocalAddress(address)
}

export function isHttps(address: string): boolean {
  return URL.parse(address)?.protocol === 'https:'
}

/** Whether an address leads to this machine itself. */
export function isLocalAddress(address: string): boolean {
  const {protocol = '', hostname = ''} = URL.parse(address) ?? {}
  return LOCAL_PROTOCOLS.has(protocol) && LOOPBACK.has(hostname)
}

const LOCAL_PROTOCOLS = new Set(['http:', 'https:'])

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
