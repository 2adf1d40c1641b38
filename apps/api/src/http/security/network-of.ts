import ipaddr from 'ipaddr.js';

/** A household or a company has at least this much of an IPv6 address (RFC 6177). */
const IPV6_PREFIX_BYTES = 8;

/** Returns the bytes of an IPv4 address, however it is written, or of the /64 of an IPv6 one. */
export function networkOf(address: string): Uint8Array {
  if (!ipaddr.isValid(address)) return Buffer.from(address);
  const bytes = ipaddr.process(address).toByteArray();
  return Uint8Array.from(bytes.length === 4 ? bytes : bytes.slice(0, IPV6_PREFIX_BYTES));
}
