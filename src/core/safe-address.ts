/** Whether traffic to a URL cannot be read or changed on the way: https, or plain http to this machine. */
export function isSafeAddress(address: string): boolean {
  return isHttps(address) || isLocalAddress(address)
}

export function isHttps(address: string): boolean {
  return URL.parse(address)?.protocol === 'https:'
}

/** Whether a URL leads to this machine. */
export function isLocalAddress(address: string): boolean {
  const {protocol = '', hostname = ''} = URL.parse(address) ?? {}
  return LOCAL_PROTOCOLS.has(protocol) && LOOPBACK.has(hostname)
}

const LOCAL_PROTOCOLS = new Set(['http:', 'https:'])

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
